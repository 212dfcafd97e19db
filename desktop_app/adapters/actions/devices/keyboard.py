"""A keyboard that types other letters than the ones printed on it: the user says what is printed."""

from desktop_app.adapters.actions.devices import keyboards
from desktop_app.adapters.actions.devices.layouts import LAYOUTS, Layout
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("layout", "wanted_layout", "count")


@check("devices.keyboard", Shown(("set", "unknown", "right", "wrong"), _FACTS, {"wanted": str, "top": str}))
def keyboard(here: Here, given: Given) -> Result:
    """Which layout is in force; with `wanted`, whether it is that one; `top` keeps those whose letters begin so."""
    state = keyboards.read(here)
    known = keyboards.known(state)
    if not known:
        return Result("unknown")
    facts: Facts = {"layout": known[0].title, "count": len(known)}
    if wanted := given.text("wanted"):
        return Result("right" if known[0].xkb == wanted else "wrong", facts)
    items = tuple(Item(one.xkb, {"layout": one.title}) for one in _offered(here, known, given.text("top")))
    return Result("set", facts, ", ".join(one.xkb for one in known), items)


def _offered(here: Here, known: list[Layout], top: str) -> list[Layout]:
    """Those that are set but not in force first, then the others that this system has; `any` keeps them all."""
    top = "" if top == "any" else top
    possible = [one for one in LAYOUTS if here.system == "linux" or (one.tip if here.system == "windows" else one.mac)]
    fitting = [one for one in (*known[1:], *possible) if top.upper() in one.title.upper() or one.title == one.xkb]
    return [one for place, one in enumerate(fitting) if one not in fitting[:place] and one != known[0]]


@repair("devices.keyboard.choose", Shown(("done", "already", "by_hand"), _FACTS, {"layout": str}, resource="keyboard"))
class Choose:
    """Puts another layout in force; the ones that were there stay within reach."""

    def plan(self, here: Here, given: Given) -> Plan:
        """All that is set, before and after. macOS leaves it to its user."""
        state = keyboards.read(here)
        known = keyboards.known(state)
        wanted = next((one for one in (*known, *LAYOUTS) if one.xkb == given.text("layout")), None)
        if wanted is None or not known:
            raise ActionFailed(f"no layout {given.text('layout')}")
        facts: Facts = {"layout": known[0].title, "wanted_layout": wanted.title}
        if wanted == known[0]:
            return Plan(outcome="already", facts=facts)
        if here.system == "macos":
            return Plan(outcome="by_hand", facts=facts)
        after = keyboards.with_first(state, wanted)
        return Plan({"before": state, "after": after}, facts, f"{known[0].xkb} > {wanted.xkb}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Puts it in force."""
        keyboards.write(here, saved["after"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Every part as before or as we left it: also after a change that died half made."""
        return "" if keyboards.is_between(keyboards.read(here), saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        keyboards.write(here, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
