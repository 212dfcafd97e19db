"""Pages of the wrong size, or signs instead of text: the paper is put right, the driver is only looked at."""

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing.paper_systems import SYSTEMS, Paper, found, is_a4, is_letter
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("printer", "paper", "model", "count")
_NO_DRIVER = ("raw", "text only", "text-only")
_OTHER_NAMES = {
    "hp": ("hp", "hewlett"),
    "hewlett-packard": ("hp", "hewlett"),
    "konica": ("konica", "minolta"),
    "fuji": ("fuji", "xerox"),
    "seiko": ("seiko", "epson"),
    "samsung": ("samsung", "hp", "hewlett"),
    "ricoh": ("ricoh", "nrg", "gestetner", "lanier", "savin", "nashuatec", "infotec"),
}
# Drivers that any maker's printer may have
_FOR_ANY = ("generic", "driverless", "everywhere", "airprint", "postscript")


@check(
    "printing.paper",
    Shown(("right", "letter", "no_driver", "other_maker", "no_printer", "no_service"), _FACTS, {"printer": str}),
)
def paper(here: Here, given: Given) -> Result:
    """Whether a printer (`printer`, else the usual one) prints on the paper of this land, with a driver of its own."""
    system = SYSTEMS[here.system]
    try:
        papers = system.papers(here)
    except ActionFailed as silence:
        return Result("no_service", {"count": 0}, silence.detail)
    if not papers:
        return Result("no_printer", {"count": 0})
    one = found(papers, given.text("printer"))
    facts: Facts = {"printer": one.printer, "paper": one.paper or "–", "model": one.model, "count": len(papers)}
    items = tuple(Item(each.printer, {"printer": each.printer}) for each in papers)
    return Result(_outcome(one, is_letter_land=system.is_letter_land(here)), facts, str(one), items)


def _outcome(one: Paper, *, is_letter_land: bool) -> str:
    model = one.model.lower()
    if any(word in model for word in _NO_DRIVER):
        return "no_driver"
    names = _OTHER_NAMES.get(one.made_by, (one.made_by,))
    is_for_any = any(word in model for word in (*_FOR_ANY, *names))
    if one.made_by and not is_for_any:
        return "other_maker"
    return "letter" if is_letter(one.paper) and one.has_a4 and not is_letter_land else "right"


@repair(
    "printing.paper.set",
    Shown(("done", "not_allowed", "nothing"), _FACTS, {"printer": str}, resource="print_settings"),
)
class SetPaper:
    """Sets A4 for this person's documents."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The paper before."""
        one = found(SYSTEMS[here.system].papers(here), given.text("printer"))
        if is_a4(one.paper):
            return Plan(outcome="nothing")
        saved = SYSTEMS[here.system].plan(here, one.printer)
        return Plan(saved, {"printer": one.printer, "paper": one.paper}, f"{one.printer}: {one.paper}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """A4; `not_allowed` when the system keeps that for others."""
        try:
            SYSTEMS[here.system].set(here, saved)
        except ActionFailed as refusal:
            return Result("not_allowed", {"printer": saved["printer"]}, refusal.detail)
        say("setting_changed", 1)
        return Result("done", {"printer": saved["printer"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Another choice made since is kept."""
        return SYSTEMS[here.system].hindrance(here, saved)

    def undo(self, here: Here, saved: Saved) -> None:
        """The paper before."""
        SYSTEMS[here.system].undo(here, saved)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
