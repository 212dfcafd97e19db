"""What the PowerShell of the laptop prints: for now, and for later."""

from typing import Any

from tests.unit.snapshot.recorded_windows import SECRETS, WIFI

NOW: dict[str, Any] = {
    "Win32_ComputerSystem": [
        {
            "Manufacturer": "VMware, Inc.",
            "Model": "VMware20,1",
            "PartOfDomain": True,
            "Domain": "corp.example.org",
            "Workgroup": None,
        }
    ],
    "Win32_BIOS": [{"SerialNumber": "7ABCDE3"}],
    "Win32_SystemEnclosure": [{"ChassisTypes": [10], "SMBIOSAssetTag": "PC-00412"}],
    "Win32_BaseBoard": [{"SerialNumber": "To Be Filled By O.E.M."}],
    "Win32_ComputerSystemProduct": [{"UUID": "4C4C4544-0041-4210-8042-B7C04F334533"}],
    "Win32_PhysicalMemory": [
        {
            "DeviceLocator": "DIMM A",
            "Capacity": "17179869184",
            "Speed": 4800,
            "SMBIOSMemoryType": 34,
            "Manufacturer": "SK Hynix",
            "PartNumber": "HMCG78AGBSA095N",
            "SerialNumber": "2C11D0A1",
        }
    ],
    "Win32_CacheMemory": [{"Level": 3, "InstalledSize": 928}, {"Level": 4, "InstalledSize": 6656}],
    "Win32_Processor": {"NumberOfCores": 10, "MaxClockSpeed": 1600, "CurrentClockSpeed": 1400, "L3CacheSize": 12288},
    "Win32_Volume": [
        {
            "DriveLetter": "C:",
            "Label": "Système",
            "DeviceID": "\\\\?\\Volume{5d1f7a10-22aa-4bcd-9e01-77aa88bb99cc}\\",
        }
    ],
    "Win32_NetworkAdapterConfiguration": [
        {
            "SettingID": WIFI,
            "Description": "Intel(R) Wi-Fi 6E AX211 160MHz",
            "DHCPEnabled": True,
            "DHCPServer": "10.77.3.1",
            "DHCPLeaseExpires": "20260315091500.000000+060",
            "DefaultIPGateway": ["10.77.3.1", "fe80::1"],
            "DNSServerSearchOrder": ["10.77.3.1", "10.77.3.2"],
            "DNSDomainSuffixSearchOrder": "corp.example.org",
        }
    ],
    "MSFT_NetConnectionProfile": [{"Name": "maison", "InterfaceAlias": "Wi-Fi", "IPv4Connectivity": 4}],
    "Win32_Printer": [
        {
            "Name": "Accueil",
            "DriverName": "PCL6",
            "PortName": "IP_10.0.0.5",
            "Default": True,
            "PrinterStatus": 3,
            "DetectedErrorState": 8,
        },
        None,
    ],
    "Win32_PrintJob": {
        "JobId": 12,
        "Name": "Accueil, 12",
        "Owner": "lmoreau",
        "Document": "x.docx",
        "JobStatus": "Error",
        "TimeSubmitted": "/Date(1773478800000)/",
    },
    "Win32_Battery": [
        {
            "Name": "DELL 7",
            "EstimatedChargeRemaining": 81,
            "BatteryStatus": 2,
            "EstimatedRunTime": 71582788,
            "Chemistry": 6,
        }
    ],
    "BatteryStaticData": [{"DesignedCapacity": 54000, "ManufactureName": "SMP", "SerialNumber": "411"}],
    "BatteryFullChargedCapacity": [{"FullChargedCapacity": 40500}],
    "BatteryCycleCount": [{"CycleCount": 210}],
    "MSFT_PhysicalDisk": [
        {
            "DeviceId": "0",
            "FriendlyName": "NVMe X",
            "Size": 512110190592,
            "BusType": 17,
            "MediaType": 4,
            "HealthStatus": 0,
            "SerialNumber": "ACE4_2E00_1A2B",
            "FirmwareVersion": "41730C20",
        }
    ],
    "MSFT_VirtualDisk": [{"FriendlyName": "Archives", "ResiliencySettingName": "Mirror", "HealthStatus": 1}],
    "AntiVirusProduct": [
        {"displayName": "Windows Defender", "productState": 397568},
        {"displayName": "Other", "productState": 393472},
    ],
    "Win32_Service": [
        {
            "Name": "Spooler",
            "DisplayName": "Spouleur d’impression",
            "State": "Running",
            "StartMode": "Auto",
            "ExitCode": 0,
        },
        {"Name": "Sauvegarde", "DisplayName": "Sauvegarde", "State": "Stopped", "StartMode": "Auto", "ExitCode": 1066},
        {"Name": "edgeupdate", "DisplayName": "Edge", "State": "Stopped", "StartMode": "Auto", "ExitCode": 0},
        {"Name": "TeamViewer", "DisplayName": "TeamViewer", "State": "Running", "StartMode": "Auto", "ExitCode": 0},
        {"Name": "CDPUserSvc_3a1b2", "DisplayName": "CDP", "State": "Running", "StartMode": "Auto", "ExitCode": 0},
    ],
    "Encryption": [{"State": 1}],
    "Marks": [
        {
            "At": "2026-03-14T06:59:58.1234567Z",
            "Id": 1,
            "Source": "Microsoft-Windows-Power-Troubleshooter",
            "Values": [
                "2026-03-13T17:30:00.1Z",
                "2026-03-14T06:59:55.2Z",
                "1",
                "2",
                "3",
                "0",
                "0",
                "Bouton d’alimentation",
            ],
        },
        {"At": "2026-03-02T10:00:00Z", "Id": 6008, "Source": "EventLog", "Values": ["10:00:00", "02/03/2026"]},
        {
            "At": "2026-03-02T10:00:05Z",
            "Id": 1001,
            "Source": "Microsoft-Windows-WER-SystemErrorReporting",
            "Values": ["0x0000009f (0x3, 0x1)", "C:\\Windows\\MEMORY.DMP"],
        },
        {
            "At": "2026-03-12T09:30:00Z",
            "Id": 1000,
            "Source": "Application Error",
            "Values": ["OUTLOOK.EXE", "16.0.17328", "65a", "mso.dll", "16.0", "65b", "c0000005", "0x1"],
        },
        {
            "At": "2026-03-13T09:30:00Z",
            "Id": 1000,
            "Source": "Application Error",
            "Values": ["OUTLOOK.EXE", "16.0.17328", "65a", "mso.dll", "16.0", "65b", "c0000005", "0x1"],
        },
        {"At": "2026-03-13T09:31:00Z", "Id": 1002, "Source": "Application Hang", "Values": ["EXCEL.EXE", "16.0"]},
        {"At": "2026-03-13T08:00:00Z", "Id": 153, "Source": "disk", "Values": ["\\Device\\Harddisk0\\DR0", "0x1", "0"]},
        {"At": "2026-03-13T08:00:00Z", "Id": 47, "Source": "Microsoft-Windows-WHEA-Logger", "Values": ["1"]},
    ],
    "Errors": [
        {
            "At": "2026-03-14T08:00:00Z",
            "Id": 7034,
            "Level": 2,
            "Source": "Service Control Manager",
            "Text": "Le service Sauvegarde s’est terminé de façon inattendue.",
        },
        {
            "At": "2026-03-14T08:05:00Z",
            "Id": 7034,
            "Level": 2,
            "Source": "Service Control Manager",
            "Text": "Le service Sauvegarde s’est terminé de façon inattendue.",
        },
        {"At": "2026-03-14T08:01:00Z", "Id": 55, "Level": 2, "Source": "Ntfs", "Text": "Une structure est endommagée."},
    ],
    "Print": [
        {
            "At": "2026-03-14T08:00:00Z",
            "Id": 372,
            "Level": 2,
            "Source": "PrintService",
            "Text": "Le document n’a pas pu être imprimé.",
        }
    ],
    "MSFT_MpComputerStatus": [
        {
            "AMProductVersion": "4.18.24010.12",
            "AntivirusSignatureLastUpdated": "/Date(1773450000000)/",
            "IsTamperProtected": True,
        }
    ],
    "Win32_PerfFormattedData_Counters_ThermalZoneInformation": [
        {"Name": "\\_TZ.TZ00", "HighPrecisionTemperature": 3232}
    ],
}
LATER: dict[str, Any] = {
    "Win32_UserAccount": [
        {"Name": "lmoreau", "FullName": "Lucie Moreau", "Disabled": False, "SID": "S-1-5-21-1-2-3-1001"},
        {"Name": "Administrateur", "FullName": "", "Disabled": True, "SID": "S-1-5-21-1-2-3-500"},
    ],
    "Administrators": [{"SID": "S-1-5-21-1-2-3-500"}],
    "MSFT_StorageReliabilityCounter": [
        {"DeviceId": "0", "Temperature": 41, "Wear": 3, "PowerOnHours": 5120, "ReadErrorsUncorrected": 0}
    ],
    "SoftwareLicensingProduct": [{"LicenseStatus": 1}],
    "Win32_ReliabilityStabilityMetrics": [
        {"SystemStabilityIndex": 7.412, "TimeGenerated": "20260314070000.000000-000"},
        {"SystemStabilityIndex": 7.5, "TimeGenerated": "20260313230000.000000-000"},
    ],
    "Tasks": [
        {
            "Name": "OneDrive Reporting Task-S-1-5-21-1-2-3-1001",
            "State": 3,
            "LastTaskResult": 2147942402,
            "Last": "2026-03-13T18:00:00.0000000Z",
            "Next": "2026-03-14T18:00:00.0000000Z",
            "Actions": f"net use Z: /user:lmoreau {SECRETS[0]}",
        },
        {"Name": "Jamais", "State": 1, "LastTaskResult": 267011, "Last": "1999-11-30T00:00:00.0000000Z", "Next": None},
    ],
    "Mobile": [
        {"Line": line}
        for line in (
            "Es ist 1 Schnittstelle auf dem System vorhanden:",
            "",
            "    Name                   : Mobilfunk",
            "    Zustand                : Verbunden",
            "    Gerätetyp              : Eingebettet",
            "    Mobilfunkklasse        : GSM",
            "    Geräte-ID              : 490154203237518",
            "    Hersteller             : Sierra Wireless, Incorporated",
            "    Modell                 : EM7455",
            "    Firmwareversion        : SWI9X30C_02.33",
            "    Anbietername           : Orange B",
            "    Roaming                : Kein Roaming",
            "    Signal                 : 71 %",
        )
    ],
    "Looked": [{"Search": "2026-03-14T06:00:00.0000000Z", "Install": "2026-03-11T06:00:00.0000000Z"}],
    "History": [
        {
            "Title": "Mise à jour cumulative 2026-03 pour Windows 11 (KB5035853)",
            "Operation": 1,
            "ResultCode": 2,
            "HResult": 0,
            "At": "2026-03-11T06:00:00Z",
        },
        {
            "Title": "Pilote imprimante 7.1.0",
            "Operation": 1,
            "ResultCode": 4,
            "HResult": -2145116147,
            "At": "2026-03-12T06:00:00Z",
        },
    ],
    "Pending": [{"Title": "Mise à jour de sécurité (KB5036000)", "Security": True}],
}
CLOCK_DE = (
    "Sprungindikator: 0(Keine Warnung)\r\nStratum: 4 (Sekundärreferenz - synchr. durch (S)NTP)\r\n"
    "Präzision: -23 (119.209ns pro Tick)\r\nStammverzögerung: 0,0204s\r\nStammabweichung: 7,77s\r\n"
    "Referenz-ID: 0x0A4D0301 (Quell-IP:  10.77.3.1)\r\nLetzte erfolgr. Synchr.zeit: 14.03.2026 08:59:10\r\n"
    "Quelle: time.windows.com,0x8\r\nAbrufintervall: 10 (1024s)\r\n\r\nPhasenversatz: -0,0123456s\r\n"
    "Taktrate: 0,0156250s\r\nComputerstatus: 2 (Synchronisiert)\r\n"
).encode("cp850")
FILES = {
    "Windows/System32/drivers/etc/hosts": "# Copyright\r\n127.0.0.1 localhost\r\n"
    "10.77.3.9 intranet.example.org intranet\r\n",
    "ProgramData/Microsoft/Network/Connections/Pbk/rasphone.pbk": "[Siège]\r\nEncoding=1\r\nType=2\r\n",
    "ProgramData/chocolatey/config/chocolatey.config": "<chocolatey><sources>"
    f'<source id="maison" value="https://lmoreau:{SECRETS[0]}@depot.example.org/choco"'
    f' password="{SECRETS[1]}" />'
    "</sources></chocolatey>",
    "Users/lmoreau/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Teams.lnk": "x",
    "Users/lmoreau/AppData/Roaming/Mozilla/Firefox/Profiles/a/extensions.json": '{"addons": [{"type": "extension",'
    ' "location": "app-profile", "id": "u@x", "version": "1.58", "defaultLocale": {"name": "uBlock"}}]}',
    "Users/lmoreau/AppData/Local/Temp/a/b.tmp": "x" * 5000,
}
