"""What the help desk says of itself: who is there, its telephone, what is known to be down, and what it has written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from uuid_utils import uuid7

from desktop_app.domain.errors import AccessWithdrawn, HelpdeskUnreachable, NotEnrolled, NotFound, SupportError
from desktop_app.services.actions import Kind, new_action
from desktop_app.services.articles import ArticleClient, Articles, ArticleStore
from desktop_app.services.drafts import DraftStore
from desktop_app.services.outbox import Outbox
from desktop_app.services.releases import Releases
from desktop_app.services.wordings import WordingClient, Wordings

if TYPE_CHECKING:
    from desktop_app.protocol.base import Word
    from desktop_app.protocol.desk import Availability, Incident, Organisation
    from desktop_app.protocol.releases import ReleaseFacts

    W = TypeVar("W", bound=Word)

_AVAILABILITY = "desk:availability"
_ORGANISATION = "desk:organisation"
_INCIDENTS = "desk:incidents"
_ENROLLED = "desk:enrolled"


@dataclass(frozen=True)
class DeskStatus:
    """The person card. What is not known is None or empty; it is the last known while `online` is False.

    `trouble` says why the help desk cannot be reached, for those who want to know; `release`: a newer version is out.
    """

    online: bool
    enrolled: bool
    organisation: Organisation | None
    availability: Availability | None
    telephone: str
    trouble: SupportError | None = None
    release: ReleaseFacts | None = None


class DeskClient(ArticleClient, WordingClient, Protocol):
    """What is asked of the help desk; each raises HelpdeskUnreachable, NotEnrolled, AccessWithdrawn."""

    def availability(self) -> Availability:
        """Who is there now."""

    def organisation(self) -> Organisation:
        """Names and telephone."""

    def incidents(self) -> list[Incident]:
        """What is known to be down."""

    @property
    def proxy_names(self) -> ProxyNames:
        """What a proxy is told when it asks who one is."""


class ProxyNames(Protocol):
    """Names and passwords of proxies."""

    def give(self, name: str, password: str) -> None:
        """For the proxy that asked. Raises KeyringUnavailable: they count until the program ends."""


class DeskStore(DraftStore, ArticleStore, Protocol):
    """What is needed of the disk."""


class Desk:
    """The last known truth about the help desk, and how to renew it."""

    def __init__(self, client: DeskClient, store: DeskStore, outbox: Outbox) -> None:
        self.articles = Articles(client, store, outbox)
        self.wordings = Wordings(client, store.notes)
        self.releases = Releases(client, store.notes)
        self._client = client
        self._notes = store.notes
        self._outbox = outbox
        self._online = False
        self._trouble: SupportError | None = None

    @property
    def is_online(self) -> bool:
        """Whether the help desk answered when it was last asked."""
        return self._online

    def status(self) -> DeskStatus:
        """What is known now; no network."""
        from desktop_app.protocol.desk import Availability, Organisation

        organisation = self._kept(_ORGANISATION, Organisation)
        return DeskStatus(
            online=self._online,
            enrolled=bool(self._notes.get(_ENROLLED)),
            organisation=organisation,
            availability=self._kept(_AVAILABILITY, Availability),
            telephone=organisation.telephone if organisation else "",
            trouble=self._trouble,
            release=self.releases.news(),
        )

    def refresh(self) -> DeskStatus:
        """Ask the help desk. Offline is no error here: `online` is False then, and the last known stays."""
        try:
            self._notes.put(_AVAILABILITY, self._client.availability().model_dump_json())
            self._notes.put(_ORGANISATION, self._client.organisation().model_dump_json())
            self._notes.put(_INCIDENTS, _listed(self._client.incidents()))
            self._notes.put(_ENROLLED, "yes")
        except (HelpdeskUnreachable, NotEnrolled, AccessWithdrawn) as error:
            self.lost(error)
        else:
            self._online, self._trouble = True, None
        return self.status()

    def name_at_proxy(self, name: str, password: str) -> None:
        """What the network's proxy asked for. Raises KeyringUnavailable: it counts until the program ends."""
        self._client.proxy_names.give(name, password)

    def lost(self, error: SupportError) -> None:
        """Somebody else found out that the help desk cannot be reached, and why."""
        self._online, self._trouble = False, error
        if isinstance(error, NotEnrolled | AccessWithdrawn):
            self._notes.drop(_ENROLLED)

    def incidents(self) -> list[Incident]:
        """What is known to be down, as last heard; no network."""
        from desktop_app.protocol.base import reader
        from desktop_app.protocol.desk import Incident

        try:
            return reader(list[Incident]).validate_json(self._notes.get(_INCIDENTS) or "[]")
        except ValueError:  # kept by another version of the program
            return []

    def subscribe(self, incident_id: str) -> None:
        """Ask to be told when it works again; durable when it returns, never needs a network. Raises NotFound."""
        known = self.incidents()
        wanted = next((incident for incident in known if incident.id == incident_id), None)
        if wanted is None:
            raise NotFound(name=incident_id)
        if wanted.subscribed:
            return
        label = next(iter(wanted.title.values()), "")
        told = [_subscribed(incident) if incident is wanted else incident for incident in known]
        with self._outbox.adding() as add:
            add(new_action(Kind.SUBSCRIBE, str(uuid7()), incident_id, label, "{}"))
            self._notes.put(_INCIDENTS, _listed(told))

    def _kept(self, name: str, kind: type[W]) -> W | None:
        text = self._notes.get(name)
        try:
            return kind.model_validate_json(text) if text else None
        except ValueError:  # kept by another version of the program
            return None


def _subscribed(incident: Incident) -> Incident:
    return incident.model_copy(update={"subscribed": True})


def _listed(incidents: list[Incident]) -> str:
    return "[" + ",".join(incident.model_dump_json() for incident in incidents) + "]"
