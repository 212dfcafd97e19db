"""A hosts file that sends people astray: cleaned where one may, handed over elsewhere, put back byte by byte."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.fixes.network.names_room import DESK, Room, in_own_network
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

HOSTS = Path("/etc/hosts")
ORDINARY = (
    b"127.0.0.1 localhost\n"
    b"# written by hand\r\n"
    b"0.0.0.0 ads.example adservice.google.com facebook.com\n"
    b"216.239.38.120 www.google.com\n"
    b"192.168.7.4\tnas \xe9t\xe9\n"
)
FORGED = (
    b"10.53.0.66 login.microsoftonline.com nas2 # update\n10.53.0.66 " + DESK.encode() + b"\n6.6.6.6 www.paypal.com"
)


@pytest.fixture
def room(tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[Callable[[], Room]]:
    made: list[Room] = []

    def make() -> Room:
        made.append(Room(tmp_path, wait_until))
        return made[-1]

    yield make
    for one in made:
        one.close()


def patient_of(tmp_path: Path, root: Path = Path("/")) -> Patient:
    plain = here_of(tmp_path)
    desk = f"https://{DESK}"
    here = Here(plain.holding, lambda: desk, home=plain.home, environ=plain.environ, system="linux", root=root)
    return Patient(tmp_path, here)


@in_own_network
def test_forged_lines_are_put_aside_and_back(room: Callable[[], Room], tmp_path: Path) -> None:
    room().serve_names()
    HOSTS.write_bytes(ORDINARY + FORGED)
    before = tree(HOSTS.parent)
    patient = patient_of(tmp_path)
    run = patient.heal("hosts_file_tampered")
    assert patient.proved(run)
    report = next(step for step in run.steps if step.step_id == "look")
    assert set(str(report.facts["site"]).split("\n")) == {"login.microsoftonline.com", DESK, "paypal.com"}
    assert HOSTS.read_bytes().startswith(ORDINARY)
    assert b"\n10.53.0.66 nas2 " in HOSTS.read_bytes()
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(HOSTS.parent) == before


@in_own_network
def test_lines_that_people_write_are_left(room: Callable[[], Room], tmp_path: Path) -> None:
    alone = room()
    HOSTS.write_bytes(ORDINARY)
    assert patient_of(tmp_path).heal("hosts_file_tampered").state is RunState.NOTHING_FOUND
    HOSTS.write_bytes(ORDINARY + f"10.53.0.1 {DESK}\n".encode())
    patient = patient_of(tmp_path)
    assert patient.heal("hosts_file_tampered").state is RunState.NOTHING_FOUND, "nobody says where the help desk is"
    alone.serve_names()
    assert patient.heal("hosts_file_tampered").state is not RunState.NOTHING_FOUND


def test_a_file_of_the_administrator_goes_to_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "root/etc"
    folder.mkdir(parents=True)
    (folder / "hosts").write_bytes(ORDINARY + FORGED)
    (folder / "hosts").chmod(0o444)
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        # The super-user may write anywhere: what an ordinary account is told stands in
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    patient = patient_of(tmp_path, tmp_path / "root")
    run = patient.heal("hosts_file_tampered")
    folder.chmod(0o755)
    assert (run.state, patient.outcome(run, "clean")) == (RunState.NEEDS_PERSON, "not_allowed")
    assert (folder / "hosts").read_bytes() == ORDINARY + FORGED
    assert patient.journal.lines == []
