"""Every change of a real X screen is told, whatever is painted between two requests of ours."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from Xlib import X, display

from desktop_app.screen.tiles import Rect
from desktop_app.screen.x11.screenful import XScreenful
from tests.unit.screen.conftest import screenful

PLACE = Rect(40, 40, 60, 30)
BESIDE = Rect(300, 40, 60, 30)


class Painter:
    """Paints on the bare screen, by a line of its own."""

    def __init__(self, name: str) -> None:
        self.display: Any = display.Display(name)
        self._root = self.display.screen().root
        self._pen, self._colour = self._root.create_gc(subwindow_mode=X.IncludeInferiors), 0

    def paint(self, place: Rect) -> None:
        """In a colour it did not have; done when this returns."""
        self._colour += 1
        self._pen.change(foreground=self._colour)
        self._root.fill_rectangle(self._pen, *place)
        self.display.sync()


@pytest.fixture
def painter(bare_display: str) -> Iterator[Painter]:
    made = Painter(bare_display)
    yield made
    made.display.close()


@pytest.fixture
def screen(bare_display: str) -> Iterator[XScreenful]:
    with screenful(bare_display) as opened:
        yield opened


def covered(told: list[Rect], place: Rect) -> bool:
    return sum(rect.within(place).size for rect in told) >= place.size


def just_after(screen: XScreenful, act: Callable[[], None]) -> None:
    """Do it once, when the server has forgotten what changed and we have not heard its answer yet."""
    forget = screen._display.damage_subtract

    def forgotten(*which: Any) -> None:
        screen._display.damage_subtract = forget
        forget(*which)
        screen._display.flush()
        screen._display.sync()
        act()

    screen._display.damage_subtract = forgotten


def test_what_is_painted_is_told_once(screen: XScreenful, painter: Painter) -> None:
    painter.paint(PLACE)
    assert covered(screen.changes(), PLACE)
    assert screen.changes() == []


@pytest.mark.parametrize("again", [PLACE, Rect(40, 40, 20, 30), Rect(90, 40, 60, 30)], ids=["same", "part", "beside"])
def test_what_changes_while_we_ask_is_told_and_so_is_what_comes_over_it(
    screen: XScreenful, painter: Painter, again: Rect
) -> None:
    just_after(screen, lambda: painter.paint(PLACE))
    first = screen.changes()
    painter.paint(again)
    screen.wait(5)
    later = screen.changes()
    assert covered([*first, *later], PLACE)
    assert covered(later, again), "painted after it was looked at"


def test_what_changes_while_the_picture_is_taken_is_told(screen: XScreenful, painter: Painter) -> None:
    painter.paint(BESIDE)
    assert covered(screen.changes(), BESIDE)
    painter.paint(PLACE)
    screen.disturbed()
    painter.paint(PLACE)
    assert covered(screen.changes(), PLACE)
    assert screen.changes() == []
