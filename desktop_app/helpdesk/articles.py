"""Everything that changes an article, for API and console: one transaction each, written down, told to those concerned.

What users read is one revision; technicians work on the newest. Nothing they do to it shows until it is published.
"""

import hashlib
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import QuerySet

from desktop_app.helpdesk import hearing
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.endings import ARTICLE
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Article, ArticleChange, ArticleVote, Person, Revision, Technician, Ticket
from desktop_app.helpdesk.revisions import held
from desktop_app.helpdesk.wording import Wording, audience
from desktop_app.protocol.articles import Feedback

_Act, _Audience, _State = ArticleChange.Act, Article.Audience, Article.State


def wording_of(revision: Revision) -> Wording:
    """The words of a stored revision."""
    return Wording(revision.title, revision.body, revision.symptoms, audience(revision.audience))


def save(article_id: str, wording: Wording, by: Technician, based_on: int, ticket: Ticket | None = None) -> Article:
    """Store a new revision, or the article when `article_id` is new. Saving the same words again changes nothing.

    Raises Conflict when somebody saved another revision after number `based_on`, or put it in the archive.
    """
    now = datetime.now(UTC)
    with transaction.atomic():
        new = {"author": by, "ticket": ticket, "created_at": now, "updated_at": now}
        article, _ = Article.objects.select_for_update().get_or_create(pk=article_id, defaults=new)
        newest = article.newest
        if newest is not None and wording_of(newest).fields() == wording.fields():
            return article
        if newest is not None and newest.number != based_on:
            raise Conflict("article_moved_on")
        if article.state == _State.ARCHIVED:
            raise Conflict("article_archived")
        number = newest.number + 1 if newest else 1
        article.newest = Revision.objects.create(
            article=article, number=number, is_complete=not wording.missing, **wording.fields()
        )
        article.reviewed_by = article.reviewed_at = None
        _write_down(article, article.newest, _Act.SAVED, by)
        feed.tell_desk("articles")
        return article


def review(article_id: str, number: int, by: Technician) -> None:
    """Somebody else than its last writer has read it and finds it right. Raises Conflict."""
    with transaction.atomic():
        article, newest = held(Article, article_id, number)
        if last_writer(newest) == by:
            raise Conflict("article_own_review")
        article.reviewed_by, article.reviewed_at = by, datetime.now(UTC)
        _write_down(article, newest, _Act.REVIEWED, by)
        feed.tell_desk("articles")


def publish(article_id: str, number: int, by: Technician) -> None:
    """Its readers get revision `number`. Raises Conflict when it is not the newest, or not written in any language."""
    with transaction.atomic():
        article, newest = held(Article, article_id, number)
        if not wording_of(newest).languages:
            raise Conflict("article_needs_words")
        reached_users = reaches_users(article)
        article.state, article.public, article.published_at = _State.PUBLISHED, newest, datetime.now(UTC)
        _write_down(article, newest, _Act.PUBLISHED, by)
        _tell(to_users=reached_users or reaches_users(article))


def withdraw(article_id: str, by: Technician, *, archive: bool = False) -> None:
    """Nobody gets it any more; its words stay. `archive`: it is not worked on either."""
    with transaction.atomic():
        article, newest = held(Article, article_id)
        reached_users = reaches_users(article)
        if article.state != _State.PUBLISHED and not archive:
            return
        article.state, article.public, article.published_at = _State.DRAFT, None, None
        if archive:
            article.state = _State.ARCHIVED
        _write_down(article, newest, _Act.ARCHIVED if archive else _Act.WITHDRAWN, by)
        _tell(to_users=reached_users)


def restore(article_id: str, by: Technician) -> None:
    """Out of the archive, as a draft."""
    with transaction.atomic():
        article, newest = held(Article, article_id)
        if article.state != _State.ARCHIVED:
            return
        article.state = _State.DRAFT
        _write_down(article, newest, _Act.RESTORED, by)
        feed.tell_desk("articles")


def rate(article_id: str, person: Person, word: Feedback) -> None:
    """Keep what `person` thinks of it. Raises Article.DoesNotExist for what users do not get."""
    with transaction.atomic():
        article = for_users().select_for_update(of=("self",)).get(pk=article_id)
        new = {"helpful": word.helpful, "given": word.id}
        vote, is_new = ArticleVote.objects.get_or_create(article=article, person=person, defaults=new)
        if not is_new and vote.given < word.id:
            vote.helpful, vote.given = word.helpful, word.id
            vote.save(update_fields=["helpful", "given"])
        if word.said and word.helpful and (is_new or vote.given == word.id):
            hearing.hear(ARTICLE + article_id, word.language, word.said, hearing.names_of(person))


def for_users() -> "QuerySet[Article]":
    """What every user may read now."""
    return Article.objects.filter(state=_State.PUBLISHED, public__audience=_Audience.USERS)


def list_of_users() -> tuple[str, tuple[int, ...]]:
    """A tag that differs as soon as users read something else, and the revisions they read."""
    pairs = list(for_users().order_by("pk").values_list("pk", "public_id"))
    digest = hashlib.sha256("\n".join(f"{article} {revision}" for article, revision in pairs).encode())
    return digest.hexdigest()[:32], tuple(revision for _, revision in pairs)


def reaches_users(article: Article) -> bool:
    """Whether it stands on every desktop."""
    return article.public is not None and article.public.audience == _Audience.USERS


def last_writer(revision: Revision) -> Technician | None:
    """Who saved it."""
    change = revision.changes.filter(act=_Act.SAVED).select_related("technician").first()
    return change.technician if change else None


def _write_down(article: Article, revision: Revision, act: str, by: Technician) -> None:
    article.updated_at = datetime.now(UTC)
    article.save()
    ArticleChange.objects.create(article=article, revision=revision, act=act, technician=by, at=article.updated_at)


def _tell(*, to_users: bool) -> None:
    if to_users:
        feed.tell_all("articles")
    else:
        feed.tell_desk("articles")
