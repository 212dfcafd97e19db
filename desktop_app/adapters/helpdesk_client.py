"""The help desk's HTTP API, as the services ask for it. Heavy imports wait for the first request, on its thread."""

from __future__ import annotations

from collections.abc import Mapping
from threading import local
from typing import TYPE_CHECKING, Protocol, TypeVar
from urllib.parse import quote

from desktop_app.domain.errors import AccessWithdrawn, NotEnrolled, NotTheHelpdesk, RequestRefused
from desktop_app.services.actions import Action, Kind, Upload

if TYPE_CHECKING:
    from desktop_app.adapters.http.answer import Answer
    from desktop_app.adapters.http.exchange import Call, Exchange
    from desktop_app.protocol.articles import Article
    from desktop_app.protocol.desk import Availability, Incident, Organisation
    from desktop_app.protocol.devices import Enrolled, Enrolment
    from desktop_app.protocol.tickets import Entry, Ticket
    from desktop_app.services.settings import Settings

T = TypeVar("T")
_NOT_FOUND, _NOT_MODIFIED = 404, 304
_LARGEST_LIST = 8 * 1024 * 1024
_LONGEST_TAG = 200
_JSON = {"Content-Type": "application/json"}


class Tokens(Protocol):
    """Where the device's token comes from."""

    def token(self) -> str:
        """The token. Raises NotEnrolled, HelpdeskUnreachable."""

    def renew(self, refused: str) -> str:
        """The help desk refused that token: another one, or nothing."""


class HelpdeskClient:
    """One help desk, asked from any thread. Every method raises HelpdeskUnreachable (or a kind of it) and NotEnrolled.

    `clock_offset_s` is how far this computer's clock was ahead at the last answer; None before the first.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._tokens: Tokens | None = None
        self._own = local()
        self.clock_offset_s: float | None = None

    def use_tokens(self, tokens: Tokens) -> None:
        """From now on requests are signed with what `tokens` gives."""
        self._tokens = tokens

    def enrol(self, enrolment: Enrolment, key: str) -> Enrolled:
        """Join with an enrolment key. Raises RequestRefused when the key is not good any more."""
        from desktop_app.adapters.http.exchange import Call
        from desktop_app.adapters.http.verdicts import refusal
        from desktop_app.protocol.devices import Enrolled

        exchange = self.exchange()
        answer = exchange.ask(Call("POST", "enrol", enrolment.model_dump_json().encode(), _JSON), key)
        if answer.is_refusal:
            raise refusal(answer, exchange.host)
        return _word(answer, Enrolled, exchange.host)

    def availability(self) -> Availability:
        """Who is there now."""
        from desktop_app.protocol.desk import Availability

        return self._get("availability", Availability)

    def organisation(self) -> Organisation:
        """Names and telephone."""
        from desktop_app.protocol.desk import Organisation

        return self._get("organisation", Organisation)

    def incidents(self) -> list[Incident]:
        """What is known to be down."""
        from desktop_app.protocol.desk import Incident

        return self._get("incidents", list[Incident])

    def articles(self, tag: str) -> tuple[str, list[Article]] | None:
        """Another list than the one of `tag`, with its own tag; None when there is no other. At most 8 MB."""
        from desktop_app.protocol.articles import ArticleList

        answer = self._ask("GET", "articles", headers={"If-None-Match": tag} if tag else None)
        if answer.status == _NOT_MODIFIED:
            return None
        host = self.exchange().host
        if len(answer.content) > _LARGEST_LIST:
            raise NotTheHelpdesk(host=host)
        return answer.headers.get("etag", "")[:_LONGEST_TAG], _word(answer, ArticleList, host)

    def tickets(self) -> list[Ticket]:
        """All tickets of this user."""
        from desktop_app.protocol.tickets import Ticket

        return self._get("tickets", list[Ticket])

    def entries(self, ticket_id: str, after: int) -> list[Entry]:
        """The lines of a conversation after a sequence number."""
        from desktop_app.protocol.tickets import Entry

        return self._get(f"tickets/{ticket_id}/entries", list[Entry], {"after": str(after)})

    def attachment(self, attachment_id: str) -> bytes:
        """The bytes of a file."""
        return self._ask("GET", f"attachments/{attachment_id}").content

    def mark_read(self, ticket_id: str, seq: int) -> None:
        """Say what was on the user's screen."""
        self._ask("POST", f"tickets/{ticket_id}/read", b'{"seq":%d}' % seq)

    def upload(self, upload: Upload, content: bytes) -> None:
        """Hand over a file; a second time with one id changes nothing."""
        from desktop_app.protocol.tickets import Attachment

        query = {"filename": upload.filename, "kind": upload.kind}
        answer = self._ask(
            "PUT", f"attachments/{quote(upload.id)}", content, {"Content-Type": upload.media_type}, query
        )
        host = self.exchange().host
        if _word(answer, Attachment, host).id != upload.id:
            raise NotTheHelpdesk(host=host)

    def perform(self, action: Action) -> str:
        """Send an action; the JSON of the answer, checked to be about that action."""
        from desktop_app.protocol.tickets import Entry, Ticket

        paths = {
            Kind.CREATE: "tickets",
            Kind.REPLY: f"tickets/{action.ticket_id}/entries",
            Kind.STATUS: f"tickets/{action.ticket_id}/status",
            Kind.SUBSCRIBE: f"incidents/{action.ticket_id}/subscribe",
            Kind.FEEDBACK: f"articles/{action.ticket_id}/feedback",
        }
        try:
            answer = self._ask("POST", paths[action.kind], action.body.encode())
        except RequestRefused as error:
            if action.kind is Kind.FEEDBACK and error.facts.get("status") == _NOT_FOUND:
                return "{}"  # the article was withdrawn meanwhile: there is nothing left to have an opinion of
            raise
        if action.kind in {Kind.SUBSCRIBE, Kind.FEEDBACK}:
            return "{}"
        host = self.exchange().host
        word = _word(answer, Entry, host) if action.kind is Kind.REPLY else _word(answer, Ticket, host)
        if word.id != (action.id if action.kind is Kind.REPLY else action.ticket_id):
            raise NotTheHelpdesk(host=host)
        return word.model_dump_json()

    def find(self, action: Action) -> str | None:
        """What the help desk has of it already; None when nothing, and where repeating changes nothing anyhow."""
        from desktop_app.protocol.tickets import Ticket

        try:
            if action.kind is Kind.CREATE:
                return self._get(f"tickets/{action.ticket_id}", Ticket).model_dump_json()
            if action.kind is Kind.REPLY:
                known = (entry for entry in self.entries(action.ticket_id, 0) if entry.id == action.id)
                return next((entry.model_dump_json() for entry in known), None)
        except RequestRefused as error:
            if error.facts.get("status") != _NOT_FOUND:
                raise
        return None

    def exchange(self) -> Exchange:
        """This thread's connections to the help desk that the settings name now. Raises NotEnrolled without one."""
        wanted = self._settings.value("helpdesk.url"), self._settings.value("helpdesk.ca_file")
        if getattr(self._own, "made_for", None) != wanted:
            self._own.exchange, self._own.made_for = self.new_exchange(), wanted
        kept: Exchange = self._own.exchange
        return kept

    def new_exchange(self) -> Exchange:
        """Connections apart from all others. Raises NotEnrolled when no help desk is named."""
        from desktop_app.adapters.http.exchange import Exchange

        url = self._settings.value("helpdesk.url")
        if not url:
            raise NotEnrolled
        return Exchange(url, self._settings.value("helpdesk.ca_file"))

    def signed(self) -> tuple[str, Tokens]:
        """The token and where it came from. Raises NotEnrolled."""
        if self._tokens is None:
            raise NotEnrolled
        return self._tokens.token(), self._tokens

    def _get(self, path: str, kind: type[T], query: Mapping[str, str] | None = None) -> T:
        return _word(self._ask("GET", path, query=query), kind, self.exchange().host)

    def _ask(
        self,
        method: str,
        path: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Answer:
        from desktop_app.adapters.http.exchange import Call
        from desktop_app.adapters.http.verdicts import clock_offset_s, refusal

        if headers is None:
            headers = {} if content is None else _JSON
        call = Call(method, path, content, headers, query or {})
        exchange = self.exchange()
        answer = self._signed_ask(exchange, call)
        if answer.is_refusal:
            raise refusal(answer, exchange.host)
        self.clock_offset_s = clock_offset_s(answer)
        return answer

    def _signed_ask(self, exchange: Exchange, call: Call) -> Answer:
        """Asked once more with a new token when the old one is not known any more."""
        from desktop_app.adapters.http.verdicts import refusal

        token, tokens = self.signed()
        answer = exchange.ask(call, token)
        if answer.is_refusal and isinstance(refusal(answer, exchange.host), AccessWithdrawn):
            fresh = tokens.renew(token)
            return exchange.ask(call, fresh) if fresh else answer
        return answer


def _word(answer: Answer, kind: type[T], host: str) -> T:
    from pydantic import TypeAdapter

    from desktop_app.adapters.http.verdicts import read

    return read(answer, TypeAdapter(kind), host)
