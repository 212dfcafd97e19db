"""What the help desk says of itself: who is there, when it opens, what is down."""

from typing import Literal

from desktop_app.domain.words import Language
from desktop_app.protocol.base import Id, Moment, Word


class Availability(Word):
    """`GET /api/v1/availability`: the truth for the person card.

    `wait_minutes` comes from real answers of the last days; None when there are too few to say.
    """

    state: Literal["available", "busy", "closed"]
    people: int = 0
    wait_minutes: int | None = None
    opens_at: Moment | None = None


class Organisation(Word):
    """`GET /api/v1/organisation`: the names that people know their help desk by."""

    name: str
    desk_name: dict[Language, str]
    telephone: str = ""


class IncidentLink(Word):
    """Something useful to do meanwhile."""

    label: dict[Language, str]
    url: str


class Incident(Word):
    """`GET /api/v1/incidents`: a known incident; every text in the languages the technicians wrote."""

    id: Id
    title: dict[Language, str]
    text: dict[Language, str]
    since: Moment
    link: IncidentLink | None = None
    subscribed: bool = False
