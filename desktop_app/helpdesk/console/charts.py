"""Charts as plain shapes: the page draws them without a script, and has the numbers beside or behind each."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.figures import Answers, Day, Share

WIDTH, HEIGHT = 700, 180
_LINES, _LABELS = 4, 5


@dataclass(frozen=True)
class Flow:
    """Two lines over time. `lines`: heights with their number. `labels`: places with their day."""

    arrived: str
    solved: str
    lines: list[tuple[int, int]]
    labels: list[tuple[int, str]]
    sums: tuple[int, int]
    peak: Day
    days: Sequence[Day]


def flow(days: Sequence[Day]) -> Flow:
    """What came and what was solved, day by day."""
    top = _round(max(max(day.arrived, day.solved) for day in days))
    step = WIDTH / max(1, len(days) - 1)
    places = [round(number * step) for number in range(len(days))]
    every = max(1, len(days) // _LABELS)
    return Flow(
        _points(places, [day.arrived for day in days], top),
        _points(places, [day.solved for day in days], top),
        [(_height(top * line // _LINES, top), top * line // _LINES) for line in range(_LINES + 1)],
        [(places[number], words.day(days[number].day)) for number in range(0, len(days), every)],
        (sum(day.arrived for day in days), sum(day.solved for day in days)),
        max(days, key=lambda day: day.arrived),
        days,
    )


def _round(most: int) -> int:
    """The top of the scale: a number that its lines divide."""
    unit = int(10 ** max(0, len(str(most)) - 2)) * _LINES
    return max(_LINES, -(-most // unit) * unit)


def _points(places: Sequence[int], values: Sequence[int], top: int) -> str:
    return " ".join(f"{place},{_height(value, top)}" for place, value in zip(places, values, strict=True))


def _height(value: int, top: int) -> int:
    return round(HEIGHT - HEIGHT * value / top)


@dataclass(frozen=True)
class Bar:
    """A bar with its name and its number."""

    name: str
    share: Share


def shares(good: int, middling: int, bad: int) -> list[Bar]:
    """How it went, in words."""
    named = (("figures_good", good), ("figures_middling", middling), ("figures_bad", bad))
    return _bars(named)


def answers(found: Answers) -> list[Bar]:
    """Where people found their answer."""
    named = (
        ("figures_by_fix", found.fixes),
        ("figures_by_article", found.articles),
        ("figures_by_people", found.people),
    )
    return _bars(named)


def _bars(named: Sequence[tuple[str, int]]) -> list[Bar]:
    whole = sum(count for _, count in named)
    return [Bar(words.say(key), Share(count, whole)) for key, count in named]
