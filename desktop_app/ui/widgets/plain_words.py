"""Words that came from elsewhere, made fit to be shown: no hidden direction signs, no line that cannot be broken."""

import re

from PySide6.QtCore import QUrl

_TURNS_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'«»\u200b]+", re.IGNORECASE)
_ARTICLE = re.compile(r"\s?\(?rescousse:article/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)?")
_LONG_RUN = re.compile(r"\S{31,}")
_ZERO_WIDTH_SPACE = "\u200b"
_MOST_ADDRESSES = 5


def harmless(words: str) -> str:
    """`words` without control signs and without those that turn the reading direction to disguise a name."""
    return _CONTROL.sub("", _TURNS_DIRECTION.sub("", words.replace("\r\n", "\n")))


def breakable(words: str) -> str:
    """`words` with invisible places to break a line inside very long runs; only for showing."""
    return _LONG_RUN.sub(lambda run: _ZERO_WIDTH_SPACE.join(re.findall(".{1,30}", run[0])), words)


def articles(words: str) -> list[str]:
    """The ids of the help desk's articles that `words` name, each once."""
    return list(dict.fromkeys(_ARTICLE.findall(words)))[:_MOST_ADDRESSES]


def without_articles(words: str) -> str:
    """`words` as people read them where the articles they name have buttons of their own."""
    return _ARTICLE.sub("", words)


def middle_cut(name: str, length: int) -> str:
    """A file name cut in its middle, so that its start and its ending both stay."""
    if len(name) <= length:
        return name
    tail = min(12, length // 2)
    return f"{name[: length - tail - 1]}…{name[-tail:]}"


def addresses(words: str) -> list[str]:
    """The web addresses in `words`, as they would be asked for: foreign letters in a host name are spelt out."""
    found: list[str] = []
    for match in _ADDRESS.finditer(harmless(words)):
        url = QUrl(match[0].rstrip(".,;:!?)"), QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.host():
            address = bytes(url.toEncoded().data()).decode("ascii")
            if address not in found:
                found.append(address)
    return found[:_MOST_ADDRESSES]
