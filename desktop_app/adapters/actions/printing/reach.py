"""A printer that does not answer or is switched off here: told apart, switched on again, or another one meanwhile."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.proxy import answers
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.printing import cups, default
from desktop_app.adapters.actions.printing.queues import Queue, queues
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("printer", "address", "count")
# What a printer or its way in says when nobody is there (RFC 8011 and CUPS)
_SILENT = ("offline", "connecting-to-device", "timed-out", "shutdown", "deactivated")
_LIST = (
    "$ports = @{}; Get-PrinterPort | ForEach-Object { $ports[$_.Name] = [string]$_.PrinterHostAddress }; "
    "@(Get-CimInstance Win32_Printer | ForEach-Object { @{name=$_.Name; default=$_.Default; port=$_.PortName; "
    "host=$ports[$_.PortName]; off=$_.WorkOffline; status=$_.PrinterStatus} }) | ConvertTo-Json -Compress"
)
_SET = (
    "$p = Get-CimInstance Win32_Printer | Where-Object Name -eq $env:RESCOUSSE_PRINTER; "
    "Set-CimInstance -InputObject $p -Property @{WorkOffline=[bool][int]$env:RESCOUSSE_OFF}"
)
_NO_PAPER = ("PORTPROMPT:", "SHRFAX:", "nul:", "XPSPort:")
_OFFLINE, _RAW_PORT = 7, 9100


@dataclass(frozen=True)
class Seen:
    """A printer: `ready`, `stopped` (switched off on this computer), or `unreachable`."""

    name: str
    state: str
    address: str = ""
    is_default: bool = False
    is_stopped: bool = False
    is_refusing: bool = False


def look(here: Here) -> list[Seen]:
    """Every printer that puts something on paper, all of them asked at once."""
    with ThreadPoolExecutor(8, thread_name_prefix="printers") as pool:
        if here.system == "windows":
            told = [row for row in rows(powershell(here, _LIST)) if row["port"] not in _NO_PAPER]
            return list(pool.map(_of_windows, told))
        chosen = default.own_default(here) or cups.default(here)
        return [seen for seen in pool.map(lambda queue: _of_cups(queue, chosen), queues(here)) if seen]


def _of_cups(queue: Queue, chosen: str) -> Seen | None:
    if not queue.is_paper:
        return None
    is_silent = any(reason.startswith(_SILENT) for reason in queue.reasons)
    if queue.address:
        is_silent = not answers(*queue.address)
    is_off = queue.is_stopped or queue.is_refusing
    state = "unreachable" if is_silent else "stopped" if is_off else "ready"
    where = queue.address[0] if queue.address else ""
    return Seen(queue.name, state, where, queue.name == chosen, queue.is_stopped, queue.is_refusing)


def _of_windows(row: dict[str, Any]) -> Seen:
    host = str(row.get("host") or "")
    is_off = bool(row.get("off"))
    is_silent = not answers(host, _RAW_PORT) if host else row.get("status") == _OFFLINE and not is_off
    state = "unreachable" if is_silent else "stopped" if is_off else "ready"
    return Seen(str(row["name"]), state, host, bool(row.get("default")), is_off)


def wanted_of(printers: Sequence[Seen], name: str) -> Seen | None:
    """The printer of this name; without one, the default, else the first that has something."""
    if name:
        return next((seen for seen in printers if seen.name == name), None)
    ranked = sorted(printers, key=lambda seen: (not seen.is_default, seen.state == "ready"))
    return next(iter(ranked), None)


@check(
    "printing.reach",
    Shown(("ready", "stopped", "unreachable", "no_printer", "no_service"), _FACTS, {"printer": str}),
)
def printer_reach(here: Here, given: Given) -> Result:
    """Whether a printer (`printer`, else the usual one) can be printed on; the others that can be are offered."""
    try:
        printers = look(here)
    except ActionFailed as silence:
        return Result("no_service", {"count": 0}, silence.detail)
    one = wanted_of(printers, given.text("printer"))
    if one is None:
        return Result("no_printer", {"count": 0})
    others = [seen for seen in printers if seen.state == "ready" and seen != one]
    facts: Facts = {"printer": one.name, "address": one.address or "–", "count": len(others)}
    items = tuple(Item(seen.name, {"printer": seen.name}) for seen in others)
    return Result(one.state, facts, "; ".join(f"{seen.name}: {seen.state} {seen.address}" for seen in printers), items)


@repair(
    "printing.reach.switch_on",
    Shown(("done", "not_allowed", "nothing"), _FACTS, {"printer": str}, resource="printing"),
)
class SwitchOn:
    """Lets a printer work again that was stopped, refuses documents, or is set to be used offline."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The printer, and what was off."""
        one = wanted_of(look(here), given.text("printer"))
        if one is None or not (one.is_stopped or one.is_refusing):
            return Plan(outcome="nothing")
        saved = {"printer": one.name, "stopped": one.is_stopped, "refusing": one.is_refusing}
        return Plan(saved, {"printer": one.name}, str(saved))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On, as far as this person may."""
        is_done = self._turn(here, saved, on=True)
        say("printer_ready" if is_done else "", 1)
        return Result("done" if is_done else "not_allowed", {"printer": saved["printer"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The printer must still be there."""
        return "" if saved["printer"] in {seen.name for seen in look(here)} else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Off again, as it was; ActionFailed when this person may not."""
        if not self._turn(here, saved, on=False):
            raise ActionFailed(f"{saved['printer']} stays on")

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _turn(self, here: Here, saved: Saved, *, on: bool) -> bool:
        """Each part that was off; a name that is no printer of this computer is left alone."""
        name = str(saved["printer"])
        if name not in {seen.name for seen in look(here)}:
            return False
        if here.system == "windows":
            return _turn_windows(here, name, off="0" if on else "1")
        turns = [cups.enable if on else cups.disable] if saved["stopped"] else []
        turns += [cups.accept if on else cups.reject] if saved["refusing"] else []
        done = [turn(here, name) for turn in turns]
        return all(done)


def _turn_windows(here: Here, name: str, off: str) -> bool:
    try:
        powershell(here, _SET, RESCOUSSE_PRINTER=name, RESCOUSSE_OFF=off)
    except ActionFailed:
        return False
    return True
