"""What `system_profiler` says of a Mac that never was, after Apple's own descriptions."""

from typing import Any

SECRETS = ("Pluie-8842", "Orage!77", "Neige4411")
"""What people leave lying about on such a machine."""
MACHINE: dict[str, Any] = {
    "SPHardwareDataType": [
        {
            "machine_name": "MacBook Air",
            "machine_model": "Mac14,2",
            "model_number": "MLY33FN/A",
            "chip_type": "Apple M2",
            "serial_number": "ABCDE12345",
            "platform_UUID": "6C1B0D4E-1111-2222-3333-444455556666",
            "boot_rom_version": "11881.41.5",
        }
    ],
    "SPiBridgeDataType": [
        {
            "ibridge_secure_boot": "Full Security",
            "ibridge_sb_sip": "Enabled",
            "ibridge_sb_ssv": "Enabled",
            "ibridge_build": "iBoot-11881.41.5",
        }
    ],
    "SPMemoryDataType": [{"SPMemoryDataType": "16 GB", "dimm_type": "LPDDR5", "dimm_manufacturer": "Hynix"}],
    "SPNVMeDataType": [
        {
            "_name": "Apple SSD Controller",
            "_items": [
                {
                    "_name": "APPLE SSD AP0512Z",
                    "bsd_name": "disk0",
                    "device_model": "APPLE SSD AP0512Z",
                    "device_serial": "0ba01f11445",
                    "device_revision": "561.40.3",
                    "size_in_bytes": 500277792768,
                    "spnvme_trim_support": "Yes",
                }
            ],
        }
    ],
    "SPStorageDataType": [
        {
            "_name": "Macintosh HD",
            "mount_point": "/",
            "volume_uuid": "7D0C4C0C-0000-4444-8888-111122223333",
            "writable": "no",
        }
    ],
    "SPPowerDataType": [
        {
            "_name": "spbattery_information",
            "sppower_battery_charge_info": {
                "sppower_battery_state_of_charge": 77,
                "sppower_battery_is_charging": "FALSE",
                "sppower_battery_fully_charged": "FALSE",
            },
            "sppower_battery_health_info": {
                "sppower_battery_cycle_count": 210,
                "sppower_battery_health_maximum_capacity": "86%",
            },
            "sppower_battery_model_info": {"sppower_battery_device_name": "bq40z651"},
        },
        {
            "_name": "sppower_ac_charger_information",
            "sppower_ac_charger_watts": "30",
            "sppower_battery_charger_connected": "TRUE",
        },
    ],
    "SPDisplaysDataType": [
        {
            "_name": "Apple M2",
            "sppci_model": "Apple M2",
            "spdisplays_mtlgpufamilysupport": "spdisplays_metal3",
            "spdisplays_ndrvs": [
                {
                    "_name": "Color LCD",
                    "_spdisplays_resolution": "1440 x 932 @ 60.00Hz",
                    "_spdisplays_pixels": "2880 x 1864",
                    "_spdisplays_display-serial-number": "fd626d62",
                    "spdisplays_connection_type": "spdisplays_internal",
                    "spdisplays_main": "spdisplays_yes",
                    "spdisplays_online": "spdisplays_yes",
                }
            ],
        }
    ],
}
INTEL: dict[str, Any] = MACHINE | {
    "SPHardwareDataType": [
        {"machine_name": "iMac", "machine_model": "VMware20,1", "cpu_type": "8-Core Intel Core i7", "packages": 1}
    ],
    "SPiBridgeDataType": [],
    "SPMemoryDataType": [
        {
            "_name": "global_name",
            "_items": [
                {
                    "_name": "BANK 0/DIMM0",
                    "dimm_size": "8 GB",
                    "dimm_speed": "2667 MHz",
                    "dimm_type": "DDR4",
                    "dimm_status": "ok",
                    "dimm_part_number": "0x4D34",
                    "dimm_serial_number": "0x40A1",
                },
                {"_name": "BANK 1/DIMM0", "dimm_size": "8 GB", "dimm_status": "ecc_errors"},
                {"_name": "BANK 2/DIMM0", "dimm_size": "empty", "dimm_status": "empty"},
            ],
        }
    ],
}
"""A Mac with Intel's processor: modules of memory that can be told apart, and a cache of the third level."""
AROUND: dict[str, Any] = {
    "SPNetworkDataType": [
        {
            "_name": "Wi-Fi",
            "interface": "en0",
            "type": "AirPort",
            "hardware": "AirPort",
            "dhcp": {"dhcp_server_identifier": "10.77.3.1", "dhcp_lease_duration": 86400},
            "IPv4": {"ConfigMethod": "DHCP", "Addresses": ["10.77.3.31"], "Router": "10.77.3.1"},
            "Proxies": {"HTTPProxyUsername": "lmoreau", "HTTPProxyPassword": SECRETS[0]},
        }
    ],
    "SPAudioDataType": [
        {
            "_name": "coreaudio_device",
            "_items": [
                {
                    "_name": "MacBook Air Speakers",
                    "coreaudio_device_output": 2,
                    "coreaudio_default_audio_output_device": "spaudio_yes",
                    "coreaudio_device_transport": "coreaudio_device_type_builtin",
                },
                {"_name": "MacBook Air Microphone", "coreaudio_device_input": 1},
            ],
        }
    ],
    "SPCameraDataType": [{"_name": "FaceTime HD Camera", "spcamera_unique-id": "47B4"}],
    "SPUSBDataType": [
        {
            "_name": "USB31Bus",
            "host_controller": "AppleT8112USBXHCI",
            "_items": [
                {
                    "_name": "USB3.1 Hub",
                    "vendor_id": "0x2109  (VIA Labs, Inc.)",
                    "product_id": "0x0817",
                    "location_id": "0x01100000 / 1",
                    "_items": [
                        {
                            "_name": "DataTraveler 3.0",
                            "manufacturer": "Kingston",
                            "vendor_id": "0x0951  (Kingston Technology Company)",
                            "product_id": "0x1666",
                            "serial_num": "E0D55EA573F0",
                            "location_id": "0x01120000 / 3",
                            "device_speed": "super_speed",
                        }
                    ],
                },
                {"_name": "Keyboard", "vendor_id": "apple_vendor_id", "product_id": "0x029c"},
            ],
        }
    ],
    "SPPCIDataType": [
        {
            "_name": "ethernet",
            "sppci_device_type": "sppci_ethernet",
            "sppci_vendor-id": "0x14e4",
            "sppci_device-id": "0x1682",
            "sppci_slot_name": "Thunderbolt@14,0,0",
            "sppci_driver_installed": "No",
        },
        {"_name": "display", "sppci_device_type": "sppci_display", "sppci_driver_installed": "Yes"},
    ],
    "SPThunderboltDataType": [
        {
            "_name": "thunderboltusb4_bus_0",
            "vendor_name_key": "Apple Inc.",
            "_items": [{"_name": "TS4", "device_name_key": "TS4", "vendor_name_key": "CalDigit, Inc."}],
        }
    ],
    "SPBluetoothDataType": [
        {
            "controller_properties": {"controller_state": "attrib_on", "controller_chipset": "BCM_4387"},
            "device_connected": [
                {
                    "Magic Keyboard": {
                        "device_address": "A4:2B:B0:11:22:33",
                        "device_minorType": "Keyboard",
                        "device_batteryLevelMain": "80 %",
                    }
                }
            ],
            "device_not_connected": [{"iPhone de Lucie": {"device_address": "A4:2B:B0:44:55:66"}}],
        }
    ],
}
NEW_USB = {
    "SPUSBHostDataType": [
        {
            "_name": "USB31Bus",
            "USBKeyHardwareType": "Built-in",
            "_items": [
                {
                    "_name": "DataTraveler 3.0",
                    "USBDeviceKeyVendorID": "0x0951",
                    "USBDeviceKeyProductID": "0x1666",
                    "USBDeviceKeyVendorName": "Kingston",
                    "USBDeviceKeySerialNumber": "E0D55EA573F0",
                    "USBDeviceKeyLinkSpeed": "5 Gb/s",
                    "USBKeyLocationID": "0x01120000",
                }
            ],
        }
    ]
}
LATER: dict[str, Any] = {
    "SPAirPortDataType": [
        {
            "spairport_airport_interfaces": [
                {
                    "_name": "en0",
                    "spairport_current_network_information": {
                        "_name": "<redacted>",
                        "spairport_network_channel": "36 (5GHz, 80MHz)",
                        "spairport_network_rate": 866,
                        "spairport_security_mode": "spairport_security_mode_wpa2_personal",
                        "spairport_signal_noise": "-57 dBm / -92 dBm",
                    },
                }
            ]
        }
    ]
}
NAMED: dict[str, Any] = {
    "SPAirPortDataType": [
        {
            "spairport_airport_interfaces": [
                {
                    "_name": "en0",
                    "spairport_current_network_information": {
                        "_name": "Les-Moreau-5G",
                        "spairport_network_bssid": "a4:2b:b0:c1:d2:e3",
                        "spairport_network_channel": 44,
                    },
                }
            ]
        }
    ]
}
"""What older versions told without asking where the user is."""
