"""The actions on this very machine: a real CUPS, a real sound server."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from tests.real_cups import RealCups, missing
from tests.unit.fixes.own_home import patient_here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these actions are those of Linux")
WaitUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def printing() -> Iterator[RealCups]:
    if reason := missing():
        pytest.skip(reason)
    with RealCups() as real:
        real.add_printer("Accueil")
        yield real


class TestPrinting:
    def test_jammed_freed_and_given_back(self, printing: RealCups, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=patient_here_of(tmp_path, **printing.environment))
        assert actions.check("printing.queue", Given()).outcome == "clear"
        printing.jam()
        jobs = {printing.print_page("Accueil"), printing.print_page("Accueil")}
        printing.wait_for(lambda: printing.is_stopped("Accueil"))
        found = actions.check("printing.queue", Given())
        assert (found.outcome, found.facts["count"], found.facts["stopped"]) == ("stuck", 2, True)

        plan = actions.plan("printing.queue.set_aside", Given())
        assert set(plan.saved["jobs"]) == jobs
        assert actions.apply("printing.queue.set_aside", plan.saved, quiet).outcome == "done"
        assert actions.check("printing.queue", Given()).outcome == "clear"
        assert set(printing.waiting()) == jobs

        printing.unjam()
        assert actions.hindrance("printing.queue.set_aside", plan.saved) == ""
        actions.undo("printing.queue.set_aside", plan.saved)
        printing.wait_for(lambda: printing.printed() == 2 and not printing.waiting())
        assert actions.hindrance("printing.queue.set_aside", plan.saved) == "gone"
        actions.undo("printing.queue.set_aside", plan.saved)

    def test_somebody_elses_documents_are_left(self, printing: RealCups, tmp_path: Path) -> None:
        printing.jam()
        printing.print_page("Accueil")
        printing.wait_for(lambda: printing.is_stopped("Accueil"))
        actions = Computer(tmp_path, here=patient_here_of(tmp_path, **printing.environment, CUPS_USER="somebody"))
        assert actions.check("printing.queue", Given()).outcome == "paused"
        assert actions.plan("printing.queue.set_aside", Given()).outcome == "nothing"

    def test_rights_that_are_missing_are_said(self, tmp_path: Path) -> None:
        if reason := missing():
            pytest.skip(reason)
        with RealCups(may_start=False) as printing:
            printing.add_printer("Accueil")
            printing.jam()
            printing.print_page("Accueil")
            printing.wait_for(lambda: printing.is_stopped("Accueil"))
            actions = Computer(tmp_path, here=patient_here_of(tmp_path, **printing.environment))
            plan = actions.plan("printing.queue.set_aside", Given())
            assert actions.apply("printing.queue.set_aside", plan.saved, quiet).outcome == "not_allowed"

    def test_print_system_that_is_down(self, printing: RealCups, tmp_path: Path) -> None:
        printing.stop()
        actions = Computer(tmp_path, here=patient_here_of(tmp_path, **printing.environment))
        assert actions.check("printing.queue", Given()).outcome == "no_service"
        assert actions.check("printing.default", Given()).outcome == "no_service"

    def test_default_printer_chosen_and_given_back(self, printing: RealCups, tmp_path: Path) -> None:
        printing.add_printer("Etage2")
        here = patient_here_of(tmp_path, **printing.environment)
        actions = Computer(tmp_path, here=here)
        file = here.home / ".cups/lpoptions"
        file.parent.mkdir()
        file.write_text("Default Gone sides=two-sided-long-edge\n")
        found = actions.check("printing.default", Given())
        assert (found.outcome, found.facts["printer"]) == ("gone", "Gone")
        assert [item.id for item in found.items] == ["Accueil", "Etage2"]

        plan = actions.plan("printing.default.choose", Given({"printer": "Etage2"}))
        actions.apply("printing.default.choose", plan.saved, quiet)
        assert "destination: Etage2" in here.run("lpstat", "-d").out
        assert actions.check("printing.default", Given({"wanted": "Etage2"})).outcome == "right"
        assert actions.hindrance("printing.default.choose", plan.saved) == "gone"

        second = actions.plan("printing.default.choose", Given({"printer": "Accueil"}))
        actions.apply("printing.default.choose", second.saved, quiet)
        assert actions.hindrance("printing.default.choose", plan.saved) == "changed_since"
        assert actions.hindrance("printing.default.choose", second.saved) == ""
        actions.undo("printing.default.choose", second.saved)
        assert "destination: Etage2" in here.run("lpstat", "-d").out
        assert "Dest Gone sides=two-sided-long-edge" in file.read_text()


@pytest.fixture
def loudspeaker(tmp_path: Path, wait_until: WaitUntil) -> Iterator[Here]:
    if not shutil.which("pulseaudio") or not shutil.which("pactl"):
        pytest.skip("PulseAudio is not installed here (packages pulseaudio and pulseaudio-utils)")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    here = patient_here_of(tmp_path, XDG_RUNTIME_DIR=str(runtime), PULSE_RUNTIME_PATH=str(runtime / "pulse"))
    (runtime / "pulse").mkdir(mode=0o700)
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"]
    loads = ["-L", "module-native-protocol-unix", "-L", "module-null-sink sink_name=desk_speaker"]
    server = subprocess.Popen([*command, *loads], env=dict(here.environ), stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: "desk_speaker" in here.run("pactl", "get-default-sink").out)
        yield here
    finally:
        server.terminate()
        server.wait(60)


class TestSound:
    def test_switched_on_and_given_back(self, loudspeaker: Here, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=loudspeaker)
        loudspeaker.asked("pactl", "set-sink-volume", "desk_speaker", "5%")
        loudspeaker.asked("pactl", "set-sink-mute", "desk_speaker", "1")
        assert actions.check("sound.level", Given()).outcome == "muted"
        plan = actions.plan("sound.turn_on", Given())
        assert actions.hindrance("sound.turn_on", plan.saved) == ""
        actions.apply("sound.turn_on", plan.saved, quiet)
        found = actions.check("sound.level", Given())
        assert (found.outcome, found.facts["percent"]) == ("fine", 50)
        actions.undo("sound.turn_on", plan.saved)
        found = actions.check("sound.level", Given())
        assert (found.outcome, found.facts["percent"]) == ("muted", 5)

    def test_another_level_chosen_since_is_kept(self, loudspeaker: Here, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=loudspeaker)
        loudspeaker.asked("pactl", "set-sink-mute", "desk_speaker", "1")
        plan = actions.plan("sound.turn_on", Given())
        actions.apply("sound.turn_on", plan.saved, quiet)
        loudspeaker.asked("pactl", "set-sink-volume", "desk_speaker", "80%")
        assert actions.hindrance("sound.turn_on", plan.saved) == "changed_since"

    def test_no_sound_system(self, tmp_path: Path) -> None:
        if not shutil.which("pactl"):
            pytest.skip("pactl is not installed here (package pulseaudio-utils)")
        here = patient_here_of(tmp_path, XDG_RUNTIME_DIR=str(tmp_path / "none"), PULSE_SERVER=f"unix:{tmp_path}/none")
        assert Computer(tmp_path, here=here).check("sound.level", Given()).outcome == "no_service"
