"""The ledger of what the user allowed. All power of the screen process asks here first; what is not written is not so.

Pure: the clock is passed in (seconds, any origin), nothing is done here. Everything ends once, and stays ended.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop_app.domain.consent import ANSWER_S, HAND_S, NEEDS, RESUME_S, Capability, Ending

MOST_QUESTIONS, QUESTIONS_S = 8, 30
"""No more questions than that are put to the user in so many seconds, whoever takes them back."""

Clock = Callable[[], float]

INCLUDED: Mapping[Capability, Capability] = {Capability.CONTROL: Capability.POINT}
"""A yes to the mouse is a yes to the pointer; no other step brings one along."""


@dataclass
class _Held:
    since: float
    until: float


@dataclass
class Guard:
    """Grants, questions, the user's hand, the line, the end."""

    clock: Clock
    paused: bool = False
    covered: bool = False
    """A password is asked for, or nothing of the screen may be seen: nothing is injected either."""
    only_look: bool = False
    """No step more is ever put to the user."""
    never: frozenset[Capability] = frozenset()
    """The steps that are not put to the user here."""
    muted: bool = False
    """The user's microphone is off, by their own hand."""
    lost_at: float | None = None
    """Since when the line to the technician is broken."""
    halted: bool = False
    """Stop was heard: nothing is done any more, before anything else is written down."""
    ending: Ending | None = None
    asked: dict[Capability, float] = field(default_factory=dict)
    """What waits for an answer, and since when."""
    refused: set[Capability] = field(default_factory=set)
    """What was asked for and not given, since it was asked last."""
    _held: dict[Capability, _Held] = field(default_factory=dict)
    _spans: list[tuple[Capability, float]] = field(default_factory=list)
    _hand: float | None = None
    _put: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_QUESTIONS))
    """When the last questions were put."""

    # What the user says

    def allow(self, seconds: float) -> bool:
        """The yes to being looked at: once, and never after an end."""
        if self.ending or Capability.LOOK in self._held or self._spans:
            return False
        self._hold(Capability.LOOK, seconds)
        return True

    def grant(self, capability: Capability, seconds: float) -> bool:
        """The yes to a step: an answer in time to a question, or more time for what is held. Anything else is no."""
        self.sweep()
        answers = capability in self.asked or self.holds(capability)
        if not answers or not self._stands(capability):
            return False
        for step in filter(None, (INCLUDED.get(capability), capability)):
            self._hold(step, seconds)
        return True

    def take_back(self, capability: Capability) -> None:
        """No to a question, or a step withdrawn, and with it all that stands on it."""
        if self.asked.pop(capability, None) is not None:
            self.refused.add(capability)
        for step, below in NEEDS.items():
            if below == capability and (step in self._held or step in self.asked):
                self.take_back(step)
        self._close(capability)

    def stop(self, ending: Ending) -> None:
        """All of it ends; the first reason stays."""
        if self.ending is None:
            self.ending = ending
        for capability in list(self._held):
            self._close(capability)
        self.asked.clear()

    # What the technician asks

    def ask(self, capability: Capability) -> bool:
        """Whether the question may be put to the user: once at a time, and only when the step below is held.

        What is held is not asked for again, so that it ends when it was said to; only control is renewed.
        """
        self.sweep()
        is_given = capability in self.asked or (capability != Capability.CONTROL and self.holds(capability))
        if self.only_look or capability in self.never or is_given or not self._stands(capability):
            return False
        if len(self._put) == MOST_QUESTIONS and self.clock() - self._put[0] < QUESTIONS_S:
            return False
        self.refused.discard(capability)
        self.asked[capability] = self.clock()
        self._put.append(self.clock())
        return True

    def unask(self, capability: Capability) -> bool:
        """The question is taken back, what is held stays; whether there was one."""
        return self.asked.pop(capability, None) is not None

    def _stands(self, capability: Capability) -> bool:
        """Whether what this step is built on is held; what it brings along is not asked for."""
        below = NEEDS.get(capability)
        ground = NEEDS.get(below) if below and below == INCLUDED.get(capability) else below
        return ground is not None and self.holds(ground)

    # What happens by itself

    def sweep(self) -> list[Capability]:
        """Let questions and grants run out; what ran out. Called often: the rules hold without it all the same."""
        now = self.clock()
        silent = [step for step, asked in self.asked.items() if now - asked >= ANSWER_S]
        over = [step for step, held in self._held.items() if now >= held.until]
        for step in silent:
            del self.asked[step]
            self.refused.add(step)
        for step in over:
            self.take_back(step)
        if self.ending is None and Capability.LOOK in over:
            self.stop(Ending.TIME_UP)
        if self.ending is None and self.lost_at is not None and now - self.lost_at >= RESUME_S:
            self.stop(Ending.LINE_LOST)
        return silent + over

    def hand(self) -> None:
        """The user's own mouse or keyboard moved."""
        self._hand = self.clock()

    def lost(self) -> None:
        """The line to the technician broke."""
        if self.lost_at is None:
            self.lost_at = self.clock()

    def back(self) -> bool:
        """The line came back; whether the grant still holds."""
        self.sweep()
        self.lost_at = None
        return self.holds(Capability.LOOK)

    # What everybody asks before acting

    def holds(self, capability: Capability) -> bool:
        """Whether this step, and each below it, is allowed at this moment."""
        held = self._held.get(capability)
        if self.halted or self.ending or held is None or self.clock() >= held.until:
            return False
        below = NEEDS.get(capability)
        return below is None or self.holds(below)

    @property
    def resting(self) -> bool:
        """Whether the user's own hand has the mouse."""
        return self._hand is not None and self.clock() - self._hand < HAND_S

    def may_show(self) -> bool:
        """Whether a picture may leave now."""
        return self.holds(Capability.LOOK) and not self.paused

    def may_inject(self) -> bool:
        """Whether a mouse move or a key of the technician may reach this machine now."""
        free = not self.resting and not self.paused and not self.covered and self.lost_at is None
        return free and self.holds(Capability.CONTROL)

    def left_s(self) -> dict[Capability, int]:
        """What is allowed and the whole seconds that are left of it."""
        now = self.clock()
        return {step: max(1, int(held.until - now)) for step, held in self._held.items() if self.holds(step)}

    def promises(self) -> list[tuple[Capability, float]]:
        """What is allowed, and the moment each ends: the same until something is decided."""
        return [(step, held.until) for step, held in self._held.items() if self.holds(step)]

    def spans(self) -> list[tuple[Capability, int]]:
        """How long each step was held, in whole seconds, those that are over first."""
        now = self.clock()
        going = [(step, min(now, held.until) - held.since) for step, held in self._held.items()]
        return [(step, max(0, round(seconds))) for step, seconds in [*self._spans, *going]]

    def _hold(self, capability: Capability, seconds: float) -> None:
        now = self.clock()
        self.asked.pop(capability, None)
        self.refused.discard(capability)
        since = self._held[capability].since if capability in self._held else now
        self._held[capability] = _Held(since, now + seconds)

    def _close(self, capability: Capability) -> None:
        held = self._held.pop(capability, None)
        if held is not None:
            self._spans.append((capability, min(self.clock(), held.until) - held.since))
