"""A password that runs out and an account that is locked: real entries of a copy of the system's own files."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.faults.fixes.signin.signin_faults import OWN_MOUNTS, needs_own_mounts, told

pytestmark = [
    needs_own_mounts,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("chage"), reason="chage is not there"),
]


def with_accounts(folder: Path, *commands: str) -> tuple[str, ...]:
    """A command before another one: `commands` change the accounts that it sees, and no others."""
    shutil.copytree("/etc", folder / "etc", symlinks=True, ignore_dangling_symlinks=True)
    script = " && ".join((f"mount --bind {folder}/etc /etc", *commands, 'exec "$@"'))
    return (*OWN_MOUNTS, script, "sh")


def chosen(days_ago: int, most: int = 90) -> str:
    """The password was chosen `days_ago` days ago and serves for `most`."""
    return f"chage -d $(date -d '-{days_ago} days' +%F) -M {most} root"


def test_one_that_runs_out_and_is_changed(tmp_path: Path) -> None:
    command = with_accounts(tmp_path, chosen(85))
    changes = {"change": ["sh", "-c", chosen(0), "done"]}
    run = told(command, tmp_path, "", "password_expiring", environ={"USER": "root"}, answers=changes)
    assert run == {"look": "soon", "open": "no_page", "prove": "fine", "state": "fixed", "undone": ""}


def test_one_that_ran_out_and_was_not_changed(tmp_path: Path) -> None:
    command = with_accounts(tmp_path, chosen(200))
    run = told(command, tmp_path, "", "password_expiring", environ={"USER": "root"}, answers={"change": ["done"]})
    assert (run["look"], run["prove"], run["state"]) == ("expired", "expired", "needs_person")


@pytest.mark.parametrize(("days", "most", "outcome"), [(1, 90, "fine"), (1, 99999, "never")])
def test_one_that_serves_is_left_alone(tmp_path: Path, days: int, most: int, outcome: str) -> None:
    run = told(with_accounts(tmp_path, chosen(days, most)), tmp_path, "", "password_expiring", environ={"USER": "root"})
    assert (run["look"], run["state"]) == (outcome, "nothing_found")


def test_a_locked_account_is_for_a_person(tmp_path: Path) -> None:
    run = told(with_accounts(tmp_path, "passwd -q -l root"), tmp_path, "", "account_locked", environ={"USER": "root"})
    assert (run["look"], run["state"]) == ("locked", "needs_person")


def test_an_open_account_is_left_alone(tmp_path: Path) -> None:
    opened = "echo root:einfach | chpasswd"
    run = told(with_accounts(tmp_path, opened), tmp_path, "", "account_locked", environ={"USER": "root"})
    assert (run["look"], run["state"]) == ("fine", "nothing_found")
