"""Asks who keeps the list of known weaknesses about all that is shipped: `python3 build_scripts/bill_audit.py`.

A weakness that is known stops the release. Where nobody can be asked, that is said, and the silence is no clean bill.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import bundle
from build_scripts.environment import LOCKS
from build_scripts.progress import Trouble, step, tell

_SHIPPED = ("bundle.txt", "app.txt")
Report = dict[str, Any]


def main() -> int:
    """Ask; 1 with the weaknesses."""
    try:
        bundle.prepare()
        audit()
    except Trouble as trouble:
        return tell(trouble)
    return 0


def audit() -> None:
    """Every locked library of the desktop and of the help desk. Raises Trouble with what is known against one."""
    for name in _SHIPPED:
        step(f"{name}: {judge(_asked(name))}")


def judge(report: Report | None) -> str:
    """What an answer means, in a sentence; None is no answer. Raises Trouble for a weakness."""
    libraries = report["dependencies"] if report else []
    known = [
        f"{library['name']} {library['version']}: {weakness['id']}, mended in {_mended(weakness)}"
        for library in libraries
        for weakness in library.get("vulns", [])
    ]
    if known:
        raise Trouble("\n".join(["Weaknesses are known of what would be shipped:", *known]))
    looked_up = [library for library in libraries if "skip_reason" not in library]
    if not looked_up:
        return "nobody could be asked about known weaknesses from here. Ask from a machine that may."
    return f"no weakness is known of {len(looked_up)} of {len(libraries)} libraries"


def _mended(weakness: Report) -> str:
    return ", ".join(weakness.get("fix_versions", [])) or "no version yet"


def _asked(lock: str) -> Report | None:
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    command = [str(bundle.PYTHON), "-m", "pip_audit", *options, "--requirement", str(LOCKS / lock)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        report: Report = json.loads(done.stdout)
    except ValueError:
        return None
    return report


if __name__ == "__main__":
    sys.exit(main())
