"""Which desktop this is."""

from collections.abc import Callable

from desktop_app.domain.consent import Capability
from desktop_app.screen.able import is_wayland, is_x11
from desktop_app.screen.desktop import Desktop, Watch
from desktop_app.screen.screenful import Lost, Screenful

_NOT_WATCHED = frozenset({Capability.POINT, Capability.CONTROL, Capability.CLIPBOARD})
"""Never asked for where nobody can tell whose hand moves the mouse: the user's own could not win."""
Watching = Callable[[Watch], Callable[[], None]]


def this_desktop() -> Desktop:
    """What can be done here. A desktop that cannot be shown yet has a screen that is lost at once."""
    if is_x11():
        from desktop_app.screen import seat
        from desktop_app.screen.x11 import own_hand, release
        from desktop_app.screen.x11.clipboard import XClipboard
        from desktop_app.screen.x11.hands import XHands
        from desktop_app.screen.x11.screenful import XScreenful

        return Desktop(
            screen=XScreenful,
            hands=lambda view, may: XHands(view, may, release.stand_by()),
            clipboard=XClipboard,
            watch=_both(own_hand.watch, lambda told: seat.watch(told.end)),
        )
    if is_wayland():
        from desktop_app.screen import seat
        from desktop_app.screen.wayland.screenful import WaylandScreenful

        return Desktop(screen=WaylandScreenful, never=_NOT_WATCHED, watch=lambda told: seat.watch(told.end))
    return Desktop(screen=_none)


def _both(one: Watching, other: Watching) -> Watching:
    """Watch with both; what is given back ends both."""

    def watch(told: Watch) -> Callable[[], None]:
        ends = (one(told), other(told))

        def stop() -> None:
            for end in ends:
                end()

        return stop

    return watch


def _none() -> Screenful:
    raise Lost
