"""Account, start at login and display of each system, from recorded answers."""

import plistlib
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.adapters.examination import display, display_kind
from desktop_app.adapters.folders import find
from desktop_app.adapters.system import start_at_login, this_computer
from desktop_app.adapters.system.linux import LinuxComputer, XdgAutostart, read_busctl_text
from desktop_app.adapters.system.macos import LABEL, LaunchAgent, read_dscl, read_ioreg
from desktop_app.adapters.system.programs import answer_of
from desktop_app.adapters.system.windows import RunKey

COMMAND = ("/opt/My Rescousse/rescousse", "--background")


def test_this_computer_introduces_itself() -> None:
    computer = this_computer()
    account = computer.person()
    assert account.login
    assert account.name
    assert computer.hostname


@pytest.mark.parametrize(
    ("gnome", "plasma", "wants"),
    [
        ("true", "", False),
        ("false", "", True),
        ("", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("", "[KDE\nwhat is this\x00=", False),
        ("", "[KDE]\nAnimationDurationFactor=soon\n", False),
    ],
)
def test_the_wish_for_less_motion_under_linux(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, gnome: str, plasma: str, wants: bool
) -> None:
    program = tmp_path / "gsettings"
    program.write_text(f"#!/bin/sh\necho {gnome}\n")
    program.chmod(0o755)
    (tmp_path / "kdeglobals").write_text(plasma)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert LinuxComputer().wants_less_motion() is wants


def test_start_at_login_under_linux(tmp_path: Path) -> None:
    switch = XdgAutostart(COMMAND, tmp_path / "autostart")
    assert not switch.is_on()
    switch.set(on=True)
    entry = (tmp_path / "autostart" / "rescousse.desktop").read_text()
    assert 'Exec="/opt/My Rescousse/rescousse" --background\n' in entry
    assert switch.is_on()
    (tmp_path / "autostart" / "rescousse.desktop").write_text(entry + "Hidden=true\n")
    assert not switch.is_on()
    switch.set(on=False)
    switch.set(on=False)
    assert not list((tmp_path / "autostart").iterdir())


def test_start_at_login_under_macos(tmp_path: Path) -> None:
    switch = LaunchAgent(COMMAND, tmp_path)
    switch.set(on=True)
    agent = plistlib.loads((tmp_path / f"{LABEL}.plist").read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert switch.is_on()
    switch.set(on=False)
    assert not switch.is_on()


def test_start_at_login_under_windows() -> None:
    class Value:
        command = ""

        def get(self) -> str:
            return self.command

        def put(self, command: str) -> None:
            self.command = command

    value = Value()
    switch = RunKey(COMMAND, value)
    switch.set(on=True)
    assert value.command == '"/opt/My Rescousse/rescousse" --background'
    assert switch.is_on()
    switch.set(on=False)
    assert not switch.is_on()


def test_an_instance_with_a_home_of_its_own_leaves_the_system_alone(tmp_path: Path) -> None:
    switch = start_at_login(find({"RESCOUSSE_HOME": str(tmp_path)}))
    switch.set(on=True)
    assert not switch.is_possible
    assert not switch.is_on()


@pytest.mark.parametrize(
    ("answer", "text"), [('{"type":"s","data":"a@b.org"}', "a@b.org"), ("", ""), ('{"data":3}', "")]
)
def test_the_e_mail_address_of_accounts_service(answer: str, text: str) -> None:
    assert read_busctl_text(answer) == text


def test_the_account_of_macos() -> None:
    found = {"dsAttrTypeStandard:RealName": ["Anne Petit"], "dsAttrTypeStandard:EMailAddress": ["anne@example.org"]}
    account = read_dscl("anne", plistlib.dumps(found).decode())
    assert (account.name, account.email) == ("Anne Petit", "anne@example.org")
    assert read_dscl("anne", "").name == "anne"
    assert read_ioreg('    | |   "HIDIdleTime" = 2500000000\n') == 2.5
    assert read_ioreg("") is None


def test_a_program_that_is_not_there_or_hangs_answers_nothing() -> None:
    assert answer_of("no-such-program-here") == ""
    assert answer_of("tail", "-f", "/dev/null", seconds=0.05) == ""


@pytest.mark.parametrize(
    ("environ", "system", "kind"),
    [
        ({}, "linux", "none"),
        ({"DISPLAY": ":0"}, "linux", "x11"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux", "wayland"),
        ({}, "darwin", "macos"),
        ({}, "win32", "windows"),
    ],
)
def test_what_the_environment_tells_of_the_display(environ: dict[str, str], system: str, kind: str) -> None:
    assert display_kind(environ, system) == kind
    found = {check.name: check.key for check in display(environ, system)}
    assert list(found) == ["tray", "capture", "input"]
    assert (found["input"] == "input_only_looking") is (kind == "wayland")


def test_the_program_runs_beside_itself_and_nothing_fails_when_it_cannot(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "rescousse"
    program.write_text(f'#!/bin/sh\necho "$@" > {told}.part\nmv {told}.part {told}\n')
    program.chmod(0o755)
    monkeypatch.setattr("desktop_app.adapters.system.programs.own_program", lambda: (str(program),))
    LinuxComputer().start_beside("snapshot", "--daily")
    wait_until(told.exists)
    assert told.read_text() == "snapshot --daily\n"
    monkeypatch.setattr("desktop_app.adapters.system.programs.own_program", lambda: ("/nowhere/rescousse",))
    ended: list[str] = []
    LinuxComputer().start_beside("snapshot", "--daily", done=lambda: ended.append("told"))
    wait_until(lambda: all(thread.name != "beside" for thread in threading.enumerate()))
    assert ended == ["told"], "whoever waits is told, whatever became of it"
