"""Linux: Bluetooth as its keeper tells it (BlueZ), and mobile broadband (ModemManager)."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.linux.bus import Bus, Table
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import Bluetooth, Modem

_BLUEZ, _MODEMS = "org.bluez", "org.freedesktop.ModemManager1"
_DEVICE, _BATTERY = f"{_BLUEZ}.Device1", f"{_BLUEZ}.Battery1"
_MODEM, _SIM = f"{_MODEMS}.Modem", f"{_MODEMS}.Sim"
_NAMED_BY_MAKERS = ("audio", "input", "camera", "printer")
_STATES = {-1: "failed", 2: "locked", 3: "off", 6: "on", 7: "searching", 8: "registered", 11: "connected"}
_RFKILL, _RADIOS = "sys/class/rfkill", "sys/class/bluetooth"


def bluetooth_on(tree: Tree) -> bool | None:
    """Whether the radio may send, by the kernel's own switches; None where there is none."""
    switches = [f"{_RFKILL}/{name}" for name in tree.names(_RFKILL)]
    ours = [switch for switch in switches if tree.text(f"{switch}/type") == "bluetooth"]
    blocked = [any(tree.number(f"{switch}/{kind}") == 1 for kind in ("soft", "hard")) for switch in ours]
    return not all(blocked) if blocked else None


def adapter(tree: Tree) -> str | None:
    """The radio of this machine, by its name and driver."""
    name = next(iter(tree.names(_RADIOS)), None)
    driver = tree.target(f"{_RADIOS}/{name}/device/driver").rpartition("/")[2]
    return f"{name} ({driver})" if name and driver else name


def bluetooth(bus: Bus | None) -> Iterator[Bluetooth]:
    """What is paired with it. Raises ProgramFailed."""
    objects = bus.objects(_BLUEZ) if bus else {}
    return (_paired(faces) for faces in objects.values() if faces.get(_DEVICE, {}).get("Paired"))


def _paired(faces: dict[str, Table]) -> Bluetooth:
    """A device; the names of telephones and computers are what their owners wrote, those of headsets are not."""
    about = faces[_DEVICE]
    kind, name = str(about.get("Icon", "")), about.get("Name") or about.get("Alias")
    is_plain = kind.startswith(_NAMED_BY_MAKERS)
    return Bluetooth(
        name=name if is_plain else None,
        given_name=None if is_plain else name,
        kind=kind or None,
        address=about.get("Address"),
        connected=about.get("Connected"),
        battery_percent=faces.get(_BATTERY, {}).get("Percentage"),
    )


def modems(bus: Bus | None) -> Iterator[Modem]:
    """Modems for the mobile network, with the numbers of the device and of its card. Raises ProgramFailed."""
    objects = bus.objects(_MODEMS, f"/{_MODEMS.replace('.', '/')}") if bus else {}
    for faces in objects.values():
        if bus is not None and _MODEM in faces:
            yield _modem(bus, faces[_MODEM], faces.get(f"{_MODEM}.Modem3gpp", {}))


def _modem(bus: Bus, about: Table, network: Table) -> Modem:
    place = str(about.get("Sim") or "/")
    card = {} if place == "/" else bus.properties(_MODEMS, place, _SIM)
    quality = about.get("SignalQuality") or (None, False)
    return Modem(
        model=about.get("Model") or None,
        maker=about.get("Manufacturer") or None,
        state=_STATES.get(about.get("State", 0), "on"),
        operator=network.get("OperatorName") or card.get("OperatorName") or None,
        signal_percent=quality[0],
        imei=about.get("EquipmentIdentifier") or network.get("Imei") or None,
        sim=card.get("SimIdentifier") or card.get("Imsi") or None,
    )
