"""Buttons that stay pressed: what a person does with them, told apart from what the program shows on them.

A screen reader's "toggle" changes such a button without a click: `clicked` misses it, only `toggled` hears everybody.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

_SHOWING = "showing"


def on_use(button: QAbstractButton, act: Callable[[bool], object]) -> None:
    """Call `act` with the new state whenever a person changes it, by mouse, key or screen reader."""

    def toggled(is_on: bool) -> None:
        if not button.property(_SHOWING):
            act(is_on)

    button.toggled.connect(toggled)


def show_state(button: QAbstractButton, *, is_on: bool) -> None:
    """Show a state that no person chose."""
    button.setProperty(_SHOWING, True)
    button.setChecked(is_on)
    button.setProperty(_SHOWING, False)
