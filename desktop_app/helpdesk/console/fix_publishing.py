"""A second pair of eyes: everything that is new in a guided fix is read, then signed and handed to every desktop."""

from datetime import timedelta

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk import audit, fix_look, fix_writing, pack_key, rights
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console.fix_writing import PUBLISHING, changed_files
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import FixRevision, WrittenFix
from desktop_app.helpdesk.tries import Tries

_tries = Tries(5, timedelta(minutes=15))


@login_required
def page(request: HttpRequest, fix_id: str) -> HttpResponse:
    """What changes on every desktop, the commands one by one, and the words of the key. Who reads it signed in anew."""
    rights.require(me(request), PUBLISHING)
    fix = get_object_or_404(WrittenFix.objects.select_related("newest", "public"), pk=fix_id)
    if not did_recently_reauthenticate(request):
        if request.method == "POST":  # what was sent would be kept until then, the words of the key with it
            return redirect("publish-fix", fix_id)
        raise ReauthenticationRequired
    fault = _published(request, fix_id) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return redirect("written-fix", fix_id)
    newest = fix.newest or FixRevision(fix=fix)
    content = {
        "nav": "articles",
        "fix": fix,
        "number": newest.number,
        "changes": changed_files(fix.public or FixRevision(), newest),
        "commands": fix_look.looked_at(newest).commands.values(),
        "key": pack_key.line(settings.DATA),
        "hindrance": fix_writing.hindrance(fix, me(request)),
        "fault": fault,
    }
    return render(request, "fix_publish.html", content, status=422 if fault else 200)


def _published(request: HttpRequest, fix_id: str) -> str:
    """The key of why not, or nothing. Wrong words are written down, and make a pause."""
    account, number = me(request), whole(field(request, "number"))
    if _tries.too_many(account.pk):
        return "fix_key_pause"
    try:
        fix_writing.publish(fix_id, number, account, request.POST.get("words", ""))
    except pack_key.NoKey:
        _tries.count(account.pk)
        audit.write(Act.FIX_REFUSED, account, what=fix_id)
        return "fix_key_wrong"
    except Conflict as error:
        return str(error)
    return ""
