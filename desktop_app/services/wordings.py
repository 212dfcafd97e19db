"""What people call their trouble, as technicians accepted it: fetched when it changed, kept, searched."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from desktop_app.domain.errors import SupportError

if TYPE_CHECKING:
    from desktop_app.domain.words import Language
    from desktop_app.protocol.wordings import Wording

T = TypeVar("T")
_log = logging.getLogger(__name__)
_TAG, _SAID = "wordings:tag", "wordings:said"
_LARGEST = 2 * 1024 * 1024


class WordingClient(Protocol):
    """What is asked of the help desk; raises SupportErrors."""

    def newer(self, path: str, kind: type[T], tag: str, most_bytes: int) -> tuple[str, T] | None:
        """Another list than the one of `tag`, with its own tag; None when there is no other."""


class Notes(Protocol):
    """A small memory."""

    def get(self, name: str) -> str:
        """What was put, or nothing."""

    def put(self, name: str, value: str) -> None:
        """Keep it."""


class Wordings:
    """The list as last heard. What cannot be fetched, or is no such list, leaves the last good one as it is."""

    def __init__(self, client: WordingClient, notes: Notes) -> None:
        self._client = client
        self._notes = notes

    def sync(self) -> bool:
        """Ask whether there is another list; whether there was. Raises nothing that the help desk can cause."""
        from desktop_app.protocol.wordings import WordingList

        try:
            kind: Any = WordingList
            fresh = self._client.newer("wordings", kind, self.tag(), _LARGEST)
        except SupportError as error:
            _log.info("the wordings stay as they are: %s", error)
            return False
        if fresh is None:
            return False
        tag, said = fresh
        self._notes.put(_SAID, "[" + ",".join(one.model_dump_json() for one in said) + "]")
        self._notes.put(_TAG, tag)
        return True

    def tag(self) -> str:
        """Differs as soon as another list is kept."""
        return self._notes.get(_TAG)

    def in_language(self, lang: Language) -> Mapping[str, Sequence[str]]:
        """What was said, by `fix:` or `article:` and the id of what helped."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._kept():
            if one.language == lang:
                found[one.about].append(one.said)
        return found

    def _kept(self) -> list[Wording]:
        from desktop_app.protocol.base import reader
        from desktop_app.protocol.wordings import Wording

        try:
            return reader(list[Wording]).validate_json(self._notes.get(_SAID) or "[]")
        except ValueError:  # kept by another version of the program
            return []
