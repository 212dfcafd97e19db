"""Updates that hang or went wrong, under a root of the test's own: real locks, real programs, a really full disk."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions import Computer, holding
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.fix import RunState
from tests.faults.fixes.speed.real_program import called, running
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these updates are those of Linux")
WaitUntil = Callable[[Callable[[], object]], None]
_HOLDS = """
import fcntl, signal, sys
lock = open(sys.argv[1], "w")
fcntl.lockf(lock, fcntl.LOCK_EX)
print("held", flush=True)
signal.pause()
"""
_HISTORY = """
Start-Date: 2026-11-18  09:00:01
Commandline: apt-get upgrade
Upgrade: base-files:amd64 (12.4, 12.5)
End-Date: 2026-11-18  09:00:09

Start-Date: 2026-11-20  09:00:01
Commandline: /usr/bin/unattended-upgrade
Upgrade: linux-image-amd64:amd64 (6.1.1-1, 6.1.2-1), openssl:amd64 (3.0.1, 3.0.2)
Error: Sub-process /usr/bin/dpkg returned an error code (1)
End-Date: 2026-11-20  09:00:31
"""
_WELL = """
Start-Date: 2026-11-21  09:00:01
Upgrade: linux-image-amd64:amd64 (6.1.1-1, 6.1.2-1)
End-Date: 2026-11-21  09:00:31
"""


@pytest.fixture
def here(tmp_path: Path) -> Here:
    root = tmp_path / "root"
    for folder in ("var/lib/dpkg/updates", "var/lib/pacman", "var/log/apt", "var/cache/apt/archives", "run"):
        (root / folder).mkdir(parents=True)
    (root / "proc").symlink_to("/proc")
    (root / "var/lib/dpkg/status").write_text("Package: base-files\nStatus: install ok installed\n")
    return replace(here_of(tmp_path), root=root)


@pytest.fixture
def updater(tmp_path: Path, here: Here) -> Iterator[psutil.Process]:
    """A program called `apt-get` that holds dpkg's lock."""
    lock = here.at("var/lib/dpkg/lock-frontend")
    with running(called(tmp_path, "apt-get"), "-c", _HOLDS, lock, says="held") as program:
        yield psutil.Process(program.pid)


class TestStuck:
    def test_asleep_woken_and_put_to_sleep_again(
        self, tmp_path: Path, here: Here, updater: psutil.Process, wait_until: WaitUntil
    ) -> None:
        updater.suspend()
        wait_until(lambda: updater.status() == psutil.STATUS_STOPPED)
        patient = Patient(tmp_path, here)
        run = patient.heal("update_stuck")
        assert patient.outcome(run, "look") == "asleep"
        assert patient.outcome(run, "prove") == "working"
        assert patient.proved(run)
        assert patient.undo(run).state is RunState.UNDONE
        assert updater.status() == psutil.STATUS_STOPPED

    def test_one_at_work_is_left_alone(self, tmp_path: Path, here: Here, updater: psutil.Process) -> None:
        patient = Patient(tmp_path, here)
        run = patient.heal("update_stuck", answers={"wait": "later"})
        assert patient.outcome(run, "look") == "working"
        assert run.state is RunState.NOTHING_FOUND
        assert run.steps[0].facts["program"] == "apt-get"

    def test_a_mark_without_its_program(self, tmp_path: Path, here: Here) -> None:
        mark = here.at("var/lib/pacman/db.lck")
        mark.touch()
        before = tree(tmp_path / "root")
        patient = Patient(tmp_path, here)
        run = patient.heal("update_stuck")
        assert patient.outcome(run, "look") == "leftover"
        if os.access(mark.parent, os.W_OK):
            assert patient.proved(run)
            assert not mark.exists()
            assert patient.undo(run).state is RunState.UNDONE
        assert tree(tmp_path / "root") == before

    def test_a_number_that_nobody_has_any_more(self, tmp_path: Path, here: Here) -> None:
        with subprocess.Popen(["true"]) as gone:
            gone.wait()
        here.at("run/zypp.pid").write_text(f"{gone.pid}\n")
        assert Computer(tmp_path, here=here).check("updates.stuck", Given()).outcome == "leftover"
        here.at("run/zypp.pid").write_text(f"{os.getpid()}\n")
        assert Computer(tmp_path, here=here).check("updates.stuck", Given()).outcome == "fine"

    def test_stopped_half_way_is_for_a_person(self, tmp_path: Path, here: Here) -> None:
        here.at("var/lib/dpkg/updates/0001").write_text("Package: openssl\n")
        patient = Patient(tmp_path, here)
        run = patient.heal("update_stuck")
        assert patient.outcome(run, "look") == "half_done"
        assert run.state is RunState.NEEDS_PERSON

    def test_a_forged_record_moves_nothing(self, tmp_path: Path, here: Here) -> None:
        passwd = here.at("etc/passwd")
        held = here.holding / ("f" * 32) / "0000-x"
        forged = {"moves": [[holding.stored(passwd), holding.stored(held)]], "token": "f" * 32}
        with pytest.raises(ActionFailed):
            Computer(tmp_path, here=here).apply("updates.stuck.tidy", forged, quiet)

    def test_no_update_under_way(self, tmp_path: Path, here: Here) -> None:
        lock = here.at("var/lib/dpkg/lock-frontend")
        lock.touch()
        with lock.open("w") as once:
            fcntl.lockf(once, fcntl.LOCK_EX)
        assert Patient(tmp_path, here).heal("update_stuck").state is RunState.NOTHING_FOUND


class TestFailed:
    def window(self, here: Here, tmp_path: Path) -> None:
        """The desktop's own window for updates: opened, it does the work that failed."""
        works = tmp_path / "works"
        works.write_text(
            f"#!/bin/sh\ncat {tmp_path}/well >> {here.root}/var/log/apt/history.log\ntouch {tmp_path}/opened\n"
        )
        works.chmod(0o755)
        (tmp_path / "well").write_text(_WELL)
        file = here.at("usr/share/applications/org.gnome.Software.desktop")
        file.parent.mkdir(parents=True)
        file.write_text(f"[Desktop Entry]\nType=Application\nName=Software\nExec={works}\n")

    def test_tried_again_in_the_systems_own_window(self, tmp_path: Path, here: Here, wait_until: WaitUntil) -> None:
        self.window(here, tmp_path)
        here.at("var/log/apt/history.log").write_text(_HISTORY)
        patient = Patient(tmp_path, here)
        run = patient.fixes.advance(patient.fixes.begin("update_failed").id)
        assert patient.outcome(run, "look") == "failed"
        assert run.steps[0].facts["program"] == "linux-image-amd64"
        run = patient.fixes.advance(run.id, consent=True)
        wait_until((tmp_path / "opened").exists)
        run = patient.fixes.advance(run.id, answer="done")
        assert patient.proved(run)
        assert run.undo_until is None

    def test_no_room_for_updates(self, tmp_path: Path, here: Here) -> None:
        place = here.at("var/cache/apt/archives")
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1M", "x", place], check=False, capture_output=True)
        if mount.returncode:
            pytest.skip("nothing may be mounted here")
        patient = Patient(tmp_path, here)
        try:
            run = patient.fixes.advance(patient.fixes.begin("update_failed").id)
        finally:
            subprocess.run(["umount", place], check=True)
        assert patient.outcome(run, "look") == "no_space"
        run = patient.fixes.advance(run.id, answer="done")
        assert patient.outcome(run, "prove") == "fine"
        assert run.state is RunState.FIXED

    @pytest.mark.parametrize(
        ("code", "outcome"),
        [("no-network", "no_network"), ("package-download-failed", "no_network"), ("transaction-error", "failed")],
    )
    def test_an_update_that_failed_during_the_start(self, tmp_path: Path, here: Here, code: str, outcome: str) -> None:
        results = here.at("var/lib/PackageKit/offline-update-competed")
        results.parent.mkdir()
        results.write_text(f"[PackageKit Offline Update Results]\nSuccess=false\nErrorCode={code}\nErrorDetails=no\n")
        assert Computer(tmp_path, here=here).check("updates.last", Given()).outcome == outcome

    def test_a_program_left_half_installed(self, tmp_path: Path, here: Here) -> None:
        with here.at("var/lib/dpkg/status").open("a") as status:
            status.write("\nPackage: openssl\nStatus: install ok half-configured\nPriority: optional\n")
        patient = Patient(tmp_path, here)
        run = patient.heal("update_failed")
        assert patient.outcome(run, "look") == "half_done"
        assert run.steps[0].facts["program"] == "openssl"
        assert run.state is RunState.NEEDS_PERSON

    def test_the_last_one_went_well(self, tmp_path: Path, here: Here) -> None:
        here.at("var/log/apt/history.log").write_text(_HISTORY + _WELL)
        assert Patient(tmp_path, here).heal("update_failed").state is RunState.NOTHING_FOUND
