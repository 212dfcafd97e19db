"""Wordings that technicians accepted: kept from one fetch to the next, and found by the search."""

from typing import Any

from desktop_app import resources
from desktop_app.domain.errors import HelpdeskUnreachable
from desktop_app.knowledge.pack import Packs
from desktop_app.protocol.wordings import Wording
from desktop_app.services.search import Search
from desktop_app.services.wordings import Wordings


class Notes(dict[str, str]):
    def get(self, name: str) -> str:  # type: ignore[override]
        return super().get(name, "")

    def put(self, name: str, value: str) -> None:
        self[name] = value


class Desk:
    """A help desk with one list; it is away when there is none."""

    def __init__(self, *said: Wording) -> None:
        self.said: tuple[Wording, ...] | None = said
        self.tags: list[str] = []

    def newer(self, path: str, kind: Any, tag: str, most_bytes: int) -> tuple[str, Any] | None:
        self.tags.append(tag)
        if self.said is None:
            raise HelpdeskUnreachable(host="x")
        fresh = str(len(self.said))
        return None if tag == fresh else (fresh, list(self.said))


GOES_WEST = Wording(about="fix:disk_full", language="en", said="the cupboard under the stairs is bursting")


def test_what_was_accepted_is_found_by_the_search() -> None:
    desk, notes = Desk(), Notes()
    learnt = Wordings(desk, notes)
    made = Search(Packs([resources.path("packs/core")]), learnt=learnt)
    assert "disk_full" not in [one.id for one in made.search("cupboard under the stairs", "en")][:1]
    desk.said = (GOES_WEST,)
    assert learnt.sync()
    assert made.search("cupboard under the stairs", "en")[0].id == "disk_full"
    assert "disk_full" not in [one.id for one in made.search("cupboard under the stairs", "de")][:1]


def test_what_did_not_change_is_not_fetched_again() -> None:
    desk = Desk(GOES_WEST)
    learnt = Wordings(desk, Notes())
    assert learnt.sync()
    assert not learnt.sync()
    assert desk.tags == ["", "1"]


def test_the_last_list_holds_while_the_desk_is_away() -> None:
    desk, notes = Desk(GOES_WEST), Notes()
    Wordings(desk, notes).sync()
    desk.said = None
    learnt = Wordings(desk, notes)
    assert not learnt.sync()
    assert learnt.in_language("en") == {"fix:disk_full": ["the cupboard under the stairs is bursting"]}


def test_what_another_version_kept_is_as_nothing() -> None:
    notes = Notes({"wordings:said": '[{"about": "elsewhere"}]', "wordings:tag": "1"})
    assert Wordings(Desk(), notes).in_language("fr") == {}
