"""All tests with one command: `python3 build_scripts/test.py`.

`test.py unit gui` runs parts, `test.py --fast` skips the checks.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import environment, system_packages
from build_scripts.progress import Trouble, step, tell

PARTS = ("unit", "contract", "gui", "faults", "packaging", "e2e")
CHECKS = (
    ("lint", ["-m", "ruff", "check", "--quiet"]),
    ("format", ["-m", "ruff", "format", "--check", "--quiet"]),
    ("imports", ["-c", "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"]),
    ("translations", ["-m", "build_scripts.translations", "check"]),
    ("types", ["-m", "mypy"]),
)


def main() -> int:
    """Prepare what is missing, check, test; the exit code says whether all of it holds."""
    wanted = _arguments()
    try:
        system_packages.require_venv()
        environment.prepare("test")
        system_packages.require_qt()
        system_packages.require_tests()
        environment.build_translations()
    except Trouble as trouble:
        return tell(trouble)
    failed = [] if wanted.fast else [name for name, command in CHECKS if not _holds(name, command)]
    tested = _pytest(wanted.parts or PARTS, wanted.rest)
    if failed:
        print(f"These checks do not hold: {', '.join(failed)}")
    return 1 if failed else tested


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="parts to run; all when none is named")
    parser.add_argument("--fast", action="store_true", help="tests only, without lint and types")
    parser.add_argument("--rest", nargs=argparse.REMAINDER, default=[], help="arguments for pytest")
    return parser.parse_args()


def _holds(name: str, command: list[str]) -> bool:
    step(f"Checking {name}")
    return subprocess.run([str(environment.PYTHON), *command], cwd=environment.ROOT, check=False).returncode == 0


def _pytest(parts: tuple[str, ...] | list[str], rest: list[str]) -> int:
    start = time.monotonic()
    folders = [f"tests/{part}" for part in parts if any(Path(environment.ROOT, "tests", part).rglob("test_*.py"))]
    step(f"Testing {', '.join(folders)}")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
    # Tests wait as often as they work, so one process more than there are processors; a file stays together
    # because its tests share a help desk.
    spread = [f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=loadfile"]
    command = [str(environment.PYTHON), "-m", "pytest", "--durations=15", *spread, *folders, *rest]
    code = subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode
    step(f"The tests took {time.monotonic() - start:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
