"""One measured figure: ours beside the peer's."""

import statistics
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
