"""What every `rescousse helpdesk …` takes: where the help desk keeps everything, and whether the answer is JSON."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.bootstrap import House
    from desktop_app.cli import Commands


def command(
    commands: "Commands", name: str, run: Callable[[argparse.Namespace, "House"], int], text: str
) -> argparse.ArgumentParser:
    """Register one of them."""
    parser = commands.add_parser(name, help=text)
    told = os.environ.get  # where it is a service, no list of processes shows what stands here
    folder, database = told("RESCOUSSE_HELPDESK_DATA", "helpdesk-data"), told("RESCOUSSE_HELPDESK_DATABASE", "")
    parser.add_argument("--data", type=Path, default=Path(folder), help="the folder that holds everything")
    parser.add_argument("--database", default=database, help="postgresql://… instead of SQLite in the folder")
    bucket = told("RESCOUSSE_HELPDESK_BUCKET", "")
    parser.add_argument("--bucket", default=bucket, help="s3://name/prefix instead of the folder, for files")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)
    return parser


def settle(args: argparse.Namespace) -> None:
    """Tell this process where everything is."""
    from desktop_app.helpdesk import server

    server.settle(args.data.absolute(), args.database, args.bucket)


def set_up(args: argparse.Namespace) -> None:
    """Make the help desk ready for this process; only then may its models be imported."""
    from desktop_app.helpdesk import server

    server.set_up(args.data.absolute(), args.database, args.bucket)
