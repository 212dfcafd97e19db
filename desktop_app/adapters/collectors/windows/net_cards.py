"""Windows: network cards by the name that people see, with driver and kind, from the registry."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import text

_CLASS = "{4D36E972-E325-11CE-BFC1-08002BE10318}"
_DRIVERS = rf"HKLM\SYSTEM\CurrentControlSet\Control\Class\{_CLASS}"
_NAMES = rf"HKLM\SYSTEM\CurrentControlSet\Control\Network\{_CLASS}"
_KINDS = {"9": "wifi", "8": "mobile", "10": "bluetooth", "14": "ethernet"}
"""NDIS_PHYSICAL_MEDIUM as drivers write it."""
_TUNNELS = ("vpn", "tap-windows", "wireguard", "wintun", "anyconnect", "fortinet", "pangp", "zscaler", "tailscale")
_VIRTUAL = ("hyper-v", "virtualbox", "vmware", "virtual")
_BY_NAME = {"wi-fi": "wifi", "wireless": "wifi", "wlan": "wifi", "bluetooth": "bluetooth", "mobile": "mobile"}


@dataclass(frozen=True)
class NetCard:
    """A card: `number` in braces as its other tables name it, `luid` as `tables.luid` does."""

    number: str = ""
    model: str | None = None
    driver: str | None = None
    version: str | None = None
    kind: str | None = None
    luid: int | None = None


def net_cards(pc: Pc) -> dict[str, NetCard]:
    """The cards, by the name of their connection."""
    return dict(_cards(pc.keys))


def _cards(keys: Registry) -> Iterator[tuple[str, NetCard]]:
    for entry in keys.keys(_DRIVERS):
        here = rf"{_DRIVERS}\{entry}"
        number = text(keys.value(here, "NetCfgInstanceId"))
        name = text(keys.value(rf"{_NAMES}\{number}\Connection", "Name")) if number else None
        if number and name:
            yield name, _card(keys, here, number.upper())


def _card(keys: Registry, here: str, number: str) -> NetCard:
    model, medium = text(keys.value(here, "DriverDesc")), keys.value(here, "*PhysicalMediaType")
    kind, index = keys.value(here, "*IfType"), keys.value(here, "NetLuidIndex")
    return NetCard(
        number=number,
        model=model,
        driver=text(keys.value(rf"{here}\Ndi", "Service")),
        version=text(keys.value(here, "DriverVersion")),
        kind=_kind((model or "").lower(), str(medium)),
        luid=kind << 24 | index if isinstance(kind, int) and isinstance(index, int) else None,
    )


def _kind(model: str, medium: str) -> str:
    if any(word in model for word in _TUNNELS):
        return "tunnel"
    if any(word in model for word in _VIRTUAL):
        return "virtual"
    by_name = next((kind for word, kind in _BY_NAME.items() if word in model), None)
    return _KINDS.get(medium) or by_name or "ethernet"
