"""Guided fixes that meet a no, and ask the service: the real bus and polkit, an ordinary user, the whole engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import hosts_file
from desktop_app.adapters.actions.printing import cups
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.privileged.real_polkit import Bus

ORDINARY = b"127.0.0.1 localhost\r\n192.168.7.4\tnas \xe9t\xe9\n"
FORGED = b"10.53.0.66 login.microsoftonline.com nas2 # update\n6.6.6.6 www.paypal.com"
BOTH = ("hosts.clean", "hosts.restore")


@pytest.fixture
def hosts(system: Bus, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hosts file that is not this account's to write, although tests run as the one that may write anywhere."""

    def denied(file: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(hosts_file, "rewrite", denied)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    file = system.root / "etc/hosts"
    file.parent.mkdir(parents=True)
    file.write_bytes(ORDINARY + FORGED)
    return file


def patient_of(system: Bus, tmp_path: Path) -> Patient:
    here = Here(tmp_path / "held", system="linux", home=tmp_path, environ={}, tool=system.tool, root=system.root)
    return Patient(tmp_path, here)


def test_forged_lines_are_put_aside_by_the_service_and_back(system: Bus, hosts: Path, tmp_path: Path) -> None:
    system.policy(*BOTH)
    system.serve()
    patient = patient_of(system, tmp_path)
    run = patient.heal("hosts_file_tampered")
    assert patient.proved(run)
    assert hosts.read_bytes().startswith(ORDINARY)
    assert b"\n10.53.0.66 nas2 " in hosts.read_bytes(), "the good name of a line stays"
    assert patient.undo(run).state is RunState.UNDONE
    assert hosts.read_bytes() == ORDINARY + FORGED
    assert [verb for verb in BOTH if f"did {verb} " in system.written_down()] == list(BOTH)


@pytest.mark.parametrize("verbs", [(), ("hosts.restore",), ("hosts.clean",)])
def test_without_a_way_there_and_back_it_goes_to_a_person(
    system: Bus, hosts: Path, tmp_path: Path, verbs: tuple[str, ...]
) -> None:
    system.policy(*verbs)
    system.serve()
    patient = patient_of(system, tmp_path)
    run = patient.heal("hosts_file_tampered")
    assert (run.state, patient.outcome(run, "clean")) == (RunState.NEEDS_PERSON, "not_allowed")
    assert hosts.read_bytes() == ORDINARY + FORGED
    assert patient.journal.lines == []


def test_a_way_back_that_the_policy_took_away_loses_nothing(system: Bus, hosts: Path, tmp_path: Path) -> None:
    system.policy(*BOTH)
    system.serve()
    patient = patient_of(system, tmp_path)
    run = patient.heal("hosts_file_tampered")
    between = hosts.read_bytes()
    system.policy()
    with pytest.raises(CannotUndo):
        patient.undo(run)
    assert hosts.read_bytes() == between
    system.policy(*BOTH)
    assert patient.undo(run).state is RunState.UNDONE
    assert hosts.read_bytes() == ORDINARY + FORGED


def test_the_service_is_not_asked_for_names_that_are_not_on_its_list(
    system: Bus, hosts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.policy(*BOTH)
    system.serve()
    hosts.write_bytes(FORGED + b"\n10.53.0.66 desk.example\n")
    monkeypatch.setattr(hosts_file, "_judge", lambda here: lambda name, address: name == "desk.example")
    patient = patient_of(system, tmp_path)
    run = patient.heal("hosts_file_tampered")
    assert (run.state, patient.outcome(run, "clean")) == (RunState.NEEDS_PERSON, "not_allowed")
    assert b"off-by-rescousse" not in hosts.read_bytes()


def test_the_print_system_is_started_anew(system: Bus, tmp_path: Path) -> None:
    system.policy("printing.restart")
    system.serve()

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[0] != "lpstat":
            return system.tool(args, deadline_s, environ)
        is_there = "systemctl --no-ask-password restart cups.service" in system.ran
        answers = {"-r": "scheduler is running\n", "-p": "printer Accueil is idle.  enabled since today\n"}
        return Ran(0, answers.get(args[1], "") if is_there else "", "")

    patient = Patient(tmp_path, Here(tmp_path / "held", system="linux", home=tmp_path, environ={}, tool=tool))
    run = patient.heal("print_queue_stuck")
    assert patient.proved(run)
    assert patient.outcome(run, "restart") == "done"


def test_a_print_system_that_may_not_be_started_goes_to_a_person(system: Bus, tmp_path: Path) -> None:
    system.policy()
    system.serve()

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        return Ran(1, "", "") if args[0] == "lpstat" else system.tool(args, deadline_s, environ)

    patient = Patient(tmp_path, Here(tmp_path / "held", system="linux", home=tmp_path, environ={}, tool=tool))
    run = patient.heal("print_queue_stuck")
    assert (run.state, patient.outcome(run, "restart")) == (RunState.NEEDS_PERSON, "not_allowed")


def test_a_printer_that_refuses_is_turned_and_turned_back(system: Bus, tmp_path: Path) -> None:
    system.policy("printing.enable", "printing.disable", "printing.accept", "printing.reject")
    system.serve()

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        return Ran(1, "", "Forbidden") if args[0].startswith("cups") else system.tool(args, deadline_s, environ)

    here = Here(tmp_path, system="linux", home=tmp_path, environ={}, tool=tool)
    assert cups.accept(here, "Accueil")
    assert cups.reject(here, "Accueil")
    assert cups.enable(here, "Accueil")
    assert cups.disable(here, "Accueil")
    assert not cups.accept(here, "--all")
    assert system.ran == ["cupsaccept Accueil", "cupsreject Accueil", "cupsenable Accueil", "cupsdisable Accueil"]
