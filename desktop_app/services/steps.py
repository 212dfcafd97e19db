"""Recorded steps: clicks in memory until the person has looked them through, then one file of what they kept."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.steps import Clicked
    from desktop_app.services.settings import Settings


class RecorderProcess(Protocol):
    """Tells of clicks until it is closed."""

    def say(self, word: Word) -> None:
        """A line to it."""

    def close(self) -> None:
        """No click is told any more."""


Start = Callable[[Callable[["Word | None"], object]], RecorderProcess]


@dataclass(frozen=True)
class KeptStep:
    """A step as it was looked through; `picture` is a PNG, or nothing."""

    sentence: str
    picture: bytes = b""


class Recorder:
    """One recording at a time; nothing of it is on the disk. `is_over`: it ended by itself."""

    def __init__(self, start: Start, is_able: Callable[[], bool], settings: Settings) -> None:
        self._start, self._settings = start, settings
        self.is_able = is_able
        self._process: RecorderProcess | None = None
        self._clicks: list[Clicked] = []
        self._changed: Callable[[], object] = lambda: None
        self._number = 0
        self.is_recording = self.is_over = False

    def begin(self, changed: Callable[[], object], *, picks: bool = False) -> None:
        """Record from now on; `changed` is called on another thread when it began, at each click and at the end.

        `picks`: only the one click that chooses a window.
        """
        from desktop_app.protocol.steps import Begin

        self.end()
        self._changed, self._clicks, self.is_over = changed, [], False
        number = self._number
        try:
            self._process = self._start(lambda word: self._heard(number, word))
        except OSError:
            self.is_over = True
            return
        hidden = [str(name) for name in self._settings.value("sharing.hidden_windows")]
        self._process.say(Begin(hidden=hidden, picks=picks))

    def end(self) -> None:
        """Record nothing more; what was recorded stays until `forget`."""
        process, self._process = self._process, None
        self._number += 1
        self.is_recording = False
        if process is not None:
            process.close()

    def clicks(self) -> tuple[Clicked, ...]:
        """What was recorded, in order."""
        return tuple(self._clicks)

    def forget(self) -> None:
        """Nothing was recorded."""
        self._clicks = []

    def _heard(self, number: int, word: Word | None) -> None:
        """What comes after the end of its recording is not kept."""
        from desktop_app.protocol.steps import Clicked

        if number != self._number:
            return
        self.is_recording, self.is_over = word is not None, word is None
        if isinstance(word, Clicked):
            self._clicks.append(word)
        self._changed()


def picture_of(clicked: Clicked) -> bytes:
    """The PNG of a click; nothing where there is none."""
    return base64.b64decode(clicked.picture)


def packed(kept: Sequence[KeptStep]) -> bytes:
    """The file that goes with a request."""
    from desktop_app.protocol.steps import LONGEST_SENTENCE, NAME, Step, Steps

    told = [Step(sentence=one.sentence[:LONGEST_SENTENCE], has_picture=bool(one.picture)) for one in kept]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(NAME, Steps(steps=told).model_dump_json(indent=1))
        for number, one in enumerate(kept, 1):
            if one.picture:
                archive.writestr(f"{number}.png", one.picture)
    return file.getvalue()
