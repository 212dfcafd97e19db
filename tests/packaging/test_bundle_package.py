"""The command line that every package has: what it is made of, where it goes, what it weighs."""

import sys
from pathlib import Path

import pytest

from build_scripts import bundle, bundle_package
from build_scripts.progress import Trouble


@pytest.fixture
def sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "sizes.toml"
    monkeypatch.setattr(bundle, "SIZES", file)
    return file


def _make(of: Path, output: Path, runtime: Path | None = None) -> Path:
    if not of.is_dir():
        raise Trouble(f"There is no program in {of}.")
    made = output / "package"
    made.write_bytes(b"x" * 500_000 + (runtime.read_bytes() if runtime else b""))
    return made


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["package", *words])
    return bundle_package.package("About.", "linux-x", _make, runtime="a file")


def test_what_is_made_for_a_release_is_weighed_and_written_down(
    tmp_path: Path, sizes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_package, "DIST", tmp_path)
    (tmp_path / "rescousse").mkdir()
    (tmp_path / "runtime").write_bytes(b"y" * 200_000)
    assert _run(monkeypatch, "--runtime", str(tmp_path / "runtime")) == 0
    assert "size = 0.7" in sizes.read_text()


def test_what_is_made_elsewhere_is_not_written_down(
    tmp_path: Path, sizes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(monkeypatch, "--bundle", str(tmp_path), "--output", str(tmp_path)) == 0
    assert not sizes.exists()


def test_what_is_missing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "--bundle", str(tmp_path / "nothing")) == 1
    assert capsys.readouterr().err.strip() == f"There is no program in {tmp_path / 'nothing'}."
