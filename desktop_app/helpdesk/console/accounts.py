"""The accounts of technicians, for administrators; and everybody's own password and language."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import accounts, audit, rights
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.queue import presence_of
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Technician
from desktop_app.helpdesk.signing_in import lacks_second_factor

_Role = Technician.Role
_LONGEST_NAME = 200


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Every account, and the form for a new one."""
    rights.require(me(request), _Role.ADMIN)
    if request.method == "POST":
        return _open(request)
    return _page(request)


@login_required
@require_POST
def change(request: HttpRequest, account_id: str) -> HttpResponse:
    """What the button says: another role, closed, open again, another password."""
    rights.require(me(request), _Role.ADMIN)
    get_object_or_404(Technician, pk=account_id)
    act = request.POST.get("act", "")
    try:
        if act == "password":
            account, password = accounts.new_password(account_id, me(request))
            return _page(request, shown=account, password=password)
        _act(request, account_id, act)
    except Conflict as error:
        return _page(request, fault=str(error))
    return redirect("accounts")


@login_required
def own(request: HttpRequest) -> HttpResponse:
    """One's own password, second proofs, and where one is signed in. A new password ends every other place."""
    fault = _change_password(request) if request.method == "POST" else ""
    account = me(request)
    content = {
        "nav": "own",
        "fault": fault,
        "is_done": request.method == "POST" and not fault,
        "must_add": lacks_second_factor(request, account),
        "administrators": ", ".join(rights.holders(_Role.ADMIN).values_list("name", flat=True)),
        "sessions": UserSession.objects.purge_and_list(account),
        **_proofs(account),
    }
    return render(request, "account.html", content, status=422 if fault else 200)


def _proofs(account: Technician) -> dict[str, object]:
    kinds, kept = Authenticator.Type, list(Authenticator.objects.filter(user=account).order_by("created_at"))
    return {
        "totp": next((one for one in kept if one.type == kinds.TOTP), None),
        "keys": [one for one in kept if one.type == kinds.WEBAUTHN],
        "codes": any(one.type == kinds.RECOVERY_CODES for one in kept),
    }


def _act(request: HttpRequest, account_id: str, act: str) -> None:
    role = request.POST.get("role", "")
    if act == "role" and role in _Role.values:
        accounts.change_role(account_id, role, me(request))
    elif act == "close":
        accounts.close(account_id, me(request))
    elif act == "open":
        accounts.open_again(account_id, me(request))


def _open(request: HttpRequest) -> HttpResponse:
    name, email = (request.POST.get(field, "").strip().replace("\0", "") for field in ("name", "email"))
    role = request.POST.get("role", "")
    try:
        validate_email(email)
        if not name or len(name) > _LONGEST_NAME or role not in _Role.values:
            return _page(request, fault="account_incomplete")
        account, password = accounts.open_account(name, email, role, me(request))
    except ValidationError:
        return _page(request, fault="account_incomplete")
    except Conflict as error:
        return _page(request, fault=str(error))
    return _page(request, shown=account, password=password)


def _page(request: HttpRequest, fault: str = "", **more: Any) -> HttpResponse:
    """A password that was just made is on this page and nowhere else: it is never kept in clear."""
    people = Technician.objects.order_by("-is_active", "name")
    content = {
        "nav": "accounts",
        "accounts": [(one, presence_of(one)) for one in people],
        "roles": _Role.values,
        "fault": fault,
        "typed": request.POST if fault else {},
        **more,
    }
    return render(request, "accounts.html", content, status=422 if fault else 200)


def _change_password(request: HttpRequest) -> str:
    """The key of what is wrong, or nothing."""
    account, wanted = me(request), request.POST.get("new", "")
    if not account.check_password(request.POST.get("old", "")):
        return "password_wrong"
    try:
        validate_password(wanted, account)
    except ValidationError:
        return "password_weak"
    account.set_password(wanted)
    account.save(update_fields=["password"])
    audit.write(Act.PASSWORD_CHANGED, account, account)
    update_session_auth_hash(request, account)
    request.session.save()  # it has another key now
    UserSession.objects.create_from_request(request)
    return ""
