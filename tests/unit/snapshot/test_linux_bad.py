"""Linux: whatever stands in its files, sections come in time, say what they lack, and show nothing harmful."""

import os
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.linux import journal
from desktop_app.adapters.collectors.linux.processes import Reading
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.leaves import leaves
from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.snapshot import Section
from tests.unit.snapshot.conftest import FILES, PATIENCE_S, within, write

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARK = "\u202e\x1b[31m\x1b]0;evil\x07"


def collected(tree: Tree) -> dict[str, Section]:
    """Every section, for as much of the processor as a snapshot has time."""
    return within(2.0, lambda: Collectors("linux", tree.root, tree.environ).collect(SECTIONS, PATIENCE_S))


def texts(found: dict[str, Section]) -> Iterator[tuple[str, str]]:
    for name, section in found.items():
        for leaf in leaves(name, section.data):
            if isinstance(leaf.value, str):
                yield leaf.name, leaf.value


def test_marks_and_escapes_are_harmless_everywhere(tree: Tree) -> None:
    marked: dict[str, str | bytes] = {
        name: content.replace("=", f"={MARK}") if "=" in content else f"{MARK}{content}"
        for name, content in FILES.items()
    }
    write(tree.root, marked)
    write(
        tree.root,
        {
            "etc/passwd": f"u:x:1000:1000:{MARK}Name:/h:/bin/sh\n",
            "etc/xdg/autostart/a.desktop": f"Name={MARK}Evil\n",
            "proc/bus/input/devices": f'N: Name="{MARK}Evil"\nH: Handlers=mouse0\n',
            f"etc/cron.d/{MARK[0]}job": "",
            f"var/crash/_usr_bin_{MARK[:2]}x.1.crash": "",
        },
    )
    shown = list(texts(collected(tree)))
    assert len(shown) > 40
    assert not [pair for pair in shown if HARMFUL.search(pair[1])]


def test_bytes_that_are_no_text_are_shown_as_such(tree: Tree) -> None:
    write(
        tree.root,
        {"sys/class/dmi/id/product_name": b"\xff\xfe\xff", "etc/timezone": b"\xe9\xff", "etc/passwd": b"\xff:x"},
    )
    found = collected(tree)
    assert "model" not in found["hardware"].data
    assert found["os"].data["time_zone"] == "\ufffd\ufffd"


@pytest.mark.parametrize(
    "name",
    [
        "etc/hosts",
        "proc/net/tcp",
        "proc/cpuinfo",
        "var/lib/dpkg/status",
        "var/log/apt/history.log",
        "etc/passwd",
        "etc/group",
    ],
)
def test_a_file_of_a_million_lines(tree: Tree, name: str) -> None:
    write(tree.root, {name: b"Package: x\n10.0.0.1 name-of-a-machine\n" * 500_000})
    found = collected(tree)
    assert {name for name, section in found.items() if str(section.status) == "unavailable"} <= {"software", "updates"}


@pytest.mark.parametrize(
    "name", ["home/lmoreau/.mozilla/firefox/a/extensions.json", "home/lmoreau/.config/mimeapps.list"]
)
@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"addons": [1, null, {"type": 3}', b"\xff" * 1000])
def test_json_that_is_cut_or_odd(tree: Tree, name: str, content: bytes) -> None:
    write(tree.root, {name: content})
    section = collected(tree)["software"]
    assert str(section.status) in {"ok", "partial"}
    assert section.data["installed"] == 2


def test_a_folder_where_a_file_should_be_and_a_loop_of_links(tree: Tree) -> None:
    for name in ("proc/meminfo", "etc/os-release", "proc/net/route"):
        tree.at(name).unlink()
        tree.at(name).mkdir()
    tree.at("etc/passwd").symlink_to("passwd")
    tree.at("sys/block/dm-0/slaves/dm-0").mkdir(parents=True)
    write(tree.root, {"proc/self/mountinfo": "27 1 254:0 / / rw - ext4 /dev/dm-0 rw\n"})
    found = collected(tree)
    assert found["security"].data["disk_encrypted"] is False
    assert all(str(section.status) in {"ok", "partial"} for section in found.values())


def test_a_collector_that_never_ends_delays_nobody(tree: Tree) -> None:
    released = threading.Event()
    computer = Collectors("linux", tree.root, {})
    computer.replaced = dict.fromkeys(("network", "storage", "os", "logs", "power"), lambda: released.wait(60))
    started = time.monotonic()
    found = computer.collect(SECTIONS, 1.5)
    released.set()
    assert time.monotonic() - started < 30, "those would take 60"
    late = {name: section.reason for name, section in found.items() if str(section.status) == "unavailable"}
    assert late == dict.fromkeys(("network", "storage", "os", "logs", "power"), "too_slow")


def test_a_machine_of_four_thousand_everything(tree: Tree) -> None:
    write(tree.root, {f"sys/bus/usb/devices/1-{n}/idVendor": "1\n" for n in range(4000)})
    write(tree.root, {f"sys/bus/usb/devices/1-{n}/idProduct": "2\n" for n in range(4000)})
    write(tree.root, {f"etc/xdg/autostart/{n}.desktop": "Name=x\n" for n in range(4000)})
    found = collected(tree)
    assert len(found["services"].data["autostart"]) == 4000


def test_more_programs_than_are_looked_at_one_by_one(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module(Reading.__module__), "MOST_READ", 2)
    section = collected(tree)["processes"]
    assert (str(section.status), section.reason) == ("partial", "too_much")
    assert (section.data["count"], len(section.data["programs"])) == (3, 2)


def test_a_clock_that_was_turned_back_and_a_number_given_again(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree.root, {"proc/uptime": "1.00 1.00\n"})
    used = iter([90_000, 4, 4])
    processes = import_module(Reading.__module__)  # the package has a function of the same name
    read = processes._reading

    def reading(tree: Tree, pid: str) -> Reading | None:
        found: Reading | None = read(tree, pid)
        return replace(found, ticks=next(used)) if found and pid == "200" else found

    monkeypatch.setattr(processes, "_reading", reading)
    section = collected(tree)["processes"]
    assert str(section.status) == "ok"
    for program in section.data["programs"]:
        assert program["cpu_percent"] >= 0
        assert program["running_s"] >= 0


LINE = '{"MESSAGE":"x","PRIORITY":"3","SYSLOG_IDENTIFIER":"a","__REALTIME_TIMESTAMP":"1773478800000000"}'


@pytest.mark.parametrize(
    ("program", "reason", "patience_s"),
    [
        (f"exec yes '{LINE}'", "too_much", PATIENCE_S),
        ("exec cat /dev/zero", "too_much", PATIENCE_S),
        (f"echo '{LINE}'; exec tail -f /dev/null", "too_slow", 5),
        ("exec tail -f /dev/null", "too_slow", 0.2),
        (f"echo '{LINE}'; exit 1", "unreadable", PATIENCE_S),
        ("exit 1", "unreadable", PATIENCE_S),
    ],
)
def test_a_journal_that_never_ends_or_never_answers(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, reason: str, patience_s: float
) -> None:
    monkeypatch.setattr(journal, "_SECONDS", patience_s)
    stub = tmp_path / "bin" / "journalctl"
    write(tmp_path, {"bin/journalctl": f"#!/bin/sh\n{program}\n"})
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", f"{stub.parent}:{os.environ['PATH']}")
    write(tree.root, {"var/log/journal/x": ""})
    section = collected(tree)["logs"]
    assert (str(section.status), section.reason) == ("partial", reason)
    assert ("errors" in section.data) == (LINE in program)


def test_a_journal_without_its_program_is_told(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    write(tree.root, {"var/log/journal/x": "", "var/crash/_usr_bin_vim.1.crash": ""})
    section = collected(tree)["logs"]
    assert (str(section.status), section.reason) == ("partial", "not_here")
    assert section.data["crashes"][0]["program"] == "vim"
