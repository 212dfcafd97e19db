"""Articles that may answer a request, and the words that put one into a reply."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.domain.amounts import Counted
from desktop_app.domain.words import Language, nearest_language
from desktop_app.helpdesk.articles import reaches_users, wording_of
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.article_list import prepared, row
from desktop_app.helpdesk.figures import Share
from desktop_app.helpdesk.given import given
from desktop_app.helpdesk.models import Article, Ticket
from desktop_app.helpdesk.shelf import shelf
from desktop_app.helpdesk.similar import voices
from desktop_app.knowledge.answers import ranked
from desktop_app.protocol.articles import LINK

_MOST, _MOST_PICKED = 3, 8
_READ_OF_BODY = 500
_PATIENCE_S = 60


@dataclass(frozen=True)
class Suggestion:
    """A published article. `insertion` is empty when users cannot read it; `voices`: solved requests like it."""

    article: Article
    title: str
    insertion: str
    voices: Counted
    votes: int
    helpful: int
    given: Share


def suggested(ticket: Ticket, alike: Sequence[tuple[str, float]] = ()) -> list[Suggestion]:
    """What answers to the subject and the first words of the request, best first; solved requests that are `alike`
    vote for what helped with them.
    """
    first = ticket.entries.order_by("position").first()
    said = first.body[:_READ_OF_BODY] if first else ""
    language = nearest_language(ticket.language)
    return answers(ticket.subject, said, language, alike)


@login_required
def pick(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The same for words that the technician types."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    asked = request.GET.get("pick", "").strip()[:200]
    language = nearest_language(ticket.language)
    shown = _found(asked, language) if asked else suggested(ticket)
    return render(request, "suggestions.html", {"suggestions": shown, "ticket": ticket})


def insertion(ticket: Ticket, article_id: str) -> str:
    """The words that name an article in a reply; nothing for one that the requester cannot read."""
    article = prepared().filter(pk=article_id).first() if article_id else None
    return _insertion(article, ticket.language) if article else ""


def answers(
    subject: str, said: str, language: Language, alike: Sequence[tuple[str, float]], most: int = _MOST
) -> list[Suggestion]:
    """The same for what is only being told."""
    heard = voices(alike)
    near = shelf.near(subject, said, language, patience_s=_PATIENCE_S)
    published = _published({*near, *heard})
    return [_suggestion(published[one], language, heard.get(one, ())) for one in ranked(near, heard, published)[:most]]


def _found(asked: str, language: Language) -> list[Suggestion]:
    near = shelf.near(asked, "", language)
    published = _published(near)
    ids = ranked(near, {}, published)[:_MOST_PICKED]
    return [_suggestion(published[one], language, ()) for one in ids]


def _published(ids: Collection[str]) -> Mapping[str, Article]:
    found = prepared().filter(pk__in=ids, state=Article.State.PUBLISHED)
    return {article.pk: article for article in found}


def _suggestion(article: Article, language: Language, heard: Sequence[float]) -> Suggestion:
    shown, title, named = row(article), _title(article, language), _insertion(article, language)
    voices = Counted(len(heard), words.language())
    return Suggestion(article, title, named, voices, shown.votes, shown.helpful, given(article.pk))


def _insertion(article: Article, language: str) -> str:
    return f"{_title(article, language)} ({LINK}{article.pk})" if reaches_users(article) else ""


def _title(article: Article, language: str) -> str:
    return wording_of(article.public).in_language(language)[0] if article.public else ""
