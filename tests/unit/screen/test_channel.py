"""A browser that lies: whatever it sends, nothing happens that was not allowed, and in the end it is put out."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.consent import NEEDS, Capability, Ending
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_channel import CONTROL, FILES, INPUT, LONGEST, MOST_FAULTS, TILES, Key
from desktop_app.screen.channel import NEEDED, read
from desktop_app.screen.desktop import Desktop
from desktop_app.screen.guard import Guard
from desktop_app.screen.screenful import View
from desktop_app.screen.show import Show, Ways
from desktop_app.screen.technician import Technician
from desktop_app.screen.voice import Voice


@dataclass
class Hands:
    """Notes what would be injected."""

    did: list[str] = field(default_factory=list)

    def move(self, x: int, y: int) -> None:
        self.did.append("move")

    def button(self, button: int, *, down: bool) -> None:
        self.did.append("button")

    def wheel(self, dx: int, dy: int) -> None:
        self.did.append("wheel")

    def key(self, key: Key) -> None:
        self.did.append("key")

    def typed(self, text: str) -> None:
        self.did.append("typed")

    def let_go(self) -> None:
        """Nothing is held here."""


@dataclass
class Clipboard:
    did: list[str] = field(default_factory=list)

    def read(self, told: Callable[[str], object]) -> None:
        self.did.append("read")
        told("a secret")

    def write(self, text: str) -> None:
        self.did.append("write")


class Scene:
    """A technician who hears a browser, and everything that could come of it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.guard = Guard(lambda: self.now)
        self.hands, self.clipboard = Hands(), Clipboard()
        self.said: list[Word] = []
        self.sent: list[Word | bytes] = []
        self.endings: list[Ending] = []
        ways = Ways(self.said.append, lambda _channel, word: self.sent.append(word), self._end, lambda: None)
        desktop = Desktop(_no_screen, lambda _view, _may: self.hands, lambda: self.clipboard)
        self.technician = Technician(self.guard, ways, Show(self.guard, ways, Voice(self.guard, _no_screen)), desktop)

    def _end(self, ending: Ending) -> None:
        self.endings.append(ending)
        self.guard.stop(ending)

    def give(self, *steps: Capability) -> None:
        for step in steps:
            assert self.guard.ask(step)
            assert self.guard.grant(step, 300)

    def hear(self, channel: int, **word: Any) -> None:
        self.technician.heard(channel, json.dumps(word))

    def did(self) -> list[str]:
        clips = [kind for word in self.sent if (kind := getattr(word, "kind", "")) == "clip"]
        return self.hands.did + self.clipboard.did + clips


def _no_screen() -> Any:
    raise NotImplementedError


@pytest.fixture
def loop() -> Iterator[None]:
    """The scene asks for a running loop."""
    new = asyncio.new_event_loop()
    asyncio._set_running_loop(new)
    yield
    asyncio._set_running_loop(None)
    new.close()


@pytest.fixture
def scene(loop: None) -> Scene:
    scene = Scene()
    scene.guard.allow(600)
    return scene


def in_loop(act: Callable[[], None]) -> None:
    async def run() -> None:
        act()

    asyncio.run(run())


WORDS: dict[str, tuple[int, dict[str, Any]]] = {
    "move": (INPUT, {"kind": "move", "x": 1, "y": 1}),
    "button": (INPUT, {"kind": "button", "x": 1, "y": 1, "button": 0, "down": True}),
    "wheel": (INPUT, {"kind": "wheel", "x": 1, "y": 1, "dy": 1}),
    "key": (INPUT, {"kind": "key", "code": "KeyA", "key": "a", "down": True}),
    "typed": (INPUT, {"kind": "typed", "text": "rm -rf /"}),
    "want": (CONTROL, {"kind": "clip", "want": True}),
    "clip": (CONTROL, {"kind": "clip", "text": "rm -rf /"}),
}


@pytest.mark.parametrize("name", WORDS)
def test_who_only_looks_reaches_nothing(scene: Scene, name: str) -> None:
    channel, word = WORDS[name]
    scene.hear(channel, **word)
    assert not scene.did()
    assert not [said for said in scene.said if getattr(said, "kind", "") == "pointing"]


@pytest.mark.parametrize("name", WORDS)
def test_what_is_taken_back_is_gone(scene: Scene, name: str) -> None:
    channel, word = WORDS[name]
    scene.give(Capability.CONTROL, Capability.CLIPBOARD)
    scene.hear(channel, **word)
    assert scene.did()
    done = len(scene.did())
    scene.guard.take_back(Capability.POINT)
    scene.hear(channel, **word)
    assert len(scene.did()) == done
    assert not scene.endings


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("why", ["hand", "pause", "prompt", "end", "lost", "halted"])
def test_nothing_is_injected_while(scene: Scene, name: str, why: str) -> None:
    channel, word = WORDS[name]
    scene.give(Capability.CONTROL)
    acts: dict[str, Callable[[], object]] = {
        "hand": scene.guard.hand,
        "pause": lambda: setattr(scene.guard, "paused", True),
        "prompt": lambda: setattr(scene.guard, "covered", True),
        "end": lambda: scene.guard.stop(Ending.USER),
        "lost": scene.guard.lost,
        "halted": lambda: setattr(scene.guard, "halted", True),
    }
    acts[why]()
    scene.hear(channel, **word)
    assert not scene.hands.did


def test_enough_faults_end_it(scene: Scene) -> None:
    for _ in range(MOST_FAULTS - 1):
        scene.technician.heard(CONTROL, "{}")
    assert not scene.endings
    scene.technician.heard(INPUT, b"\0")
    assert scene.endings == [Ending.MISUSED]


def test_a_word_on_its_way_while_a_step_ends_is_no_fault(scene: Scene) -> None:
    scene.give(Capability.POINT)
    channel, word = WORDS["move"]
    scene.hear(channel, **word)
    scene.guard.take_back(Capability.POINT)
    for _ in range(MOST_FAULTS * 3):
        scene.hear(channel, **word)
    assert not scene.endings


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
kinds = st.sampled_from(
    ["ask", "drop", "shown", "wish", "files", "clip", "move", "button", "wheel", "key", "typed", "draw", "grant", "x"]
)
names = st.sampled_from(["capability", "reason", "number", "monitor", "x", "y", "button", "down", "text", "want",
                         "files", "key", "code", "shape", "points", "dx", "dy"])  # fmt: skip
shaped = st.builds(
    lambda kind, more: json.dumps({**more, "kind": kind}),
    kinds, st.dictionaries(names, anything | st.sampled_from([*Capability]), max_size=6),
)  # fmt: skip
messages = shaped | anything.map(json.dumps) | st.text(max_size=200) | st.binary(max_size=200)
channels = st.sampled_from([CONTROL, TILES, INPUT, FILES, 7])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(channels, messages), max_size=30))
def test_whatever_is_sent_nothing_happens_without_a_yes(sent: list[tuple[int, Any]]) -> None:
    def hear() -> None:
        scene = Scene()
        scene.guard.allow(600)
        for channel, message in sent:
            scene.technician.heard(channel, message)
        assert not scene.did()
        assert set(scene.guard.left_s()) <= {Capability.LOOK}
        assert not scene.technician.files.received

    in_loop(hear)


@given(channels, messages)
def test_reading_never_fails(channel: int, message: str | bytes) -> None:
    word = read(channel, message)
    assert word is None or type(word) in NEEDED


def test_too_long_is_nothing() -> None:
    word = {"kind": "typed", "text": "a"}
    assert read(INPUT, json.dumps(word)) is not None
    assert read(INPUT, json.dumps({**word, "more": "x" * LONGEST})) is None
    assert read(INPUT, json.dumps({**word, "text": "x" * 4001})) is None
    assert read(CONTROL, json.dumps(word)) is None
    assert read(INPUT, "[" * 16_000) is None


def test_a_step_that_is_never_asked_or_has_no_ground_is_refused(scene: Scene) -> None:
    scene.guard.never = frozenset({Capability.VOICE, Capability.RECORDING})
    for step in (Capability.VOICE, Capability.RECORDING, Capability.CLIPBOARD):
        scene.hear(CONTROL, kind="ask", capability=step)
    assert not scene.guard.asked
    assert scene.guard.refused == {Capability.VOICE, Capability.RECORDING, Capability.CLIPBOARD}


def test_every_word_has_its_step() -> None:
    assert {needed for needed in NEEDED.values() if needed} <= {Capability.LOOK, *NEEDS}


def test_the_view_is_the_users_choice(scene: Scene) -> None:
    show = scene.technician._show
    show.view = View(window=5)
    scene.hear(CONTROL, kind="wish", monitor=-1)
    assert show.view.monitor == 0
