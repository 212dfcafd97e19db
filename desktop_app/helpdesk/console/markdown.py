"""Markdown to HTML that holds nothing but text: made by us from its parts, then cleaned again by a list of what may be.

Two walls, because articles are written from what strangers sent: raw HTML is shown as the characters it is, a picture
is its caption, an address leads to the web or to a mailbox and nowhere else.
"""

from functools import cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_STARTS = ("https://", "http://", "mailto:")
_TAGS = {"p", "br", "hr", "em", "strong", "ol", "ul", "li", "blockquote", "code", "pre", "a", "h3", "h4", "h5"}
_ATTRIBUTES = {"*": set[str](), "a": {"href", "target"}, "ol": {"start"}}


def html(text: str) -> SafeString:
    """The text as a part of a page. A heading of the first rank becomes `h3`: the page has its own above it."""
    reader = _reader()
    parts = reader.parse(text)
    for part in parts:
        _set_in_page(part)
    cleaned = nh3.clean(
        reader.renderer.render(parts, reader.options, {}),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_elsewhere,
        url_schemes={start.rstrip(":/") for start in _STARTS},
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(cleaned)  # noqa: S308 -- nothing is left but the tags and addresses above


def _set_in_page(part: Token) -> None:
    if part.type in {"heading_open", "heading_close"}:
        part.tag = f"h{min(int(part.tag[1]) + 2, 5)}"
    elif part.type == "image":
        part.type = "text"
    elif part.type == "link_open":
        part.attrSet("target", "_blank")
    for inner in part.children or ():
        _set_in_page(inner)


def _only_elsewhere(_tag: str, name: str, value: str) -> str | None:
    """An address without a scheme would lead to a page of ours: no article sends a technician to one unseen."""
    return value if name != "href" or value.lower().startswith(_STARTS) else None


class _Reader(MarkdownIt):
    """Lets every address through to the second wall, which judges them all: so a picture keeps its caption."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 -- the library's name
        del url
        return True


@cache
def _reader() -> MarkdownIt:
    return _Reader("commonmark", {"html": False})
