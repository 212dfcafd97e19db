"""One act on the requests that are selected in the queue, told in full, and taken back where that is possible."""

from dataclasses import asdict
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from desktop_app.domain.ticket import Priority
from desktop_app.helpdesk import bulk, labels
from desktop_app.helpdesk.bulk import Outcome, Wish
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me

_TOLD, _UNDO = "bulk_told", "bulk_undo"
_LONGEST = 2_000


@login_required
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Do it to every request that is selected."""
    wish = Wish(field(request, "act"), field(request, field(request, "act")), field(request, "words")[:_LONGEST])
    chosen = [(ticket, was) for ticket, _, was in (one.partition(" ") for one in request.POST.getlist("ticket"))]
    fault = _fault(wish)
    if fault or not chosen:
        return _back(request, words.say(fault or "bulk_none"))
    outcome = bulk.apply(chosen[: bulk.MOST], wish, me(request))
    request.session[_UNDO] = {"wish": asdict(wish), "done": outcome.done} if wish.act in bulk.BACK else None
    return _back(request, _told(f"bulk_done_{wish.act}", outcome))


@login_required
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take the last act back."""
    kept = request.session.pop(_UNDO, None)
    if kept is None:
        return _back(request, words.say("bulk_none"))
    outcome = bulk.take_back(kept["done"], Wish(**kept["wish"]), me(request))
    return _back(request, _told("bulk_undone", outcome))


def told(request: HttpRequest) -> dict[str, object]:
    """What came of the last act, once; and whether it can still be taken back."""
    said = request.session.pop(_TOLD, "")
    kept = request.session.get(_UNDO) if said else None
    return {"bulk_told": said, "bulk_undo": bool(kept and kept["done"])}


def _fault(wish: Wish) -> str:
    """The key of why it cannot be done, or nothing."""
    if wish.act == "priority":
        is_priority = wish.value in {str(one.value) for one in Priority}
        return "" if is_priority and wish.words else "bulk_needs_reason"
    if wish.act == "tag":
        return "" if labels.names(wish.value) else "bulk_none"
    return "" if wish.act in bulk.ACTS else "bulk_none"


def _told(key: str, outcome: Outcome) -> str:
    said = [words.say(key, count=len(outcome.done))] if outcome.done else []
    said += [words.say("bulk_refused", number=number) for number, name in outcome.refused if not name]
    said += [words.say("bulk_taken", number=number, name=name) for number, name in outcome.refused if name]
    return " ".join(said)


def _back(request: HttpRequest, said: str) -> HttpResponse:
    request.session[_TOLD] = said
    asked = urlencode({name: value for name in ("view", "q") if (value := field(request, name))})
    return redirect(f"{reverse('queue')}?{asked}{field(request, 'filter')[:500]}")
