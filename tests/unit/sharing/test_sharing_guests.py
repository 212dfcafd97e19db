"""A second technician looks along: asked apart, bound to the first, written down apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol.base import new_id
from desktop_app.protocol.screen_lines import Allowed
from desktop_app.services.sharing_view import Stage
from tests.unit.sharing.standins import Process, World
from tests.unit.sharing.test_sharing_service import asking, flowing, until


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def joining(world: World) -> Process:
    """Up to the words of the second."""
    first = world.sharings.view
    second = world.ask(first.ticket_id, joins=first.id)
    world.sharings.look()
    world.guests.look()
    until(lambda: world.desk.items[second].state == "ready")
    world.desk.offer(second)
    world.guests.look()
    until(lambda: world.guests.view.stage is Stage.ASKING)
    return world.processes[-1]


def test_the_second_is_asked_about_apart_and_sees_the_same(world: World) -> None:
    first = flowing(world)
    second = joining(world)
    assert second is not first
    assert world.sharings.view.stage is Stage.SHARING, "the first goes on"
    assert (world.guests.view.first_name, world.guests.joined.first_name) == ("Jonas", "Sofia")
    world.guests.allow_same()
    assert second.kinds == ["prepare", "offered", "pause", "allow"]
    prepare, allow = second.said[0], second.said[-1]
    assert prepare.only_look  # type: ignore[attr-defined]
    assert not first.said[0].only_look  # type: ignore[attr-defined]
    assert (allow.seconds, allow.window, allow.monitor) == (1200, None, "")  # type: ignore[attr-defined]
    assert world.told() == ["screen_look_allowed", "screen_look_allowed"]


def test_what_stands_still_does_so_for_the_second_too(world: World) -> None:
    first = flowing(world)
    first.heard(Allowed(left_s={Capability.LOOK: 1200}, paused=True))
    second = joining(world)
    world.guests.allow_same()
    assert [word.paused for word in second.said if word.kind == "pause"] == [True]  # type: ignore[attr-defined]


def test_the_second_leaves_alone(world: World) -> None:
    flowing(world)
    joining(world)
    world.guests.allow_same()
    world.guests.stop()
    until(lambda: world.guests.view.stage is Stage.REST)
    assert world.sharings.view.stage is Stage.SHARING
    world.outbox.flush()
    assert [record.ending for record in world.desk.records] == [Ending.USER]


@pytest.mark.parametrize("is_allowed", [True, False])
def test_the_second_ends_with_the_first(world: World, is_allowed: bool) -> None:
    flowing(world)
    second = joining(world)
    if is_allowed:
        world.guests.allow_same()
    world.sharings.stop()
    until(lambda: world.guests.view.stage is Stage.REST)
    assert second.is_closed
    assert (world.sharings.view.ending, world.guests.view.ending) == (Ending.USER, Ending.USER)
    world.outbox.flush()
    assert len(world.desk.records) == 2


def test_nobody_looks_along_with_what_is_not_shown(world: World) -> None:
    first = asking(world)
    world.ask(world.sharings.view.ticket_id, joins=world.sharings.view.id)
    world.ask(world.sharings.view.ticket_id, joins=new_id())
    world.guests.look()
    world.sharings.look()
    first.heard(Allowed(left_s={}))
    world.guests.close()
    assert world.guests.view.stage is Stage.REST
    assert len(world.processes) == 1


def test_a_killed_program_tells_of_both(world: World) -> None:
    first = flowing(world).said[0]
    second = joining(world).said[0]
    world.guests.allow_same()
    kept = [world.store.notes.get(name) for name in ("sharing:underway", "sharing:beside")]
    for word, note in zip((first, second), kept, strict=True):
        assert word.id in note  # type: ignore[attr-defined]


def test_the_second_has_no_step_more(world: World) -> None:
    flowing(world)
    joining(world)
    world.guests.allow_same()
    assert world.guests.view.left_s.keys() == {Capability.LOOK}
