"""The desktop's own dialog is asked, and what it answers is what happens; no is no, silence too."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection

from desktop_app.domain.consent import Ending
from desktop_app.screen.screenful import Lost
from desktop_app.screen.wayland import cast, portal
from desktop_app.screen.wayland.cast import Cast
from tests import real_screens
from tests.unit.screen.standin_portal import NODE, SESSION, StandinPortal
from tests.unit.snapshot.private_bus import PrivateBus

Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def bus(
    tmp_path: Path, wait_until: Wait, monkeypatch: pytest.MonkeyPatch, socket_enabled: None
) -> Iterator[PrivateBus]:
    """A message bus of this test's own, with nobody on it."""
    if why := real_screens.missing("dbus-daemon"):
        pytest.skip(why)
    with contextlib.closing(PrivateBus(tmp_path / "bus", wait_until)) as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        monkeypatch.setattr(open_dbus_connection, "__defaults__", ("SESSION", False, 60.0))
        for asks in (cast, portal):
            monkeypatch.setattr(asks, "_PATIENCE_S", 60)
        yield started


@pytest.fixture
def desktop(bus: PrivateBus) -> Iterator[Callable[..., StandinPortal]]:
    """Starts a portal that answers so."""
    with contextlib.ExitStack() as portals:

        def start(code: int | None = 0, kinds: int = 3) -> StandinPortal:
            started = StandinPortal(bus.address, code, kinds)
            portals.callback(started.leave)
            return started

        yield start


def test_a_yes_leads_to_what_was_picked(desktop: Callable[..., StandinPortal]) -> None:
    asked = desktop().asked
    with contextlib.closing(Cast()) as given:
        assert given.node == NODE
        os.close(given.remote)
        assert not given.is_over()
    session, wishes = asked["SelectSources"]
    assert session == SESSION
    assert {key: wishes[key] for key in ("types", "cursor_mode", "multiple")} == {
        "types": ("u", 3), "cursor_mode": ("u", 2), "multiple": ("b", False),
    }  # fmt: skip
    assert not {"persist_mode", "restore_token"} & set(wishes), "the next sharing asks again"


@pytest.mark.parametrize(("code", "ending"), [(1, Ending.REFUSED), (2, Ending.DISPLAY_LOST), (None, Ending.SILENCE)])
def test_without_a_yes_nothing_is_given(
    desktop: Callable[..., StandinPortal], monkeypatch: pytest.MonkeyPatch, code: int | None, ending: Ending
) -> None:
    monkeypatch.setattr(cast, "ANSWER_S", 1 if code is None else 60)
    asked = desktop(code).asked
    with pytest.raises(Lost) as lost:
        Cast()
    assert lost.value.ending is ending
    assert "OpenPipeWireRemote" not in asked


def test_what_was_taken_back_is_over(desktop: Callable[..., StandinPortal], wait_until: Wait) -> None:
    shown = desktop()
    with contextlib.closing(Cast()) as given:
        os.close(given.remote)
        shown.close_session()
        wait_until(given.is_over)
        assert given.is_over()


def test_without_its_portal_it_is_over(desktop: Callable[..., StandinPortal], wait_until: Wait) -> None:
    shown = desktop()
    with contextlib.closing(Cast()) as given:
        os.close(given.remote)
        shown.leave()
        wait_until(given.is_over)


def test_without_its_bus_it_is_over(bus: PrivateBus, desktop: Callable[..., StandinPortal], wait_until: Wait) -> None:
    desktop()
    with contextlib.closing(Cast()) as given:
        os.close(given.remote)
        bus.close()
        wait_until(given.is_over)


def test_a_desktop_without_a_portal_shows_nothing(bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not portal.is_offered()
    with pytest.raises(Lost) as lost:
        Cast()
    assert lost.value.ending is Ending.DISPLAY_LOST
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert not portal.is_offered()
    with pytest.raises(Lost):
        Cast()


@pytest.mark.parametrize(
    ("library", "kinds", "is_there"), [("libc.so.6", 3, True), ("libc.so.6", 0, False), ("libnone.so.0", 3, False)]
)
def test_it_is_known_before_anybody_is_asked(
    desktop: Callable[..., StandinPortal], monkeypatch: pytest.MonkeyPatch, library: str, kinds: int, is_there: bool
) -> None:
    monkeypatch.setattr(portal, "PIPEWIRE", library)
    desktop(kinds=kinds)
    assert portal.is_offered() is is_there
