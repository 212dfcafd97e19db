"""Wi-Fi that is off, faint, or the wrong one."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import RunState
from tests.faults.fixes.network.network_link_air import Air, missing
from tests.faults.healing import Patient
from tests.unit.snapshot.private_bus import needs_mocks

pytestmark = needs_mocks
WaitUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def air(tmp_path: Path, wait_until: WaitUntil) -> Iterator[Air]:
    if reason := missing():
        pytest.skip(reason)
    made = Air(tmp_path, wait_until)
    try:
        yield made
    finally:
        made.close()


class Hands(Mapping[str, str]):
    """A person who does what is asked, then answers."""

    def __init__(self, step: str, answer: str, act: Callable[[], None]) -> None:
        self._step, self._answer, self._act = step, answer, act

    def __getitem__(self, step: str) -> str:
        assert step == self._step
        self._act()
        return self._answer

    def __iter__(self) -> Iterator[str]:
        return iter([self._step])

    def __len__(self) -> int:
        return 1


def offered(patient: Patient, fix_id: str, step: str) -> dict[str, str]:
    """What the question `step` offers of this computer: French label and id."""
    run = patient.fixes.advance(patient.fixes.begin(fix_id).id)
    report = next(report for report in run.steps if report.step_id == step)
    patient.fixes.advance(run.id, answer="stay")
    return {choice.label["fr"]: choice.id for choice in report.offered}


def furnish(air: Air, **percents: int) -> None:
    """Known networks; the computer is on the first."""
    for name, percent in percents.items():
        air.put(name, percent)
        air.learn(name)
    air.join(next(iter(percents)))


def test_nothing_is_found_where_nothing_is_wrong(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=78)
    for fix_id in ("wifi_off", "wifi_weak", "wifi_wrong_network"):
        assert Patient(tmp_path, air.here()).heal(fix_id).state is RunState.NOTHING_FOUND
    assert (air.joined(), air.radio()) == ("Bureau", "enabled")


def test_radio_switched_off_is_switched_on_and_off_again(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=78)
    air.switch(WirelessEnabled=False)
    patient = Patient(tmp_path, air.here())
    run = patient.heal("wifi_off")
    assert (patient.outcome(run, "look"), patient.proved(run), air.radio()) == ("off", True, "enabled")
    assert patient.undo(run).state is RunState.UNDONE
    assert air.radio() == "disabled"


def test_a_switch_on_the_case_is_for_the_person(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=78)
    air.switch(WirelessHardwareEnabled=False, WirelessEnabled=False)
    patient = Patient(tmp_path, air.here())
    run = patient.heal("wifi_off", answers={"button": "none"})
    assert (patient.outcome(run, "look"), run.state) == ("blocked", RunState.NEEDS_PERSON)

    def slide() -> None:
        air.switch(WirelessHardwareEnabled=True, WirelessEnabled=True)

    run = patient.heal("wifi_off", answers=Hands("button", "pressed", slide))
    assert patient.proved(run)


def test_a_louder_known_network_is_joined_and_left_again(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=24, **{"Étage: 2": 83, "Cave": 30})
    air.put("Voisin", 99)
    patient = Patient(tmp_path, air.here())
    choices = offered(patient, "wifi_weak", "choose")
    assert list(choices) == ["« Étage: 2 », 83 %"]
    run = patient.heal("wifi_weak", answers={"choose": next(iter(choices.values()))})
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("weak", "strong")
    assert air.joined() == "Étage: 2"
    assert patient.undo(run).state is RunState.UNDONE
    assert air.joined() == "Bureau"


def test_faint_everywhere_asks_to_move(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=24, Cave=30)
    patient = Patient(tmp_path, air.here())
    run = patient.heal("wifi_weak", answers=Hands("move", "moved", lambda: air.hear("Bureau", 66)))
    assert (patient.outcome(run, "look"), patient.outcome(run, "moved_closer")) == ("weak_everywhere", "strong")
    air.hear("Bureau", 24)
    run = patient.heal("wifi_weak", answers=Hands("move", "moved", lambda: None))
    assert run.state is RunState.NEEDS_PERSON


def test_guests_network_is_left_for_the_right_one(air: Air, tmp_path: Path) -> None:
    air.put("Invités", 90, is_protected=False)
    air.learn("Invités")
    furnish(air, Siège=70)
    air.join("Invités")
    patient = Patient(tmp_path, air.here())
    choices = offered(patient, "wifi_wrong_network", "choose")
    run = patient.heal("wifi_wrong_network", answers={"choose": choices["« Siège », 70 %"]})
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("guest", "right")
    assert air.joined() == "Siège"
    air.lose("Invités")
    with pytest.raises(CannotUndo, match="gone"):
        patient.undo(run)
    assert air.joined() == "Siège"


def test_a_network_joined_since_is_not_left(air: Air, tmp_path: Path) -> None:
    furnish(air, Bureau=24, Etage=83, Salle=60)
    patient = Patient(tmp_path, air.here())
    choices = offered(patient, "wifi_weak", "choose")
    run = patient.heal("wifi_weak", answers={"choose": choices["« Etage », 83 %"]})
    air.join("Salle")
    with pytest.raises(CannotUndo, match="changed_since"):
        patient.undo(run)
    assert air.joined() == "Salle"
