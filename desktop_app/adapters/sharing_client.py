"""The help desk's HTTP API for a shared screen: `protocol.sharing` has the words, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.sharing import Answer, Ready, Sharing

T = TypeVar("T")


class SharingClient:
    """Every method raises HelpdeskUnreachable (or a kind of it), NotEnrolled, RequestRefused."""

    def __init__(self, client: HelpdeskClient) -> None:
        self._client = client

    def underway(self) -> list[Sharing]:
        """Those of this user that are not over."""
        from desktop_app.protocol.sharing import Sharings

        return self._get("sharings", Sharings).items

    def one(self, ticket_id: str, sharing_id: str) -> Sharing:
        """How one stands."""
        from desktop_app.protocol.sharing import Sharing

        return self._get(f"tickets/{ticket_id}/sharings/{sharing_id}", Sharing)

    def ready(self, of: Sharing, ready: Ready) -> None:
        """This desktop shows the question."""
        self._put(of, "ready", ready)

    def answer(self, of: Sharing, answer: Answer) -> None:
        """The user said yes."""
        self._put(of, "answer", answer)

    def _put(self, of: Sharing, step: str, word: Word) -> None:
        self._client.ask("PUT", f"tickets/{of.ticket_id}/sharings/{of.id}/{step}", word.model_dump_json().encode())

    def _get(self, path: str, kind: type[T]) -> T:
        from desktop_app.adapters.http.verdicts import read
        from desktop_app.protocol.base import reader

        return read(self._client.ask("GET", path), reader(kind), self._client.exchange().host)
