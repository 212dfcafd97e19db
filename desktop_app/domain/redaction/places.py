"""Layer 3: people, machines, things and places that their surroundings give away: folders, shares, labels."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import Span
from desktop_app.domain.redaction.words import is_person

_Table = tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]
_SLASH = r"(?:\\{1,4}|/|%5c|%2f|%255c|%252f)"
_HOME = lazily(
    rf"(?i)(?:(?<=[\\/])|(?<=%5c)|(?<=%2f)|(?<=%255c)|(?<=%252f))"
    rf"(?:users|utilisateurs|documents and settings|benutzer|gebruikers){_SLASH}"
    r"([^\\/:*?\"<>|\r\n%]{1,64}?)(?=\\|/|%5c|%2f|%255c|%252f|[\"'<>|:*?\r\n]|\s-|\s{2}|$)"
)
_HOME_ROOTS = ("users", "utilisateurs", "documents and settings", "benutzer", "gebruikers")
_UNIX_HOME = lazily(r"(?i)(?<![\w.])/home/([^/\s\"'<>:;,|)\]]{1,64})|(?<=%2f)home%2f([^/\s\"'<>:;,|)\]%]{1,64})")
_NAME = r"((?:[\w.-]{1,40}\\{1,2})?[a-z][\w.-]{1,40})"
_LOGIN = lazily(
    r"(?i)(?:(?<![\w-])|(?<=(?<![\w-])--))(?:user(?:[ _-]?(?:name|id))?|login|logname"
    r"|benutzer(?:name)?|gebruiker(?:snaam)?|utilisateur|account(?:[ _-]?name)?|owner|ruser|uid|ru)"
    rf"[\"']?\s{{0,30}}[:=]\s{{0,3}}[\"']?{_NAME}(?![\w(\\/:.-])"
)
_USER_VARIABLE = lazily(rf"(?i)(?<=_)user(?:name|_?id)?=[\"']?{_NAME}(?![\w(\\/:.-])")
_LOGIN_ROOTS = (
    *("user", "login", "logname", "benutzer", "gebruiker", "utilisateur", "account", "owner", "ruser", "uid", "ru:"),
    "ru=",
)
_LOGIN_FLAG = lazily(
    rf"(?i)(?<![\w-])(?:for (?:invalid )?user|/ru|/u|-u)\s{_NAME}(?![\w(\\/:%=.-])"
    r"(?=\W{0,3}$|\W{0,3}\n|[.,;:)\]'\"(]|\s(?:by|from|on|at|in|with|is|has|to|was|-|/|\W|\w+=))"
)
_LOGIN_FLAGS = ("for user ", "for invalid user ", "/ru ", "/u ", "-u ")
_SID = lazily(r"(?i)\bS-1-5-21(?:-\d{5,10}){3}-\d{3,10}|\bS-1-12-1(?:-\d{3,10}){4}")
_UNC = lazily(r"(?<![\\\w:])\\{2,4}(?![.?\\]|localhost\b|wsl)([\w-]{2,63}(?:\.[\w-]{1,63}){0,5})(?=\\)")
_SHARE_URL = lazily(
    r"(?i)\b(?:smb|cifs|afp|nfs|sftp|ldaps?|rdp|vnc|ssh|davs?)"
    r"://(?:[\w.%+-]{1,64}@)?([\w-]{2,63}(?:\.[\w-]{1,63}){0,5})"
)
_SHARES = ("smb://", "cifs://", "afp://", "nfs://", "sftp://", "ldap://", "ldaps://", "rdp://", "vnc://", "ssh://")
_DAV = ("dav://", "davs://")
_MACHINE = lazily(
    r"\b(?:DESKTOP|LAPTOP|WIN|PC|MININT|WORKSTATION|TABLET)-(?=[A-Z0-9]{0,40}\d)[A-Z0-9]{7,12}\b",
)
_MACHINES = ("desktop-", "laptop-", "win-", "pc-", "minint-", "workstation-", "tablet-")
_LOCAL = lazily(r"(?i)(?<![\w.@/-])[a-z0-9](?:[\w’'-]{0,62}[a-z0-9])?\.(?:local|lan|home\.arpa|fritz\.box)\b")
_OWN_KINDS = (
    r"i-?phone|i-?pad|i-?mac|macbook(?: ?(?:pro|air))?|airpods(?: pro)?|mac(?: mini| studio)?"
    r"|apple watch|galaxy(?: [a-z]?\d+\w*)?|pixel(?: \d\w*)?|pc|ordinateur|portable|laptop|tablette|telefoon|handy"
)
_DEVICE_OF = lazily(
    rf"(?i:\b(?:{_OWN_KINDS})(?: |-|_|%20)(?:de|du|d['’]|von|van)(?:(?: |-|_|%20)|(?<=['’])))"
    r"([\w'’.-]{2,40}(?:[ ][A-ZÀ-Ý][\w'’-]{1,30}){0,2})"
)
_DEVICES = (
    *("iphone", "i-phone", "ipad", "i-pad", "imac", "i-mac", "macbook", "airpods", "mac ", "mac-", "mac_", "mac%20"),
    *("apple watch", "galaxy", "pixel", "pc ", "pc-", "pc_", "ordinateur", "portable", "laptop", "tablette"),
    *("telefoon", "handy"),
)
_OWNED = lazily(
    r"\b([A-ZÀ-Ý][\w-]{1,30}(?: [A-ZÀ-Ý][\w-]{1,30})?)['’]s (?i:i-?phone|i-?pad|i-?mac|macbook|airpods|mac|pc|laptop"
    r"|galaxy|pixel|watch)\b"
)
_SERIAL = lazily(
    r"(?i)(?<![a-z])(?:serial(?:[ _-]?(?:number|num|no|nr|n[°o]|id|#))?\.?|num[eé]ro de s[eé]rie|n[°o] de s[eé]rie"
    r"|seriennummer|serien-?nr\.?|serienummer|s/n|sn|imei|imeisv|iccid|imsi|meid|eid"
    r"|service[ _-]?tag|asset[ _-]?tag|machine[ _-]?id|machineguid|boot[ _-]?id|hardware[ _-]?(?:id|uuid)"
    r"|(?:product|platform|system)[ _-]?uuid|device[ _-]?uuid|udid|ioplatform\w+|serial_short|wwn)(?![a-z])"
    r"[\"']?\s{0,30}[:=#]{0,2}\s{0,3}[\"'<{]?((?=[A-Z0-9-]{0,64}\d)[A-Z0-9](?:[A-Z0-9:-]{4,62}[A-Z0-9]))(?![\w.-])"
)
_SERIALS = (
    *("serial", "numéro de s", "numero de s", "n° de s", "no de s", "serien", "s/n", "sn", "imei", "iccid", "imsi"),
    *("meid", "eid", "service", "asset", "machine", "boot", "hardware", "product", "platform", "system", "device"),
    *("udid", "ioplatform", "wwn"),
)
_INSTANCE = lazily(
    r"(?i)\b(?:usb|usbstor|hid|scsi|swd)\\{1,2}[^\\\s\"']{4,100}\\{1,2}((?=[A-Z]{0,39}\d)[A-Z0-9]{6,40})(?![\w&-])|\b(?:ata"
    r"|nvme|scsi|usb|mmc|virtio)-[\w.+-]{2,80}?_((?=[A-Z0-9]{0,40}\d)[A-Z0-9]{8,40})(?=-part\d|-\d:\d|\b|_\d\b)"
)
_INSTANCES = (*("usb\\", "usbstor\\", "hid\\", "scsi\\", "swd\\", "ata-", "nvme-", "scsi-", "usb-", "mmc-", "virtio-"),)
_SSID = lazily(
    r"(?i)(?<![a-z])(?:e?ssid|wi-?fi(?: network)?|network name|profile|nom du r[eé]seau|netwerknaam)"
    r"[\"']?\s{0,30}[:=]\s{0,3}(?:\"([^\"\n]{1,32})\"|([^\s\"'][^\n\"',]{0,31}?)\s*$)",
    re.MULTILINE,
)
_SSIDS = ("ssid", "essid", "wifi", "wi-fi", "network name", "profile", "nom du r", "netwerknaam")
_WIFI_FILE = lazily(r"system-connections/([^/\n\"']{1,64}?)\.nmconnection")
_POINT = lazily(r"\.[0-9]{4,12}\s?[,;]\s?-?[0-9]{1,3}\.[0-9]{4,12}(?![\d.])")
_WHOLE_DEGREES = lazily(r"(?<![\d.])-?[0-9]{1,2}$")
_DEGREES = lazily(
    r"(?i)(?<![a-z])(?:lat|latitude|lon|lng|long|longitude)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(-?\d{1,3}\.\d{3,12})"
)
_AT_ROOT: _Table = (
    (_SID, "user", ("s-1-",)),
    (_UNC, "host", ("\\\\",)),
    (_SHARE_URL, "host", (*_SHARES, *_DAV)),
    (_MACHINE, "host", _MACHINES),
    (_DEVICE_OF, "user", _DEVICES),
    (_SERIAL, "serial", _SERIALS),
    (_INSTANCE, "serial", _INSTANCES),
    (_SSID, "ssid", _SSIDS),
    (_WIFI_FILE, "ssid", ("system-connections",)),
    (_DEGREES, "place", ("lat", "lon", "lng")),
)
"""Expressions that begin at a root."""
_OF_PEOPLE: _Table = (
    (_HOME, "user", _HOME_ROOTS),
    (_UNIX_HOME, "user", ("/home/", "home%2f")),
    (_LOGIN, "user", _LOGIN_ROOTS),
    (_USER_VARIABLE, "user", ("user",)),
    (_LOGIN_FLAG, "user", _LOGIN_FLAGS),
)
"""The same; what they find is a person unless it is a word or an account of every system."""
_BEFORE_ROOT: _Table = (
    (_LOCAL, "host", (".local", ".lan", ".home.arpa", ".fritz.box")),
    (_OWNED, "user", ("'s ", "’s ")),
)
"""Expressions that end at a root."""
ROOTS = frozenset(root for *_, roots in (*_AT_ROOT, *_OF_PEOPLE, *_BEFORE_ROOT) for root in roots)


def find(reading: Reading) -> Iterator[Span]:
    """Every name in the text that its surroundings give away."""
    yield from _at_roots(reading, _AT_ROOT)
    yield from (span for span in _at_roots(reading, _OF_PEOPLE) if is_person(reading.text[span.start : span.end]))
    for pattern, kind, roots in _BEFORE_ROOT:
        for start, end in reading.stretches(roots, 80, 20):
            for found in pattern.finditer(reading.text, start, end):
                yield from _span(found, kind)
    yield from _points(reading.text)


def _at_roots(reading: Reading, table: _Table) -> Iterator[Span]:
    for pattern, kind, roots in table:
        for at in reading.hits(roots):
            yield from _span(pattern.match(reading.text, at), kind)


def _points(text: str) -> Iterator[Span]:
    """Two numbers of degrees with a comma between."""
    for found in _POINT.finditer(text):
        whole = _WHOLE_DEGREES.search(text[max(0, found.start() - 4) : found.start()])
        if whole:
            yield Span(found.start() - len(whole[0]), found.end(), "place")


def _span(found: re.Match[str] | None, kind: str) -> Iterator[Span]:
    if found:
        group = found.lastindex or 0
        yield Span(found.start(group), found.end(group), kind)
