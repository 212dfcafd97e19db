"""Cutting this computer off while somebody looks at it: every network at once, and every one back with one click."""
# ruff: noqa: ARG001, ARG002 -- every action has the same shape

import json
import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

import psutil

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.security import evidence
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_FACTS = ("count", "evidence")
_LOOPS = ("lo", "Loopback")


class Network(Protocol):
    """The networks of a system. What `on` gives is enough for `switch` to bring exactly those back."""

    def on(self, here: Here) -> list[str] | None:
        """Those that are on; None where nobody but the user can cut them."""

    def switch(self, here: Here, names: list[str], *, on: bool) -> None:
        """On or off; what refuses is left, and measured afterwards."""


class NetworkManager:
    """Linux: all at once, as the desktop's own switch does."""

    _NAME, _PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
    _ALL = "networking"

    def on(self, here: Here) -> list[str] | None:
        """The one switch."""
        with suppress(ActionFailed, ValueError, KeyError, TypeError):
            is_on = json.loads(self._ask(here, "get-property", "NetworkingEnabled"))["data"]
            return [self._ALL] if is_on else []
        return None

    def switch(self, here: Here, names: list[str], *, on: bool) -> None:
        """Its own method, which a person at the screen may call."""
        if self._ALL in names:
            self._ask(here, "call", "Enable", "b", "true" if on else "false")

    def _ask(self, here: Here, verb: str, member: str, *values: str) -> str:
        quiet = ("--system", "--json=short", "--timeout=8", "--auto-start=no", "--allow-interactive-authorization=no")
        return here.asked("busctl", *quiet, verb, self._NAME, self._PATH, self._NAME, member, *values)


class Adapters:
    """Windows: cards are an administrator's, radios the user's own."""

    _CARDS = (
        "Get-NetAdapter -Physical | Where-Object Status -eq 'Up' | Select-Object Name,"
        "@{n='Radio';e={$_.NdisPhysicalMedium -eq 9}} | ConvertTo-Json -Compress"
    )
    _OFF = "Disable-NetAdapter -Name $env:RESCOUSSE_CARD -Confirm:$false"
    _ON = "Enable-NetAdapter -Name $env:RESCOUSSE_CARD -Confirm:$false"
    # Windows.Devices.Radios.Radio, whose answers PowerShell must be told how to wait for
    _RADIO = (
        "Add-Type -AssemblyName System.Runtime.WindowsRuntime; "
        "[void][Windows.Devices.Radios.Radio,Windows.System.Devices,ContentType=WindowsRuntime]; "
        "$task=[System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and "
        "$_.GetParameters().Count -eq 1 -and $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation`1' } | "
        "Select-Object -First 1; "
        "function Wait-For($what,$kind) { $t=$task.MakeGenericMethod($kind).Invoke($null,@($what)); "
        "[void]$t.Wait(8000); $t.Result }; "
        "$all=Wait-For ([Windows.Devices.Radios.Radio]::GetRadiosAsync()) "
        "([System.Collections.Generic.IReadOnlyList[Windows.Devices.Radios.Radio]]); "
        "$all | Where-Object { $_.Kind -eq 'WiFi' } | ForEach-Object { [void](Wait-For "
        "($_.SetStateAsync($env:RESCOUSSE_STATE)) ([Windows.Devices.Radios.RadioAccessStatus])) }"
    )

    def on(self, here: Here) -> list[str] | None:
        """Cards that carry something now; those with a radio are marked."""
        return [f"{'radio' if row['Radio'] else 'cable'}:{row['Name']}" for row in rows(powershell(here, self._CARDS))]

    def switch(self, here: Here, names: list[str], *, on: bool) -> None:
        """The cards first; where that is refused, the radio."""
        for name in names:
            kind, _, card = name.partition(":")
            try:
                powershell(here, self._ON if on else self._OFF, RESCOUSSE_CARD=card)
            except ActionFailed:
                if kind == "radio":
                    powershell(here, self._RADIO, RESCOUSSE_STATE="On" if on else "Off")


class NetworkSetup:
    """macOS: the power of Wi-Fi is the user's own, other services may ask for more."""

    _PORT = re.compile(r"Hardware Port: (.+)\nDevice: (\w+)")

    def on(self, here: Here) -> list[str] | None:
        """Ports that are up and have an address."""
        ports = self._PORT.findall(here.asked("networksetup", "-listallhardwareports"))
        active = [device for _, device in ports if "status: active" in here.run("ifconfig", device).out]
        return [f"{'wifi' if port == 'Wi-Fi' else port}:{device}" for port, device in ports if device in active]

    def switch(self, here: Here, names: list[str], *, on: bool) -> None:
        """Wi-Fi by its power, the rest by its service."""
        state = "on" if on else "off"
        for name in names:
            port, _, device = name.rpartition(":")
            words = ("-setairportpower", device) if port == "wifi" else ("-setnetworkserviceenabled", port)
            here.run("networksetup", *words, state)


_NETWORKS: Mapping[str, Network] = {"linux": NetworkManager(), "windows": Adapters(), "macos": NetworkSetup()}


@check("security.network", Shown(("on", "off"), _FACTS))
def network_state(here: Here, given: Given) -> Result:
    """Whether anything still connects this computer."""
    names = _NETWORKS[here.system].on(here)
    if names is None:
        names = _with_address()
    return Result("on" if names else "off", {"count": len(names)}, ", ".join(names))


def _with_address() -> list[str]:
    """Cards that are up and have an address that reaches further than the cable."""
    up = {name for name, status in psutil.net_if_stats().items() if status.isup and not name.startswith(_LOOPS)}
    every = psutil.net_if_addrs().items()
    return [name for name, found in every if name in up and any(map(_reaches, found))]


def _reaches(one: Any) -> bool:
    is_ip = one.family in (socket.AF_INET, socket.AF_INET6)
    return is_ip and not one.address.lower().startswith(("169.254.", "fe80:", "127.", "::1"))


@repair("security.network.cut", Shown(("done", "by_hand", "off"), _FACTS, resource="network"))
class Cut:
    """Switches every network off, after writing down what was going on."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which ones are on; `by_hand` where only the user can cut them."""
        names = _NETWORKS[here.system].on(here)
        if not names:
            return Plan(outcome="by_hand" if names is None and _with_address() else "off")
        saved: dict[str, Any] = {"names": names, "token": evidence.new_token()}
        return Plan(saved, {"count": len(names)}, ", ".join(names))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """What is going on first: afterwards the connections are gone."""
        file = evidence.write(here, saved["token"])
        say("", 0.5)
        try:
            _NETWORKS[here.system].switch(here, list(saved["names"]), on=False)
        except ActionFailed as refusal:
            return Result("by_hand", {"evidence": file.name}, refusal.detail)
        say("setting_changed", 1)
        return Result("done", {"evidence": file.name}, str(file))

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It can always come back."""
        return ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Those that were on are on again. What was written down stays until its time is over."""
        system = _NETWORKS[here.system]
        on = system.on(here) or []
        if missing := [str(name) for name in saved["names"] if name not in on]:
            system.switch(here, missing, on=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """What was written down goes."""
        evidence.drop(here, saved["token"])
