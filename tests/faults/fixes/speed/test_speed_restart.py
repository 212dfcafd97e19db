"""A restart that is awaited, as Debian writes it down, under a root of the test's own."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these marks are those of Linux")
_DAY = 86400


def machine(tmp_path: Path, days: float, *, waits: bool = False, **environ: str) -> Here:
    """On for `days`; the desktop's own window says so in a file when it opens."""
    root = tmp_path / "root"
    (root / "proc").mkdir(parents=True)
    (root / "run").mkdir()
    (root / "proc/uptime").write_text(f"{days * _DAY:.2f} 100.00\n")
    if waits:
        (root / "run/reboot-required").write_text("*** System restart required ***\n")
        (root / "run/reboot-required.pkgs").write_text("linux-image-6.1\nlinux-base\n")
    return replace(here_of(tmp_path, **environ), root=root)


def with_window(tmp_path: Path, restarts: Path | None) -> str:
    """A desktop whose window, once opened, restarts the machine (or the user presses Cancel in it)."""
    tools = tmp_path / "tools"
    tools.mkdir()
    does = f"rm -f {restarts}/run/reboot-required; echo 60.00 1.00 > {restarts}/proc/uptime" if restarts else "true"
    (tools / "gnome-session-quit").write_text(f'#!/bin/sh\ntest "$1" = --reboot || exit 2\n{does}\n')
    (tools / "gnome-session-quit").chmod(0o755)
    return f"{tools}:/usr/bin:/bin"


@pytest.mark.parametrize("fix", ["restart_overdue", "update_restart_pending"])
def test_an_update_that_waits(tmp_path: Path, fix: str) -> None:
    path = with_window(tmp_path, tmp_path / "root")
    here = machine(tmp_path, 3, waits=True, XDG_CURRENT_DESKTOP="ubuntu:GNOME", PATH=path)
    patient = Patient(tmp_path, here)
    run = patient.heal(fix, answers={"back": "done"})
    assert patient.outcome(run, "look") == "wanted"
    assert patient.outcome(run, "ask") == "asked"
    assert patient.outcome(run, "prove") == "recent"
    assert patient.proved(run)
    assert run.undo_until is None


def test_weeks_without_a_restart(tmp_path: Path) -> None:
    path = with_window(tmp_path, None)
    here = machine(tmp_path, 45, XDG_CURRENT_DESKTOP="GNOME", PATH=path)
    patient = Patient(tmp_path, here)
    run = patient.heal("restart_overdue", answers={"back": "done"})
    assert patient.outcome(run, "look") == "long"
    assert run.state is RunState.NEEDS_PERSON
    assert patient.heal("update_restart_pending").state is RunState.NOTHING_FOUND


def test_a_desktop_without_such_a_window(tmp_path: Path) -> None:
    here = machine(tmp_path, 45, XDG_CURRENT_DESKTOP="sway")
    before = tree(tmp_path / "root")
    run = Patient(tmp_path, here).heal("restart_overdue", answers={"by_hand": "later"})
    assert run.state is RunState.NOTHING_FOUND
    assert tree(tmp_path / "root") == before


@pytest.mark.parametrize("fix", ["restart_overdue", "update_restart_pending"])
def test_started_this_morning(tmp_path: Path, fix: str) -> None:
    assert Patient(tmp_path, machine(tmp_path, 0.2)).heal(fix).state is RunState.NOTHING_FOUND
