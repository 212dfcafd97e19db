"""What the bundle carries, for whoever answers for it: `python3 build_scripts/bill.py` writes `dist/….cdx.json`.

A list of materials in the CycloneDX format with exactly what lies in the bundle: Python, its libraries, and the
libraries of the system that came along. `licences` writes the licence of each into the bundle itself.
"""

import argparse
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.bundle_contents import ROOT
from build_scripts.progress import Trouble, step, tell

Bill = dict[str, Any]


def main() -> int:
    """Write it; 1 with a sentence when there is no bundle to describe."""
    from build_scripts.bundle import DIST

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=DIST, metavar="FOLDER", help="where bundle.py wrote")
    try:
        make(parser.parse_args().output.absolute())
    except Trouble as trouble:
        return tell(trouble)
    return 0


def make(output: Path) -> Path:
    """The list of what the bundle below `output` carries. Raises Trouble."""
    from build_scripts.bundle import PYTHON
    from build_scripts.linux_tree import version

    known = carried(output)
    step("Listing what the bundle carries")
    command = [str(PYTHON), "-m", "cyclonedx_py", "environment", "--output-reproducible", "--pyproject"]
    bill = json.loads(_said([*command, str(ROOT / "pyproject.toml"), str(PYTHON)]))
    bill["metadata"]["component"]["version"] = version()
    narrow(bill, set(known["distributions"]))
    bill["components"] += [_python(), *map(_library, known["libraries"])]
    file = output / f"rescousse-{version()}-{sys.platform}.cdx.json"
    file.write_text(json.dumps(bill, indent=1, sort_keys=True), encoding="utf-8")
    return file


def carried(output: Path) -> dict[str, list[str]]:
    """Python's distributions, and where the system's libraries were taken from. Raises Trouble without a bundle."""
    try:
        known: dict[str, list[str]] = json.loads((output / "carried.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise Trouble(f"There is no bundle in {output}. Make it first: python3 build_scripts/bundle.py") from error
    return known


def licences(output: Path) -> None:
    """The licence of everything from elsewhere into the bundle below `output`, as text. Raises Trouble."""
    from build_scripts.bundle import PYTHON

    options = ["--format=plain-vertical", "--with-license-file", "--no-license-path", "--with-urls"]
    names = [*carried(output)["distributions"], "pyinstaller"]  # its boot loader is the program's first bytes
    text = _said([str(PYTHON.with_name("pip-licenses")), *options, "--packages", *names])
    (output / "rescousse" / "third-party.txt").write_text(text, encoding="utf-8")


def narrow(bill: Bill, names: set[str]) -> None:
    """Leave only the components called `names`, and how they depend on each other."""
    bill["components"] = [part for part in bill["components"] if part["name"] in names]
    kept = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [
        {"ref": part["ref"], "dependsOn": [other for other in part.get("dependsOn", []) if other in kept]}
        for part in bill["dependencies"]
        if part["ref"] in kept
    ]


def _python() -> Bill:
    number = platform.python_version()
    return {
        "type": "platform",
        "name": "Python",
        "version": number,
        "bom-ref": "python",
        "cpe": f"cpe:2.3:a:python:python:{number}:*:*:*:*:*:*:*",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _library(source: str) -> Bill:
    """A library that came from the system, with the package and version that it belongs to where that is known."""
    name = Path(source).name
    told: Bill = {"type": "library", "name": name, "bom-ref": f"system:{name}"}
    owner = _quiet(["dpkg-query", "--search", str(Path(source).resolve())]).partition(":")[0]
    number = owner and _quiet(["dpkg-query", "--show", "--showformat=${Version}", owner])
    return {**told, "version": number, "purl": f"pkg:deb/debian/{owner}@{number}"} if number else told


def _quiet(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"This command did not succeed: {' '.join(command[:4])}\n{done.stderr.strip()[-600:]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
