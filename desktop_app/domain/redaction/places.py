"""Layer 3: people, machines, things and places that their surroundings give away: folders, shares, labels, titles."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.known import folded
from desktop_app.domain.redaction.span import Span
from desktop_app.domain.redaction.stretches import stretches

_OF_ALL = frozenset(
    """public default shared users user utilisateur guest all administrator administrateur admin root system local
    localservice networkservice localsystem
    defaultappuser defaultaccount default.migrated defaultuser0 wdagutilityaccount containeradministrator runner
    nobody daemon www-data linuxbrew
    lost+found none null true false n/a unknown service everyone owner tout authority nt name account the a is was
    not for from with by and or of in
    """.split()  # noqa: SIM905 - words read better so
)
_HOME = re.compile(
    r"(?i)(?:\b[a-z]:|%systemdrive%|\\\\[\w.-]+\\[a-z]\$|file:/{2,3}[a-z](?::|%3a)|/mnt/[a-z])?(?:\\{1,4}"
    r"|/|%5c|%2f)(?:users|utilisateurs|documents and settings|benutzer|gebruikers)(?:\\{1,4}|/|%5c|%2f)"
    r"([^\\/:*?\"<>|\r\n%]{1,64}?)(?=\\|/|%5c|%2f|[\"'<>|:*?\r\n]|\s-|\s{2}|$)"
    r"|(?<![\w.])/home/([^/\s\"'<>:;,|)\]]{1,64})"
)
_SID = re.compile(r"(?i)\bS-1-5-21(?:-\d{5,10}){3}-\d{3,10}|\bS-1-12-1(?:-\d{3,10}){4}")
_UNC = re.compile(r"(?<![\\\w:])\\{2,4}(?![.?\\]|localhost\b|wsl)([\w-]{2,63}(?:\.[\w-]{1,63}){0,5})(?=\\)")
_SHARE_URL = re.compile(
    r"(?i)\b(?:smb|cifs|afp|nfs|sftp|ldaps?|rdp|vnc|ssh|davs?)"
    r"://(?:[\w.%+-]{1,64}@)?([\w-]{2,63}(?:\.[\w-]{1,63}){0,5})"
)
_MACHINE = re.compile(
    r"\b(?:DESKTOP|LAPTOP|WIN|PC|MININT|WORKSTATION|TABLET)-(?=[A-Z0-9]{0,40}\d)[A-Z0-9]{7,12}\b"
    r"|(?i:(?<![\w.@/-])[a-z0-9](?:[\w’'-]{0,62}[a-z0-9])?\.(?:local|lan|home\.arpa|fritz\.box)\b)"
)
_DEVICE_OF = re.compile(
    r"(?i:\b(?:i-?phone|i-?pad|i-?mac|macbook(?: ?(?:pro|air))?|airpods(?: pro)?|mac(?: mini| studio)?"
    r"|apple watch|galaxy(?: [a-z]?\d+\w*)?|pixel(?: \d\w*)?|pc|ordinateur|portable|laptop|tablette"
    r"|telefoon|handy)"
    r"(?: |-|_|%20)(?:de|du|d['’]|von|van)(?:(?: |-|_|%20)|(?<=['’])))([\w'’.-]{2,40}(?:[ ][A-ZÀ-Ý][\w'’-]{1,30}){0,2})"
    r"|\b([A-ZÀ-Ý][\w-]{1,30}(?: [A-ZÀ-Ý][\w-]{1,30})?)['’]s (?i:i-?phone|i-?pad|i-?mac|macbook|airpods"
    r"|mac|pc|laptop|galaxy|pixel|watch)\b"
)
_LOGIN = re.compile(
    r"(?i)(?<![\w-])(?:user(?:[ _-]?name)?|login|logname|benutzer(?:name)?|gebruiker(?:snaam)?"
    r"|utilisateur|nom d.utilisateur|account(?:[ _-]?name)?|owner|username|ruser|uid|run as user|/user"
    r"|/ru|--user(?:name)?)"
    r"[\"']?\s{0,30}[:=]\s{0,3}[\"']?((?:[\w.-]{1,40}\\{1,2})?[a-z][\w.-]{1,40})(?![\w(\\/:])"
    r"|(?<![\w-])(?:for (?:invalid )?user|/ru|/u|-U)\s((?:[\w.-]{1,40}\\{1,2})?[a-z][\w.-]{1,40})(?![\w(\\/:%=])"
)
_SERIAL = re.compile(
    r"(?i)(?<![a-z])(?:serial(?:[ _-]?(?:number|num|no|nr|n[°o]|id|#))?\.?|serialnumber|num[eé]ro de "
    r"s[eé]rie|n[°o] de s[eé]rie|seriennummer|serien-?nr\.?|serienummer|s/n|sn|imei|imeisv|iccid|imsi"
    r"|meid|eid"
    r"|service[ _-]?tag|asset[ _-]?tag|machine[ _-]?id|machineguid|boot[ _-]?id|hardware[ _-]?(?:id|uuid)"
    r"|(?:product|platform|system)[ _-]?uuid|device[ _-]?uuid|udid|ioplatform\w+|id_serial(?:_short)?|wwn)"
    r"[\"']?\s{0,30}[:=#]{0,2}\s{0,3}[\"'<{]?((?=[A-Z0-9-]{0,64}\d)[A-Z0-9](?:[A-Z0-9:-]{4,62}[A-Z0-9]))(?![\w.])"
)
_INSTANCE = re.compile(
    r"(?i)\b(?:usb|usbstor|hid|scsi|swd)\\{1,2}[^\\\s\"']{4,100}\\{1,2}([A-Z0-9]{6,40})(?![\w&])|\b(?:ata"
    r"|nvme|scsi|usb|mmc|virtio)-[\w.+-]{2,80}?_((?=[A-Z0-9]{0,40}\d)[A-Z0-9]{8,40})(?=-part\d|-\d:\d|\b|_\d\b)"
)
_SSID = re.compile(
    r"(?i)(?<![a-z])(?:e?ssid|wi-?fi(?: network)?|network name|profile|nom du r[eé]seau|netwerknaam)"
    r"[\"']?\s{0,30}[:=]\s{0,3}(?:\"([^\"\n]{1,32})\"|([^\s\"'][^\n\"',]{0,31}?)\s*$)",
    re.MULTILINE,
)
_WIFI_FILE = re.compile(r"system-connections/([^/\n\"']{1,64}?)\.nmconnection")
_COORDINATES = re.compile(
    r"(?<![\d.])-?\d{1,2}\.\d{4,12}\s?[,;]\s?-?\d{1,3}\.\d{4,12}(?![\d.])"
    r"|(?i:(?<![a-z])(?:lat|latitude|lon|lng|long|longitude))[\"']?\s{0,3}[:=]\s{0,3}[\"']?(-?\d{1,3}\.\d{3,12})"
)
_KIND = r"docx?|xlsx?|pptx?|od[tspg]|pdf|rtf|pages|numbers|key|one|msg|eml|vsdx?|mpp|pub"
_MEDIA = r"jpe?g|png|heic|gif|tiff?|mp4|mov|avi|mkv|mp3|m4a|wav|txt|csv|zip|7z|rar|ics|vcf|kdbx|pst|ost|psd|dwg|epub"
_PERSONAL = (
    r"(?:/home/|/users/|\\users\\|/media/|/mnt/|/run/media/|/volumes/|documents|desktop|bureau|downloads"
    r"|t[eé]l[eé]chargements|pictures|images|onedrive|dropbox|[d-z]:\\)"
)
_DOCUMENT = re.compile(
    rf"(?i)(?<=[\\/\"'«“=:|>])([^\\/:*?\"'<>|\r\n«»“”=]{{1,120}}?)\.(?:{_KIND})(?![\w.])|(?:^|(?<=\s))"
    rf"([^\\/\s:*?\"<>|=]{{2,80}})\.(?:{_KIND})(?![\w.])",
    re.MULTILINE,
)
_OWN_FILE = re.compile(
    rf"(?i){_PERSONAL}[^\r\n\"'<>|]{{0,200}}?[\\/]([^\\/:*?\"<>|\r\n]{{1,120}}?)\.(?:{_MEDIA})(?![\w.])"
)
_TITLE = re.compile(rf"(?im)(?:^|[\"'«“:=|]\s?)([^\"'«“:=|\r\n]{{2,160}}?)\.(?:{_KIND}|{_MEDIA})(?=\s[-–—]\s)")
_VISITED = re.compile(
    r"(?i)(?:\b(?:chrome|chromium|msedge|firefox|safari|opera|brave|vivaldi|iexplore|google chrome)"
    r"\b[^\n]{0,300}?|--app=|last visited\s|visited\s)(https?://[^\s\"'<>/]{1,200}/[^\s\"'<>]{2,1000})"
)
_SYSTEM_PATH = re.compile(r"(?i)^(?:/usr/|/etc/|/opt/|/lib|[a-z]:\\windows|[a-z]:\\program)")


_GATED: tuple[tuple[re.Pattern[str], str, tuple[str, ...], int], ...] = (
    (_HOME, "user", ("users", "utilisateurs", "documents and settings", "benutzer", "gebruikers", "/home/"), 60),
    (
        _LOGIN,
        "user",
        (
            *("user", "login", "logname", "benutzer", "gebruiker", "utilisateur", "account", "owner", "uid", "/ru"),
            *(" /u", " -u"),
        ),
        10,
    ),
    (_SID, "user", ("s-1-",), 2),
    (_UNC, "host", ("\\\\",), 2),
    (_SHARE_URL, "host", ("://",), 10),
    (
        _MACHINE,
        "host",
        (
            *("desktop-", "laptop-", "win-", "pc-", "minint-", "workstation-", "tablet-"),
            *(".local", ".lan", ".home.arpa", ".fritz.box"),
        ),
        80,
    ),
    (
        _DEVICE_OF,
        "user",
        (
            *(
                "phone",
                "ipad",
                "i-pad",
                "imac",
                "i-mac",
                "macbook",
                "airpods",
                "mac ",
                "mac-",
                "mac_",
                "mac%20",
                "watch",
            ),
            *(
                "galaxy",
                "pixel",
                "pc ",
                "pc-",
                "pc_",
                "ordinateur",
                "portable",
                "laptop",
                "tablette",
                "telefoon",
                "handy",
            ),
        ),
        70,
    ),
    (
        _SERIAL,
        "serial",
        (
            *("serial", "série", "serie", "s/n", "sn", "imei", "iccid", "imsi", "meid", "eid", "service", "asset"),
            *("machine", "boot", "hardware", "uuid", "udid", "ioplatform", "wwn"),
        ),
        20,
    ),
    (_INSTANCE, "serial", ("usb", "hid\\", "scsi", "swd", "ata-", "nvme-", "mmc-", "virtio-"), 2),
    (_SSID, "ssid", ("ssid", "wifi", "wi-fi", "network name", "profile", "réseau", "reseau", "netwerknaam"), 10),
    (_WIFI_FILE, "ssid", ("system-connections",), 2),
    (_VISITED, "document", ("http",), 330),
)
"""What to look for, its kind, the words without which it cannot be there, and how far before them it may begin."""
_ENDINGS = (".doc", ".xls", ".ppt", ".od", ".pdf", ".rtf", ".pages", ".numbers", ".key", ".one", ".msg", ".eml")
_MORE_ENDINGS = (
    *(
        ".vsd",
        ".mpp",
        ".pub",
        ".jp",
        ".png",
        ".heic",
        ".gif",
        ".tif",
        ".mp",
        ".mov",
        ".avi",
        ".mkv",
        ".m4a",
        ".wav",
        ".txt",
    ),
    *(".csv", ".zip", ".7z", ".rar", ".ics", ".vcf", ".kdbx", ".pst", ".ost", ".psd", ".dwg", ".epub"),
)
_REACH = 400


def find(text: str) -> Iterator[Span]:
    """Every name in `text` that its surroundings give away."""
    low = folded(text)
    for pattern, kind, roots, before in _GATED:
        is_named = kind == "user" and pattern is not _SID
        for start, end in stretches(low, roots, before, _REACH):
            spans = _groups(pattern, text, kind, start, end)
            yield from (span for span in spans if not is_named or _is_person(text[span.start : span.end]))
    yield from _groups(_COORDINATES, text, "place")
    yield from _documents(text, low)


def _documents(text: str, low: str) -> Iterator[Span]:
    for pattern, roots in ((_DOCUMENT, _ENDINGS), (_OWN_FILE, _MORE_ENDINGS), (_TITLE, (" - ", " – ", " — "))):
        for start, end in stretches(low, roots, _REACH, _REACH):
            for span in _groups(pattern, text, "document", start, end):
                begin = max(text.rfind(mark, 0, span.start) for mark in ("\n", " ", '"', "'")) + 1
                if not _SYSTEM_PATH.match(text, begin):
                    yield span


def _is_person(name: str) -> bool:
    bare = name.rpartition("\\")[2].strip().lower()
    return bool(bare) and bare not in _OF_ALL and not bare.startswith(("{", "$", "%", "*", "<", "nt "))


def _groups(pattern: re.Pattern[str], text: str, kind: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        group = found.lastindex or 0
        yield Span(found.start(group), found.end(group), kind)
