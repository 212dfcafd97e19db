"""Cut off and back, by the switch of NetworkManager (its stand-in of python-dbusmock on a bus of the test's own)."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

pytestmark = [
    needs_mocks,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("busctl"), reason="needs busctl"),
]
_NAME, _PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_REFUSES = f"raise dbus.exceptions.DBusException('no', name='{_NAME}.PermissionDenied')"


@pytest.fixture
def bus(tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[PrivateBus]:
    private = PrivateBus(tmp_path / "bus", wait_until)
    private.template("networkmanager", _NAME)
    yield private
    private.close()


@pytest.fixture
def here(tmp_path: Path, bus: PrivateBus) -> Here:
    return here_of(tmp_path, DBUS_SYSTEM_BUS_ADDRESS=bus.address)


def is_on(bus: PrivateBus) -> bool:
    with bus.connection() as connection:
        return bool(connection.properties(_NAME, _PATH, _NAME)["NetworkingEnabled"])


@pytest.mark.parametrize(("answer", "state"), [("reached", RunState.FIXED), ("nobody", RunState.NEEDS_PERSON)])
def test_cut_off_and_back_with_one_undo(
    tmp_path: Path, bus: PrivateBus, here: Here, answer: str, state: RunState
) -> None:
    (here.home / "letter.odt").write_text("mine")
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    run = patient.heal("containment", answers={"call": answer})
    assert [patient.outcome(run, step) for step in ("look", "cut", "prove_cut")] == ["on", "done", "off"]
    assert run.state is state
    assert not is_on(bus)
    kept = list(here.holding.glob("evidence-*.json"))
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o777 == 0o600
    assert any(program["pid"] == 1 for program in json.loads(kept[0].read_text())["programs"])

    assert patient.undo(run).state is RunState.UNDONE
    assert is_on(bus)
    assert tree(here.home) == before


def test_without_a_yes_nothing_is_cut(tmp_path: Path, bus: PrivateBus, here: Here) -> None:
    run = Patient(tmp_path, here).heal("containment", consent=False)
    assert run.state is RunState.STOPPED
    assert is_on(bus)
    assert not here.holding.exists()


def test_a_refusal_is_told_and_the_hand_takes_over(tmp_path: Path, bus: PrivateBus, here: Here) -> None:
    bus.tell(_NAME, _PATH, "AddMethod", "sssss", _NAME, "Enable", "b", "", _REFUSES)
    patient = Patient(tmp_path, here)
    run = patient.heal("containment", answers={"unplug": "cannot"})
    assert patient.outcome(run, "cut") == "by_hand"
    assert run.state is RunState.NEEDS_PERSON
    assert is_on(bus)


def test_a_click_in_a_mail_leads_to_the_same_cut(tmp_path: Path, bus: PrivateBus, here: Here) -> None:
    downloads = here.home / "Téléchargements"
    downloads.mkdir()
    (downloads / "facture.pdf.js").write_text("bad()")
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    wanted = Computer(tmp_path, here=here).check("security.fetched", Given()).items[0].id
    run = patient.heal("suspicious_mail", answers={"did": "opened", "which": wanted, "call": "nobody"})
    assert [patient.outcome(run, step) for step in ("aside", "prove_aside", "cut", "prove_cut")] == [
        *("done", "none"),
        *("done", "off"),
    ]
    assert run.state is RunState.NEEDS_PERSON
    assert not (downloads / "facture.pdf.js").exists()
    assert not is_on(bus)
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
    assert is_on(bus)


@pytest.mark.parametrize(("answer", "state"), [("done", RunState.NOTHING_FOUND), ("help", RunState.NEEDS_PERSON)])
def test_a_mail_only_read_is_reported(
    tmp_path: Path, bus: PrivateBus, here: Here, answer: str, state: RunState
) -> None:
    run = Patient(tmp_path, here).heal("suspicious_mail", answers={"did": "nothing", "report": answer})
    assert run.state is state
    assert is_on(bus)
    assert run.undo_until is None


def test_what_was_written_down_goes_when_the_time_is_over(tmp_path: Path, bus: PrivateBus, here: Here) -> None:
    actions = Computer(tmp_path, here=here)
    plan = actions.plan("security.network.cut", Given())
    actions.apply("security.network.cut", plan.saved, quiet)
    actions.apply("security.network.cut", plan.saved, quiet)
    neighbour = here.holding / "evidence-other.json"
    neighbour.write_text("{}")
    actions.forget("security.network.cut", {"names": [], "token": "../evidence-other"})
    actions.forget("security.network.cut", plan.saved)
    assert list(here.holding.iterdir()) == [neighbour]
    with pytest.raises(ActionFailed):
        actions.apply("security.network.cut", {"names": [], "token": "../../escape"}, quiet)
    actions.undo("security.network.cut", plan.saved)
    actions.undo("security.network.cut", plan.saved)
    assert is_on(bus)
