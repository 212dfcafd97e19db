"""`rescousse ticket`: requests from the command line, through the same outbox as the window."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.errors import HelpdeskUnreachable, NotFound, RequestRefused, SupportError
from desktop_app.domain.ticket import Blocked, Impact

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.protocol.tickets import Ticket

_USAGE = 2


def add(commands: "Commands") -> None:
    """Register `ticket new|list|show|reply|close|reopen`."""
    parser = commands.add_parser("ticket", help="your requests to IT support")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_new(actions)
    _add(actions, "list", "every request").set_defaults(run=_list)
    for name, words, run in (
        ("show", "one request and its messages", _show),
        ("reply", "write in a request", _reply),
        ("close", "it works again", _close),
        ("reopen", "it does not work after all", _reopen),
    ):
        action = _add(actions, name, words)
        action.add_argument("number", metavar="N", help="its number, or its id while it has none")
        action.set_defaults(run=run)
        if name == "reply":
            _add_message(action)


def _add(actions: "Commands", name: str, words: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=words)
    action.add_argument("--json", action="store_true")
    return action


def _add_new(actions: "Commands") -> None:
    new = _add(actions, "new", "ask for help")
    new.add_argument("--subject", required=True)
    _add_message(new)
    new.add_argument("--snapshot", action="store_true", help="add the computer report, with private values masked")
    new.add_argument("--impact", choices=[impact.value for impact in Impact], default=Impact.ME.value)
    new.add_argument("--blocked", choices=[blocked.value for blocked in Blocked], default=Blocked.PARTLY.value)
    new.add_argument("--call-back", default="", metavar="TELEPHONE")
    new.set_defaults(run=_new)


def _add_message(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--body", required=True, help="the text; - reads standard input")
    parser.add_argument("--attach", type=Path, action="append", default=[], metavar="F")


def _body(args: argparse.Namespace) -> str:
    return sys.stdin.read() if args.body == "-" else str(args.body)


def _new(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.services.tickets import Draft

    body = _body(args)
    if not args.subject.strip() or not body.strip():
        warn(resources.sentence("doctor", "text_missing", house.language))
        return _USAGE
    draft = Draft(
        subject=args.subject,
        body=body,
        impact=Impact(args.impact),
        blocked=Blocked(args.blocked),
        call_back=args.call_back,
        files=tuple(args.attach),
        snapshot=_snapshot(house) if args.snapshot else None,
    )
    return _deliver(house, house.tickets.create(draft), as_json=args.json)


def _snapshot(house: "House") -> bytes:
    snapshot = house.snapshots.take()
    payload: bytes = house.snapshots.review(snapshot).payload()
    return payload


def _list(args: argparse.Namespace, house: "House") -> int:
    code = _sync(house)
    tickets = house.tickets.overview()
    if args.json:
        emit_json({"tickets": tickets, "fresh": code == 0})
    else:
        for ticket in tickets:
            say(_headline(ticket, house))
    return 0


def _show(args: argparse.Namespace, house: "House") -> int:
    _sync(house)
    conversation = house.tickets.conversation(_find(house, args.number))
    if args.json:
        emit_json(conversation)
        return 0
    say(_headline(conversation.ticket, house))
    for line in conversation.lines:
        author = line.entry.author.name or ("·" if line.entry.author.mine else line.entry.author.kind)
        state = (
            "" if line.state == "sent" else f" ({resources.sentence('doctor', f'state_{line.state}', house.language)})"
        )
        say(f"\n{line.entry.created_at.astimezone():%Y-%m-%d %H:%M}  {author}{state}")
        say(line.entry.body or line.entry.event)
        for attachment in line.entry.attachments:
            say(f"  + {attachment.filename} ({attachment.size})")
    return 0


def _reply(args: argparse.Namespace, house: "House") -> int:
    body = _body(args)
    if not body.strip():
        warn(resources.sentence("doctor", "text_missing", house.language))
        return _USAGE
    ticket_id = _find(house, args.number)
    house.tickets.reply(ticket_id, body, tuple(args.attach))
    return _deliver(house, ticket_id, as_json=args.json)


def _close(args: argparse.Namespace, house: "House") -> int:
    ticket_id = _find(house, args.number)
    house.tickets.solve(ticket_id)
    return _deliver(house, ticket_id, as_json=args.json)


def _reopen(args: argparse.Namespace, house: "House") -> int:
    ticket_id = _find(house, args.number)
    house.tickets.reopen(ticket_id)
    return _deliver(house, ticket_id, as_json=args.json)


def _deliver(house: "House", ticket_id: str, *, as_json: bool) -> int:
    """Send what was just accepted. It is on disk already: whatever happens now, the sentence says that it is kept."""
    trouble: SupportError | None = None
    try:
        house.outbox.flush()
    except SupportError as error:
        trouble = error
    waiting = [pending for pending in house.outbox.waiting() if pending.ticket_id == ticket_id]
    refused = next((pending for pending in waiting if pending.state == "failed"), None)
    if refused is not None:
        trouble = RequestRefused(detail=refused.reason)
    ticket = house.tickets.conversation(ticket_id).ticket
    if as_json:
        emit_json({"id": ticket_id, "number": ticket.number, "state": waiting[-1].state if waiting else "sent"})
    elif not waiting:
        say(resources.sentence("doctor", "ticket_sent", house.language, number=ticket.number))
    return _outcome(house, trouble, is_waiting=bool(waiting))


def _outcome(house: "House", trouble: SupportError | None, *, is_waiting: bool) -> int:
    if not is_waiting:
        return 0
    if not house.store.keeps and house.store.fault is not None:  # it would be forgotten with this very command
        trouble = house.store.fault
    trouble = trouble or HelpdeskUnreachable()
    warn(resources.explain(trouble, house.language))
    return trouble.exit_code


def _sync(house: "House") -> int:
    try:
        house.tickets.sync()
    except SupportError as error:
        warn(resources.explain(error, house.language))
        return error.exit_code
    return 0


def _find(house: "House", number: str) -> str:
    """The id of a number, asked of the help desk when it is not known here. Raises NotFound."""
    for is_known_well in (False, True):
        for ticket in house.tickets.overview():
            if number.lstrip("#") == str(ticket.number or "") or ticket.id == number:
                return ticket.id
        if not is_known_well:
            _sync(house)
    raise NotFound(name=number)


def _headline(ticket: "Ticket", house: "House") -> str:
    number = f"#{ticket.number}" if ticket.number else ticket.id
    key = f"stage_{ticket.stage.value}" if ticket.number else "state_queued"
    stage = resources.sentence("doctor", key, house.language)
    return f"{number}  {ticket.subject}  [{stage}]  {ticket.updated_at.astimezone():%Y-%m-%d %H:%M}"
