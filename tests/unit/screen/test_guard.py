"""The ledger of grants: silence is no, each step ends by itself, and an end is an end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop_app.domain.consent import ANSWER_S, CONTROL_S, HAND_S, NEEDS, RESUME_S, Capability, Ending
from desktop_app.screen.guard import INCLUDED, MOST_QUESTIONS, QUESTIONS_S, Guard
from tests.unit.screen.watch import Watch

LOOK, POINT, CONTROL, CLIPBOARD = Capability.LOOK, Capability.POINT, Capability.CONTROL, Capability.CLIPBOARD
STEPS = sorted(NEEDS)


@pytest.fixture
def guard(watch: Watch) -> Guard:
    """Somebody looks, for ten minutes."""
    guard = Guard(watch)
    assert guard.allow(600)
    return guard


def _given(guard: Guard, *steps: Capability, seconds: float = CONTROL_S) -> None:
    for step in steps:
        assert guard.ask(step)
        assert guard.grant(step, seconds)


def test_nothing_is_allowed_at_first(watch: Watch) -> None:
    guard = Guard(watch)
    assert not guard.may_show()
    assert not guard.ask(POINT)
    assert not guard.grant(CONTROL, 300)
    assert not guard.may_inject()


def test_a_yes_that_nobody_asked_for_is_none(guard: Guard) -> None:
    assert not guard.grant(CONTROL, 300)
    assert not guard.grant(LOOK, 300)


def test_silence_is_no(guard: Guard, watch: Watch) -> None:
    assert guard.ask(CONTROL)
    watch.now += ANSWER_S
    assert not guard.grant(CONTROL, 300)
    assert CONTROL in guard.refused


def test_control_brings_the_pointer_and_ends_with_it(guard: Guard) -> None:
    _given(guard, CONTROL)
    assert guard.may_inject()
    guard.take_back(POINT)
    assert not guard.may_inject()
    assert guard.may_show()


def test_the_clipboard_does_not_bring_control(guard: Guard) -> None:
    assert not guard.ask(CLIPBOARD)
    _given(guard, CONTROL, CLIPBOARD)
    guard.take_back(CONTROL)
    assert not guard.holds(CLIPBOARD)


def test_control_runs_out_and_can_be_given_again(guard: Guard, watch: Watch) -> None:
    _given(guard, CONTROL)
    watch.now += CONTROL_S - 1
    assert guard.grant(CONTROL, CONTROL_S)
    watch.now += CONTROL_S - 1
    assert guard.may_inject()
    watch.now += 1
    assert not guard.may_inject()
    assert not guard.grant(CONTROL, CONTROL_S)


def test_more_time_is_asked_anew_and_a_no_leaves_none(guard: Guard, watch: Watch) -> None:
    _given(guard, CONTROL)
    watch.now += CONTROL_S - 50
    _given(guard, CONTROL)
    watch.now += CONTROL_S - 1
    assert guard.may_inject()
    assert guard.ask(CONTROL)
    assert guard.unask(CONTROL)
    assert guard.may_inject(), "who takes the question back keeps what is held"
    assert not guard.unask(CONTROL)
    assert guard.ask(CONTROL)
    guard.take_back(CONTROL)
    assert not guard.may_inject()


def test_what_is_held_is_not_asked_for_again_but_control(guard: Guard) -> None:
    _given(guard, CONTROL)
    held = [CLIPBOARD, Capability.FILES, Capability.VOICE, Capability.RECORDING]
    _given(guard, *held)
    assert [step for step in STEPS if guard.ask(step)] == [CONTROL]
    guard.take_back(Capability.RECORDING)
    _given(guard, Capability.RECORDING)


def test_who_looks_along_is_never_asked_about_more(watch: Watch) -> None:
    guard = Guard(watch, only_look=True)
    assert guard.allow(600)
    for step in STEPS:
        assert not guard.ask(step)
        assert not guard.grant(step, 300)
    assert guard.left_s().keys() == {LOOK}


def test_questions_that_are_taken_back_are_not_put_without_end(guard: Guard, watch: Watch) -> None:
    for _ in range(MOST_QUESTIONS):
        assert guard.ask(POINT)
        guard.unask(POINT)
    assert not guard.ask(POINT)
    assert not guard.ask(CONTROL), "another one would flash up just the same"
    assert not guard.grant(POINT, 300), "what was not asked is not given"
    watch.now += QUESTIONS_S
    assert guard.ask(POINT)


def test_no_step_outlives_looking(guard: Guard, watch: Watch) -> None:
    _given(guard, CONTROL, seconds=7200)
    watch.now += 600
    assert not guard.may_inject()
    guard.sweep()
    assert guard.ending == Ending.TIME_UP


def test_the_users_hand_wins_for_two_seconds(guard: Guard, watch: Watch) -> None:
    _given(guard, CONTROL)
    guard.hand()
    watch.now += HAND_S - 0.01
    assert not guard.may_inject()
    watch.now += 0.02
    assert guard.may_inject()


def test_a_pause_shows_and_moves_nothing(guard: Guard) -> None:
    _given(guard, CONTROL)
    guard.paused = True
    assert not guard.may_show()
    assert not guard.may_inject()


def test_a_lost_line_comes_back_within_a_minute(guard: Guard, watch: Watch) -> None:
    _given(guard, CONTROL)
    guard.lost()
    assert not guard.may_inject()
    watch.now += RESUME_S - 1
    assert guard.back()
    assert guard.may_inject()


def test_a_line_lost_for_a_minute_is_the_end(guard: Guard, watch: Watch) -> None:
    guard.lost()
    watch.now += RESUME_S
    assert not guard.back()
    assert guard.ending == Ending.LINE_LOST


def test_looking_is_allowed_once(guard: Guard, watch: Watch) -> None:
    assert not guard.allow(600)
    guard.stop(Ending.USER)
    assert not guard.allow(600)
    guard.stop(Ending.CRASHED)
    assert guard.ending == Ending.USER


def test_how_long_each_step_was_held(guard: Guard, watch: Watch) -> None:
    watch.now += 10
    _given(guard, CONTROL)
    watch.now += 20
    guard.take_back(CONTROL)
    watch.now += 30
    guard.stop(Ending.USER)
    assert sorted(guard.spans()) == [(CONTROL, 20), (LOOK, 60), (POINT, 50)]


class Anything(RuleBasedStateMachine):
    """Whatever is done in whatever order: no step without the one below, and nothing after the end."""

    def __init__(self) -> None:
        super().__init__()
        self.watch = Watch()
        self.guard = Guard(self.watch)
        self.yes: set[Capability] = set()

    @rule(seconds=st.floats(0, 700))
    def allow(self, seconds: float) -> None:
        if self.guard.allow(seconds):
            self.yes.add(LOOK)

    @rule(step=st.sampled_from(STEPS))
    def ask(self, step: Capability) -> None:
        self.guard.ask(step)

    @rule(step=st.sampled_from(STEPS), seconds=st.floats(0, 700))
    def grant(self, step: Capability, seconds: float) -> None:
        if self.guard.grant(step, seconds):
            self.yes |= {step, INCLUDED.get(step, step)}

    @rule(step=st.sampled_from([LOOK, *STEPS]))
    def take_back(self, step: Capability) -> None:
        self.guard.take_back(step)
        assert not self.guard.holds(step)

    @rule(seconds=st.floats(0, 120))
    def wait(self, seconds: float) -> None:
        self.watch.now += seconds
        self.guard.sweep()

    @rule()
    def lose_and_find(self) -> None:
        self.guard.lost()

    @rule()
    def find(self) -> None:
        self.guard.back()

    @rule()
    def stop(self) -> None:
        self.guard.stop(Ending.USER)
        assert not self.guard.left_s()

    @invariant()
    def nothing_without_a_yes(self) -> None:
        assert set(self.guard.left_s()) <= self.yes

    @invariant()
    def nothing_without_the_step_below(self) -> None:
        for step in self.guard.left_s():
            assert step == LOOK or self.guard.holds(NEEDS[step])

    @invariant()
    def nothing_after_the_end(self) -> None:
        assert not (self.guard.ending and (self.guard.may_show() or self.guard.may_inject() or self.guard.left_s()))


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@given(st.floats(0, HAND_S, exclude_max=True), st.booleans())
def test_no_flood_wears_the_hand_out(later: float, again: bool) -> None:
    watch = Watch()
    guard = Guard(watch)
    guard.allow(600)
    _given(guard, CONTROL)
    guard.hand()
    watch.now += later
    if again:
        guard.hand()
    assert not guard.may_inject() or watch.now - 1000 >= HAND_S
