"""Pointer, drawings, mouse and keys of the technician, in places of the picture."""

import asyncio
from collections.abc import Callable, Mapping

from desktop_app.domain.consent import Capability
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import Button, Draw, Key, Move, Typed, Wheel
from desktop_app.screen.desktop import Desktop, Hands
from desktop_app.screen.guard import Guard
from desktop_app.screen.pointing import Pointed
from desktop_app.screen.show import Show, Ways


class Controls:
    """Carries them out. The user's own hand, a pause and a password prompt let words of control fall silently."""

    def __init__(self, guard: Guard, ways: Ways, show: Show, desktop: Desktop) -> None:
        self._guard, self._show, self._desktop = guard, show, desktop
        self._pointed = Pointed(ways.say, guard, asyncio.get_running_loop().call_later)
        self._hands: Hands | None = None
        self.acts: Mapping[type[Word], Callable[..., None]] = {
            Move: self._on_move, Draw: self._on_draw, Button: self._on_button, Wheel: self._on_wheel,
            Key: self._on_key, Typed: self._on_typed,
        }  # fmt: skip

    def let_go(self) -> None:
        """Release what is held down."""
        if self._hands is not None:
            self._hands.let_go()

    @property
    def _hand(self) -> Hands | None:
        """The hands, while they may move."""
        if not self._guard.may_inject():
            return None
        if self._hands is None and self._desktop.hands is not None:
            self._hands = self._desktop.hands(self._show.view, self._guard.may_inject)
        return self._hands

    def _place(self, x: int, y: int) -> tuple[int, int]:
        """A pixel of the picture as one of the desktop, never beside what is shared."""
        area = self._show.area
        return area.x + min(x, max(0, area.width - 1)), area.y + min(y, max(0, area.height - 1))

    def _on_move(self, word: Move) -> None:
        x, y = self._place(word.x, word.y)
        if self._hand:
            self._hand.move(x, y)
        elif not self._guard.holds(Capability.CONTROL):
            self._pointed.move(Move(x=x, y=y))

    def _on_draw(self, word: Draw) -> None:
        points = [self._place(x, y) for x, y in word.points]
        self._pointed.draw(word.model_copy(update={"points": points}))

    def _on_button(self, word: Button) -> None:
        if self._hand:
            self._hand.move(*self._place(word.x, word.y))
            self._hand.button(word.button, down=word.down)

    def _on_wheel(self, word: Wheel) -> None:
        if self._hand:
            self._hand.move(*self._place(word.x, word.y))
            self._hand.wheel(word.dx, word.dy)

    def _on_key(self, word: Key) -> None:
        if self._hand:
            self._hand.key(word)

    def _on_typed(self, word: Typed) -> None:
        if self._hand:
            self._hand.typed(word.text)
