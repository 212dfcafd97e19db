"""`rescousse helpdesk audit …`: whether what was done stands as it was written."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop_app.cli.desk import command, set_up
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

_WHY = {
    "changed": "was changed after it was written",
    "missing": "does not follow the one before: something was removed or put in",
    "cut_off": "is missing: the end was cut off",
}


def add(desk: "Commands") -> None:
    """Register `audit check`."""
    audit = desk.add_parser("audit", help="what was done, in a chain").add_subparsers(required=True, metavar="COMMAND")
    checking = command(audit, "check", check, "whether the chain is whole")
    checking.add_argument("--head", default="", help="the head that an earlier check printed: it must still stand")


def check(args: argparse.Namespace, _house: "House") -> int:
    """0 when the chain is whole; its head is printed to be kept elsewhere."""
    set_up(args)
    from desktop_app.helpdesk.audit_check import check as walk

    found = walk(args.head)
    if args.json:
        emit_json(asdict(found))
    elif not found.why:
        say(f"All {found.acts} acts stand as they were written. Head: {found.head}")
    if found.why:
        warn(f"Act {found.broken_at} {_WHY[found.why]}. The {found.acts} acts before it stand.")
    return 1 if found.why else 0
