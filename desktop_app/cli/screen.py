"""`rescousse screen`: the screen process, as the tray application starts it; of no use by hand."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def add(commands: "Commands") -> None:
    """Register `screen`."""
    parser = commands.add_parser("screen", help="shows the screen; the application starts it")
    parser.add_argument("word", nargs="?", choices=("release", "steps"), help=argparse.SUPPRESS)
    parser.set_defaults(run=_screen)


def _screen(args: argparse.Namespace, _house: "House") -> int:
    from desktop_app.screen.__main__ import run

    return run(args.word)
