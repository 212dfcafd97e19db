"""What is built into a machine, as fingerprints: enough to find a copy of it, too little to say what it is."""

import hashlib
from collections.abc import Iterable

_LENGTH, _MOST = 16, 8


def fingerprints(parts: Iterable[str]) -> str:
    """One short SHA-256 for each part (an address burnt into a card, the board's own id), sorted, with commas."""
    known = {part.strip().lower() for part in parts} - {""}
    return ",".join(sorted(_fingerprint(part) for part in known)[:_MOST])


def is_another(one: str, other: str) -> bool:
    """Whether these are two machines: both say what they are made of, and they have no part in common.

    A card that is added or taken out leaves a machine what it is; one that says nothing is never called another.
    """
    return bool(one and other) and set(one.split(",")).isdisjoint(other.split(","))


def _fingerprint(part: str) -> str:
    return hashlib.sha256(f"rescousse machine {part}".encode()).hexdigest()[:_LENGTH]
