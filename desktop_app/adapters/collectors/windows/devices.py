"""Windows: the devices that are there now, from the registry's list of all that ever were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import last_part, text

_ENUM, _CLASS = r"HKLM\SYSTEM\CurrentControlSet\Enum", r"HKLM\SYSTEM\CurrentControlSet\Control\Class"
_KINDS = {
    "{4d36e968-e325-11ce-bfc1-08002be10318}": "display",
    "{4d36e972-e325-11ce-bfc1-08002be10318}": "network",
    "{4d36e96e-e325-11ce-bfc1-08002be10318}": "screen",
    "{4d36e96b-e325-11ce-bfc1-08002be10318}": "keyboard",
    "{4d36e96f-e325-11ce-bfc1-08002be10318}": "mouse",
    "{4d36e96c-e325-11ce-bfc1-08002be10318}": "sound",
    "{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}": "sound way",
    "{4d36e96a-e325-11ce-bfc1-08002be10318}": "storage",
    "{4d36e97b-e325-11ce-bfc1-08002be10318}": "storage",
    "{4d36e97d-e325-11ce-bfc1-08002be10318}": "system",
    "{36fc9e60-c465-11cf-8056-444553540000}": "usb",
    "{e0cbf06c-cd8b-4647-bb8a-263b43f0f974}": "bluetooth",
    "{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}": "camera",
    "{6bdd1fc6-810f-11d0-bec7-08002be2092f}": "picture",
    "{745a17a0-74d3-11d0-b6fe-00a0c90f57da}": "input",
}
"""Microsoft's own numbers of device classes."""
_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_MOST = 2000


@dataclass(frozen=True)
class Device:
    """A device: `id` is its instance (`USB\\VID_046D&PID_C52B\\…`), `version` and `date` those of its driver."""

    id: str
    name: str | None = None
    maker: str | None = None
    kind: str | None = None
    driver: str | None = None
    version: str | None = None
    date: str | None = None
    place: str | None = None
    problem: int | None = None
    memory_bytes: int | None = None


def devices(pc: Pc) -> Iterator[Device]:
    """What is there now."""
    return (_device(pc, name) for name in pc.calls.present()[:_MOST])


def settings(keys: Registry, device: str, name: str) -> bytes:
    """A value in bytes that a device keeps in the registry, such as what a screen says of itself."""
    found = keys.value(rf"{_ENUM}\{device}\Device Parameters", name)
    return found if isinstance(found, bytes) else b""


def _device(pc: Pc, name: str) -> Device:
    keys, here = pc.keys, rf"{_ENUM}\{name}"
    driver = rf"{_CLASS}\{text(keys.value(here, 'Driver'))}"
    return Device(
        id=name,
        name=text(keys.value(here, "FriendlyName")) or last_part(keys.value(here, "DeviceDesc")),
        maker=last_part(keys.value(here, "Mfg")),
        kind=_KINDS.get(str(keys.value(here, "ClassGUID")).lower()),
        driver=text(keys.value(here, "Service")),
        version=text(keys.value(driver, "DriverVersion")),
        date=_date(keys.value(driver, "DriverDate")),
        place=text(keys.value(here, "LocationInformation")),
        problem=pc.calls.problem(name),
        memory_bytes=_memory(keys.value(driver, "HardwareInformation.qwMemorySize")),
    )


def _date(value: object) -> str | None:
    """A driver's date, which stands there as month, day, year in every language."""
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    return f"{found[3]}-{int(found[1]):02d}-{int(found[2]):02d}" if found else None


def _memory(value: object) -> int | None:
    return int.from_bytes(value, "little") if isinstance(value, bytes) else value if isinstance(value, int) else None
