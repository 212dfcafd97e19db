"""The system's libraries and programs: looked for, installed by apt when we may, else named in one line to type."""

import os
import platform
import shutil
import subprocess
import sys

from build_scripts.progress import Trouble, step

# What a bare Debian 12 or Ubuntu lacks for the Qt wheel (soname: package): every plugin resolved in a bare root.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT = {"/usr/share/fonts": "fonts-noto-core"}
VIRTUAL_DISPLAY = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "tint2": "tint2",
    "dbus-run-session": "dbus",
    "import": "imagemagick",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
}
TESTS = {
    **VIRTUAL_DISPLAY,
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
    "/usr/lib/python3/dist-packages/dbusmock": "python3-dbusmock",
    "/usr/share/fonts/opentype/inter": "fonts-inter",
    "/usr/share/fonts/truetype/noto": "fonts-noto-core",
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "tinyproxy": "tinyproxy-bin",
    "wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "faketime": "faketime",
    "certutil": "libnss3-tools",
    "xdg-mime": "xdg-utils",
    "/usr/sbin/cupsd": "cups",
    "lpstat": "cups-client",
    "lp": "cups-client",
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    "gnome-keyring-daemon": "gnome-keyring",
    "secret-tool": "libsecret-tools",
    "fusioninventory-inventory": "fusioninventory-agent",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "busctl": "systemd",
    "xrandr": "x11-xserver-utils",
    "setxkbmap": "x11-xkb-utils",
    "xsetroot": "x11-xserver-utils",
    "xinput": "xinput",
    "turnserver": "coturn",
    "sway": "sway",
    "pipewire": "pipewire",
    "wireplumber": "wireplumber",
    "/usr/libexec/xdg-desktop-portal": "xdg-desktop-portal",
    "/usr/libexec/xdg-desktop-portal-wlr": "xdg-desktop-portal-wlr",
    "/usr/lib/xorg/modules/drivers/dummy_drv.so": "xserver-xorg-video-dummy",
    "/usr/share/glib-2.0/schemas/org.gnome.desktop.peripherals.gschema.xml": "gsettings-desktop-schemas",
    "/usr/lib/postgresql": "postgresql",
    "/usr/sbin/nginx": "nginx-light",
    "setpriv": "util-linux",
    "/usr/sbin/mkfs.ext4": "e2fsprogs",
    "gio": "libglib2.0-bin",
    "ip": "iproute2",
    "ping": "iputils-ping",
    "nmcli": "network-manager",
    "/usr/sbin/dnsmasq": "dnsmasq-base",
    "arping": "iputils-arping",
    "/usr/sbin/nscd": "nscd",
    "xdg-open": "xdg-utils",
    "/usr/libexec/gvfsd-dav": "gvfs-backends",
    "/usr/sbin/avahi-daemon": "avahi-daemon",
    "ippfind": "cups-ipp-utils",
    "/usr/sbin/ippeveprinter": "cups-ipp-utils",
    "scanimage": "sane-utils",
    "/lib/systemd/systemd-journal-remote": "systemd-journal-remote",
    "objdump": "binutils",
    "rpmbuild": "rpm",
    "mksquashfs": "squashfs-tools",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "/usr/sbin/debootstrap": "debootstrap",
    "wixl": "wixl",
    "msiinfo": "msitools",
    "minisign": "minisign",
}


def require_venv() -> None:
    """Debian ships Python without the parts that make an environment."""
    if sys.platform == "linux" and _lacks_ensurepip():
        _install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "to create the environment")


def require_qt() -> None:
    """The libraries that the window needs on Linux; Windows and macOS have theirs in the wheel."""
    if sys.platform == "linux":
        known = _known_libraries()
        missing = {package for soname, package in QT_LIBRARIES.items() if soname not in known}
        _install(sorted(missing | _absent(FONT)), "for the window")


def require_virtual_display() -> None:
    """A screen that exists in memory only, with a tray."""
    _install(sorted(_absent(VIRTUAL_DISPLAY)), "for a screen without a screen")


def require_bench() -> None:
    """The peers, and their own needs, so that they start as their users know them."""
    peers = {
        "borg": "borgbackup",
        "inxi": "inxi",
        "fusioninventory-inventory": "fusioninventory-agent",
        "x11vnc": "x11vnc",
        "X0tigervnc": "tigervnc-scraping-server",
        "websockify": "websockify",
        "/usr/share/novnc": "novnc",
        "chromium": "chromium",
        "/usr/share/request-tracker5": "request-tracker5",
        "/usr/share/doc/rt5-db-sqlite": "rt5-db-sqlite",
        "/usr/share/doc/rt5-standalone": "rt5-standalone",
    }
    _install(sorted(_absent({**VIRTUAL_DISPLAY, **peers})), "for the benchmark")


def require_tests() -> None:
    """The real programs that the tests run against."""
    if sys.platform == "linux":
        _install(sorted(_absent(TESTS)), "for the tests")


def _lacks_ensurepip() -> bool:
    probe = subprocess.run([sys.executable, "-c", "import ensurepip, venv"], check=False, capture_output=True)
    return probe.returncode != 0


def _known_libraries() -> str:
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    return subprocess.run([ldconfig, "-p"], check=False, capture_output=True, text=True).stdout


def _absent(table: dict[str, str]) -> set[str]:
    return {package for thing, package in table.items() if not _is_there(thing)}


def _is_there(thing: str) -> bool:
    return os.path.exists(thing) if thing.startswith("/") else shutil.which(thing) is not None  # noqa: PTH110


def _install(packages: list[str], purpose: str) -> None:
    if not packages:
        return
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    rights = _rights()
    if shutil.which("apt-get") is None or rights is None:
        raise Trouble(_line_to_type(line, purpose))
    step(f"Installing {', '.join(packages)} {purpose}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet"], line):
        done = subprocess.run([*rights, *command], check=False, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Trouble(f"{done.stderr.strip()[-400:]}\n{_line_to_type(line, purpose)}")


def _rights() -> list[str] | None:
    """What must stand before a command to run it as root; None when that would need a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def _line_to_type(line: list[str], purpose: str) -> str:
    if shutil.which("apt-get"):
        return f"Some packages are missing {purpose}. Type this, then start again:\n  sudo {' '.join(line)}"
    system = platform.freedesktop_os_release().get("NAME", "this system")
    return (
        f"Some packages are missing {purpose}. On Debian they are called {' '.join(line[4:])}; find them on {system}."
    )
