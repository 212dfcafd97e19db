"""Talking with each other, as the service passes it on: asked apart, forbidden by a setting, told in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import Voices
from desktop_app.protocol.screen_lines import Allowed, Asked
from tests.unit.sharing.standins import World
from tests.unit.sharing.test_sharing_service import flowing

VOICES = Voices(user="on", technician="muted", is_played=True)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def test_a_yes_opens_it_and_mute_reaches_the_process(world: World) -> None:
    process = flowing(world)
    process.heard(Asked(capability=Capability.VOICE, reason="Pour aller plus vite"))
    assert world.sharings.view.asked
    world.sharings.grant(Capability.VOICE, 600)
    process.heard(Allowed(left_s={Capability.LOOK: 1200, Capability.VOICE: 600}, voices=VOICES))
    assert world.sharings.view.voices == VOICES
    world.sharings.mute(muted=True)
    world.sharings.deny(Capability.VOICE)
    assert process.kinds[-3:] == ["grant", "mute", "refuse"]
    process.heard(Allowed(left_s={Capability.LOOK: 1200}))
    assert world.sharings.view.voices is None
    assert world.told()[-1] == "screen_voice_allowed"


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_setting_keeps_it_from_being_asked(world: World, is_wanted: bool) -> None:
    world.settings["sharing.voice"] = is_wanted
    process = flowing(world)
    assert (Capability.VOICE in process.said[0].never) is not is_wanted  # type: ignore[attr-defined]
