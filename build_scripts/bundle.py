"""One folder that runs without Python: `python3 build_scripts/bundle.py` writes `dist/rescousse`.

`--with screen meaning` takes in what showing the screen and searching by meaning need. The size is printed beside the
last one and kept in `sizes.toml`, where growth is seen; more than its limit is a failure.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import environment
from build_scripts.bill import licences
from build_scripts.bundle_contents import EXTRAS, ROOT
from build_scripts.progress import Trouble, step, tell

DIST = ROOT / "dist"
SIZES = ROOT / "build_scripts" / "sizes.toml"
_VENV = ROOT / "build" / "environment"
PYTHON = _VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_LOCK = environment.LOCKS / "bundle.txt"
_HEADER = "# Megabytes of what is shipped, written by bundle.py and its neighbours; the limits are written by hand.\n"


def main() -> int:
    """Build it; 1 with a sentence when something is missing or it has grown too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with", dest="extras", nargs="*", default=[], choices=EXTRAS, help="what to take in")
    parser.add_argument("--output", type=Path, default=DIST, metavar="FOLDER", help="instead of dist")
    wanted = parser.parse_args()
    try:
        folder = build(wanted.output.absolute(), wanted.extras)
        weigh("-".join([sys.platform, *wanted.extras]), megabytes(folder), keep=wanted.output == DIST)
    except Trouble as trouble:
        return tell(trouble)
    return 0


def build(output: Path, extras: list[str]) -> Path:
    """The folder `rescousse` below `output`, made anew. Raises Trouble."""
    prepare()
    step("Making the bundle")
    places = ["--distpath", str(output), "--workpath", str(output / ".work")]
    command = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places]
    environment.run(
        [*command, str(ROOT / "build_scripts" / "rescousse.spec")], env=steady(RESCOUSSE_EXTRAS=" ".join(extras))
    )
    shutil.rmtree(output / ".work")
    licences(output)
    return output / "rescousse"


def prepare() -> None:
    """An environment with what is shipped and what ships it, apart from the one of tests. Raises Trouble."""
    stamp = _VENV / ".installed"
    if not stamp.exists() or stamp.read_bytes() != _LOCK.read_bytes():
        step("Installing what the bundle is made of")
        environment.run([sys.executable, "-m", "venv", "--clear", str(_VENV)])
        environment.run([str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(_LOCK)])
        stamp.write_bytes(_LOCK.read_bytes())
    environment.run([str(PYTHON), "-m", "build_scripts.translations", "build"])


def steady(**more: str) -> dict[str, str]:
    """The environment in which the same source makes the same bytes. Raises Trouble."""
    return {
        **os.environ,
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(moment()),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        **more,
    }


@cache
def moment() -> int:
    """`SOURCE_DATE_EPOCH`, else when the source last changed, in seconds since 1970. Raises Trouble without either."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode:
        raise Trouble(
            "This is not a checkout, so its date is not known: set SOURCE_DATE_EPOCH to the day of the release."
        )
    return int(asked.stdout)


def megabytes(place: Path) -> float:
    """The size of a file or of all files below a folder, in units of 1,000,000 bytes; a link weighs nothing."""
    return round(sum(file.stat().st_size for file in _files(place)) / 1e6, 1)


def _files(place: Path) -> Iterator[Path]:
    yield from (file for file in [place, *place.rglob("*")] if file.is_file() and not file.is_symlink())


def weigh(name: str, size: float, *, keep: bool) -> None:
    """Print a size beside the last one and its limit, and write it down. Raises Trouble when it is above."""
    sizes = tomllib.loads(SIZES.read_text(encoding="utf-8")) if SIZES.exists() else {}
    known = sizes.setdefault(name, {})
    before, limit = known.get("size"), known.get("limit")
    step(f"{name}: {size} MB; before: {before or 'not known'}; at most: {limit or 'no limit'}")
    if limit and size > limit:
        raise Trouble(f"{name} has grown to {size} MB; {limit} MB is the most. See what came in, or raise the limit.")
    if keep:
        known["size"] = size
        SIZES.write_text(_HEADER + "".join(_table(title, sizes[title]) for title in sorted(sizes)), encoding="utf-8")


def _table(title: str, values: dict[str, float]) -> str:
    lines = "".join(f"{key} = {values[key]}\n" for key in sorted(values))
    return f'\n["{title}"]\n{lines}'


if __name__ == "__main__":
    sys.exit(main())
