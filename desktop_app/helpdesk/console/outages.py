"""What looks like an outage: shown above the queue and the known ones, announced by one click or dismissed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES, Language, Text
from desktop_app.helpdesk import rights, signs
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.fixes import titles_of
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.incidents import texts
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.signs import FIX

_ROLE = rights.Role.SUPERVISOR


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Only the notices, for a page that heard that something is new."""
    found = [(one, words.of_text(title(one.key))) for one in signs.proposals()]
    others = [one for one in LANGUAGES if one != words.language()]
    return render(request, "outages.html", {"proposals": found, "others": others, **rights.shown(me(request), _ROLE)})


@login_required
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Announce it, or say that it is none."""
    rights.require(me(request), _ROLE)
    key, site = field(request, "key"), field(request, "site")
    proposal = next((one for one in signs.proposals() if (one.key, one.site) == (key, site)), None)
    if proposal is None:
        return redirect("incidents")
    if field(request, "act") != "announce":
        signs.judge(proposal, me(request))
        return redirect("incidents")
    made = signs.announce(proposal, _dict(title(proposal.key)), texts(request.POST, "workaround"), me(request))
    return redirect("incident", made.pk)


def title(key: str) -> Text:
    """In every language: what the fix is about, or what was found; a finding with one machine's facts, in general."""
    if key.startswith(FIX) and (known := titles_of(key.removeprefix(FIX))):
        return known
    found = resources.words("findings").get(key)
    if found is None or signs.has_gaps(found["fr"]):
        return resources.words("console_outages")["outage_general"]
    return found


def _dict(text: Text) -> dict[Language, str]:
    return dict(text)
