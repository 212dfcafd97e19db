"""Talking from the viewer: no microphone without a click, in words what is on, and closed with the person's yes."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from desktop_app.domain.consent import Capability
from desktop_app.protocol.screen_channel import Grants, Voices
from tests.contract.desk import DeskProcess
from tests.contract.standin_machine import StandinMachine
from tests.contract.test_sharing_viewer import asked, camille, live, machine, one_desk, signed_in

__all__ = ["asked", "camille", "live", "machine", "one_desk", "signed_in"]  # the viewer's own fixtures
FAKE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ON = Voices(user="on", technician="muted", is_played=True)
_OPENED = """() => { window.tracks = []; const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await real(wanted); window.tracks.push(...stream.getTracks()); return stream; }; }"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a microphone that is made of nothing."""
    if _CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", *FAKE])
        yield started
        started.close()


def allow(machine: StandinMachine, voices: Voices | None = ON) -> None:
    machine.send(Grants(left_s={Capability.LOOK: 600, Capability.VOICE: 600}, voices=voices))


def microphones(page: Page) -> list[str]:
    """How each that was opened stands now."""
    found: list[str] = page.evaluate("() => window.tracks.map((track) => `${track.readyState} ${track.enabled}`)")
    return found


def test_only_this_page_may_have_a_microphone(live: Page, one_desk: DeskProcess) -> None:
    with live.expect_response(lambda answer: answer.url == live.url) as told:
        live.evaluate("fetch(location.href)")
    assert "microphone=(self)" in told.value.headers["permissions-policy"]
    with live.expect_response(one_desk.console) as told:
        live.evaluate("url => fetch(url)", one_desk.console)
    assert "microphone=()" in told.value.headers["permissions-policy"]


def test_from_the_question_to_the_end_of_the_yes(live: Page, machine: StandinMachine) -> None:
    live.evaluate(_OPENED)
    expect(live.locator("#voice")).to_be_hidden()
    live.click("[data-capability=voice] button")
    live.fill("#why-reason", "Pour aller plus vite")
    live.keyboard.press("Enter")
    question = machine.hear("ask")
    assert (question["capability"], question["reason"]) == ("voice", "Pour aller plus vite")
    allow(machine)
    live.wait_for_selector("#voice >> text=Le micro de Camille est ouvert")
    live.wait_for_selector("#voice >> text=Votre micro est fermé : Camille ne vous entend pas.")
    assert microphones(live) == [], "not before a click"
    assert machine.heard_nothing("mute")
    live.click("#voice >> text=Ouvrir mon micro")
    assert machine.hear("mute")["muted"] is False
    live.wait_for_selector("#voice >> text=Votre micro est ouvert.")
    assert microphones(live) == ["live true"]
    live.click("#voice >> text=Couper mon micro")
    assert machine.hear("mute")["muted"] is True
    assert microphones(live) == ["live false"]
    live.click("#voice >> text=Ouvrir mon micro")
    assert machine.hear("mute")["muted"] is False
    machine.send(Grants(left_s={Capability.LOOK: 600}))
    expect(live.locator("#voice")).to_be_hidden()
    assert microphones(live) == ["ended true"]
    assert live.evaluate("document.querySelector('#voice audio').srcObject") is None


def test_what_the_person_does_is_said(live: Page, machine: StandinMachine) -> None:
    allow(machine, ON.model_copy(update={"user": "muted"}))
    live.wait_for_selector("#voice >> text=Camille a coupé son micro.")
    allow(machine, ON.model_copy(update={"user": "none", "is_played": False}))
    live.wait_for_selector("#voice >> text=Aucun micro n’a été trouvé")
    live.wait_for_selector("#voice >> text=n’a pas non plus de quoi vous faire entendre")
    allow(machine, None)  # a machine that says nothing of it opens nothing
    expect(live.locator("#voice")).to_be_hidden()


def test_without_a_microphone_one_can_listen(live: Page, machine: StandinMachine) -> None:
    live.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('none')); }")
    allow(machine)
    live.click("#voice >> text=Ouvrir mon micro")
    live.wait_for_selector("#voice >> text=Votre navigateur n’a pas donné de micro.")
    assert machine.heard_nothing("mute")
    expect(live.locator("#voice button")).to_be_enabled()


def test_where_it_must_not_be_asked_the_viewer_says_so(live: Page, machine: StandinMachine) -> None:
    machine.send(Grants(left_s={Capability.LOOK: 600}, never=[Capability.VOICE]))
    live.wait_for_selector("[data-capability=voice] >> text=pas possible sur ce poste")
    expect(live.locator("[data-capability=voice] button")).to_be_disabled()
    expect(live.locator("[data-capability=point] button")).to_be_enabled()
