"""The real screen process behind a real help desk and the technician's viewer in a real browser."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import real_screens
from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.pages import signed_in_page
from tests.contract.standin_machine import StandinMachine
from tests.unit.screen.test_hands import Notebook

Wait = Callable[[Callable[[], object]], None]
SECONDS = 60


class RealMachine(StandinMachine):
    """Carries words between the help desk and the process, as the tray application does."""

    def __init__(self, device: DeviceCaller, display: str) -> None:
        super().__init__(device)
        environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app.screen"], env={**environment, "DISPLAY": display},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def ask(self) -> tuple[str, str]:
        """From the question to the words."""
        found = self._wait(lambda found: found["state"] == "asked")
        self.say("prepare", id=found["id"], commitment=found["commitment"], language="fr")
        self._put("ready", self.hears("prepared")["ready"])
        found = self._wait(lambda found: found["offer"] is not None)
        self.say("offered", offer=found["offer"])
        words = self.hears("words")
        return words["first"], words["second"]

    def yes(self) -> None:
        self.say("allow", seconds=600, words_matched=True)
        self._put("answer", self.hears("answered")["answer"])

    def say(self, kind: str, **more: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"kind": kind, **more}) + "\n")
        self.process.stdin.flush()

    def hears(self, kind: str) -> dict[str, Any]:
        """The next line of that kind."""
        while (line := self._lines.get(timeout=SECONDS))["kind"] != kind:
            pass
        return line

    def stop(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(SECONDS)
        self._reader.join(SECONDS)
        self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    if why := real_screens.missing("Xvfb", "xsetroot", "xdotool"):
        pytest.skip(why)
    with real_screens.display(tmp_path) as name:
        subprocess.run(["xsetroot", "-display", name, "-solid", "#1e8040"], check=True)
        yield name


@pytest.fixture
def machine(own_desk: DeskProcess, display: str) -> Iterator[RealMachine]:
    started = RealMachine(own_desk.device(), display)
    with started:
        yield started
    started.stop()


@pytest.fixture
def page(browser: Browser, own_desk: DeskProcess) -> Iterator[Page]:
    own_desk.technician()
    with signed_in_page(browser, own_desk) as opened:
        yield opened


def pixel(page: Page, x: int, y: int) -> list[int]:
    read = "([x, y]) => [...document.querySelector('#tiles').getContext('2d').getImageData(x, y, 1, 1).data]"
    found: list[int] = page.evaluate(read, [x, y])
    return found


def test_from_the_question_to_a_letter_on_the_users_screen(
    page: Page, own_desk: DeskProcess, machine: RealMachine, display: str, wait_until: Wait
) -> None:
    ticket = machine._device.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.click("text=Voir l’écran")
    page.fill("#reason", "Voir le message d’erreur")
    page.click("#ask button")

    first, second = machine.ask()
    expect(page.locator("#wait .words")).to_have_text(f"{first}, {second}")
    assert not page.is_visible("#picture"), "nothing is seen before the yes"

    machine.yes()
    wait_until(lambda: pixel(page, 500, 400) == [0x1E, 0x80, 0x40, 255])
    subprocess.run(["xsetroot", "-display", display, "-solid", "#a03010"], check=True)
    wait_until(lambda: pixel(page, 500, 400) == [0xA0, 0x30, 0x10, 255])

    _grant(page, machine, "point")
    page.locator("#picture").hover(position={"x": 64, "y": 40})
    assert machine.hears("pointing")["what"]["kind"] == "move"

    book = Notebook(display)
    _write(page, machine, display, book)
    wait_until(lambda: book.text == "Zoé@€")
    book.close()

    machine.say("stop", ending="user")
    over = machine.hears("over")["record"]
    assert over["ending"] == "user"
    assert {span["capability"] for span in over["spans"]} == {"look", "point", "control"}
    machine.end(over)
    page.wait_for_selector("#over")


def _grant(page: Page, machine: RealMachine, capability: str) -> None:
    page.click(f"[data-capability={capability}] button")
    page.fill("#why-reason", "Pour aider")
    page.keyboard.press("Enter")
    assert machine.hears("asked")["capability"] == capability
    machine.say("grant", capability=capability, seconds=300)
    page.wait_for_selector(f"[data-capability={capability}][data-state=yes]", state="attached")


def _write(page: Page, machine: RealMachine, display: str, book: Notebook) -> None:
    there = {**os.environ, "DISPLAY": display}
    subprocess.run(["xdotool", "windowfocus", "--sync", str(book.window)], env=there, check=True)
    _grant(page, machine, "control")
    page.locator("#picture").click(position={"x": 200, "y": 110})
    page.keyboard.type("Zo")
    page.fill("#to-type", "é@€")
    page.click("#typing button")
