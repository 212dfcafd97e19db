"""`rescousse helpdesk release …`: whether desktops are told that a newer version is out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

_REFUSED = {
    "unknown_key": "This notice is signed with a key that this program does not know. Nobody is told.",
    "bad_signature": "This notice is not what was signed. Nobody is told.",
    "not_a_notice": "This file is no notice of a new version. Nobody is told.",
    "expired": "The day of this notice has passed. Nobody is told.",
    "rolled_back": "A later notice was handed out before. That one stays.",
}


def add(desk: "Commands") -> None:
    """Register `release publish|withdraw`."""
    parsers = desk.add_parser("release", help="tell desktops that a newer version is out")
    actions = parsers.add_subparsers(required=True, metavar="COMMAND")
    command(actions, "publish", _publish, "pass a signed notice on").add_argument("file", type=Path, metavar="FILE")
    command(actions, "withdraw", _withdraw, "tell it no more")


def _publish(args: argparse.Namespace, _house: "House") -> int:
    from desktop_app.knowledge.release_seal import BadNotice
    from desktop_app.protocol.releases import Release

    set_up(args)
    from desktop_app.helpdesk import releases

    try:
        facts = releases.publish(Release.model_validate_json(args.file.read_bytes()))
    except (OSError, ValueError):
        warn(_REFUSED["not_a_notice"])
        return 1
    except BadNotice as refused:
        warn(_REFUSED[refused.reason])
        return 1
    told = {"version": facts.version, "serial": facts.serial, "until": facts.until.isoformat()}
    emit_json(told) if args.json else say(f"{facts.version}, until {facts.until:%Y-%m-%d}")
    return 0


def _withdraw(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from desktop_app.helpdesk import releases

    if not releases.withdraw():
        warn("Nothing is told.")
        return 1
    return 0
