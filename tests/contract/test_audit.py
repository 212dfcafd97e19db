"""What was done stays written: the database refuses to change it, and the chain shows when somebody did anyway."""

import csv
import re
import sqlite3

import psycopg
import pytest

from tests.contract.desk import EMAIL, PASSWORD, DeskProcess, DeviceCaller, Technician
from tests.contract.tables import run_sql


def acts(desk: DeskProcess) -> list[str]:
    return [row[0] for row in run_sql(desk, "SELECT act FROM helpdesk_audit ORDER BY seq")]


def test_coming_in_and_what_administrators_do_is_written(
    desk: DeskProcess, admin: Technician, sofia: Technician
) -> None:
    before = len(acts(desk))
    stranger = Technician(desk)
    stranger.page("login")
    stranger.post("login", email=EMAIL, password="wrong")
    page = admin.post("accounts", name="Karim", email="karim@valclair.invalid", role="agent")
    account = re.findall(r'action="/console/accounts/([^"]+)"', page.text)
    for form in ({"act": "role", "role": "supervisor"}, {"act": "password"}, {"act": "close"}, {"act": "open"}):
        admin.post(f"accounts/{_of(page.text, 'Karim')}", **form)
    assert account
    desk.command("token", "create", "--technician", EMAIL)
    assert acts(desk)[before:] == [
        "sign_in_refused", "account_opened", "role_changed", "password_changed", "account_closed", "account_reopened",
        "token_created",
    ]  # fmt: skip
    kept = str(run_sql(desk, "SELECT * FROM helpdesk_audit"))
    assert PASSWORD not in kept
    assert "Karim" not in kept, "ids, never people"


def test_the_database_itself_refuses(desk: DeskProcess, sofia: Technician) -> None:
    before = acts(desk)
    for statement in (
        "UPDATE helpdesk_audit SET act = 'nothing'",
        "UPDATE helpdesk_audit SET through = 9999999999",
        "DELETE FROM helpdesk_audit",
        "DELETE FROM helpdesk_audit WHERE seq = (SELECT MAX(seq) FROM helpdesk_audit)",
        *(["TRUNCATE helpdesk_audit"] if desk.database else []),
    ):
        with pytest.raises((sqlite3.IntegrityError, psycopg.errors.IntegrityError), match="stays written"):
            run_sql(desk, statement)
    assert acts(desk) == before


_TAMPERED = {
    "another act": ("UPDATE helpdesk_audit SET act = 'erased' WHERE seq = {second}", "second", "changed"),
    "one taken out": ("DELETE FROM helpdesk_audit WHERE seq = {second}", "third", "missing"),
    "the beginning": ("DELETE FROM helpdesk_audit WHERE seq < {second}", "second", "missing"),
    "the end": ("DELETE FROM helpdesk_audit WHERE seq = {last}", "last", "cut_off"),
}


@pytest.mark.parametrize("what", _TAMPERED)
def test_the_chain_shows_where(own_desk: DeskProcess, what: str) -> None:
    _signed_in(own_desk, 3)
    whole = own_desk.command("audit", "check")
    assert whole["why"] == ""
    connection = sqlite3.connect(own_desk.data / "helpdesk.sqlite3")
    first, second, third = (row[0] for row in connection.execute("SELECT seq FROM helpdesk_audit ORDER BY seq LIMIT 3"))
    places = {"first": first, "second": second, "third": third, "last": int(whole["head"].split(":")[0])}
    statement, at, why = _TAMPERED[what]
    with connection:
        for trigger in ("audit_is_kept", "audit_is_not_removed"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement.format(**places))
    connection.close()
    checked = own_desk.run("audit", "check")
    assert checked.returncode == 1
    assert str(places[at]) in checked.stderr
    assert own_desk.run("audit", "check", "--json").stdout.count(f'"{why}"') == 1


def test_a_head_that_was_kept_elsewhere(own_desk: DeskProcess) -> None:
    sofia = _signed_in(own_desk, 1)
    head = own_desk.command("audit", "check")["head"]
    sofia.post("logout")
    assert own_desk.command("audit", "check", "--head", head)["why"] == ""
    number = head.split(":")[0]
    for other in (f"{number}:{'0' * 64}", "nonsense", f"{int(number) + 50}:{'0' * 64}"):
        assert own_desk.run("audit", "check", "--head", other).returncode == 1


def _of(page: str, name: str) -> str:
    row = re.findall(rf"<tr>(?:(?!</tr>).)*{name}(?:(?!</tr>).)*</tr>", page, re.DOTALL)
    found = re.search(r'action="/console/accounts/([^"]+)"', row[0])
    assert found
    return found[1]


def _signed_in(desk: DeskProcess, times: int) -> Technician:
    """As many acts as that, at least."""
    sofia = desk.technician()
    for _ in range(times - 1):
        sofia.post("logout")
        sofia.sign_in(EMAIL)
    return sofia


def test_what_auditors_see_and_save(desk: DeskProcess, admin: Technician, camille: DeviceCaller) -> None:
    iris = desk.technician("iris@valclair.invalid", "Iris Blanc", "auditor")
    kept = camille.upload(b'{"sections":{}}', "snapshot.json", kind="snapshot").json()["id"]
    ticket = camille.create(attachments=[kept]).json()
    for _ in range(3):
        admin.page(f"tickets/{ticket['id']}")
    shown = iris.page("audit?act=report_viewed")
    assert shown.text.count("État d’un ordinateur consulté</td>") == 1, "looking again at once is one look"
    assert f"Demande n° {ticket['number']}" in shown.text
    assert "Ada Min" in shown.text
    saved = iris.post("audit/export", act="report_viewed")
    rows = list(csv.DictReader(saved.text.splitlines()))
    assert [(row["act"], row["about"]) for row in rows] == [("report_viewed", f"ticket:{ticket['id']}")]
    assert "Données enregistrées" in iris.page("audit?act=exported").text
    for odd in ("act=x&by=%00&since=2026-99-99&until=0001-01-01", "before=99999999999999999999", "before=1"):
        assert iris.page(f"audit?{odd}").status_code == 200
