"""How guided fixes do, for those who answer for the desk: sums over all desktops, and the packs handed out."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.domain.ticket import ENDED
from desktop_app.domain.words import Text
from desktop_app.helpdesk import fix_counts, rights
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.article_draft import draft_from
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.fix_draft import skeleton
from desktop_app.helpdesk.fix_look import id_of
from desktop_app.helpdesk.known_fixes import known_fix
from desktop_app.helpdesk.models import OrganisationPack, Ticket
from desktop_app.helpdesk.pack_languages import lacking as lacking_languages

SPANS = (30, 90, 365)


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Which fixes ran, helped, were undone, led to a request."""
    rights.require(me(request), rights.Role.SUPERVISOR)
    asked = request.GET.get("days", "")
    days = int(asked) if asked in {str(span) for span in SPANS} else SPANS[0]
    rows = fix_counts.table((datetime.now(UTC) - timedelta(days=days)).date())
    named = [(title_of(row.fix), row) for row in rows]
    given = OrganisationPack.objects.order_by("pk")
    lacking = [
        (one, title_of(one.fix), ", ".join(code.upper() for code in one.languages)) for one in lacking_languages()
    ]
    content = {"nav": "fixes", "rows": named, "days": days, "spans": SPANS, "packs": given, "lacking": lacking}
    return render(request, "fixes.html", content)


@login_required
def draft(_request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The solution of a request as the beginning of a guided fix: a file to finish, check and sign elsewhere."""
    ticket = get_object_or_404(Ticket.objects.select_related("requester", "device"), pk=ticket_id, status__in=ENDED)
    answer = HttpResponse(text := skeleton_of(ticket), content_type="application/yaml; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{id_of(text) or "fix"}.yaml"'
    return answer


def skeleton_of(ticket: Ticket) -> str:
    """The file, without anybody's name in it."""
    wording, _masked = draft_from(ticket)
    systems = [ticket.device.system] if ticket.device else ["linux", "macos", "windows"]
    return skeleton(wording.title, next(iter(wording.body.values()), ""), systems)


def title_of(fix: str) -> str:
    """What a guided fix is called; its id when nobody here knows it."""
    return words.of_text(titles_of(fix)) or fix


def titles_of(fix: str) -> Text:
    """The same in every language; nothing when nobody here knows it."""
    found = known_fix(fix)
    return found.title if found else {}
