"""`rescousse` and `rescousse open`: the window, or the one that is already running."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands

PAGES = ("home", "search", "requests", "compose", "my_computer", "journal", "settings")


def add(commands: "Commands") -> None:
    """Register `open`."""
    opened = commands.add_parser("open", help="bring the window up on a page")
    opened.add_argument("page", nargs="?", default="home", choices=PAGES)
    opened.set_defaults(run=open_page, background=False)


def start(args: argparse.Namespace, house: "House") -> int:
    """Start the tray application; a second start opens the first one's window.

    A package of Windows or macOS starts it for everybody: who said no to it in the settings is left alone.
    """
    if args.background and not house.settings.value("start_at_login"):
        return 0
    from desktop_app.ui.start import run_app

    return run_app(house, background=args.background)


def open_page(args: argparse.Namespace, house: "House") -> int:
    """Bring the running window up on a page; starts the application when it is not running."""
    from desktop_app.ui.start import run_app

    return run_app(house, page=args.page)
