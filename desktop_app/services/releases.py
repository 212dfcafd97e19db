"""Whether a newer version is out: heard from the help desk, believed only when those who make the program signed it.

Nothing is fetched and nothing installs itself: it is told, and IT support installs.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.domain.errors import SupportError
from desktop_app.services.wordings import Notes, WordingClient

if TYPE_CHECKING:
    from desktop_app.protocol.releases import Release, ReleaseFacts

_log = logging.getLogger(__name__)
_TAG, _KEPT, _HIGHEST = "releases:tag", "releases:kept", "releases:highest"
_LARGEST = 32 * 1024


def _built_in() -> Mapping[str, bytes]:
    from desktop_app.knowledge.release_seal import built_in

    return built_in()


class Releases:
    """The last notice that was believed. A notice older than one that was believed before is none."""

    def __init__(
        self,
        client: WordingClient,
        notes: Notes,
        keys: Callable[[], Mapping[str, bytes]] = _built_in,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._client, self._notes, self._keys, self._now = client, notes, keys, now

    def sync(self) -> None:
        """Ask the help desk. Raises nothing that the help desk can cause."""
        from desktop_app.knowledge.release_seal import BadNotice
        from desktop_app.protocol.releases import Release

        try:
            fresh = self._client.newer("releases", list[Release], self._notes.get(_TAG), _LARGEST)
            if fresh is None:
                return
            tag, offered = fresh
            if offered:
                self._take(offered[0])
            else:
                self._notes.put(_KEPT, "")
        except (SupportError, BadNotice) as error:
            _log.info("no notice of a new version is taken: %s", error)
            return
        self._notes.put(_TAG, tag)

    def news(self) -> ReleaseFacts | None:
        """What is out, when it is newer than this program; looked at anew, as its day may have passed since."""
        from desktop_app.knowledge.release_seal import BadNotice, read
        from desktop_app.protocol.releases import Release

        kept = self._notes.get(_KEPT)
        try:
            facts = read(Release.model_validate_json(kept), self._keys(), self._now()) if kept else None
        except (BadNotice, ValueError):
            return None
        return facts if facts is not None and facts.is_newer_than(__version__) else None

    def _take(self, release: Release) -> None:
        from desktop_app.knowledge.release_seal import BadNotice, read

        facts = read(release, self._keys(), self._now())
        digest = hashlib.sha256(release.notice.encode()).hexdigest()
        serial, _, known = (self._notes.get(_HIGHEST) or "0 ").partition(" ")
        if facts.serial < int(serial) or (facts.serial == int(serial) and digest != known):
            raise BadNotice("rolled_back")
        self._notes.put(_HIGHEST, f"{facts.serial} {digest}")
        self._notes.put(_KEPT, release.model_dump_json())
