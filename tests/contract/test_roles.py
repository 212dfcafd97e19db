"""Who may do what at the console: every address of it, for everybody, by the forms that its pages have."""

import re
from pathlib import Path

import pytest
import requests

from desktop_app.helpdesk import console
from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.one_of_each import OneOfEach

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
    ("bulk", {"act": "tag", "tag": "vpn"}, "agent"),
    ("bulk/undo", {}, "agent"),
    ("views", {"name": "Les miennes", "view": "todo", "assignee": "me"}, "agent"),
    ("views/{view}/forget", {}, "agent"),
    ("tickets/{ticket}", None, "agent"),
    ("tickets/{ticket}/thread", None, "agent"),
    ("tickets/{ticket}/record", None, "agent"),
    ("tickets/{ticket}/compare", None, "agent"),
    ("tickets/{ticket}/articles", None, "agent"),
    ("tickets/{ticket}/write", {"body": "Bonjour", "mode": "note"}, "agent"),
    ("tickets/{ticket}/take", {}, "agent"),
    ("tickets/{ticket}/hand-over", {"to": "", "was": "nobody"}, "agent"),
    ("tickets/{ticket}/priority", PRIORITY, "agent"),
    ("tickets/{ticket}/ask-report", {"reason": "Pour voir"}, "agent"),
    ("tickets/{ticket}/ask-fix", {"fix": "disk_full", "reason": "Essayez"}, "agent"),
    ("tickets/{ticket}/ask-value", {"pseudonym": "ssid-1", "reason": "Lequel ?"}, "agent"),
    ("tickets/{ticket}/status", {"status": "open"}, "agent"),
    ("tickets/{ticket}/kind", {"kind": "question"}, "agent"),
    ("tickets/{ticket}/tags", {"tag": "imprimante"}, "agent"),
    ("tickets/{ticket}/link", {"link": "blocks", "number": "1"}, "agent"),
    ("tickets/{ticket}/merge", {"number": "1"}, "agent"),
    ("tickets/{ticket}/follow", {}, "agent"),
    ("tickets/{ticket}/others", None, "agent"),
    ("tickets/{ticket}/others", {}, "agent"),
    ("figures", None, "supervisor"),
    ("figures/export", None, "supervisor"),
    ("outages", None, "agent"),
    ("outages/judge", {"key": "fix:disk_full", "site": "SG"}, "supervisor"),
    ("calls", None, "agent"),
    ("tickets/{ticket}/case", {"reason": "Rançon affichée"}, "agent"),
    ("cases", None, "agent"),
    ("cases/{case}", None, "agent"),
    ("cases/{case}/tick", {"step": "network"}, "agent"),
    ("cases/{case}/close", {}, "agent"),
    ("phone", None, "agent"),
    ("phone", {"name": "Paul Garnier", "subject": "Badge"}, "agent"),
    ("phone/people", None, "agent"),
    ("phone/knowledge", None, "agent"),
    ("tickets/{ticket}/called", {"act": "again"}, "agent"),
    ("tickets/{ticket}/escalate", {"supplier": "Valprint", "reason": "Sous garantie"}, "agent"),
    ("escalations/{escalation}/answered", {}, "agent"),
    ("tickets/{ticket}/part", {"item": "Toner", "cost": "12,50"}, "agent"),
    ("parts/{part}", {"state": "ordered"}, "agent"),
    ("tickets/{ticket}/reply", None, "agent"),
    ("tickets/{ticket}/reply", {"body": "Bonjour", "reply": "x"}, "agent"),
    ("tickets/{ticket}/screen", None, "agent"),
    ("sharings/{alarm}/hear", {}, "agent"),
    ("attachments/{file}", None, "agent"),
    ("attachments/{film}/recording", None, "agent"),
    ("attachments/{film}/film", None, "agent"),
    ("attachments/{steps}/steps", None, "agent"),
    ("attachments/{steps}/steps/{step}", None, "agent"),
    ("articles", None, "agent"),
    ("articles/new", None, "agent"),
    ("articles/preview", {"title_fr": "x"}, "agent"),
    ("articles/{article}", None, "agent"),
    ("articles/{article}/history", None, "agent"),
    ("articles/{fresh}/save", {"title_fr": "Brouillon"}, "agent"),
    ("articles/{article}/save", {"title_fr": "x", "number": "1", "act": "withdraw", "audience": "users"}, "supervisor"),
    ("articles/{article}/restore", {}, "agent"),
    ("wordings", None, "agent"),
    ("wordings/{heard}/judge", {"act": "refuse"}, "agent"),
    ("incidents", None, "agent"),
    ("incidents", {"title_fr": "Panne"}, "supervisor"),
    ("incidents/{incident}", None, "supervisor"),
    ("incidents/{incident}", {"title_fr": "Panne connue"}, "supervisor"),
    ("incidents/{incident}/end", {}, "supervisor"),
    ("fixes", None, "supervisor"),
    ("tickets/{solved}/export-fix", None, "agent"),
    ("fixes/written", None, "agent"),
    ("fixes/new", None, "agent"),
    ("fixes/new", {"text": "id: x"}, "agent"),
    ("fixes/look", {"text": "id: x"}, "agent"),
    ("fixes/edit", {"text": "id: x"}, "agent"),
    ("fix/{written}", None, "agent"),
    ("fix/{written}/save", {"text": "id: x", "number": "1"}, "agent"),
    ("fix/{written}/history", None, "agent"),
    ("fix/{written}/publish", None, "supervisor"),
    ("fix/{written}/publish", {"words": "x", "number": "1"}, "supervisor"),
    ("fix/{written}/withdraw", {}, "supervisor"),
    ("replies", None, "agent"),
    ("replies", {"title": "Merci", "body": "Merci {first_name}"}, "agent"),
    ("replies", {"title": "Merci", "body": "Merci", "scope": "team"}, "supervisor"),
    ("replies/{reply}", None, "supervisor"),
    ("replies/{reply}", {"title": "Merci", "body": "Merci", "scope": "team"}, "supervisor"),
    ("replies/{reply}/remove", {}, "supervisor"),
    ("hours", None, "agent"),
    ("hours", HOURS, "supervisor"),
    ("rules", None, "admin"),
    ("rules", {"requests": "9999", "act": "preview"}, "admin"),
    ("look", None, "admin"),
    ("look", {"act": "usual"}, "admin"),
    ("people", None, "admin"),
    ("people/{person}", None, "admin"),
    ("people/{person}/save", {}, "admin"),
    ("people/{person}/erase", {}, "admin"),
    ("audit", None, "auditor"),
    ("audit/export", {"act": "signed_in"}, "auditor"),
    ("accounts", None, "admin"),
    ("accounts", NEW, "admin"),
    ("accounts/{account}", {"act": "role", "role": "agent"}, "admin"),
    ("accounts/own", None, "requester"),
    ("accounts/own", {"old": "wrong", "new": "also wrong, and long"}, "requester"),
]
# Who may what is reserved for each.
HOLDERS = {
    "requester": {"requester", "agent", "supervisor", "admin", "auditor"},
    "agent": {"agent", "supervisor", "admin"},
    "supervisor": {"supervisor", "admin"},
    "admin": {"admin"},
    "auditor": {"auditor", "admin"},
}
NAMES = sorted({name for path, _, _ in MATRIX for name in re.findall(r"\{(\w+)\}", path)})
_OPEN_TO_ALL = {"login", "logout", "language"}


@pytest.fixture(scope="module")
def team(desk: DeskProcess, sofia: Technician, amelie: Technician, admin: Technician) -> dict[str, Technician]:
    """Everybody, at a help desk where no page is empty."""
    there = OneOfEach(desk.device(), amelie, admin)
    assert all(there[name] for name in NAMES)
    return {
        "requester": desk.technician("noor@valclair.invalid", "Noor Claes", "requester"),
        "agent": sofia,
        "supervisor": amelie,
        "admin": admin,
        "auditor": desk.technician("iris@valclair.invalid", "Iris Blanc", "auditor"),
    }


@pytest.fixture
def ids(camille: DeviceCaller, amelie: Technician, admin: Technician) -> OneOfEach:
    return OneOfEach(camille, amelie, admin)


def ask(who: Technician, path: str, form: dict[str, str] | None) -> requests.Response:
    if form is None:
        return who.page(path, allow_redirects=False)
    return who.post(path, **form, **({"email": f"{new_id()}@valclair.invalid"} if form is NEW else {}))


@pytest.mark.parametrize(("path", "form", "least"), MATRIX, ids=[f"{path} {bool(form)}" for path, form, _ in MATRIX])
def test_every_role_at_every_address(
    desk: DeskProcess,
    team: dict[str, Technician],
    ids: OneOfEach,
    path: str,
    form: dict[str, str] | None,
    least: str,
) -> None:
    address = path.format_map(ids)
    stranger = Technician(desk)
    stranger.page("login")
    answer = ask(stranger, address, form)
    assert answer.status_code == 302
    assert "/console/login" in answer.headers["Location"]
    for role, who in team.items():
        answer = ask(who, address, form)
        may = role in HOLDERS[least]
        assert (answer.status_code != 403) is may, f"{role} {answer.status_code}"
        assert answer.status_code < 500
        if not may:
            assert "Ada Min" in answer.text, "who may is named"


def test_the_matrix_knows_every_address() -> None:
    source = Path(console.__file__).with_name("urls.py").read_text(encoding="utf-8")
    written = {re.sub(r"<\w+:\w+>", "*", path) for path in re.findall(r'path\("([^"]*)"', source)}
    assert written - _OPEN_TO_ALL == {re.sub(r"\{\w+\}", "*", path) for path, _, _ in MATRIX}


def test_no_form_is_taken_from_elsewhere(desk: DeskProcess, admin: Technician, ids: OneOfEach) -> None:
    for path, form, _ in MATRIX:
        address = f"{desk.console}{path.format_map(ids)}"
        if form is not None:
            answer = admin.browser.post(address, data={**form, "email": "x@valclair.invalid"}, timeout=30)
            assert answer.status_code == 403, f"{path}: without the token of a page of ours"


def test_what_is_not_there_is_not_there(admin: Technician) -> None:
    wrong = dict.fromkeys(NAMES, new_id()) | {"fresh": "nonsense"}
    for path, form, _ in MATRIX:
        is_new = path == "articles/{article}/save"  # an id that nobody has is an article that begins
        if "{" in path and not is_new:
            assert ask(admin, path.format(**wrong), form).status_code == 404, path
