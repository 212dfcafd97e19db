"""An article in the editor: written in four languages side by side, read before it is published, never overwritten."""

import re
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.amounts import whole
from desktop_app.domain.ticket import ENDED
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk import articles, rights
from desktop_app.helpdesk.console import article_form, words
from desktop_app.helpdesk.console.article_draft import draft_from
from desktop_app.helpdesk.console.article_list import prepared, row
from desktop_app.helpdesk.console.differences import differences
from desktop_app.helpdesk.console.markdown import html
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.readability import readability
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.given import given
from desktop_app.helpdesk.models import Article, ArticleChange, Ticket
from desktop_app.helpdesk.wording import Wording
from desktop_app.protocol.articles import LONGEST_ARTICLE
from desktop_app.protocol.base import ID_PATTERN, new_id

_ID = re.compile(ID_PATTERN)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """An empty editor, or one begun from a solved request. Nothing is stored before it is saved."""
    ticket, wording, masked = None, Wording(), 0
    if "ticket" in request.GET:
        ticket = get_object_or_404(Ticket, pk=request.GET["ticket"], status__in=ENDED)
        wording, masked = draft_from(ticket)
    more = {"article_id": new_id(), "number": 0, "ticket": ticket, "masked": masked}
    return _editor(request, wording, ticket.language if ticket else words.language(), more)


@login_required
def page(request: HttpRequest, article_id: str) -> HttpResponse:
    """The editor with the newest words."""
    article = get_object_or_404(prepared(), pk=article_id)
    wording = articles.wording_of(article.newest) if article.newest else Wording()
    shown = request.GET.get("shown", "")
    best = next((one for one in (words.language(), *wording.languages) if one in wording.languages), words.language())
    return _editor(request, wording, shown if shown in LANGUAGES else best, _about(request, article))


@login_required
@require_POST
def save(request: HttpRequest, article_id: str) -> HttpResponse:
    """Keep what was typed, and do with it what the button says. What cannot be kept stays in the form."""
    if not _ID.fullmatch(article_id):
        raise Http404
    wording = article_form.read(request.POST)
    fault = article_form.fault(wording)
    try:
        if not fault:
            number = whole(request.POST.get("number", ""))
            article = articles.save(article_id, wording, me(request), number, _ticket(request))
            _act(request, article)
            return redirect("article", article_id)
    except Conflict as error:
        fault = str(error)
    return _again(request, article_id, wording, fault)


@login_required
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """How it will look, while it is typed."""
    return render(request, "article_sheet.html", _sheet(article_form.read(request.POST), _shown(request)))


@login_required
def history(request: HttpRequest, article_id: str) -> HttpResponse:
    """Who did what, and what each revision changed."""
    article = get_object_or_404(prepared(), pk=article_id)
    changes = article.changes.select_related("technician", "revision").order_by("pk")
    lines, before = [], Wording()
    for change in changes:
        after = articles.wording_of(change.revision)
        is_saved = change.act == ArticleChange.Act.SAVED
        parts = differences(before, after) if is_saved else []
        lines.append((change, words.say(f"article_act_{change.act}", number=change.revision.number), parts))
        before = after if is_saved else before
    content = {"nav": "articles", "row": row(article), "changes": lines[::-1]}
    return render(request, "article_history.html", content)


def _act(request: HttpRequest, article: Article) -> None:
    """What the button says beyond saving. Raises Conflict, Reserved."""
    act, number, who = request.POST.get("act", "save"), article.newest.number if article.newest else 0, me(request)
    if act == "review":
        articles.review(article.pk, number, who)
    elif act in {"publish", "withdraw", "archive"}:
        rights.require(who, rights.role_to_publish(article))
        if act == "publish":
            articles.publish(article.pk, number, who)
        else:
            articles.withdraw(article.pk, who, archive=act == "archive")


@login_required
@require_POST
def restore(request: HttpRequest, article_id: str) -> HttpResponse:
    """Out of the archive, as a draft."""
    get_object_or_404(Article, pk=article_id)
    articles.restore(article_id, me(request))
    return redirect("article", article_id)


def _again(request: HttpRequest, article_id: str, wording: Wording, fault: str) -> HttpResponse:
    """The form as it was sent, with why; saved again it goes on from what is stored now."""
    article = prepared().filter(pk=article_id).first()
    ticket = _ticket(request)
    about = _about(request, article) if article else {"article_id": article_id, "number": 0, "ticket": ticket}
    return _editor(request, wording, _shown(request), {**about, "fault": fault})


def _editor(request: HttpRequest, wording: Wording, shown: str, more: dict[str, Any]) -> HttpResponse:
    content = {
        "nav": "articles",
        "fields": article_form.fields(wording),
        "missing": ", ".join(one.upper() for one in wording.missing),
        "audience": wording.audience,
        "shown": shown,
        "may_publish": True,
        **_sheet(wording, shown),
        **more,
    }
    return render(request, "article.html", content, status=409 if more.get("fault") else 200)


def _about(request: HttpRequest, article: Article) -> dict[str, Any]:
    """What the page says of a stored article beside its words."""
    newest, role = article.newest, rights.role_to_publish(article)
    last = article.changes.select_related("technician").order_by("-pk").first()
    writer = articles.last_writer(newest) if newest else None
    return {
        "article_id": article.pk,
        "article": article,
        "row": row(article),
        "number": newest.number if newest else 0,
        "ticket": article.ticket,
        "given": given(article.pk),
        "last": (last, words.say(f"article_act_{last.act}", number=newest.number if newest else 0)) if last else None,
        "may_publish": rights.has(me(request), role),
        "publishers": ", ".join(rights.holders(role).values_list("name", flat=True)),
        "may_review": writer != me(request),
    }


def _sheet(wording: Wording, shown: str) -> dict[str, Any]:
    language = shown if shown in LANGUAGES else words.language()
    body = wording.body.get(language, "")[:LONGEST_ARTICLE]
    sheet = {"language": language, "title": wording.title.get(language, ""), "html": html(body)}
    return {"sheet": sheet, "ease": readability(body)}


def _shown(request: HttpRequest) -> str:
    return request.POST.get("shown", "")


def _ticket(request: HttpRequest) -> Ticket | None:
    return Ticket.objects.filter(pk=request.POST.get("ticket", ""), status__in=ENDED).first()
