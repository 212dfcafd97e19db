"""What the camera sends of a screen that is made by hand, one look after the other."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from desktop_app.domain.consent import Ending
from desktop_app.protocol.base import Word
from desktop_app.screen.camera import Camera
from desktop_app.screen.guard import Guard
from desktop_app.screen.screenful import Arrow, View
from desktop_app.screen.show import Show, Ways
from desktop_app.screen.tiles import CLEARED, Covers, Pixels, Rect
from desktop_app.screen.voice import Voice
from tests.unit.screen.technician import SECONDS
from tests.unit.screen.test_recording import Run
from tests.unit.screen.watch import Watch

Wait = Callable[[Callable[[], object]], None]
WHOLE = Rect(0, 0, 1280, 1024)
UPPER, LOWER = Rect(0, 0, 640, 448), Rect(640, 512, 640, 448)


class Screen:
    """Fits `Screenful`; what changes is said by the test."""

    def __init__(self) -> None:
        self.changed: list[Rect] = []
        self.grabbed: Callable[[], None] = lambda: None

    def wait(self, seconds: float | None) -> None:
        """Never."""

    def wake(self) -> None:
        """Nobody sleeps."""

    def changes(self) -> list[Rect]:
        told, self.changed = self.changed, []
        return told

    def monitors(self) -> list[tuple[str, Rect]]:
        return [("one", WHOLE)]

    def window(self, _number: int) -> Rect:
        return WHOLE

    def covers(self, _view: View, _area: Rect) -> Covers:
        return Covers()

    def disturbed(self) -> bool:
        return False

    def grab(self, rect: Rect) -> Pixels:
        self.grabbed()
        return np.zeros((rect.height, rect.width, 4), np.uint8)

    def arrow(self) -> Arrow:
        return Arrow(-1, -1)

    def close(self) -> None:
        """Nothing is held."""


class Line:
    """Fits `Way`: what a browser would have drawn, answered at once. `sharp`: a pixel of it is as on the screen."""

    def __init__(self) -> None:
        self.camera: Any = None
        self.takes_film, self.frames = True, 0
        self.sharp = np.zeros((WHOLE.height, WHOLE.width), np.bool_)

    def tiles(self, messages: list[bytes]) -> None:
        for one in messages:
            x, y, width, height = (int.from_bytes(one[at : at + 2], "little") for at in (8, 10, 12, 14))
            self.sharp[y : y + height, x : x + width] = one[0] != CLEARED
        self.camera.shown(int.from_bytes(messages[0][2:4], "little"))

    def film(self, _picture: tuple[Pixels, Rect]) -> int:
        self.frames += 1
        return self.frames

    def film_ready(self) -> bool:
        return self.takes_film

    def say(self, _word: Word) -> None:
        """Heard by nobody."""

    def seen(self, _area: Rect, *, prompted: bool, hidden: bool) -> None:
        """Nothing is covered."""

    def fell(self, _ending: Ending) -> None:
        raise AssertionError


def test_what_was_made_sharp_again_is_not_wiped_by_a_film_elsewhere(wait_until: Wait) -> None:
    """A film that was never taken left its word behind: "show me through there", said with the next one."""
    screen, line = Screen(), Line()
    camera = line.camera = Camera(lambda: screen, View(), line, lambda: True)

    def looks(*changed: Rect) -> None:
        screen.changed = list(changed)
        camera._look(screen)

    def is_sharp() -> bool:
        looks()
        return bool(line.sharp.all()) and not camera._plan.moving

    wait_until(is_sharp)
    line.takes_film = False
    for _ in range(2):
        looks(UPPER)
    assert camera._plan.moving
    wait_until(is_sharp)
    line.takes_film = True
    for _ in range(2):
        looks(LOWER)
    assert line.frames
    assert line.sharp[: UPPER.height, : UPPER.width].all()
    wait_until(is_sharp)


def test_what_a_pause_catches_on_its_way_is_not_missing_after_it(wait_until: Wait) -> None:
    screen, line, allowed = Screen(), Line(), [True]
    camera = line.camera = Camera(lambda: screen, View(), line, lambda: allowed[0])

    def is_sharp() -> bool:
        camera._look(screen)
        return bool(line.sharp.all())

    wait_until(is_sharp)
    screen.grabbed = lambda: allowed.__setitem__(0, False)
    small = Rect(64, 64, 64, 64)
    line.sharp[64:128, 64:128], screen.changed = False, [small]
    camera._look(screen)
    assert not allowed[0]
    assert not line.sharp[64:128, 64:128].any(), "nothing leaves any more"
    screen.grabbed = lambda: None
    camera._look(screen)
    allowed[0] = True
    wait_until(is_sharp)


def test_a_pause_empties_the_queue_and_all_is_sent_anew(run: Run, watch: Watch) -> None:
    async def paused() -> None:
        guard, sent, asked_again = Guard(watch), list[Any](), asyncio.Event()
        ways = Ways(lambda _: None, lambda *word: sent.append(word), lambda _: None, lambda: None)
        nobody: Any = None
        show = Show(guard, ways, Voice(guard, lambda: nobody))
        show._camera = SimpleNamespace(anew=asked_again.set)  # type: ignore[assignment]
        guard.allow(600)
        show.tiles([b"picture"])
        guard.paused = True
        await asyncio.wait_for(asked_again.wait(), SECONDS)
        show._camera, show._begun = None, True
        show._leave([b"picture"])
        assert sent == []

    run(paused())
