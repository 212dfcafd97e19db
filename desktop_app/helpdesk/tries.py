"""Wrong secrets are counted, so that nobody tries them all."""

from datetime import UTC, datetime, timedelta
from threading import Lock

_MOST_NAMES = 10_000


class Tries:
    """So many wrong ones within a span, then a pause. Kept in memory: a restart forgives, each process counts alone."""

    def __init__(self, most: int, within: timedelta) -> None:
        self._most, self._within = most, within
        self._wrong: dict[str, list[datetime]] = {}
        self._lock = Lock()

    def too_many(self, who: str) -> bool:
        """Whether `who` has to wait."""
        with self._lock:
            return len(self._recent(who)) >= self._most

    def count(self, who: str) -> None:
        """One more wrong one. Names come from strangers: there is an end to how many are remembered."""
        with self._lock:
            recent = [*self._recent(who), datetime.now(UTC)]
            if len(self._wrong) >= _MOST_NAMES:
                self._wrong.clear()
            self._wrong[who] = recent

    def _recent(self, who: str) -> list[datetime]:
        return [at for at in self._wrong.get(who, []) if datetime.now(UTC) - at < self._within]
