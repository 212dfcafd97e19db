"""What both sides see of a sharing: the picture on its way, and what is allowed now."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.consent import Ending
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import CONTROL, TILES, Grants, Pace, Screen
from desktop_app.protocol.screen_lines import Allowed
from desktop_app.screen.calm import Calm
from desktop_app.screen.camera import Camera
from desktop_app.screen.encoder import Film
from desktop_app.screen.guard import Guard
from desktop_app.screen.recording import Recording
from desktop_app.screen.screenful import Screenful, View
from desktop_app.screen.tiles import Pixels, Rect
from desktop_app.screen.voice import Voice


@dataclass
class Ways:
    """To the user's side, to the browser, to the end; and the film of the line that stands."""

    say: Callable[[Word], None]
    send: Callable[[int, Word | bytes], None]
    end: Callable[[Ending], None]
    film: Callable[[], Film | None]


class Show:
    """Fits `camera.Way`. Made on the event loop; what the camera calls may come from its thread."""

    def __init__(self, guard: Guard, ways: Ways, voice: Voice) -> None:
        self.view, self.area, self.voice = View(), Rect(0, 0, 0, 0), voice
        voice.changed = self.tell_now
        self._guard, self._ways, self._loop = guard, ways, asyncio.get_running_loop()
        self._calm = Calm(self.tell_now, self._loop.call_later)
        self._camera: Camera | None = None
        self._seen, self._told = (self.area, False, False), ""
        self._pictures, self._rate, self._begun = 0, 0, False

    def start(self, screen: Callable[[], Screenful]) -> None:
        """Begin to look at the screen; nothing leaves before the line stands."""
        self._camera = Camera(screen, self.view, self, self._guard.may_show)
        self._camera.start()

    def stop(self) -> None:
        """No picture leaves after this, and nobody is heard."""
        if self._camera is not None:
            self._camera.stop()
        self.voice.stop()
        self._calm.stop()

    def keep(self, recording: Recording | None) -> None:
        """What leaves goes into this film too."""
        if self._camera is not None:
            self._camera.recording = recording
            self._camera.wake()

    def wake(self) -> None:
        """Look again: what is wanted or allowed has changed."""
        if self._camera is not None:
            self._camera.wake()

    def anew(self) -> None:
        """Another line: all of it again, and what is allowed too. What was on its way to the one before is left out."""
        self._told, self._begun = "", False
        if self._camera is not None:
            self._camera.anew()

    def shown(self, number: int) -> None:
        """The browser has drawn that picture."""
        if self._camera is not None:
            self._camera.shown(number)

    def tell(self) -> None:
        """Carry out what is allowed, and say it to both sides when that changed: soon, as a browser may do so often."""
        self.voice.follow()
        if self._state() != self._told:
            self._calm.want()

    def tell_now(self) -> None:
        """The same at once, for what a browser cannot do as often as it likes."""
        self.voice.follow()
        state = self._state()
        if state == self._told:
            return
        self._told, guard = state, self._guard
        left, resting, (area, prompted, hidden) = guard.left_s(), guard.resting, self._seen
        guard.covered, blanked = prompted, prompted or hidden
        self._ways.say(
            Allowed(
                left_s=left,
                area=area if area.size else None,
                resting=resting,
                paused=guard.paused,
                blanked=blanked,
                voices=self.voice.state(),
                waiting=list(guard.asked),
            )
        )
        refused, never = sorted(guard.refused), sorted(guard.never)
        self._ways.send(
            CONTROL,
            Grants(
                left_s=left, waiting=list(guard.asked), refused=refused, never=never,
                resting=resting, paused=guard.paused, blanked=blanked, voices=self.voice.state(),
            ),
        )  # fmt: skip

    def _state(self) -> str:
        guard = self._guard
        return repr(
            (
                *(guard.promises(), sorted(guard.asked), sorted(guard.refused), guard.resting, guard.paused),
                *(self._seen, self.voice.state()),
            )
        )

    def tell_pace(self, seconds: float) -> None:
        """Say in figures how it went in the last seconds; a screen that stays still is not worth a word."""
        rate, self._pictures = round(self._pictures / seconds), 0
        if self._camera is not None and (rate or self._rate):
            camera = self._camera
            self._ways.send(CONTROL, Pace(rate=rate, kbits=camera.pace.kbits(), way=camera.way))
        self._rate = rate

    # From the camera's thread

    def tiles(self, messages: list[bytes]) -> None:
        """Send one group."""
        self._loop.call_soon_threadsafe(self._leave, messages)

    def film(self, picture: tuple[Pixels, Rect]) -> int:
        """Show this next, of which only that part is not as it was; its stamp."""
        film = self._ways.film()
        if film is None or not self._guard.may_show():
            return 0
        self._pictures += 1
        film.put(*picture)
        return film.stamp()

    def film_ready(self) -> bool:
        """Whether the frame before was taken."""
        film = self._ways.film()
        return film is not None and film.ready

    def say(self, word: Word) -> None:
        """Send on the channel `control`."""
        self._loop.call_soon_threadsafe(self._say, word)

    def seen(self, area: Rect, *, prompted: bool, hidden: bool) -> None:
        """What is shared now, and whether something of it is covered."""
        self.area, seen = area, (area, prompted, hidden)
        if seen != self._seen:
            self._guard.covered = prompted
            self._seen = seen
            self._loop.call_soon_threadsafe(self.tell_now)

    def fell(self, ending: Ending) -> None:
        """The screen is gone."""
        self._loop.call_soon_threadsafe(self._ways.end, ending)

    def _say(self, word: Word) -> None:
        self._begun = self._begun or isinstance(word, Screen)
        self._ways.send(CONTROL, word)

    def _leave(self, messages: list[bytes]) -> None:
        if not self._guard.may_show():
            if self._camera is not None:
                self._camera.anew()  # forbidden since they were taken: what is left out must not be missing later
        elif self._begun:
            self._pictures += 1
            for message in messages:
                self._ways.send(TILES, message)
