"""What the faults of signing in share: a person who acts when asked, and the real engine in another process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

OWN_MOUNTS = ("unshare", "--mount", "sh", "-c")
"""A view of the file system of its own: what is mounted there, nobody else sees."""

needs_own_mounts = pytest.mark.skipif(
    sys.platform != "linux" or subprocess.run((*OWN_MOUNTS, "mount -t tmpfs none /mnt"), check=False).returncode != 0,
    reason="needs Linux and the right to mount",
)
ROOT = Path(__file__).resolve().parents[4]
# What a process of its own says of a run: its state and every outcome
TELLS = """
import json, sys, threading, time
# libfaketime refuses the system call behind Python's own
time.sleep = lambda seconds: threading.Event().wait(seconds) and None
from desktop_app.adapters.actions.here import Here
from pathlib import Path
from tests.faults.healing import Patient
from tests.faults.fixes.signin.signin_faults import Acts

folder, url, fix, answers = Path(sys.argv[1]), sys.argv[2], sys.argv[3], json.loads(sys.argv[4])
patient = Patient(folder, Here(folder / "held", lambda: url, home=folder))
run = patient.heal(fix, answers=Acts({step: (tuple(words[:-1]), words[-1]) for step, words in answers.items()}))
told = {report.step_id: report.outcome for report in run.steps if report.outcome}
told |= {f"{r.step_id}!": r.detail for r in run.steps if r.outcome == "failed"}
undone = patient.undo(run).state.value if run.undo_until and "--undo" in sys.argv else ""
print(json.dumps({"state": run.state.value, "undone": undone, **told}))
"""


@dataclass(frozen=True)
class Acts(Mapping[str, str]):
    """Answers of a person who acts before each: runs a command, or calls a function."""

    by_step: Mapping[str, tuple[tuple[str, ...] | Callable[[], object], str]]

    def __getitem__(self, step: str) -> str:
        act, answer = self.by_step[step]
        if callable(act):
            act()
        elif act:
            subprocess.run(act, check=True, timeout=30, capture_output=True)
        return answer

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_step)

    def __len__(self) -> int:
        return len(self.by_step)


def told(command: tuple[str, ...], folder: Path, url: str, fix: str, **more: Any) -> dict[str, str]:
    """Runs `fix` in a process of its own after `command`; `answers`, `environ` and `undo` may be given."""
    words = [*command, sys.executable, "-c", TELLS, str(folder), url, fix, json.dumps(more.get("answers", {}))]
    environ = {**os.environ, "HOME": str(folder), "PYTHONPATH": str(ROOT), **more.get("environ", {})}
    words += ["--undo"] if more.get("undo") else []
    done = subprocess.run(words, env=environ, capture_output=True, text=True, timeout=90, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    answer: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return answer
