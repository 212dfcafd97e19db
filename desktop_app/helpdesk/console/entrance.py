"""Coming in, going out, being there."""

from datetime import timedelta

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.socialaccount.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import auth
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import audit, first_run
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console.gate import home
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Technician
from desktop_app.helpdesk.signing_in import address
from desktop_app.helpdesk.tries import Tries

_tries = Tries(8, timedelta(minutes=5))
_MOST_OF_ONE, _WITHIN = 30, timedelta(minutes=15)
_FAULTS = {"login_unknown", "login_not_verified", "login_elsewhere"}  # that an address may name


def login(request: HttpRequest) -> HttpResponse:
    """The organisation's account, then the two fields, then a key. An error names neither field as guilty."""
    if isinstance(request.user, Technician):
        return redirect(home(request.user))
    if request.method != "POST":
        return _page(request, request.GET.get("fault", ""))
    email, wanted = request.POST.get("email", "").strip().lower(), request.POST.get("next", "")
    account = _known(request, email)
    if isinstance(account, str):
        return _page(request, account)
    to = wanted if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else None
    record_authentication(request, account, "password")
    answer: HttpResponse = perform_login(request, account, email_verification="none", redirect_url=to)
    return answer


def _page(request: HttpRequest, fault: str) -> HttpResponse:
    is_ours = request.method == "POST" or fault in _FAULTS
    content = {
        "fault": fault if is_ours else "",
        "email": request.POST.get("email", ""),
        "next": request.GET.get("next", ""),
        "organisations": get_adapter().list_providers(request),
        "is_new": first_run.is_open(),
    }
    return render(request, "login.html", content, status=401 if content["fault"] else 200)


def _known(request: HttpRequest, email: str) -> Technician | str:
    """Who that is, or the key of what is wrong. Wrong passwords make a pause: for a place, and for an account."""
    who = f"{address(request)} {email}"
    account = Technician.objects.filter(email=email).first()
    if _tries.too_many(who) or (account and _is_besieged(account)):
        return "login_pause"
    found = auth.authenticate(request, username=email, password=request.POST.get("password", ""))
    if isinstance(found, Technician):
        return found
    _tries.count(who)
    audit.write(Act.SIGN_IN_REFUSED, None, account, address=address(request), way="password")
    return "login_unknown"


def _is_besieged(account: Technician) -> bool:
    """From many places at once, and over all processes: a key or the organisation's account still lets in."""
    return audit.count(Act.SIGN_IN_REFUSED, account, _WITHIN) >= _MOST_OF_ONE


@login_required
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out, from here, another place where one is signed in."""
    get_object_or_404(UserSession, pk=session_id, user=me(request)).end()
    audit.write(Act.SESSION_ENDED, me(request), me(request))
    return redirect("own-account")


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Out, and no longer counted as being there."""
    if isinstance(request.user, Technician):
        Technician.objects.filter(pk=request.user.pk).update(last_seen=None)
        feed.tell_all("availability")
        audit.write(Act.SIGNED_OUT, request.user, request.user)
    auth.logout(request)
    return redirect("login")


@login_required
def here(_request: HttpRequest) -> HttpResponse:
    """The open page says so every 45 s; the middleware has noted it."""
    return HttpResponse(status=204)


@login_required
def handed(request: HttpRequest) -> HttpResponse:
    """What colleagues gave to whoever asks and that was not opened since, for a page that heard of news."""
    return render(request, "handed.html")


@login_required
@require_POST
def away(request: HttpRequest) -> HttpResponse:
    """A break, or back from it."""
    technician = request.user
    if isinstance(technician, Technician):
        technician.is_away = not technician.is_away
        technician.save(update_fields=["is_away"])
        feed.tell_all("availability")
    return redirect("queue")
