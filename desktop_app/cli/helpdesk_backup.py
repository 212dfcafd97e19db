"""`rescousse helpdesk backup` and `restore`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, settle
from desktop_app.cli.output import emit_json, say

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(desk: "Commands") -> None:
    """Register both."""
    command(desk, "backup", _backup, "all of it in one archive, while it serves").add_argument("archive", type=Path)
    restoring = command(desk, "restore", _restore, "from an archive, into a folder and a database that are empty")
    restoring.add_argument("archive", type=Path)


def _backup(args: argparse.Namespace, _house: "House") -> int:
    from desktop_app.helpdesk.backup import back_up

    settle(args)
    files = back_up(args.data.absolute(), args.database, args.archive.absolute())
    emit_json({"archive": str(args.archive), "attachments": files}) if args.json else say(str(args.archive))
    return 0


def _restore(args: argparse.Namespace, _house: "House") -> int:
    from desktop_app.helpdesk.restore import restore

    settle(args)
    files = restore(args.archive.absolute(), args.data.absolute(), args.database)
    emit_json({"data": str(args.data), "attachments": files}) if args.json else say(str(args.data))
    return 0
