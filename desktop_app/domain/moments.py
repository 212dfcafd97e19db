"""Days and moments as people of each language say them, once and for good: `12 mars 2026`, never `yesterday`."""

from datetime import datetime

from desktop_app.domain.words import NO_BREAK_SPACE, Language

_MONTHS: dict[Language, str] = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


def moment(text: str, language: Language) -> str:
    """A moment as people say it: 12 mars 2026, 16 h 42; the text itself when it is none."""
    found = _local(text)
    return f"{_day(found, language)}, {clock(found, language)}" if found else text


def day(text: str, language: Language) -> str:
    """A date as people say it: 14 octobre 2025; the text itself when it is none."""
    found = _local(text)
    return _day(found, language) if found else text


def clock(local: datetime, language: Language) -> str:
    """The time of day, as people write it: 16 h 42 in French, 16:42 else."""
    between = f"{NO_BREAK_SPACE}h{NO_BREAK_SPACE}" if language == "fr" else ":"
    return f"{local.hour}{between}{local.minute:02}"


def _local(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        return None


def _day(local: datetime, language: Language) -> str:
    number = {"fr": "1er" if local.day == 1 else str(local.day), "de": f"{local.day}."}.get(language, str(local.day))
    return f"{number} {_MONTHS[language].split()[local.month - 1]} {local.year}"
