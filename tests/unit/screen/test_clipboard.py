"""The user's clipboard on a real X server, between our process and another program."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from tests import real_screens
from tests.unit.screen.technician import SECONDS, Browser, granted, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]
TEXT = "Zoé a 3 € – œuvre"
COPY = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
app.clipboard().setText(sys.argv[1])
print("copied", flush=True)
app.exec()
"""
PASTE = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
print(ascii(app.clipboard().text()))
"""


@pytest.fixture(scope="module")
def own_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if why := real_screens.missing("Xvfb"):
        pytest.skip(why)
    with real_screens.display(tmp_path_factory.mktemp("display")) as name:
        yield name


def environment(name: str) -> dict[str, str]:
    return {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}


def pasted(name: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PASTE], env=environment(name), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_what_the_technician_puts_there_is_pasted(own_display: str, run: Run) -> None:
    async def paste() -> None:
        browser = Browser()
        async with screen_process(own_display) as side:
            await shared(side, browser)
            await granted(side, browser, "control", "clipboard")
            browser.send(json.dumps({"kind": "clip", "text": TEXT}))
            async with asyncio.timeout(SECONDS):
                while await asyncio.to_thread(pasted, own_display) != ascii(TEXT):
                    pass
        await browser.close()

    run(paste())


def test_what_the_user_copied_is_given_only_when_asked_and_allowed(own_display: str, run: Run) -> None:
    async def copied() -> None:
        browser = Browser()
        program = subprocess.Popen(
            [sys.executable, "-c", COPY, TEXT], env=environment(own_display), stdout=subprocess.PIPE
        )
        assert program.stdout is not None
        program.stdout.readline()
        async with screen_process(own_display) as side:
            await shared(side, browser)
            browser.send(json.dumps({"kind": "clip", "want": True}))
            await granted(side, browser, "control", "clipboard")
            assert not browser.last("clip")
            browser.send(json.dumps({"kind": "clip", "want": True}))
            assert (await browser.until(lambda: browser.last("clip")))["text"] == TEXT
        await browser.close()
        program.terminate()
        program.wait(SECONDS)
        program.stdout.close()

    run(copied())
