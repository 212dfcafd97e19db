"""Linux: installed packages from the package managers' own files, default programs."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.programs import DefaultProgram, Package, Software

_DPKG = "var/lib/dpkg/status"
_DPKG_LIMIT = 64 * 1024 * 1024
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


def software(tree: Tree) -> Software:
    """What is installed."""
    packages, _ = debian(tree)
    packages += [*_pacman(tree), *_flatpak(tree), *_snap(tree)]
    return Software(
        installed=len(packages) or None,
        browsers=tuple(package for package in packages if package.name in _BROWSERS),
        office=tuple(package for package in packages if package.name in _OFFICE),
        runtimes=tuple(package for package in packages if (package.name or "").startswith(_RUNTIMES))[:20],
        defaults=tuple(_defaults(tree)),
        sources=tuple(_sources(tree)),
        packages=tuple(packages),
    )


def debian(tree: Tree) -> tuple[list[Package], list[str]]:
    """Installed packages, and the names of those that stopped half-way."""
    packages, broken = [], []
    entry: dict[str, str] = {}
    for line in [*tree.lines(_DPKG, _DPKG_LIMIT), ""]:
        if line.startswith(("Package:", "Version:", "Status:", "Architecture:")):
            name, _, value = line.partition(":")
            entry[name] = value.strip()
        elif not line and entry:
            if entry.get("Status", "").endswith(" installed"):
                packages.append(
                    Package(entry.get("Package"), entry.get("Version"), None, "deb", entry.get("Architecture"))
                )
            elif not entry.get("Status", "").endswith((" config-files", " not-installed")):
                broken.append(entry.get("Package", ""))
            entry = {}
    return packages, broken


def _pacman(tree: Tree) -> Iterator[Package]:
    for folder in tree.names("var/lib/pacman/local"):
        name, version, release = [*folder.rsplit("-", 2), "", ""][:3]
        if version:
            yield Package(name, f"{version}-{release}", None, "pacman")


def _flatpak(tree: Tree) -> Iterator[Package]:
    for folder in tree.names("var/lib/flatpak/app"):
        yield Package(folder, None, None, "flatpak")


def _snap(tree: Tree) -> Iterator[Package]:
    for name in tree.names("snap"):
        revision = tree.target(f"snap/{name}/current")
        if revision:
            version = next(
                (
                    line.partition(":")[2].strip(" '\"")
                    for line in tree.lines(f"snap/{name}/current/meta/snap.yaml")
                    if line.startswith("version:")
                ),
                revision,
            )
            yield Package(name, version, None, "snap")


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
    """Where packages come from; a login in an address is left out like everywhere else."""
    files = [
        "etc/apt/sources.list",
        *(f"etc/apt/sources.list.d/{name}" for name in tree.names("etc/apt/sources.list.d")),
    ]
    for file in files:
        for line in tree.lines(file):
            words = line.split()
            if words[:1] in (["deb"], ["URIs:"]):
                address = next((word for word in words[1:] if "://" in word or ":/" in word), "")
                yield _without_login(address)


def _without_login(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"
