"""The system's own programs, and this one: an argument list, never a shell, and nothing fails when one is missing."""

import subprocess
import sys
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
        return (sys.executable,)
    script = Path(sys.executable).with_name("rescousse")
    return (str(script),) if script.exists() else (sys.executable, "-m", "desktop_app")


def start_beside(*arguments: str) -> None:
    """Run this program with `arguments` as a process of its own; a thread waits for its end."""
    Thread(target=_run_beside, args=((*own_program(), *arguments),), name="beside", daemon=True).start()


def _run_beside(command: tuple[str, ...]) -> None:
    nowhere = subprocess.DEVNULL
    windowless = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    with suppress(OSError):
        subprocess.run(  # noqa: S603 - this program itself
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False, creationflags=windowless
        )
