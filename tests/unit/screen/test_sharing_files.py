"""Files that a technician would send, through the real screen process: a yes to the list that was seen, no more."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

from desktop_app.protocol.screen_channel import FILES
from tests.unit.screen.technician import Browser, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]


def test_files_are_listed_allowed_and_received(bare_display: str, run: Run, tmp_path: Any) -> None:
    async def received() -> None:
        browser, folder = Browser(), tmp_path / "From Sofia"
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            listed = [
                {"name": "../../run me.sh", "size": 5},
                {"name": "empty", "size": 0},
                {"name": "a.txt", "size": 3},
            ]
            browser.send(json.dumps({"kind": "files", "files": listed}))
            asked = await side.hears("asked", capability="files")
            assert [file["name"] for file in asked["files"]] == [file["name"] for file in listed]
            assert not folder.exists()
            side.say("grant", capability="files", seconds=60, folder=str(folder), number=asked["number"])
            await browser.until(lambda: "files" in browser.last("grants").get("left_s", {}))
            browser.channels[FILES].send(b"hello")
            browser.channels[FILES].send(b"abc")
            await browser.until(lambda: "files" not in browser.last("grants").get("left_s", {}))
            names = sorted(path.name for path in folder.iterdir())
            assert names == [".._.._run me.sh.txt", "a.txt", "empty"] or names == [
                "_.._run me.sh.txt",
                "a.txt",
                "empty",
            ]
            assert not [path for path in folder.iterdir() if path.stat().st_mode & 0o111]
            assert sorted(path.name for path in tmp_path.iterdir()) == ["From Sofia"]
        await browser.close()

    run(received())


def test_a_yes_to_one_list_of_files_opens_no_other(bare_display: str, run: Run, tmp_path: Any) -> None:
    async def lists() -> None:
        browser, yes = Browser(), {"capability": "files", "seconds": 60, "folder": str(tmp_path / "in")}
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            for number, name in enumerate(("photo.png", "other.sh"), start=1):
                browser.send(json.dumps({"kind": "files", "files": [{"name": name, "size": 3}]}))
                await side.hears("asked", capability="files", number=number)
            side.say("grant", number=1, **yes)  # said while the second list was on its way
            browser.send(json.dumps({"kind": "ask", "capability": "recording"}))
            await browser.until(lambda: "recording" in browser.last("grants").get("refused", []))
            assert "files" not in browser.last("grants")["left_s"]
            side.say("grant", number=2, **yes)
            await browser.until(lambda: "files" in browser.last("grants").get("left_s", {}))
        await browser.close()

    run(lists())
