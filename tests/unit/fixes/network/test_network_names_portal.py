"""Opening the sign-in page on Windows and macOS: exactly what is asked of their own openers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import portal
from desktop_app.adapters.actions.network.portal import Heard
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import Given
from tests.unit.fixes.own_home import quiet

_PAGE = "<!DOCTYPE html><title>Hotel</title>"
_PLAIN = "http://assistance.exemple.test/"


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_the_page_that_the_network_shows_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    asked: list[tuple[Sequence[str], str]] = []

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        asked.append((args, environ.get("RESCOUSSE_URL", "")))
        return Ran(0, "", "")

    heard = {_PLAIN: Heard(200, "hotel.example", _PAGE)}
    monkeypatch.setattr(portal, "hear", heard.get)
    here = Here(tmp_path, lambda: "https://assistance.exemple.test", system, tmp_path, {}, tool)
    actions = Computer(tmp_path, here=here)
    found = actions.check("network.portal", Given())
    assert (found.outcome, found.facts["host"]) == ("portal", "hotel.example")
    plan = actions.plan("network.portal.open", Given())
    assert actions.apply("network.portal.open", plan.saved, quiet).outcome == "done"
    (args, url) = asked[-1]
    assert url == _PLAIN if system == "windows" else list(args) == ["open", _PLAIN]
    assert system == "macos" or all(_PLAIN not in word for word in args)


@pytest.mark.parametrize(
    ("heard", "outcome"),
    [
        (Heard(200, "assistance.exemple.test", '{"status": "ok"}'), "free"),
        (Heard(511, "assistance.exemple.test", ""), "portal"),
        (Heard(200, "assistance.exemple.test", _PAGE), "portal"),
        (Heard(404, "assistance.exemple.test", _PAGE), "no_answer"),
        (Heard(200, "assistance.exemple.test", '["ok"]'), "no_answer"),
        (None, "no_answer"),
    ],
)
def test_what_stands_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard | None, outcome: str
) -> None:
    monkeypatch.setattr(portal, "hear", {"https://assistance.exemple.test/api/v1/health": heard}.get)
    here = Here(tmp_path, lambda: "https://assistance.exemple.test/", "linux", tmp_path, {})
    assert Computer(tmp_path, here=here).check("network.portal", Given()).outcome == outcome
