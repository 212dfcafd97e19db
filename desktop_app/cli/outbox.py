"""`rescousse outbox`: what waits to be sent."""

import argparse
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(commands: "Commands") -> None:
    """Register `outbox [list|flush]`."""
    parser = commands.add_parser("outbox", help="what waits to be sent")
    parser.add_argument("action", nargs="?", choices=("list", "flush"), default="list")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, house: "House") -> int:
    return (_flush if args.action == "flush" else _list)(args, house)


def _list(args: argparse.Namespace, house: "House") -> int:
    waiting = house.outbox.waiting()
    if args.json:
        emit_json({"waiting": waiting})
        return 0
    for pending in waiting:
        state = resources.sentence("doctor", f"state_{pending.state}", house.language)
        say(f"{pending.since.astimezone():%Y-%m-%d %H:%M}  {pending.label}  ({state}) {pending.reason}".rstrip())
    if not waiting:
        say(resources.sentence("doctor", "outbox_empty", house.language))
    return 0


def _flush(args: argparse.Namespace, house: "House") -> int:
    sent = house.outbox.flush()
    if args.json:
        emit_json({"sent": sent, "waiting": house.outbox.waiting()})
    else:
        say(resources.sentence("doctor", "outbox_sent", house.language, count=sent))
    return 0
