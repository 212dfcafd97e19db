"""What a new request says so far: a value that can be kept, restored and checked, with no widget in it."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from desktop_app.domain.call_back import can_ring, write
from desktop_app.domain.ticket import LONGEST_MESSAGE, Blocked, Impact

_SUBJECT_LENGTH = 72
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")


class Fault(StrEnum):
    """What keeps a request from leaving, and which field it belongs to."""

    NO_TEXT = "no_text"
    TEXT_TOO_LONG = "text_too_long"
    NO_TELEPHONE = "no_telephone"
    BAD_TELEPHONE = "bad_telephone"


@dataclass(frozen=True)
class Form:
    """The answers so far.

    `files` are paths, `pictures` names of drafts that hold a picture, `attempts` ids of fix runs. `slot`: from when to
    when to be called, as it travels; nothing for as soon as possible.
    """

    text: str = ""
    impact: Impact = Impact.ME
    blocked: Blocked = Blocked.PARTLY
    wants_call: bool = False
    telephone: str = ""
    slot: str = ""
    files: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    attempts: tuple[str, ...] = ()
    sends_snapshot: bool = True
    sends_attempts: bool = True

    @property
    def subject(self) -> str:
        """The first words, cut where a word ends."""
        first = _SENTENCE_END.split(" ".join(self.text.strip().split(" ")), maxsplit=1)[0].strip()
        first = re.sub(r"\s+", " ", first).rstrip(".")
        if len(first) <= _SUBJECT_LENGTH:
            return first
        cut = first[:_SUBJECT_LENGTH].rsplit(" ", 1)[0]
        return f"{cut.rstrip(' ,;:')}…"

    @property
    def call_back(self) -> str:
        """Time and number as they travel; empty when the answer is to be written."""
        if not self.wants_call:
            return ""
        return write(self.slot, self.telephone)

    @property
    def is_treated_first(self) -> bool:
        """Whether the answers make this a request that the help desk takes before the others."""
        return self.impact is Impact.SITE or self.blocked is Blocked.YES

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.text.strip() or self.files or self.pictures or self.attempts or self.telephone)

    def faults(self) -> tuple[Fault, ...]:
        """What is missing, in the order of the fields."""
        return tuple(fault for fault in (self._text_fault(), self._telephone_fault()) if fault)

    def _text_fault(self) -> Fault | None:
        if not self.text.strip():
            return Fault.NO_TEXT
        return Fault.TEXT_TOO_LONG if len(self.text) > LONGEST_MESSAGE else None

    def _telephone_fault(self) -> Fault | None:
        if not self.wants_call:
            return None
        if not self.telephone.strip():
            return Fault.NO_TELEPHONE
        return None if can_ring(self.telephone) else Fault.BAD_TELEPHONE

    def as_draft(self) -> dict[str, Any]:
        """What is written to disk while the request is being typed."""
        return asdict(self)

    @classmethod
    def from_draft(cls, draft: Mapping[str, Any]) -> "Form":
        """The form that `as_draft` gave; keys that are missing, strange or unknown leave the usual answer."""
        blank = cls()
        return cls(
            **{field.name: _restored(draft.get(field.name), getattr(blank, field.name)) for field in fields(cls)}
        )


def _restored(found: Any, usual: Any) -> Any:
    if isinstance(usual, Impact | Blocked):
        kind = type(usual)
        return kind(found) if found in set(kind) else usual
    if isinstance(usual, tuple):
        return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list | tuple) else usual
    return found if isinstance(found, type(usual)) else usual
