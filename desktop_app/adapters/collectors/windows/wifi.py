"""Windows: the wireless connection, by what wlanapi fills in. Asked only where nobody is asked for their place."""

from typing import Any

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.windows.registry import Registry

_VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_CONSENT = r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\location"
_FIRST_THAT_ASKS = 26100
"""The build of Windows 11 24H2: from it on, wlanapi tells where the user is only after a yes, and asks for one."""
_NAME_AT, _BSSID_AT, _QUALITY_AT, _RATE_AT, _KIND_AT, _BYTES = 520, 560, 576, 580, 596, 604
_KINDS = {
    **{1: "open", 2: "WEP", 3: "WPA Enterprise", 4: "WPA", 6: "WPA2 Enterprise", 7: "WPA2"},
    **{8: "WPA3 Enterprise", 9: "WPA3", 10: "OWE", 11: "WPA3 Enterprise"},
}
"""DOT11_AUTH_ALGORITHM."""


def may_ask(keys: Registry) -> bool:
    """Whether wlanapi can be asked without a question to the user: an older Windows, or the yes is given already."""
    build = str(keys.value(_VERSION, "CurrentBuild") or "")
    if build.isdecimal() and int(build) < _FIRST_THAT_ASKS:
        return True
    places = (rf"HKLM\{_CONSENT}", rf"HKCU\{_CONSENT}", rf"HKCU\{_CONSENT}\NonPackaged")
    return all(keys.value(place, "Value") == "Allow" for place in places)


def connection(table: bytes, signal: int | None, channel: int | None) -> dict[str, Any]:
    """The fields of an interface, from WLAN_CONNECTION_ATTRIBUTES, the signal in dBm and the channel."""
    found: dict[str, Any] = {"wifi_signal_dbm": signal, "wifi_channel": channel}
    if len(table) < _BYTES:
        return found
    size = min(_word(table, _NAME_AT), 32)
    name = table[_NAME_AT + 4 : _NAME_AT + 4 + size]
    quality = _word(table, _QUALITY_AT)
    return found | {
        "wifi_name": clean(name.decode("utf-8", "replace")) or None,
        "wifi_bssid": table[_BSSID_AT : _BSSID_AT + 6].hex(":"),
        "wifi_quality_percent": float(min(quality, 100)),
        "wifi_signal_dbm": signal if signal is not None else min(quality, 100) // 2 - 100,
        "wifi_rate_mbit": _word(table, _RATE_AT) / 1000,
        "wifi_security": _KINDS.get(_word(table, _KIND_AT)),
    }


def _word(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 4], "little")
