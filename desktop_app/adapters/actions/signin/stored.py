"""A password kept for a server: the old one, after a change, is offered again and again until the account locks.

It is set aside where it is: the entry gets another name, under which no program looks for it. The secret itself never
leaves the system's own store and never passes through us.
"""

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.adapters.actions.signin.password import password
from desktop_app.adapters.actions.signin.stores import Entry, store
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("server", "account", "age_seconds", "count", "entry")
_SHOWN = 12


@check("signin.stored", Shown(("older", "some", "none", "unknown", "kept", "away"), _FACTS, {"wanted": str}))
def stored(here: Here, given: Given) -> Result:
    """The passwords kept for servers, oldest first; `older` when one was kept before the password was changed.

    With `wanted`, whether programs still find that one.
    """
    try:
        entries = sorted(store(here).entries(), key=lambda entry: -entry.age_s)
    except ActionFailed as failure:
        return Result("unknown", detail=failure.detail)
    if wanted := given.text("wanted"):
        return Result("kept" if any(entry.id == wanted for entry in entries) else "away")
    if not entries:
        return Result("none", {"count": 0})
    items = tuple(Item(entry.id, _facts(entry)) for entry in entries[:_SHOWN])
    outcome = "older" if _is_older(here, entries[0]) else "some"
    return Result(outcome, {**_facts(entries[0]), "count": len(entries)}, items=items)


def _facts(entry: Entry) -> Facts:
    return {"server": entry.server, "account": entry.account, "age_seconds": entry.age_s}


def _is_older(here: Here, entry: Entry) -> bool:
    known = password(here)
    return bool(known and known.set_at and entry.kept_at < known.set_at)


@repair(
    "signin.stored.set_aside",
    Shown(("done", "nothing", "cannot_keep"), _FACTS, {"entry": str}, resource="keyring"),
)
class SetAside:
    """Gives one entry another name."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one; `cannot_keep` when Windows does not let it be kept."""
        entry = _chosen(here, given.text("entry"))
        if entry is None:
            return Plan(outcome="nothing")
        if not entry.can_move:
            return Plan(facts=_facts(entry), outcome="cannot_keep")
        return Plan({"entry": entry.id, "key": entry.key}, _facts(entry), entry.id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Away; twice is no harm."""
        store(here).move_away(saved["entry"], saved["key"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It must still be there, and no new password kept for the same account since."""
        return store(here).hindrance(saved["entry"], saved["key"])

    def undo(self, here: Here, saved: Saved) -> None:
        """Its own name again."""
        store(here).move_back(saved["entry"], saved["key"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good."""
        store(here).delete_moved(saved["entry"], saved["key"])


def _chosen(here: Here, entry_id: str) -> Entry | None:
    return next((entry for entry in store(here).entries() if entry.id == entry_id), None)


@repair(
    "signin.stored.remove",
    Shown(("done", "nothing"), _FACTS, {"entry": str}, resource="keyring", undoable=False),
)
class Remove(Final):
    """Deletes one entry that cannot be kept under another name."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one."""
        entry = _chosen(here, given.text("entry"))
        if entry is None or entry.can_move:
            return Plan(outcome="nothing")
        return Plan({"entry": entry.id}, _facts(entry), entry.id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Gone; the program asks for the password the next time."""
        if _chosen(here, saved["entry"]):
            store(here).delete(saved["entry"])
        say("setting_changed", 1)
        return Result("done")
