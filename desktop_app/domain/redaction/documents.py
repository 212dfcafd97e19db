"""Layer 3: the names of people's files, the titles of their windows, and the pages they look at."""

import re
from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import Span

_KIND = r"docx?|xlsx?|pptx?|od[tspg]|pdf|rtf|pages|numbers|key|one|msg|eml|vsdx?|mpp|pub"
_MEDIA = r"jpe?g|png|heic|gif|tiff?|mp4|mov|avi|mkv|mp3|m4a|wav|txt|csv|zip|7z|rar|ics|vcf|kdbx|pst|ost|psd|dwg|epub"
_ENDING = lazily(rf"\.(?:(?P<kind>{_KIND})|{_MEDIA})(?![\w.])(?P<title>\s[-–—]\s)?")
_PERSONAL = (
    r"(?:/home/|/users/|\\users\\|/media/|/mnt/|/run/media/|/volumes/|documents|desktop|bureau|downloads"
    r"|t[eé]l[eé]chargements|pictures|images|onedrive|dropbox|[d-z]:\\)"
)
_DOCUMENT = lazily(
    rf"(?i)(?<=[\\/\"'«“=:|>])([^\\/:*?\"'<>|\r\n«»“”=]{{1,120}}?)\.(?:{_KIND})(?![\w.])|(?:^|(?<=\s))"
    rf"([^\\/\s:*?\"<>|=]{{2,80}})\.(?:{_KIND})(?![\w.])",
    re.MULTILINE,
)
_OWN_FILE = lazily(rf"(?i){_PERSONAL}[^\r\n\"'<>|]{{0,200}}?[\\/]([^\\/:*?\"<>|\r\n]{{1,120}}?)\.(?:{_MEDIA})(?![\w.])")
_TITLE = lazily(rf"(?im)(?:^|[\"'«“:=|]\s?)([^\"'«“:=|\r\n]{{2,160}}?)\.(?:{_KIND}|{_MEDIA})(?=\s[-–—]\s)")
_VISITED = lazily(r"(?i)https?://[^\s\"'<>/]{1,200}/[^\s\"'<>]{2,1000}")
_BROWSER = lazily(
    r"(?i)\b(?:chrome|chromium|msedge|firefox|safari|opera|brave|vivaldi|iexplore)\b[^\n]*$|--app=$|visited\s$"
)
_SYSTEM_PATH = lazily(r"(?i)^(?:/usr/|/etc/|/opt/|/lib|[a-z]:\\windows|[a-z]:\\program)")
_BEFORE = 400
"""How far before its ending the name, with its folder, may begin."""
_BROWSERS = ("chrom", "edge", "firefox", "safari", "opera", "brave", "vivaldi", "iexplore", "--app=", "visited ")
ROOTS = frozenset({"http", *_BROWSERS})


def find(reading: Reading) -> Iterator[Span]:
    """Every name of a document in the text."""
    text = reading.text
    for pattern, places in _tries(reading):
        for start, end in reading.around(places, _BEFORE, 12):
            for found in pattern.finditer(text, start, end):
                group = found.lastindex or 0
                if not _SYSTEM_PATH.match(text, _start_of_path(text, found.start(group))):
                    yield Span(found.start(group), found.end(group), "document")
    for at in reading.hits(("http",)) if any(map(reading.has, _BROWSERS)) else ():
        page = _VISITED.match(text, at)
        if page and _BROWSER.search(text[max(0, at - 300) : at]):
            yield Span(page.start(), page.end(), "document")


def _tries(reading: Reading) -> Iterator[tuple[re.Pattern[str], list[int]]]:
    endings = list(_ENDING.finditer(reading.low))
    yield _DOCUMENT, [found.start() for found in endings if found["kind"]]
    yield _OWN_FILE, [found.start() for found in endings if not found["kind"]]
    yield _TITLE, [found.start() for found in endings if found["title"]]


def _start_of_path(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ("\n", " ", '"', "'")) + 1
