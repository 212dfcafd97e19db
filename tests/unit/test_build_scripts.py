"""The scripts say in plain words what is missing, and never touch what they may not."""

import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import environment, run, system_packages
from build_scripts.figures import kept_back
from build_scripts.progress import Trouble

ROOT = Path(__file__).resolve().parents[2]


def _no_rights() -> None:
    return None


def test_without_rights_the_exact_line_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_known_libraries", lambda: "libEGL.so.1 libGL.so.1")
    monkeypatch.setattr(system_packages, "_rights", _no_rights)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(Trouble) as told:
        system_packages.require_qt()
    assert "sudo apt-get install --yes --no-install-recommends" in str(told.value)
    assert "libxcb-cursor0" in str(told.value)
    assert "libegl1" not in str(told.value)


def test_a_system_without_apt_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_known_libraries", lambda: "")
    monkeypatch.setattr(system_packages, "_rights", _no_rights)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Trouble, match="On Debian they are called"):
        system_packages.require_qt()


def test_nothing_missing_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_known_libraries", lambda: " ".join(system_packages.QT_LIBRARIES))
    monkeypatch.setattr(system_packages, "_absent", lambda table: set())
    monkeypatch.setattr(system_packages, "_rights", lambda: pytest.fail("asked for rights although nothing is missing"))
    system_packages.require_qt()


def test_a_machine_without_a_screen_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "_prepare", lambda virtual: None)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["run.py"])
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run.main() == 1
    said = capsys.readouterr().err.strip()
    assert "--virtual-display" in said
    assert len(said.splitlines()) == 1


def test_an_unchanged_environment_is_not_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "RESCOUSSE", Path(__file__))
    (tmp_path / ".app.installed").write_text(environment._fingerprint("app"))
    monkeypatch.setattr(environment, "_pip", lambda *a: pytest.fail("installed again"))
    environment.prepare("app")


def test_an_old_python_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    with pytest.raises(Trouble, match=r"needs Python 3\.11"):
        environment.prepare("app")


@pytest.mark.parametrize("script", ["run.py", "test.py", "bench.py"])
def test_every_script_explains_itself_with_nothing_installed(script: str) -> None:
    """`-S -E` keeps installed packages out: the scripts stand on the standard library alone."""
    command = [sys.executable, "-S", "-E", str(ROOT / "build_scripts" / script), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout


def test_a_figure_tells_what_the_host_kept_back() -> None:
    before = {"user": 10.0, "system": 5.0, "idle": 100.0, "iowait": 2.0, "steal": 1.0, "guest": 7.0}
    after = {"user": 14.0, "system": 6.0, "idle": 150.0, "iowait": 3.0, "steal": 6.0, "guest": 9.0}
    assert kept_back(before, after)["ours"] == 50
    assert kept_back({"user": 1.0, "idle": 2.0}, {"user": 3.0, "idle": 4.0})["ours"] == 0, "a system that counts none"
