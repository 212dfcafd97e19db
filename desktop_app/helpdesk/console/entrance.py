"""Coming in, going out, being there."""

from datetime import timedelta

from django.contrib import auth
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Technician
from desktop_app.helpdesk.tries import Tries

tries = Tries(8, timedelta(minutes=5))


def login(request: HttpRequest) -> HttpResponse:
    """The page with two fields. An error names neither of them as guilty."""
    if isinstance(request.user, Technician):
        return redirect("queue")
    fault = _sign_in(request) if request.method == "POST" else ""
    if isinstance(request.user, Technician):
        return redirect(_wanted_page(request))
    answer = {"fault": fault, "email": request.POST.get("email", ""), "next": request.GET.get("next", "")}
    return render(request, "login.html", answer, status=200 if not fault else 401)


def _sign_in(request: HttpRequest) -> str:
    """The key of what went wrong, or nothing."""
    email = request.POST.get("email", "").strip().lower()
    who = f"{request.META.get('REMOTE_ADDR')} {email}"
    if tries.too_many(who):
        return "login_pause"
    account = auth.authenticate(request, username=email, password=request.POST.get("password", ""))
    if account is None:
        tries.count(who)
        return "login_unknown"
    auth.login(request, account)
    return ""


def _wanted_page(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or "/console/"
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else "/console/"


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Out, and no longer counted as being there."""
    if isinstance(request.user, Technician):
        Technician.objects.filter(pk=request.user.pk).update(last_seen=None)
        feed.tell_all("availability")
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
