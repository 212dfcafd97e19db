"""Who may do what at the console: every address of it, for everybody, by the forms that its pages have."""

import re
from pathlib import Path
from typing import Any

import pytest
import requests

from desktop_app.helpdesk import console
from desktop_app.protocol.base import new_id
from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

PRIORITY = {"priority": "1", "reason": "Conseil à 14 h"}
HOURS = {"time_zone": "Europe/Paris", "mon": "08:00-12:00", "name": "Mairie"}
NEW = {"name": "Nouvelle", "role": "agent"}

# Address, what is sent (None: the page is looked at), and the least role that may. The ids are filled in.
MATRIX: list[tuple[str, dict[str, str] | None, str]] = [
    ("", None, "agent"),
    ("rows", None, "agent"),
    ("here", None, "agent"),
    ("handed", None, "agent"),
    ("away", {}, "agent"),
    ("next", {}, "agent"),
    ("tickets/{ticket}", None, "agent"),
    ("tickets/{ticket}/thread", None, "agent"),
    ("tickets/{ticket}/record", None, "agent"),
    ("tickets/{ticket}/compare", None, "agent"),
    ("tickets/{ticket}/articles", None, "agent"),
    ("tickets/{ticket}/write", {"body": "Bonjour", "mode": "note"}, "agent"),
    ("tickets/{ticket}/take", {}, "agent"),
    ("tickets/{ticket}/hand-over", {"to": "", "was": "nobody"}, "agent"),
    ("tickets/{ticket}/priority", PRIORITY, "agent"),
    ("tickets/{ticket}/status", {"status": "open"}, "agent"),
    ("attachments/{file}", None, "agent"),
    ("articles", None, "agent"),
    ("articles/new", None, "agent"),
    ("articles/preview", {"title_fr": "x"}, "agent"),
    ("articles/{article}", None, "agent"),
    ("articles/{article}/history", None, "agent"),
    ("articles/{fresh}/save", {"title_fr": "Brouillon"}, "agent"),
    ("articles/{article}/save", {"title_fr": "x", "number": "1", "act": "withdraw", "audience": "users"}, "supervisor"),
    ("articles/{article}/restore", {}, "agent"),
    ("incidents", None, "agent"),
    ("incidents", {"title_fr": "Panne"}, "supervisor"),
    ("incidents/{incident}", None, "supervisor"),
    ("incidents/{incident}", {"title_fr": "Panne connue"}, "supervisor"),
    ("incidents/{incident}/end", {}, "supervisor"),
    ("hours", None, "agent"),
    ("hours", HOURS, "supervisor"),
    ("accounts", None, "admin"),
    ("accounts", NEW, "admin"),
    ("accounts/{account}", {"act": "role", "role": "agent"}, "admin"),
    ("accounts/own", None, "agent"),
    ("accounts/own", {"old": "wrong", "new": "also wrong, and long"}, "agent"),
]
ROLES = ("agent", "supervisor", "admin")
_OPEN_TO_ALL = {"login", "logout", "language"}


@pytest.fixture
def team(desk: DeskProcess, sofia: Technician, amelie: Technician, admin: Technician) -> dict[str, Technician]:
    return {"agent": sofia, "supervisor": amelie, "admin": admin}


@pytest.fixture
def ids(desk: DeskProcess, camille: DeviceCaller, amelie: Technician, admin: Technician) -> dict[str, str]:
    """One thing of each kind."""
    kept = camille.upload(b"bytes").json()["id"]
    amelie.post("incidents", title_fr="Panne d’essai")
    accounts = re.findall(r'action="/console/accounts/([^"]+)"', admin.page("accounts").text)
    return {
        "ticket": camille.create(attachments=[kept]).json()["id"],
        "file": kept,
        "article": published(amelie),
        "fresh": new_id(),
        "incident": re.findall(r'href="/console/incidents/([^"]+)"', amelie.page("incidents").text)[-1],
        "account": accounts[0],
    }


def ask(who: Technician, path: str, form: dict[str, str] | None) -> requests.Response:
    if form is None:
        return who.page(path, allow_redirects=False)
    return who.post(path, **form, **({"email": f"{new_id()}@valclair.invalid"} if form is NEW else {}))


@pytest.mark.parametrize(("path", "form", "least"), MATRIX, ids=[f"{path} {bool(form)}" for path, form, _ in MATRIX])
def test_every_role_at_every_address(
    desk: DeskProcess,
    team: dict[str, Technician],
    ids: dict[str, str],
    path: str,
    form: dict[str, str] | None,
    least: str,
) -> None:
    address = path.format(**ids)
    stranger = Technician(desk)
    stranger.page("login")
    answer = ask(stranger, address, form)
    assert answer.status_code == 302
    assert "/console/login" in answer.headers["Location"]
    for role in ROLES:
        answer = ask(team[role], address, form)
        may = ROLES.index(role) >= ROLES.index(least)
        assert (answer.status_code != 403) is may, f"{role} {answer.status_code}"
        assert answer.status_code < 500
        if not may:
            assert "Ada Min" in answer.text, "who may is named"


def test_the_matrix_knows_every_address() -> None:
    source = Path(console.__file__).with_name("urls.py").read_text(encoding="utf-8")
    written = {re.sub(r"<str:\w+>", "*", path) for path in re.findall(r'path\("([^"]*)"', source)}
    assert written - _OPEN_TO_ALL == {re.sub(r"\{\w+\}", "*", path) for path, _, _ in MATRIX}


def test_no_form_is_taken_from_elsewhere(desk: DeskProcess, admin: Technician, ids: dict[str, str]) -> None:
    for path, form, _ in MATRIX:
        address = f"{desk.console}{path.format(**ids)}"
        if form is not None:
            answer = admin.browser.post(address, data={**form, "email": "x@valclair.invalid"}, timeout=30)
            assert answer.status_code == 403, f"{path}: without the token of a page of ours"


def test_what_is_not_there_is_not_there(admin: Technician) -> None:
    wrong = dict.fromkeys(("ticket", "file", "article", "incident", "account"), new_id()) | {"fresh": "nonsense"}
    for path, form, _ in MATRIX:
        is_new = path == "articles/{article}/save"  # an id that nobody has is an article that begins
        if "{" in path and not is_new:
            assert ask(admin, path.format(**wrong), form).status_code == 404, path


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
