"""Numbers, sizes and lists as people say them, in each language: the facts that fill sentences."""

from collections.abc import Mapping

from desktop_app.domain.moments import moment
from desktop_app.domain.words import NARROW_SPACE, NO_BREAK_SPACE, Language

_UNITS: Mapping[Language, tuple[str, ...]] = {
    "fr": ("o", "Ko", "Mo", "Go", "To"),
    "en": ("bytes", "KB", "MB", "GB", "TB"),
    "de": ("Byte", "KB", "MB", "GB", "TB"),
    "nl": ("bytes", "kB", "MB", "GB", "TB"),
}
_QUOTES: Mapping[Language, tuple[str, str]] = {
    "fr": ("«" + NO_BREAK_SPACE, NO_BREAK_SPACE + "»"),
    "en": ("“", "”"),
    "de": ("„", "“"),
    "nl": ("‘", "’"),
}
_AND: Mapping[Language, str] = {"fr": "et", "en": "and", "de": "und", "nl": "en"}
_OTHERS: Mapping[Language, tuple[str, str]] = {
    "fr": ("1 autre", "{} autres"),
    "en": ("1 more", "{} more"),
    "de": ("1 weiteres", "{} weitere"),
    "nl": ("1 andere", "{} andere"),
}
_SHOWN_IN_A_LIST = 3


def whole(told: str, digits: int = 9) -> int:
    """A whole number of at most so many digits, as a form or an address has it; 0 for anything else."""
    return int(told) if told.isascii() and told.isdigit() and len(told) <= digits else 0


class Counted(int):
    """A number that chooses its words: `{count:un document|# documents}`; `#` is the number itself."""

    language: Language

    def __new__(cls, number: int, language: Language) -> "Counted":
        """`number`, with the singular rule of `language` (French says « 0 document »)."""
        counted = super().__new__(cls, number)
        counted.language = language
        return counted

    def __format__(self, words: str) -> str:
        """The first or the second wording of `words`; the number itself when there are none."""
        shown = number(int(self), self.language)
        if "|" not in words:
            return shown
        singular, plural = words.split("|", 1)
        is_one = self in ((0, 1) if self.language == "fr" else (1,))
        return (singular if is_one else plural).replace("#", shown)


def number(value: float, language: Language, decimals: int = 0) -> str:
    """`value` with the separators of `language`: 1 234,5 in French, 1,234.5 in English, 1.234,5 in German and Dutch."""
    thousands, decimal = {"fr": (NARROW_SPACE, ","), "en": (",", ".")}.get(language, (".", ","))
    return f"{value:,.{decimals}f}".translate({ord(","): thousands, ord("."): decimal})


def size(count: int, language: Language) -> str:
    """A number of bytes in the unit a person would say: 1,2 Go; 350 Mo. Units go by 1000, as disks are sold."""
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(_UNITS[language]) - 1:
        value, unit = value / 1000, unit + 1
    decimals = 1 if unit >= 3 and value < 100 else 0
    return number(value, language, decimals) + NO_BREAK_SPACE + _UNITS[language][unit]


def duration(seconds: float, language: Language) -> str:
    """A length of time in one unit: 40 s, 3 min, 5 h, 2 days."""
    day = {"fr": "j", "en": "days", "de": "Tage", "nl": "dagen"}[language]
    for length, unit in ((172800, day), (7200, "h"), (90, "min")):
        if seconds >= length:
            whole = {day: 86400, "h": 3600, "min": 60}[unit]
            return number(round(seconds / whole), language) + NO_BREAK_SPACE + unit
    return number(round(seconds), language) + NO_BREAK_SPACE + "s"


def listed(names: list[str], language: Language) -> str:
    """Names in quotation marks, three at most: « A », « B » et 4 autres."""
    before, after = _QUOTES[language]
    shown = [f"{before}{name}{after}" for name in names[:_SHOWN_IN_A_LIST]]
    rest = len(names) - len(shown)
    if rest:
        one, many = _OTHERS[language]
        shown.append(one if rest == 1 else many.format(rest))
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {_AND[language]} {shown[-1]}"


class _Worded(dict[str, object]):
    """Facts in words; a gap that no fact fills shows an ellipsis instead of failing in front of the user."""

    def __missing__(self, gap: str) -> str:
        return "…"


def worded(facts: Mapping[str, object], language: Language) -> Mapping[str, object]:
    """`facts` ready for the gaps of a sentence.

    `x_bytes` fills `{x}` as a size, `x_seconds` as a duration and `x_moment` as day and time, whole numbers can be
    counted, and text of several lines becomes a list.
    """
    words = _Worded()
    for name, value in facts.items():
        if isinstance(value, int) and name.endswith("_bytes"):
            words[name.removesuffix("_bytes")] = size(value, language)
        elif isinstance(value, int | float) and name.endswith("_seconds"):
            words[name.removesuffix("_seconds")] = duration(value, language)
        elif isinstance(value, str) and name.endswith("_moment"):
            words[name.removesuffix("_moment")] = moment(value, language)
        else:
            words[name] = _one(value, language)
    return words


def _one(value: object, language: Language) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return Counted(value, language)
    if isinstance(value, float):
        return number(value, language, 0 if value == round(value) else 1)
    if isinstance(value, str) and "\n" in value:
        return listed(value.split("\n"), language)
    return value
