"""Linux: updates, services, errors and crashes, from made files and a journal written by the journal's own tool."""

import shutil
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.child import Printed, ProgramFailed
from desktop_app.adapters.collectors.later import Later, Told
from desktop_app.adapters.collectors.linux import Linux, journal
from desktop_app.adapters.collectors.linux.updates import updates
from desktop_app.adapters.collectors.printing import last_errors
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import SECTIONS, plain
from desktop_app.domain.sections.upkeep import PendingUpdate
from desktop_app.domain.snapshot import Reason
from tests.unit.snapshot.conftest import linked, told, write

WRITER = Path("/lib/systemd/systemd-journal-remote")
HISTORY = """
Start-Date: 2026-03-01  08:00:01
Commandline: apt-get install --password=Pl4nted x
Requested-By: lmoreau (1000)
Upgrade: libc6:amd64 (2.36-9, 2.36-10), firefox-esr:amd64 (128.4.0esr-1, 128.5.0esr-1)
End-Date: 2026-03-01  08:01:00

Start-Date: 2026-03-09  08:00:01
Upgrade: cups:amd64 (2.4.2-3, 2.4.2-4)
Error: Sub-process /usr/bin/dpkg returned an error code (1)
End-Date: 2026-03-09  08:01:00
"""


def test_updates_that_came_and_one_that_failed(tree: Tree) -> None:
    write(tree.root, {"var/log/apt/history.log": HISTORY})
    found = told(tree, "updates")
    assert [(patch["name"], patch["before"], patch["version"]) for patch in found["patches"]] == [
        ("cups", "2.4.2-3", "2.4.2-4"),
        ("libc6", "2.36-9", "2.36-10"),
        ("firefox-esr", "128.4.0esr-1", "128.5.0esr-1"),
    ]
    failed = found["failed"][0]
    assert (failed["name"], failed["code"]) == ("cups", "1")
    assert failed["at"] == datetime(2026, 3, 9, 8, 0, 1).astimezone(UTC).isoformat().replace("+00:00", "Z")
    assert "Pl4nted" not in str(found)
    assert "lmoreau" not in str(found)


def test_what_was_decided_about_updates_without_addresses(tree: Tree) -> None:
    rules = (
        'APT::Periodic::Update-Package-Lists "1";\n'
        'Unattended-Upgrade::Automatic-Reboot "true";\n'
        'Acquire::http::Proxy "http://bob:Pl4nted@proxy.example.org";\n'
    )
    status = "Package: kept\nStatus: hold ok installed\nVersion: 1\nArchitecture: all\n"
    write(tree.root, {"etc/apt/apt.conf.d/50more": rules, "var/lib/dpkg/status": status})
    found = told(tree, "updates")
    assert {rule["name"]: rule["value"] for rule in found["policy"]} == {
        "APT::Periodic::Unattended-Upgrade": "1",
        "APT::Periodic::Update-Package-Lists": "1",
        "Unattended-Upgrade::Automatic-Reboot": "true",
    }
    assert (found["automatic"], found["held"]) == (True, ["kept"])


def test_waiting_updates_are_told_once_they_are_known(tree: Tree) -> None:
    asked = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
    waiting = [PendingUpdate("a", "2", "1", security=True), PendingUpdate("b", "3", "2", security=False)]
    found = plain(updates(tree, Told(waiting, asked)))
    assert (found["pending_count"], found["security_count"]) == (2, 1)
    assert found["asked_at"] == "2026-03-14T09:00:00Z"
    unknown = plain(updates(tree))
    assert "pending_count" not in unknown


def test_a_slow_question_is_answered_by_the_next_snapshot() -> None:
    answers = iter(["first", "second"])
    later = Later(lambda: next(answers))
    assert later.told(60).answer == "first"
    assert later.told(60).answer == "first"


def test_a_slow_question_that_fails_says_why() -> None:
    def fails() -> str:
        raise PermissionError

    assert Later(fails).told(60).reason is Reason.NOT_ALLOWED


def test_only_who_asks_for_few_sections_waits_for_slow_answers(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    patience: list[float] = []
    read = Linux.collectors

    def spied(self: Linux, patience_s: float = 0.0) -> Any:
        patience.append(patience_s)
        return read(self)

    monkeypatch.setattr(Linux, "collectors", spied)
    computer = Collectors("linux", tree.root, {})
    computer.collect(("os",), 2.0)
    computer.collect(("os",), 0.4)
    computer.collect(SECTIONS, 2.0)
    assert patience == [1.0, 0.2, 0.0]


def test_what_starts_by_itself(tree: Tree) -> None:
    write(
        tree.root,
        {
            "etc/xdg/autostart/updater.desktop": "[Desktop Entry]\nName=Updater\nExec=updater --token=Pl4nted\n",
            "etc/xdg/autostart/chat.desktop": "[Desktop Entry]\nName=Chat\n",
            "home/lmoreau/.config/autostart/chat.desktop": "[Desktop Entry]\nName=Chat\nHidden=true\n",
            "etc/cron.daily/logrotate": "#!/bin/sh\ncurl -u bob:Pl4nted x\n",
            "etc/crontab": "SHELL=/bin/sh\n17 * * * * root run-parts\n",
        },
    )
    linked(tree.root, "etc/systemd/system/multi-user.target.wants/cups.service", "/usr/lib/systemd/system/cups.service")
    linked(tree.root, "etc/systemd/system/timers.target.wants/fstrim.timer", "/usr/lib/systemd/system/fstrim.timer")
    found = told(tree, "services")
    assert found["autostart"] == [
        {"name": "Chat", "on": False, "source": "user"},
        {"name": "Updater", "on": True, "source": "system"},
    ]
    assert found["enabled"] == ["cups.service", "fstrim.timer"]
    assert [(task["name"], task["source"]) for task in found["tasks"]] == [
        ("fstrim", "timer"),
        ("logrotate", "cron.daily"),
        ("crontab", "crontab"),
    ]
    assert "Pl4nted" not in str(found)


NOW_S = int(time.time())
"""One moment for all entries, however long they take to be written."""


def an_entry(number: int, priority: int, source: str, message: str, more: str = "") -> str:
    at = (NOW_S - number) * 1_000_000
    return (
        f"__REALTIME_TIMESTAMP={at}\n__MONOTONIC_TIMESTAMP={1000 + number}\n_BOOT_ID={'0' * 31}1\n"
        f"PRIORITY={priority}\nSYSLOG_IDENTIFIER={source}\n{more}MESSAGE={message}\n\n"
    )


def a_journal(tree: Tree, folder: Path, entries: str) -> None:
    written, place = folder / "entries", tree.at("var/log/journal")
    written.write_text(entries, encoding="utf-8")
    place.mkdir(parents=True)
    subprocess.run([WRITER, "-o", place / "system.journal", written], check=True, capture_output=True)


@pytest.mark.skipif(not WRITER.exists() or not shutil.which("journalctl"), reason="needs systemd-journal-remote")
class TestAWrittenJournal:
    def test_errors_are_counted_and_shortened(self, tree: Tree, tmp_path: Path) -> None:
        kernel = "_TRANSPORT=kernel\n"
        lines = [an_entry(n, 3, "backup", f"cannot reach 10.0.0.{n} after {n} tries") for n in range(7)]
        lines += [an_entry(10, 2, "kernel", "nvme0: I/O timeout", kernel), an_entry(11, 6, "chat", "all is well")]
        lines += [an_entry(12, 3, "odd", "key 9f8e7d6c5b4a39281706f5e4d3c2b1a0ffee is wrong")]
        a_journal(tree, tmp_path, "".join(reversed(lines)))
        found = told(tree, "logs")
        assert found["errors_count"] == 9
        first, second = found["errors"]
        assert (first["source"], first["level"], first["count"]) == ("backup", "error", 7)
        assert first["message"] == "cannot reach 10.0.0.0 after 0 tries"
        assert second["message"] == "key … is wrong"
        assert [(line["source"], line["level"]) for line in found["kernel"]] == [("kernel", "critical")]

    def test_more_lines_than_anybody_reads_are_read_in_part(self, tree: Tree, tmp_path: Path) -> None:
        a_journal(tree, tmp_path, "".join(an_entry(n, 3, "loop", "x" * 50) for n in range(3000, 0, -1)))
        section = Collectors("linux", tree.root, {}).collect(("logs",), 60.0)["logs"]
        assert (str(section.status), section.reason) == ("partial", "too_much")
        assert section.data["errors"][0]["count"] == 1000

    def test_when_the_machine_slept(self, tree: Tree, tmp_path: Path) -> None:
        marks = {"6bbd95ee977941e497c48be27c254128": 40, "8811e6df2a8e40f58a94cea26f8ebf14": 20}
        lines = [an_entry(n, 6, "systemd-sleep", "x", f"MESSAGE_ID={mark}\n") for mark, n in marks.items()]
        a_journal(tree, tmp_path, "".join(lines))
        write(tree.root, {"sys/power/state": "freeze mem\n"})
        found = told(tree, "power")
        slept, woke = (datetime.fromisoformat(found[name]) for name in ("last_slept_at", "last_woke_at"))
        assert woke - slept == timedelta(seconds=20)
        assert found["sleep_kinds"] == ["freeze", "mem"]


@pytest.mark.parametrize("content", [b'{"MESSAGE":"cut o', b"nonsense\n", b"[]\n", b'{"__REALTIME_TIMESTAMP":"x"}\n'])
def test_a_journal_of_nonsense_is_said_to_be_unreadable(content: bytes) -> None:
    with pytest.raises(ProgramFailed) as failure:
        list(journal.read(Printed(content)))
    assert failure.value.reason is Reason.UNREADABLE


def test_a_journal_cut_in_the_middle_keeps_its_whole_lines() -> None:
    whole = b'{"MESSAGE":[195,169,255],"PRIORITY":"3","SYSLOG_IDENTIFIER":"a","__REALTIME_TIMESTAMP":"1"}\n'
    lines = list(journal.read(Printed(whole + b'{"MESSAGE":"cu', Reason.TOO_MUCH)))
    assert [line.message for line in lines] == ["é\ufffd"]


def test_programs_that_crashed_and_machines_that_stopped(tree: Tree) -> None:
    now = int(time.time())
    boot = "0" * 32
    write(
        tree.root,
        {
            f"var/lib/systemd/coredump/core.evince.1000.{boot}.4321.{now}000000.zst": "",
            f"var/lib/systemd/coredump/core.evince.1000.{boot}.4322.{now - 60}000000.zst": "",
            f"var/lib/systemd/coredump/core.old.1000.{boot}.1.{now - 90 * 86400}000000.zst": "",
            "var/crash/_usr_bin_gnome-shell.1000.crash": "",
            "var/crash/202603140900/dump.202603140900": "",
            "sys/fs/pstore/dmesg-efi-1": "",
        },
    )
    found = told(tree, "logs")
    assert {crash["program"]: crash["count"] for crash in found["crashes"]} == {"evince": 2, "gnome-shell": 1}
    assert [stop["kind"] for stop in found["stops"]] == ["kernel panic"] * len(found["stops"])
    assert found["stops"]


def test_whether_the_machine_was_shut_down(tree: Tree) -> None:
    def record(kind: int, user: str) -> bytes:
        return kind.to_bytes(2, "little") + bytes(2 + 4 + 32 + 4) + user.encode().ljust(32, b"\0") + bytes(308)

    start, stop, run = record(2, "reboot"), record(1, "shutdown"), record(7, "lmoreau")
    for marks, clean in ((start + run + stop + start, True), (start + run + start, False), (start, None), (b"x", None)):
        write(tree.root, {"var/log/wtmp": marks})
        assert told(tree, "os").get("last_shutdown_clean") is clean


@pytest.mark.parametrize(
    ("files", "known"), [({}, (None, None)), ({"run/systemd/timesync/synchronized": ""}, (True, "systemd-timesyncd"))]
)
def test_who_sets_the_clock(tree: Tree, files: dict[str, str], known: tuple[bool | None, str | None]) -> None:
    write(tree.root, files)
    found = told(tree, "os")
    assert (found.get("clock_synchronised"), found.get("clock_source")) == known


def test_a_clock_that_nobody_sets(tree: Tree) -> None:
    tree.at("run/systemd/timesync").mkdir(parents=True)
    assert told(tree, "os")["clock_synchronised"] is False


def test_what_went_wrong_with_printing_last(tree: Tree) -> None:
    notes = "I [14/Mar/2026:08:00:00 +0100] all well\n" + "".join(
        f"E [14/Mar/2026:09:0{n}:00 +0100] [Job {n}] Filter failed with key {'ab12' * 8}\n" for n in range(9)
    )
    write(tree.root, {"var/log/cups/error_log": notes})
    assert last_errors(tree) == ("Filter failed with key …",)
