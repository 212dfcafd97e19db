"""The same value, the same pseudonym, in this and later snapshots; nothing to be learnt from a document."""

import hashlib
import hmac
import multiprocessing
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.adapters.collectors import pseudonyms
from desktop_app.adapters.collectors.pseudonyms import PseudonymFile
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import Redactor, replaced

TEXT = "lnovak on NB-COMPTA-7 wrote to lea@example.org, password=Quark88!"
KNOWN = KnownValues(users=("lnovak",), hosts=("NB-COMPTA-7",))
NUMBER_IT = """
import sys
from pathlib import Path
from desktop_app.adapters.collectors.pseudonyms import PseudonymFile
file = PseudonymFile(Path(sys.argv[1]))
print(*(file.number("user", value) for value in sys.argv[2:]))
file.keep()
"""


def mask(file: PseudonymFile, text: str = TEXT) -> str:
    masked = replaced(text, Redactor(KNOWN, file).find(text))
    file.keep()
    return masked


def other_process(folder: Path, *values: str) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-c", NUMBER_IT, str(folder), *values], check=True, capture_output=True, text=True
    )
    return [int(number) for number in done.stdout.split()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pseudonyms"


def test_later_snapshots_use_the_same_pseudonyms_whatever_came_between(folder: Path) -> None:
    first = mask(PseudonymFile(folder))
    mask(PseudonymFile(folder), "somebody@example.org and another@example.org, token=Zq9!Zq9!")
    assert mask(PseudonymFile(folder)) == first == "user-1 on host-1 wrote to email-1, password=secret-1"


def test_another_process_gives_the_same_numbers(folder: Path) -> None:
    ours = PseudonymFile(folder)
    numbers = [ours.number("user", value) for value in ("a", "b")]
    ours.keep()
    assert other_process(folder, "b", "c", "a") == [numbers[1], 3, numbers[0]]
    assert ours.number("user", "c") == 3


def test_processes_at_the_same_time_agree(folder: Path) -> None:
    values = [f"value {n}" for n in range(40)]
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        runs = pool.starmap(_numbers, [(folder, values), (folder, values[::-1]), (folder, values[20:] + values[:20])])
    assert runs[0] == runs[1] == runs[2]
    assert sorted(runs[0].values()) == list(range(1, 41))


def _numbers(folder: Path, values: list[str]) -> dict[str, int]:
    """In a process of its own, which waits for the others however long the disk takes."""
    pseudonyms._WAIT_S = 60
    found = {}
    for value in values:
        file = PseudonymFile(folder)
        found[value] = file.number("user", value)
        file.keep()
    return found


def test_one_that_is_busy_does_not_stop_another_nor_share_its_numbers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.adapters.collectors.pseudonyms._WAIT_S", 0)
    busy, other = PseudonymFile(folder), PseudonymFile(folder)
    known = busy.number("user", "known")
    busy.keep()
    mine = busy.number("user", "new here")
    assert other.number("user", "known") == known
    spare = other.number("user", "new there")
    assert spare > 1000
    assert other.number("user", "new there") == spare != mine


def test_two_people_have_two_keys(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        mask(PseudonymFile(folder))
    assert (one / "key").read_bytes() != (two / "key").read_bytes()
    assert _marks(one).isdisjoint(_marks(two))


def _marks(folder: Path) -> set[bytes]:
    table = sqlite3.connect(folder / "numbers.db")
    with table:
        marks = {bytes(mark) for (mark,) in table.execute("select mark from numbers")}
    table.close()
    return marks


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder private by its list of rights")
def test_only_the_owner_reads_the_files(folder: Path) -> None:
    before = os.umask(0)
    try:
        mask(PseudonymFile(folder))
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()} == {"key": 0o600, "numbers.db": 0o600}


def test_the_first_run_is_no_loss(folder: Path) -> None:
    file = PseudonymFile(folder)
    mask(file)
    again = PseudonymFile(folder)
    mask(again)
    assert file.warning is None
    assert again.warning is None


@pytest.mark.parametrize("damage", ["lost", "short", "empty"])
def test_a_lost_or_damaged_key_is_told_and_no_number_is_given_twice(folder: Path, damage: str) -> None:
    before = PseudonymFile(folder)
    numbers = {before.number("user", value) for value in ("a", "b")}
    before.keep()
    key = folder / "key"
    old = key.read_bytes()
    key.unlink() if damage == "lost" else key.write_bytes(old[:7] if damage == "short" else b"")
    after = PseudonymFile(folder)
    assert after.number("user", "a") not in numbers
    assert after.warning is not None
    assert after.warning.key in resources.words("errors")
    assert len(key.read_bytes()) == 32
    assert key.read_bytes() != old
    after.keep()
    assert PseudonymFile(folder).number("user", "a") == after.number("user", "a")


@pytest.mark.parametrize("damage", [b"", b"not a table at all" * 300])
def test_damaged_numbers_are_told_and_none_is_given_twice(folder: Path, damage: bytes) -> None:
    before = PseudonymFile(folder)
    given = before.number("user", "a")
    before.keep()
    (folder / "numbers.db").unlink() if not damage else (folder / "numbers.db").write_bytes(damage)
    after = PseudonymFile(folder)
    number = after.number("user", "b")
    assert after.warning is not None
    assert number != given
    after.keep()
    assert PseudonymFile(folder).number("user", "b") == number


def test_a_folder_that_cannot_be_written_costs_stability_only(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("a file where the folder should be")
    file = PseudonymFile(tmp_path / "p")
    assert [file.number("user", value) for value in ("a", "b", "a")] == [1, 2, 1]
    file.keep()
    assert file.number("user", "a") == 1


def test_nothing_on_the_disk_holds_a_value(folder: Path) -> None:
    mask(PseudonymFile(folder))
    kept = b"".join(file.read_bytes() for file in folder.iterdir())
    for value in (b"lnovak", b"NB-COMPTA-7", b"nb-compta-7", b"lea@example.org", b"Quark88"):
        assert value not in kept


def test_whoever_has_the_document_cannot_confirm_a_guess(folder: Path, tmp_path: Path) -> None:
    """A document says the same of any other user: with the key a guess is confirmed, without it never."""
    ours = mask(PseudonymFile(folder))
    other = KnownValues(users=("pmartens",), hosts=("NB-COMPTA-7",))
    theirs = PseudonymFile(tmp_path / "theirs")
    text = TEXT.replace("lnovak", "pmartens")
    assert replaced(text, Redactor(other, theirs).find(text)) == ours
    guess = b"user\0lnovak"
    unkeyed = {hashlib.new(name, guess).digest()[:16] for name in ("md5", "sha1", "sha256", "blake2b")}
    assert _marks(folder).isdisjoint(unkeyed)
    assert hmac.new((folder / "key").read_bytes(), guess, "sha256").digest()[:16] in _marks(folder)
