"""`rescousse journal`: everything sent, seen, changed, granted or refused."""

import argparse
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say, warn

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands
    from desktop_app.domain.journal import JournalEntry
    from desktop_app.domain.words import Language


def add(commands: "Commands") -> None:
    """Register `journal`."""
    parser = commands.add_parser("journal", help="everything sent, seen, changed, granted or refused")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, house: "House") -> int:
    entries = house.journal.entries()
    broken = house.journal.first_broken()
    if args.json:
        shown = [{**vars(entry), "sentence": sentence(entry, house.language)} for entry in entries]
        emit_json({"entries": shown, "broken_at": broken})
        return 0
    for entry in entries:
        say(f"{entry.at.astimezone():%Y-%m-%d %H:%M}  {sentence(entry, house.language)}")
    if not entries:
        say(resources.sentence("doctor", "journal_empty", house.language))
    if broken:
        warn(resources.sentence("doctor", "journal_broken", house.language))
    return 0


def sentence(entry: "JournalEntry", language: "Language") -> str:
    """The line in words; a line of another version of the program shows its key and facts."""
    try:
        return resources.sentence("journal", entry.key, language, **entry.facts)
    except KeyError:
        return f"{entry.key} {dict(entry.facts)}"
