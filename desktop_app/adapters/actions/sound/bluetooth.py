"""Bluetooth and the headsets that this computer knows: BlueZ, and what Windows and macOS report."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.adapters.actions import bus
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.kernel import word
from desktop_app.adapters.actions.powershell import powershell

BLUEZ = "org.bluez"
ADAPTER, DEVICE = f"{BLUEZ}.Adapter1", f"{BLUEZ}.Device1"
# Bluetooth assigned numbers: plays music, talks as a headset, talks hands-free
_AUDIO = ("0000110b", "00001108", "0000111e")
_RADIO = (
    "Add-Type -AssemblyName System.Runtime.WindowsRuntime; "
    "$null=[Windows.Devices.Radios.Radio,Windows.System.Devices,ContentType=WindowsRuntime]; "
    "$null=[Windows.Devices.Radios.RadioAccessStatus,Windows.System.Devices,ContentType=WindowsRuntime]; "
    "$as=([System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and "
    "$_.GetParameters().Count -eq 1 -and $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation`1' })[0]; "
    "function Wait($it,$kind) { $t=$as.MakeGenericMethod($kind).Invoke($null,@($it)); $null=$t.Wait(8000); $t.Result } "
    "; $all=Wait ([Windows.Devices.Radios.Radio]::GetRadiosAsync()) "
    "([System.Collections.Generic.IReadOnlyList[Windows.Devices.Radios.Radio]]); "
    "$radio=$all | Where-Object { $_.Kind -eq 'Bluetooth' } | Select-Object -First 1; "
)
_STATE = (
    "@{radio=$(if($radio){$radio.State.ToString()}else{''}); "
    "known=@(Get-PnpDevice -Class Bluetooth | Where-Object InstanceId -like 'BTHENUM\\DEV_*' | "
    "Select-Object InstanceId,FriendlyName); "
    "sound=@(Get-PnpDevice -Class AudioEndpoint -PresentOnly | Select-Object FriendlyName,Status); "
    "talks=@(Get-PnpDevice -InstanceId 'BTHENUM\\{0000110B*','BTHENUM\\{0000111E*' -ErrorAction SilentlyContinue | "
    "Select-Object InstanceId)} | ConvertTo-Json -Depth 4 -Compress"
)
_SWITCH = "$null=Wait ($radio.SetStateAsync($env:RESCOUSSE_STATE)) ([Windows.Devices.Radios.RadioAccessStatus])"


@dataclass(frozen=True)
class Headset:
    """Something known that plays sound."""

    id: str
    title: str
    is_linked: bool


@dataclass(frozen=True)
class State:
    """The radio: `on`, `off`, `blocked` (by a key of the computer), `none`, or empty when nobody knows; the headsets.

    `adapter` is the system's name of the radio.
    """

    radio: str
    adapter: str = ""
    headsets: tuple[Headset, ...] = ()


def state(here: Here) -> State:
    """Bluetooth now."""
    if here.system == "windows":
        return read_windows(powershell(here, _RADIO + _STATE, deadline_s=30))
    if here.system == "macos":
        return read_mac(here.asked("system_profiler", "SPBluetoothDataType", "-json", deadline_s=20))
    return _linux(here)


def _linux(here: Here) -> State:
    found = bus.objects(here, BLUEZ)
    adapters = {path: faces[ADAPTER] for path, faces in found.items() if ADAPTER in faces}
    headsets = tuple(_headset(path, faces[DEVICE]) for path, faces in found.items() if _is_headset(faces))
    if not adapters:
        return State(_switch(here) or ("none" if found else ""), "", headsets)
    path, adapter = next(iter(sorted(adapters.items())))
    radio = "on" if adapter.get("Powered") else _switch(here) or "off"
    return State(radio, path, headsets)


def _switch(here: Here) -> str:
    """`blocked` when a key of the computer keeps the radio quiet; what a program set is `off`."""
    for entry in here.at("sys/class/rfkill").glob("rfkill*"):
        if word(entry / "type") == "bluetooth" and word(entry / "hard") == "1":
            return "blocked"
    return ""


def _is_headset(faces: Mapping[str, Any]) -> bool:
    device = faces.get(DEVICE, {})
    kinds = {str(kind).partition("-")[0].lower() for kind in device.get("UUIDs") or ()}
    is_audio = bool(kinds & set(_AUDIO)) or str(device.get("Icon", "")).startswith("audio-")
    return bool(device.get("Paired")) and is_audio


def _headset(path: str, device: Mapping[str, Any]) -> Headset:
    title = str(device.get("Alias") or device.get("Name") or device.get("Address"))
    return Headset(path, title, bool(device.get("Connected")))


def read_windows(text: str) -> State:
    """The JSON of one question: a headset is linked when a loudspeaker of its name is there."""
    answer = json.loads(text)
    radio = {"On": "on", "Off": "off", "Disabled": "blocked", "": "none"}.get(answer["radio"], "")
    talks = " ".join(row["InstanceId"] for row in answer["talks"] or ()).upper()
    there = [row["FriendlyName"] or "" for row in answer["sound"] or () if row["Status"] == "OK"]
    headsets = []
    for row in answer["known"] or ():
        address = row["InstanceId"].partition("DEV_")[2].partition("\\")[0].upper()
        title = row["FriendlyName"] or address
        if address and address in talks:
            headsets.append(Headset(address, title, any(title in name for name in there)))
    return State(radio, "radio", tuple(headsets))


def read_mac(text: str) -> State:
    """The system report: the controller, what is connected and what is only known."""
    report = (json.loads(text or "{}").get("SPBluetoothDataType") or [{}])[0]
    controller = report.get("controller_properties", {})
    radio = {"attrib_on": "on", "attrib_off": "off"}.get(controller.get("controller_state", ""), "none")
    headsets = [
        Headset(title, title, is_linked)
        for part, is_linked in (("device_connected", True), ("device_not_connected", False))
        for row in report.get(part, ())
        for title, device in row.items()
        if device.get("device_minorType") in ("Headset", "Headphones", "Speaker", "Hands-Free")
    ]
    return State(radio, "controller", tuple(headsets))


def switch(here: Here, adapter: str, *, on: bool) -> None:
    """Turns the radio on or off; ActionFailed with the system's complaint."""
    if here.system == "windows":
        powershell(here, _RADIO + _SWITCH, deadline_s=30, RESCOUSSE_STATE="On" if on else "Off")
    else:
        bus.Service(BLUEZ, adapter, ADAPTER).put(here, "Powered", "b", "true" if on else "false")


def link(here: Here, headset: str, *, on: bool) -> None:
    """Connects or disconnects a headset of Linux; ActionFailed when it is out of reach."""
    bus.Service(BLUEZ, headset, DEVICE).tell(here, "Connect" if on else "Disconnect", deadline_s=30)
