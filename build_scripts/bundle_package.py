"""The command line that the packages share: what they are made of, where they go, how heavy they became."""

import argparse
from collections.abc import Callable
from pathlib import Path

from build_scripts.bundle import DIST, megabytes, weigh
from build_scripts.progress import Trouble, tell


def package(about: str, name: str, make: Callable[..., Path], **files: str) -> int:
    """Make a package from the bundle and weigh it as `name`; 1 with a sentence when something is missing.

    `files` are further files that may be given, each with its meaning; `make` takes them by name.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, default=DIST / "rescousse", metavar="FOLDER", help="what bundle.py made")
    parser.add_argument("--output", type=Path, default=DIST, metavar="FOLDER", help="instead of dist")
    for option, meaning in files.items():
        parser.add_argument(f"--{option}", type=Path, metavar="FILE", help=meaning)
    wanted = parser.parse_args()
    given = {option: getattr(wanted, option) for option in files}
    try:
        made = make(wanted.bundle.absolute(), wanted.output.absolute(), **given)
        weigh(name, megabytes(made), keep=wanted.output == DIST)
    except Trouble as trouble:
        return tell(trouble)
    return 0
