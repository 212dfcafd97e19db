"""What work on a request takes, as its page shows it beside the conversation."""

from desktop_app.domain import call_back
from desktop_app.helpdesk import call_backs, cases, work
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.call_backs import when
from desktop_app.helpdesk.models import Case, Escalation, Part, Ticket

_MOST_SUPPLIERS = 50


def beside(ticket: Ticket) -> dict[str, object]:
    """For the page of a request."""
    case = Case.objects.filter(ticket=ticket).first()
    known = Escalation.objects.exclude(supplier="").values_list("supplier", flat=True).distinct()
    spent, is_to_call = work.spent_on(ticket), call_backs.is_waited_for(ticket)
    return {
        "case": case,
        "case_left": len(cases.missing(case)) if case else 0,
        "escalations": ticket.escalations.select_related("to", "by").order_by("at"),
        "suppliers": known.order_by("supplier")[:_MOST_SUPPLIERS],
        "parts": [(part, words.money(part.cents)) for part in ticket.parts.order_by("at")],
        "part_states": [(state, words.say(f"part_{state}")) for state in Part.State.values],
        "spent": words.span(spent) if spent else "",
        "rings": when(call_back.read(ticket.call_back)) if is_to_call else "",
    }
