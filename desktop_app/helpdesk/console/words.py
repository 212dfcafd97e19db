"""The console's sentences, from the same tables as the desktop's, in the technician's language."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from math import ceil

from django.utils import timezone, translation

from desktop_app import resources
from desktop_app.domain import amounts, moments
from desktop_app.domain.hours import DAYS
from desktop_app.domain.words import NO_BREAK_SPACE, Language, Text, french_spaces, nearest_language

_LEAST_ROUGH = 3 * 60  # minutes
_DAY: dict[Language, str] = {"fr": "%d/%m", "en": "%d/%m", "de": "%d.%m.", "nl": "%d-%m"}
_DATE: dict[Language, str] = {"fr": "%d/%m/%Y", "en": "%d/%m/%Y", "de": "%d.%m.%Y", "nl": "%d-%m-%Y"}


def language() -> Language:
    """The language of this page."""
    return nearest_language(translation.get_language() or "fr")


def say(key: str, **facts: object) -> str:
    """A sentence of the tables `console*.toml` of `resources/words`."""
    return resources.sentence(_table_of(key), key, language(), **facts)


def _table_of(key: str) -> str:
    return _tables().get(key, "console")


@cache
def _tables() -> dict[str, str]:
    """By key, which of the console's own has it."""
    tables = sorted((file.stem for file in resources.path("words").glob("console*.toml")), reverse=True)
    return {key: table for table in tables for key in resources.words(table)}


def refusal(key: str, **facts: object) -> str:
    """Why something was not done."""
    return resources.sentence("refusals", key, language(), **facts)


def priority(value: str) -> str:
    """The word of a priority, or what stands in its place."""
    return say(f"priority_{value}") if value in {"1", "2", "3", "4"} else value


def spoken(topic: str, key: str, facts: Mapping[str, object]) -> str:
    """A sentence of another table, or the key itself: what a newer desktop sends must not break the page.

    The facts come from strangers, so their names are never taken for our own arguments.
    """
    table = _table_of(key) if topic == "console" else topic
    try:
        sentence = resources.words(table)[key][language()].format_map(facts)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, FileNotFoundError):
        return key.replace("_", " ")
    return french_spaces(sentence) if language() == "fr" else sentence


def of_text(text: Text) -> str:
    """A text that technicians wrote in some languages: this page's, else the first there is."""
    return text.get(language()) or next((words for words in text.values() if words), "")


def clock(moment: datetime) -> str:
    """The time of day, as people of this language write it."""
    return moments.clock(timezone.localtime(moment), language())


def day(of: date) -> str:
    """Day and month, in figures, as people of this language write them."""
    return of.strftime(_DAY[language()])


def day_of_year(of: date) -> str:
    """Day, month and year, in figures."""
    return of.strftime(_DATE[language()])


def day_and_clock(moment: datetime) -> str:
    """Today: the time; else day and time."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localtime(datetime.now(UTC)).date():
        return clock(local)
    return f"{day(local)}, {clock(local)}"


def day_ahead(moment: datetime, now: datetime) -> str:
    """A later day and its time: `mardi, 10 h 44`; in figures from a week on."""
    local = timezone.localtime(moment)
    if (local.date() - timezone.localtime(now).date()).days >= len(DAYS):
        return day_and_clock(moment)
    named = say(f"day_{DAYS[local.weekday()]}")
    return f"{named if language() in {'en', 'de'} else named.lower()}, {clock(moment)}"


def rough_span(minutes: int) -> str:
    """As `span`, but whole hours from three on, never fewer than it takes: `15 h 46` reads like a time of day."""
    if _LEAST_ROUGH <= minutes < 60 * 24:
        return say("span_whole_hours", hours=ceil(minutes / 60))
    return span(minutes)


def span(minutes: int) -> str:
    """A length of time in words: `12 min`, `1 h 10`, `3 j`."""
    if minutes < 60:
        return say("span_minutes", minutes=minutes)
    if minutes < 60 * 24:
        return say("span_hours", hours=minutes // 60, minutes=f"{minutes % 60:02d}")
    return say("span_days", days=minutes // (60 * 24))


def size(count: float) -> str:
    """Bytes in words: `1,4 Go` in French."""
    return amounts.size(round(count), language())


def money(cents: int | None) -> str:
    """Euros as people of this language write them; nothing for what is not known."""
    if cents is None:
        return ""
    told = amounts.number(cents / 100, language(), 2)
    return {"en": f"€{told}", "nl": f"€{NO_BREAK_SPACE}{told}"}.get(language(), f"{told}{NO_BREAK_SPACE}€")
