"""Start and rest of the tray app beside Vorta, another Qt tray program in Python, each on a screen of its own."""

import argparse
import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

import psutil

from build_scripts import environment
from build_scripts.display import VirtualDisplay
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import Trouble, step

PEERS = environment.ROOT / ".run" / "peers"
_PEER_PYTHON = PEERS / "bin" / "python"
CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass
class Program:
    """A tray program to measure: how it is started, and the title of its window."""

    name: str
    command: list[str]
    title: str
    at_login: list[str]
    environment: dict[str, str] = field(default_factory=dict)


def start(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Process start to tray icon and to a drawn window, cold (caches dropped) and warm, in turn."""
    with _programs() as (ours, peer):
        for kind in ("cold", "warm"):
            if kind == "cold" and not _may_drop_caches():
                step("A cold start cannot be measured here: the system's caches may not be dropped")
                continue
            times = {program.name: [] for program in (ours, peer)}  # type: dict[str, list[dict[str, float]]]
            for _ in range(wanted.runs + 1):
                for program in (ours, peer):
                    if kind == "cold":
                        _drop_caches()
                    times[program.name].append(_start_once(program))
            yield from _start_figures(kind, times[ours.name][1:], times[peer.name][1:])


def _start_figures(kind: str, ours: list[dict[str, float]], peer: list[dict[str, float]]) -> Iterator[Figure]:
    goals = {("warm", "tray"): "<= 0.7 s and <= 0.7 x peer"}
    for fact in ("tray", "drawn"):
        name = f"{kind} start to {'tray icon' if fact == 'tray' else 'drawn window'}"
        yield figure(name, [t[fact] for t in ours], [t[fact] for t in peer], "s", goals.get((kind, fact), ""))


def idle(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Memory and processor use at rest, both programs at the same time; ours with its event stream open."""
    with _programs() as programs:
        for state in ("after login", "window open"):
            with ExitStack() as screens:
                resting = [_rest(program, state, screens) for program in programs]
                yield from _idle_figures(state, resting, wanted.minutes)


def _rest(program: Program, state: str, screens: ExitStack) -> psutil.Process:
    display = screens.enter_context(VirtualDisplay(accessible=False))
    command = program.at_login if state == "after login" else program.command
    running = display.start(command, program.environment)
    if state == "after login":
        threading.Event().wait(5)  # it may fork; what is read is read after the rest anyhow
    elif not display.wait_for_window(program.title, running):
        raise Trouble(f"{program.name} did not open its window.")
    return _largest(display.environment["DISPLAY"])


def _largest(screen: str) -> psutil.Process:
    """The program of that screen: the largest that was started for it, apart from the screen's own."""
    own = {"Xvfb", "openbox", "tint2", "dbus-daemon"}
    there = [p for p in psutil.process_iter(["name"]) if p.info["name"] not in own and _screen_of(p) == screen]
    return max(there, key=lambda process: process.memory_info().rss)


def _screen_of(process: psutil.Process) -> str:
    try:
        return process.environ().get("DISPLAY", "")
    except psutil.Error:
        return ""


def _idle_figures(state: str, resting: list[psutil.Process], minutes: float) -> Iterator[Figure]:
    step(f"Both rest for {minutes} min, {state}")
    half = minutes * 30
    threading.Event().wait(half)
    before = [_processor_seconds(process) for process in resting]
    threading.Event().wait(half)
    used = [_processor_seconds(process) - start for process, start in zip(resting, before, strict=True)]
    (ours, our_own), (peer, peer_own) = (_memory(process) for process in resting)
    yield figure(f"resident memory at rest, {state}", [ours], [peer], "MB", "<= 110 MB and <= peer")
    yield figure(f"memory of its own, {state}", [our_own], [peer_own], "MB")
    share = [seconds / half * 100 for seconds in used]
    yield figure(f"processor at rest, {state}", share[:1], share[1:], "% core", "<= 0.1 %")


def _tree(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _processor_seconds(process: psutil.Process) -> float:
    return sum(times.user + times.system for times in (p.cpu_times() for p in _tree(process)))


def _memory(process: psutil.Process) -> tuple[float, float]:
    full = [p.memory_full_info() for p in _tree(process)]
    return sum(m.rss for m in full) / 1e6, sum(m.uss for m in full) / 1e6


def _start_once(program: Program) -> dict[str, float]:
    with VirtualDisplay(accessible=False) as display:
        eye = subprocess.Popen(
            [str(_PEER_PYTHON), str(environment.ROOT / "build_scripts" / "tray_eye.py"), program.title],
            env=display.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        seen = cast("IO[str]", eye.stdout)
        seen.readline()
        began = time.monotonic()
        display.start(program.command, program.environment)
        guard = threading.Timer(60, eye.kill)
        guard.start()
        facts: dict[str, float] = {}
        for line in seen:
            facts.update(json.loads(line))
        guard.cancel()
        eye.wait()
        if not {"tray", "drawn"} <= facts.keys():
            raise Trouble(f"{program.name} showed only this within a minute: {sorted(facts)}")
        return {fact: moment - began for fact, moment in facts.items()}


@contextmanager
def _programs() -> Iterator[tuple[Program, Program]]:
    prepare_peers()
    environment.run([str(environment.PYTHON), "-m", "compileall", "-q", "desktop_app"])  # as whatever is installed
    with tempfile.TemporaryDirectory(prefix="rescousse-bench-") as folder, LocalDesk(Path(folder)) as desk:
        desk.enrol_this_machine()
        xcb = {"QT_QPA_PLATFORM": "xcb"}
        ours = Program(
            "Rescousse",
            [str(environment.RESCOUSSE)],
            "Rescousse",
            [str(environment.RESCOUSSE), "--background"],
            {**desk.app_environment, **xcb},
        )
        vorta = [str(PEERS / "bin" / "vorta"), "--development", str(Path(folder, "vorta"))]
        yield ours, Program("Vorta", vorta, "Vorta", [*vorta, "--daemonize"], xcb)


def prepare_peers() -> None:
    """Make the environment in which the peers run hold what `locks/bench.txt` names."""
    stamp = PEERS / ".installed"
    lock = (environment.LOCKS / "bench.txt").read_text()
    if stamp.exists() and stamp.read_text() == lock:
        return
    step("Installing the peers, in an environment of their own")
    environment.run([str(environment.PYTHON), "-m", "venv", str(PEERS)])
    requirements = ["--require-hashes", "--requirement", str(environment.LOCKS / "bench.txt")]
    environment.run([str(_PEER_PYTHON), "-m", "pip", "install", "--quiet", *requirements])
    stamp.write_text(lock)


def _may_drop_caches() -> bool:
    return os.access(CACHES, os.W_OK)


def _drop_caches() -> None:
    os.sync()
    CACHES.write_text("3")
