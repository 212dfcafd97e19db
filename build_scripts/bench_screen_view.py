"""A screen with work on it, who shares it, and a Chromium that looks: what every row of the benchmark begins with."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import psutil

from build_scripts.bench_screen_desk import Change, Desk, Sharer
from build_scripts.display import VirtualDisplay
from build_scripts.environment import ROOT
from build_scripts.progress import Trouble

_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns",
]  # fmt: skip


class Vnc:
    """A VNC server behind websockify."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program = program


@dataclass
class Look:
    """A picture stands. `page`: the browser's; `there`: the environment of the display; `work`: what changes it."""

    page: Any
    sharer: Sharer | Vnc
    there: dict[str, str]
    work: "subprocess.Popen[str]"


@contextmanager
def look(work: str, system: str, change: Change = dict) -> Iterator[Look]:
    """The first picture is there; `change` stands between the two sides while they find each other."""
    from playwright.sync_api import sync_playwright

    with ExitStack() as things:
        display = things.enter_context(VirtualDisplay("1920x1080", tray=False, accessible=False))
        there = {**display.environment, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
        words = [sys.executable, "-m", "build_scripts.bench_screen_work", work]
        program = things.enter_context(_started(words, there, "ready"))
        sharer = things.enter_context(_sharing(system, there))
        desk = things.enter_context(Desk(sharer if isinstance(sharer, Sharer) else None, change))
        playwright = things.enter_context(sync_playwright())
        profile = things.enter_context(tempfile.TemporaryDirectory())
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=shutil.which("chromium"), args=_FLAGS, viewport={"width": 1280, "height": 720}
        )
        things.callback(context.close)
        page = context.pages[0]
        page.goto(desk.address)
        page.wait_for_function("window.ready")
        page.evaluate("ours()" if isinstance(sharer, Sharer) else "vnc('ws://127.0.0.1:6931/')")
        page.wait_for_function("seen.first", timeout=60_000)
        yield Look(page, sharer, there, program)


@contextmanager
def _started(words: list[str], environment: dict[str, str], said: str = "") -> Iterator[subprocess.Popen[str]]:
    program = subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.PIPE, text=True
    )
    assert program.stdout is not None  # noqa: S101 - asked for above
    while said and said not in program.stdout.readline():
        if program.poll() is not None:
            raise Trouble(f"This program ended: {' '.join(words)}")
    try:
        yield program
    finally:
        program.terminate()
        program.wait(10)
        program.stdout.close()


@contextmanager
def _sharing(system: str, environment: dict[str, str]) -> Iterator[Sharer | Vnc]:
    if system == "ours":
        with _started([sys.executable, "-m", "desktop_app.screen"], environment) as program:
            yield Sharer(program)
        return
    servers = {
        "x11vnc": ["x11vnc", "-rfbport", "5931", "-localhost", "-shared", "-forever", "-nopw", "-quiet"],
        "x0vncserver": ["X0tigervnc", "-rfbport", "5931", "-localhost", "-SecurityTypes", "None"],
    }
    with (
        _started(servers[system], environment) as program,
        _started(["websockify", "127.0.0.1:6931", "127.0.0.1:5931"], dict(os.environ)),
    ):
        _wait_for_port(5931)
        _wait_for_port(6931)
        yield Vnc(program)


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if any(known.laddr and known.laddr.port == port for known in psutil.net_connections("tcp")):
            return
        time.sleep(0.05)
    raise Trouble(f"Nothing answers on port {port}.")
