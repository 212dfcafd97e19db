"""Template tags: words, icons, times. What they return is escaped by the template, or made from our own files."""

import re
from functools import cache, lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from desktop_app import resources
from desktop_app.domain.asking import may_be_asked
from desktop_app.domain.redaction.span import OLD_MARK
from desktop_app.domain.ticket import Priority
from desktop_app.domain.words import Language
from desktop_app.helpdesk.console import fields, words
from desktop_app.protocol.articles import LINK
from desktop_app.protocol.base import ID_PATTERN

register = template.Library()
_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
_ADDRESSES = 2000
"""How many are kept: those of many queues and requests."""
_NAME = re.compile(r"[a-z-]+")
_ARTICLE = re.compile(f"{LINK}({ID_PATTERN.strip('^$')})")


@register.simple_tag
def say(key: str, **facts: Any) -> str:
    """A sentence of the console, in the technician's language."""
    return words.say(key, **facts) if facts else _sentence(key, words.language())


@cache
def _sentence(key: str, _language: Language) -> SafeString:
    return conditional_escape(words.say(key))


@register.simple_tag
def url(name: str, *places: str | int) -> str:
    """The address of a page, in the place of Django's own tag, which works it out anew for each link of a long list."""
    return _address(name, *places)


@lru_cache(_ADDRESSES)
def _address(name: str, *places: str | int) -> str:
    return reverse(name, args=places)


@register.simple_tag
def refusal(key: str) -> str:
    """Why something was not done, in the technician's language."""
    return words.refusal(key)


@register.simple_tag
@cache
def icon(name: str, size: int = 18, css: str = "") -> SafeString:
    """One of our own icons, drawn in the colour of the text around it; hidden from screen readers."""
    return format_html('<span class="i s{} {}" aria-hidden="true">{}</span>', size, css, _svg(name))


@cache
def _svg(name: str) -> SafeString:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return mark_safe(resources.path(f"icons/{name}.svg").read_text(encoding="utf-8"))  # noqa: S308 -- our own file


@register.simple_tag
def pressing(priority: Priority) -> SafeString:
    """A priority as lists show it: its bars and its word. There are four, and a long list has one on each line."""
    return _pressing(priority, words.language())


@cache
def _pressing(priority: Priority, _language: Language) -> SafeString:
    return render_to_string("priority.html", {"priority": priority})


register.filter("clock", words.clock)
register.filter("when", words.day_and_clock)
register.filter("day", words.day)
register.filter("day_of_year", words.day_of_year)
register.filter("size", words.size)
register.filter("harmless", fields.harmless)


@register.filter
def technical(name: str) -> SafeString:
    """A dotted name that breaks at its dots."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in re.split(r"(?<=\.)", name)))


@register.filter
def with_masks(text: str) -> SafeString:
    """A value of a report, the stand-ins for what its owner hid marked as such."""
    return mark_safe(OLD_MARK.sub(r'<span class="mask">\g<0></span>', escape(text)))  # noqa: S308 -- escaped; letters and digits


@register.filter
def askable_masks(text: str) -> SafeString:
    """The same, each that may be asked about leading to the question."""
    return mark_safe(OLD_MARK.sub(_mask_link, escape(text)))  # noqa: S308 -- escaped; letters and digits


def _mask_link(found: re.Match[str]) -> str:
    if not may_be_asked(found[0]):
        return format_html('<span class="mask">{}</span>', found[0])
    said = words.say("ask_value_of", value=found[0])
    return format_html('<a class="mask" href="?tab=record&amp;value={0}#ask-value" title="{1}">{0}</a>', found[0], said)


@register.filter
def device(browser: str) -> str:
    """Program and system of a browser, from what it says of itself; its first words when that is unknown."""
    names = [next((name for sign, name in signs if sign in browser), "") for signs in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in names if name) or fields.harmless(browser[:60]) or "?"


@register.filter
def initials(name: str) -> str:
    """Two letters that repeat a name."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


@register.filter
def with_articles(text: str) -> SafeString:
    """Somebody's words, with the articles they name as links to our own pages of them."""
    return mark_safe(_ARTICLE.sub(_article_link, escape(text)))  # noqa: S308 -- escaped; the links are made here


def _article_link(found: re.Match[str]) -> str:
    return format_html('<a href="{}">{}</a>', reverse("article", args=[found[1]]), words.say("article"))
