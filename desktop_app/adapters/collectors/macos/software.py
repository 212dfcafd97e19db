"""macOS: what is installed, from where, and what opens what."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from desktop_app.adapters.collectors.extensions import extensions
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import date_of, text
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.programs import DefaultProgram, Package, Software

_BROWSERS = {"Safari", "Google Chrome", "Firefox", "Microsoft Edge", "Brave Browser", "Opera", "Vivaldi", "Arc"}
_OFFICE = {
    *("Microsoft Word", "Microsoft Excel", "Microsoft PowerPoint", "Microsoft Outlook", "LibreOffice"),
    *("Pages", "Numbers", "Keynote"),
}
_FOLDERS = ("Applications", "System/Applications", "Applications/Utilities", "System/Applications/Utilities")
_JAVA, _PYTHON = "Library/Java/JavaVirtualMachines", "Library/Frameworks/Python.framework/Versions"
_NET = "usr/local/share/dotnet/shared/Microsoft.NETCore.App"
_SUPPORT = "Library/Application Support"
_FIREFOX = (f"{_SUPPORT}/Firefox/Profiles",)
_CHROMES = {
    f"{_SUPPORT}/Google/Chrome": "Chrome",
    f"{_SUPPORT}/Microsoft Edge": "Edge",
    f"{_SUPPORT}/BraveSoftware/Brave-Browser": "Brave",
    f"{_SUPPORT}/Vivaldi": "Vivaldi",
}
_HANDLERS = "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
_OPENS = {"https": "web", "mailto": "mail", "com.adobe.pdf": "pdf", "public.jpeg": "pictures"}
_TAPS = ("opt/homebrew/Library/Taps", "usr/local/Homebrew/Library/Taps")
_RECEIPTS = "Library/Receipts/InstallHistory.plist"
_MOST = 1000


def software(mac: Mac) -> Software | Partly:
    """Applications by their own Info.plist; `system_profiler` would take a minute."""
    parts = Parts()
    dates = parts.one(lambda: _installed_at(mac)) or {}
    found = parts.rows(lambda: (package for folder in _FOLDERS for package in _apps(mac, folder, dates)))[:_MOST]
    return parts.whole(
        Software(
            installed=len(found) or None,
            browsers=tuple(package for package in found if package.name in _BROWSERS),
            extensions=tuple(extensions(mac.files, parts, mac.home, _FIREFOX, _CHROMES)),
            office=tuple(package for package in found if package.name in _OFFICE),
            runtimes=tuple(_runtimes(mac))[:20],
            defaults=tuple(_defaults(mac)),
            sources=tuple(_taps(mac)),
            packages=found,
        )
    )


def receipts(mac: Mac) -> list[Table]:
    """What was installed, the last first: by name, version, date and who did it. Raises ValueError."""
    content = mac.files.bytes(_RECEIPTS, 8 * 1024 * 1024)
    found = mac.parsed(content) if content else []
    entries = [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
    return sorted(entries, key=_when, reverse=True)


def _when(entry: Table) -> str:
    date = entry.get("date")
    return date.isoformat() if isinstance(date, datetime) else ""


def _installed_at(mac: Mac) -> dict[str, str | None]:
    return {str(entry.get("displayName")): date_of(entry.get("date")) for entry in reversed(receipts(mac))}


def _apps(mac: Mac, folder: str, dates: dict[str, str | None]) -> Iterator[Package]:
    for name in mac.files.names(folder):
        if name.endswith(".app"):
            here, title = f"{folder}/{name}/Contents", name.removesuffix(".app")
            about = mac.plist(f"{here}/Info.plist")
            version = about.get("CFBundleShortVersionString") or about.get("CFBundleVersion")
            source = "store" if mac.files.exists(f"{here}/_MASReceipt/receipt") else _source(folder)
            installed = dates.get(title) or mac.files.changed_at(here)
            yield Package(title, text(str(version)) if version else None, _maker(about), source, None, installed)


def _source(folder: str) -> str:
    return "system" if folder.startswith("System") else "app"


def _maker(about: dict[str, Any]) -> str | None:
    return next(iter(str(about.get("CFBundleIdentifier", "")).split(".")[1:2]), None)


def _runtimes(mac: Mac) -> Iterator[Package]:
    for name in mac.files.names(_JAVA):
        about = mac.plist(f"{_JAVA}/{name}/Contents/Info.plist")
        yield Package("Java", text(about.get("CFBundleShortVersionString")), text(about.get("CFBundleName")))
    for kind, place in (("Python", _PYTHON), (".NET", _NET)):
        yield from (Package(kind, version) for version in mac.files.names(place) if version[:1].isdigit())


def _defaults(mac: Mac) -> Iterator[DefaultProgram]:
    """What the user chose; what nobody chose is opened by Apple's own programs."""
    found: dict[str, str] = {}
    for entry in mac.plist(f"{mac.home}/{_HANDLERS}").get("LSHandlers", ()):
        what = _OPENS.get(str(entry.get("LSHandlerURLScheme") or entry.get("LSHandlerContentType")))
        program = text(entry.get("LSHandlerRoleAll") or entry.get("LSHandlerRoleViewer"))
        if what and program:
            found[what] = program
    return (DefaultProgram(opens, program) for opens, program in sorted(found.items()))


def _taps(mac: Mac) -> Iterator[str]:
    """From where Homebrew takes packages, by the names of its folders."""
    for place in _TAPS:
        for owner in mac.files.names(place):
            names = (name for name in mac.files.names(f"{place}/{owner}") if re.fullmatch(r"homebrew-[\w.-]+", name))
            yield from (f"{owner}/{name.removeprefix('homebrew-')}" for name in names)
