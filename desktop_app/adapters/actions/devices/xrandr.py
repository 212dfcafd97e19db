"""The screens of X11, as `xrandr` tells and takes them."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import ActionFailed

_OUTPUT = re.compile(
    r"^(\S+) (connected|disconnected)( primary)?(?: (\d+)x(\d+)\+(\d+)\+(\d+))?(?: (left|right|inverted))?"
    r"(?: (X axis|Y axis|X and Y axis))?"
)
_MODE = re.compile(r"^\s+(\S+)\s+\d+\.\d+")
_RATE = re.compile(r"(\d+\.\d+)([* ]?)(\+?)")
_SIZE = re.compile(r"(\d+)x(\d+)")
_MIRRORED = {"": "normal", "X axis": "x", "Y axis": "y", "X and Y axis": "xy"}


@dataclass(frozen=True)
class Screen:
    """An output and what it shows: `mode` empty when it is dark."""

    name: str
    mode: str = ""
    rate: str = ""
    x: int = 0
    y: int = 0
    turned: str = "normal"
    mirrored: str = "normal"
    is_primary: bool = False


@dataclass(frozen=True)
class Output:
    """A socket with a screen in it: what it shows, what it could show with each rate.

    `best` is what the screen itself asks for; empty when it does not say, as the screens of virtual machines.
    """

    screen: Screen
    modes: dict[str, str] = field(default_factory=dict)
    best: str = ""

    @property
    def is_lit(self) -> bool:
        """Whether it shows anything."""
        return bool(self.screen.mode)

    @property
    def usual(self) -> str:
        """What to show on it when nobody chose."""
        return self.best or next(iter(self.modes), "")


def outputs(here: Here) -> list[Output]:
    """The sockets with a screen in them; none when X11 does not answer or is only a guest of Wayland."""
    if not here.environ.get("DISPLAY") or here.environ.get("WAYLAND_DISPLAY"):
        return []
    try:
        ran = here.run("xrandr", "--query", deadline_s=5)
    except ToolMissing:
        return []
    return read(ran.out) if ran.code == 0 else []


def read(text: str) -> list[Output]:
    """The answer of `xrandr --query`."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if _OUTPUT.match(line):
            blocks.append([line])
        elif blocks and _MODE.match(line):
            blocks[-1].append(line)
    return [found for block in blocks if (found := _output(block)) is not None]


def _output(lines: Sequence[str]) -> Output | None:
    head = _OUTPUT.match(lines[0])
    modes: dict[str, str] = {}
    best = mode = rate = ""
    for line in lines[1:]:
        name = line.split()[0]
        for found, star, plus in _RATE.findall(line[line.index(name) + len(name) :]):
            modes.setdefault(name, found)
            best = name if plus and not best else best
            mode, rate = (name, found) if star == "*" else (mode, rate)
    if head is None or (head[2] == "disconnected" and not mode):
        return None
    if not mode:
        return Output(Screen(head[1]), modes, best)
    turned, mirrored = head[8] or "normal", _MIRRORED[head[9] or ""]
    screen = Screen(head[1], mode, rate, int(head[6] or 0), int(head[7] or 0), turned, mirrored, bool(head[3]))
    return Output(screen, modes, best)


def size(screen: Screen) -> tuple[int, int]:
    """Width and height on the desktop, in points."""
    found = _SIZE.match(screen.mode)
    wide, high = (int(found[1]), int(found[2])) if found else (0, 0)
    return (high, wide) if screen.turned in ("left", "right") else (wide, high)


def show(here: Here, screens: Sequence[Screen]) -> None:
    """Lets the screens show exactly this; ActionFailed when X11 refuses."""
    words = ["--noprimary"] if not any(screen.is_primary for screen in screens) else []
    for screen in screens:
        words += ["--output", screen.name, *_words(screen)]
    ran = here.run("xrandr", *words, deadline_s=15)
    if ran.code != 0:
        raise ActionFailed(f"xrandr: {ran.err.strip() or ran.code}")


def _words(screen: Screen) -> list[str]:
    if not screen.mode:
        return ["--off"]
    words = ["--mode", screen.mode, "--rate", screen.rate, "--pos", f"{screen.x}x{screen.y}"]
    words += ["--rotate", screen.turned, "--reflect", screen.mirrored]
    return [*words, "--primary"] if screen.is_primary else words


def saved(screens: Sequence[Screen]) -> list[dict[str, Any]]:
    """Plain JSON."""
    return [asdict(screen) for screen in screens]


def restored(rows: Sequence[dict[str, Any]]) -> list[Screen]:
    """What `saved` wrote."""
    return [Screen(**row) for row in rows]


def hindrance(here: Here, before: Sequence[Screen], after: Sequence[Screen]) -> str:
    """Each screen is as it was before or as we left it: also after a change that died half made."""
    now = {output.screen.name: output.screen for output in outputs(here)}
    if any(screen.mode and screen.name not in now for screen in before):
        return "gone"
    pairs = {screen.name: [screen] for screen in before}
    for screen in after:
        pairs.setdefault(screen.name, []).append(screen)
    is_known = all(now[name] in states for name, states in pairs.items() if name in now)
    return "" if is_known else "changed_since"
