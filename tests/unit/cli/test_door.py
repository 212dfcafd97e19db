"""The command line's door: what starts, what is understood, what is answered."""

import subprocess
import sys

import pytest

from desktop_app import __version__, cli


def _run(*words: str, code: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "desktop_app", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_version_stands_in_one_place() -> None:
    assert _run("--version").stdout.strip() == __version__


def test_help_names_every_command() -> None:
    said = _run("--help").stdout
    assert not [command for command in cli.TOPICS if command not in said]


def test_wrong_usage_is_exit_code_2() -> None:
    assert _run("ticket", "dance").returncode == 2
    assert _run("dance").returncode == 2


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (["rescousse:requests"], ["open", "requests"]),
        (["rescousse://journal/"], ["open", "journal"]),
        (["rescousse:fix?run=print_queue&yes"], ["open"]),
        (["rescousse:--background"], ["open"]),
        (["ticket", "list"], ["ticket", "list"]),
    ],
)
def test_a_link_opens_a_page_and_nothing_else(typed: list[str], understood: list[str]) -> None:
    assert cli._without_scheme(typed) == understood


@pytest.mark.parametrize("heavy", ["django", "PySide6", "pydantic", "requests", "yaml", "keyring"])
def test_the_door_itself_loads_nothing_heavy(heavy: str) -> None:
    code = f"import sys, desktop_app.cli, desktop_app.bootstrap; sys.exit('{heavy}' in sys.modules)"
    assert _run(code=code).returncode == 0


def test_a_command_pays_only_for_its_own_topic() -> None:
    code = (
        "import sys; from desktop_app import cli\n"
        "cli._parser(['outbox', 'list'])\n"
        "sys.exit(any(name in sys.modules for name in ('desktop_app.cli.fix', 'desktop_app.cli.helpdesk')))"
    )
    assert _run(code=code).returncode == 0
