"""`rescousse nudges`: what this computer would tell unasked; `--look` looks now, giving way to everything else."""

import argparse
from typing import TYPE_CHECKING

from desktop_app.cli.output import emit_json, say

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(commands: "Commands") -> None:
    """Register `nudges`."""
    nudges = commands.add_parser("nudges", help="what will soon stop the work on this computer")
    nudges.add_argument("--look", action="store_true", help="look now, unless power, network or screen forbid it")
    nudges.add_argument("--json", action="store_true")
    nudges.set_defaults(run=_nudges)


def _nudges(args: argparse.Namespace, house: "House") -> int:
    hindrance = _look(house) if args.look else ""
    nudge = house.nudges.current()
    if args.json:
        emit_json({"nudge": dict(nudge.fields) if nudge else None, "hindrance": hindrance})
    elif nudge:
        words = house.nudges.words(nudge, house.language)
        say(f"{words.title} {words.sentence}")
    return 0


def _look(house: "House") -> str:
    from desktop_app.adapters.system.programs import give_way

    give_way()
    return house.nudges.look()
