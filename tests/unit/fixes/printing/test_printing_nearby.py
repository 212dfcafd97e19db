"""Printers that announce themselves: networks lose announcements, and the one that was chosen is listened for again."""

from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import nearby
from desktop_app.adapters.actions.printing.nearby import Near
from desktop_app.domain.action import Given

_FLOOR = Near("Étage 2", "ipp://etage.local:631/ipp/print")
_SAFE = Near("Étage 2", "ipps://etage.local:631/ipp/print")
_CHOSEN = Given({"printer": _FLOOR.uri})


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    monkeypatch.setattr(nearby, "installed", lambda _here: [])
    return Computer(tmp_path, here=Here(tmp_path, system="linux", home=tmp_path, environ={}))


def _heard(monkeypatch: pytest.MonkeyPatch, *times: list[Near]) -> list[list[Near]]:
    left = list(times)
    monkeypatch.setattr(nearby, "nearby", lambda _here: left.pop(0))
    return left


def test_one_announcement_may_get_lost(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    _heard(monkeypatch, [], [_FLOOR])
    plan = computer.plan("printing.nearby.add", _CHOSEN)
    assert (plan.outcome, plan.saved) == ("", {"queue": "tage_2", "uri": _FLOOR.uri})


def test_one_that_is_heard_in_two_ways_is_found_by_either(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was offered while only one of the two had been heard."""
    for chosen in (_FLOOR, _SAFE):
        _heard(monkeypatch, [_SAFE, _FLOOR])
        assert computer.plan("printing.nearby.add", Given({"printer": chosen.uri})).saved["uri"] == chosen.uri


def test_one_printer_is_offered_once_encrypted_where_it_can(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for heard, offered in (([_SAFE, _FLOOR], _SAFE), ([_FLOOR, _SAFE], _SAFE), ([_FLOOR], _FLOOR)):
        _heard(monkeypatch, heard)
        assert [item.id for item in computer.check("printing.nearby", Given()).items] == [offered.uri]


def test_nobody_is_there_only_when_nobody_answers_again(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    _heard(monkeypatch, [], [], [_FLOOR])
    assert computer.check("printing.nearby", Given()).outcome == "found"
    _heard(monkeypatch, [], [], [], [_FLOOR])
    assert computer.check("printing.nearby", Given()).outcome == "nothing"


def test_one_that_keeps_silent_is_not_added(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    left = _heard(monkeypatch, [], [], [], [_FLOOR])
    assert computer.plan("printing.nearby.add", _CHOSEN).outcome == "nothing"
    assert left == [[_FLOOR]]


def test_one_that_is_there_already_is_not_waited_for(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "installed", lambda _here: [_FLOOR])
    left = _heard(monkeypatch, [_FLOOR])
    assert computer.plan("printing.nearby.add", _CHOSEN).outcome == "nothing"
    assert left == [[_FLOOR]]


def test_a_directory_that_knows_none_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "installed", lambda _here: [])
    windows = Computer(tmp_path, here=Here(tmp_path, system="windows", home=tmp_path, environ={}))
    left = _heard(monkeypatch, [], [_FLOOR])
    assert windows.check("printing.nearby", Given()).outcome == "nothing"
    assert left == [[_FLOOR]], "what a network loses is listened for again; a list is complete"
