"""Guided fixes through the console's own form, as a technician writes them, and through the second pair of eyes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from desktop_app.bootstrap import House
from desktop_app.knowledge.pack_folder import COMMANDS
from desktop_app.services.live import Pause
from tests.contract.desk import PASSWORD, DeskProcess, Technician
from tests.unit.fixes.packs import EXAMPLE

FIX = "badge_reader_stopped"
PACK = f"desk_{FIX}"
TEXT = EXAMPLE["fixes/badge_reader.yaml"].decode().replace("example.", f"{PACK}.")
RUN = EXAMPLE[COMMANDS].decode()
WORDS = "le canard boit du thé vert"


def file(fix: str = FIX) -> str:
    """The same fix under another name."""
    return TEXT.replace(FIX, fix)


def begin(who: Technician, text: str = TEXT, commands: str = RUN) -> requests.Response:
    """A new fix."""
    return who.post("fixes/new", text=text, commands=commands)


def save(who: Technician, number: int, text: str = TEXT, act: str = "save", commands: str = RUN) -> requests.Response:
    """Another revision, after `number`; it is the fix that the text names."""
    fix = text.partition("\n")[0].removeprefix("id: ")
    return who.post(f"fix/{fix}/save", text=text, commands=commands, number=str(number), act=act)


def offered(who: Technician, text: str = TEXT) -> None:
    """Written in one go, and handed over for reading."""
    assert begin(who, text).status_code == 302
    assert save(who, 1, text, act="offer").status_code == 302


def confirmed(who: Technician) -> None:
    """Signed in anew."""
    who.page("again")
    assert who.post("again", password=PASSWORD).status_code == 302


def publish(who: Technician, number: int = 1, words: str = WORDS, fix: str = FIX) -> requests.Response:
    """The button under what was read."""
    return who.post(f"fix/{fix}/publish", number=str(number), words=words)


def key(desk: DeskProcess, words: str = WORDS) -> str:
    """The signing key's line for the policy."""
    return str(desk.command("pack", "key", "desk-2026", typed=words + "\n")["key"])


def handed_out(desk: DeskProcess) -> list[str]:
    """The packs that desktops are given."""
    return [pack["name"] for pack in desk.command("pack", "list")]


@contextmanager
def trusting(desk: DeskProcess, line: str, policy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A desktop whose policy names this key, and that listens."""
    policy.write_text(f'[packs]\nkeys = ["{line}"]\n', encoding="utf-8")
    monkeypatch.setenv("RESCOUSSE_POLICY", str(policy))
    house = House({"helpdesk.url": desk.url, "helpdesk.enrolment_key": desk.key()})
    house.live.pause = Pause(0.01, 0.1)
    house.live.start(lambda _topic, _ticket: None)
    yield house
    house.close()
