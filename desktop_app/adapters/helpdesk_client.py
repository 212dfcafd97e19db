"""The help desk's HTTP API, as the services ask for it. Heavy imports wait for the first request, on its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import local
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop_app.adapters.proxy_names import ProxyNames
from desktop_app.domain.errors import AccessWithdrawn, NotEnrolled, NotTheHelpdesk, RequestRefused
from desktop_app.services.actions import LINES, Action, Kind, Upload

if TYPE_CHECKING:
    from desktop_app.adapters.http.answer import Answer
    from desktop_app.adapters.http.exchange import Call, Exchange
    from desktop_app.protocol.articles import Article
    from desktop_app.protocol.desk import Availability, Incident, Organisation
    from desktop_app.protocol.devices import Enrolled, Enrolment
    from desktop_app.protocol.packs import Pack
    from desktop_app.protocol.tickets import Entry, Ticket
    from desktop_app.services.settings import Settings

T = TypeVar("T")
_NOT_FOUND, _NOT_MODIFIED = 404, 304
_LARGEST_LIST = 8 * 1024 * 1024
_LARGEST_PACKS = 40 * 1024 * 1024
_LONGEST_TAG = 200
_JSON = {"Content-Type": "application/json"}
_GONE_ON = 409
_MAY_BE_IN_VAIN = {Kind.FEEDBACK, Kind.COUNT, Kind.SHARED}
_WITHOUT_ANSWER = {Kind.SUBSCRIBE, Kind.RECORDED, *_MAY_BE_IN_VAIN}


class Tokens(Protocol):
    """Where the device's token comes from."""

    def token(self) -> str:
        """The token. Raises NotEnrolled, HelpdeskUnreachable."""

    def renew(self, refused: str) -> str:
        """The help desk refused that token: another one, or nothing."""


class HelpdeskClient:
    """One help desk, asked from any thread. Every method raises HelpdeskUnreachable (or a kind of it) and NotEnrolled.

    `clock_offset_s` is how far this computer's clock was ahead at the last answer; None before the first.
    `system_proxy`: which proxy the system names for an address (a PAC file is asked each time), or nothing; set where
    the window system runs, may block, and is asked on the thread of the request.
    `proxy_names`: what a proxy is told when it asks who one is.
    `machine`: what this machine is made of, or nothing; may block the first time.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._tokens: Tokens | None = None
        self._own = local()
        self.clock_offset_s: float | None = None
        self.system_proxy: Callable[[str], str] = lambda _: ""
        self.machine: Callable[[], str] = lambda: ""
        self.proxy_names = ProxyNames()

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

        return _get(self, "availability", Availability)

    def organisation(self) -> Organisation:
        """Names and telephone."""
        from desktop_app.protocol.desk import Organisation

        return _get(self, "organisation", Organisation)

    def incidents(self) -> list[Incident]:
        """What is known to be down."""
        from desktop_app.protocol.desk import Incident

        return _get(self, "incidents", list[Incident])

    def articles(self, tag: str) -> tuple[str, list[Article]] | None:
        """Another list than the one of `tag`, with its own tag; None when there is no other. At most 8 MB."""
        from desktop_app.protocol.articles import ArticleList

        return self.newer("articles", ArticleList, tag, _LARGEST_LIST)

    def packs(self, tag: str) -> tuple[str, list[Pack]] | None:
        """Other packs than those of `tag`, with their own tag; None when there are no others. At most 40 MB."""
        from desktop_app.protocol.packs import Pack

        return self.newer("packs", list[Pack], tag, _LARGEST_PACKS)

    def tickets(self) -> list[Ticket]:
        """All tickets of this user."""
        from desktop_app.protocol.tickets import Ticket

        return _get(self, "tickets", list[Ticket])

    def entries(self, ticket_id: str, after: int) -> list[Entry]:
        """The lines of a conversation after a sequence number."""
        from desktop_app.protocol.tickets import Entry

        return _get(self, f"tickets/{ticket_id}/entries", list[Entry], {"after": str(after)})

    def attachment(self, attachment_id: str) -> bytes:
        """The bytes of a file."""
        return self.ask("GET", f"attachments/{attachment_id}").content

    def mark_read(self, ticket_id: str, seq: int) -> None:
        """Say what was on the user's screen; of a request that is kept no longer nobody wants to hear it."""
        try:
            self.ask("POST", f"tickets/{ticket_id}/read", b'{"seq":%d}' % seq)
        except RequestRefused as error:
            if error.facts.get("status") != _NOT_FOUND:
                raise

    def upload(self, upload: Upload, content: bytes, told: Callable[[int], None]) -> None:
        """Hand over a file; a second time with one id changes nothing, and goes on where the first was cut."""
        from desktop_app.adapters.uploads import bring
        from desktop_app.protocol.tickets import Attachment

        answer = bring(self, upload, content, told)
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
            Kind.ANSWER: f"tickets/{action.ticket_id}/answers",
            Kind.OPINION: f"tickets/{action.ticket_id}/opinion",
            Kind.CALL_BACK: f"tickets/{action.ticket_id}/call-back",
            Kind.COUNT: "fix-counts",
            Kind.SHARED: f"tickets/{action.ticket_id}/sharings/{action.id}/ended",
            Kind.RECORDED: f"tickets/{action.ticket_id}/recordings",
        }
        try:
            method = "PUT" if action.kind is Kind.SHARED else "POST"
            answer = self.ask(method, paths[action.kind], action.body.encode())
        except RequestRefused as error:
            if action.kind in _MAY_BE_IN_VAIN and error.facts.get("status") in {_NOT_FOUND, _GONE_ON}:
                return "{}"  # withdrawn meanwhile, told already, or the help desk is too old to know it
            raise
        if action.kind in _WITHOUT_ANSWER:
            return "{}"
        host = self.exchange().host
        is_line = action.kind in LINES
        word = _word(answer, Entry, host) if is_line else _word(answer, Ticket, host)
        if word.id != (action.id if is_line else action.ticket_id):
            raise NotTheHelpdesk(host=host)
        return word.model_dump_json()

    def find(self, action: Action) -> str | None:
        """What the help desk has of it already; None when nothing, and where repeating changes nothing anyhow."""
        from desktop_app.protocol.tickets import Ticket

        try:
            if action.kind is Kind.CREATE:
                return _get(self, f"tickets/{action.ticket_id}", Ticket).model_dump_json()
            if action.kind in LINES:
                known = (entry for entry in self.entries(action.ticket_id, 0) if entry.id == action.id)
                return next((entry.model_dump_json() for entry in known), None)
        except RequestRefused as error:
            if error.facts.get("status") != _NOT_FOUND:
                raise
        return None

    def exchange(self) -> Exchange:
        """This thread's connections to the help desk that the settings name now. Raises NotEnrolled without one."""
        wanted = _wanted(self, self._settings)
        if getattr(self._own, "made_for", None) != wanted:
            self._own.exchange, self._own.made_for = _connections(self.proxy_names, *wanted), wanted
        kept: Exchange = self._own.exchange
        return kept

    def new_exchange(self) -> Exchange:
        """Connections apart from all others. Raises NotEnrolled when no help desk is named."""
        return _connections(self.proxy_names, *_wanted(self, self._settings))

    def signed(self) -> tuple[str, Tokens]:
        """The token and where it came from. Raises NotEnrolled."""
        if self._tokens is None:
            raise NotEnrolled
        return self._tokens.token(), self._tokens

    def newer(self, path: str, kind: type[T], tag: str, most_bytes: int) -> tuple[str, T] | None:
        """Another list than the one of `tag`, with its own tag; None when there is no other."""
        answer = self.ask("GET", path, headers={"If-None-Match": tag} if tag else None)
        if answer.status == _NOT_MODIFIED:
            return None
        host = self.exchange().host
        if len(answer.content) > most_bytes:
            raise NotTheHelpdesk(host=host)
        return answer.headers.get("etag", "")[:_LONGEST_TAG], _word(answer, kind, host)

    def ask(
        self,
        method: str,
        path: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to one request, signed. Raises what a refusal stands for."""
        from desktop_app.adapters.http.exchange import Call
        from desktop_app.adapters.http.verdicts import clock_offset_s, refusal

        if headers is None:
            headers = {} if content is None else _JSON
        call = Call(method, path, content, headers, query or {})
        exchange = self.exchange()
        answer = _signed_ask(self, exchange, call)
        if answer.is_refusal:
            raise refusal(answer, exchange.host)
        self.clock_offset_s = clock_offset_s(answer)
        return answer


def elsewhere(client: HelpdeskClient, settings: Settings, url: str) -> Exchange:
    """Connections to another server, by the same way out and believing the same; this machine is not named."""
    ca_file = str(settings.value("helpdesk.ca_file"))
    return _connections(client.proxy_names, url, ca_file, client.system_proxy(url), "")


def _wanted(client: HelpdeskClient, settings: Settings) -> tuple[str, str, str, str]:
    """Address, certificate file, proxy and machine. Raises NotEnrolled."""
    url = str(settings.value("helpdesk.url"))
    if not url:
        raise NotEnrolled
    return url, str(settings.value("helpdesk.ca_file")), client.system_proxy(url), client.machine()


def _connections(names: ProxyNames, url: str, ca_file: str, proxy: str, machine: str) -> Exchange:
    from desktop_app.adapters.http.exchange import Exchange

    return Exchange(url, ca_file, proxy, machine, names)


def _get(client: HelpdeskClient, path: str, kind: type[T], query: Mapping[str, str] | None = None) -> T:
    return _word(client.ask("GET", path, query=query), kind, client.exchange().host)


def _signed_ask(client: HelpdeskClient, exchange: Exchange, call: Call) -> Answer:
    """Asked once more with a new token when the old one is not known any more."""
    from desktop_app.adapters.http.verdicts import refusal

    token, tokens = client.signed()
    answer = exchange.ask(call, token)
    if answer.is_refusal and isinstance(refusal(answer, exchange.host), AccessWithdrawn):
        fresh = tokens.renew(token)
        return exchange.ask(call, fresh) if fresh else answer
    return answer


def _word(answer: Answer, kind: type[T], host: str) -> T:
    from desktop_app.adapters.http.verdicts import read
    from desktop_app.protocol.base import reader

    return read(answer, reader(kind), host)
