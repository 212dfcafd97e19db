"""The first command of the README, as a newcomer on a machine without a screen types it."""

import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = [sys.executable, str(ROOT / "build_scripts" / "run.py")]
pytestmark = pytest.mark.e2e


def test_one_command_brings_everything_up_and_ctrl_c_takes_it_down(
    tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    folder, said = tmp_path / "kept", tmp_path / "said.txt"
    with said.open("wb") as out:
        running = subprocess.Popen(
            [*RUN, "--virtual-display", "--demo", "--keep-in", str(folder)], stdout=out, stderr=subprocess.STDOUT
        )
    try:
        wait_until(lambda: running.poll() is not None or "Ctrl+C" in said.read_text())
        lines = said.read_text()
        assert running.poll() is None, lines
        assert (folder / "screenshot.png").read_bytes().startswith(b"\x89PNG")
        assert "with the password" in lines
        console = next(word for word in lines.split() if word.startswith("http"))
        with urllib.request.urlopen(console.replace("/console/", "/metrics")) as figures:  # noqa: S310 -- loopback
            assert "rescousse_streams 1.0" in figures.read().decode(), "the picture shows an app that is connected"
        with urllib.request.urlopen(console) as page:  # noqa: S310 -- loopback
            assert b"Mairie de Valclair" in page.read()
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=30)
    assert running.returncode == 0
    with pytest.raises(OSError):  # noqa: PT011 -- whatever the system says when nobody listens
        urllib.request.urlopen(console)  # noqa: S310
