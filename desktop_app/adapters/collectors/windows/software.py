"""Windows: what is installed, from where, and what opens what. All from the registry and from profiles of browsers."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from desktop_app.adapters.collectors.extensions import extensions
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import day, text
from desktop_app.domain.sections.programs import DefaultProgram, Package, Software

_MACHINE, _USER = r"HKLM\SOFTWARE", r"HKCU\SOFTWARE"
_INSTALLED = r"Microsoft\Windows\CurrentVersion\Uninstall"
_UNINSTALL = {
    rf"{_MACHINE}\{_INSTALLED}": ("machine", None),
    rf"{_MACHINE}\WOW6432Node\{_INSTALLED}": ("machine", "x86"),
    rf"{_USER}\{_INSTALLED}": ("user", None),
}
_STORE = r"HKCU\SOFTWARE\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages"
_STORED = re.compile(r"([^_]+)_([\d.]+)_(\w*)_\w*_\w+")
_OFFICE = rf"{_MACHINE}\Microsoft\Office\ClickToRun\Configuration"
_CHANNELS = {
    "492350f6-3a01-4f97-b9c0-c7c6ddf67d60": "Current",
    "7ffbc6bf-bc32-4f92-8982-f9dd17fd3114": "Semi-Annual Enterprise",
    "55336b82-a18d-4dd6-b5f6-9e5095c314a6": "Monthly Enterprise",
    "64256afe-f5d9-4f86-8936-8840a6a4f5be": "Current (Preview)",
    "b8f9b850-328d-4355-9145-c59439a0c4cf": "Semi-Annual Enterprise (Preview)",
    "5440fd1f-7ecb-4221-8110-145efaa6372f": "Beta",
}
_BROWSERS = ("Google Chrome", "Microsoft Edge", "Mozilla Firefox", "Brave", "Opera", "Vivaldi")
_RUNTIMES = (
    "Microsoft Visual C++",
    "Microsoft .NET",
    "Java ",
    "Python ",
    "Microsoft Windows Desktop Runtime",
    "Eclipse Temurin",
)
_FRAMEWORK = rf"{_MACHINE}\Microsoft\NET Framework Setup\NDP\v4\Full"
_CHOICES = r"HKCU\SOFTWARE\Microsoft\Windows\Shell\Associations\UrlAssociations"
_FILES = r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\FileExts"
_OPENS = {
    "web": rf"{_CHOICES}\https\UserChoice",
    "mail": rf"{_CHOICES}\mailto\UserChoice",
    "pdf": rf"{_FILES}\.pdf\UserChoice",
    "pictures": rf"{_FILES}\.jpg\UserChoice",
}
_FIREFOX = ("AppData/Roaming/Mozilla/Firefox/Profiles",)
_CHROMES = {
    "AppData/Local/Google/Chrome/User Data": "Chrome",
    "AppData/Local/Microsoft/Edge/User Data": "Edge",
    "AppData/Local/BraveSoftware/Brave-Browser/User Data": "Brave",
    "AppData/Local/Vivaldi/User Data": "Vivaldi",
}
_CHOCOLATEY = "chocolatey/config/chocolatey.config"
_MOST = 2000


def software(pc: Pc) -> Software | Partly:
    """What is installed. Win32_Product is not asked: it would repair programs."""
    parts, keys = Parts(), pc.keys
    found = tuple({(p.name, p.version, p.architecture): p for p in (*_installed(keys), *_stored(keys))}.values())[
        :_MOST
    ]
    return parts.whole(
        Software(
            installed=len(found) or None,
            browsers=tuple(package for package in found if (package.name or "").startswith(_BROWSERS)),
            extensions=tuple(extensions(pc.files, parts, pc.folder("USERPROFILE"), _FIREFOX, _CHROMES)),
            office=tuple(_office(keys)),
            runtimes=(*_framework(keys), *(p for p in found if (p.name or "").startswith(_RUNTIMES)))[:20],
            defaults=tuple(_defaults(keys)),
            sources=parts.rows(lambda: _sources(pc)),
            packages=found,
        )
    )


def _installed(keys: Registry) -> Iterator[Package]:
    for root, (source, architecture) in _UNINSTALL.items():
        for key in keys.keys(root):
            path = rf"{root}\{key}"
            name = text(keys.value(path, "DisplayName"))
            if name and keys.value(path, "SystemComponent") != 1 and not keys.value(path, "ParentKeyName"):
                maker, installed = text(keys.value(path, "Publisher")), day(keys.value(path, "InstallDate"))
                version = text(keys.value(path, "DisplayVersion"))
                yield Package(name, version, maker, source, architecture, installed or keys.changed_at(path))


def _stored(keys: Registry) -> Iterator[Package]:
    """What came from the store, by the names of its folders."""
    for name in keys.keys(_STORE):
        found = _STORED.fullmatch(name)
        if found:
            maker, _, _ = found[1].partition(".")
            yield Package(found[1], found[2], maker, "store", found[3] or None, keys.changed_at(rf"{_STORE}\{name}"))


def _office(keys: Registry) -> Iterator[Package]:
    version = text(keys.value(_OFFICE, "VersionToReport"))
    if version:
        number = (text(keys.value(_OFFICE, "CDNBaseUrl")) or "").rpartition("/")[2]
        products = text(keys.value(_OFFICE, "ProductReleaseIds")) or "Microsoft 365"
        channel, wide = _CHANNELS.get(number.lower(), number or None), text(keys.value(_OFFICE, "Platform"))
        yield from (Package(name, version, "Microsoft", channel, wide) for name in products.split(","))


def _framework(keys: Registry) -> Iterator[Package]:
    version = text(keys.value(_FRAMEWORK, "Version"))
    if version:
        yield Package(".NET Framework", version, "Microsoft", "windows")


def _defaults(keys: Registry) -> Iterator[DefaultProgram]:
    found = ((opens, text(keys.value(path, "ProgId"))) for opens, path in _OPENS.items())
    return (DefaultProgram(opens, program) for opens, program in found if program)


def _sources(pc: Pc) -> Iterator[str]:
    """Where Chocolatey takes packages from; the accounts beside the addresses are not looked at. Raises ValueError."""
    content = pc.files.raw(f"{pc.folder('PROGRAMDATA')}/{_CHOCOLATEY}")
    try:
        tree = ElementTree.fromstring(content) if content else None  # noqa: S314 - entities are not resolved
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    for source in tree.iter("source") if tree is not None else ():
        if source.get("disabled", "false") == "false" and source.get("value"):
            scheme, mark, rest = str(source.get("value")).partition("://")
            host, slash, path = rest.partition("?")[0].partition("/")
            yield f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"
