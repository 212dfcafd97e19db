"""Layer 4: addresses of machines and people: IP, hardware, mail, telephone."""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_network

from desktop_app.domain.redaction.known import folded
from desktop_app.domain.redaction.span import Span
from desktop_app.domain.redaction.stretches import stretches

_IPV4 = re.compile(r"(?<![\w.~+-])(?:\d{1,3}\.){3}\d{1,3}(?![\w~+]|[.-]\w)")
_IPV4_IN_NAME = re.compile(r"(?i)\bip[-_](\d{1,3}(?:[-_]\d{1,3}){3})(?![\w])")
_REVERSE = re.compile(r"(?i)(?<![\w.])((?:\d{1,3}\.){4})in-addr\.arpa|(?<![\w.])((?:[0-9a-f]\.){32})ip6\.arpa")
_IPV6 = re.compile(
    r"(?i)(?<![\w:.])(?=[0-9a-f:]*:[0-9a-f:]*:)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\.\d{1,3}){0,3}(?![\w:])"
)
_MAC = re.compile(
    r"(?i)(?<![0-9a-z:.-])(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-z]|[:-][0-9a-f])"
    r"|(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.])"
)
_MAC_IN_NAME = re.compile(r"(?i)(?<=dev_)(?:[0-9a-f]{2}_){5}[0-9a-f]{2}(?![0-9a-z])|\b(?:enx|wlx)([0-9a-f]{12})\b")
_MAIL = re.compile(
    r"(?i)(?<![\w.+%@-])[\w+-](?:[\w.+'’-]{0,62}[\w+-])?(?:@|%40|&\#64;|\s?(?:\(|\[)(?:at|@)(?:\)|\])\s?)"
    r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24}(?![\w-])"
)
_NOT_A_COUNTRY = frozenset(
    """service socket target timer mount slice scope device path swap conf automount so dll exe py js ts css json xml
    png svg jpg gif html md txt sh
    """.split()  # noqa: SIM905 - words read better so
)
_PHONE = re.compile(
    r"""(?x)(?<![\w.,:/+=#%-])(?:
        (?:\+|00)[1-9]\d{0,2}[ .()/-]{0,3}(?:\(0\))?(?:[ .()/-]{0,2}\d){6,12}
      | 0[1-9](?:[ .-]\d{2}){4} | 0[67]\d{8} | 0[1-59]\d{8}
      | 0\d{1,3}[ /]\d{2,3}(?:[ .]?\d{2}){2} | 0\d{1,3}/\d{6,8} | 04\d{2}[ ./]?\d{2}[ .]?\d{2}[ .]?\d{2}
      | 06[ -]\d{8} | 06[ -]\d{2}(?:[ -]?\d{2}){3} | 0\d{2,4}[ -/]\d{5,8}
      | \([2-9]\d{2}\)[ -]?\d{3}[ .-]\d{4} | [2-9]\d{2}[.-][2-9]\d{2}[.-]\d{4}
    )(?![\w-]|[.,:]\d)"""
)
_OF_ALL = tuple(
    ip_network(net)
    for net in ("127.0.0.0/8", "0.0.0.0/8", "224.0.0.0/4", "255.0.0.0/8", "254.0.0.0/8", "169.254.169.254/32")
)
_PUBLIC_RESOLVERS = frozenset(
    {"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "208.67.222.222", "208.67.220.220"}
)
_PRIVATE = tuple(
    ip_network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10")
)
_VERSION_BEFORE = re.compile(
    r"(?i)(?:versions?|versie|ver|vers|release|rel|build|rev|revision|driver|drv|pilote|firmware|fw|bios"
    r"|uefi|kernel|client|agent|plug-?in|runtime|framework|api|sdk"
    r"|update|patch|hotfix|servicepack|sp|pack|package|module|assembly|fileversion|productversion|stack"
    r"|upgrade\w*|installed|from|to|v\.?)[\s\"'=:(,>-]{0,4}$"
    r"|\.(?:exe|dll|sys|msi|cab|app|so|jar|ocx|drv|mui)[\"']?[\s\"'=:(,v-]{1,4}$|[A-Za-z]{3,}[_/-]$"
)
_ADDRESS_BEFORE = re.compile(
    r"(?i)(?:\b(?:ip|ipv4|addr|address|adresse|adres|host|hote|hôte|server|serveur|peer|from|to|via|src"
    r"|dst|source|dest|destination|gateway|gw|router|dns|nameserver|ping"
    r"|client|remote|local|inet|broadcast|brd|lease|dhcp\w*|offer|connect(?:ed|ing|ion)?|listen\w*|bound"
    r"|at|by|ssh|subnet|network|route|wan|lan|default|src|dev|login)"
    r"[\s\"'=:(\[,>-]{1,4}|//|@|\\\\|\[)$"
)
_CHANGE_OF_VERSION = re.compile(
    r"(?i)(?:version|versie|updat|upgrad|mis[e]? à jour|driver|firmware|package|aktualis)[^\n]{0,60}$"
)


def find(text: str) -> Iterator[Span]:
    """Every address in `text`."""
    yield from _ipv4(text)
    if "::" in text or text.count(":") > 4:
        yield from _ipv6(text)
        yield from _hardware(text)
    elif "-" in text or "." in text or "_" in text:
        yield from _hardware(text)
    for start, end in stretches(folded(text), ("@", "%40", "&#64;", "(at)", "[at]"), 80, 300):
        yield from _mail(text, start, end)
    yield from (
        Span(found.start(), found.end(), "phone") for found in _PHONE.finditer(text) if _may_be_phone(text, found)
    )


def _ipv4(text: str) -> Iterator[Span]:
    for found in _IPV4.finditer(text):
        if _is_address(text, found.start(), found.end()):
            yield Span(found.start(), found.end(), "ip", found[0])
    if "ip-" in text or "ip_" in text:
        for found in _IPV4_IN_NAME.finditer(text):
            yield Span(found.start(1), found.end(1), "ip", re.sub("[-_]", ".", found[1]))
    if ".arpa" in text:
        for found in _REVERSE.finditer(text):
            group = 1 if found[1] else 2
            yield Span(found.start(group), found.end(group) - 1, "ip")


def _is_address(text: str, start: int, end: int) -> bool:
    """Four numbers are an address, unless they are a mask, this machine, everybody, or a version."""
    try:
        address = IPv4Address(text[start:end])
    except ValueError:
        return False
    if any(address in net for net in _OF_ALL) or text[start:end] in _PUBLIC_RESOLVERS:
        return False
    before, after = text[max(0, start - 40) : start], text[end : end + 1]
    if after in {"/", ":"} or before.endswith(("//", "@", "\\\\", "[")):
        return True
    if any(address in net for net in _PRIVATE):
        return not _VERSION_BEFORE.search(before) or bool(_ADDRESS_BEFORE.search(before))
    return bool(_ADDRESS_BEFORE.search(before)) and not _CHANGE_OF_VERSION.search(text, max(0, start - 80), start)


def _ipv6(text: str) -> Iterator[Span]:
    for found in _IPV6.finditer(text):
        try:
            address = IPv6Address(found[0])
        except ValueError:
            continue
        if address.ipv4_mapped is not None and "." in found[0]:
            start = found.start() + found[0].rindex(":") + 1
            if _is_address(text, start, found.end()):
                yield Span(start, found.end(), "ip", text[start : found.end()])
        elif not (address.is_loopback or address.is_unspecified or address.is_multicast) and _is_wide(found[0]):
            yield Span(found.start(), found.end(), "ip", str(address))


def _is_wide(text: str) -> bool:
    """Not a time of day or a C++ name: an address has a group of more than two digits, or a letter beside digits."""
    groups = [group for group in text.split(":") if group]
    return len(groups) > 1 and any(len(group) > 2 for group in groups)


def _hardware(text: str) -> Iterator[Span]:
    for found in _MAC.finditer(text):
        digits = re.sub("[^0-9a-f]", "", found[0].lower())
        if (
            len(set(digits)) > 1
            and not digits.startswith(("01005e", "3333"))
            and re.search("[a-f]|[:-]", found[0].lower())
        ):
            yield Span(found.start(), found.end(), "mac", _colons(digits))
    for found in _MAC_IN_NAME.finditer(text):
        group = 1 if found[1] else 0
        yield Span(found.start(group), found.end(group), "mac", _colons(found[group].replace("_", "").lower()))


def _colons(digits: str) -> str:
    return ":".join(digits[at : at + 2] for at in range(0, 12, 2))


def _mail(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _MAIL.finditer(text, start, end):
        if found[0].rpartition(".")[2].lower() not in _NOT_A_COUNTRY:
            yield Span(found.start(), found.end(), "email", found[0].lower().replace("%40", "@"))


def _may_be_phone(text: str, found: re.Match[str]) -> bool:
    digits = sum(char.isdigit() for char in found[0])
    before = text[max(0, found.start() - 12) : found.start()].lower()
    is_measure = re.match(
        r"\s?(?:bytes|octets|kb|mb|gb|ms|ns|hz|mhz|s\b|%)", text[found.end() : found.end() + 8].lower()
    )
    return (
        8 <= digits <= 15
        and not is_measure
        and not before.endswith(("0x", "pid ", "port ", "code ", "id ", "size ", "line "))
    )
