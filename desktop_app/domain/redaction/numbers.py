"""Layer 4: numbers whose check digits prove what they are: bank cards, accounts, national numbers."""

import re
from collections.abc import Callable, Iterator

from desktop_app.domain.redaction.known import folded
from desktop_app.domain.redaction.span import Span
from desktop_app.domain.redaction.stretches import stretches

_CARD = re.compile(r"(?<![\w.,-])(?:\d[ -]?){12,18}\d(?![\w-]|[.,]\d)")
_CARD_START = re.compile(r"4|5[0-8]|2[2-7]|3[47]|3[068]|35|6[0-9]")
_IBAN = re.compile(r"(?i)(?<![a-z0-9])[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?(?![a-z0-9])")
_NIR = re.compile(
    r"(?i)(?<![\w.])[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[ab])[ .]?\d{3}[ .]?\d{3}[ .-]?\d{2}(?![\w.])"
)
_BELGIAN = re.compile(r"(?<![\w.-])\d{2}([. -]?)\d{2}\1\d{2}[. -]?\d{3}[. -]?\d{2}(?![\w-]|\.\d)")
_LABELLED = re.compile(
    r"(?i)\b(?:bsn|burgerservicenummer|sofi-?nummer|steuer-?id(?:entifikationsnummer)?|steuernummer|idnr"
    r"|nas|sin|ssn|social security(?: number)?|num[eé]ro fiscal|spi"
    r"|passeport|passport|reisepass|paspoort|carte d.identit[eé]|permis|matricule|ahv|avs)(?: "
    r"?(?:n[°ro.]*|no|nr|num(?:ber|[eé]ro)?)\.?)?\s{0,3}[:=#]?\s{0,3}((?=[A-Z0-9 .-]{0,40}\d)[A-Z0-9](?:[ "
    r".-]?[A-Z0-9]){6,14})\b"
)
_BELGIAN_LABEL = re.compile(r"(?i)niss|insz|inss|nationa|rijksreg|registre|ssin|identit")
_AMOUNT_BEFORE = re.compile(
    r"(?i)(?:size|taille|bytes?|octets?|timestamp|time|offset|sector|inode|handle|address|addr|total|free"
    r"|used|count|counter|pid|tid|id|seq|length|rss|code|build|memory"
    r"|iccid|imei|serial|uptime|epoch|ticks?|block|ino|token|session|hash|value|key|request|correlation"
    r"|trace|index)[\s\"'=:(,#-]{1,5}$"
)
_AMOUNT_AFTER = re.compile(
    r"(?i)\s?(?:bytes|octets|kib|mib|gib|kb|mb|gb|[kmgt]b?\b|ms|ns|µs|us|sec|s\b|hz|blocks|sectors|%)"
)

_LABELS = (
    *(
        "bsn",
        "burgerservice",
        "sofi",
        "steuer",
        "idnr",
        "nas",
        "sin",
        "ssn",
        "social security",
        "fiscal",
        "spi",
        "pass",
    ),
    *("reisepass", "paspoort", "carte d", "permis", "matricule", "ahv", "avs"),
)


def find(text: str) -> Iterator[Span]:
    """Every number in `text` whose check digits are right."""
    for pattern, kind, check in _CHECKS:
        for found in pattern.finditer(text):
            if check(text, found):
                yield Span(found.start(), found.end(), kind, re.sub(r"[ .-]", "", found[0]).upper())
    for start, end in stretches(folded(text), _LABELS, 5, 200):
        yield from (Span(found.start(1), found.end(1), "number") for found in _LABELLED.finditer(text, start, end))


def _is_card(text: str, found: re.Match[str]) -> bool:
    from stdnum import luhn

    digits = re.sub("[ -]", "", found[0])
    if not _CARD_START.match(digits) or len(set(digits)) < 3 or _is_amount(text, found):
        return False
    return _is_grouped(found[0]) and bool(luhn.is_valid(digits))


def _is_grouped(written: str) -> bool:
    """A card is written in one piece or in groups of four to six: three digits at a time is an amount."""
    groups = re.split("[ -]", written)
    return len(groups) == 1 or (len(groups[0]) == 4 and all(len(group) > 2 for group in groups[:-1]))


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 24) : found.start()]
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, found.end()))


def _is_iban(_: str, found: re.Match[str]) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(re.sub("[ .-]", "", found[0]), check_country=False))


def _is_nir(text: str, found: re.Match[str]) -> bool:
    from stdnum.fr import nir

    return bool(nir.is_valid(re.sub("[ .-]", "", found[0]).upper())) and not _is_amount(text, found)


def _is_belgian(text: str, found: re.Match[str]) -> bool:
    from stdnum.be import nn

    has_marks = not found[0].isdecimal()
    before = text[max(0, found.start() - 40) : found.start()]
    return (has_marks or bool(_BELGIAN_LABEL.search(before))) and bool(nn.is_valid(found[0]))


_CHECKS: tuple[tuple[re.Pattern[str], str, Callable[[str, re.Match[str]], bool]], ...] = (
    (_IBAN, "iban", _is_iban),
    (_NIR, "number", _is_nir),
    (_BELGIAN, "number", _is_belgian),
    (_CARD, "card", _is_card),
)
