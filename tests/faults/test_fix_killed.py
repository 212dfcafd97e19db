"""kill -9 in the middle of a repair: the next start knows, and can finish or take back, with nothing lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.adapters.actions.network.proxy_sources import OURS

_FILES = 150
_LINE = "http_proxy=http://me:secret@127.0.0.1:9/\nNAME=é\n"
ROOT = Path(__file__).resolve().parents[2]
WaitUntil = Callable[[Callable[[], object]], None]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the repair that is killed here is one of Linux")


class Desk:
    """A home with many settings to change, and the real program on it."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "state"
        self.config = folder / "home/.config/environment.d"
        self.config.mkdir(parents=True)
        self.files = [self.config / f"{number:03}.conf" for number in range(_FILES)]
        for file in self.files:
            file.write_text(_LINE, encoding="utf-8")
        self.environ = {
            **os.environ,
            "HOME": str(folder / "home"),
            "XDG_CONFIG_HOME": str(folder / "home/.config"),
            "RESCOUSSE_HOME": str(self.state),
            "RESCOUSSE_LANG": "fr",
            "GSETTINGS_BACKEND": "memory",
        }

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "desktop_app", "fix", *words]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def ask(self, *words: str) -> tuple[int, str]:
        with self.start(*words) as program:
            out, err = program.communicate(timeout=120)
            return program.returncode, out.decode() or err.decode()

    def turned_off(self) -> int:
        return sum(OURS in file.read_text(encoding="utf-8") for file in self.files)

    def finish(self, run_id: str) -> str:
        """What the page does for « Terminer »."""
        script = (
            "from desktop_app.bootstrap import House; import sys; house = House(); "
            "print(house.fixes.open_runs()[0].state.value, house.fixes.advance(sys.argv[1]).state.value); house.close()"
        )
        command = [sys.executable, "-c", script, run_id]
        return subprocess.run(
            command, cwd=ROOT, env=self.environ, capture_output=True, check=True, timeout=120
        ).stdout.decode()


def kill_in_the_middle(desk: Desk, wait_until: WaitUntil, after: int) -> str:
    """Kills the program once `after` settings were changed; the run that was interrupted."""
    with desk.start("run", "names_not_resolved_proxy", "--yes") as program:
        wait_until(lambda: OURS in desk.files[after].read_text(encoding="utf-8") or program.poll() is not None)
        assert program.poll() is None, program.communicate()
        program.send_signal(signal.SIGKILL)
        program.communicate(timeout=30)
    assert 0 < desk.turned_off() < _FILES
    runs = json.loads(desk.ask("history", "--json")[1])
    assert runs[0]["state"] == "interrupted"
    return str(runs[0]["id"])


@pytest.mark.parametrize("seed", range(3))
def test_killed_then_taken_back(tmp_path: Path, wait_until: WaitUntil, seed: int) -> None:
    desk = Desk(tmp_path)
    run_id = kill_in_the_middle(desk, wait_until, seed * 37)
    code, _ = desk.ask("undo", run_id)
    assert code == 0
    assert {file.read_text(encoding="utf-8") for file in desk.files} == {_LINE}
    assert not list(desk.config.glob(".*"))


@pytest.mark.parametrize("seed", range(3))
def test_killed_then_finished_then_undone(tmp_path: Path, wait_until: WaitUntil, seed: int) -> None:
    desk = Desk(tmp_path)
    run_id = kill_in_the_middle(desk, wait_until, seed * 31)
    code, words = desk.ask("run", "names_not_resolved_proxy", "--yes")
    assert code == 1, words
    assert desk.finish(run_id).split() == ["interrupted", "fixed"]
    assert desk.turned_off() == _FILES
    assert desk.ask("undo", run_id)[0] == 0
    assert {file.read_text(encoding="utf-8") for file in desk.files} == {_LINE}
