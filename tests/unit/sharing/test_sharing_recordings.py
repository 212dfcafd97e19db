"""What becomes of a film: it leaves with its request, nothing of it stays here, and what is lost is said."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.consent import Capability, Ending
from desktop_app.domain.errors import DiskFull, RequestRefused
from desktop_app.protocol.screen_lines import Asked, Prepare, Recorded
from desktop_app.services import sharing_courier
from desktop_app.services.actions import Kind
from tests.unit.sharing.standins import Process, World
from tests.unit.sharing.test_sharing_service import ended, flowing, until

FILM = "0f.mp4"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.settings["sharing.recording"] = True
    yield made
    made.close()


def folder(process: Process) -> Path:
    """Where the process may make films."""
    (prepare,) = (word for word in process.said if isinstance(word, Prepare))
    assert prepare.recordings
    return Path(prepare.recordings)


def recorded(world: World, content: bytes = b"film", **more: Any) -> Process:
    """A film is whole."""
    process = flowing(world)
    (folder(process) / FILM).write_bytes(content)
    process.heard(Recorded(file=FILM, seconds=123, **more))
    return process


def lines(world: World) -> list[str]:
    return [key for key in world.told() if "record" in key]


def is_kept(world: World, content: bytes = b"film") -> bool:
    """Whether a copy waits to leave."""
    return content in [file.read_bytes() for file in (world.home / "state" / "files").glob("*")]


def test_without_the_policy_the_process_has_no_folder(world: World) -> None:
    world.settings["sharing.recording"] = False
    process = flowing(world)
    (prepare,) = (word for word in process.said if isinstance(word, Prepare))
    assert prepare.recordings == ""
    assert Capability.RECORDING in prepare.never


@pytest.mark.parametrize("is_yes", [True, False])
def test_the_answer_is_written_down(world: World, is_yes: bool) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.RECORDING, reason="Pour le montrer à Jonas"))
    assert world.sharings.view.asked
    if is_yes:
        world.sharings.grant(Capability.RECORDING, 300)
    else:
        world.sharings.deny(Capability.RECORDING)
    assert process.kinds[-1] == ("grant" if is_yes else "refuse")
    assert lines(world) == [f"screen_recording_{'allowed' if is_yes else 'refused'}"]


@pytest.mark.parametrize("is_full", [False, True])
def test_it_leaves_with_its_request_and_nothing_stays(world: World, is_full: bool) -> None:
    process = recorded(world, is_full=is_full)
    until(lambda: world.outbox.waiting())
    until(lambda: not list(folder(process).iterdir()))
    assert is_kept(world)
    until(lambda: lines(world) == ["screen_recorded_full" if is_full else "screen_recorded"])
    process.ends(Ending.USER)
    world.outbox.flush()
    (film,) = world.desk.films
    (sharing,) = world.desk.items.values()
    assert film.content == b"film"
    assert (film.word.sharing, film.word.seconds, film.ticket_id) == (sharing.id, 123, sharing.ticket_id)
    assert not is_kept(world)
    assert lines(world)[-1] == "recorded_sent"


@pytest.mark.parametrize("hangs", [False, True])
def test_what_waits_while_this_program_ends_is_kept(world: World, hangs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    process, asked, may_answer = flowing(world), threading.Event(), threading.Event()
    (folder(process) / FILM).write_bytes(b"film")

    def slow() -> list[Any]:
        asked.set()
        may_answer.wait()
        return []

    monkeypatch.setattr(sharing_courier, "_FAREWELL_S", 0.01 if hangs else 60)
    monkeypatch.setattr(world.desk, "underway", slow)
    world.sharings.look()
    assert asked.wait(60)
    process.heard(Recorded(file=FILM, seconds=123))
    closing = threading.Thread(target=world.sharings.close)
    closing.start()
    until(lambda: world.sharings._courier._closing.is_set())
    if not hangs:
        may_answer.set()
    closing.join(60)
    assert lines(world) == ["screen_recorded"]
    assert [one.kind for one in world.outbox.waiting()].count(Kind.RECORDED) == 1
    assert not list(folder(process).iterdir())
    may_answer.set()


def test_what_the_help_desk_does_not_want_is_deleted_and_said(world: World) -> None:
    process = recorded(world)
    until(lambda: world.outbox.waiting() and not list(folder(process).iterdir()))
    world.desk.refusal = RequestRefused(status=413, detail="too large")
    world.outbox.flush()
    assert not world.outbox.waiting()
    assert not is_kept(world)
    assert lines(world)[-1] == "screen_recording_not_taken"


def test_a_process_that_dies_leaves_nothing_and_it_is_said(world: World) -> None:
    process = flowing(world)
    (folder(process) / FILM).write_bytes(b"half a film")
    process.heard(None)
    ended(world)
    assert not list(folder(process).iterdir())
    assert lines(world) == ["screen_recording_lost"]


def test_what_an_earlier_run_left_is_deleted_at_the_next_look(world: World) -> None:
    left = world.home / "state" / "recordings"
    left.mkdir()
    (left / FILM).write_bytes(b"of yesterday")
    world.sharings.look()
    until(lambda: lines(world) == ["screen_recording_lost"])
    assert not list(left.iterdir())


@pytest.mark.parametrize("case", ["none", "gone", "no room", "elsewhere"])
def test_a_film_that_cannot_be_kept_is_said_to_be_lost(
    world: World, case: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_content: bytes) -> str:
        raise DiskFull(folder="x")

    outside = world.home / "private.txt"
    outside.write_text("not a film")
    process = flowing(world)
    if case == "no room":
        (folder(process) / FILM).write_bytes(b"film")
        monkeypatch.setattr(world.store, "keep_blob", full)
    names = {"none": "", "elsewhere": "../../private.txt"}
    process.heard(Recorded(file=names.get(case, FILM), seconds=5))
    until(lambda: lines(world) == ["screen_recording_lost"])
    assert not list(folder(process).iterdir())
    assert outside.exists()
    assert not [one for one in world.store.actions.waiting() if one.kind is Kind.RECORDED]
    caplog.clear()


def test_who_looks_along_has_no_folder(world: World) -> None:
    flowing(world)
    (host,) = world.desk.items.values()
    world.ask(host.ticket_id, joins=host.id)
    world.guests.look()
    until(lambda: len(world.processes) == 2)
    (prepare,) = (word for word in world.processes[-1].said if isinstance(word, Prepare))
    assert prepare.recordings == ""
