"""A keyring that is locked, stuck or not there, and an old password that it keeps: a real gnome-keyring each time."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.fix import RunState
from tests.faults.fixes.signin.real_keyring import MISSING, RealKeyring, real_keyring
from tests.faults.fixes.signin.signin_faults import Acts
from tests.faults.healing import Patient, tree

pytestmark = pytest.mark.skipif(
    MISSING or sys.platform != "linux", reason="gnome-keyring, dbus or libsecret-tools is not installed"
)
Wait = Callable[[Callable[[], object]], None]
LOGIN = "/org/freedesktop/secrets/collection/login"


@pytest.fixture
def keyring(tmp_path: Path, wait_until: Wait) -> Iterator[RealKeyring]:
    with real_keyring(tmp_path / "h", wait_until) as real:
        yield real


def patient_of(tmp_path: Path, keyring: RealKeyring) -> Patient:
    return Patient(tmp_path, Here(tmp_path / "held", home=keyring.home, environ=keyring.environ, system="linux"))


def is_locked(keyring: RealKeyring) -> bool:
    said = keyring.ask(
        *("gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", LOGIN),
        *("--method", "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Collection", "Locked"),
    )
    return "true" in said


def test_one_that_is_locked_is_opened_by_the_person(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.open()
    patient = patient_of(tmp_path, keyring)
    assert patient.heal("keyring_locked").state is RunState.NOTHING_FOUND
    keyring.lock()
    before = tree(keyring.home / "data")
    run = patient.heal("keyring_locked", answers=Acts({"by_hand": (keyring.unlock, "done")}))
    assert patient.proved(run)
    assert not is_locked(keyring)
    assert patient.undo(run).state is RunState.UNDONE
    assert is_locked(keyring)
    assert tree(keyring.home / "data") == before


def test_one_whose_password_is_forgotten_is_for_a_person(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.open()
    keyring.lock()
    run = patient_of(tmp_path, keyring).heal("keyring_locked", answers={"by_hand": "forgotten"})
    assert run.state is RunState.NEEDS_PERSON
    assert is_locked(keyring)


def test_one_that_hangs_is_started_again(tmp_path: Path, keyring: RealKeyring, wait_until: Wait) -> None:
    keyring.open()
    keyring.store("srv.example", "geheim")
    wait_until(lambda: len(keyring.keepers()) == 1)
    keepers = keyring.keepers()
    keyring.freeze()
    patient = patient_of(tmp_path, keyring)
    run = patient.heal("keyring_locked", answers=Acts({"by_hand": (keyring.unlock, "done")}))
    assert (patient.outcome(run, "look"), patient.outcome(run, "restart")) == ("stuck", "done")
    assert patient.proved(run)
    assert keepers
    assert all(not one.is_running() or one.status() == "zombie" for one in keepers)
    assert keyring.found("srv.example") == "geheim"


def test_a_first_sign_in_without_a_keyring_is_for_a_person(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.start_locked()
    run = patient_of(tmp_path, keyring).heal("keyring_locked")
    assert (run.steps[0].outcome, run.state) == ("no_collection", RunState.NEEDS_PERSON)


def test_no_bus_at_all_is_for_a_person(tmp_path: Path) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    run = Patient(tmp_path, Here(tmp_path, home=tmp_path, environ=environ)).heal("keyring_locked")
    assert (run.steps[0].outcome, run.state) == ("missing", RunState.NEEDS_PERSON)


def test_an_old_password_is_no_longer_found_and_found_again(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.open()
    patient = patient_of(tmp_path, keyring)
    assert patient.heal("old_password_kept").state is RunState.NOTHING_FOUND
    keyring.store("srv.example", "geheim-1")
    keyring.store("autre.example", "geheim-2")
    assert patient.heal("old_password_kept", answers={"which": "none"}).state is RunState.NOTHING_FOUND

    run = patient.heal("old_password_kept", answers={"which": f"{LOGIN}/1"})
    assert patient.proved(run)
    assert (keyring.found("srv.example"), keyring.found("autre.example")) == ("", "geheim-2")
    told = "".join(file.read_text() for file in (tmp_path / "runs").rglob("*.json"))
    assert "srv.example" in told
    assert "geheim" not in told
    assert patient.undo(run).state is RunState.UNDONE
    assert keyring.found("srv.example") == "geheim-1"


def test_a_new_password_kept_since_is_not_overwritten(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.open()
    keyring.store("srv.example", "alt")
    patient = patient_of(tmp_path, keyring)
    run = patient.heal("old_password_kept", answers={"which": f"{LOGIN}/1"})
    keyring.store("srv.example", "neu")
    with pytest.raises(Exception, match="changed_since") as refusal:
        patient.undo(run)
    assert type(refusal.value).__name__ == "CannotUndo"
    assert keyring.found("srv.example") == "neu"


def test_when_the_time_is_over_only_what_was_set_aside_goes(tmp_path: Path, keyring: RealKeyring) -> None:
    keyring.open()
    keyring.store("srv.example", "alt")
    keyring.store("autre.example", "bleibt")
    patient = patient_of(tmp_path, keyring)
    run = patient.heal("old_password_kept", answers={"which": f"{LOGIN}/1"})
    saved = patient.runs.load(run.id).changes[0].proposal.saved
    actions = patient.fixes._actions
    actions.forget("signin.stored.set_aside", {**saved, "entry": f"{LOGIN}/2"})
    assert keyring.found("autre.example") == "bleibt"
    actions.forget("signin.stored.set_aside", saved)
    assert keyring.found("srv.example.set-aside-by-rescousse") == ""
