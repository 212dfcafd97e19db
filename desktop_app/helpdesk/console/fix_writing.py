"""A guided fix in the editor: two files as text, what is wrong in them by line, every language, how it will look."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from desktop_app.domain.amounts import whole
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.ticket import ENDED
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk import fix_counts, fix_look, fix_writing, rights
from desktop_app.helpdesk.console import fix_parts, words
from desktop_app.helpdesk.console.differences import changed_lines
from desktop_app.helpdesk.console.fix_parts import Open
from desktop_app.helpdesk.console.fix_sheet import sheet
from desktop_app.helpdesk.console.fix_typed import shown_language, told, typed
from desktop_app.helpdesk.console.fixes import skeleton_of
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.readability import readability
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.fix_draft import skeleton
from desktop_app.helpdesk.fix_text import Unchangeable
from desktop_app.helpdesk.models import FixChange, FixRevision, Ticket, WrittenFix

PUBLISHING = rights.Role.SUPERVISOR
_SPAN = timedelta(days=30)
_MOST = 200
_OVERTAKEN = {"article_moved_on", "fix_named_alike"}  # somebody was faster
_TONES = {WrittenFix.State.PUBLIC: "s", WrittenFix.State.INTERNAL: "i", WrittenFix.State.DRAFT: "w"}


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Every fix that is written here, the newest change first."""
    found = WrittenFix.objects.exclude(newest=None).select_related("newest", "public").order_by("-updated_at")[:_MOST]
    return render(request, "fix_list.html", {"nav": "articles", "rows": [(fix, *_seen(fix)) for fix in found]})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """An empty beginning, or one from a solved request. Nothing is stored before it is saved."""
    ticket = _ticket(request)
    if request.method != "POST":
        text = skeleton_of(ticket) if ticket else skeleton({}, "", ["linux", "macos", "windows"])
        return _editor(request, FixRevision(text=text), {"ticket": ticket})
    given = typed(request)
    revision, fault = given.revision, given.fault
    revision.fix_id = fix_look.id_of(revision.text)
    fault = fault or ("" if revision.fix_id else "fix_needs_name") or _begun(request, revision, ticket)
    return _editor(request, revision, {"ticket": ticket, "fault": fault}) if fault else _back(request, revision.fix_id)


@login_required
def page(request: HttpRequest, fix_id: str) -> HttpResponse:
    """The editor with the newest files."""
    fix = _fix(fix_id)
    return _editor(request, _newest(fix), _about(request, fix))


@login_required
@require_POST
def save(request: HttpRequest, fix_id: str) -> HttpResponse:
    """Keep what was typed, and do with it what the button says. What cannot be kept stays in the form."""
    fix, given = _fix(fix_id), typed(request)
    given.revision.fix = fix
    fault = given.fault or _saved(request, given.revision)
    if fault:
        return _editor(request, given.revision, {**_about(request, _fix(fix_id)), "fault": fault})
    return _back(request, fix_id)


@login_required
@require_POST
def edit(request: HttpRequest) -> HttpResponse:
    """The form or the text of what was typed, with a step more, less or elsewhere. Nothing is stored."""
    given = typed(request)
    fix = WrittenFix.objects.filter(pk=field(request, "fix")).first()
    about = {**_about(request, fix), "number": whole(field(request, "number"))} if fix else {"ticket": _ticket(request)}
    shown, fault = _shown(request, given.revision.text), given.fault
    if not fault:
        try:
            given.revision.text, shown = fix_parts.acted(given.revision.text, field(request, "act"), shown.part)
        except Unchangeable:
            fault = "fix_only_text"
    return _editor(request, given.revision, {**about, "fault": fault, "is_unsaved": True}, shown)


def _ticket(request: HttpRequest) -> Ticket | None:
    return Ticket.objects.filter(pk=told(request, "ticket"), status__in=ENDED).first()


def _begun(request: HttpRequest, given: FixRevision, ticket: Ticket | None) -> str:
    """The key of why it is not stored, or nothing."""
    try:
        fix_writing.begin(given.fix_id, given.text, given.commands, me(request), ticket)
    except Conflict as error:
        return str(error)
    return ""


def _saved(request: HttpRequest, given: FixRevision) -> str:
    """The same for one that there is."""
    try:
        number = whole(field(request, "number"))
        fix_writing.save(given.fix_id, given.text, given.commands, me(request), number)
        if field(request, "act") == "offer":
            fix_writing.offer(given.fix_id, _newest(_fix(given.fix_id)).number, me(request))
    except Conflict as error:
        return str(error)
    return ""


def _back(request: HttpRequest, fix_id: str) -> HttpResponse:
    """To the page as it was open."""
    usual = {"view": fix_parts.FORM, "part": fix_parts.ABOUT}
    asked = {name: value for name in usual if (value := field(request, name)[:20]) not in ("", usual[name])}
    return redirect(f"{reverse('written-fix', args=[fix_id])}{'?' if asked else ''}{urlencode(asked)}")


@login_required
@require_POST
def withdraw(request: HttpRequest, fix_id: str) -> HttpResponse:
    """Off every desktop."""
    rights.require(me(request), PUBLISHING)
    _fix(fix_id)
    fix_writing.withdraw(fix_id, me(request))
    return redirect("written-fix", fix_id)


@login_required
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """What is wrong and how it looks, while it is typed."""
    revision = typed(request).revision
    shown = _shown(request, revision.text)
    return render(request, "fix_look.html", {"open": shown, **_look(revision, shown_language(request))})


@login_required
def history(request: HttpRequest, fix_id: str) -> HttpResponse:
    """Who did what, and what each revision changed."""
    fix, lines, before = _fix(fix_id), [], FixRevision()
    for change in fix.changes.select_related("technician", "revision").order_by("pk"):
        is_saved = change.act == FixChange.Act.SAVED
        parts = changed_files(before, change.revision) if is_saved else []
        lines.append((change, words.say(f"fix_act_{change.act}", number=change.revision.number), parts))
        before = change.revision if is_saved else before
    content = {"nav": "articles", "fix": fix, "title": _title(_newest(fix)), "changes": lines[::-1]}
    return render(request, "fix_history.html", content)


def changed_files(before: FixRevision, after: FixRevision) -> list[tuple[str, list[Any]]]:
    """The key of each file that differs, with its lines."""
    pairs = (("fix_file", before.text, after.text), ("fix_commands", before.commands, after.commands))
    return [(key, lines) for key, was, now in pairs if (lines := list(changed_lines(was, now)))]


def _shown(request: HttpRequest, text: str) -> Open:
    return fix_parts.opened(text, told(request, "view"), told(request, "part"))


def _editor(
    request: HttpRequest, revision: FixRevision, more: dict[str, Any], shown: Open | None = None
) -> HttpResponse:
    fault, asked = more.get("fault"), shown or _shown(request, revision.text)
    is_text = fault == "fix_only_text" or asked.view == fix_parts.TEXT
    asked = fix_parts.opened(revision.text, fix_parts.TEXT if is_text else asked.view, asked.part, asked.focus)
    language = shown_language(request)
    content = {
        "nav": "articles",
        "revision": revision,
        "title": _title(revision),
        "longest": fix_look.LONGEST,
        "shown": language,
        "number": 0,
        **_look(revision, language),
        **fix_parts.content(revision, asked, is_new="fix" not in more),
        **more,
    }
    return render(request, "fix.html", content, status=409 if fault in _OVERTAKEN else 422 if fault else 200)


def _look(revision: FixRevision, language: Language) -> dict[str, Any]:
    texts = fix_look.texts(revision.text)
    return {
        "faults": [_line(revision.text, fault) for fault in fix_look.looked_at(revision).faults],
        "texts": texts,
        "lacking": [(one, any(one in text.missing for text in texts) or not texts) for one in LANGUAGES],
        "sheet": sheet(revision.text, language),
        "ease": readability("\n".join(text.words[language] for text in texts if text.place != "symptoms")),
        "pack": fix_look.pack_name(revision.fix_id or fix_look.id_of(revision.text) or "…"),
    }


def _line(text: str, fault: BadFixFile) -> tuple[str, int, str, str]:
    """Which of the two files, where in it, what, and the part of the form that it lies in."""
    facts = fault.facts
    where, line = "text" if str(facts["file"]).startswith("fixes/") else "commands", int(str(facts["line"]))
    return where, line, words.spoken("packs", str(facts["reason"]), facts), fix_parts.part_at(text, line)


def _about(request: HttpRequest, fix: WrittenFix) -> dict[str, Any]:
    """What the page says of a stored fix beside its files."""
    newest, last = _newest(fix), fix.changes.select_related("technician").order_by("-pk").first()
    rows = fix_counts.table((datetime.now(UTC) - _SPAN).date(), [fix.pk])
    state, tone, is_changed = _seen(fix)[1:]
    return {
        "fix": fix,
        "state": state,
        "tone": tone,
        "is_changed": is_changed,
        "number": newest.number,
        "ticket": fix.ticket,
        "last": (last, words.say(f"fix_act_{last.act}", number=newest.number)) if last else None,
        "counts": rows[0] if rows else None,
        "hindrance": fix_writing.hindrance(fix, me(request)) if fix.state == WrittenFix.State.INTERNAL else "",
        **rights.shown(me(request), PUBLISHING),
    }


def _seen(fix: WrittenFix) -> tuple[str, str, str, bool]:
    """Title, word and tone of its state, and whether desktops have another revision than the newest."""
    state = words.say(f"fix_state_{fix.state}")
    is_changed = fix.public is not None and fix.public_id != fix.newest_id
    return _title(_newest(fix)), state, _TONES[WrittenFix.State(fix.state)], is_changed


def _title(revision: FixRevision) -> str:
    """What it is called, in the page's language or the first there is."""
    return words.of_text(fix_look.title_of(revision.text)) or revision.fix_id or words.say("fix_new")


def _fix(fix_id: str) -> WrittenFix:
    return get_object_or_404(WrittenFix.objects.select_related("newest", "public", "ticket"), pk=fix_id)


def _newest(fix: WrittenFix) -> FixRevision:
    return fix.newest or FixRevision(fix=fix)
