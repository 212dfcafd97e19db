"""One site that breaks for whoever brings its cookie back, in a real Chromium; and what Firefox keeps of one site."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.browser.real_browsers import (
    BROKEN,
    CHROMIUM,
    FIREFOX,
    HELLO,
    RealChromium,
    RealFirefox,
    site,
)
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these profiles are those of Linux")
WORKS = {"scope": "one", "works": "yes"}


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
def test_chromium_and_a_site_that_goes_round_in_circles(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealChromium(here.home), Patient(tmp_path, here)
    answers = {**WORKS, "which": ".config/chromium/Default|127.0.0.1"}
    with site() as (address, _):
        assert HELLO in browser.page(address)
        assert BROKEN in browser.page(address)
        before = tree(here.home)
        run = patient.heal("page_will_not_load", answers=answers)
        assert run.state is RunState.FIXED
        assert patient.outcome(run, "prove") == "none"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before
        assert BROKEN in browser.page(address)

        run = patient.heal("page_will_not_load", answers=answers)
        assert HELLO in browser.page(address)
        assert patient.undo(run).state is RunState.UNDONE
        assert BROKEN in browser.page(address)


@pytest.mark.skipif(not FIREFOX, reason="firefox is not installed")
def test_firefox_keeps_every_other_site(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealFirefox(here.home), Patient(tmp_path, here)
    assert browser.opens()
    file = browser.profile / "cookies.sqlite"
    for number, host in enumerate(("intranet.example", ".intranet.example", "www.intranet.example", "autre.example")):
        add_cookie(file, host, number)
    data = browser.profile / "storage/default/https+++intranet.example^userContextId=2/ls"
    data.mkdir(parents=True)
    (data / "data.sqlite").write_bytes(b"kept")
    before = tree(here.home)

    answers = {"scope": "one", "which": f"{browser.profile.relative_to(here.home)}|intranet.example"}
    run = patient.heal("page_will_not_load", answers={**answers, "works": "yes"})
    assert run.state is RunState.FIXED
    assert hosts(file) == ["autre.example"]
    assert not data.exists()
    add_cookie(file, "neu.example", 9)
    assert patient.undo(run).state is RunState.UNDONE
    assert sorted(hosts(file)) == sorted(
        ["neu.example", "intranet.example", ".intranet.example", "www.intranet.example", "autre.example"]
    )
    assert (data / "data.sqlite").read_bytes() == b"kept"

    with closing(sqlite3.connect(file)) as base, base:
        base.execute("DELETE FROM moz_cookies WHERE host = 'neu.example'")
    before = tree(here.home)
    handed = patient.heal("page_will_not_load", answers={**answers, "works": "no"})
    assert handed.state is RunState.NEEDS_PERSON
    assert tree(here.home) == before


def hosts(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as base:
        return [row[0] for row in base.execute("SELECT host FROM moz_cookies")]


def add_cookie(file: Path, host: str, number: int) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        base.execute(
            "INSERT INTO moz_cookies (name, value, host, path, expiry, lastAccessed, creationTime)"
            " VALUES (?, 'v', ?, '/', 4102444800, ?, ?)",
            (f"c{number}", host, 1700000000000000 + number, 1700000000000000 + number),
        )


def test_nothing_kept_of_any_site_is_for_a_person(tmp_path: Path) -> None:
    patient = Patient(tmp_path, here_of(tmp_path))
    assert patient.heal("page_will_not_load", answers={"scope": "one"}).state is RunState.NEEDS_PERSON
    assert patient.heal("page_will_not_load", answers={"scope": "all"}).state is RunState.NEEDS_PERSON
