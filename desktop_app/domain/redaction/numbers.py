"""Layer 4: numbers whose check digits prove what they are: bank cards, accounts, national numbers."""

import re
from collections.abc import Callable, Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import Span

_Check = Callable[[str, re.Match[str]], bool]
_RUN = lazily(r"[0-9](?<![\w.].)(?:[ .-]?[0-9ABab]){10,}")
"""Digits enough for a number below. Like all that scan whole texts, it begins with one character: that is fast."""
_CARD = lazily(
    r"(?<![\w.,-])(?:[0-9]{13,19}|[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{1,4}|[0-9]{4}([ -])[0-9]{6}\2[0-9]{4,5})"
    r"(?![\w-]|[.,][0-9])"
)
_LONG_CARD = lazily(r"(?<![\w.,-])[0-9]{4}([ -])(?:[0-9]{4}\1){3}[0-9]{3}(?![\w-]|[.,][0-9])")
_CARD_START = lazily(r"4|5[0-8]|2[2-7]|3[47]|3[068]|35|6[0-9]")
_IBAN = lazily(r"[0-9](?<=[^a-z0-9][a-z]{2}.)[0-9](?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?(?![a-z0-9])")
_NIR = lazily(
    r"(?i)(?<![\w.])[1-478][ .]?[0-9]{2}[ .]?[0-9]{2}[ .]?(?:[0-9]{2}|2[ab])[ .]?[0-9]{3}[ .]?[0-9]{3}[ .-]?[0-9]{2}"
    r"(?![\w.])"
)
_BELGIAN = lazily(r"(?<![\w.-])[0-9]{2}([. -]?)[0-9]{2}\1[0-9]{2}[. -]?[0-9]{3}[. -]?[0-9]{2}(?![\w-]|\.[0-9])")
_BELGIAN_LABEL = lazily(r"(?i)niss|insz|inss|nationa|rijksreg|registre|ssin|identit")
_LABELLED = lazily(
    r"(?i)\b(?:bsn|burgerservicenummer|sofi-?nummer|steuer-?id(?:entifikationsnummer)?|steuernummer|idnr"
    r"|nas|sin|ssn|social security(?: number)?|num[eé]ro fiscal|spi"
    r"|passeport|passport|reisepass|paspoort|carte d.identit[eé]|permis|matricule|ahv|avs)(?![a-z0-9])(?: "
    r"?(?:n[°ro.]*|no|nr|num(?:ber|[eé]ro)?)\.?)?\s{0,3}[:=#]?\s{0,3}((?=[A-Z0-9 .-]{0,40}\d)[A-Z0-9](?:[ "
    r".-]?[A-Z0-9]){6,14})\b"
)
_FEWEST_DIGITS = 5
_LABELS = (
    *("bsn", "burgerservice", "sofi", "steuer", "idnr", "nas", "sin", "ssn", "social security", "numéro fi"),
    *("numero fi", "spi", "pass", "reisepass", "paspoort", "carte d", "permis", "matricule", "ahv", "avs"),
)
_AMOUNT_BEFORE = lazily(
    r"(?i)(?:size|taille|bytes?|octets?|timestamp|time|offset|sector|inode|handle|address|addr|total|free"
    r"|used|count|counter|pid|tid|id|seq|length|rss|code|build|memory"
    r"|iccid|imei|serial|uptime|epoch|ticks?|block|ino|token|session|hash|value|key|request|correlation"
    r"|trace|index)[\s\"'=:(,#-]{1,5}\Z"
)
_AMOUNT_AFTER = lazily(
    r"(?i)\s?(?:bytes|octets|kib|mib|gib|kb|mb|gb|[kmgt]b?\b|ms|ns|µs|us|sec|s\b|hz|blocks|sectors|%)"
)
ROOTS = frozenset(_LABELS)


def find(reading: Reading) -> Iterator[Span]:
    """Every number in the text whose check digits are right."""
    text = reading.text
    for run in _RUN.finditer(text):
        for pattern, kind, check in _CHECKS:
            for found in _right(pattern, check, text, run.start(), run.end() + 3):
                yield Span(found.start(), found.end(), kind, _bare(found[0]))
    for start, end in _accounts(reading.low):
        yield Span(start, end, "iban", _bare(text[start:end]))
    for at in reading.hits(_LABELS):
        labelled = _LABELLED.match(text, at)
        if labelled and sum(map(str.isdigit, labelled[1])) >= _FEWEST_DIGITS:
            yield Span(labelled.start(1), labelled.end(1), "number")


def _right(pattern: re.Pattern[str], check: _Check, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every match that passes its check; one that fails hides none that begins inside it."""
    found = pattern.search(text, start, end)
    while found:
        is_right = check(text, found)
        if is_right:
            yield found
        found = pattern.search(text, found.end() if is_right else found.start() + 1, end)


def _bare(written: str) -> str:
    return re.sub("[ .-]", "", written).upper()


def _accounts(low: str) -> Iterator[tuple[int, int]]:
    for found in _IBAN.finditer(f" {low}"):
        from stdnum import iban

        start, end = found.start() - 3, found.end() - 1
        if iban.is_valid(_bare(low[start:end]), check_country=False):
            yield start, end


def _is_card(text: str, found: re.Match[str]) -> bool:
    from stdnum import luhn

    digits = _bare(found[0])
    if not _CARD_START.match(digits) or len(set(digits)) < 2 or _is_amount(text, found):
        return False
    return bool(luhn.is_valid(digits))


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 24) : found.start()]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, found.end()))


def _is_nir(text: str, found: re.Match[str]) -> bool:
    from stdnum.fr import nir

    return bool(nir.is_valid(_bare(found[0]))) and not _is_amount(text, found)


def _is_belgian(text: str, found: re.Match[str]) -> bool:
    from stdnum.be import nn

    has_marks = not found[0].isdecimal()
    before = text[max(0, found.start() - 40) : found.start()]
    return (has_marks or bool(_BELGIAN_LABEL.search(before))) and bool(nn.is_valid(found[0]))


_CHECKS: tuple[tuple[re.Pattern[str], str, _Check], ...] = (
    (_NIR, "number", _is_nir),
    (_BELGIAN, "number", _is_belgian),
    (_CARD, "card", _is_card),
    (_LONG_CARD, "card", _is_card),
)
