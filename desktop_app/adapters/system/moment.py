"""Whether now is the moment to work unasked: not on a saving battery, a limited connection, or a full screen."""

import sys
from collections.abc import Callable
from typing import Protocol

from desktop_app.adapters.system.programs import answer_of


class Signs(Protocol):
    """What one system tells of it. What cannot be told speaks against nothing."""

    def saves_power(self) -> bool:
        """The system spares the battery, or the battery is low."""

    def is_metered(self) -> bool:
        """The connection costs by amount."""

    def is_full_screen(self) -> bool:
        """Something fills the screen: a presentation, a meeting, a film."""


class Moment:
    """The first reason not to begin, in the order in which they are cheap to find out."""

    def __init__(self, signs: Signs) -> None:
        self._signs = signs

    def hindrance(self) -> str:
        """`saving_power`, `full_screen`, `metered`, or nothing."""
        reasons: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("saving_power", self._signs.saves_power),
            ("full_screen", self._signs.is_full_screen),
            ("metered", self._signs.is_metered),
        )
        return next((reason for reason, holds in reasons if holds()), "")


class MacSigns:
    """pmset(1) tells of power and of programs that keep the screen awake; of a limited connection nothing does."""

    def __init__(self, ask: Callable[..., str] = answer_of) -> None:
        self._ask = ask

    def saves_power(self) -> bool:
        """Low Power Mode, as `pmset -g` writes it."""
        words = (line.split() for line in self._ask("pmset", "-g").splitlines())
        return any(word[:2] == ["lowpowermode", "1"] for word in words)

    def is_metered(self) -> bool:
        """Not told."""
        return False

    def is_full_screen(self) -> bool:
        """A meeting, a film or a presentation keeps the screen from sleeping."""
        words = (line.split() for line in self._ask("pmset", "-g", "assertions").splitlines())
        return any(word[:2] == ["PreventUserIdleDisplaySleep", "1"] for word in words)


class WindowsSigns:
    """What GetSystemPowerStatus and SHQueryUserNotificationState answer; `metered` is asked elsewhere."""

    _SAVER_ON = 1
    _BUSY, _GAME, _PRESENTING = 2, 3, 4

    def __init__(self, metered: Callable[[], bool], power: Callable[[], int], notices: Callable[[], int]) -> None:
        self._metered, self._power, self._notices = metered, power, notices

    def saves_power(self) -> bool:
        """SystemStatusFlag: battery saver is on."""
        return self._power() == self._SAVER_ON

    def is_metered(self) -> bool:
        """What the person said of this network."""
        return self._metered()

    def is_full_screen(self) -> bool:
        """A program in full screen, a game, or presentation settings."""
        return self._notices() in {self._BUSY, self._GAME, self._PRESENTING}


def moment(metered: Callable[[], bool]) -> Moment:
    """This one, on this system; `metered`: what the computer's report says of the network, asked last."""
    if sys.platform == "win32":
        from desktop_app.adapters.system.moment_windows import notices, power

        return Moment(WindowsSigns(metered, power, notices))
    if sys.platform == "darwin":
        return Moment(MacSigns())
    from desktop_app.adapters.system.moment_linux import LinuxSigns

    return Moment(LinuxSigns())
