"""The help desk's HTTP API for what is told in passing: the waiting line, and who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.protocol.tickets import Place


class PresenceClient:
    """Every method raises HelpdeskUnreachable (or a kind of it), NotEnrolled, RequestRefused."""

    def __init__(self, client: HelpdeskClient) -> None:
        self._client = client

    def place(self, ticket_id: str) -> Place:
        """Which place a request has in the waiting line."""
        from desktop_app.adapters.http.verdicts import read
        from desktop_app.protocol.base import reader
        from desktop_app.protocol.tickets import Place

        answer = self._client.ask("GET", f"tickets/{ticket_id}/place")
        return read(answer, reader(Place), self._client.exchange().host)

    def tell_typing(self, ticket_id: str) -> None:
        """The user is writing."""
        self._client.ask("POST", f"tickets/{ticket_id}/typing", b"{}")
