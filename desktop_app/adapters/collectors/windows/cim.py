"""The one CIM question: named properties of named classes in one PowerShell, answered as JSON.

Win32_Product is not among them and must never be: asking it makes Windows check, and sometimes repair,
every installed program.
"""

from desktop_app.adapters.collectors.child import output

_CLASSES = {
    "Win32_ComputerSystem": (
        "Manufacturer,Model,SystemFamily,SystemSKUNumber,HypervisorPresent,PartOfDomain,Domain,Workgroup"
    ),
    "Win32_BIOS": "SerialNumber,Manufacturer,SMBIOSBIOSVersion,ReleaseDate",
    "Win32_SystemEnclosure": "ChassisTypes,SMBIOSAssetTag",
    "Win32_BaseBoard": "Manufacturer,Product,SerialNumber",
    "Win32_ComputerSystemProduct": "UUID",
    "Win32_Processor": (
        "Name,Manufacturer,NumberOfCores,NumberOfLogicalProcessors,"
        "MaxClockSpeed,CurrentClockSpeed,L2CacheSize,L3CacheSize,LoadPercentage"
    ),
    "Win32_PhysicalMemory": "DeviceLocator,Capacity,Speed,Manufacturer,PartNumber,SerialNumber,SMBIOSMemoryType",
    "Win32_VideoController": "Name,DriverVersion,PNPDeviceID",
    "Win32_LogicalDisk": "DeviceID,DriveType,ProviderName,VolumeName,FileSystem",
    "Win32_NetworkAdapterConfiguration": (
        "Description,MACAddress,DHCPEnabled,DefaultIPGateway,DNSServerSearchOrder,DNSDomainSuffixSearchOrder,IPEnabled"
    ),
    "Win32_Printer": "Name,DriverName,PortName,Default,PrinterStatus,WorkOffline,Shared,Location,DetectedErrorState",
    "Win32_PrintJob": "JobId,Name,Owner,Document,Size,JobStatus,TimeSubmitted",
    "Win32_Service": "Name,State",
    "Win32_Battery": "Name,EstimatedChargeRemaining,BatteryStatus,EstimatedRunTime,Chemistry",
}
_FILTERS = {"Win32_Service": "Name='Spooler' OR Name='W32Time'"}
_ELSEWHERE = {
    "MSFT_PhysicalDisk": (
        "root/Microsoft/Windows/Storage",
        "FriendlyName,Size,BusType,MediaType,SerialNumber,FirmwareVersion,HealthStatus,DeviceId",
    ),
    "BatteryFullChargedCapacity": ("root/wmi", "InstanceName,FullChargedCapacity"),
    "BatteryStaticData": ("root/wmi", "InstanceName,DesignedCapacity,ManufactureName,DeviceName,SerialNumber"),
    "BatteryCycleCount": ("root/wmi", "InstanceName,CycleCount"),
    "MSFT_NetFirewallProfile": ("root/StandardCimv2", "Name,Enabled"),
}


def script() -> str:
    """The question. A class that is not there, or may not be read, answers with nothing."""
    asked = []
    for name, properties in _CLASSES.items():
        condition = f' -Filter "{_FILTERS[name]}"' if name in _FILTERS else ""
        asked.append(
            f"$a['{name}']=@(Get-CimInstance {name}{condition} -Property {properties} | Select-Object {properties})"
        )
    for name, (space, properties) in _ELSEWHERE.items():
        asked.append(f"$a['{name}']=@(Get-CimInstance -Namespace {space} {name} | Select-Object {properties})")
    return (
        "$ErrorActionPreference='SilentlyContinue';[Console]::OutputEncoding=[Text.Encoding]::UTF8;$a=@{};"
        + ";".join(asked)
        + ";$a|ConvertTo-Json -Depth 4 -Compress"
    )


def ask() -> bytes:
    """Ask once. Raises ProgramFailed."""
    return output(("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script()), seconds=1.8)
