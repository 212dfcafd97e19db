"""`rescousse privileged`: the service for what needs rights, as the system starts it, and how Windows asks it."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

_WAYS = ("serve", "ask", "turn-on") if sys.platform == "win32" else ("serve",)


def add(commands: "Commands") -> None:
    """Register `privileged`."""
    parser = commands.add_parser("privileged", help="does what needs rights; the system starts it")
    parser.add_argument("way", nargs="?", default="serve", choices=_WAYS)
    parser.add_argument("words", nargs="*", metavar="WORD", help="a verb and its arguments, for ask")
    parser.set_defaults(run=_privileged)


def _privileged(args: argparse.Namespace, _house: "House") -> int:
    if args.way == "serve":
        from desktop_app.privileged.__main__ import main

        return main()
    from desktop_app.cli.output import warn
    from desktop_app.privileged.verbs import Refused

    try:
        return _turn_on() if args.way == "turn-on" else _ask(args.words)
    except Refused as refused:
        warn(f"{refused.kind}: {refused}")
        return 1


def _turn_on() -> int:
    from desktop_app.privileged.windows import turn_on

    return turn_on()


def _ask(words: list[str]) -> int:
    """Prints which verbs are allowed, or has one done."""
    from desktop_app.cli.output import emit_json
    from desktop_app.privileged.asking import ask

    verbs = ask(words)
    if not words:
        emit_json(verbs)
    return 0
