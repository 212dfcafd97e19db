"""CUPS asked in its own language: what it answers, and what is no answer."""

import struct
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors import ipp
from desktop_app.adapters.collectors.printing import from_answers, printing
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.findings import findings
from desktop_app.domain.sections import plain
from desktop_app.domain.sections.programs import Printing
from tests.real_cups import RealCups, missing
from tests.unit.snapshot.made import build, reviewed


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    key = name.encode()
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(value)) + value


def answer(*groups: tuple[int, list[tuple[int, str, bytes]]]) -> bytes:
    body = struct.pack(">BBHI", 2, 0, 0, 1)
    for kind, attributes in groups:
        body += bytes([kind]) + b"".join(_attribute(*attribute) for attribute in attributes)
    return b"HTTP/1.0 200 OK\r\nServer: CUPS/2.4 IPP/2.1\r\n\r\n" + body + b"\x03"


PRINTERS = answer(
    (
        ipp.PRINTER,
        [
            (0x42, "printer-name", b"Accueil"),
            (0x41, "printer-make-and-model", b"PCL 6"),
            (0x23, "printer-state", struct.pack(">i", 5)),
            (0x44, "printer-state-reasons", b"media-empty-warning"),
            (0x44, "", b"toner-low-warning"),
            (0x22, "printer-is-accepting-jobs", b"\x01"),
        ],
    ),
    (ipp.PRINTER, [(0x42, "printer-name", b"\xffodd\x1b[31m"), (0x23, "printer-state", struct.pack(">i", 3))]),
)
JOBS = answer(
    (
        ipp.JOB,
        [
            (0x21, "job-id", struct.pack(">i", 41)),
            (0x45, "job-printer-uri", b"ipp://localhost/printers/Accueil"),
            (0x42, "job-originating-user-name", b"lmoreau"),
            (0x23, "job-state", struct.pack(">i", 6)),
            (0x21, "job-k-octets", struct.pack(">i", 12)),
            (0x21, "time-at-creation", struct.pack(">i", 1773478800)),
        ],
    )
)


def test_cups_in_its_own_language() -> None:
    found = plain(from_answers(ipp.parse(PRINTERS), [{"printer-name": "Accueil"}], ipp.parse(JOBS).of(ipp.JOB)))
    first, odd = found["printers"]
    assert first == {
        "name": "Accueil",
        "driver": "PCL 6",
        "state": "stopped",
        "reasons": ["media-empty-warning", "toner-low-warning"],
        "accepts_jobs": True,
        "default": True,
        "waiting": 1,
    }
    assert odd["name"] == "\ufffdodd"
    assert found["jobs"] == [
        {
            "id": 41,
            "printer": "Accueil",
            "owner": "lmoreau",
            "size_bytes": 12288,
            "state": "stopped",
            "since": "2026-03-14T09:00:00Z",
        }
    ]
    assert found["spooler_version"] == "CUPS/2.4 IPP/2.1"


@pytest.mark.parametrize(
    "content", [b"", b"HTTP/1.0 404 Not Found\r\n\r\n", PRINTERS[:-30], b"HTTP/1.0 200 OK\r\n\r\n<html>hello</html>"]
)
def test_an_answer_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="answer"):
        ipp.parse(content)


def test_a_question_to_cups_reads_back() -> None:
    asked = ipp.request(ipp.GET_JOBS, ("job-id", "job-name"))
    groups = ipp.parse(b"HTTP/1.0 200 OK\r\n\r\n" + asked).groups
    assert groups[0][1]["requested-attributes"] == ["job-id", "job-name"]
    assert groups[0][1]["which-jobs"] == "not-completed"


@pytest.mark.skipif(bool(missing()), reason=missing() or "CUPS is here")
def test_a_real_queue_that_jams_is_found_and_told() -> None:
    with RealCups() as cups:
        cups.add_printer("Accueil")
        cups.ask("lpadmin", "-d", "Accueil")
        before = told(cups)
        cups.jam()
        cups.print_page("Accueil")
        cups.wait_for(lambda: cups.is_stopped("Accueil"))
        after = told(cups)
        review = reviewed(build(printing=after))
    assert (before["default_printer"], before["printers"][0]["state"]) == ("Accueil", "idle")
    assert findings(build(printing=before)) == []
    assert (after["printers"][0]["state"], after["printers"][0]["waiting"]) == ("stopped", 1)
    assert [(job["printer"], job["document"]) for job in after["jobs"]] == [("Accueil", "Rapport")]
    assert {(found.key, found.fix_id) for found in findings(build(printing=after))} == {
        ("print_queue_stuck", "print_queue_stuck")
    }
    assert b"Rapport" not in review.payload()


def test_no_server_behind_the_socket(tmp_path: Path) -> None:
    assert printing(Tree(tmp_path, {"CUPS_SERVER": str(tmp_path / "gone")})) == Printing(spooler="stopped")
    assert printing(Tree(tmp_path)) == Printing(spooler="missing")


def told(cups: RealCups) -> Any:
    return plain(printing(Tree(environ=cups.environment)))
