"""Files on their way to the help desk: small ones at once, large ones in parts that need not be sent twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop_app.domain.errors import RequestRefused

if TYPE_CHECKING:
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.adapters.http.answer import Answer
    from desktop_app.services.actions import Upload

PART = 4 * 1024 * 1024
"""Bytes of one part: half of what the help desk takes, a minute on a poor line."""

_NOT_FOUND = 404
_BYTES = {"Content-Type": "application/octet-stream"}


def bring(client: HelpdeskClient, upload: Upload, content: bytes, told: Callable[[int], None]) -> Answer:
    """Hand over a file, beginning where the last try was cut; the help desk's answer about the whole of it.

    `told` hears, before each request, how many bytes have arrived. Raises what it raises, RequestRefused,
    HelpdeskUnreachable and its kinds; what has arrived by then stays there.
    """
    path = f"attachments/{quote(upload.id)}"
    query = {"filename": upload.filename, "kind": upload.kind, "sha256": upload.digest}
    kind = {"Content-Type": upload.media_type}
    told(0)
    if len(content) <= PART or not _brought_in_parts(client, path, content, told):
        return client.ask("PUT", path, content, kind, query)
    return client.ask("PUT", path, b"", kind, {**query, "parts": "true"})


def _brought_in_parts(client: HelpdeskClient, path: str, content: bytes, told: Callable[[int], None]) -> bool:
    """Whether the help desk takes parts; an older one does not know of them."""
    try:
        have = _received(client.ask("GET", f"{path}/parts"))
    except RequestRefused as error:
        if error.facts.get("status") != _NOT_FOUND:
            raise
        return False
    for offset in range(min(have, len(content)), len(content), PART):
        told(offset)
        part = content[offset : offset + PART]
        client.ask("PUT", f"{path}/parts", part, _BYTES, {"offset": str(offset)})
    return True


def _received(answer: Answer) -> int:
    from desktop_app.adapters.http.verdicts import read
    from desktop_app.protocol.base import reader
    from desktop_app.protocol.tickets import Received

    return read(answer, reader(Received), "").size
