"""A proxy and a start page in the browser's own settings, on profiles that real browsers made and read again."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.browser.real_browsers import CHROMIUM, FIREFOX, HELLO, RealChromium, RealFirefox, site
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these profiles are those of Linux")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
needs_firefox = pytest.mark.skipif(not FIREFOX, reason="firefox is not installed")
CLOSED = {"close_it": "closed"}
WaitUntil = Callable[[Callable[[], object]], None]
# Nobody listens at 9; Chromium goes straight to this very computer unless told otherwise
DEAD = {"mode": "fixed_servers", "server": "http://127.0.0.1:9", "bypass_list": "<-loopback>"}
DEAD_LINES = """user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.allow_hijacking_localhost", true);
user_pref("network.proxy.type", 1);
"""


def write(browser: RealChromium, **settings: object) -> None:
    file = browser.profile / "Preferences"
    tree = json.loads(file.read_text())
    file.write_text(json.dumps({**tree, **settings}))


@needs_chromium
def test_chromium_behind_a_dead_proxy(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealChromium(here.home), Patient(tmp_path, here)
    with site() as (address, _):
        assert HELLO in browser.page(address)
        assert patient.heal("browser_proxy_wrong").state is RunState.NOTHING_FOUND
        write(browser, proxy=DEAD)
        assert HELLO not in browser.page(f"{address}fresh")

        before = tree(here.home)
        run = patient.heal("browser_proxy_wrong", answers=CLOSED)
        assert patient.proved(run)
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

        run = patient.heal("browser_proxy_wrong", answers=CLOSED)
        (browser.profile / "Cookies").unlink()
        assert HELLO in browser.page(address)
        assert patient.undo(run).state is RunState.UNDONE
        assert json.loads((browser.profile / "Preferences").read_text())["proxy"] == DEAD


@needs_firefox
def test_firefox_behind_a_dead_proxy(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealFirefox(here.home), Patient(tmp_path, here)
    with site() as (address, visits):
        assert browser.opens(address)
        assert patient.heal("browser_proxy_wrong").state is RunState.NOTHING_FOUND
        # What user.js says wins at every start
        (browser.profile / "user.js").write_text(DEAD_LINES)
        visits.clear()
        assert not browser.opens(address, patience_s=8)
        assert visits == []
        before = tree(here.home)
        run = patient.heal("browser_proxy_wrong", answers=CLOSED)
        assert patient.proved(run)
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

        run = patient.heal("browser_proxy_wrong", answers=CLOSED)
        browser.opens(address)
        assert "/" in visits
        assert patient.undo(run).state is RunState.UNDONE
        assert (browser.profile / "user.js").read_text() == DEAD_LINES


def test_a_proxy_of_the_organisation_is_handed_over(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    folder = tmp_path / "root/etc/chromium/policies/managed"
    folder.mkdir(parents=True)
    (folder / "proxy.json").write_text('{"ProxySettings": {"ProxyServer": "127.0.0.1:9"}}')
    patient = Patient(tmp_path, replace(here, root=tmp_path / "root"))
    run = patient.heal("browser_proxy_wrong")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "managed")


@needs_chromium
def test_chromium_that_opens_with_a_foreign_page(tmp_path: Path, wait_until: WaitUntil) -> None:
    here = here_of(tmp_path)
    browser, patient = RealChromium(here.home), Patient(tmp_path, here)
    browser.page()
    assert patient.heal("browser_start_page_hijacked").state is RunState.NOTHING_FOUND
    with site() as (address, visits):
        write(browser, session={"restore_on_startup": 4, "startup_urls": [f"{address}hijack"]})
        assert opens_with(browser, visits, "/hijack", wait_until)
        before = tree(browser.profile)
        assert patient.heal("browser_start_page_hijacked", answers={"chosen": "yes"}).state is RunState.NOTHING_FOUND
        run = patient.heal("browser_start_page_hijacked", answers={"chosen": "no", **CLOSED})
        assert patient.proved(run)
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(browser.profile) == before

        run = patient.heal("browser_start_page_hijacked", answers={"chosen": "no", **CLOSED})
        visits.clear()
        browser.page(address)
        assert "/hijack" not in visits
        assert patient.undo(run).state is RunState.UNDONE
        assert opens_with(browser, visits, "/hijack", wait_until)


def opens_with(browser: RealChromium, visits: list[str], page: str, wait_until: WaitUntil) -> bool:
    """Starts Chromium as a person does, without naming a page."""
    visits.clear()
    with browser.start("--remote-debugging-port=0") as program:
        wait_until(lambda: page in visits)
        parts = psutil.Process(program.pid).children(recursive=True)
        program.terminate()
        psutil.wait_procs(parts, timeout=30)
    return page in visits


@needs_firefox
def test_firefox_that_opens_with_a_foreign_page(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealFirefox(here.home), Patient(tmp_path, here)
    assert browser.opens()
    assert patient.heal("browser_start_page_hijacked").state is RunState.NOTHING_FOUND
    settings = browser.profile / "prefs.js"
    line = 'user_pref("browser.startup.homepage", "https://suche.example/?q=%s");\r\n'
    settings.write_bytes(settings.read_bytes() + line.encode())
    before = tree(here.home)
    run = patient.heal("browser_start_page_hijacked", answers={"chosen": "no", **CLOSED})
    assert patient.proved(run)
    assert b"suche.example" not in settings.read_bytes()
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
