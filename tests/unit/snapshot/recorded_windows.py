"""A Windows laptop that never was: its registry, its libraries' answers and what its PowerShell prints.

Everything is written after Microsoft's own descriptions. `SECRETS` are what people leave lying about on such a machine.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors.child import Printed
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.adapters.collectors.windows import Windows
from desktop_app.adapters.collectors.windows.calls import Picture
from desktop_app.adapters.collectors.windows.pc import Ways
from desktop_app.adapters.collectors.windows.registry import Value
from tests.unit.snapshot.recorded_tables import (
    HEADSET,
    NEIGHBOURS,
    PERFORMANCE,
    ROUTES,
    SCREEN,
    SLEEP,
    TELEPHONE,
    WIRELESS,
)
from tests.unit.snapshot.test_linux_safety import a_certificate

SECRETS = ("Pluie-8842", "Orage!77", "Neige4411")
NT, CONTROL = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion", r"HKLM\SYSTEM\CurrentControlSet\Control"
WINDOWS, USER = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion", r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion"
SERVICES, ENUM = r"HKLM\SYSTEM\CurrentControlSet\Services", r"HKLM\SYSTEM\CurrentControlSet\Enum"
NET = "{4D36E972-E325-11CE-BFC1-08002BE10318}"
WIFI, LAN = "{11111111-2222-3333-4444-555555555555}", "{66666666-7777-8888-9999-AAAAAAAAAAAA}"
UPDATE_POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"

REGISTRY: dict[str, dict[str, Value]] = {
    NT: {
        "ProductName": "Windows 10 Pro",
        "CurrentBuild": "22631",
        "UBR": 4602,
        "DisplayVersion": "23H2",
        "EditionID": "Professional",
        "InstallDate": 1700000000,
    },
    CONTROL: {"SystemStartOptions": " NOEXECUTE=OPTIN  FVEBOOT=2605056  NOVGA"},
    rf"{CONTROL}\TimeZoneInformation": {"TimeZoneKeyName": "Romance Standard Time"},
    rf"{CONTROL}\ComputerName\ComputerName": {"ComputerName": "POSTE-PAIE-12"},
    rf"{CONTROL}\ComputerName\ActiveComputerName": {"ComputerName": "POSTE-PAIE-12"},
    rf"{CONTROL}\Session Manager": {"PendingFileRenameOperations": [r"\??\C:\Windows\Temp\x", ""]},
    rf"{CONTROL}\SecureBoot\State": {"UEFISecureBootEnabled": 1},
    rf"{CONTROL}\Terminal Server": {"fDenyTSConnections": 0},
    rf"{CONTROL}\Lsa": {"RunAsPPL": 2},
    rf"{CONTROL}\DeviceGuard\Scenarios\HypervisorEnforcedCodeIntegrity": {"Enabled": 0},
    rf"{CONTROL}\Power\User\PowerSchemes": {"ActivePowerScheme": "381b4222-f694-41f0-9685-ff5bb260df2e"},
    rf"{CONTROL}\CloudDomainJoin\JoinInfo\0A1B": {"TenantId": "11112222-3333-4444-5555-666677778888"},
    r"HKCU\Control Panel\International": {"LocaleName": "fr-BE"},
    r"HKCU\Control Panel\Desktop": {"ScreenSaveActive": "1", "ScreenSaverIsSecure": "1", "ScreenSaveTimeOut": "600"},
    r"HKCU\Control Panel\Desktop\WindowMetrics": {"AppliedDPI": 144},
    rf"{USER}\Themes\Personalize": {"AppsUseLightTheme": 0},
    rf"{WINDOWS}\WindowsUpdate\Auto Update\RebootRequired": {},
    rf"{WINDOWS}\Policies\System": {"EnableLUA": 1, "ConsentPromptBehaviorAdmin": 5},
    rf"{WINDOWS}\Explorer": {"SmartScreenEnabled": "Warn"},
    r"HKLM\SOFTWARE\Microsoft\Cryptography": {"MachineGuid": "9d3c1f60-1f5b-4a52-8d5e-0e7a1f0d9c11"},
    r"HKLM\SOFTWARE\Microsoft\Enrollments\A1": {"ProviderID": "MS DM Server", "UPN": "lmoreau@example.org"},
    rf"{SERVICES}\Tcpip\Parameters": {"Domain": "corp.example.org", "Hostname": "poste-paie-12"},
    rf"{SERVICES}\SharedAccess\Parameters\FirewallPolicy\DomainProfile": {"EnableFirewall": 1},
    rf"{SERVICES}\SharedAccess\Parameters\FirewallPolicy\StandardProfile": {"EnableFirewall": 0},
    rf"{SERVICES}\SharedAccess\Parameters\FirewallPolicy\PublicProfile": {"EnableFirewall": 1},
    r"HKLM\HARDWARE\DESCRIPTION\System\BIOS": {
        "SystemManufacturer": "Dell Inc.",
        "SystemProductName": "Latitude 5440",
        "SystemFamily": "Latitude",
        "SystemSKU": "0C0B",
        "BIOSVendor": "Dell Inc.",
        "BIOSVersion": "1.14.1",
        "BIOSReleaseDate": "01/22/2024",
        "BaseBoardManufacturer": "Dell Inc.",
        "BaseBoardProduct": "0K3VWM",
    },
    r"HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0": {
        "ProcessorNameString": "13th Gen Intel(R) Core(TM) i5-1345U",
        "VendorIdentifier": "GenuineIntel",
        "Update Revision": b"\0\0\0\0\x15\x04\0\0",
    },
    rf"{USER}\Internet Settings": {"ProxyEnable": 1, "ProxyServer": f"http=bob:{SECRETS[0]}@proxy.example.org:8080"},
    rf"{WINDOWS}\Uninstall\{{1}}": {
        "DisplayName": "Mozilla Firefox (x64 fr)",
        "DisplayVersion": "132.0.2",
        "Publisher": "Mozilla",
        "InstallDate": "20251101",
        "UninstallString": f"C:\\x.exe /password={SECRETS[1]}",
    },
    rf"{WINDOWS}\Uninstall\{{2}}": {"DisplayName": "A part of Windows", "SystemComponent": 1},
    rf"{WINDOWS}\Uninstall\{{3}}": {"DisplayName": "Python 3.12.4 (64-bit)", "InstallDate": "1er novembre 2025"},
    r"HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full": {"Version": "4.8.09032"},
    r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration": {
        "VersionToReport": "16.0.17328.20588",
        "CDNBaseUrl": "http://officecdn.microsoft.com/pr/492350f6-3a01-4f97-b9c0-c7c6ddf67d60",
        "Platform": "x64",
        "ProductReleaseIds": "O365ProPlusRetail",
    },
    r"HKCU\SOFTWARE\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages"
    r"\Microsoft.WindowsCalculator_11.2405.2.0_x64__8wekyb3d8bbwe": {},
    r"HKCU\SOFTWARE\Microsoft\Windows\Shell\Associations\UrlAssociations\https\UserChoice": {"ProgId": "FirefoxURL-3"},
    UPDATE_POLICY: {
        "WUServer": f"https://wsus:{SECRETS[2]}@wsus.example.org:8531",
        "DeferQualityUpdatesPeriodInDays": 7,
    },
    rf"{UPDATE_POLICY}\AU": {"AUOptions": 4, "UseWUServer": 1},
    r"HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings": {"PauseUpdatesExpiryTime": "2026-04-01T08:00:00Z"},
    rf"{WINDOWS}\Run": {
        "SecurityHealth": r"%windir%\system32\SecurityHealthSystray.exe",
        "Sauvegarde": f"C:\\b.exe --token {SECRETS[1]}",
    },
    rf"{WINDOWS}\Explorer\StartupApproved\Run": {"Sauvegarde": b"\x03\0\0\0\0\0\0\0\0\0\0\0"},
    rf"{CONTROL}\Class\{NET}\0001": {
        "NetCfgInstanceId": WIFI,
        "DriverDesc": "Intel(R) Wi-Fi 6E AX211 160MHz",
        "DriverVersion": "22.240.0.6",
        "*PhysicalMediaType": 9,
        "*IfType": 71,
        "NetLuidIndex": 4,
    },
    rf"{CONTROL}\Class\{NET}\0001\Ndi": {"Service": "Netwtw14"},
    rf"{CONTROL}\Class\{NET}\0002": {"NetCfgInstanceId": LAN, "DriverDesc": "WireGuard Tunnel", "*IfType": 53},
    rf"{CONTROL}\Network\{NET}\{WIFI}\Connection": {"Name": "Wi-Fi"},
    rf"{CONTROL}\Network\{NET}\{LAN}\Connection": {"Name": "wg-siege"},
    rf"HKLM\SOFTWARE\Microsoft\DusmSvc\Profiles\{WIFI}\maison": {"UserCost": 2},
    rf"{ENUM}\USB\VID_046D&PID_C52B\5&1A2B&0&3": {
        "DeviceDesc": "@usb.inf,%usb%;USB Receiver",
        "Mfg": "@usb.inf,%logi%;Logitech",
        "ClassGUID": "{36fc9e60-c465-11cf-8056-444553540000}",
        "Service": "usbccgp",
        "LocationInformation": "Port_#0003.Hub_#0001",
    },
    rf"{ENUM}\USB\VID_0951&PID_1666\E0D55EA573F0": {"FriendlyName": "Kingston DataTraveler", "Service": "USBSTOR"},
    rf"{ENUM}\USB\VID_8087&PID_0033\5&1A2B&0&10": {
        "FriendlyName": "Intel(R) Wireless Bluetooth(R)",
        "ClassGUID": "{e0cbf06c-cd8b-4647-bb8a-263b43f0f974}",
    },
    rf"{ENUM}\PCI\VEN_8086&DEV_A7A1&SUBSYS_0C0B1028\3&11583659&0&10": {
        "DeviceDesc": "@oem10.inf,%iris%;Intel(R) Iris(R) Xe Graphics",
        "Mfg": "@oem10.inf,%intel%;Intel Corporation",
        "ClassGUID": "{4d36e968-e325-11ce-bfc1-08002be10318}",
        "Driver": r"{4d36e968-e325-11ce-bfc1-08002be10318}\0000",
        "Service": "igfxn",
        "LocationInformation": "@System32\\drivers\\pci.sys,#65536;PCI bus %1, device %2, function %3;(0,2,0)",
    },
    rf"{CONTROL}\Class\{{4d36e968-e325-11ce-bfc1-08002be10318}}\0000": {
        "DriverVersion": "31.0.101.4953",
        "DriverDate": "11-3-2023",
        "HardwareInformation.qwMemorySize": 134217728,
    },
    rf"{ENUM}\PCI\VEN_8086&DEV_51CA\3&11583659&0&FB": {"DeviceDesc": "@x;Multimedia Audio Controller"},
    rf"{ENUM}\DISPLAY\BOE0A1C\4&2C2C&0&UID8388688": {
        "DeviceDesc": "@monitor.inf,%pnp%;Generic PnP Monitor",
        "ClassGUID": "{4d36e96e-e325-11ce-bfc1-08002be10318}",
    },
    rf"{ENUM}\DISPLAY\BOE0A1C\4&2C2C&0&UID8388688\Device Parameters": {"EDID": SCREEN},
    rf"{ENUM}\SWD\MMDEVAPI\{{0.0.0.00000000}}.{{0D1E}}": {
        "FriendlyName": "Haut-parleurs (Realtek(R) Audio)",
        "ClassGUID": "{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}",
    },
    rf"{ENUM}\USB\VID_0C45&PID_6730&MI_00\6&1": {
        "FriendlyName": "Integrated Webcam",
        "ClassGUID": "{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}",
        "Service": "usbvideo",
    },
    rf"{ENUM}\HID\VID_046D&PID_C52B&MI_00\7&1": {
        "DeviceDesc": "@keyboard.inf,%hid%;HID Keyboard Device",
        "ClassGUID": "{4d36e96b-e325-11ce-bfc1-08002be10318}",
    },
    rf"{ENUM}\USB\VID_413C&PID_B06E\9&1": {"FriendlyName": "Dell Dock WD19TB", "Mfg": "@x;Dell"},
}
PRESENT = [
    path.removeprefix(f"{ENUM}\\")
    for path in REGISTRY
    if path.startswith(ENUM) and not path.endswith("Device Parameters")
]
PROBLEMS = {r"PCI\VEN_8086&DEV_51CA\3&11583659&0&FB": 28, r"USB\VID_413C&PID_B06E\9&1": 45}


class Keys:
    """The registry, without regard to the case of letters, as it is."""

    def __init__(self, table: Mapping[str, Mapping[str, Value]]) -> None:
        self.table = {path.lower(): values for path, values in table.items()}
        self.paths = list(table)

    def value(self, path: str, name: str) -> Value | None:
        values = self.table.get(path.lower(), {})
        return next((value for key, value in values.items() if key.lower() == name.lower()), None)

    def names(self, path: str) -> list[str]:
        return list(self.table.get(path.lower(), {}))

    def keys(self, path: str) -> list[str]:
        head = f"{path.lower()}\\"
        inside = (found[len(head) :].partition("\\")[0] for found in self.paths if found.lower().startswith(head))
        return list(dict.fromkeys(inside))

    def changed_at(self, path: str) -> str | None:
        return "2026-03-10T07:00:00Z" if path.lower() in self.table else None


class Calls:
    """What the libraries of that laptop answer."""

    def firmware(self) -> int | None:
        return 2

    def features(self, numbers: tuple[int, ...]) -> set[int]:
        return set(numbers) & {12, 21, 37, 39, 40}

    def system_information(self, kind: int) -> int | None:
        return {201: 0x1 | 0x40000, 196: 0x10 | 0x1}[kind]

    def performance(self) -> bytes:
        return PERFORMANCE

    def sleep(self) -> bytes:
        return SLEEP

    def neighbours(self) -> bytes:
        return NEIGHBOURS

    def routes(self) -> bytes:
        return ROUTES

    def drives(self) -> list[tuple[str, str, int]]:
        return [("Y:", r"\\nas2\commun", 0), ("Z:", r"\\nas2\paie", 1201)]

    def waste_bytes(self) -> int | None:
        return 734003200

    def hung(self) -> set[int]:
        return {4242}

    def administrator(self) -> bool | None:
        return False

    def remote(self) -> bool | None:
        return False

    def tpm(self) -> int | None:
        return 2

    def present(self) -> list[str]:
        return PRESENT

    def problem(self, device: str) -> int | None:
        return PROBLEMS.get(device)

    def pictures(self) -> list[Picture]:
        return [Picture(r"DISPLAY\BOE0A1C\4&2c2c&0&UID8388688", 1920, 1080, 60, main=True)]

    def wireless(self) -> dict[str, tuple[bytes, int | None, int | None]]:
        return {WIFI: (WIRELESS, -58, 44)}

    def bluetooth(self) -> tuple[bool | None, list[bytes]]:
        return True, [HEADSET, TELEPHONE]

    def certificates(self) -> list[bytes]:
        return [a_certificate("Lucie Moreau")]


def printed(answers: Mapping[str, Any]) -> Printed:
    """Answers as the script prints them: a line of JSON each."""
    return Printed("".join(f"{json.dumps({name: rows})}\r\n" for name, rows in answers.items()).encode())


def windows(
    root: Path,
    now: Mapping[str, Any] | Printed,
    later: Mapping[str, Any] | Printed,
    clock: bytes = b"",
    keys: Mapping[str, Mapping[str, Value]] = REGISTRY,
) -> Windows:
    """The laptop, with its files in `root`."""
    asked, asked_later = (answer if isinstance(answer, Printed) else printed(answer) for answer in (now, later))
    environ = {
        "SYSTEMDRIVE": "C:",
        "SYSTEMROOT": r"C:\Windows",
        "USERNAME": "lmoreau",
        "USERPROFILE": r"C:\Users\lmoreau",
        "APPDATA": r"C:\Users\lmoreau\AppData\Roaming",
        "PROGRAMDATA": r"C:\ProgramData",
        "TEMP": str(root / "Users/lmoreau/AppData/Local/Temp"),
        "PATH": r"C:\Windows\system32",
        "API_TOKEN": SECRETS[2],
        "https_proxy": f"http://lmoreau:{SECRETS[0]}@proxy.example.org:3128",
    }
    files = Tree(root, environ)
    return Windows(Ways(Keys(keys), Calls(), lambda: asked, lambda: asked_later, lambda *_: Printed(clock), files))
