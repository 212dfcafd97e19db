"""A screen is shown with the real programs: words compared, a yes, a picture read back, a letter typed, a stop."""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from build_scripts.display import VirtualDisplay
from build_scripts.local_desk import LocalDesk
from tests.e2e.conftest import CHROMIUM, App, _sign_in
from tests.e2e.screen import Person
from tests.real_sound import Ear, RealSound, missing, real_sound

pytestmark = pytest.mark.e2e
VIOLET = [200, 30, 200, 255]
SUBJECT = "Impossible d’imprimer"
A_BEEP = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
_SPEAKERS, _MOUTH = "module-null-sink sink_name=speakers", "module-null-sink sink_name=mouth"
_MICROPHONE, _SPEAKS = "module-remap-source master=mouth.monitor source_name=microphone", "module-sine sink=mouth"
LISTENS = """async () => {
    const context = new AudioContext(), eye = context.createAnalyser(), wave = new Float32Array(2048);
    context.createMediaStreamSource(document.querySelector("#voice audio").srcObject).connect(eye);
    await context.resume();
    window.loudness = () => { eye.getFloatTimeDomainData(wave); return Math.max(...wave.map(Math.abs)); };
}"""

FIRST = """(video, [x, y]) => {
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    pen.drawImage(video, 0, 0);
    return [...pen.getImageData(x, y, 1, 1).data];
}"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealSound | None]:
    """The user's loudspeakers, and a microphone into which somebody sings; None where no sound server is installed."""
    if missing():
        yield None
        return
    with real_sound(tmp_path_factory.mktemp("sound"), wait, _SPEAKERS, _MOUTH, _MICROPHONE, _SPEAKS) as server:
        server.pactl("set-default-sink", "speakers")
        server.pactl("set-default-source", "microphone")
        yield server


@pytest.fixture(scope="module")
def ear(sound: RealSound | None) -> Iterator[Ear]:
    """At the user's loudspeakers."""
    if sound is None:
        pytest.skip(missing())
    listening = sound.listen("speakers.monitor")
    yield listening
    listening.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, sound: RealSound | None) -> Iterator[Any]:
    """A screen, a help desk, the app and a browser of this story alone."""
    with (
        VirtualDisplay() as display,
        LocalDesk(tmp_path_factory.mktemp("desk")) as desk,
        sync_playwright() as playwright,
    ):
        desk.enrol_this_machine()
        with Path(desk.app_environment["RESCOUSSE_POLICY"]).open("a") as policy:
            policy.write("[sharing]\nrecording = true\n")
        home = {"HOME": str(tmp_path_factory.mktemp("home")), "QT_QPA_PLATFORM": "xcb", "RESCOUSSE_LANG": "fr"}
        display.start([sys.executable, str(Path(__file__).with_name("target_window.py"))], home)
        heard = {"PULSE_RUNTIME_PATH": sound.environment["PULSE_RUNTIME_PATH"]} if sound else {}
        app = App(display, {**desk.app_environment, **home, **heard})
        asked = app.command("ticket", "new", "--subject", SUBJECT, "--body", "Depuis Word", "--json")
        assert asked.returncode == 0, asked.stderr
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*CHROMIUM, *A_BEEP])
        yield display, app, _sign_in(browser, desk), desk.home
        browser.close()
        app.process.terminate()
        app.process.wait(timeout=60)


@pytest.fixture(scope="module")
def user(house: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    someone = Person(house[0], tmp_path_factory.mktemp("pictures"))
    yield someone
    someone.close()


@pytest.fixture(scope="module")
def console(house: Any) -> Page:
    page: Page = house[2]
    page.set_default_timeout(30_000)
    return page


def pixel(page: Page, x: int, y: int) -> list[int]:
    read = "([x, y]) => [...document.querySelector('#tiles').getContext('2d').getImageData(x, y, 1, 1).data]"
    found: list[int] = page.evaluate(read, [x, y])
    return found


def click_at(page: Page, x: int, y: int) -> None:
    """A click on that pixel of the user's screen, wherever the picture stands on the technician's."""
    box, wide = page.locator("#tiles").bounding_box(), page.evaluate("document.querySelector('#tiles').width")
    assert box
    scale = box["width"] / wide
    page.mouse.click(box["x"] + x * scale, box["y"] + y * scale)


def wait(holds: Any) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline


def test_the_words_are_the_same_on_both_screens(user: Person, console: Page) -> None:
    user.sees("Qu’est-ce qui ne va pas ?")
    console.goto(console.url)
    console.get_by_role("link", name=SUBJECT).click()
    console.get_by_role("link", name="Voir l’écran").click()
    console.fill("#reason", "Voir le message d’erreur")
    console.click("#ask button")
    user.sees("Est-ce bien")
    words = console.locator("#wait .words")
    expect(words).to_have_text(re.compile(r"\S+, \S+"))
    first, second = words.inner_text().split(", ")
    named = [name for _, name in user.tree()]
    assert first in named
    assert second in named
    assert not console.is_visible("#picture"), "nothing is seen before the yes"


def test_a_yes_shows_the_very_pixels(user: Person, console: Page) -> None:
    user.presses("m’a donné les mêmes mots")
    user.presses("Tout l’écran", role="radio")
    user.presses(" regarder", role="button")
    console.wait_for_selector("#picture", state="visible")
    wait(lambda: pixel(console, 220, 320) == VIOLET)
    user.sees("regarde votre écran")


def test_a_letter_typed_by_the_technician_arrives(house: Any, user: Person, console: Page) -> None:
    console.click("[data-capability=control] button")
    console.fill("#why-reason", "Pour relancer la file")
    console.keyboard.press("Enter")
    user.sees("demande à utiliser votre souris")
    user.presses("Autoriser")
    console.wait_for_selector("[data-capability=control][data-state=yes]", state="attached")
    user.sees("utilise votre souris")

    def typed() -> bool:
        """A window may get the keyboard a while after the click, and a letter goes to whoever has it."""
        click_at(console, 300, 476)
        console.keyboard.press("e")
        return bool(house[0].wait_for_window("cible e", house[1].process, 5))

    wait(typed)


def films(house: Any) -> list[int]:
    """The bytes of what is recorded on the user's machine now."""
    return [file.stat().st_size for file in (house[3] / "state" / "recordings").glob("*")]


def test_a_recording_is_asked_apart_and_marked_as_long_as_it_runs(house: Any, user: Person, console: Page) -> None:
    console.click("[data-capability=recording] button")
    console.fill("#why-reason", "Pour le montrer à l’éditeur")
    console.keyboard.press("Enter")
    user.sees("demande à enregistrer votre écran")
    assert not console.is_visible("#recorded")
    assert not films(house)
    user.presses("Autoriser")
    console.wait_for_selector("#recorded", state="visible")
    user.sees("L’écran est enregistré.")
    wait(lambda: any(films(house)))
    user.presses("Arrêter l’enregistrement")
    console.wait_for_selector("#recorded", state="hidden")
    wait(lambda: not films(house))
    assert console.is_visible("#picture"), "the sharing goes on"


def silence(ear: Ear) -> None:
    """Half a second in which nothing is played."""
    ear.forget()
    wait(lambda: ear.heard >= 5)
    assert ear.loudest < 0.002


def test_they_hear_each_other_after_a_yes_of_its_own(user: Person, console: Page, ear: Ear) -> None:
    console.click("[data-capability=voice] button")
    console.fill("#why-reason", "Pour aller plus vite")
    console.keyboard.press("Enter")
    user.sees("demande à parler avec vous")
    silence(ear)
    user.presses("Autoriser")
    console.wait_for_selector("[data-capability=voice][data-state=yes]", state="attached")
    console.click("#voice >> text=Ouvrir mon micro")
    wait(lambda: ear.loudest > 0.05)
    console.evaluate(LISTENS)
    wait(lambda: console.evaluate("window.loudness()") > 0.05)
    user.sees("vous entend. Vous entendez")


def test_the_user_mutes_and_ends_it_by_a_press(user: Person, console: Page, ear: Ear) -> None:
    user.presses("Couper mon micro")
    console.wait_for_selector("#voice >> text=a coupé son micro")
    wait(lambda: console.evaluate("window.loudness()") < 0.002)
    ear.forget()
    wait(lambda: ear.loudest > 0.05)
    user.presses("Ne plus se parler")
    console.wait_for_selector("#voice", state="hidden")
    silence(ear)


def test_stop_ends_it(house: Any, user: Person, console: Page) -> None:
    user.presses("Tout arrêter")
    console.wait_for_selector("#over", state="visible")
    assert not console.is_visible("#picture")
    wait(lambda: "arrêté de montrer" in house[1].command("journal").stdout)


def test_the_film_is_with_the_request_and_shows_what_was_seen(house: Any, console: Page) -> None:
    console.goto(console.url.removesuffix("/screen"))
    console.get_by_role("link", name="Écran enregistré").click()
    video = console.locator("video")
    wait(lambda: video.evaluate("video => { video.preload = 'auto'; return video.readyState >= 2; }"))
    red, green, blue = video.evaluate(FIRST, [220, 320])[:3]
    assert max(abs(red - 200), abs(green - 30), abs(blue - 200)) < 40
    assert "enregistrées pour" in house[1].command("journal").stdout
