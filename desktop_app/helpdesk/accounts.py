"""Accounts of technicians: opened, changed and closed by administrators, of whom one is always left."""

import secrets

from django.db import transaction
from django.db.models import Q

from desktop_app.domain.ticket import UNDERWAY
from desktop_app.helpdesk import audit, handling
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict, all_locked
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Technician

_Role = Technician.Role


def open_account(name: str, email: str, role: str, by: Technician) -> tuple[Technician, str]:
    """A new account and its first password, which is kept nowhere. Raises Conflict when the address has one."""
    password = _password()
    with transaction.atomic():
        if Technician.objects.filter(email=email.lower()).exists():
            raise Conflict("account_exists")
        account = Technician.objects.add(name, email, role, password)
        audit.write(Act.ACCOUNT_OPENED, by, account, role=role)
        return account, password


def change_role(account_id: str, role: str, by: Technician) -> None:
    """What the account may do from now on. Raises Conflict for one's own: somebody would be locked out by a slip."""
    with transaction.atomic():
        account = _another(account_id, by)
        audit.write(Act.ROLE_CHANGED, by, account, before=account.role, after=role)
        account.role = role
        account.save(update_fields=["role"])


def close(account_id: str, by: Technician) -> None:
    """Signed out everywhere, its tokens worth nothing; what it had taken waits for somebody else. Raises Conflict."""
    with transaction.atomic():
        account = _another(account_id, by)
        account.is_active, account.last_seen = False, None
        account.save(update_fields=["is_active", "last_seen"])
        for ticket in all_locked(Q(assignee=account, status__in=UNDERWAY)).values():
            handling.assign(ticket, None, by)
        feed.tell_all("availability")
        feed.stir()
        audit.write(Act.ACCOUNT_CLOSED, by, account)


@transaction.atomic
def open_again(account_id: str, by: Technician) -> None:
    """The account works again, with the password it had."""
    account = Technician.objects.get(pk=account_id)
    account.is_active = True
    account.save(update_fields=["is_active"])
    audit.write(Act.ACCOUNT_REOPENED, by, account)


@transaction.atomic
def new_password(account_id: str, by: Technician) -> tuple[Technician, str]:
    """Another password, which is kept nowhere; wherever the account is signed in, it is signed out."""
    account, password = Technician.objects.get(pk=account_id), _password()
    account.set_password(password)
    account.save(update_fields=["password"])
    audit.write(Act.PASSWORD_CHANGED, by, account)
    return account, password


def _another(account_id: str, by: Technician) -> Technician:
    """Somebody else's account. All administrators are held meanwhile: of two who close each other, one stays."""
    held = Technician.objects.select_for_update(no_key=True)  # what refers to them is checked meanwhile, and may be
    administrators = list(held.filter(role=_Role.ADMIN, is_active=True).order_by("pk"))
    account = held.get(pk=account_id)
    if account == by or by not in administrators:
        raise Conflict("account_own")
    return account


def _password() -> str:
    return secrets.token_urlsafe(12)
