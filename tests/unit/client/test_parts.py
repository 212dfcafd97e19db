"""A large file on a bad line: what has arrived is not sent again, by this program or the next one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop_app.adapters.uploads import PART
from desktop_app.domain.errors import AnswerLost
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn, cut_before

CONTENT = bytes(range(256)) * (PART // 256) * 3 + b"the end"


class Parts:
    """A help desk that takes parts; its line is cut at the parts of `cuts`, counted from 0."""

    def __init__(self, *cuts: int) -> None:
        self.kept, self.offsets, self._cuts = b"", list[int](), set(cuts)

    def __call__(self, handler: Any) -> bool:
        address = urlsplit(handler.path)
        query = parse_qs(address.query)
        if query.get("parts") == ["true"]:
            handler.body()
            handler.desk.files[address.path.rsplit("/", 1)[1]] = self.kept
            word = {"id": address.path.rsplit("/", 1)[1], "filename": "film.mkv", "media_type": "video/x-matroska"}
            handler.say_json({**word, "size": len(self.kept), "sha256": "", "kind": "file"})
            return True
        if not address.path.endswith("/parts"):
            return False
        if handler.command == "PUT":
            if len(self.offsets) in self._cuts:
                self._cuts.clear()
                return cut_before(handler)
            self.offsets.append(int(query["offset"][0]))
            self.kept = self.kept[: self.offsets[-1]] + handler.body()
        handler.say_json({"size": len(self.kept)})
        return True


@pytest.fixture
def film(tmp_path: Path) -> Path:
    file = tmp_path / "film.mkv"
    file.write_bytes(CONTENT)
    return file


def test_the_next_program_goes_on_where_the_line_was_cut(
    new_core: Callable[..., Core], standin: StandIn, film: Path
) -> None:
    standin.trick = parts = Parts(2)
    first = new_core()
    first.tickets.create(Draft("Film", "Il saute.", files=(film,)))
    with pytest.raises(AnswerLost):
        first.outbox.flush()
    film.unlink()
    assert parts.offsets == [0, PART]
    assert new_core().outbox.flush() == 1
    assert parts.offsets == [0, PART, 2 * PART, 3 * PART]
    assert list(standin.files.values()) == [CONTENT]


def test_a_help_desk_that_knows_no_parts_gets_it_whole(core: Core, standin: StandIn, film: Path) -> None:
    core.tickets.create(Draft("Film", "Il saute.", files=(film,)))
    assert core.outbox.flush() == 1
    assert list(standin.files.values()) == [CONTENT]


def test_what_is_stopped_goes_on_where_it_was_stopped(core: Core, standin: StandIn, film: Path) -> None:
    standin.trick = parts = Parts()
    told: list[float] = []

    def stop_at_the_second() -> None:
        for waiting in core.outbox.waiting():
            part = core.outbox.underway.part(waiting.id)
            if part is not None and len(parts.offsets) < 2:
                told.append(part)
            if len(parts.offsets) == 1:
                core.outbox.underway.stop(waiting.id)

    core.tickets.create(Draft("Film", "Il saute.", files=(film,)))
    core.outbox.on_change(stop_at_the_second)
    assert core.outbox.flush() == 0
    (waiting,) = core.outbox.waiting()
    assert (waiting.state, waiting.error) == ("failed", "upload_stopped")
    assert parts.offsets == [0, PART], "the part under way still arrived"
    assert told == sorted(told)
    assert 0.3 < told[-1] < 0.4
    assert core.outbox.underway.part(waiting.id) is None
    core.outbox.resend(waiting.id)
    assert core.outbox.flush() == 1
    assert parts.offsets == [0, PART, 2 * PART, 3 * PART]
    assert list(standin.files.values()) == [CONTENT]
