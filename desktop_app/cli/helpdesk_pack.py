"""`rescousse helpdesk pack …`: signed packs handed out to every desktop, and the key for fixes of the console."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(desk: "Commands") -> None:
    """Register `pack publish|list|withdraw|key`."""
    pack = desk.add_parser("pack", help="packs of your organisation").add_subparsers(required=True, metavar="COMMAND")
    command(pack, "publish", _publish, "hand a signed pack out").add_argument("folder", type=Path, metavar="FOLDER")
    command(pack, "list", _list, "what is handed out")
    command(pack, "withdraw", _withdraw, "take a pack back").add_argument("name", metavar="NAME")
    key = command(pack, "key", _key, "a key that signs fixes of the console; standard input has its secret phrase")
    key.add_argument("name", metavar="NAME")


def _publish(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.knowledge.pack import fault_words
    from desktop_app.knowledge.pack_folder import BadPack, read_folder

    set_up(args)
    from desktop_app.helpdesk import packs

    try:
        made = packs.publish(read_folder(args.folder))
    except BadPack as refused:
        for fault in refused.faults:
            warn(fault_words(fault, house.language))
        return 1
    emit_json({"name": made.name, "version": made.version}) if args.json else say(f"{made.name} {made.version}")
    return 0


def _list(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from desktop_app.helpdesk.models import OrganisationPack

    rows = list(OrganisationPack.objects.order_by("pk").values("name", "version", "published_at"))
    if args.json:
        emit_json(rows)
    else:
        for row in rows:
            say(f"{row['name']} {row['version']}  {row['published_at']}")
    return 0


def _withdraw(args: argparse.Namespace, _house: "House") -> int:
    set_up(args)
    from desktop_app.helpdesk import packs

    if not packs.withdraw(args.name):
        warn("There is no such pack.")
        return 1
    return 0


def _key(args: argparse.Namespace, house: "House") -> int:
    """The phrase comes from standard input, never from the command line."""
    words = sys.stdin.readline().rstrip("\n")
    set_up(args)
    from desktop_app.helpdesk import audit, pack_key

    if len(words) < pack_key.SHORTEST:
        warn(f"The secret phrase has to have {pack_key.SHORTEST} characters at least. Nothing was made.")
        return 1
    try:
        line = pack_key.make(args.data.absolute(), args.name, words)
    except ValueError:
        warn(resources.sentence("packs", "not_a_word", house.language, value=args.name))
        return 1
    except FileExistsError:
        warn("There is a key already. Remove pack-key.json yourself if no computer shall take what it signed any more.")
        return 1
    audit.write(audit.Act.PACK_KEY_MADE, None, what=args.name)
    emit_json({"key": line}) if args.json else say(f'packs.keys = ["{line}"]')
    return 0
