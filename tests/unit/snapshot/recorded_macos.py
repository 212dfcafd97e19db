"""A Mac that never was: its files, and how it answers. Other modules hold what its programs say."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors import ipp
from desktop_app.adapters.collectors.child import Printed
from desktop_app.adapters.collectors.macos import MacOS
from desktop_app.adapters.collectors.macos.mac import Ways
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.snapshot import Reason
from tests.unit.snapshot.recorded_macos_profile import AROUND, LATER, MACHINE, SECRETS
from tests.unit.snapshot.recorded_macos_says import LOG, SAYS, plist

_REPORT = {
    "app_name": "Mail",
    "timestamp": "2026-03-13 08:12:33.00 +0100",
    "app_version": "16.0",
    "bug_type": "309",
    "name": "Mail",
}
_PANIC = {"bug_type": "210", "timestamp": "2026-03-12 08:12:33.00 +0100", "os_version": "macOS 15.1"}
VOLUMES = ("/", "/System/Volumes/Data", "/System/Volumes/VM", "/Volumes/CLE")
WHEN = datetime(2026, 3, 11, 6, 0, tzinfo=UTC).replace(tzinfo=None)
_LABEL = {"Label": "org.example.backup", "ProgramArguments": ["/x", f"--password={SECRETS[1]}"], "StartInterval": 3600}
FILES: dict[str, Any] = {
    "System/Library/CoreServices/SystemVersion.plist": {
        "ProductName": "macOS",
        "ProductVersion": "15.1",
        "ProductBuildVersion": "24B83",
    },
    "private/var/db/.AppleSetupDone": b"",
    "private/var/db/timed/com.apple.timed.plist": {"TMAutomaticTimeEnabled": True},
    "etc/ntp.conf": b"server time.apple.com\n",
    "Users/lmoreau/Library/Preferences/.GlobalPreferences.plist": {
        "AppleLocale": "fr_BE",
        "AppleInterfaceStyle": "Dark",
    },
    "Library/Updates/index.plist": {"InstallAtLogout": ["MSU_UPDATE_24B91_patch_15.1.1"]},
    "Library/Preferences/SystemConfiguration/preferences.plist": {
        "System": {
            "System": {"ComputerName": "MacBook de Lucie"},
            "Network": {"HostNames": {"LocalHostName": "MacBook-de-Lucie"}},
        }
    },
    "Library/Preferences/OpenDirectory/Configurations/Active Directory/CORP.plist": b"",
    "Applications/Firefox.app/Contents/Info.plist": {
        "CFBundleShortVersionString": "132.0",
        "CFBundleIdentifier": "org.mozilla.firefox",
    },
    "Applications/Pages.app/Contents/Info.plist": {
        "CFBundleShortVersionString": "14.1",
        "CFBundleIdentifier": "com.apple.iWork.Pages",
    },
    "Applications/Pages.app/Contents/_MASReceipt/receipt": b"x",
    "Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Info.plist": {
        "CFBundleShortVersionString": "21.0.2",
        "CFBundleName": "Eclipse Temurin 21",
    },
    "Users/lmoreau/Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist": {
        "LSHandlers": [{"LSHandlerURLScheme": "https", "LSHandlerRoleAll": "org.mozilla.firefox"}]
    },
    "Users/lmoreau/Library/Application Support/Google/Chrome/Default/Extensions/abc/1.0_0/manifest.json": (
        b'{"name": "uBlock", "version": "1.58"}'
    ),
    "opt/homebrew/Library/Taps/homebrew/homebrew-cask/README.md": b"",
    "Library/Receipts/InstallHistory.plist": [
        {"date": WHEN, "displayName": "macOS 15.1", "displayVersion": "15.1", "processName": "softwareupdated"},
        {"date": WHEN, "displayName": "Firefox", "displayVersion": "132.0", "processName": "installer"},
    ],
    "Library/Preferences/com.apple.SoftwareUpdate.plist": {
        "AutomaticallyInstallMacOSUpdates": True,
        "LastSuccessfulDate": WHEN,
        "CatalogURL": f"https://lmoreau:{SECRETS[2]}@updates.example.org/index.sucatalog",
        "RecommendedUpdates": [
            {"Display Name": "macOS Security Response", "Display Version": "15.1.1", "Identifier": "MSU_UPDATE"}
        ],
    },
    "Library/Managed Preferences/com.apple.applicationaccess.plist": {"enforcedSoftwareUpdateDelay": 14},
    "private/var/log/install.log": b"2026-03-12 07:00:00+01 mac softwareupdated[412]: SUOSU: "
    b'Error Domain=SUOSUErrorDomain Code=-7749 "Not enough room"\n',
    "Library/LaunchDaemons/org.example.backup.plist": _LABEL,
    "Library/LaunchDaemons/com.teamviewer.teamviewer_service.plist": {"Label": "com.teamviewer.teamviewer_service"},
    "Library/LaunchAgents/com.microsoft.wdav.tray.plist": {"Label": "com.microsoft.wdav.tray", "Disabled": True},
    "Library/Logs/DiagnosticReports/Mail-2026-03-13-081233.ips": f"{json.dumps(_REPORT)}\n"
    + f'{{"procPath": "/x", "exception": {{"signal": "SIGABRT"}}, "args": "--password={SECRETS[1]}"}}',
    "Library/Logs/DiagnosticReports/panic-full-2026-03-12.ips": f"{json.dumps(_PANIC)}\n{{}}",
    "Users/lmoreau/Library/Logs/DiagnosticReports/Old_2026-03-10.crash": b"Process:               Old [4242]\n"
    b"Version:               3.2 (1)\nDate/Time:             2026-03-10 10:00:00.123 +0100\n"
    b"Exception Type:        EXC_BAD_ACCESS (SIGSEGV)\n",
    "Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist": {
        "CFBundleShortVersionString": "5279"
    },
    "Users/lmoreau/Library/Preferences/com.apple.screensaver.plist": {"askForPassword": 1, "askForPasswordDelay": 5},
    "Users/lmoreau/Library/Preferences/ByHost/com.apple.screensaver.6C1B.plist": {"idleTime": 300},
    "private/var/run/cupsd": b"",
    "var/log/cups/error_log": b"E [14/Mar/2026:08:00:00 +0100] [Job 12] Stopping job because the printer went away.\n",
    "etc/hosts": b"127.0.0.1 localhost\n255.255.255.255 broadcasthost\n10.77.3.9 intranet.example.org\n",
    "private/tmp/x": b"x" * 10000,
}


def files() -> dict[str, bytes]:
    """The files of the Mac, in the form that it keeps them."""
    return {name: _as_kept(content) for name, content in FILES.items()}


def _as_kept(content: Any) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return content if isinstance(content, bytes) else plist(content)


def cups(_: str, operation: int, __: object) -> ipp.Answer:
    """What the print server of the Mac answers."""
    printer = {
        "printer-name": "Accueil",
        "printer-make-and-model": "PCL6",
        "device-uri": "ipp://10.0.0.5/",
        "printer-state": 5,
        "printer-state-reasons": "media-jam",
    }
    job = {
        "job-id": 12,
        "job-printer-uri": "ipp://localhost/printers/Accueil",
        "job-state": 3,
        "time-at-creation": 1773478800,
    }
    kind = ipp.JOB if operation == ipp.GET_JOBS else ipp.PRINTER
    return ipp.Answer(((kind, job if kind == ipp.JOB else printer),), "CUPS/2.3")


def said(table: Mapping[str, bytes], words: tuple[str, ...]) -> Printed:
    """What a program of the Mac prints: the entry whose beginning fits best."""
    line = " ".join(words)
    known = max((name for name in table if line.startswith(name)), key=len, default=None)
    return Printed(b"", Reason.UNREADABLE) if known is None else Printed(table[known])


def mac(
    root: Path,
    profile: Mapping[str, Mapping[str, Any] | Printed] | None = None,
    says: Mapping[str, bytes] = SAYS,
    log: Printed = Printed(LOG),  # noqa: B008 - frozen
) -> MacOS:
    """The Mac, with its files in `root`."""
    answers = {"machine": MACHINE, "around": AROUND, "later": LATER, **(profile or {})}

    def ask(what: str) -> Printed:
        answer = answers[what]
        return answer if isinstance(answer, Printed) else Printed(json.dumps(answer, indent=2).encode())

    environ = {
        "HOME": "/Users/lmoreau",
        "USER": "lmoreau",
        "PATH": "/usr/bin",
        "API_TOKEN": SECRETS[2],
        "https_proxy": f"http://lmoreau:{SECRETS[0]}@proxy.example.org:3128",
    }
    return MacOS(Ways(Tree(root, environ), ask, lambda: log, lambda words, _: said(says, words)))
