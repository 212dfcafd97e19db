"""Which windows lie where, whose they are, and which of them must not be seen or reached."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from Xlib import X, error
from Xlib.display import Display
from Xlib.ext import shape

from desktop_app.screen.screenful import View
from desktop_app.screen.tiles import Covers, Rect

PROMPTS = frozenset({
    "pinentry", "pinentry-gtk-2", "pinentry-gnome3", "pinentry-qt", "gcr-prompter", "gnome-keyring-prompt",
    "polkit-gnome-authentication-agent-1", "polkit-mate-authentication-agent-1", "polkit-kde-authentication-agent-1",
    "lxqt-policykit-agent", "lxpolkit", "xfce-polkit", "ssh-askpass", "ksshaskpass", "lxqt-openssh-askpass",
})  # fmt: skip
"""Programs whose windows ask for a password: covered, and nothing is injected while they are there."""
_DEPTH = 3
_WATCHED = X.SubstructureNotifyMask


class Window(NamedTuple):
    """A window on the root: where, what its program is called, and which process made it (0: unknown)."""

    number: int
    place: Rect
    names: frozenset[str]
    process: int
    through: bool
    """Whether it is ours and clicks fall through it: a frame or a drawing over the screen."""

    @property
    def ours(self) -> bool:
        """Whether the program that started us made it, to be read or clicked."""
        return self.process == os.getppid() and not self.through


class Windows:
    """The visible windows from the lowest to the topmost, read again when one changed."""

    def __init__(self, connection: Display) -> None:
        self._display: Any = connection
        self._root: Any = connection.screen().root
        self._stack: list[Window] | None = None
        self._owners: dict[int, tuple[frozenset[str], int]] = {}
        self._pid = connection.intern_atom("_NET_WM_PID")

    def listen(self) -> None:
        """Hear of windows that come, go, move."""
        self._root.change_attributes(event_mask=_WATCHED)

    def note(self, event: Any) -> None:
        """Something happened; what was known of windows may be old."""
        if event.type in {
            X.MapNotify,
            X.UnmapNotify,
            X.ConfigureNotify,
            X.DestroyNotify,
            X.ReparentNotify,
            X.CirculateNotify,
        }:
            self._stack = None
            if event.type in {X.DestroyNotify, X.ReparentNotify}:
                self._owners.clear()

    @property
    def unread(self) -> bool:
        """Whether a window came, went or moved since they were read."""
        return self._stack is None

    def stack(self) -> list[Window]:
        """All that can be seen, the topmost last."""
        if self._stack is None:
            self._stack = [known for child in self._root.query_tree().children if (known := self._known(child))]
        return self._stack

    def place(self, number: int) -> Rect:
        """Where a window is on the desktop. Raises `BadWindow` when it is closed; of no size when it is not shown."""
        window: Any = self._display.create_resource_object("window", number)
        if window.get_attributes().map_state != X.IsViewable:
            return Rect(0, 0, 0, 0)
        size, corner = window.get_geometry(), self._root.translate_coords(window, 0, 0)
        return Rect(corner.x, corner.y, size.width, size.height)

    def covers(self, view: View, area: Rect) -> Covers:
        """What must not be seen in `area`; a password may be asked for anywhere."""
        stack, hidden = self.stack(), {name.casefold() for name in view.hidden}
        prompts = [window for window in stack if window.names & PROMPTS]
        over = self._over(view.window, stack) if view.window is not None else []
        private = [window for window in (*prompts, *over) if not window.ours and not window.through]
        private += [window for window in stack if window.names & hidden]
        own = [*(window.place for window in over if window.ours), *view.own]
        seen = [cover for window in private if (cover := window.place.within(area)).size]
        ours = [cover for place in own if (cover := place.within(area)).size]
        return Covers(sorted({*seen, *ours}), bool(prompts), bool(seen))

    def at(self, x: int, y: int) -> Window | None:
        """The topmost window there."""
        point = Rect(x, y, 1, 1)
        solid = (window for window in reversed(self.stack()) if not window.through)
        return next((window for window in solid if window.place.within(point).size), None)

    def focused(self) -> Window | None:
        """The window that the keyboard writes into; None: nobody knows."""
        focus = self._display.get_input_focus().focus
        top = self._top(focus.id) if not isinstance(focus, int) and focus.id != self._root.id else 0
        return next((window for window in self.stack() if window.number == top), None)

    def same(self, window: Window, number: int) -> bool:
        """Whether a window is the shared one, or another of its program."""
        top = self._top(number)
        shared = next((known for known in self.stack() if known.number == top), None)
        return shared is not None and (shared == window or bool(window.process and window.process == shared.process))

    def _over(self, number: int, stack: Sequence[Window]) -> list[Window]:
        """What lies over the shared window and is not its own program's."""
        top = self._top(number)
        places = [place for place, window in enumerate(stack) if window.number == top]
        if not places:
            return list(stack)
        shared = stack[places[0]]
        return [above for above in stack[places[0] + 1 :] if not shared.process or above.process != shared.process]

    def _top(self, number: int) -> int:
        window: Any = self._display.create_resource_object("window", number)
        while (parent := window.query_tree().parent) and parent.id != self._root.id:
            window = parent
        return int(window.id)

    def _known(self, window: Any) -> Window | None:
        try:
            attributes = window.get_attributes()
            if attributes.map_state != X.IsViewable or attributes.win_class != X.InputOutput:
                return None
            size = window.get_geometry()
            place = Rect(size.x, size.y, size.width + 2 * size.border_width, size.height + 2 * size.border_width)
            names, process = self._owners.get(window.id) or self._identify(window)
            through = process == os.getppid() and not window.shape_get_rectangles(shape.SK.Input).rectangles
            return Window(window.id, place, names, process, through)
        except (error.BadWindow, error.BadDrawable):
            return None

    def _identify(self, window: Any) -> tuple[frozenset[str], int]:
        """Whose window it is; remembered once it is known."""
        names, process = self._owner(window, _DEPTH)
        found = frozenset(names | _program(process)), process
        if names or process:
            self._owners[window.id] = found
        return found

    def _owner(self, window: Any, depth: int) -> tuple[set[str], int]:
        """Class names and process of a window, or of the one in the window manager's frame."""
        said, owner = window.get_wm_class(), window.get_full_property(self._pid, X.AnyPropertyType)
        if said or owner or not depth:
            names = {name.casefold() for name in said or ()}
            return names, int(owner.value[0]) if owner and len(owner.value) else 0
        found = [self._owner(child, depth - 1) for child in window.query_tree().children]
        return set().union(*(names for names, _ in found)), max((process for _, process in found), default=0)


def _program(process: int) -> set[str]:
    """What a process of this machine calls itself."""
    try:
        return {Path(f"/proc/{process}/comm").read_text().strip().casefold()} if process else set()
    except OSError:
        return set()
