"""The help desk's HTTP API for who sits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.adapters.helpdesk_client import HelpdeskClient
    from desktop_app.protocol.identity import Proven


class IdentityClient:
    """Every method raises HelpdeskUnreachable (or a kind of it), NotEnrolled, RequestRefused."""

    def __init__(self, client: HelpdeskClient) -> None:
        self._client = client

    def prove(self, id_token: str, proof: str) -> Proven:
        """Pass the issuer's word on; what the help desk believes now."""
        from desktop_app.adapters.http.verdicts import read
        from desktop_app.protocol.base import reader
        from desktop_app.protocol.identity import Proof, Proven

        word = Proof(id_token=id_token, proof=proof)
        answer = self._client.ask("POST", "identity", word.model_dump_json().encode())
        return read(answer, reader(Proven), self._client.exchange().host)

    def leave(self) -> None:
        """They have signed out."""
        self._client.ask("DELETE", "identity")
