"""What may be asked of the person now: masked values of their report, a report, a guided fix that desktops have."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.domain.asking import Asked
from desktop_app.domain.ticket import ENDED
from desktop_app.domain.words import in_language
from desktop_app.helpdesk import asking
from desktop_app.helpdesk.console import sharing_words, words
from desktop_app.helpdesk.known_fixes import known_fix, known_fixes
from desktop_app.helpdesk.models import Ticket


def questions(ticket: Ticket, stand_ins: Sequence[str], chosen: str) -> dict[str, Any]:
    """For the page of a request: what its forms offer. `chosen`: the stand-in that was pointed at."""
    if ticket.status in ENDED:
        return {"may_ask": False}
    waiting = asking.waiting(ticket.pk)
    asked = {entry.facts.get("pseudonym") for entry in waiting}
    system = ticket.device.system if ticket.device else ""
    fitting = [fix for fix in known_fixes().values() if not system or system in fix.systems]
    titled = [(fix.id, in_language(fix.title, words.language())) for fix in fitting]
    return {
        "may_ask": True,
        "may_ask_report": all(entry.event != Asked.REPORT for entry in waiting),
        "stand_ins": [one for one in stand_ins if one not in asked],
        "asked_about": chosen,
        "askable_fixes": sorted(titled, key=lambda fix: fix[1].casefold()),
    }


def with_titles(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of an event in words: a fix by its title, a result, what was done with a screen."""
    told = dict(facts)
    if "fix" in facts and (fix := known_fix(facts["fix"])):
        told["fix"] = in_language(fix.title, words.language())
    if "result" in facts:
        told["result"] = words.say(f"attempt_{facts['result']}")
    return sharing_words.told(told)
