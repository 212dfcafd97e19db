"""Printers on Windows: the JSON of our questions to it, as its classes are documented, and exactly what is asked."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import reach
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed, Given
from tests.unit.fixes.own_home import quiet

_PRINTER = {"name": "Büro 2", "default": True, "port": "IP_10.0.0.7", "host": "10.0.0.7", "off": False, "status": 3}
_PDF = {"name": "Microsoft Print to PDF", "default": False, "port": "PORTPROMPT:", "host": None, "off": False}


class Spooler:
    """Printers that remember whether they are used offline."""

    def __init__(self, refuses: bool = False, **more: Any) -> None:
        self.printer, self.refuses = {**_PRINTER, **more}, refuses

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        assert all("Büro" not in word for word in args), "a name never becomes code"
        if "Set-CimInstance" in args[-1]:
            assert environ["RESCOUSSE_PRINTER"] == "Büro 2"
            self.printer["off"] = self.printer["off"] if self.refuses else environ["RESCOUSSE_OFF"] == "1"
            return Ran(1 if self.refuses else 0, "", "Access denied")
        return Ran(0, json.dumps([self.printer, _PDF]), "")


def computer(tmp_path: Path, spooler: Spooler) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system="windows", home=tmp_path, environ={}, tool=spooler))


@pytest.mark.parametrize(
    ("more", "answers", "outcome"),
    [
        ({}, True, "ready"),
        ({"off": True}, True, "stopped"),
        ({}, False, "unreachable"),
        ({"off": True}, False, "unreachable"),
        ({"host": "", "port": "USB001", "status": 7}, False, "unreachable"),
        ({"host": "", "port": "USB001", "off": True, "status": 7}, False, "stopped"),
        ({"port": "nul:"}, True, "no_printer"),
    ],
)
def test_what_is_wrong_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], answers: bool, outcome: str
) -> None:
    monkeypatch.setattr(reach, "answers", lambda host, port: answers and (host, port) == ("10.0.0.7", 9100))
    assert computer(tmp_path, Spooler(**more)).check("printing.reach", Given()).outcome == outcome


def test_used_offline_no_more_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "answers", lambda host, port: True)
    spooler = Spooler(off=True)
    actions = computer(tmp_path, spooler)
    plan = actions.plan("printing.reach.switch_on", Given())
    assert actions.apply("printing.reach.switch_on", plan.saved, quiet).outcome == "done"
    assert actions.check("printing.reach", Given()).outcome == "ready"
    actions.undo("printing.reach.switch_on", plan.saved)
    assert spooler.printer["off"] is True
    spooler.refuses = True
    assert actions.apply("printing.reach.switch_on", plan.saved, quiet).outcome == "not_allowed"


class Domain:
    """A domain that publishes one printer, and what is installed here."""

    def __init__(self, refusal: str = "") -> None:
        self.installed, self.refusal = ["HP LaserJet (USB)"], refusal

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        assert all(_SHARED not in word for word in args)
        if "adsisearcher" in args[-1]:
            return Ran(0, json.dumps({"name": "Etage 2", "uri": _SHARED}), "")
        if "Add-Printer" in args[-1] and not self.refusal:
            self.installed.append(environ["RESCOUSSE_URI"])
        if "Remove-Printer" in args[-1]:
            self.installed.remove(environ["RESCOUSSE_URI"])
        if "Get-Printer" in args[-1]:
            return Ran(0, json.dumps([{"name": name, "uri": name} for name in self.installed]), "")
        return Ran(1 if self.refusal and "Add-Printer" in args[-1] else 0, "", self.refusal)


_SHARED = r"\\druck-01\Etage 2 & 3"


def at_work(tmp_path: Path, domain: Domain) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system="windows", home=tmp_path, environ={}, tool=domain))


def test_a_published_printer_is_added_and_taken_off(tmp_path: Path) -> None:
    domain = Domain()
    actions = at_work(tmp_path, domain)
    found = actions.check("printing.nearby", Given())
    assert (found.outcome, [item.id for item in found.items]) == ("found", [_SHARED])
    plan = actions.plan("printing.nearby.add", Given({"printer": _SHARED}))
    for _ in range(2):
        assert actions.apply("printing.nearby.add", plan.saved, quiet).outcome == "done"
    assert domain.installed == ["HP LaserJet (USB)", _SHARED]
    assert actions.check("printing.nearby", Given({"wanted": _SHARED})).outcome == "installed"
    assert actions.check("printing.nearby", Given()).outcome == "nothing_new"
    actions.undo("printing.nearby.add", plan.saved)
    actions.undo("printing.nearby.add", plan.saved)
    assert domain.installed == ["HP LaserJet (USB)"]


@pytest.mark.parametrize(
    ("refusal", "outcome"),
    [("Add-Printer : Zugriff verweigert 0x80070005", "not_allowed"), ("Add-Printer : 0x80070709", "refused")],
)
def test_a_published_printer_that_may_not_be_added(tmp_path: Path, refusal: str, outcome: str) -> None:
    actions = at_work(tmp_path, Domain(refusal))
    plan = actions.plan("printing.nearby.add", Given({"printer": _SHARED}))
    assert actions.apply("printing.nearby.add", plan.saved, quiet).outcome == outcome


def test_a_forged_record_takes_no_printer_off(tmp_path: Path) -> None:
    domain = Domain()
    with pytest.raises(ActionFailed):
        at_work(tmp_path, domain).undo("printing.nearby.add", {"queue": "x", "uri": "HP LaserJet (USB)"})
    assert domain.installed == ["HP LaserJet (USB)"]
