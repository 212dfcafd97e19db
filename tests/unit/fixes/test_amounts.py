"""Numbers, sizes and lists as people say them."""

from datetime import datetime

import pytest

from desktop_app import resources
from desktop_app.domain.amounts import duration, listed, size, whole, worded
from desktop_app.domain.errors import ClockWrong
from desktop_app.domain.moments import day, moment
from desktop_app.domain.words import Language


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (0, "fr", "0 o"),
        (999, "fr", "999 o"),
        (1_000, "fr", "1 Ko"),
        (999_499, "fr", "999 Ko"),
        (999_500, "fr", "1 Mo"),
        (1_234_567_890, "fr", "1,2 Go"),
        (1_234_567_890, "en", "1.2 GB"),
        (1_234_567_890, "de", "1,2 GB"),
        (250_000_000_000, "nl", "250 GB"),
        (5_000_000_000_000_000, "en", "5,000 TB"),
    ],
)
def test_sizes(count: int, language: Language, words: str) -> None:
    assert size(count, language).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "5 s"), (89, "89 s"), (90, "2 min"), (7199, "120 min"), (7200, "2 h"), (259_200, "3 j")]
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds, "fr").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [(0, "fr", "un document"), (0, "en", "0 documents"), (1, "fr", "un document"), (2, "fr", "2 documents")],
)
def test_counted(count: int, language: Language, words: str) -> None:
    assert "{count:un document|# documents}".format_map(worded({"count": count}, language)) == words


def test_lists() -> None:
    assert listed(["A"], "fr") == "«\u00a0A\u00a0»"
    assert listed(["A", "B"], "en") == "“A” and “B”"
    assert listed(["A", "B", "C", "D", "E"], "de") == "„A“, „B“, „C“ und 2 weitere"
    assert listed([], "nl") == ""


def test_a_gap_without_fact_is_no_failure_in_front_of_the_user() -> None:
    assert "{size} left".format_map(worded({}, "en")) == "… left"
    assert "{size} left".format_map(worded({"size_bytes": 5}, "en")).replace("\u00a0", " ") == "5 bytes left"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "L’horloge de ce poste est réglée au 1er mars 2026, 9 h 05,"),
        ("en", "This computer’s clock is set to 1 March 2026, 9:05,"),
        ("de", "Die Uhr dieses Rechners steht auf 1. März 2026, 9:05;"),
        ("nl", "De klok van deze computer staat op 1 maart 2026, 9:05;"),
    ],
)
def test_a_moment_in_a_sentence(language: Language, words: str) -> None:
    here = datetime(2026, 3, 1, 9, 5).astimezone().isoformat()
    said = resources.explain(ClockWrong(host="desk.example", here_moment=here), language)
    assert said.replace("\u00a0", " ").startswith(words)


def test_what_is_no_moment_stays_as_it_is() -> None:
    assert moment("soon", "fr") == day("soon", "fr") == "soon"
    assert moment("0001-01-01T00:00:00+23:59", "fr") == "0001-01-01T00:00:00+23:59"


@pytest.mark.parametrize(
    ("told", "number"),
    [("7", 7), ("0", 0), ("123456789", 123456789), ("1234567890", 0), ("9" * 5000, 0), ("-1", 0), ("²", 0), ("٣", 0)],
)
def test_a_whole_number_as_it_was_typed(told: str, number: int) -> None:
    assert whole(told) == number
