"""The help desk as a service of the system: kept apart from everything else, ready when it says so."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tests.contract.desk import ROOT, DeskProcess

_UNIT = ROOT / "resources" / "deploy" / "server" / "rescousse-helpdesk@.service"
_ANALYZE = shutil.which("systemd-analyze")
_MOST_EXPOSED = 15  # tenths, of 100: what systemd itself calls OK ends at 40


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """As it is installed, with a program that exists."""
    if _ANALYZE is None:
        pytest.skip("systemd is not installed here")
    there = tmp_path / _UNIT.name
    there.write_text(_UNIT.read_text(encoding="utf-8").replace("/opt/rescousse-helpdesk/bin/rescousse", "/bin/true"))
    return there


def analyze(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


def test_systemd_understands_every_line(unit: Path) -> None:
    done = analyze("verify", "--man=no", str(unit))
    assert done.returncode == 0, done.stderr
    assert unit.name not in done.stderr


def test_little_of_the_system_is_open_to_it(unit: Path) -> None:
    done = analyze("security", "--offline=true", f"--threshold={_MOST_EXPOSED}", str(unit))
    assert done.returncode == 0, done.stdout[-300:]


def test_systemd_hears_when_it_answers(made_desk: DeskProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(30)
        with made_desk.like(tmp_path / "data"):
            assert systemd.recv(64) == b"READY=1"
