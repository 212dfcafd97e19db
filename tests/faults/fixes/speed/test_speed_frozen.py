"""Real windows on a real X screen: one that hangs, one that was stopped, one that is well."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from build_scripts.display import VirtualDisplay
from desktop_app.adapters.actions import Computer, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.speed import frozen
from desktop_app.domain.action import Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these windows are those of X11")
WaitUntil = Callable[[Callable[[], object]], None]
Open = Callable[[str, str], subprocess.Popen[bytes]]

_PROGRAM = """
import signal, sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("…")
window.setWindowTitle(sys.argv[1])
window.show()
if sys.argv[2] == "hangs":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for _ in range(50):
        app.processEvents()
    while True:
        signal.pause()
sys.exit(app.exec())
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualDisplay]:
    with VirtualDisplay(tray=False, accessible=False) as display:
        yield display


@pytest.fixture
def here(tmp_path: Path, screen: VirtualDisplay) -> Here:
    return here_of(tmp_path, DISPLAY=screen.environment["DISPLAY"], WAYLAND_DISPLAY="")


@pytest.fixture
def open_window(screen: VirtualDisplay) -> Iterator[Open]:
    opened: list[subprocess.Popen[bytes]] = []

    def start(title: str, how: str) -> subprocess.Popen[bytes]:
        program = screen.start([sys.executable, "-c", _PROGRAM, title, how], {"QT_QPA_PLATFORM": "xcb"})
        opened.append(program)
        assert screen.wait_for_window(title, program)
        return program

    yield start
    for program in opened:
        program.kill()
        program.wait(20)


@pytest.fixture
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever answers at all does so within a minute, however busy this machine is."""
    monkeypatch.setattr(frozen, "_PATIENCE_S", 60.0)
    monkeypatch.setattr(frozen, "_CLOSING_S", 60.0)


def test_a_hung_window_is_asked_then_forced(tmp_path: Path, here: Here, open_window: Open) -> None:
    healthy, hung = open_window("Courrier", "answers"), open_window("Budget", "hangs")
    patient = Patient(tmp_path, here)
    run = patient.heal("program_frozen", answers={"which": processes.mark(psutil.Process(hung.pid))})
    assert patient.outcome(run, "look") == "frozen"
    assert str(run.steps[0].facts["window"]).endswith(": Budget")
    assert [patient.outcome(run, step) for step in ("ask", "force", "prove")] == ["open", "ended", "closed"]
    assert run.state is RunState.FIXED
    assert healthy.poll() is None
    assert run.undo_until is None


def test_a_refused_force_leaves_the_program_alone(tmp_path: Path, here: Here, open_window: Open) -> None:
    hung = open_window("Budget", "hangs")
    patient = Patient(tmp_path, here)
    run = patient.heal("program_frozen", consent=False, answers={"which": processes.mark(psutil.Process(hung.pid))})
    assert run.state is RunState.STOPPED
    assert hung.poll() is None


@pytest.mark.usefixtures("time_enough")
def test_a_stopped_window_wakes_and_sleeps_again(
    tmp_path: Path, here: Here, open_window: Open, wait_until: WaitUntil
) -> None:
    program = open_window("Plan", "answers")
    process = psutil.Process(program.pid)
    program.send_signal(signal.SIGSTOP)
    wait_until(lambda: process.status() == psutil.STATUS_STOPPED)
    patient = Patient(tmp_path, here)
    run = patient.heal("program_frozen")
    assert patient.outcome(run, "look") == "asleep"
    assert patient.proved(run)
    assert process.status() != psutil.STATUS_STOPPED
    assert patient.undo(run).state is RunState.UNDONE
    assert process.status() == psutil.STATUS_STOPPED


@pytest.mark.usefixtures("time_enough")
def test_windows_that_answer_are_left_alone(tmp_path: Path, here: Here, open_window: Open) -> None:
    program = open_window("Courrier", "answers")
    patient = Patient(tmp_path, here)
    assert patient.heal("program_frozen").state is RunState.NOTHING_FOUND
    assert program.poll() is None


@pytest.mark.usefixtures("time_enough")
def test_a_window_is_closed_as_by_its_own_cross(tmp_path: Path, here: Here, open_window: Open) -> None:
    program = open_window("Courrier", "answers")
    actions = Computer(tmp_path, here=here)
    plan = actions.plan("speed.close", Given({"program": processes.mark(psutil.Process(program.pid))}))
    assert actions.apply("speed.close", plan.saved, quiet).outcome == "closed"
    assert program.wait(20) in (0, None)
    assert actions.apply("speed.close", plan.saved, quiet).outcome == "closed"


def test_without_a_screen_the_user_is_asked(tmp_path: Path) -> None:
    actions = Computer(tmp_path, here=here_of(tmp_path, DISPLAY="", WAYLAND_DISPLAY=""))
    assert actions.check("speed.frozen", Given()).outcome in ("unknown", "asleep")
