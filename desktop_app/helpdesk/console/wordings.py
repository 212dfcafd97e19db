"""Users' own words for what helped them: a technician lets every desktop's search learn them, or not."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import hearing
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.alike import Helped, titles
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Heard

_MOST_ROWS = 200


@dataclass(frozen=True)
class Row:
    """One wording, and what it would lead to; `judged` is who decided, if anybody did."""

    heard: Heard
    helped: Helped | None
    judged: str


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Those that wait, most often heard first; `view` shows the accepted or the refused ones."""
    view = request.GET.get("view", Heard.State.NEW)
    view = view if view in Heard.State.values else Heard.State.NEW
    found = list(
        Heard.objects.filter(state=view).select_related("judged_by").order_by("-times", "-heard_at")[:_MOST_ROWS]
    )
    titled = titles([one.about for one in found])
    views = [(one, words.say(f"wordings_{one}"), Heard.objects.filter(state=one).count()) for one in Heard.State.values]
    content = {"nav": "articles", "view": view, "views": views, "rows": [_row(one, titled) for one in found]}
    return render(request, "wordings.html", content)


@login_required
@require_POST
def judge(request: HttpRequest, heard_id: str) -> HttpResponse:
    """Accept or refuse one."""
    try:
        hearing.judge(heard_id, me(request), accept=request.POST.get("act") == "accept")
    except Heard.DoesNotExist:
        raise Http404 from None
    return redirect("wordings")


def _row(heard: Heard, titled: Mapping[str, Helped]) -> Row:
    return Row(heard, titled.get(heard.about), heard.judged_by.name if heard.judged_by else "")
