"""The shape of one value of a policy: plain, or with options."""

from collections.abc import Mapping

from desktop_app.domain.setting import PolicyFault

Decided = dict[str, tuple[object, bool]]
"""Dotted key to (value, locked)."""

_OPTIONS = {"value", "locked"}


def decide(raw: object) -> tuple[object, bool] | None:
    """(value, locked) of a plain value or of `{value, locked}`; None when it is neither."""
    if not isinstance(raw, Mapping):
        return raw, True
    locked = raw.get("locked", True)
    if set(raw) <= _OPTIONS and "value" in raw and isinstance(locked, bool):
        return raw["value"], locked
    return None


def decide_all(flat: Mapping[str, object], place: tuple[str, dict[str, int]]) -> tuple[Decided, list[PolicyFault]]:
    """Every key of a flattened policy; `place` is its file and the line of each key."""
    file, lines = place
    decided: Decided = {}
    faults: list[PolicyFault] = []
    for key, raw in flat.items():
        value = decide(raw)
        if value is None:
            faults.append(PolicyFault(file, lines.get(key, 0), key, "policy_wrong_type"))
        else:
            decided[key] = value
    return decided, faults
