"""What is asked of Windows itself in one PowerShell: named properties of named classes, each answered in its own line.

Two questions: one for now, from what answers fastest to what may come late, and one for later, for what takes seconds.
Win32_Product is in none and must never be: asking it makes Windows check, and sometimes repair, every program.
Nothing in it comes from outside, and nothing in it changes anything: pending updates are looked for without network.
Command lines and paths of programs are not asked for.
"""

import base64
import os
from pathlib import PureWindowsPath

from desktop_app.adapters.collectors.child import Printed, printed

_POWERSHELL = r"System32\WindowsPowerShell\v1.0\powershell.exe"
_NOW_S, _LATER_S = 1.6, 90.0
_WMI, _STORAGE, _CENTRE = "root/wmi", "root/Microsoft/Windows/Storage", "root/SecurityCenter2"
_NET, _DEFENDER = "root/StandardCimv2", "root/Microsoft/Windows/Defender"
_DAY_MS, _MONTH_MS = 86_400_000, 30 * 86_400_000
_WINDOWS_ITSELF = "55c92734-d682-4d71-983e-d6ec3f16059f"
"""The number by which Windows' own licence is told from those of Office (SoftwareLicensingProduct)."""
_SECURITY_UPDATES = "0fa1201d-4330-4fa8-8ae9-b877473b6441"

_TOOLS = """
$ErrorActionPreference='SilentlyContinue';$ProgressPreference='SilentlyContinue'
[Console]::OutputEncoding=New-Object Text.UTF8Encoding $false
function say($n,$r){ConvertTo-Json @{$n=@($r)} -Depth 4 -Compress}
function cim($n,$p,$s,$f){$p=$p.Split(',');$a=@{ClassName=$n;Namespace=$s;Property=$p;OperationTimeoutSec=$wait}
if($f){$a.Filter=$f};say $n (Get-CimInstance @a|Select-Object $p)}
function at($d){if($d){$d.ToUniversalTime().ToString('o')}}
function utc($d){if($d){$d.ToString('s')+'Z'}}
function log($n,$m,$x,$t){say $n (Get-WinEvent -FilterXml "<QueryList><Query>$x</Query></QueryList>" -MaxEvents $m|
ForEach-Object{@{At=at $_.TimeCreated;Id=$_.Id;Level=$_.Level;Source=$_.ProviderName;
Text=$(if($t){("$($_.Message)" -split "`n")[0]})
Values=@(if(!$t){$_.Properties|Select-Object -First 8|ForEach-Object{"$($_.Value)"}})}})}
"""


def _asked(name: str, properties: str, space: str = "root/cimv2", where: str = "") -> str:
    return f"cim {name} '{properties}' '{space}' \"{where}\""


def _select(log: str, which: str, within_ms: int) -> str:
    return f"<Select Path='{log}'>*[System[({which}) and TimeCreated[timediff(@SystemTime)&lt;={within_ms}]]]</Select>"


def _ids(*numbers: int) -> str:
    return " or ".join(f"EventID={number}" for number in numbers)


def _from(source: str, which: str = "") -> str:
    return f"Provider[@Name='{source}']" + (f" and ({which})" if which else "")


_ERRORS = "".join(_select(log, "Level=1 or Level=2", _DAY_MS) for log in ("System", "Application"))
_MARKS = "".join(
    (
        _select("System", _from("Microsoft-Windows-Kernel-Power", _ids(41)), _MONTH_MS),
        _select("System", _from("EventLog", _ids(6008)), _MONTH_MS),
        _select("System", _from("Microsoft-Windows-WER-SystemErrorReporting", _ids(1001)), _MONTH_MS),
        _select("System", _from("Microsoft-Windows-WHEA-Logger", "Level=1 or Level=2 or Level=3"), _MONTH_MS),
        _select("System", _from("disk", _ids(7, 51, 153)), _MONTH_MS),
        _select("System", _from("Microsoft-Windows-Power-Troubleshooter", _ids(1)), _MONTH_MS),
        _select("Application", _from("Application Error", _ids(1000)), _MONTH_MS),
        _select("Application", _from("Application Hang", _ids(1002)), _MONTH_MS),
    )
)
_PRINT = _select("Microsoft-Windows-PrintService/Admin", "Level=1 or Level=2", _DAY_MS)

_NOW = (
    _asked("Win32_ComputerSystem", "Manufacturer,Model,HypervisorPresent,PartOfDomain,Domain,Workgroup"),
    _asked("Win32_BIOS", "SerialNumber"),
    _asked("Win32_SystemEnclosure", "ChassisTypes,SMBIOSAssetTag"),
    _asked("Win32_BaseBoard", "SerialNumber"),
    _asked("Win32_ComputerSystemProduct", "UUID"),
    _asked(
        "Win32_PhysicalMemory", "DeviceLocator,Capacity,Speed,Manufacturer,PartNumber,SerialNumber,SMBIOSMemoryType"
    ),
    _asked("Win32_CacheMemory", "Level,InstalledSize"),
    _asked("Win32_Processor", "NumberOfCores,MaxClockSpeed,CurrentClockSpeed,L2CacheSize,L3CacheSize"),
    _asked("Win32_Volume", "DriveLetter,Label,DeviceID", where="DriveType=2 OR DriveType=3"),
    _asked(
        "Win32_NetworkAdapterConfiguration",
        "SettingID,Description,MACAddress,DHCPEnabled,DHCPServer,DHCPLeaseExpires,DefaultIPGateway,"
        "DNSServerSearchOrder,DNSDomainSuffixSearchOrder",
        where="IPEnabled=True",
    ),
    _asked("MSFT_NetConnectionProfile", "Name,InterfaceAlias,IPv4Connectivity,IPv6Connectivity", _NET),
    _asked(
        "Win32_Printer",
        "Name,DriverName,PortName,Default,PrinterStatus,WorkOffline,Shared,Location,DetectedErrorState",
    ),
    _asked("Win32_PrintJob", "JobId,Name,Owner,Document,Size,JobStatus,TimeSubmitted"),
    _asked("Win32_Battery", "Name,EstimatedChargeRemaining,BatteryStatus,EstimatedRunTime,Chemistry"),
    _asked("BatteryStaticData", "DesignedCapacity,ManufactureName,DeviceName,SerialNumber", _WMI),
    _asked("BatteryFullChargedCapacity", "FullChargedCapacity", _WMI),
    _asked("BatteryCycleCount", "CycleCount", _WMI),
    _asked(
        "MSFT_PhysicalDisk",
        "DeviceId,FriendlyName,Size,BusType,MediaType,SerialNumber,FirmwareVersion,HealthStatus",
        _STORAGE,
    ),
    _asked("MSFT_VirtualDisk", "FriendlyName,ResiliencySettingName,HealthStatus", _STORAGE),
    _asked("AntiVirusProduct", "displayName,productState,timestamp", _CENTRE),
    _asked("Win32_Service", "Name,DisplayName,State,StartMode,ExitCode"),
    "say Encryption @{State=(New-Object -ComObject Shell.Application).NameSpace($env:SystemDrive).Self."
    "ExtendedProperty('System.Volume.BitLockerProtection')}",
    f'log Marks 200 "{_MARKS}"',
    f'log Errors 200 "{_ERRORS}" 1',
    f'log Print 20 "{_PRINT}" 1',
    _asked(
        "MSFT_MpComputerStatus",
        "AMProductVersion,AntivirusSignatureLastUpdated,RealTimeProtectionEnabled,IsTamperProtected",
        _DEFENDER,
    ),
    _asked("Win32_PerfFormattedData_Counters_ThermalZoneInformation", "Name,HighPrecisionTemperature"),
)
_LATER = (
    _asked("Win32_UserAccount", "Name,FullName,Disabled,SID", where="LocalAccount=True"),
    "say Administrators (Get-LocalGroupMember -SID S-1-5-32-544|Select-Object @{n='SID';e={\"$($_.SID)\"}})",
    _asked("MSFT_StorageReliabilityCounter", "DeviceId,Temperature,Wear,PowerOnHours,ReadErrorsUncorrected", _STORAGE),
    _asked(
        "SoftwareLicensingProduct",
        "LicenseStatus",
        where=f"ApplicationID='{_WINDOWS_ITSELF}' AND PartialProductKey IS NOT NULL",
    ),
    _asked("Win32_ReliabilityStabilityMetrics", "SystemStabilityIndex,TimeGenerated"),
    "$s=New-Object -ComObject Schedule.Service;$s.Connect();$f=@($s.GetFolder('\\'));$t=@();while($f){$n=@();"
    "foreach($d in $f){$t+=@($d.GetTasks(0)|Select-Object Name,State,LastTaskResult,"
    "@{n='Last';e={at $_.LastRunTime}},@{n='Next';e={at $_.NextRunTime}});"
    "$n+=@($d.GetFolders(0)|Where-Object{$_.Path -ne '\\Microsoft'})};$f=$n};say Tasks $t",
    'say Mobile (netsh mbn show interfaces|ForEach-Object{@{Line="$_"}})',
    "$r=(New-Object -ComObject Microsoft.Update.AutoUpdate).Results;"
    "say Looked @{Search=utc $r.LastSearchSuccessDate;Install=utc $r.LastInstallationSuccessDate}",
    "$q=(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher();$q.Online=$false;"
    "say History ($q.QueryHistory(0,100)|Select-Object Title,Operation,ResultCode,HResult,"
    "@{n='At';e={utc $_.Date}})",
    "say Pending ($q.Search('IsInstalled=0 and IsHidden=0').Updates|ForEach-Object{@{Title=$_.Title;"
    f"Security=@($_.Categories|Where-Object{{$_.CategoryID -eq '{_SECURITY_UPDATES}'}}).Count -gt 0}}}})",
)


def script(questions: tuple[str, ...], wait_s: int) -> str:
    """The question. A class that is not there, or may not be read, answers with nothing; none is waited for longer."""
    return "\n".join((f"$wait={wait_s}", _TOOLS.strip(), *questions))


def words(questions: tuple[str, ...], wait_s: int) -> tuple[str, ...]:
    """The program and its words. The script goes as one encoded word: no quotes to mistake, no policy against files."""
    encoded = base64.b64encode(script(questions, wait_s).encode("utf-16-le")).decode("ascii")
    program = PureWindowsPath(os.environ.get("SYSTEMROOT", r"C:\Windows")) / _POWERSHELL
    return str(program), "-NoLogo", "-NoProfile", "-NonInteractive", "-OutputFormat", "Text", "-EncodedCommand", encoded


def ask() -> Printed:
    """Ask once; what came in time counts. Raises ProgramFailed."""
    return printed(words(_NOW, 1), seconds=_NOW_S)


def ask_later() -> Printed:
    """Ask what takes seconds. Raises ProgramFailed."""
    return printed(words(_LATER, 30), seconds=_LATER_S)
