"""One collector that misbehaves costs its own section, its reason is told, and the others are whole."""

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors.child import ProgramFailed, output
from desktop_app.adapters.collectors.run import Partly, Runner
from desktop_app.domain.sections.machine import Cpu
from desktop_app.domain.snapshot import Reason, SectionStatus


def well() -> Cpu:
    return Cpu(model="good")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (PermissionError("no"), Reason.NOT_ALLOWED),
        (OSError("gone"), Reason.UNREADABLE),
        (ValueError("nonsense"), Reason.UNREADABLE),
        (KeyError("field"), Reason.UNREADABLE),
        (ProgramFailed(Reason.TOO_MUCH), Reason.TOO_MUCH),
    ],
)
def test_a_collector_that_fails_says_why_and_alone(fault: Exception, reason: Reason) -> None:
    def bad() -> Any:
        raise fault

    found = Runner().run({"bad": bad, "cpu": well}, 60)
    assert (found["bad"].status, found["bad"].reason) == (SectionStatus.UNAVAILABLE, reason)
    assert found["cpu"].data == {"model": "good"}


def test_a_hanging_collector_delays_nobody_and_is_not_started_twice() -> None:
    released, starts = threading.Event(), []

    def hangs() -> Any:
        starts.append(1)
        released.wait(60)
        return Cpu()

    runner = Runner()
    started = time.monotonic()
    try:
        found = runner.run({"hangs": hangs, "cpu": well}, 5)
        again = runner.run({"hangs": hangs, "cpu": well}, 60)
    finally:
        released.set()
    assert time.monotonic() - started < 55, "it would take 60"
    assert found["hangs"].reason == again["hangs"].reason == Reason.TOO_SLOW
    assert found["cpu"].status is again["cpu"].status is SectionStatus.OK
    assert len(starts) == 1


def test_a_section_may_be_there_in_part() -> None:
    found = Runner().run({"cpu": lambda: Partly(Cpu(model="half"), Reason.NOT_ALLOWED)}, 60)
    assert found["cpu"].status is SectionStatus.PARTIAL
    assert found["cpu"].data == {"model": "half"}


def test_a_bug_in_a_collector_is_reported_as_a_bug_and_the_snapshot_stands(
    monkeypatch: pytest.MonkeyPatch, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    reported: list[type[BaseException] | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))

    def buggy() -> Any:
        raise RuntimeError("ours")

    found = Runner().run({"bad": buggy, "cpu": well}, 60)
    assert found["bad"].status is SectionStatus.UNAVAILABLE
    assert found["cpu"].status is SectionStatus.OK
    wait_until(lambda: reported == [RuntimeError])  # its answer is there before the thread is at its end


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
class TestPrograms:
    def test_output_is_what_it_prints(self) -> None:
        assert output((sys.executable, "-c", "print('é')")).decode().strip() == "é"

    @pytest.mark.parametrize(
        ("code", "reason"),
        [
            ("while True: print('x' * 100000)", Reason.TOO_MUCH),
            ("import sys; sys.exit(3)", Reason.UNREADABLE),
            ("import threading; threading.Event().wait(60)", Reason.TOO_SLOW),
        ],
    )
    def test_one_that_misbehaves_is_ended(self, code: str, reason: Reason) -> None:
        with pytest.raises(ProgramFailed) as failure:
            output((sys.executable, "-c", code), seconds=1.0 if reason is Reason.TOO_SLOW else 60)
        assert failure.value.reason is reason

    def test_one_that_is_not_there(self) -> None:
        with pytest.raises(ProgramFailed) as failure:
            output(("/nowhere/at/all",))
        assert failure.value.reason is Reason.NOT_HERE

    def test_its_children_end_with_it(self, tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> None:
        file = tmp_path / "pid"
        code = (
            "import subprocess, sys, threading; from pathlib import Path; "
            f"child = subprocess.Popen([sys.executable, '-c', 'import threading; threading.Event().wait(60)']); "
            f"Path({str(file)!r}).write_text(str(child.pid))\n"
            "while True: print('x' * 100_000)"
        )
        with pytest.raises(ProgramFailed):
            output((sys.executable, "-c", code), seconds=60)
        number = int(file.read_text())
        wait_until(lambda: _has_ended(number))


def _has_ended(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    return state == "Z"
