"""Real file systems that cannot be written to: a loop device mounted for reading, locked, or full; a read-only home.

The tool that mounts for ordinary users (udisks) needs a seat and a device manager; what stands in for it here takes the
same words and really mounts.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"),
    reason="mounting a file system of one's own takes Linux, root and e2fsprogs",
)
_TOOL = """#!/bin/sh
[ -e {folder}/refuses ] && {{ echo "Not authorized to perform operation" >&2; exit 1; }}
case "$1" in
  unmount) umount "$3" ;;
  mount) if [ "$4" = -o ]; then mount -o "$5" "$3" {place}; else mount "$3" {place}; fi ;;
esac
"""


class Key:
    """A memory stick: an image on a loop device, plugged in at `place`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.place = folder, folder / "root/media/camille/VOYAGE"
        self.place.mkdir(parents=True)
        (folder / "root/sys").symlink_to("/sys")
        self._image, self.device = folder / "key.img", ""
        with self._image.open("wb") as image:
            image.truncate(4_000_000)
        self._run("mkfs.ext4", "-q", "-m", "0", "-F", str(self._image))

    def plug_in(self, *, read_only: bool = False, locked: bool = False) -> None:
        words = ["losetup", *(["-r"] if locked else []), "-f", "--show", str(self._image)]
        done = subprocess.run(words, check=False, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"no loop device: {done.stderr.strip()}")
        self.device = done.stdout.strip()
        self._run("mount", *(["-o", "ro"] if read_only or locked else []), self.device, str(self.place))

    def pull_out(self) -> None:
        if self.device:
            subprocess.run(["umount", self.device], check=False, capture_output=True)
            self._run("losetup", "-d", self.device)

    def is_read_only(self) -> bool:
        return bool(os.statvfs(self.place).f_flag & os.ST_RDONLY)

    def _run(self, *words: str) -> None:
        subprocess.run(words, check=True, capture_output=True)


@pytest.fixture
def key(tmp_path: Path) -> Iterator[Key]:
    made = Key(tmp_path)
    yield made
    made.pull_out()


@pytest.fixture
def here(tmp_path: Path, key: Key) -> Here:
    tool = tmp_path / "tools/udisksctl"
    tool.parent.mkdir()
    tool.write_text(_TOOL.format(folder=tmp_path, place=key.place))
    tool.chmod(0o755)
    path = f"{tool.parent}:/usr/sbin:/usr/bin:/sbin:/bin"
    return replace(here_of(tmp_path, PATH=path), root=tmp_path / "root")


def test_mounted_again_and_back(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in()
    (key.place / "photo.jpg").write_bytes(b"holidays")
    key.pull_out()
    key.plug_in(read_only=True)
    before = tree(key.place)
    patient = Patient(tmp_path, here)
    run = patient.heal("read_only_medium")
    assert patient.outcome(run, "look") == "read_only"
    assert run.steps[0].facts["volume"] == "VOYAGE"
    assert patient.proved(run)
    assert not key.is_read_only()
    assert patient.undo(run).state is RunState.UNDONE
    assert key.is_read_only()
    assert tree(key.place) == before


def test_somebody_still_uses_it(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in()
    (key.place / "open.txt").write_text("x")
    key.pull_out()
    key.plug_in(read_only=True)
    with (key.place / "open.txt").open():
        patient = Patient(tmp_path, here)
        run = patient.heal("read_only_medium", answers={"close_files": "cannot"})
        assert patient.outcome(run, "remount") == "busy"
    assert run.state is RunState.NEEDS_PERSON
    assert key.is_read_only()


def test_the_user_has_no_right_to_mount(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in(read_only=True)
    (tmp_path / "refuses").touch()
    patient = Patient(tmp_path, here)
    run = patient.heal("read_only_medium")
    assert patient.outcome(run, "remount") == "no_rights"
    assert run.state is RunState.NEEDS_PERSON
    assert key.is_read_only()


def test_a_switch_on_the_key(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in(locked=True)
    patient = Patient(tmp_path, here)
    run = patient.heal("read_only_medium", answers={"switch": "done"})
    assert patient.outcome(run, "look") == "protected"
    assert run.state is RunState.NEEDS_PERSON


def test_a_full_key_has_room_again(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in()
    large = key.place / "film.mkv"
    with large.open("wb", buffering=0) as film, suppress(OSError):
        while film.write(b"x" * 4096):
            pass
    patient = Patient(tmp_path, here)
    run = patient.fixes.advance(patient.fixes.begin("read_only_medium").id)
    assert patient.outcome(run, "look") == "full"
    large.unlink()
    run = patient.fixes.advance(run.id, answer="done")
    assert patient.proved(run)


def test_a_home_that_takes_nothing_more(tmp_path: Path, here: Here) -> None:
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "home", here.home], check=False, capture_output=True)
    if mount.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        patient = Patient(tmp_path, here)
        run = patient.heal("read_only_medium")
        assert patient.outcome(run, "look") == "home_read_only"
        assert run.state is RunState.NEEDS_PERSON
    finally:
        subprocess.run(["umount", here.home], check=True)


def test_a_forged_record_mounts_nothing(tmp_path: Path, here: Here) -> None:
    for device in ("--help", "/dev/sda; reboot", "/etc/passwd"):
        with pytest.raises(ActionFailed):
            Computer(tmp_path, here=here).apply("files.medium.remount", {"device": device}, quiet)
    assert Computer(tmp_path, here=here).plan("files.medium.remount", Given({"device": "/dev/sda"})).outcome == "gone"


def test_what_is_no_device_is_nobodys_key(tmp_path: Path, key: Key, here: Here) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "x", key.place], check=True)
    try:
        assert Patient(tmp_path, here).heal("read_only_medium").state is RunState.NOTHING_FOUND
    finally:
        subprocess.run(["umount", key.place], check=True)


def test_a_key_that_is_well(tmp_path: Path, key: Key, here: Here) -> None:
    key.plug_in()
    assert Patient(tmp_path, here).heal("read_only_medium").state is RunState.NOTHING_FOUND
