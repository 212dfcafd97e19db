"""Everything that changes a guided fix of the console: one transaction each, written down, told to those concerned.

What it runs, it runs on every computer. So nobody publishes what they wrote themselves, and no one account may stand
behind both who writes and who publishes; and the pack is signed with a key whose words only those who publish know.
Taking one back needs neither: it has to be quick.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction

from desktop_app.helpdesk import audit, packs
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.fix_look import looked_at, pack_files, pack_name
from desktop_app.helpdesk.models import Audit, FixChange, FixRevision, Technician, Ticket, WrittenFix
from desktop_app.helpdesk.pack_key import opened
from desktop_app.helpdesk.revisions import held
from desktop_app.knowledge.pack_seal import sign

_Did, _State = FixChange.Act, WrittenFix.State
_LETTING_IN = (Act.ACCOUNT_OPENED, Act.ACCOUNT_REOPENED, Act.ROLE_CHANGED, Act.PASSWORD_CHANGED)


def begin(fix_id: str, text: str, commands: str, by: Technician, ticket: Ticket | None = None) -> None:
    """Store a new one. Raises Conflict when there is one of that name."""
    with transaction.atomic():
        now = datetime.now(UTC)
        fix, is_new = WrittenFix.objects.get_or_create(pk=fix_id, defaults={"ticket": ticket, "updated_at": now})
        if not is_new:
            raise Conflict("fix_named_alike")
        _store(fix, 1, text, commands, by)


def save(fix_id: str, text: str, commands: str, by: Technician, based_on: int) -> None:
    """Store a new revision, as a draft; the same files again change nothing. Raises Conflict when somebody saved
    another one after number `based_on`.
    """
    with transaction.atomic():
        fix, newest = held(WrittenFix, fix_id)
        if (newest.text, newest.commands) == (text, commands):
            return
        if newest.number != based_on:
            raise Conflict("article_moved_on")
        _store(fix, newest.number + 1, text, commands, by)


def offer(fix_id: str, number: int, by: Technician) -> None:
    """It is finished as far as its author sees; somebody else reads it now. Raises Conflict for one with faults."""
    with transaction.atomic():
        fix, newest = held(WrittenFix, fix_id, number)
        if looked_at(newest).faults:
            raise Conflict("fix_faulty")
        if fix.state == _State.DRAFT:
            fix.state = _State.INTERNAL
            _write_down(fix, newest, _Did.OFFERED, by)


def publish(fix_id: str, number: int, by: Technician, words: str) -> None:
    """Every desktop gets revision `number`, signed with the key that `words` open. Raises Conflict, NoKey, BadPack."""
    with transaction.atomic():
        _publishable(fix_id, number, by)  # who may not publish it tries no words
    key = opened(settings.DATA, words)
    with transaction.atomic():
        fix, newest = _publishable(fix_id, number, by)
        version = max(fix.version + 1, int(datetime.now(UTC).timestamp()) // 60)  # higher after a restore, too
        files = pack_files(newest, version)
        packs.publish({**files, **sign(files, pack_name(fix_id), version, key.name, key.private)})
        fix.state, fix.public, fix.version = _State.PUBLIC, newest, version
        _write_down(fix, newest, _Did.PUBLISHED, by)
        audit.write(Act.FIX_PUBLISHED, by, what=fix_id, number=newest.number, version=version)


def _publishable(fix_id: str, number: int, by: Technician) -> tuple[WrittenFix, FixRevision]:
    fix, newest = held(WrittenFix, fix_id, number)
    if why := hindrance(fix, by):
        raise Conflict(why)
    return fix, newest


def hindrance(fix: WrittenFix, by: Technician) -> str:
    """Why `by` cannot publish its newest revision, a key of the refusals; nothing when they can."""
    if fix.state != _State.INTERNAL or fix.newest is None:
        return "fix_not_offered"
    if looked_at(fix.newest).faults:
        return "fix_faulty"
    writers = _writers(fix)
    if by in writers:
        return "fix_own"
    return "fix_let_in" if _behind([by]) & _behind(writers) else ""


def withdraw(fix_id: str, by: Technician) -> None:
    """No desktop has it any more, as soon as each hears of it; its words stay, as a draft."""
    with transaction.atomic():
        fix, newest = held(WrittenFix, fix_id)
        if fix.public is None:
            return
        packs.withdraw(pack_name(fix_id))
        fix.state, fix.public = _State.DRAFT, None
        _write_down(fix, newest, _Did.WITHDRAWN, by)
        audit.write(Act.FIX_WITHDRAWN, by, what=fix_id, number=newest.number)


def _writers(fix: WrittenFix) -> list[Technician]:
    """Everybody who wrote some of what desktops do not have yet."""
    since = fix.public.number if fix.public else 0
    changes = fix.changes.filter(act=_Did.SAVED, revision__number__gt=since).exclude(technician=None)
    return list(Technician.objects.filter(pk__in=changes.values("technician")))


def _behind(accounts: Iterable[Technician]) -> set[str]:
    """They, and every account that opened, promoted or gave a password to one of these lately, as acts name them."""
    lately = Audit.objects.filter(act__in=_LETTING_IN, at__gt=datetime.now(UTC) - audit.LOOKED_BACK).exclude(by="")
    let_in = list(lately.values_list("by", "about"))
    found = {audit.named(account) for account in accounts}
    while more := {by for by, about in let_in if about in found} - found:
        found |= more
    return found


def _store(fix: WrittenFix, number: int, text: str, commands: str, by: Technician) -> None:
    fix.newest = FixRevision.objects.create(fix=fix, number=number, text=text, commands=commands)
    fix.state = _State.DRAFT
    _write_down(fix, fix.newest, _Did.SAVED, by)


def _write_down(fix: WrittenFix, revision: FixRevision, act: str, by: Technician) -> None:
    fix.updated_at = datetime.now(UTC)
    fix.save()
    FixChange.objects.create(fix=fix, revision=revision, act=act, technician=by, at=fix.updated_at)
    feed.tell_desk("articles")
