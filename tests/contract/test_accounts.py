"""Accounts of technicians: opened, changed, closed; one's own password."""

import re
from typing import Any

import pytest

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician


def test_a_role_that_is_taken_away_is_gone_at_once(own_desk: DeskProcess) -> None:
    admin = own_desk.technician("admin@valclair.invalid", "Ada Min", "admin")
    amelie = own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    assert amelie.post("incidents", title_fr="Panne").status_code == 302
    assert admin.post(f"accounts/{account_of(admin, 'Amélie Bertrand')}", act="role", role="agent").status_code == 302
    assert amelie.post("incidents", title_fr="Autre panne").status_code == 403


def test_an_account_is_opened_used_and_closed(own_desk: DeskProcess) -> None:
    admin = own_desk.technician("admin@valclair.invalid", "Ada Min", "admin")
    camille = own_desk.device()
    page = admin.post("accounts", name="Karim Benali", email="Karim@Valclair.invalid", role="supervisor")
    password = re.search(r'class="secret">([^<]+)<', page.text)
    assert page.status_code == 200
    assert password
    assert password[1] not in admin.page("accounts").text, "shown once"
    karim = Technician(own_desk)
    karim.page("login")
    assert karim.post("login", email="karim@valclair.invalid", password=password[1]).status_code == 302
    script = own_desk.command("token", "create", "--technician", "karim@valclair.invalid")["token"]
    ticket = camille.create().json()["id"]
    karim.post(f"tickets/{ticket}/take")
    assert admin.post(f"accounts/{account_of(admin, 'Karim Benali')}", act="close").status_code == 302
    assert karim.page("", allow_redirects=False).status_code == 302, "signed out"
    assert DeviceCaller(own_desk, script).ask("GET", "tickets").status_code == 401
    assert camille.ask("GET", f"tickets/{ticket}").json()["assignee"] == "", "somebody else can take it"
    karim.page("login")
    assert karim.post("login", email="karim@valclair.invalid", password=password[1]).status_code == 401
    admin.post(f"accounts/{account_of(admin, 'Karim Benali')}", act="open")
    karim.page("login")
    assert karim.post("login", email="karim@valclair.invalid", password=password[1]).status_code == 302


def test_nobody_closes_or_demotes_themselves(admin: Technician) -> None:
    own = account_of(admin, "Ada Min")
    for form in ({"act": "close"}, {"act": "role", "role": "agent"}):
        assert admin.post(f"accounts/{own}", **form).status_code == 422
    assert admin.page("accounts").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"name": "", "email": "a@valclair.invalid", "role": "agent"},
        {"name": "x" * 201, "email": "a@valclair.invalid", "role": "agent"},
        {"name": "A", "email": "not an address", "role": "agent"},
        {"name": "A", "email": "a@valclair.invalid", "role": "god"},
        {"name": "A", "email": EMAIL.upper(), "role": "agent"},
    ],
)
def test_an_account_that_is_none(admin: Technician, sofia: Technician, form: dict[str, str]) -> None:
    answer = admin.post("accounts", **form)
    assert answer.status_code == 422
    assert 'class="secret"' not in answer.text


def test_ones_own_password(own_desk: DeskProcess) -> None:
    sofia, elsewhere = own_desk.technician(), own_desk.technician()
    for old, new, status in [("wrong", "a-new-lifebuoy", 422), (PASSWORD, "short", 422), (PASSWORD, "password12", 422)]:
        assert sofia.post("accounts/own", old=old, new=new).status_code == status
    assert elsewhere.page("", allow_redirects=False).status_code == 200
    assert sofia.post("accounts/own", old=PASSWORD, new="a-new-lifebuoy").status_code == 200
    assert sofia.page("", allow_redirects=False).status_code == 200
    assert elsewhere.page("", allow_redirects=False).status_code == 302, "signed out everywhere else"


def account_of(admin: Technician, name: str) -> str:
    """The id in the row of that name."""
    row: list[Any] = re.findall(
        rf"<tr>(?:(?!</tr>).)*{name}(?:(?!</tr>).)*</tr>", admin.page("accounts").text, re.DOTALL
    )
    found = re.search(r'action="/console/accounts/([^"]+)"', row[0])
    assert found
    return found[1]
