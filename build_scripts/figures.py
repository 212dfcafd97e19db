"""One measured figure: ours beside the peer's."""

import statistics
from collections.abc import Mapping
from typing import Any

Figure = dict[str, Any]


def figure(name: str, ours: list[float], peer: list[float], unit: str, goal: str = "") -> Figure:
    """Medians of paired runs, and the median of the pairs' ratios."""
    pairs = [a / b for a, b in zip(ours, peer, strict=False) if b]
    return {
        "figure": name,
        "ours": round(statistics.median(ours), 3) if ours else None,
        "peer": round(statistics.median(peer), 3) if peer else None,
        "ratio": round(statistics.median(pairs), 3) if pairs else None,
        "unit": unit,
        "runs": len(ours),
        "spread": [round(min(ours), 3), round(max(ours), 3)] if ours else None,
        "goal": goal,
    }


def kept_back(before: Mapping[str, float], after: Mapping[str, float]) -> Figure:
    """How much of what this machine wanted of its processors its host gave to others (`steal` of Linux).

    Seconds of processor time by their kind. A native peer suffers from it less than programs of many short steps.
    """
    spent = {kind: after[kind] - before[kind] for kind in after if not kind.startswith("guest")}
    wanted = sum(spent.values()) - spent.get("idle", 0.0) - spent.get("iowait", 0.0)
    return figure(
        "processor kept back by the host", [100 * spent.get("steal", 0.0) / wanted] if wanted else [], [], "%"
    )
