"""What holds for a moment: who writes in a conversation, and its place in the waiting line. Nothing of it is kept."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.errors import SupportError
from desktop_app.services.desk import Desk

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Place
    from desktop_app.services.live import News

SHOWN_S = 8.0
"""How long somebody counts as writing after the help desk said so."""


class PresenceClient(Protocol):
    """What is asked of the help desk; each raises HelpdeskUnreachable and its kinds."""

    def place(self, ticket_id: str) -> Place:
        """Which place a request has in the waiting line."""

    def tell_typing(self, ticket_id: str) -> None:
        """The user is writing."""


class Presence:
    """Without a network there is none of it, and nothing fails for want of it."""

    def __init__(self, client: PresenceClient, desk: Desk) -> None:
        self._client, self._desk = client, desk
        self._typing: dict[str, tuple[str, float]] = {}

    def hear(self, news: News) -> None:
        """The help desk told something: that somebody writes, or what they wrote."""
        if news.ticket_id is None:
            return
        if news.topic == "typing":
            self._typing[news.ticket_id] = (news.name, time.monotonic())
        elif news.topic == "ticket":
            self._typing.pop(news.ticket_id, None)

    def who_types(self, ticket_id: str) -> str:
        """The name of who writes there just now; nothing for nobody."""
        name, since = self._typing.get(ticket_id, ("", 0.0))
        return name if time.monotonic() - since < SHOWN_S else ""

    def tell_typing(self, ticket_id: str) -> None:
        """The user is writing there; what, nobody is told."""
        if self._desk.is_online:
            with suppress(SupportError):
                self._client.tell_typing(ticket_id)

    def place(self, ticket_id: str) -> Place | None:
        """Which place a request has in the waiting line; None when nobody can say, and when it does not wait there."""
        if not self._desk.is_online:
            return None
        with suppress(SupportError):
            place = self._client.place(ticket_id)
            return place if place.rank else None
        return None
