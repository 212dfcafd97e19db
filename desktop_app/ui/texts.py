"""The user's words for what the lower floors say by key: states, failures, times and sizes as people say them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from logging import getLogger

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app import resources
from desktop_app.domain import amounts
from desktop_app.domain.errors import SupportError
from desktop_app.domain.ticket import Stage, Status
from desktop_app.domain.words import Language

_log = getLogger(__name__)
_LOCALES = {
    "fr": QLocale(QLocale.Language.French),
    "en": QLocale(QLocale.Language.English),
    "de": QLocale(QLocale.Language.German),
    "nl": QLocale(QLocale.Language.Dutch),
}


class _Spoken:
    language: Language = "en"
    now: Callable[[], datetime] = staticmethod(lambda: datetime.now().astimezone())


def language() -> Language:
    """The language on the screen."""
    return _Spoken.language


def speak(wanted: Language) -> None:
    """From now on in this language; the catalogues are `language.py`'s matter."""
    _Spoken.language = wanted


def set_clock(now: Callable[[], datetime]) -> None:
    """Where "now" comes from; pictures and tests stop it."""
    _Spoken.now = staticmethod(now)


def now() -> datetime:
    """This moment, in the computer's time zone."""
    return _Spoken.now()


def explain(error: SupportError) -> str:
    """What happened, what is safe, what to do."""
    try:
        return resources.explain(error, language())
    except (KeyError, FileNotFoundError):
        _log.error("no sentence for %s", error.key)
        return QCoreApplication.translate("Texts", "That did not work. Nothing was lost. Please try again later.")


def in_words(topic: str, key: str, **facts: object) -> str:
    """A shared sentence of `resources/words/`; the key itself when a newer program wrote it, never a failure."""
    try:
        return resources.sentence(topic, key, language(), **amounts.worded(facts, language()))
    except (KeyError, IndexError, FileNotFoundError):
        _log.error("no sentence %s in %s", key, topic)
        return key.replace("_", " ").capitalize()


def of(text: dict[Language, str]) -> str:
    """A technician's text in our language, or in the first one they wrote."""
    return text.get(language()) or next((words for words in text.values() if words), "")


def first_sentence(words: str) -> str:
    """Up to the first full stop."""
    head, stop, _ = words.partition(". ")
    return head + "." if stop else head


def rest_of(words: str) -> str:
    """After the first full stop."""
    return words.partition(". ")[2]


def stage(of_ticket: Stage) -> str:
    """The word of a status line."""
    words = {
        Stage.SENT: QCoreApplication.translate("Texts", "Sent"),
        Stage.TAKEN: QCoreApplication.translate("Texts", "Taken on"),
        Stage.WORKING: QCoreApplication.translate("Texts", "In progress"),
        Stage.SOLVED: QCoreApplication.translate("Texts", "Solved"),
    }
    return words[of_ticket]


def status(of_ticket: Status, at_stage: Stage) -> tuple[str, str]:
    """The word on a request's pill and its tone: who has the next move comes first."""
    if of_ticket == Status.PENDING_REQUESTER:
        return QCoreApplication.translate("Texts", "Waiting for you"), "warning"
    tones = {Stage.SENT: "", Stage.TAKEN: "accent", Stage.WORKING: "accent", Stage.SOLVED: "success"}
    return stage(at_stage), tones[at_stage]


def clock(at: datetime) -> str:
    """10 h 44."""
    here = at.astimezone()
    if here.minute == 0:
        return QCoreApplication.translate("Times", "{hour}:00").format(hour=here.hour)
    pattern = QCoreApplication.translate("Times", "{hour}:{minute}")
    return pattern.format(hour=here.hour, minute=f"{here.minute:02}")


def date(at: datetime) -> str:
    """21 mars; with the year when it is not this one."""
    here = at.astimezone()
    month = _LOCALES[language()].monthName(here.month)
    if here.year != now().astimezone().year:
        pattern = QCoreApplication.translate("Times", "{day} {month} {year}")
        return pattern.format(day=_day_number(here.day), month=month, year=here.year)
    return QCoreApplication.translate("Times", "{day} {month}").format(day=_day_number(here.day), month=month)


def _day_number(day: int) -> str:
    return "1er" if day == 1 and language() == "fr" else str(day)


def weekday(at: datetime) -> str:
    """mardi."""
    return _LOCALES[language()].dayName(at.astimezone().isoweekday())


def days_ago(at: datetime) -> int:
    """0 today, 1 yesterday; negative in the future."""
    return (now().astimezone().date() - at.astimezone().date()).days


def day(at: datetime) -> str:
    """The head of a day in a list: Aujourd’hui, 21 mars."""
    past = days_ago(at)
    if past == 0:
        pattern = QCoreApplication.translate("Times", "Today, {date}")
    elif past == 1:
        pattern = QCoreApplication.translate("Times", "Yesterday, {date}")
    else:
        words = QCoreApplication.translate("Times", "{weekday}, {date}").format(weekday=weekday(at), date=date(at))
        return capital(words)
    return pattern.format(date=date(at))


def moment(at: datetime) -> str:
    """A day and a time, as said in the middle of a sentence: hier à 22 h 10."""
    past = days_ago(at)
    if past == 0:
        pattern = QCoreApplication.translate("Times", "today at {time}")
    elif past == 1:
        pattern = QCoreApplication.translate("Times", "yesterday at {time}")
    elif past == -1:
        pattern = QCoreApplication.translate("Times", "tomorrow at {time}")
    elif -7 < past < 7:
        pattern = QCoreApplication.translate("Times", "{weekday} at {time}")
    else:
        pattern = QCoreApplication.translate("Times", "{date} at {time}")
    return pattern.format(time=clock(at), weekday=weekday(at), date=date(at))


def ago(at: datetime) -> str:
    """Il y a 6 min; the day and the time when it is longer than some hours ago."""
    minutes = int((now() - at).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Times", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Times", "{minutes} min ago").format(minutes=minutes)
    if minutes < 6 * 60:
        return QCoreApplication.translate("Times", "{hours} h ago").format(hours=minutes // 60)
    return moment(at)


def soon(at: datetime) -> str:
    """When something is due: avant 16 h, avant demain à 9 h."""
    if days_ago(at) == 0:
        return QCoreApplication.translate("Times", "before {time}").format(time=clock(at))
    return QCoreApplication.translate("Times", "before {moment}").format(moment=moment(at))


def minutes(count: int) -> str:
    """4 min."""
    return QCoreApplication.translate("Times", "{minutes} min").format(minutes=count)


def duration(length: timedelta) -> str:
    """6 min, 2 h 05."""
    whole = max(0, round(length.total_seconds() / 60))
    if whole < 60:
        return minutes(whole)
    pattern = QCoreApplication.translate("Times", "{hours} h {minutes}")
    return pattern.format(hours=whole // 60, minutes=f"{whole % 60:02}")


def size(count: int) -> str:
    """3 Go, 240 Ko."""
    return amounts.size(count, language())


def capital(words: str) -> str:
    """With a capital letter at its start."""
    return words[:1].upper() + words[1:]
