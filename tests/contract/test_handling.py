"""What technicians do with a request: hand it over, say how urgent it is, send files; told to those concerned alone."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician

HTML = b"<!doctype html><script>alert(document.cookie)</script>"
MEBIBYTE = 1024 * 1024
REASON = "Le maire attend devant la porte"


@pytest.fixture(scope="module")
def jonas(desk: DeskProcess) -> Technician:
    """A colleague."""
    return desk.technician("jonas@valclair.invalid", "Jonas Weber")


@pytest.fixture
def ticket(camille: DeviceCaller) -> str:
    """A request."""
    return str(camille.create().json()["id"])


def colleague(who: Technician, ticket: str, name: str) -> str:
    """The value of a colleague in the list to hand over to."""
    found = re.search(rf'<option value="([^"]+)"[^>]*>{name}<', who.page(f"tickets/{ticket}").text)
    assert found, name
    return found[1]


def send(
    who: Technician, ticket: str, *files: tuple[str, bytes, str], body: str = "Voici.", mode: str = "reply"
) -> requests.Response:
    """A message with files, as the page's form sends it."""
    return who.browser.post(
        f"{who.desk.console}tickets/{ticket}/write",
        data={"body": body, "mode": mode, "csrfmiddlewaretoken": who.browser.cookies["csrftoken"]},
        files=[("files", file) for file in files] or {"files": ("", b"")},
        headers={"Referer": who.desk.console},
        allow_redirects=False,
        timeout=60,
    )


def test_a_request_is_handed_over_and_everybody_hears_of_it(
    camille: DeviceCaller, sofia: Technician, jonas: Technician, ticket: str
) -> None:
    after = camille.news(0)[-1]["seq"]
    to = colleague(sofia, ticket, "Jonas Weber")
    assert sofia.post(f"tickets/{ticket}/hand-over", to=to, was="").status_code == 302
    assert camille.ask("GET", f"tickets/{ticket}").json()["assignee"] == "Jonas"
    assert [line["facts"] for line in camille.entries(ticket) if line["event"] == "taken"] == [{"name": "Jonas"}]
    assert ticket in {event["ticket_id"] for event in camille.ticket_news(after)}
    assert f"tickets/{ticket}" in jonas.page("handed").text, "its new owner is told on every page"
    assert f"tickets/{ticket}" not in sofia.page("handed").text
    jonas.page(f"tickets/{ticket}")
    assert f"tickets/{ticket}" not in jonas.page("handed").text, "until it was opened"


def test_what_one_takes_oneself_is_no_news_to_oneself(sofia: Technician, ticket: str) -> None:
    me = colleague(sofia, ticket, "Sofia Laurent")
    sofia.post(f"tickets/{ticket}/hand-over", to=me, was="")
    assert f"tickets/{ticket}" not in sofia.page("handed").text


def test_back_to_everybody(camille: DeviceCaller, sofia: Technician, ticket: str) -> None:
    me = colleague(sofia, ticket, "Sofia Laurent")
    sofia.post(f"tickets/{ticket}/take")
    sofia.post(f"tickets/{ticket}/hand-over", to="", was=me)
    assert camille.ask("GET", f"tickets/{ticket}").json()["assignee"] == ""


def test_of_two_who_hand_over_at_once_one_wins_and_the_other_is_told(
    camille: DeviceCaller, sofia: Technician, jonas: Technician, ticket: str
) -> None:
    to = [colleague(sofia, ticket, name) for name in ("Sofia Laurent", "Jonas Weber")]
    with ThreadPoolExecutor(2) as pool:
        sent = [
            pool.submit(who.post, f"tickets/{ticket}/hand-over", to=one, was="")
            for who, one in zip((sofia, jonas), to, strict=True)
        ]
        answers = [one.result() for one in sent]
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert [line["event"] for line in camille.entries(ticket)].count("taken") == 1


def test_it_is_given_to_colleagues_only(camille: DeviceCaller, sofia: Technician, ticket: str) -> None:
    for nobody in (new_id(), camille.device_id, "' OR 1=1 --"):
        assert sofia.post(f"tickets/{ticket}/hand-over", to=nobody, was="").status_code == 404
    assert camille.ask("GET", f"tickets/{ticket}").json()["assignee"] == ""


def test_a_priority_changes_with_a_reason_that_stays_inside(
    camille: DeviceCaller, sofia: Technician, ticket: str
) -> None:
    before, news = camille.ask("GET", f"tickets/{ticket}").json(), camille.news(0)
    assert sofia.post(f"tickets/{ticket}/priority", priority="1", reason=REASON).status_code == 302
    page = sofia.page(f"tickets/{ticket}").text
    assert REASON in page
    assert "Critique" in page
    after = camille.ask("GET", f"tickets/{ticket}").json()
    changed = {name: after[name] for name in ("answer_by", "solve_by", "seen_seq")}
    assert after == before | changed, "what changes for its requester is what is promised, and that it was read"
    assert camille.entries(ticket)[-1]["kind"] == "message"
    assert [event for event in camille.news(0) if event["topic"] == "ticket"] == [
        event for event in news if event["topic"] == "ticket"
    ], "not even a gap in the numbers"
    for path in ("tickets", f"tickets/{ticket}", f"tickets/{ticket}/entries"):
        assert REASON not in camille.ask("GET", path).text


@pytest.mark.parametrize(
    ("priority", "reason", "status"), [("2", "", 422), ("2", "  ", 422), ("9", "x", 302), ("", "x", 302)]
)
def test_a_priority_that_is_none_changes_nothing(
    sofia: Technician, ticket: str, priority: str, reason: str, status: int
) -> None:
    before = sofia.page(f"tickets/{ticket}?tab=journal").text.count("journal")
    assert sofia.post(f"tickets/{ticket}/priority", priority=priority, reason=reason).status_code == status
    assert "Priorité changée" not in sofia.page(f"tickets/{ticket}").text
    assert sofia.page(f"tickets/{ticket}?tab=journal").text.count("journal") == before


def test_hostile_reasons_are_text(sofia: Technician, ticket: str) -> None:
    sofia.post(f"tickets/{ticket}/priority", priority="1", reason="<img src=x onerror=alert(1)> {before.__class__}")
    page = sofia.page(f"tickets/{ticket}")
    assert page.status_code == 200
    assert "<img src=x" not in page.text
    assert "{before.__class__}" in page.text


def test_files_of_a_technician_reach_the_requester_and_nobody_else(
    camille: DeviceCaller, marc: DeviceCaller, sofia: Technician, ticket: str
) -> None:
    assert send(sofia, ticket, ("notice.html", HTML, "text/html"), ("plan.png", b"png", "image/png")).status_code == 302
    line = camille.entries(ticket)[-1]
    assert (line["body"], [file["filename"] for file in line["attachments"]]) == ("Voici.", ["notice.html", "plan.png"])
    file = line["attachments"][0]
    for answer in (camille.ask("GET", f"attachments/{file['id']}"), sofia.page(f"attachments/{file['id']}")):
        assert answer.content == HTML
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert marc.ask("GET", f"attachments/{file['id']}").status_code == 404
    assert marc.create(attachments=[file["id"]]).status_code == 409, "nor claimed by another"
    assert camille.write(ticket, attachments=[file["id"]]).status_code == 409


def test_files_of_a_note_stay_inside(camille: DeviceCaller, sofia: Technician, ticket: str) -> None:
    assert send(sofia, ticket, ("photo.png", b"secret", "image/png"), body="", mode="note").status_code == 302
    assert len(camille.entries(ticket)) == 1
    found = re.search(r'/console/attachments/([0-9a-f-]+)"', sofia.page(f"tickets/{ticket}").text)
    assert found
    assert sofia.page(f"attachments/{found[1]}").content == b"secret"
    assert camille.ask("GET", f"attachments/{found[1]}").status_code == 404


@pytest.mark.parametrize("name", ["../../etc/passwd", "\u202egpj.exe", "a\r\nX: y", '"quote"', "x" * 400, "..", ""])
def test_hostile_names_of_files(camille: DeviceCaller, sofia: Technician, ticket: str, name: str) -> None:
    assert send(sofia, ticket, (name, b"x", "text/html\r\nX: y")).status_code in {302, 400}
    for line in camille.entries(ticket)[1:]:
        for file in line["attachments"]:
            assert not set("/\\\r\n\u202e") & set(file["filename"])
            assert file["media_type"].isprintable()


def test_a_file_without_words_is_a_message_and_nothing_is_none(
    camille: DeviceCaller, sofia: Technician, ticket: str
) -> None:
    assert send(sofia, ticket, body="").status_code == 302
    assert len(camille.entries(ticket)) == 1
    assert send(sofia, ticket, ("a.txt", b"a", "text/plain"), body="").status_code == 302
    assert len(camille.entries(ticket)) == 2


def test_too_much_is_refused_and_the_text_is_kept(own_desk: DeskProcess) -> None:
    camille, sofia = own_desk.device(), own_desk.technician()
    ticket = camille.create().json()["id"]
    kept = own_desk.data / "attachments"
    many = [(f"{number}.txt", b"x", "text/plain") for number in range(21)]
    for files, why in (([("film.mkv", b" " * (101 * MEBIBYTE), "video/x")], "100 Mo"), (many, "20 fichiers")):
        answer = send(sofia, ticket, *files, body="Le film demandé")
        assert answer.status_code == 422
        assert why in answer.text.replace("\u00a0", " ")
        assert ">Le film demandé</textarea>" in answer.text
        assert len(camille.entries(ticket)) == 1
        assert not [file for file in kept.rglob("*") if file.is_file()]


def test_a_script_brings_no_files(desk: DeskProcess, camille: DeviceCaller, sofia: Technician, ticket: str) -> None:
    kept = camille.upload(b"x").json()["id"]
    script = DeviceCaller(desk, desk.command("token", "create", "--technician", "sofia@valclair.invalid")["token"])
    assert script.write(ticket, attachments=[kept]).status_code == 409, "told, not silently left out"


def test_an_announcement_is_changed_and_ended(camille: DeviceCaller, amelie: Technician) -> None:
    title = f"Panne {new_id()}"
    amelie.post("incidents", title_fr=title, text_fr="Patience.")
    (incident,) = [one for one in camille.ask("GET", "incidents").json() if one["title"] == {"fr": title}]
    after = camille.news(0)[-1]["seq"]
    changed = {
        "title_fr": title,
        "title_en": "Outage",
        "text_fr": "Encore dix minutes.",
        "link_url": "https://etat.example/",
        "fixes": " print_queue_stuck, printing.queue print_queue_stuck",
    }
    assert amelie.post(f"incidents/{incident['id']}", **changed).status_code == 302
    (now,) = [one for one in camille.ask("GET", "incidents").json() if one["id"] == incident["id"]]
    assert now["title"]["en"] == "Outage"
    assert now["text"] == {"fr": "Encore dix minutes."}
    assert now["link"]["url"] == "https://etat.example/"
    assert now["fixes"] == ["print_queue_stuck", "printing.queue"], "a computer that shows it offers no repair"
    assert now["since"] == incident["since"]
    assert "incidents" in {event["topic"] for event in camille.news(after)}
    for wrong in (
        {"title_fr": ""},
        {"title_fr": "x", "link_url": "javascript:alert(1)"},
        {"title_fr": "x", "link_url": f"https://{'x' * 300}"},
        {"title_fr": "x", "fixes": "print_queue_stuck <script>"},
    ):
        assert amelie.post(f"incidents/{incident['id']}", **wrong).status_code == 422
    amelie.post(f"incidents/{incident['id']}/end")
    assert incident["id"] not in {one["id"] for one in camille.ask("GET", "incidents").json()}
    assert amelie.post(f"incidents/{incident['id']}", **changed).status_code == 404, "what is over is over"
    assert title in amelie.page("incidents").text
