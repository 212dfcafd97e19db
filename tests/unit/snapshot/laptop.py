"""The services of a laptop, as stand-ins: a worn battery, Wi-Fi with a sign-in page, a failing disk, a failed unit."""

from tests.unit.snapshot.private_bus import PrivateBus

UPOWER, NM = "org.freedesktop.UPower", "org.freedesktop.NetworkManager"
UDISKS, SYSTEMD = "org.freedesktop.UDisks2", "org.freedesktop.systemd1"
BLUEZ, MODEMS, LOGIND = "org.bluez", "org.freedesktop.ModemManager1", "org.freedesktop.login1"
UNITS = [
    ("cups.service", "CUPS", "loaded", "active", "running", "", "/org/freedesktop/systemd1/unit/cups", 0, "", "/"),
    ("vpn.service", "VPN", "loaded", "failed", "failed", "", "/org/freedesktop/systemd1/unit/vpn", 0, "", "/"),
    ("apt-daily.timer", "apt", "loaded", "active", "waiting", "", "/org/freedesktop/systemd1/unit/apt", 0, "", "/"),
]
LISTING = f"""
import fnmatch
ret = []
for unit in {UNITS!r}:
    if (not args[0] or unit[3] in args[0]) and fnmatch.fnmatch(unit[0], args[1][0]):
        ret.append(unit)
"""


def path(service: str) -> str:
    return "/" + service.replace(".", "/")


def furnish(bus: PrivateBus) -> None:
    """Start all of them."""
    for service in (_power, _wireless, _drives, _units, _radios, _people):
        service(bus)


def _power(bus: PrivateBus) -> None:
    bus.template("upower", UPOWER)
    place = bus.tell(UPOWER, path(UPOWER), "AddDischargingBattery", "ssdx", "battery_BAT1", "Slice 7", 30.0, 1800)[0]
    more = {"EnergyFullDesign": ("d", 200.0), "NativePath": ("s", "BAT1"), "Serial": ("s", "SN-7788")}
    bus.say(UPOWER, place, f"{UPOWER}.Device", more)


def _wireless(bus: PrivateBus) -> None:
    bus.template("networkmanager", NM)
    device = bus.tell(NM, path(NM), "AddWiFiDevice", "ssi", "wlan", "wlp2s0", 100)[0]
    point = bus.tell(
        NM,
        path(NM),
        "AddAccessPoint",
        "ssssuuuyu",
        device,
        "home",
        "Chez Léa",
        "00:23:f8:7e:12:bb",
        2,
        5180,
        5400,
        41,
        0x500,
    )[0]
    lease = f"{path(NM)}/DHCP4Config/1"
    given = {"expiry": ("s", "1773478800"), "dhcp_server_identifier": ("s", "10.77.3.1")}
    bus.add(NM, path(NM), lease, f"{NM}.DHCP4Config", {"Options": ("a{sv}", given)})
    face = f"{NM}.Device.Wireless"
    bus.say(NM, device, face, {"Bitrate": ("u", 86700), "ActiveAccessPoint": ("o", point)})
    bus.say(NM, device, f"{NM}.Device", {"Dhcp4Config": ("o", lease)})
    tunnel = f"{path(NM)}/ActiveConnection/9"
    about = {"Id": ("s", "Siège"), "Type": ("s", "vpn"), "State": ("u", 2), "Vpn": ("b", True), "Devices": ("ao", [])}
    bus.add(NM, path(NM), tunnel, f"{NM}.Connection.Active", about)
    main = {"ActiveConnections": ("ao", [tunnel]), "Connectivity": ("u", 2), "Metered": ("u", 1)}
    bus.say(NM, path(NM), NM, main)


def _drives(bus: PrivateBus) -> None:
    bus.stand_in(UDISKS, path(UDISKS), f"{UDISKS}.Manager", "-m")
    drive = f"{path(UDISKS)}/drives/one"
    bus.add(UDISKS, path(UDISKS), drive, f"{UDISKS}.Drive", {"Serial": ("s", "S-1234567"), "Vendor": ("s", "")})
    smart = {
        "SmartSupported": ("b", True), "SmartUpdated": ("t", 1773478800), "SmartFailing": ("b", True),
        "SmartTemperature": ("d", 318.15), "SmartPowerOnSeconds": ("t", 3600 * 9000),
        "SmartNumBadSectors": ("x", 12), "SmartNumAttributesFailing": ("i", 1),
    }  # fmt: skip
    bus.say(UDISKS, drive, f"{UDISKS}.Drive.Ata", smart)
    block = {"Device": ("ay", b"/dev/nvme0n1\0"), "Drive": ("o", drive)}
    bus.add(UDISKS, path(UDISKS), f"{path(UDISKS)}/block_devices/one", f"{UDISKS}.Block", block)


def _units(bus: PrivateBus) -> None:
    bus.stand_in(SYSTEMD, path(SYSTEMD), f"{SYSTEMD}.Manager")
    bus.tell(
        SYSTEMD,
        path(SYSTEMD),
        "AddMethod",
        "sssss",
        f"{SYSTEMD}.Manager",
        "ListUnitsByPatterns",
        "asas",
        "a(ssssssouso)",
        LISTING,
    )
    bus.say(SYSTEMD, path(SYSTEMD), f"{SYSTEMD}.Manager", {"SystemState": ("s", "degraded")})
    failed, timer = f"{path(SYSTEMD)}/unit/vpn", f"{path(SYSTEMD)}/unit/apt"
    bus.add(SYSTEMD, path(SYSTEMD), failed, f"{SYSTEMD}.Service", {"Result": ("s", "exit-code")})
    times = {
        "LastTriggerUSec": ("t", 1773478800_000000),
        "NextElapseUSecRealtime": ("t", 2**64 - 1),
        "Result": ("s", "success"),
    }
    bus.add(SYSTEMD, path(SYSTEMD), timer, f"{SYSTEMD}.Timer", times)


def _radios(bus: PrivateBus) -> None:
    bus.stand_in(BLUEZ, "/", f"{BLUEZ}.None", "-m")
    for number, (name, icon) in enumerate({"Jabra Evolve 75": "audio-headset", "Téléphone de Léa": "phone"}.items()):
        address = f"00:1A:7D:DA:71:1{number}"
        about = {
            "Name": ("s", name),
            "Icon": ("s", icon),
            "Address": ("s", address),
            "Paired": ("b", True),
            "Connected": ("b", number == 0),
        }
        bus.add(BLUEZ, "/", f"/org/bluez/hci0/dev_{number}", f"{BLUEZ}.Device1", about)
    bus.say(BLUEZ, "/org/bluez/hci0/dev_0", f"{BLUEZ}.Battery1", {"Percentage": ("y", 64)})
    bus.stand_in(MODEMS, path(MODEMS), f"{MODEMS}.None", "-m")
    card = f"{path(MODEMS)}/SIM/0"
    bus.add(MODEMS, path(MODEMS), card, f"{MODEMS}.Sim", {"SimIdentifier": ("s", "8932042000001")})
    modem = {
        "Model": ("s", "EM7455"), "Manufacturer": ("s", "Sierra"), "State": ("i", 11), "Sim": ("o", card),
        "SignalQuality": ("(ub)", (71, True)), "EquipmentIdentifier": ("s", "359072061234562"),
    }  # fmt: skip
    bus.add(MODEMS, path(MODEMS), f"{path(MODEMS)}/Modem/0", f"{MODEMS}.Modem", modem)


def _people(bus: PrivateBus) -> None:
    bus.template("logind", LOGIND)
    bus.tell(LOGIND, path(LOGIND), "AddSession", "ssusb", "c1", "seat0", 1000, "lmoreau", True)
    bus.say(LOGIND, f"{path(LOGIND)}/session/c1", f"{LOGIND}.Session", {"Class": ("s", "user")})
