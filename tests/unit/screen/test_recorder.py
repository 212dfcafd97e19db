"""When a film takes a picture and when it ends, without a screen."""

import asyncio
import errno
import threading
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from desktop_app.domain.consent import Capability
from desktop_app.screen import recording
from desktop_app.screen.guard import Guard
from desktop_app.screen.recorder import Recorder
from desktop_app.screen.screenful import Arrow
from desktop_app.screen.tiles import Rect
from tests.unit.screen.technician import SECONDS
from tests.unit.screen.test_recording import Run, pictures
from tests.unit.screen.watch import Watch

WHOLE = Rect(0, 0, 64, 48)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has more than a second to be closed in: it must not be lost because the processor is somebody else's."""
    monkeypatch.setattr(recording, "_LATEST_S", SECONDS)


def plain(shade: int) -> Any:
    return np.full((WHOLE.height, WHOLE.width, 4), shade, np.uint8)


async def grown(folder: Path, size: int = 0) -> int:
    """How large the film is by now."""
    async with asyncio.timeout(SECONDS):
        while (now := sum(file.stat().st_size for file in folder.iterdir())) == size:
            await asyncio.sleep(0.05)
    return now


@dataclass
class Filming:
    """A sharing with a yes to a recording: what it said, whom it gave its pictures to, whether it told of a change."""

    guard: Guard
    recorder: Recorder
    said: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)


def filming(folder: Path, watch: Watch) -> Filming:
    """It runs, and has no picture yet."""
    guard, show = Guard(watch), SimpleNamespace()
    now = Filming(guard, Recorder(guard, lambda word: now.said.append(word), show))  # type: ignore[arg-type]
    show.keep, show.tell = now.kept.append, now.changed.set
    now.recorder.folder, now.recorder.is_seen = str(folder), True
    assert guard.allow(600)
    assert guard.ask(Capability.RECORDING)
    assert guard.grant(Capability.RECORDING, 300)
    now.recorder.follow()
    return now


async def told(recorder: Recorder) -> None:
    """All its films are told of."""
    is_told = asyncio.Event()
    recorder.when_told(is_told.set)
    await asyncio.wait_for(is_told.wait(), SECONDS)


@pytest.mark.parametrize("case", ["line lost", "paused"])
def test_what_the_technician_does_not_see_is_not_in_it(tmp_path: Path, run: Run, watch: Watch, case: str) -> None:
    async def unseen() -> None:
        now = filming(tmp_path, watch)
        guard, recorder, said, kept = now.guard, now.recorder, now.said, now.kept
        kept[0].take(plain(255), WHOLE, WHOLE)
        size = await grown(tmp_path)
        recorder.is_seen, guard.paused = case != "line lost", case == "paused"
        kept[0].take(plain(0), WHOLE, WHOLE)
        recorder.is_seen, guard.paused = True, False
        corner = Rect(0, 0, 16, 16)
        kept[0].take(plain(200)[:16, :16], corner, WHOLE)
        await grown(tmp_path, size)
        recorder.finish()
        assert kept[1:] == [None]
        await told(recorder)
        shown = [picture for _, picture in pictures(tmp_path / said[0].file)]
        assert [picture[24:].min() > 200 for picture in shown] == [True] * 3
        assert shown[-1][:8, :8].max() < 230

    run(unseen())


def test_a_film_begins_with_a_whole_picture(tmp_path: Path, run: Run) -> None:
    """Not with the mouse alone, nor with a part on a black ground."""

    async def begun() -> None:
        asked = threading.Event()

        def may() -> bool:
            asked.set()
            return True

        film = recording.Recording(tmp_path / "film.mp4", may, lambda: None)
        film.start()
        film.point(Arrow(5, 5))
        assert asked.wait(SECONDS)
        film.take(plain(200)[:16, :16], Rect(0, 0, 16, 16), WHOLE)
        assert film.lacks(WHOLE)
        film.take(plain(255), WHOLE, WHOLE)
        await grown(tmp_path)
        film.end()
        assert film.closed()
        assert min(picture.min() for _, picture in pictures(film.path)) > 200

    run(begun())


def test_a_film_that_is_full_ends_and_the_sharing_goes_on(
    tmp_path: Path, run: Run, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full() -> None:
        now = filming(tmp_path, watch)
        now.kept[-1].take(plain(255), WHOLE, WHOLE)
        await asyncio.wait_for(now.changed.wait(), SECONDS)
        await told(now.recorder)
        assert (now.said[0].is_full, bool(now.said[0].file)) == (True, True)
        assert [step for step, _ in now.guard.promises()] == [Capability.LOOK]

    monkeypatch.setattr(recording, "RECORDING_BYTES", 10)
    run(full())


def test_a_file_that_is_long_in_closing_holds_nothing_up_but_the_last_word(
    tmp_path: Path, run: Run, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_close, close = threading.Event(), recording.Reel.close

    def closed(reel: recording.Reel, at_s: float) -> None:
        assert may_close.wait(SECONDS)
        close(reel, at_s)

    async def slow() -> None:
        now = filming(tmp_path, watch)
        now.kept[0].take(plain(255), WHOLE, WHOLE)
        await grown(tmp_path)
        now.recorder.finish()
        now.recorder.when_told(lambda: now.said.append("over"))
        assert now.said == []
        may_close.set()
        await told(now.recorder)
        assert now.said[0].file
        assert now.said[1:] == ["over"]

    monkeypatch.setattr(recording.Reel, "close", closed)
    run(slow())


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The pictures that are in a film by now."""
    add, all_of_them = recording.Reel.add, list[Any]()

    def added(reel: recording.Reel, picture: Any, at_s: float) -> None:
        add(reel, picture, at_s)
        all_of_them.append(picture)

    monkeypatch.setattr(recording.Reel, "add", added)
    return all_of_them


async def _three_pictures(now: Filming, taken: list[Any]) -> None:
    for count, shade in enumerate((255, 200, 150), start=1):
        now.kept[0].take(plain(shade), WHOLE, WHOLE)
        async with asyncio.timeout(SECONDS):
            while len(taken) < count:
                await asyncio.sleep(0.05)


def _all_but_the_last(now: Filming, folder: Path) -> bool:
    shown = [picture for _, picture in pictures(folder / now.said[0].file)]
    return [round(float(picture.mean()), -1) for picture in shown] == [260, 200]


def test_a_film_that_is_not_closed_in_time_ends_with_the_picture_before(
    tmp_path: Path, run: Run, watch: Watch, monkeypatch: pytest.MonkeyPatch, taken: list[Any]
) -> None:
    may_close = threading.Event()

    async def slow() -> None:
        now = filming(tmp_path, watch)
        await _three_pictures(now, taken)
        now.recorder.finish()
        await told(now.recorder)
        assert _all_but_the_last(now, tmp_path)
        may_close.set()

    monkeypatch.setattr(recording, "_LATEST_S", 0.01)
    monkeypatch.setattr(recording.Reel, "close", lambda *_: may_close.wait(SECONDS))
    run(slow())


def test_a_disk_that_is_full_ends_the_film_and_loses_nothing_of_it(
    tmp_path: Path, run: Run, watch: Watch, monkeypatch: pytest.MonkeyPatch, taken: list[Any],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    add = recording.Reel.add

    def added(reel: recording.Reel, picture: Any, at_s: float) -> None:
        if picture.min() < 100:
            raise OSError(errno.ENOSPC, "full")
        add(reel, picture, at_s)

    async def full() -> None:
        now = filming(tmp_path, watch)
        await _three_pictures(now, taken)
        now.kept[0].take(plain(0), WHOLE, WHOLE)
        await asyncio.wait_for(now.changed.wait(), SECONDS)
        await told(now.recorder)
        assert _all_but_the_last(now, tmp_path)

    monkeypatch.setattr(recording.Reel, "add", added)
    run(full())
    assert "cannot be written" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("size", [(90, 160), (301, 403), (1200, 100)])
def test_a_picture_of_another_size_is_made_to_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    white = np.full((*size, 4), 255, np.uint8)
    with (tmp_path / "film.mp4").open("wb") as file:
        reel = recording.Reel(file, np.full((201, 301, 4), 255, np.uint8))
        reel.add(np.full((201, 301, 4), 255, np.uint8), 0.0)
        reel.add(white, 1.0)
        reel.close(3.0)
    shown = list(pictures(tmp_path / "film.mp4"))
    assert [picture.shape for _, picture in shown] == [(200, 300, 3)] * 3
    assert [round(at) for at, _ in shown] == [0, 1, 3]
    wide = shown[1][1].max(axis=(0, 2)) > 128
    high = shown[1][1].max(axis=(1, 2)) > 128
    assert abs(wide.mean() * 300 / (high.mean() * 200) - size[1] / size[0]) < 0.15 * size[1] / size[0]
