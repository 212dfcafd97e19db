"""The film of a shared screen: kept with its request by the machine that made it, and played as a film alone."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from desktop_app.screen.recording import Reel
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.sharing import Asked, asked_in, console_put, record
from tests.contract.tables import run_sql
from tests.contract.test_audit import acts

Wait = Callable[[Callable[[], object]], None]
PAGE = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Three seconds of green."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    with path.open("wb") as file:
        reel = Reel(file, np.zeros((120, 160, 4), np.uint8))
        reel.add(np.full((120, 160, 4), (40, 160, 40, 255), np.uint8), 0.0)
        reel.close(3.0)
    return path.read_bytes()


@pytest.fixture
def asked(camille: DeviceCaller, sofia: Technician) -> Asked:
    return asked_in(camille, sofia)


def brought(asked: Asked, content: bytes, kind: str = "recording") -> dict[str, object]:
    """The word about a film whose bytes are there."""
    kept = asked.machine.upload(content, "2026-11-22-100000.mp4", kind)
    assert kept.ok, kept.text
    return {"id": new_id(), "sharing": asked.id, "attachment": kept.json()["id"], "seconds": 123}


def test_it_is_kept_once_and_told(asked: Asked, film: bytes) -> None:
    asked.until("shared")
    word = brought(asked, film)
    path = f"tickets/{asked.ticket}/recordings"
    assert [asked.machine.ask("POST", path, json=word).status_code for _ in range(2)] == [201, 201]
    spans = [{"capability": "look", "seconds": 120}, {"capability": "recording", "seconds": 123}]
    assert asked.put("ended", record(spans=spans)).ok
    (line,) = (line for line in asked.events() if line["event"] == "screen_recorded")
    assert line["facts"] == {"name": "Sofia", "seconds": "123"}
    assert [file["kind"] for file in line["attachments"]] == ["recording"]
    assert asked.machine.ask("GET", f"attachments/{word['attachment']}").content == film, "its owner may have it"
    told = " ".join(asked.browser.page(f"tickets/{asked.ticket}").text.split())
    assert "Écran enregistré à la demande de Sofia : 2:03" in told
    assert "enregistrement 2:03" in told


@pytest.mark.parametrize(
    "case", ["other request", "other person", "other kind", "no file", "no sharing", "id taken", "not shown"]
)
def test_what_is_not_its_own_is_refused(asked: Asked, marc: DeviceCaller, film: bytes, case: str) -> None:
    asked.until("offered" if case == "not shown" else "shared")
    machine, ticket = asked.machine, asked.ticket
    word = brought(asked, film, "file" if case == "other kind" else "recording")
    if case == "other request":
        ticket = machine.create().json()["id"]
    elif case == "other person":
        machine = marc
    elif case == "id taken":
        word["id"] = asked.id
    elif case in {"no file", "no sharing"}:
        word["attachment" if case == "no file" else "sharing"] = new_id()
    answer = machine.ask("POST", f"tickets/{ticket}/recordings", json=word)
    assert answer.status_code in {404, 409}, answer.text
    assert not [line for line in asked.events() if line["event"] == "screen_recorded"]


def test_a_technician_cannot_bring_one(asked: Asked, film: bytes) -> None:
    asked.until("shared")
    word = brought(asked, film)
    assert console_put(asked.browser, f"tickets/{asked.ticket}/recordings", word, "POST").status_code == 401


def kept(asked: Asked, content: bytes) -> str:
    """The path of a recording that is with its request."""
    asked.until("shared")
    word = brought(asked, content)
    assert asked.machine.ask("POST", f"tickets/{asked.ticket}/recordings", json=word).ok
    return f"attachments/{word['attachment']}"


@pytest.mark.parametrize(
    ("wanted", "part", "status"),
    [
        ("", slice(None), 206),
        ("bytes=0-", slice(None), 206),
        ("bytes=2-5", slice(2, 6), 206),
        ("bytes=5-99999999", slice(5, None), 206),
        ("bytes=99999999-", None, 416),
        ("bytes=9-2", None, 416),
        ("lines=1-2", slice(None), 206),
    ],
)
def test_the_player_gets_the_part_that_it_asks_for(
    asked: Asked, film: bytes, wanted: str, part: slice | None, status: int
) -> None:
    path = kept(asked, film)
    answer = asked.browser.page(f"{path}/film", headers={"Range": wanted} if wanted else {})
    assert answer.status_code == status
    if part is not None:
        assert answer.content == film[part]
        start = part.start or 0
        assert answer.headers["Content-Range"] == f"bytes {start}-{start + len(film[part]) - 1}/{len(film)}"


@pytest.mark.parametrize("content", [PAGE, b""])
def test_whatever_it_claims_to_be_it_is_a_film_to_a_browser(asked: Asked, content: bytes) -> None:
    path = kept(asked, content)
    answer = asked.browser.page(f"{path}/film")
    assert answer.status_code == (206 if content else 416)
    if content:
        assert answer.headers["Content-Type"] == "video/mp4"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "media-src 'self'" in asked.browser.page(f"{path}/recording").headers["Content-Security-Policy"]


def test_another_kind_of_file_is_not_played(asked: Asked, camille: DeviceCaller) -> None:
    other = camille.upload(PAGE).json()["id"]
    camille.create(attachments=[other])
    assert [asked.browser.page(f"attachments/{other}/{what}").status_code for what in ("film", "recording")] == [
        404
    ] * 2


def test_it_plays_in_the_page(own_desk: DeskProcess, page: Page, film: bytes, wait_until: Wait) -> None:
    machine = own_desk.device()
    asked = asked_in(machine, own_desk.technician())
    kept(asked, film)
    page.goto(f"{own_desk.console}tickets/{asked.ticket}")
    page.get_by_role("link", name="Écran enregistré").click()
    video = page.locator("video")
    expect(video).to_have_js_property("videoWidth", 160)
    assert round(video.evaluate("video => video.duration")) == 3
    video.evaluate("video => { video.muted = true; return video.play(); }")
    wait_until(lambda: video.evaluate("video => video.currentTime > 0.2"))
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_that_it_was_recorded_stands_in_the_audit_log(desk: DeskProcess, asked: Asked, film: bytes) -> None:
    kept(asked, film)
    assert asked.put("ended", record(spans=[{"capability": "recording", "seconds": 123}])).ok
    assert acts(desk)[-3:] == ["recording_kept", "sharing_recorded", "sharing_ended"]
    rows = run_sql(desk, """SELECT "by" FROM helpdesk_audit WHERE act = 'recording_kept'""")
    assert {by.partition(":")[0] for (by,) in rows} == {"person"}, "whose computer brought it, not who looked"


def test_who_watches_it_stands_there_too_however_they_came_to_it(desk: DeskProcess, asked: Asked, film: bytes) -> None:
    path = kept(asked, film)
    assert asked.browser.page(f"{path}/film").status_code == 206
    assert acts(desk)[-1] == "file_fetched"
