"""The user's own certificates, shown to servers to sign in: one that ran out is still offered, and refused."""
# ruff: noqa: ARG002 -- every action has the same shape

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.signin.certificate_stores import Certificate, certificates, shelf
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("name", "date", "left_seconds", "count")
_SOON_DAYS = 14
_OUTCOMES = ("expired", "expired_alone", "soon", "fine", "none", "unknown")


@check("signin.own_certificates", Shown(_OUTCOMES, _FACTS, {"days": int}))
def own_certificates(here: Here, given: Given) -> Result:
    """`expired` when another one takes its place, `expired_alone` when a new one is needed, `soon` within `days`."""
    try:
        found = certificates(here)
    except ActionFailed as failure:
        return Result("unknown", detail=failure.detail)
    if not found:
        return Result("none")
    over = [one for one in found if one.left_s <= 0]
    if over:
        outcome = "expired" if len(over) < len(found) else "expired_alone"
        return Result(outcome, {**_facts(over[0]), "count": len(over)}, items=tuple(map(_item, over)))
    first = min(found, key=lambda one: one.left_s)
    is_soon = first.left_s < given.number("days", _SOON_DAYS) * 86400
    return Result("soon" if is_soon else "fine", {**_facts(first), "count": len(found)})


def _facts(one: Certificate) -> Facts:
    return {"name": one.name, "date": one.until.date().isoformat(), "left_seconds": max(0, one.left_s)}


def _item(one: Certificate) -> Item:
    return Item(one.id, _facts(one))


@repair(
    "signin.own_certificates.set_aside",
    Shown(("done", "nothing", "still_open", "by_hand"), _FACTS, resource="certificates"),
)
class SetAside:
    """Takes the certificates that ran out from where programs look for them; their keys stay where they are."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which ones; `by_hand` on macOS, where only the user may move them."""
        over = [one for one in certificates(here) if one.left_s <= 0]
        if not over:
            return Plan(outcome="nothing")
        if here.system == "macos":
            return Plan(facts=_facts(over[0]), outcome="by_hand")
        if any(shelf(here, one.place).is_open() for one in over):
            return Plan(facts=_facts(over[0]), outcome="still_open")
        parts = [{"place": one.place, "name": one.name, "certificate": one.content} for one in over]
        return Plan({"parts": parts}, {**_facts(over[0]), "count": len(over)}, "; ".join(one.id for one in over))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """One after the other."""
        for number, part in enumerate(saved["parts"], start=1):
            shelf(here, part["place"]).take(part["name"], part["certificate"])
            say("setting_changed" if number == len(saved["parts"]) else "", number / len(saved["parts"]))
        return Result("done", {"count": len(saved["parts"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The programs that use them must be closed."""
        return "close_first" if any(shelf(here, part["place"]).is_open() for part in saved["parts"]) else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Back where they were, the last one first: each finds its file as it left it."""
        for part in reversed(saved["parts"]):
            shelf(here, part["place"]).give_back(part["name"], part["certificate"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept beside the record: a certificate is no secret."""
