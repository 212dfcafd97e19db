"""The service for what needs rights, on the Windows of Wine: installed, started, asked, refusing, ended.

What Wine cannot show stands in resources/docs/privileged-threats.md.
"""

import json
import os
import subprocess
from collections.abc import Iterator

import pytest

from desktop_app.privileged import SERVICE
from tests.packaging.painted import Wait
from tests.packaging.windows_in_wine import WindowsInWine, missing

_WHY = "RESCOUSSE_PACKAGING=1 tries the service of Windows in Wine (two minutes); no real Windows is here"
pytestmark = [
    pytest.mark.skipif(os.environ.get("RESCOUSSE_PACKAGING") != "1", reason=_WHY),
    pytest.mark.timeout(900),
]
POLICY = r"HKLM\Software\Policies\Rescousse\privileged\verbs"
CONTROL = r"HKLM\System\CurrentControlSet"
FORGED = b"# Copyright\r\n6.6.6.6 www.bing.com nas\r\n"
_EVENT = """
import logging, servicemanager
from desktop_app.privileged.windows import Events
servicemanager.Initialize("Rescousse", servicemanager.__file__)
logging.basicConfig(level=logging.INFO, handlers=[Events()])
logging.getLogger("desktop_app").info("refused %r to somebody", "no.such")
"""


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowsInWine]:
    """The service is disabled, then turned on."""
    if reason := missing():
        pytest.skip(reason)
    made = WindowsInWine(tmp_path_factory.mktemp("windows") / "w")
    line = f"Z:{made.python_program} -m desktop_app privileged"
    made.run("reg", "add", rf"{CONTROL}\Control", "/v", "ServicesPipeTimeout", "/d", "120000")  # on a busy machine
    made.end()
    made.run("sc", "create", SERVICE, "binPath=", line, "start=", "disabled")
    assert made.tried("sc", "start", SERVICE).returncode != 0
    assert "Failed: " in _asked(made, "names.flush"), "nobody answers"
    _turn_on(made)
    yield made
    made.end()


def _turn_on(windows: WindowsInWine) -> None:
    windows.quietly(windows.python_program, "-m", "desktop_app", "privileged", "turn-on")
    assert _is(windows, "RUNNING")


def _allow(windows: WindowsInWine, *verbs: str) -> None:
    windows.tried("reg", "delete", POLICY, "/f")
    for place, verb in enumerate(verbs, start=1):
        windows.run("reg", "add", POLICY, "/v", str(place), "/d", verb, "/f")


def _is(windows: WindowsInWine, state: str, service: str = SERVICE) -> bool:
    return state in windows.run("sc", "query", service)


def _asked(windows: WindowsInWine, *words: str) -> str:
    """What it answers; a no with its reason."""
    done = windows.tried(windows.python_program, "-m", "desktop_app", "privileged", "ask", "--", *words)
    assert (done.returncode == 0) is not done.stderr.startswith(("Unknown", "BadArgument", "NotAllowed", "Failed"))
    return done.stdout + done.stderr


def test_it_does_nothing_but_what_the_policy_names(windows: WindowsInWine, wait_until: Wait) -> None:
    _allow(windows)
    assert json.loads(_asked(windows)) == []
    assert "policy does not allow" in _asked(windows, "printing.restart")
    _allow(windows, "printing.restart", "hosts.clean", "no.such", "printing.enable")
    assert json.loads(_asked(windows)) == ["hosts.clean", "printing.restart"]
    for words, why in (
        (("names.flush",), "policy does not allow"),
        (("printing.restart", "more"), "other arguments"),
        (("hosts.clean", "..\\..\\x"), "not of the shape"),
        (("no.such",), "no such verb"),
        (("printing.enable", "Accueil"), "no such verb"),
    ):
        assert why in _asked(windows, *words)
    windows.tried("net", "stop", "Spooler")
    wait_until(lambda: _is(windows, "STOPPED", "Spooler"))
    assert _asked(windows, "printing.restart") == ""


def test_a_tool_that_fails_is_told(windows: WindowsInWine) -> None:
    _allow(windows, "names.flush")
    assert "Failed: " in _asked(windows, "names.flush"), "the ipconfig of Wine cannot"


def test_forged_lines_are_put_aside_and_back(windows: WindowsInWine) -> None:
    hosts = windows.drive / "windows/system32/drivers/etc/hosts"
    hosts.write_bytes(FORGED)
    _allow(windows, "hosts.clean", "hosts.restore")
    assert _asked(windows, "hosts.clean", "0123abcd") == ""
    assert hosts.read_bytes().startswith(b"# Copyright\r\n6.6.6.6 nas # kept")
    assert _asked(windows, "hosts.restore", "0123abcd") == ""
    assert hosts.read_bytes() == FORGED


def test_programs_that_mean_no_good(windows: WindowsInWine) -> None:
    _allow(windows, "hosts.clean")
    told = json.loads(windows.python("-m", "tests.packaging.windows_pipe").splitlines()[-1])
    assert told["after_silence"], "who says nothing keeps nobody waiting for long"
    assert told["too_long"], "more than a letter is not read"
    assert told["another"], "nobody makes a second pipe of this name"
    assert told["descriptor"] == "D:P(D;;GA;;;NU)(A;;GA;;;SY)(A;;0x12019b;;;IU)"
    assert told["sits_here"] == [False, True, False]
    assert told["still_there"] == ["hosts.clean"]


def test_what_it_does_is_told_to_the_events_of_the_system(windows: WindowsInWine) -> None:
    told = windows.tried(windows.python_program, "-c", _EVENT, WINEDEBUG="-all,trace+eventlog").stderr
    assert "refused 'no.such' to somebody" in told


def test_it_starts_with_the_computer_and_ends_when_it_is_told_to(windows: WindowsInWine, wait_until: Wait) -> None:
    windows.end()
    # Else this Windows goes when nobody uses it, and starts anew, with its services, for the next command
    subprocess.run(["wineserver", "--persistent"], env=windows.environment, check=True)
    windows.quietly("wineboot")
    wait_until(lambda: _is(windows, "RUNNING"))
    windows.run("sc", "stop", SERVICE)
    wait_until(lambda: _is(windows, "STOPPED"))
    assert "Failed: " in _asked(windows, "names.flush")
    windows.end()
    wait_until(lambda: _is(windows, "RUNNING"))
