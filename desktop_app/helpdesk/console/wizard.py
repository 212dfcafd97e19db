"""The first set-up: who the organisation is, when it answers, who administers it. And its look, changed later."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import activate
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters

from desktop_app.helpdesk import first_run, look, rights
from desktop_app.helpdesk.console import desk, words
from desktop_app.helpdesk.console.forms import field, file
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Organisation
from desktop_app.helpdesk.models.desk import Logo
from desktop_app.helpdesk.signing_in import address
from desktop_app.helpdesk.tokens import fingerprint
from desktop_app.helpdesk.tries import Tries

_NAMES = {"fr": "Français", "en": "English", "de": "Deutsch", "nl": "Nederlands"}
_UNLOCKED = "set-up"
_LONGEST_NAME = 200
_tries = Tries(8, timedelta(minutes=5))


@sensitive_post_parameters()
def begin(request: HttpRequest) -> HttpResponse:
    """The code, then the form, then the key. Not found as soon as somebody answers for the help desk."""
    if not first_run.is_open():
        raise Http404
    if not _is_unlocked(request):
        return _unlock(request)
    return _finish(request) if request.method == "POST" else _form(request)


def _is_unlocked(request: HttpRequest) -> bool:
    """Whether this browser gave the code that holds now."""
    return bool(request.session.get(_UNLOCKED) == fingerprint(first_run.code()))


def _unlock(request: HttpRequest) -> HttpResponse:
    who = address(request)
    fault = ""
    if request.method == "POST":
        if _tries.too_many(who):
            fault = "login_pause"
        elif first_run.is_code(field(request, "code")):
            request.session.cycle_key()
            request.session[_UNLOCKED] = fingerprint(first_run.code())
            return redirect("begin")
        else:
            _tries.count(who)
            fault = "wizard_wrong_code"
    return render(request, "wizard_code.html", {"fault": fault}, status=401 if fault else 200)


def _finish(request: HttpRequest) -> HttpResponse:
    """The page with the key, or the form with what is wrong."""
    fault, key = _taken(request)
    if fault:
        return _form(request, fault)
    first_run.close()
    del request.session[_UNLOCKED]
    return render(request, "wizard_done.html", {"key": key, "url": request.build_absolute_uri("/").rstrip("/")})


@transaction.atomic
def _taken(request: HttpRequest) -> tuple[str, str]:
    """The key of what is wrong, or the enrolment key: all of it or nothing, and of two who finish at once, one."""
    organisation = Organisation.hold()
    if not first_run.is_open():
        raise Http404
    fault = (
        _account_fault(request)
        or look.take(organisation, field(request, "colour"), file(request, "logo"))
        or desk.take(request, organisation)
    )
    if fault:
        transaction.set_rollback(True)
        return fault, ""
    password = request.POST.get("password", "")
    return "", first_run.finish(field(request, "who"), field(request, "email"), password, words.language())


def _account_fault(request: HttpRequest) -> str:
    """The key of what is wrong with the first account."""
    chosen = field(request, "language")
    if chosen in _NAMES:
        activate(chosen)
    try:
        validate_email(field(request, "email"))
    except ValidationError:
        return "wizard_account_incomplete"
    if not 0 < len(field(request, "who")) <= _LONGEST_NAME:
        return "wizard_account_incomplete"
    try:
        validate_password(request.POST.get("password", ""))
    except ValidationError:
        return "wizard_password_weak"
    return ""


def _form(request: HttpRequest, fault: str = "") -> HttpResponse:
    """What was typed is kept, but the password and the picture."""
    typed = request.POST if fault else {}
    organisation = Organisation.load()
    content = {
        "fault": fault,
        "typed": typed,
        "languages": _NAMES.items(),
        **desk.shown(organisation, typed),
        "colour": typed.get("colour") or organisation.colour or look.OURS,
    }
    return render(request, "wizard.html", content, status=422 if fault else 200)


@login_required
def change_look(request: HttpRequest) -> HttpResponse:
    """Another logo or colour, or ours again."""
    rights.require(me(request), rights.Role.ADMIN)
    organisation, fault = Organisation.load(), ""
    if request.method == "POST":
        if field(request, "act") == "usual":
            organisation.colour = organisation.logo_mark = ""
            Logo.objects.all().delete()
        else:
            fault = look.take(organisation, field(request, "colour"), file(request, "logo"))
        if not fault:
            organisation.save(update_fields=["colour", "logo_mark"])
            feed.tell_all("organisation")
            return redirect("look")
    content = {"nav": "look", "fault": fault, "colour": organisation.colour or look.OURS}
    return render(request, "look.html", content, status=422 if fault else 200)


@cache_control(public=True, max_age=86400)
def style(_request: HttpRequest) -> HttpResponse:
    """The colour as a style sheet, for every page."""
    colour = Organisation.load().colour
    return HttpResponse(look.style(colour) if colour else "", content_type="text/css; charset=utf-8")


@cache_control(public=True, max_age=86400)
def logo(_request: HttpRequest) -> HttpResponse:
    """The organisation's logo; it is a PNG, whatever else it says."""
    return HttpResponse(bytes(get_object_or_404(Logo, pk=1).picture), content_type="image/png")
