"""The list of articles: by state, by the language that is missing, or by the words searched for."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.articles import wording_of
from desktop_app.helpdesk.console import fields, words
from desktop_app.helpdesk.models import Article, WrittenFix
from desktop_app.helpdesk.shelf import shelf

_MOST_ROWS = 100
_NOT_SHOWN = ("public__title", "public__body", "public__symptoms")
_State = Article.State

VIEWS: dict[str, Q] = {
    "all": ~Q(state=_State.ARCHIVED),
    "published": Q(state=_State.PUBLISHED),
    "draft": Q(state=_State.DRAFT),
    "missing": ~Q(state=_State.ARCHIVED) & Q(newest__is_complete=False),
    "archived": Q(state=_State.ARCHIVED),
}


@dataclass(frozen=True)
class Row:
    """An article as the list shows it. `helpful` in percent of `votes`."""

    article: Article
    title: str
    state: str
    tone: str
    is_changed: bool
    languages: tuple[tuple[Language, bool], ...]
    missing: str
    votes: int
    helpful: int


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The whole page."""
    view, query = request.GET.get("view", "all"), fields.harmless(request.GET.get("q", "").strip()[:200])
    view = view if view in VIEWS else "all"
    counts = Article.objects.aggregate(**{name: Count("pk", filter=narrow) for name, narrow in VIEWS.items()})
    content = {
        "nav": "articles",
        "view": view,
        "query": query,
        "title": words.say(f"articles_{view}"),
        "views": [(name, words.say(f"articles_{name}"), counts[name]) for name in VIEWS],
        "to_read": WrittenFix.objects.filter(state=WrittenFix.State.INTERNAL).count(),
        "rows": [row(article) for article in (_found(query) if query else _listed(view))],
    }
    return render(request, "articles.html", content)


def prepared() -> "QuerySet[Article]":
    """Articles with all that a row says of them, in one query."""
    helpful = Count("votes", filter=Q(votes__helpful=True), distinct=True)
    counted = Article.objects.annotate(helpful=helpful, voted=Count("votes", distinct=True))
    return counted.exclude(newest=None).select_related("newest", "public", "author")


def row(article: Article) -> Row:
    """What the list says of it; `article` comes from `prepared`."""
    wording = wording_of(article.newest) if article.newest else None
    ready, missing = (wording.languages, wording.missing) if wording else ([], list(LANGUAGES))
    state, tone = state_of(article)
    voted: int = getattr(article, "voted", 0)
    return Row(
        article,
        wording.in_language(words.language())[0] if wording else "",
        state,
        tone,
        article.public is not None and article.public_id != article.newest_id,
        tuple((one, one in ready) for one in LANGUAGES),
        ", ".join(one.upper() for one in missing),
        voted,
        round(100 * getattr(article, "helpful", 0) / voted) if voted else 0,
    )


def state_of(article: Article) -> tuple[str, str]:
    """The word of the pill, and its tone."""
    tones = {_State.PUBLISHED: "s", _State.DRAFT: "w"}
    return words.say(f"article_state_{article.state}"), tones.get(_State(article.state), "")


def _listed(view: str) -> "QuerySet[Article]":
    return prepared().defer(*_NOT_SHOWN).filter(VIEWS[view]).order_by("-updated_at")[:_MOST_ROWS]


def _found(query: str) -> list[Article]:
    """The best answers first, what lies in the archive last."""
    ids = shelf.find(query, words.language())
    by_id = {article.pk: article for article in prepared().defer(*_NOT_SHOWN).filter(pk__in=ids)}
    found = [by_id[one] for one in ids if one in by_id]
    return sorted(found, key=lambda article: article.state == _State.ARCHIVED)
