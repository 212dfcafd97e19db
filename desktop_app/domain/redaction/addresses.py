"""Layer 4: addresses of machines and people: IP, hardware, mail, telephone."""

import re
from collections.abc import Iterator
from ipaddress import IPv6Address

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import Span

# What scans whole texts begins with one character and looks back afterwards: so the engine skips what cannot begin it.
_IPV4 = lazily(r"[0-9](?<![\w.~+-].)[0-9]{0,2}\.(?:[0-9]{1,3}\.){2}[0-9]{1,3}(?![\w~+]|[.-]\w)")
_IPV4_IN_NAME = lazily(r"(?<!\w)ip[-_]([0-9]{1,3}(?:[-_][0-9]{1,3}){3})(?!\w)")
_REVERSE = lazily(r"(?<![\w.])(?:((?:[0-9]{1,3}\.){4})in-addr|((?:[0-9a-f]\.){32})ip6)\.arpa")
_COLONS = lazily(r":(?=[0-9a-f]{0,4}:)")
_FIRST_GROUP = lazily(r"(?<![\w:.])[0-9a-f]{0,4}$")
_IPV6 = lazily(r"(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\.[0-9]{1,3}){0,3}(?![\w:])")
_MAC = lazily(r"([:-])(?<=(?<![0-9a-z:.-])[0-9a-f]{2}.)[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![0-9a-z]|[:-][0-9a-f])")
_DOTTED_MAC = lazily(r"\.(?<=(?<![\w.])[0-9a-f]{4}.)[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])")
_MAC_IN_NAME = lazily(r"dev_((?:[0-9a-f]{2}_){5}[0-9a-f]{2})(?![0-9a-z])|(?<!\w)(?:enx|wlx|ibx)([0-9a-f]{12})(?!\w)")
_MAIL = lazily(
    r"(?i)(?<![\w.+%@-])[\w+-](?:[\w.+'’-]{0,62}[\w+-])?(?:@|%40|&\#64;|\s?(?:\(|\[)(?:at|@)(?:\)|\])\s?)"
    r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}(?![\w-])"
)
_COUNTING = "01234567890123456789"
_LOGIN_BEFORE = lazily(r"://[^\s/@]*:[^\s/]*\Z")
_NOT_A_COUNTRY = frozenset(
    """service socket target timer mount slice scope device path swap conf automount so dll exe py js ts css json xml
    png svg jpg gif html md txt sh
    """.split()  # noqa: SIM905 - words read better so
)
_MANY_DIGITS = lazily(
    r"[+0(2-9](?<![\w.,:/+=#%-].)(?:(?<=[+0(])(?:[ .()/-]{0,5}[0-9]){7,}|[0-9]{2}[.-][2-9][0-9]{2}[.-][0-9]{4})"
)
_PHONE = lazily(
    r"""(?x)(?<![\w.,:/+=#%-])(?:
        (?:\+|00)[1-9]\d{0,2}[ .()/-]{0,3}(?:\(0\))?(?:[ .()/-]{0,2}\d){6,12}
      | 0[1-9](?:[ .-]\d{2}){4} | 0[67]\d{8} | 0[1-59]\d{8}
      | 0\d{1,3}[ /]\d{2,3}(?:[ .]?\d{2}){2} | 0\d{1,3}/\d{6,8} | 04\d{2}[ ./]?\d{2}[ .]?\d{2}[ .]?\d{2}
      | 06[ -]\d{8} | 06[ -]\d{2}(?:[ -]?\d{2}){3} | 0\d{2,4}[ -/]\d{5,8}
      | \([2-9]\d{2}\)[ -]?\d{3}[ .-]\d{4} | [2-9]\d{2}[.-][2-9]\d{2}[.-]\d{4}
    )(?![\w-]|[.,:]\d)"""
)
_PUBLIC_RESOLVERS = frozenset(
    {"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "208.67.222.222", "208.67.220.220"}
)
_METADATA = "169.254.169.254"
"""Of every cloud machine."""
_VERSION_WORDS = frozenset(
    """version versions versie ver vers release rel build rev revision driver drv pilote firmware fw bios uefi kernel
    client agent plugin in runtime framework api sdk update patch hotfix servicepack sp pack package module assembly
    fileversion productversion stack upgrade upgraded upgrading installed from to v
    exe dll sys msi cab app so jar ocx drv mui
    """.split()  # noqa: SIM905 - words read better so
)
_NAME_BEFORE = lazily(r"[A-Za-z]{3}[_/-]\Z")
_ADDRESS_WORDS = frozenset(
    """ip ipv4 addr address adresse adres host hote hôte server serveur peer from to via src dst source dest destination
    gateway gw router dns nameserver ping client remote local inet broadcast brd lease dhcpack dhcpoffer dhcprequest
    dhcpdiscover dhcp offer connect connected connecting connection listen listening listener bound at by ssh subnet
    network route wan lan default dev login
    """.split()  # noqa: SIM905 - words read better so
)
_MARKS = " \t\r\n\"'=:([,.>-"
_CHANGE_OF_VERSION = lazily(
    r"(?i)(?:version|versie|updat|upgrad|mis[e]? à jour|driver|firmware|package|aktualis)[^\n]{0,60}$"
)
_IN_NAMES = ("dev_", "enx", "wlx", "ibx")
_AT_SIGNS = ("@", "%40", "&#64;", "(at)", "[at]")
ROOTS = frozenset((*_IN_NAMES, *_AT_SIGNS, "ip-", "ip_", ".arpa"))


def find(reading: Reading) -> Iterator[Span]:
    """Every address in the text."""
    text = reading.text
    yield from _ipv4(reading)
    yield from _ipv6(reading.low)
    yield from _hardware(reading)
    for start, end in reading.stretches(_AT_SIGNS, 80, 300):
        yield from _mail(text, start, end)
    for run in _MANY_DIGITS.finditer(text):
        for found in _PHONE.finditer(text, run.start(), run.end() + 3):
            if _may_be_phone(text, found):
                yield Span(found.start(), found.end(), "phone")


def _ipv4(reading: Reading) -> Iterator[Span]:
    for found in _IPV4.finditer(reading.text):
        if _is_address(reading.text, found.start(), found.end()):
            yield Span(found.start(), found.end(), "ip", found[0])
    for at in reading.hits(("ip-", "ip_")):
        named = _IPV4_IN_NAME.match(reading.low, at)
        if named:
            yield Span(named.start(1), named.end(1), "ip", re.sub("[-_]", ".", named[1]))
    for start, end in reading.stretches((".arpa",), 90, 6):
        for found in _REVERSE.finditer(reading.low, start, end):
            group = 1 if found[1] else 2
            yield Span(found.start(group), found.end(group) - 1, "ip", _turned(found[group]))


def _turned(digits: str) -> str:
    """The address that a name of reverse DNS stands for."""
    parts = digits.rstrip(".").split(".")[::-1]
    return ".".join(parts) if len(parts) == 4 else str(IPv6Address(int("".join(parts), 16)))


def _is_address(text: str, start: int, end: int) -> bool:
    """Four numbers are an address, unless they are a mask, a large network, this machine, everybody, or a version."""
    written = text[start:end]
    parts = [int(part) for part in written.split(".")]
    if max(parts) > 255 or parts[0] in {0, 127, 254, 255} or 224 <= parts[0] < 240:
        return False
    if written in _PUBLIC_RESOLVERS or written == _METADATA or parts[2:] == [0, 0]:
        return False
    before, after = text[max(0, start - 40) : start], text[end : end + 1]
    if after in {"/", ":"} or before.endswith(("//", "@", "\\\\", "[")):
        return True
    if _is_private(parts):
        return _is_announced(before) or not _is_version(before)
    return _is_announced(before) and not _CHANGE_OF_VERSION.search(text, max(0, start - 80), start)


def _is_announced(before: str) -> bool:
    """Whether the last word before says that an address follows."""
    return before[-1:] in _MARKS and _last_word(before) in _ADDRESS_WORDS


def _is_version(before: str) -> bool:
    """Whether what stands before says that a version follows: a word, the name of a file or of a package."""
    return _last_word(before) in _VERSION_WORDS or bool(_NAME_BEFORE.search(before[-4:]))


def _last_word(before: str) -> str:
    """The word that ends at most four marks before the end; in lower case."""
    words = before[-40:].rstrip(_MARKS)
    start = len(words)
    while start and words[start - 1].isalnum():
        start -= 1
    return words[start:].lower() if len(before[-40:]) - len(words) < 5 else ""


def _is_private(parts: list[int]) -> bool:
    """RFC 1918, link-local, and shared by providers (RFC 6598)."""
    first, second = parts[:2]
    return (
        first == 10
        or (first == 172 and 16 <= second < 32)
        or (first == 100 and 64 <= second < 128)
        or (first, second) in {(192, 168), (169, 254)}
    )


def _ipv6(low: str) -> Iterator[Span]:
    for colon in _COLONS.finditer(low):
        head = _FIRST_GROUP.search(low[max(0, colon.start() - 5) : colon.start()])
        found = _IPV6.match(low, colon.start() - len(head[0])) if head else None
        address = _address(found[0]) if found else None
        if found is None or address is None:
            continue
        if address.ipv4_mapped is not None and "." in found[0]:
            start = found.start() + found[0].rindex(":") + 1
            if _is_address(low, start, found.end()):
                yield Span(start, found.end(), "ip", low[start : found.end()])
        elif not (address.is_loopback or address.is_unspecified or address.is_multicast) and _is_wide(found[0]):
            yield Span(found.start(), found.end(), "ip", str(address))


def _address(text: str) -> IPv6Address | None:
    try:
        return IPv6Address(text)
    except ValueError:
        return None


def _is_wide(text: str) -> bool:
    """Not a time of day or a C++ name: an address has a group of more than two digits, or a letter beside digits."""
    groups = [group for group in text.split(":") if group]
    return len(groups) > 1 and any(len(group) > 2 for group in groups)


def _hardware(reading: Reading) -> Iterator[Span]:
    for pattern, size in ((_MAC, 2), (_DOTTED_MAC, 4)):
        for found in pattern.finditer(reading.low):
            start = found.start() - size
            digits = re.sub("[^0-9a-f]", "", reading.low[start : found.end()])
            if _is_card(digits) and (size == 2 or not digits.isdecimal()):
                yield Span(start, found.end(), "mac", _colons(digits))
    for at in reading.hits(_IN_NAMES):
        named = _MAC_IN_NAME.match(reading.low, at)
        if named:
            group = named.lastindex or 0
            yield Span(named.start(group), named.end(group), "mac", _colons(named[group].replace("_", "")))


def _is_card(digits: str) -> bool:
    """Not zero, broadcast or multicast."""
    return len(set(digits)) > 1 and not digits.startswith(("01005e", "3333"))


def _colons(digits: str) -> str:
    return ":".join(digits[at : at + 2] for at in range(0, 12, 2))


def _mail(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _MAIL.finditer(text, start, end):
        is_login = _LOGIN_BEFORE.search(text, max(0, found.start() - 200), found.start())
        if not is_login and found[0].rpartition(".")[2].lower() not in _NOT_A_COUNTRY:
            yield Span(found.start(), found.end(), "email", found[0].lower().replace("%40", "@"))


def _may_be_phone(text: str, found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found[0])
    before = text[max(0, found.start() - 12) : found.start()].lower()
    is_measure = re.match(
        r"\s?(?:bytes|octets|kb|mb|gb|ms|ns|hz|mhz|s\b(?!-)|%)", text[found.end() : found.end() + 8].lower()
    )
    return (
        8 <= len(digits) <= 15
        and found[0] not in _COUNTING
        and not is_measure
        and not before.endswith(("0x", "pid ", "port ", "code ", "id ", "size ", "line "))
    )
