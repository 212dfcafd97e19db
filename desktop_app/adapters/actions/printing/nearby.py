"""Printers that announce themselves nearby and are not installed: found by the system's own discovery, and added."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote, urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import worked
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.printing.queues import queues
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("printer", "count", "installed")
_LISTEN_S = 2
_TIMES = 3
"""How often one listens before nobody is there: a network may lose an announcement (RFC 6762, 5.2)."""
_ADD_S = 38
_KINDS = ("_ipps._tcp", "_ipp._tcp")
_SCHEMES = ("ipp", "ipps", "dnssd")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_DENIED = "0x80070005"
_REFUSED = ("forbidden", "unauthorized", "not authorized", "not-authorized")
_PUBLISHED = (
    "try { $s = [adsisearcher]'(objectClass=printQueue)'; $s.PageSize = 200; $s.ClientTimeout = '00:00:08'; "
    "@($s.FindAll() | ForEach-Object { @{name=[string]$_.Properties.printername; uri=[string]$_.Properties.uncname} }) "
    "| ConvertTo-Json -Compress } catch { '[]' }"
)
_INSTALLED = (
    "@(Get-Printer | Where-Object { $_.PortName -notin 'PORTPROMPT:','SHRFAX:','nul:' } | "
    "ForEach-Object { @{name=$_.Name; uri=$_.Name} }) | ConvertTo-Json -Compress"
)
_ADD, _REMOVE = "Add-Printer -ConnectionName $env:RESCOUSSE_URI", "Remove-Printer -Name $env:RESCOUSSE_URI"


@dataclass(frozen=True)
class Near:
    """A printer: its name as people know it, and where it is."""

    name: str
    uri: str

    @property
    def queue(self) -> str:
        """Its name as a queue may be called."""
        return _NOT_IN_A_NAME.sub("_", self.name).strip("_")[:60] or "Imprimante"


def installed(here: Here) -> list[Near]:
    """The printers of this computer that put something on paper; ActionFailed when printing does not answer."""
    if here.system == "windows":
        return [Near(str(row["name"]), str(row["uri"])) for row in rows(powershell(here, _INSTALLED))]
    return [Near(queue.name, queue.uri) for queue in queues(here) if queue.is_paper]


def nearby(here: Here) -> list[Near]:
    """What announces itself; most printers do so twice, the second time without encryption."""
    if here.system == "windows":
        told = rows(powershell(here, _PUBLISHED, 12))
        return [Near(str(row["name"]), str(row["uri"])) for row in told if str(row["uri"]).startswith("\\\\")]
    with ThreadPoolExecutor(len(_KINDS), thread_name_prefix="printers") as pool:
        heard = pool.map(lambda kind: _heard(here, kind), _KINDS)
    return list(chain(*heard))


def listenings(here: Here) -> Iterator[list[Near]]:
    """What is nearby, looked for anew at each step: an announcement may be lost, the list of a directory is not."""
    for _ in range(1 if here.system == "windows" else _TIMES):
        yield nearby(here)


def _heard(here: Here, kind: str) -> list[Near]:
    """Name and address on lines of their own, as `ippfind` prints them."""
    ask = ("ippfind", "-T", str(_LISTEN_S), kind, "--print-name", "--print")
    return read(worked(here, *ask, deadline_s=_LISTEN_S + 4).out)


def read(text: str) -> list[Near]:
    """The answer of `ippfind --print-name --print`."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    pairs = zip(lines[::2], lines[1::2], strict=False)
    return [Near(unquote(name), uri) for name, uri in pairs if urlsplit(uri).scheme in _SCHEMES]


def fresh(here: Here) -> tuple[list[Near], list[Near]]:
    """The printers that are installed, and those nearby that are not, one entry a printer: encrypted where it can."""
    known = installed(here)
    taken = {one.name for one in known} | {one.queue for one in known} | {one.uri for one in known}
    for heard in listenings(here):
        safest_last = sorted(heard, key=lambda one: urlsplit(one.uri).scheme == "ipps")
        if new := {one.name: one for one in safest_last if taken.isdisjoint((one.queue, one.uri))}:
            return known, list(new.values())
    return known, []


@check(
    "printing.nearby",
    Shown(("found", "nothing_new", "nothing", "installed", "no_service"), _FACTS, {"wanted": str}),
)
def printers_nearby(here: Here, given: Given) -> Result:
    """Which printers could be added; with `wanted` (an address), whether that one is installed."""
    try:
        known, new = ([*installed(here)], []) if given.text("wanted") else fresh(here)
    except ActionFailed as silence:
        return Result("no_service", {"count": 0, "installed": 0}, silence.detail)
    one = next((near for near in known if given.text("wanted") in ("", near.uri)), None)
    shown = (new or known or [Near("–", "")])[0].name
    facts: Facts = {"printer": shown, "count": len(new), "installed": len(known)}
    detail = "; ".join(f"{near.name}: {near.uri}" for near in new)
    items = tuple(Item(near.uri, {"printer": near.name}) for near in new)
    if given.text("wanted"):
        return Result("installed" if one else "nothing", {**facts, "printer": one.name if one else "–"})
    return Result("found" if new else "nothing_new" if known else "nothing", facts, detail, items)


@repair(
    "printing.nearby.add",
    Shown(("done", "not_allowed", "refused", "nothing"), _FACTS, {"printer": str}, resource="printing"),
)
class Add:
    """Adds one printer that announces itself: nothing is downloaded, it speaks a language every computer knows."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The printer, which must announce itself now."""
        if one := _announced(here, given.text("printer")):
            return Plan({"queue": one.queue, "uri": one.uri}, {"printer": one.name}, one.uri)
        return Plan(outcome="nothing")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Added; one that is there already is left."""
        result = Result("done") if self._is_there(here, saved) else self._add(here, saved)
        say("printer_added" if result.outcome == "done" else "", 1)
        return result

    def hindrance(self, here: Here, saved: Saved) -> str:
        """A queue of that name that leads elsewhere by now is somebody's own."""
        others = {one.name for one in installed(here) if one.uri != saved["uri"]}
        return "changed_since" if saved["queue"] in others else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Taken away again; only what leads to that address."""
        if not self._is_there(here, saved):
            return
        if here.system == "windows":
            powershell(here, _REMOVE, RESCOUSSE_URI=_shared(saved))
        else:
            here.asked("lpadmin", "-x", str(saved["queue"]))

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _is_there(self, here: Here, saved: Saved) -> bool:
        wanted = (saved["queue"], saved["uri"])
        return any(wanted == (one.name, one.uri) or one.name == saved["uri"] for one in installed(here))

    def _add(self, here: Here, saved: Saved) -> Result:
        queue, uri = str(saved["queue"]), str(saved["uri"])
        if here.system == "windows":
            return Result(_added(here, _shared(saved)))
        if urlsplit(uri).scheme not in _SCHEMES or _NOT_IN_A_NAME.search(queue):
            raise ActionFailed(f"no printer {uri}")
        ran = worked(here, "lpadmin", "-p", queue, "-E", "-v", uri, "-m", "everywhere", deadline_s=_ADD_S)
        if ran.code == 0:
            return Result("done")
        outcome = "not_allowed" if any(word in ran.err.lower() for word in _REFUSED) else "refused"
        return Result(outcome, detail=f"{uri}: {ran.err.strip()}")


def _announced(here: Here, uri: str) -> Near | None:
    """The printer of that address, which is not installed; None when it does not announce itself."""
    if uri in {one.uri for one in installed(here)}:
        return None
    return next((one for one in chain.from_iterable(listenings(here)) if one.uri == uri), None)


def _shared(saved: Saved) -> str:
    """The address of a printer that a server shares; ActionFailed for any other: those were not added by us."""
    uri = str(saved["uri"])
    if not uri.startswith("\\\\"):
        raise ActionFailed(f"no shared printer {uri}")
    return uri


def _added(here: Here, uri: str) -> str:
    try:
        powershell(here, _ADD, _ADD_S, RESCOUSSE_URI=uri)
    except ActionFailed as refusal:
        return "not_allowed" if _DENIED in refusal.detail else "refused"
    return "done"
