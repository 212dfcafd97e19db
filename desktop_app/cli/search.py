"""`rescousse search`: guided fixes first, then articles."""

import argparse
from typing import TYPE_CHECKING

from desktop_app import resources
from desktop_app.cli.output import emit_json, say, warn
from desktop_app.domain.words import LANGUAGES

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(commands: "Commands") -> None:
    """Register `search`."""
    parser = commands.add_parser("search", help="find a guided fix or an article")
    parser.add_argument("text", metavar="TEXT", nargs="+", help="what is going wrong, in your own words")
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--limit", type=int, default=8, metavar="N")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_search)


def _search(args: argparse.Namespace, house: "House") -> int:
    language = args.lang or house.language
    house.search.understand(language)
    answers = house.search.search(" ".join(args.text), language, args.limit)
    if args.json:
        emit_json(answers)
        return 0
    for answer in answers:
        say(f"{answer.id}\n  {answer.title}\n  {answer.summary}")
    if not answers:
        warn(resources.sentence("fixes", "no_answer_found", language))
    return 0
