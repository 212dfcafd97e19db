"""Linux: how much programs had to wait (/proc/pressure)."""

from dataclasses import dataclass

from desktop_app.adapters.collectors.tree import Tree


@dataclass(frozen=True)
class Pressure:
    """Percent of the last 10 or 60 seconds in which some programs, or all of them (`full`), waited."""

    some_10: float | None = None
    some_60: float | None = None
    full_10: float | None = None


def pressure(tree: Tree, what: str) -> Pressure:
    """Waiting for `what`: cpu, memory or io."""
    figures = {}
    for line in tree.lines(f"proc/pressure/{what}"):
        who, *words = line.split()
        for word in words:
            name, _, value = word.partition("=")
            figures[f"{who}_{name}"] = value
    return Pressure(_figure(figures, "some_avg10"), _figure(figures, "some_avg60"), _figure(figures, "full_avg10"))


def _figure(figures: dict[str, str], name: str) -> float | None:
    try:
        return float(figures[name])
    except (KeyError, ValueError):
        return None
