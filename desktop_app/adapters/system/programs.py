"""The system's own programs, and this one: an argument list, never a shell, and nothing fails when one is missing."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread


def answer_of(*command: str, seconds: float = 2) -> str:
    """What `command` prints; nothing when it is not there, fails, or takes longer than `seconds`."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands of the callers, never a shell
            command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


def own_program() -> tuple[str, ...]:
    """The words that start this very program."""
    if getattr(sys, "frozen", False):
        return (_appimage() or sys.executable,)
    script = Path(sys.executable).with_name("rescousse")
    return (str(script),) if script.exists() else (sys.executable, "-m", "desktop_app")


def _appimage() -> str:
    """The file that holds this program: the place where it is mounted is another one at every start."""
    is_ours = Path(sys.executable).is_relative_to(os.environ.get("APPDIR", ""))
    return os.environ.get("APPIMAGE", "") if is_ours else ""


def give_way() -> None:
    """From now on this process works only when nothing else wants processor or disk; what the system refuses stays."""
    import psutil

    me = psutil.Process()
    with suppress(OSError, psutil.Error):
        if sys.platform == "win32":
            me.nice(psutil.IDLE_PRIORITY_CLASS)
            me.ionice(psutil.IOPRIO_VERYLOW)
        else:
            os.nice(19)
    with suppress(OSError, psutil.Error):
        if sys.platform == "linux":
            me.ionice(psutil.IOPRIO_CLASS_IDLE)


def nothing() -> None:
    """What follows when nothing has to."""


def start_beside(*arguments: str, done: Callable[[], object] = nothing) -> None:
    """Run this program with `arguments` as a process of its own; a thread waits for its end, then calls `done`."""
    words = (*own_program(), *arguments)
    Thread(target=_run_beside, args=(words, done), name="beside", daemon=True).start()


def _run_beside(command: tuple[str, ...], done: Callable[[], object]) -> None:
    nowhere = subprocess.DEVNULL
    windowless = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    with suppress(OSError):
        subprocess.run(  # noqa: S603 - this program itself
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False, creationflags=windowless
        )
    done()
