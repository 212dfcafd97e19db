"""Programs that should not run: from a temporary folder, or to look at the screen. Real ones, stopped and let go."""

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
from tests.faults.fixes.speed.real_program import PYTHON, called, running
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these programs are those of Linux")
WaitUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def here(tmp_path: Path) -> Here:
    """Under a root of its own: what others run from this machine's /tmp is not looked at."""
    root = tmp_path / "root"
    (root / "tmp").mkdir(parents=True)
    return replace(here_of(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "home/.config")), root=root)


@pytest.fixture
def stranger(here: Here, wait_until: WaitUntil) -> Iterator[psutil.Process]:
    """A program that was fetched into the temporary folder and opens again at every sign-in."""
    autostart = here.home / ".config/autostart"
    autostart.mkdir(parents=True)
    plain = here.root / "tmp/updater"
    plain.write_bytes(Path("/bin/sleep").read_bytes())
    plain.chmod(0o700)
    (autostart / "updater.desktop").write_text(f"[Desktop Entry]\nName=Updater\nExec={plain} 600\n")
    (autostart / "mail.desktop").write_text("[Desktop Entry]\nName=Mail\nExec=thunderbird\n")
    with running(plain, "600") as program:
        process = psutil.Process(program.pid)
        wait_until(lambda: process.name() == "updater")
        yield process


class TestStranger:
    def test_made_harmless_and_given_back(self, tmp_path: Path, here: Here, stranger: psutil.Process) -> None:
        before = tree(tmp_path / "root"), tree(here.home)
        path = here.root / "tmp/updater"
        patient = Patient(tmp_path, here)
        run = patient.heal("suspicious_program", answers={"which": holding.stored(path), "tell": "no"})
        assert patient.outcome(run, "look") == "found"
        assert patient.proved(run)
        assert stranger.status() == psutil.STATUS_STOPPED
        assert not path.exists()
        assert "Hidden=true" in (here.home / ".config/autostart/updater.desktop").read_text()
        assert "Hidden" not in (here.home / ".config/autostart/mail.desktop").read_text()
        evidence = next(here.holding.glob("evidence-*.json")).read_text()
        assert str(path) in evidence

        assert patient.undo(run).state is RunState.UNDONE
        assert (tree(tmp_path / "root"), tree(here.home)) == before
        assert stranger.status() != psutil.STATUS_STOPPED

    def test_handed_over_it_stays_harmless(self, tmp_path: Path, here: Here, stranger: psutil.Process) -> None:
        wanted = holding.stored(here.root / "tmp/updater")
        patient = Patient(tmp_path, here)
        run = patient.heal("suspicious_program", answers={"which": wanted, "tell": "yes"})
        assert run.state is RunState.NEEDS_PERSON
        assert stranger.status() == psutil.STATUS_STOPPED
        assert run.undo_until is not None

    def test_one_that_the_user_knows(self, tmp_path: Path, here: Here, stranger: psutil.Process) -> None:
        before = tree(here.home)
        run = Patient(tmp_path, here).heal("suspicious_program", answers={"which": "known"})
        assert run.state is RunState.NOTHING_FOUND
        assert stranger.status() != psutil.STATUS_STOPPED
        assert tree(here.home) == before

    def test_a_script_that_another_program_reads(self, tmp_path: Path, here: Here) -> None:
        (here.home / "Downloads").mkdir()
        script = here.home / "Downloads/free_game.py"
        script.write_text("print('on', flush=True)\nimport signal\nsignal.pause()\n")
        with running(PYTHON, script, says="on"):
            found = Computer(tmp_path, here=here).check("security.strangers", Given())
        assert [item.id for item in found.items] == [holding.stored(script)]

    def test_only_what_was_shown_is_touched(self, tmp_path: Path, here: Here) -> None:
        precious = here.home / "thesis.odt"
        precious.write_text("mine")
        actions = Computer(tmp_path, here=here)
        assert actions.plan("security.set_aside", Given({"file": holding.stored(precious)})).outcome == "gone"
        forged = {"path": "thesis.odt", "mode": 0, "is_file": True, "programs": [], "entries": [], "token": "f" * 32}
        for path in ("thesis.odt", holding.stored(here.home / "x/../thesis.odt")):
            with pytest.raises(ActionFailed):
                actions.undo("security.set_aside", {**forged, "path": path})
        actions.undo("security.set_aside", {**forged, "path": holding.stored(precious)})
        assert precious.read_text() == "mine"

    def test_cut_short_it_can_be_finished_or_taken_back(
        self, tmp_path: Path, here: Here, stranger: psutil.Process
    ) -> None:
        before = tree(tmp_path / "root"), tree(here.home)
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("security.set_aside", Given({"file": holding.stored(here.root / "tmp/updater")}))

        class Cut(BaseException):
            pass

        for share_at in (0.3, 0.6, 1):

            def stop(_: str, share: float, share_at: float = share_at) -> None:
                if share == share_at:
                    raise Cut

            with pytest.raises(Cut):
                actions.apply("security.set_aside", plan.saved, stop)
            actions.undo("security.set_aside", plan.saved)
            actions.undo("security.set_aside", plan.saved)
            assert (tree(tmp_path / "root"), tree(here.home)) == before
        actions.apply("security.set_aside", plan.saved, quiet)
        actions.apply("security.set_aside", plan.saved, quiet)
        assert stranger.status() == psutil.STATUS_STOPPED

    def test_nothing_odd_runs(self, tmp_path: Path, here: Here) -> None:
        assert Patient(tmp_path, here).heal("suspicious_program").state is RunState.NOTHING_FOUND


@pytest.fixture
def remote(tmp_path: Path, here: Here) -> Iterator[subprocess.Popen[bytes]]:
    """A program of the name of a well-known one, which opens at sign-in."""
    autostart = here.home / ".config/autostart"
    autostart.mkdir(parents=True)
    (autostart / "anydesk.desktop").write_text("[Desktop Entry]\r\nName=AnyDesk\r\nExec=/usr/bin/anydesk --tray\r\n")
    (autostart / "notes.desktop").write_text("[Desktop Entry]\nName=Notes\nExec=notes --about-anydesk-and-more\n")
    (autostart / "other.desktop").write_text("[Desktop Entry]\nName=Other\nExec=/opt/other/notanydesk\n")
    words = "import signal; print('on', flush=True); signal.pause()"
    with running(called(tmp_path, "anydesk"), "-c", words, says="on") as program:
        yield program


class TestRemoteTool:
    @pytest.mark.parametrize(("told", "state"), [("no", RunState.FIXED), ("yes", RunState.NEEDS_PERSON)])
    def test_ended_and_kept_shut(
        self, tmp_path: Path, here: Here, remote: subprocess.Popen[bytes], told: str, state: RunState
    ) -> None:
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("unknown_remote_tool", answers={"expected": "no", "which": "anydesk", "tell": told})
        assert [patient.outcome(run, step) for step in ("look", "end_tool", "keep_shut", "prove")] == [
            *("running", "ended"),
            *("done", "none"),
        ]
        assert run.state is state
        assert run.steps[0].facts["program"] == "AnyDesk"
        assert not psutil.pid_exists(remote.pid)
        changed = [name for name, content in tree(here.home).items() if content != before[name]]
        assert changed == [".config/autostart/anydesk.desktop"]
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_the_person_is_expected(self, tmp_path: Path, here: Here, remote: subprocess.Popen[bytes]) -> None:
        run = Patient(tmp_path, here).heal("unknown_remote_tool", answers={"expected": "yes"})
        assert run.state is RunState.NOTHING_FOUND
        assert remote.poll() is None

    def test_a_forged_record_ends_nobody_else(self, tmp_path: Path, here: Here) -> None:
        with running("sleep", "600") as other:
            mark = f"{other.pid}:{psutil.Process(other.pid).create_time():.2f}"
            saved = {"tool": "anydesk", "programs": [mark]}
            assert Computer(tmp_path, here=here).apply("security.remote.end", saved, quiet).outcome == "ended"
            assert other.poll() is None
        assert (
            Computer(tmp_path, here=here).hindrance("security.remote.keep_shut", {"tool": "x", "entries": []}) == "gone"
        )

    def test_nobody_looks(self, tmp_path: Path, here: Here) -> None:
        assert Patient(tmp_path, here).heal("unknown_remote_tool").state is RunState.NOTHING_FOUND
