"""The command line: one thin function per command of the table, each topic in its own file."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from desktop_app import __version__
from desktop_app.domain.errors import HelpDeskApart, SupportError

if TYPE_CHECKING:
    from desktop_app.bootstrap import House

# First word of the command line: the module that knows it. Only that one is loaded: `rescousse` alone starts fast.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where each topic registers its commands."""

TOPICS = {
    "open": "app",
    "snapshot": "snapshot",
    "redact": "snapshot",
    "search": "search",
    "fix": "fix",
    "ticket": "ticket",
    "outbox": "outbox",
    "journal": "journal",
    "doctor": "doctor",
    "nudges": "nudges",
    "helpdesk": "helpdesk",
    "screen": "screen",
    "privileged": "privileged",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of the table: 0 done, 1 failed, 2 usage, 3 refused, 4 unreachable."""
    from desktop_app.bootstrap import House

    words = list(sys.argv[1:] if arguments is None else arguments)
    args = _parser(words).parse_args(_without_scheme(words))
    house = House()
    try:
        return int(args.run(args, house))
    except SupportError as error:
        return _explain(error, house)
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("desktop_app.helpdesk"):
            raise
        return _explain(HelpDeskApart(), house)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    finally:
        house.close()


def _explain(error: SupportError, house: "House") -> int:
    from desktop_app import resources
    from desktop_app.cli.output import warn

    warn(resources.explain(error, house.language))
    return error.exit_code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rescousse", description="A lifebuoy in the tray: guided fixes and one conversation with IT support."
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--background", action="store_true", help="start with the window hidden, as at login")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog=parser.prog)
    parser.set_defaults(run=_start)
    for module in _modules(words):
        import_module(f"desktop_app.cli.{module}").add(commands)
    return parser


def _modules(words: Sequence[str]) -> list[str]:
    """The one topic that is asked for; all of them for `--help`; none to start the app."""
    first = next((word for word in words if not word.startswith("-")), "")
    if first.startswith("rescousse:"):
        first = "open"
    if first in TOPICS:
        return [TOPICS[first]]
    return list(dict.fromkeys(TOPICS.values())) if words and words != ["--background"] else []


def _without_scheme(words: list[str]) -> list[str]:
    """`rescousse:requests` is what a link says for `open requests`; anything else a link carries is not obeyed."""
    if words and words[0].startswith("rescousse:"):
        page = words[0].removeprefix("rescousse:").strip("/")
        return ["open", page] if page.replace("_", "").isalpha() else ["open"]
    return words


def _start(args: argparse.Namespace, house: "House") -> int:
    from desktop_app.cli.app import start

    return start(args, house)
