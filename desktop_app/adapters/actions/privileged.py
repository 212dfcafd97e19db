"""Asks the service for what needs rights, where it is installed and the policy allows the verb. Nothing is prompted."""

from contextlib import suppress

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.system.programs import own_program
from desktop_app.domain.action import ActionFailed

_NAME, _PATH = "org.rescousse.Privileged1", "/org/rescousse/Privileged1"
_PATIENCE_S = 70
_BUS = ("busctl", "--system", f"--timeout={_PATIENCE_S}", "--", "call", _NAME, _PATH, _NAME)


def did(here: Here, verb: str, *arguments: str) -> bool:
    """Whether the service did it; False where it is not there, or says no."""
    words = (verb, str(len(arguments)), *arguments) if here.system == "linux" else (verb, *arguments)
    return _asked(here, *words) is not None


def may(here: Here, *verbs: str) -> bool:
    """Whether the policy allows them all; the system may still refuse them to this person."""
    allowed = _asked(here) or ""
    return all(f'"{verb}"' in allowed for verb in verbs)


def _asked(here: Here, *words: str) -> str | None:
    """What it answers; None for a no, and where there is no such service."""
    lines = {
        "linux": (*_BUS, *(("Run", "sas", *words) if words else ("Allowed",))),
        "windows": (*own_program(), "privileged", "ask", "--", *words),
    }
    with suppress(ActionFailed):
        ran = here.run(*lines[here.system], deadline_s=_PATIENCE_S + 2) if here.system in lines else None
        return ran.out if ran and ran.code == 0 else None
    return None
