"""How else a name may be written, in lower case."""

import re
import unicodedata
from ipaddress import ip_address
from urllib.parse import quote, quote_plus

from desktop_app.domain.redaction.reading import folded

_SHORTEST_HOST = 4


def of_word(value: str) -> set[str]:
    """Composed and decomposed, as JSON (also inside JSON), HTML and addresses write it."""
    found: set[str] = set()
    for form in ("NFC", "NFD"):
        text = folded(unicodedata.normalize(form, value.strip()))
        escaped = "".join(char if char.isascii() else f"\\u{ord(char):04x}" for char in text)
        entities = "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)
        found |= {
            text,
            escaped,
            escaped.replace("\\", "\\\\"),
            entities,
            text.replace("&", "&amp;"),
            *_in_addresses(text),
        }
    plain = "".join(char for char in unicodedata.normalize("NFD", folded(value)) if not unicodedata.combining(char))
    spaced = {
        other.join(re.split("[ _]+", text))
        for text in (plain, folded(value))
        for other in ("_", "-", " ", "\\ ", "\\x20", "\\040")
    }
    return found | {plain} | spaced


def _in_addresses(text: str) -> set[str]:
    """Percent-encoded, once and twice."""
    once = {folded(quote(text, errors="surrogatepass")), folded(quote_plus(text, errors="surrogatepass"))}
    return once | {folded(quote(code)) for code in once}


def of_name(value: str) -> set[str]:
    """A name also turned around, joined, with dots, and cut to the eight letters of old file names."""
    found = of_word(value)
    words = [word for word in re.split(r"[\s._-]+", folded(value)) if word]
    if len(words) > 1:
        for order in (words, words[::-1]):
            found |= {mark.join(order) for mark in (".", "_", "-", "", " ", ", ", ",", "%20", "+")}
    joined = "".join(char for char in folded(value) if char.isalnum())
    if len(joined) > 6:
        found |= {f"{joined[:6]}~{number}" for number in range(1, 5)}
    return found


def of_host(value: str) -> set[str]:
    """A host's name also without its domain."""
    short = value.partition(".")[0]
    return of_word(value) | (of_word(short) if len(short) >= _SHORTEST_HOST else set())


def of_ip(value: str) -> set[str]:
    """As it is, in names of machines, short and in full; nothing when it is no address, or every machine has it."""
    try:
        address = ip_address(value.partition("%")[0])
    except ValueError:
        return set()
    if address.is_loopback or address.is_unspecified:
        return set()
    return {mark.join(str(address).split(".")) for mark in ".-_"} | {address.exploded, folded(value)}


def of_mac(value: str) -> set[str]:
    """With any mark between the pairs or none, and as addresses of IPv6 hold it (RFC 4291, appendix A)."""
    digits = _digits(value)
    if len(digits) != 12:
        return set()
    pairs = [digits[at : at + 2] for at in range(0, 12, 2)]
    first, rest = f"{int(pairs[0], 16) ^ 2:02x}", pairs[1:]
    own = f"{first}{rest[0]}{rest[1]}fffe{''.join(rest[2:])}"
    groups = [own[at : at + 4] for at in range(0, 16, 4)]
    short = ":".join(group.lstrip("0") or "0" for group in groups)
    in_full = {f"fe80{'0' * 12}{own}", f"fe80:0000:0000:0000:{':'.join(groups)}"}
    dotted = ".".join(digits[at : at + 4] for at in range(0, 12, 4))
    return {mark.join(pairs) for mark in (":", "-", ".", "_", "%3a", " ", "")} | {dotted, own, short} | in_full


def of_uuid(value: str) -> set[str]:
    """With dashes or without; also with its first three groups turned, as Windows and firmware keep them."""
    digits = _digits(value)
    if len(digits) != 32:
        return set()
    turned = "".join(bytes.fromhex(digits[a:b])[::-1].hex() for a, b in ((0, 8), (8, 12), (12, 16))) + digits[16:]
    return {mark.join(_groups(order)) for order in (digits, turned) for mark in ("", "-")}


def _digits(value: str) -> str:
    return re.sub(r"[^0-9a-f]", "", value.lower())


def _groups(digits: str) -> list[str]:
    return [digits[a:b] for a, b in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))]
