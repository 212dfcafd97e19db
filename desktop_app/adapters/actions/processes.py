"""The running programs of this user. Never somebody else's, never the system's, never ourselves."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

# Ending one of these ends the desktop, or the sound, or the way in
_KEPT = frozenset(
    {
        *("systemd", "init", "launchd", "launchservicesd", "dbus-daemon", "dbus-broker", "xorg", "xwayland", "xvfb"),
        *("gnome-shell", "kwin_x11", "kwin_wayland", "plasmashell", "xfwm4", "openbox", "tint2", "cinnamon", "mutter"),
        *("gnome-session-binary", "lightdm", "gdm-session-worker", "sddm-helper", "login", "sshd", "sudo", "su"),
        *("pipewire", "wireplumber", "pulseaudio", "gnome-keyring-daemon", "windowserver", "loginwindow", "finder"),
        *("dock", "explorer", "dwm", "csrss", "winlogon", "lsass", "services", "svchost", "sihost", "taskhostw"),
        *("bash", "zsh", "fish", "sh", "dash", "cmd", "powershell", "conhost", "cupsd", "rescousse"),
    },
)
_SYSTEM_GROUP = "/system.slice/"


def mine() -> Iterator[psutil.Process]:
    """Programs of this user that may be ended."""
    spared = _ourselves()
    for process in psutil.process_iter(["name", "username", "cmdline"]):
        with suppress(psutil.Error, OSError):
            if process.pid not in spared and _may_end(process):
                yield process


def _may_end(process: psutil.Process) -> bool:
    has_program = bool(process.info["cmdline"])
    is_kept = plain_name(process.info["name"] or "") in _KEPT
    return has_program and not is_kept and process.info["username"] == _user() and not _is_of_the_system(process.pid)


def _user() -> str:
    return psutil.Process().username()


def _ourselves() -> set[int]:
    us = psutil.Process()
    return {0, 1, us.pid, *(p.pid for p in us.parents())}


def _is_of_the_system(pid: int) -> bool:
    with suppress(OSError):
        return _SYSTEM_GROUP in Path(f"/proc/{pid}/cgroup").read_text()
    return False


def plain_name(name: str) -> str:
    """The name of a program without its ending, in small letters."""
    return name.lower().removesuffix(".exe")


def is_running(names: Sequence[str]) -> bool:
    """Whether a program of one of these names runs for this user."""
    user = _user()
    every = psutil.process_iter(["name", "username", "status"])
    return any(
        plain_name(p.info["name"] or "") in names
        and p.info["username"] == user
        and p.info["status"] != psutil.STATUS_ZOMBIE
        for p in every
    )


def mark(process: psutil.Process) -> str:
    """A name for a process that stays true when its number is given to another one."""
    return f"{process.pid}:{process.create_time():.2f}"


def marked(text: str) -> psutil.Process | None:
    """The process that `mark` named, when it still runs and may be ended."""
    number = text.partition(":")[0]
    if not number.isdigit():
        return None
    found = (process for process in mine() if process.pid == int(number))
    with suppress(psutil.Error):
        return next((p for p in found if mark(p) == text and p.status() != psutil.STATUS_ZOMBIE), None)
    return None


def measured(seconds: float, wait: Callable[[float], None] = time.sleep) -> list[tuple[psutil.Process, float, int]]:
    """Every program of this user with its share of one core in percent over `seconds`, and its memory in bytes."""
    processes = []
    for process in mine():
        with suppress(psutil.Error):
            process.cpu_percent()
            processes.append(process)
    wait(seconds)
    found = []
    for process in processes:
        with suppress(psutil.Error):
            found.append((process, process.cpu_percent(), process.memory_info().rss))
    return found


def end(process: psutil.Process, patience_s: float) -> bool:
    """Asks the program to close, then ends it; False when it is still there. `patience_s` for each."""
    for ask in (process.terminate, process.kill):
        with suppress(psutil.NoSuchProcess):
            ask()
        gone, _ = psutil.wait_procs([process], timeout=patience_s)
        if gone or not process.is_running() or _is_zombie(process):
            return True
    return False


def _is_zombie(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.status() == psutil.STATUS_ZOMBIE
    return True
