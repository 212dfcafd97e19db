"""Asking the system's own programs: an argument list, a deadline, and an empty answer when anything goes wrong."""

import subprocess


def answer_of(*command: str, seconds: float = 2) -> str:
    """What `command` prints; nothing when it is not there, fails, or takes longer than `seconds`."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands of the callers, never a shell
            command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
