"""`rescousse helpdesk search-index rebuild`: the full-text index of the help desk, made anew."""

import argparse
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(desk: "Commands") -> None:
    """Register `search-index rebuild`."""
    parsers = desk.add_parser("search-index", help="the full-text index of requests")
    actions = parsers.add_subparsers(required=True, metavar="COMMAND")
    command(actions, "rebuild", _rebuild, "make it anew from what is stored; nothing else changes")


def _rebuild(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from desktop_app.helpdesk.finding.index import index

    count = index().rebuild()
    emit_json({"texts": count}) if args.json else say(f"{count} texts can be found.")
    return 0
