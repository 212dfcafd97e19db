"""A real fault, a guided fix of the core pack on it, and what the computer looked like before.

`Patient` runs the fix as a person would who says yes; `tree` is a folder byte by byte, to compare after an undo.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from desktop_app import resources
from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.domain.fix import Run, RunState, StepKind
from desktop_app.domain.journal import JournalKind
from desktop_app.knowledge.pack import Packs
from desktop_app.services.fixes import Fixes

WAITS = (RunState.READY, RunState.ASKING, RunState.CONSENT)


@cache
def core_pack() -> Packs:
    """The pack that ships, read once."""
    return Packs([resources.path("packs/core")])


@dataclass
class Written:
    """The user's journal: what was noted, in order."""

    lines: list[tuple[str, str]] = field(default_factory=list)

    def record(
        self,
        kind: JournalKind,
        key: str,
        facts: Mapping[str, str] | None = None,
        run_id: str = "",
        payload: bytes = b"",
    ) -> None:
        """Keeps the line."""
        self.lines.append((kind.value, key))


class Free:
    """An organisation that forbids nothing."""

    def value(self, key: str) -> list[str]:
        """No fix is locked."""
        return []


class Patient:
    """A computer with something wrong, and the whole engine on it."""

    def __init__(self, folder: Path, here: Here) -> None:
        self.journal = Written()
        self.runs = FixRuns(folder / "runs")
        self.fixes = Fixes(core_pack(), Computer(here.holding, here=here), self.runs, self.journal, Free())

    def heal(self, fix_id: str, *, consent: bool = True, answers: Mapping[str, str] | None = None) -> Run:
        """Runs `fix_id` to its end: every change is agreed to (or refused), questions take `answers` by step."""
        return self.goes_on(self.fixes.advance(self.fixes.begin(fix_id).id), consent=consent, answers=answers)

    def goes_on(self, run: Run, *, consent: bool = True, answers: Mapping[str, str] | None = None) -> Run:
        """The rest of a run, as `heal`."""
        while run.state in WAITS:
            if run.state is RunState.CONSENT:
                run = self.fixes.advance(run.id, consent=consent)
            else:
                run = self.fixes.advance(run.id, answer=(answers or {})[run.current])
        return run

    def undo(self, run: Run) -> Run:
        """Takes everything back."""
        return self.fixes.undo(run.id)

    def outcome(self, run: Run, step_id: str) -> str:
        """What came out of a step."""
        return next(report.outcome for report in run.steps if report.step_id == step_id)

    def proved(self, run: Run) -> bool:
        """The last verification of the fix was done and satisfied; else the test ends with what every step said."""
        steps = {step.id: step for step in self.fixes.fix(run.fix_id).steps}
        proofs = [report for report in run.steps if steps[report.step_id].kind is StepKind.VERIFY and report.outcome]
        assert run.state is RunState.FIXED, _told(run)
        assert proofs, _told(run)
        return True


def _told(run: Run) -> str:
    steps = [f"{step.step_id}: {step.state} {step.outcome} {dict(step.facts)} {step.detail}" for step in run.steps]
    return "\n".join((f"{run.fix_id}: {run.state}", *steps))


def tree(folder: Path) -> dict[str, tuple[int, bytes | str]]:
    """Every file, folder and link under `folder` with its mode and content. Times are not kept."""
    found: dict[str, tuple[int, bytes | str]] = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place) / name
            mode = path.lstat().st_mode
            found[str(path.relative_to(folder))] = (mode, _content(path, mode))
    return found


def _content(path: Path, mode: int) -> bytes | str:
    if stat.S_ISLNK(mode):
        return str(path.readlink())
    return path.read_bytes() if stat.S_ISREG(mode) else ""
