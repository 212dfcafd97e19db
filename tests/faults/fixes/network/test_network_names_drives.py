"""A folder of another machine that hangs, that is gone, or that was never connected: real gvfs on a bus of its own."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of
from tests.unit.snapshot.private_bus import PrivateBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
Wait = Callable[[Callable[[], object]], None]


class Folder:
    """The other machine."""

    def __init__(self, wait_until: Wait) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"dav://127.0.0.1:{self.port}/equipe"
        self._wait = wait_until
        self.start()

    def start(self) -> None:
        """It is switched on."""
        program = Path(__file__).with_name("names_folder.py")
        self.server = subprocess.Popen([sys.executable, str(program), str(self.port)])
        self._wait(self._answers)

    def _answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        """It is switched off."""
        self.server.kill()
        self.server.wait(10)


@pytest.fixture
def folder(wait_until: Wait) -> Iterator[Folder]:
    made = Folder(wait_until)
    yield made
    made.stop()


@pytest.fixture
def here(tmp_path: Path, wait_until: Wait, monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    if not shutil.which("gio") or not Path("/usr/libexec/gvfsd-dav").exists():
        pytest.skip("gvfs is not installed here (packages libglib2.0-bin, gvfs, gvfs-backends)")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    for name, place in {
        "HOME": tmp_path / "home",
        "XDG_RUNTIME_DIR": runtime,
        "XDG_DATA_HOME": tmp_path / "data",
    }.items():
        monkeypatch.setenv(name, str(place))
    bus = PrivateBus(tmp_path / "bus", wait_until)
    yield here_of(tmp_path, DBUS_SESSION_BUS_ADDRESS=bus.address, XDG_RUNTIME_DIR=str(runtime))
    bus.close()


def holders(bus: str) -> set[int]:
    """The processes that hold folders of this bus: one that is connected again gets a new one."""
    found = (p for p in psutil.process_iter(["name"]) if str(p.info["name"]).startswith("gvfsd-dav"))
    return {p.pid for p in found if p.environ().get("DBUS_SESSION_BUS_ADDRESS", "").startswith(bus)}


def mounted(here: Here) -> bool:
    return "dav://" in here.asked("gio", "mount", "-l")


def test_one_that_hangs_is_let_go_and_connected_again(tmp_path: Path, here: Here, folder: Folder) -> None:
    here.asked("gio", "mount", folder.url)
    patient = Patient(tmp_path, here)
    assert patient.heal("shared_drive_lost").state is RunState.NOTHING_FOUND
    folder.server.send_signal(signal.SIGSTOP)
    run = patient.fixes.advance(patient.fixes.begin("shared_drive_lost").id)
    assert (run.state, patient.outcome(run, "look")) == (RunState.CONSENT, "lost")
    stuck = holders(here.environ["DBUS_SESSION_BUS_ADDRESS"])
    folder.server.send_signal(signal.SIGCONT)
    run = patient.fixes.advance(run.id, consent=True)
    assert patient.proved(run)
    assert mounted(here)
    assert stuck
    assert holders(here.environ["DBUS_SESSION_BUS_ADDRESS"]) - stuck


def test_a_machine_that_is_off_is_handed_over(tmp_path: Path, here: Here, folder: Folder) -> None:
    here.asked("gio", "mount", folder.url)
    folder.stop()
    patient = Patient(tmp_path, here)
    run = patient.heal("shared_drive_lost")
    assert (run.state, patient.outcome(run, "reconnect")) == (RunState.NEEDS_PERSON, "refused")
    assert not mounted(here)


def test_a_remembered_folder_that_is_not_connected(tmp_path: Path, here: Here, folder: Folder) -> None:
    bookmarks = here.home / ".config/gtk-3.0/bookmarks"
    bookmarks.parent.mkdir(parents=True)
    bookmarks.write_text(f"file:///tmp Temporaire\n{folder.url}/ Dossier de l’équipe\n", encoding="utf-8")
    patient = Patient(tmp_path, here)
    run = patient.heal("shared_drive_lost")
    assert patient.outcome(run, "look") == "away"
    assert patient.proved(run)
    assert mounted(here)
    assert patient.heal("shared_drive_lost").state is RunState.NOTHING_FOUND


def test_one_of_the_administrator(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/mounts").write_text(f"//srv/compta {tmp_path}/gone cifs rw 0 0\n/dev/vda1 / ext4 rw 0 0\n")
    plain = here_of(tmp_path, DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/none")
    here = Here(plain.holding, home=plain.home, environ=plain.environ, system="linux", root=root)
    patient = Patient(tmp_path, here)
    run = patient.heal("shared_drive_lost")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "not_ours")
