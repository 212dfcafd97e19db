"""What the technician does, from the browser's words to this machine; each word needs its step."""

import asyncio
import time
from collections.abc import Callable

from desktop_app.domain.consent import HAND_S, Capability, Ending
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import (
    CONTROL,
    FILES,
    Ask,
    Bye,
    Clip,
    Drop,
    Files,
    Mute,
    Shown,
    Wish,
)
from desktop_app.protocol.screen_lines import Asked
from desktop_app.screen.calm import Calm
from desktop_app.screen.channel import NEEDED, Faults, read
from desktop_app.screen.controls import Controls
from desktop_app.screen.desktop import Clipboard, Desktop
from desktop_app.screen.files import Intake
from desktop_app.screen.guard import Guard
from desktop_app.screen.show import Show, Ways


class Technician:
    """Hears the browser."""

    def __init__(self, guard: Guard, ways: Ways, show: Show, desktop: Desktop) -> None:
        self.files = Intake()
        self._guard, self._ways, self._show, self._desktop = guard, ways, show, desktop
        self._faults, self._held = Faults(), dict.fromkeys(Capability, float("-inf"))
        self._controls = Controls(guard, ways, show, desktop)
        self._clipboard: Clipboard | None = None
        self._wished, self._wishes = 0, Calm(self._look_elsewhere, asyncio.get_running_loop().call_later)
        self._acts: dict[type[Word], Callable[..., None]] = {
            Ask: self._on_ask, Drop: self._on_drop, Shown: lambda word: show.shown(word.number), Wish: self._on_wish,
            Bye: lambda _: ways.end(Ending.TECHNICIAN), Files: self._on_files, Clip: self._on_clip,
            Mute: lambda word: show.voice.mute_technician(muted=word.muted), **self._controls.acts,
        }  # fmt: skip

    def heard(self, channel: int, message: str | bytes) -> None:
        """A message of the browser, whatever it is."""
        if self._guard.ending:
            return
        if channel == FILES:
            self._on_bytes(message)
            return
        word = read(channel, message)
        if word is None or not self._may(word):
            self._fault(known=word is not None and self._lately(word))
            return
        self._acts[type(word)](word)
        self._show.tell()

    def let_go(self) -> None:
        """Release what the technician holds down."""
        self._controls.let_go()

    def _may(self, word: Word) -> bool:
        needed = NEEDED[type(word)]
        if needed is None:
            return True
        held = self._guard.holds(needed)
        if held:
            self._held[needed] = time.monotonic()
        return held

    def _lately(self, word: Word) -> bool:
        """Whether it was allowed a moment ago: a word on its way while a step ends is no fault."""
        needed = NEEDED[type(word)]
        return needed is not None and time.monotonic() - self._held[needed] < HAND_S

    def _fault(self, *, known: bool) -> None:
        if not known and self._faults.add():
            self._ways.end(Ending.MISUSED)

    def _on_ask(self, word: Ask) -> None:
        if word.capability != Capability.FILES and self._guard.ask(word.capability):
            self._ways.say(Asked(capability=word.capability, reason=word.reason))
        elif not self._guard.holds(word.capability) and word.capability not in self._guard.asked:
            self._guard.refused.add(word.capability)

    def _on_drop(self, word: Drop) -> None:
        if word.capability == Capability.LOOK:
            self._ways.end(Ending.TECHNICIAN)
        if self._guard.unask(word.capability):
            self._show.tell_now()  # before another question is put
        else:
            self._guard.take_back(word.capability)
            self.let_go()

    def _on_wish(self, word: Wish) -> None:
        if self._show.view.window is None and not self._show.view.only:
            self._wished = word.monitor
            self._wishes.want()

    def _look_elsewhere(self) -> None:
        self._show.view.monitor = self._wished
        self._show.wake()

    def _on_files(self, word: Files) -> None:
        self._guard.take_back(Capability.FILES)  # a yes is to one list
        if self._guard.ask(Capability.FILES):
            self.files.offered(word.files)
            self._ways.say(Asked(capability=Capability.FILES, files=word.files, number=self.files.number))

    def _on_bytes(self, message: str | bytes) -> None:
        if not (isinstance(message, bytes) and self._guard.holds(Capability.FILES) and self._taken(message)):
            self._fault(known=False)
        elif self.files.complete:
            self._guard.take_back(Capability.FILES)
            self._show.tell()

    def _taken(self, data: bytes) -> bool:
        try:
            return self.files.take(data)
        except OSError:  # no room: what is there stays, nothing more is taken
            self._guard.take_back(Capability.FILES)
            return False

    def _on_clip(self, word: Clip) -> None:
        if self._clipboard is None and self._desktop.clipboard is not None:
            self._clipboard = self._desktop.clipboard()
        if self._clipboard is None:
            return
        if word.want:
            loop = asyncio.get_running_loop()
            self._clipboard.read(lambda text: loop.call_soon_threadsafe(self._give_clip, text))
        else:
            self._clipboard.write(word.text)

    def _give_clip(self, text: str) -> None:
        if self._guard.holds(Capability.CLIPBOARD):
            self._ways.send(CONTROL, Clip(text=text[:12_000]))
