"""Passwords planted wherever people leave them on Linux: none is in a snapshot, in no form, whatever is switched on."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.glpi import inventory
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.sections import SECTIONS
from desktop_app.services import snapshot_exports
from desktop_app.services.snapshots import Snapshots
from tests.unit.snapshot.conftest import FILES, write
from tests.unit.snapshot.made import NothingOff, Numbers

SECRET = "Qu4rantine-Lilas-77"
PLANTED = {
    "etc/apt/sources.list": f"deb https://lmoreau:{SECRET}@depot.example.org/debian bookworm main\n",
    "etc/apt/sources.list.d/a.sources": f"URIs: https://lmoreau:{SECRET}@one.example.org/debian\n",
    "etc/yum.repos.d/b.repo": f"[b]\nbaseurl=https://x:{SECRET}@rpm.example.org/?token={SECRET}\npassword={SECRET}\n",
    "etc/apt/apt.conf.d/99proxy": f'Acquire::http::Proxy "http://bob:{SECRET}@proxy.example.org:3128";\n',
    "etc/apt/auth.conf": f"machine depot.example.org login lmoreau password {SECRET}\n",
    "etc/environment": f"DB_PASSWORD={SECRET}\n",
    "etc/xdg/autostart/sync.desktop": f"[Desktop Entry]\nName=Sync\nExec=sync --password={SECRET}\n",
    "etc/cron.d/backup": f"5 1 * * * root backup -p {SECRET}\n",
    "etc/crontab": f"MAILTO=x\n5 1 * * * root curl -u bob:{SECRET} https://example.org\n",
    "etc/sssd/sssd.conf": f"ldap_default_authtok = {SECRET}\n",
    "etc/NetworkManager/system-connections/home.nmconnection": f"[wifi-security]\npsk={SECRET}\n",
    "etc/systemd/system/multi-user.target.wants/agent.service": f"ExecStart=/usr/bin/agent --token {SECRET}\n",
    "var/log/apt/history.log": f"\nStart-Date: 2026-03-01  08:00:01\nCommandline: apt --key={SECRET}\nEnd-Date: x\n",
    "proc/cmdline": f"root=/dev/sda1 ro luks.password={SECRET}\n",
    "proc/200/cmdline": f"viewer\0--password={SECRET}\0",
    "proc/200/environ": f"TOKEN={SECRET}\0",
    "home/lmoreau/.config/autostart/own.desktop": f"Name=Own\nExec=own {SECRET}\n",
    "home/lmoreau/.netrc": f"machine x login y password {SECRET}\n",
}
ENVIRON = {
    "HOME": "/home/lmoreau",
    "USER": "lmoreau",
    "DB_PASSWORD": SECRET,
    "https_proxy": f"http://lmoreau:{SECRET}@proxy.example.org:3128",
    "ALL_PROXY": f"socks5://lmoreau:{SECRET}@proxy.example.org:1080",
    "PATH": f"/usr/bin:/home/lmoreau/{SECRET}/bin",
}


def _forms(review: Review) -> list[Callable[[], str]]:
    return [
        lambda: review.payload().decode(),
        lambda: snapshot_exports.text(review, "fr"),
        lambda: snapshot_exports.html(review, "en"),
        lambda: json.dumps(inventory(json.loads(review.payload()), "1")),
    ]


@pytest.fixture
def service(tree: Tree) -> Snapshots:
    write(tree.root, PLANTED)
    known = KnownValues(users=("lmoreau",))
    return Snapshots(Collectors("linux", tree.root, ENVIRON), Numbers(), lambda: known, NothingOff())


def test_it_was_really_planted(service: Snapshots, tree: Tree) -> None:
    assert SECRET in tree.raw("proc/200/cmdline")
    assert {section.name for section in service.take().sections.values()} == set(SECTIONS)


def test_no_form_of_the_snapshot_that_is_sent_holds_it(service: Snapshots, caplog: pytest.LogCaptureFixture) -> None:
    review = service.review(service.take())
    for form in _forms(review):
        written = form()
        assert len(written) > 500
        assert SECRET not in written
    assert SECRET not in caplog.text


def test_nor_does_any_with_everything_switched_on_and_shown(service: Snapshots) -> None:
    review = service.review(service.take())
    for name in (*SECTIONS, FILE_NAMES):
        review = review.with_section(name, on=True)
    for row in [row for name in SECTIONS for row in review.rows(name) if row.may_reveal]:
        review = review.with_row(row.path, shown=True)
    for form in _forms(review):
        assert SECRET not in form()


def test_what_is_collected_holds_it_in_the_options_of_the_start_alone(service: Snapshots) -> None:
    """Before any masking: readers leave it where it lies, but for what the machine itself was started with."""
    holders = {name for name, section in service.take().sections.items() if SECRET in repr(section.data)}
    assert holders <= {"os"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
def test_a_running_program_with_a_password_on_its_line_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTED_PASSWORD", SECRET)
    line = [sys.executable, "-c", "import sys; sys.stdin.read()", f"--password={SECRET}"]
    with subprocess.Popen(line, stdin=subprocess.PIPE) as child:
        found = Collectors().collect(SECTIONS, 60)
        child.communicate()
    assert "PLANTED_PASSWORD" in found["environment"].data["names"]
    assert SECRET not in repr(found)


def test_the_tree_is_the_machine_of_the_other_tests() -> None:
    assert FILES.keys() & PLANTED.keys() >= {"proc/cmdline", "etc/apt/sources.list"}
