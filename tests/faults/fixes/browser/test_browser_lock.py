"""Browsers that do not open: real ones before a forgotten lock, and one left running without a window."""

import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.browser.real_browsers import CHROMIUM, FIREFOX, RealChromium, RealFirefox
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these locks are those of Linux")
OPENS = "<html>"
# Holds the profile as Firefox does: the link with its number, and the system's lock on the file
HOLDER = """
import fcntl, os, sys
folder = sys.argv[1]
held = open(folder + "/.parentlock", "w")
fcntl.lockf(held, fcntl.LOCK_EX)
os.symlink(f"127.0.0.1:+{os.getpid()}", folder + "/lock")
print("held", flush=True)
input()
"""


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
def test_chromium_with_the_lock_of_another_computer(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealChromium(here.home), Patient(tmp_path, here)
    assert browser.page().startswith(OPENS)
    assert patient.heal("browser_will_not_open").state is RunState.NOTHING_FOUND

    (browser.folder / "SingletonLock").symlink_to("ancien-poste-4242")
    assert browser.page() == ""
    before = tree(here.home)
    run = patient.heal("browser_will_not_open", answers={"elsewhere": "no"})
    assert patient.proved(run)
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before

    assert patient.heal("browser_will_not_open", answers={"elsewhere": "no"}).state is RunState.FIXED
    assert browser.page().startswith(OPENS)


@pytest.mark.skipif(not FIREFOX, reason="firefox is not installed")
def test_firefox_with_a_forgotten_lock(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    browser, patient = RealFirefox(here.home), Patient(tmp_path, here)
    assert browser.opens()
    assert patient.heal("browser_will_not_open").state is RunState.NOTHING_FOUND

    (browser.profile / "lock").unlink(missing_ok=True)
    (browser.profile / "lock").symlink_to("192.0.2.7:4242")
    assert not browser.opens()
    before = tree(here.home)
    run = patient.heal("browser_will_not_open", answers={"elsewhere": "no"})
    assert patient.proved(run)
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before
    assert not browser.opens()
    assert patient.heal("browser_will_not_open", answers={"elsewhere": "no"}).state is RunState.FIXED
    assert browser.opens()


def test_one_that_runs_without_a_window_is_ended(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    profile = RealFirefox(here.home).profile
    (profile / "prefs.js").write_text("")
    program = tmp_path / "firefox-esr"
    shutil.copy(sys.executable, program)
    command = [str(program), "-c", HOLDER, str(profile)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=python_home()) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        patient = Patient(tmp_path, here)
        assert patient.heal("browser_will_not_open", answers={"window": "yes"}).state is RunState.NOTHING_FOUND
        assert holder.poll() is None
        run = patient.heal("browser_will_not_open", answers={"window": "no"})
        assert patient.proved(run)
        assert not psutil.pid_exists(holder.pid)


def python_home() -> dict[str, str]:
    """A copy of Python finds its library by this."""
    return {"PYTHONHOME": sys.base_prefix}


def test_somebody_who_has_it_open_elsewhere_loses_nothing(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    folder = here.home / ".config/chromium"
    (folder / "Default").mkdir(parents=True)
    (folder / "Default/Preferences").write_text("{}")
    (folder / "SingletonLock").symlink_to("autre-poste-17")
    before, patient = tree(here.home), Patient(tmp_path, here)
    assert patient.heal("browser_will_not_open", answers={"elsewhere": "yes"}).state is RunState.NEEDS_PERSON
    assert patient.heal("browser_will_not_open", answers={"elsewhere": "no"}, consent=False).state is RunState.STOPPED
    assert tree(here.home) == before
