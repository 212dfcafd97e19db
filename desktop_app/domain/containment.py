"""What is done, in this order, when somebody else may be at work in a machine.

The steps follow what national security agencies ask of a first response (ANSSI, BSI, NCSC): cut off, keep, warn, clean.
"""

from collections.abc import Iterable

STEPS = (
    "network",
    "powered",
    "evidence",
    "passwords",
    "connections",
    "spread",
    "officer",
    "data",
    "clean",
    "checked",
    "back",
    "told",
)
"""Each is `case_step_…` of the console's words."""

_CUTS_OFF = "containment"
_LOOKS_FOR = frozenset({"suspicious_program", "unknown_remote_tool", "suspicious_mail"})


def suspected(tried: Iterable[tuple[str, str]]) -> bool:
    """Whether the guided fixes that were tried, with their results, leave a suspicion that a person has to follow."""
    return any(
        result != "undone" if fix == _CUTS_OFF else fix in _LOOKS_FOR and result == "not_fixed" for fix, result in tried
    )
