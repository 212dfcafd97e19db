"""Linux: what is installed, from where, and what opens what."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.extensions import extensions
from desktop_app.adapters.collectors.linux import packages
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.programs import DefaultProgram, Software

_BROWSERS = {
    "firefox",
    "firefox-esr",
    "chromium",
    "google-chrome-stable",
    "microsoft-edge-stable",
    "brave-browser",
    "epiphany-browser",
    "opera-stable",
    "vivaldi-stable",
    "org.mozilla.firefox",
}
_FIREFOX = (".mozilla/firefox", "snap/firefox/common/.mozilla/firefox", ".var/app/org.mozilla.firefox/.mozilla/firefox")
_CHROMES = {
    ".config/google-chrome": "Chrome",
    ".config/chromium": "Chromium",
    ".config/microsoft-edge": "Edge",
    ".config/BraveSoftware/Brave-Browser": "Brave",
    ".config/vivaldi": "Vivaldi",
}
_OFFICE = {
    "libreoffice-core",
    "libreoffice",
    "onlyoffice-desktopeditors",
    "wps-office",
    "org.libreoffice.LibreOffice",
    "thunderbird",
}
_RUNTIMES = ("python3", "openjdk-", "default-jre", "dotnet-runtime-", "nodejs", "mono-runtime", "perl", "ruby")
_OPENS = {
    "text/html": "web",
    "x-scheme-handler/https": "web",
    "x-scheme-handler/mailto": "mail",
    "application/pdf": "pdf",
    "image/jpeg": "pictures",
}


def software(tree: Tree) -> Software | Partly:
    """What is installed."""
    parts, home = Parts(), tree.environ.get("HOME", "").strip("/")
    found = parts.rows(lambda: packages.installed(tree))
    return parts.whole(
        Software(
            installed=len(found) or None,
            browsers=tuple(package for package in found if package.name in _BROWSERS),
            extensions=tuple(extensions(tree, parts, home, _FIREFOX, _CHROMES)),
            office=tuple(package for package in found if package.name in _OFFICE),
            runtimes=tuple(package for package in found if (package.name or "").startswith(_RUNTIMES))[:20],
            defaults=tuple(_defaults(tree)),
            sources=tuple(dict.fromkeys(_sources(tree))),
            packages=found,
        )
    )


def _defaults(tree: Tree) -> Iterator[DefaultProgram]:
    home = tree.environ.get("HOME", "").lstrip("/")
    files = [f"{home}/.config/mimeapps.list"] if home else []
    found: dict[str, str] = {}
    for name in [
        *files,
        "etc/xdg/mimeapps.list",
        "usr/share/applications/mimeapps.list",
        "usr/share/applications/defaults.list",
    ]:
        for kind, value in tree.pairs(name).items():
            if kind in _OPENS:
                found.setdefault(_OPENS[kind], value.partition(";")[0].removesuffix(".desktop"))
    return (DefaultProgram(opens, program) for opens, program in sorted(found.items()) if program)


def _sources(tree: Tree) -> Iterator[str]:
    """Where packages come from; a login or a token in an address is left out like everywhere else."""
    for file in ["etc/apt/sources.list", *_inside(tree, "etc/apt/sources.list.d")]:
        for line in tree.lines(file):
            words = line.split()
            if words[:1] in (["deb"], ["URIs:"]):
                yield from (_bare(word) for word in words[1:] if ":/" in word)
    for file in [*_inside(tree, "etc/yum.repos.d"), *_inside(tree, "etc/zypp/repos.d")]:
        about = tree.pairs(file)
        if about.get("enabled") != "0":
            yield from (_bare(about[key]) for key in ("baseurl", "metalink", "mirrorlist") if about.get(key))


def _inside(tree: Tree, folder: str) -> list[str]:
    return [f"{folder}/{name}" for name in tree.names(folder)]


def _bare(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("?")[0].partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}" if mark else address.partition("?")[0]
