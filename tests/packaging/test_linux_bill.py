"""What a release says about itself: the list of what it carries, and sums that the usual tool checks."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts import bill, bill_audit, bundle, release
from build_scripts.progress import Trouble


def _part(name: str) -> dict[str, str]:
    return {"name": name, "bom-ref": f"{name}==1"}


def test_only_what_lies_in_the_bundle_is_listed() -> None:
    listed: bill.Bill = {
        "metadata": {"component": {"bom-ref": "root"}},
        "components": [_part("requests"), _part("urllib3"), _part("pyinstaller")],
        "dependencies": [
            {"ref": "root", "dependsOn": ["requests==1", "pyinstaller==1"]},
            {"ref": "requests==1", "dependsOn": ["urllib3==1"]},
            {"ref": "pyinstaller==1"},
        ],
    }
    bill.narrow(listed, {"requests", "urllib3"})
    assert [part["name"] for part in listed["components"]] == ["requests", "urllib3"]
    assert listed["dependencies"] == [
        {"ref": "root", "dependsOn": ["requests==1"]},
        {"ref": "requests==1", "dependsOn": ["urllib3==1"]},
    ]


def test_without_a_bundle_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"bundle\.py"):
        bill.make(tmp_path)
    (tmp_path / "carried.json").write_text(json.dumps({"distributions": ["requests"], "libraries": []}))
    assert bill.carried(tmp_path)["distributions"] == ["requests"]


def test_the_sums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    files = [tmp_path / "b.deb", tmp_path / "a.rpm"]
    for file in files:
        file.write_text(file.name)
    release.sums(files, tmp_path / "SHA256SUMS")
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    files[0].write_text("changed on the way")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 1


@pytest.mark.parametrize(
    ("keys", "is_release"), [("# None yet: a=b\n", False), ("", False), ("# Ours\nmakers-2027=abc=\n", True)]
)
def test_without_a_key_for_the_next_notice_it_is_no_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str, is_release: bool
) -> None:
    class Built(Exception):
        """So far it came."""

    def build(output: Path, extras: list[str]) -> Path:
        raise Built

    (tmp_path / "keys").write_text(keys)
    monkeypatch.setattr(release, "KEYS", tmp_path / "keys")
    monkeypatch.setattr(bundle, "build", build)
    with pytest.raises(Built if is_release else Trouble, match=None if is_release else "no release yet"):
        release.make(tmp_path, None, [])


def _library(name: str, **told: object) -> dict[str, object]:
    return {"name": name, "version": "1.0", **told}


def test_a_known_weakness_stops_the_release() -> None:
    weakness = {"id": "PYSEC-2026-1", "fix_versions": ["1.1"]}
    report = {"dependencies": [_library("good", vulns=[]), _library("weak", vulns=[weakness])]}
    with pytest.raises(Trouble, match=r"weak 1\.0: PYSEC-2026-1, mended in 1\.1"):
        bill_audit.judge(report)


@pytest.mark.parametrize(
    "report", [None, {"dependencies": []}, {"dependencies": [_library("any", skip_reason="not found")]}]
)
def test_nobody_to_ask_is_no_clean_bill(report: dict[str, object] | None) -> None:
    assert "nobody could be asked" in bill_audit.judge(report)


def test_what_was_looked_up_is_counted() -> None:
    report = {"dependencies": [_library("good", vulns=[]), _library("other", skip_reason="not found")]}
    assert bill_audit.judge(report) == "no weakness is known of 1 of 2 libraries"


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not here")
def test_the_sums_are_signed_so_that_everybody_can_check(tmp_path: Path) -> None:
    public, secret, kept = tmp_path / "key.pub", tmp_path / "key", tmp_path / "SHA256SUMS"
    subprocess.run(["minisign", "-G", "-W", "-p", str(public), "-s", str(secret)], capture_output=True, check=True)
    kept.write_text("0" * 64 + "  a.deb\n")
    assert release.sign(kept, secret) == tmp_path / "SHA256SUMS.minisig"
    check = ["minisign", "-V", "-p", str(public), "-m", str(kept)]
    assert subprocess.run(check, capture_output=True).returncode == 0
    kept.write_text("1" * 64 + "  a.deb\n")
    assert subprocess.run(check, capture_output=True).returncode == 1


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not here")
def test_a_key_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text("x")
    with pytest.raises(Trouble, match="did not sign"):
        release.sign(tmp_path / "SHA256SUMS", tmp_path / "none")
