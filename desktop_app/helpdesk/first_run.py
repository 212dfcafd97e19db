"""The first set-up of a help desk: open to whoever has the code of its data folder, until somebody answers for it.

The code is said when the help desk starts, and lies in `set-up-code` beside the other secrets, so that several
processes know the same one. It is worth nothing any more once there is a first account of any right.
"""

import secrets
import sys
from pathlib import Path

from django.conf import settings

from desktop_app.helpdesk import audit
from desktop_app.helpdesk.models import EnrolmentKey, Technician
from desktop_app.helpdesk.secret_file import kept
from desktop_app.helpdesk.tokens import new_token

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none is mistaken for another
_GROUPS, _LONG = 4, 4


def is_open() -> bool:
    """Whether nobody answers for this help desk yet. Who came in by the organisation's sign-in may do nothing yet."""
    return not Technician.objects.exclude(role=Technician.Role.REQUESTER).exists()


def announce() -> None:
    """Say the code on the error stream, where services keep what is said; nothing once somebody answers."""
    if is_open():
        sys.stderr.write(f"First set-up: open the console and type this code: {code()}\n")
        sys.stderr.flush()
    else:
        _file().unlink(missing_ok=True)


def code() -> str:
    """The code, made when there is none yet: 80 random bits."""
    return kept(_file(), lambda: "-".join(_group() for _ in range(_GROUPS)))


def is_code(typed: str) -> bool:
    """Whether that is the code, however it was grouped and whichever case its letters have."""
    return secrets.compare_digest(_bare(typed).encode(), _bare(code()).encode())


def finish(name: str, email: str, password: str, language: str) -> str:
    """The first account, an administrator's, and an enrolment key, which is returned and kept nowhere.

    In the caller's transaction, who made sure that it is open.
    """
    account = Technician.objects.add(name, email, Technician.Role.ADMIN, password)
    account.language = language
    account.save(update_fields=["language"])
    audit.write(audit.Act.ACCOUNT_OPENED, None, account, role=account.role)
    key, key_hash = new_token("rse")
    EnrolmentKey.objects.create(key_hash=key_hash, label="1")
    return key


def close() -> None:
    """The code is worth nothing any more."""
    _file().unlink(missing_ok=True)


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LONG))


def _bare(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _file() -> Path:
    return Path(settings.DATA) / "set-up-code"
