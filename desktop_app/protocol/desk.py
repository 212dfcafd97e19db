"""What the help desk says of itself: who is there, when it opens, what is down."""

from typing import Literal

from pydantic import Field

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


class Opening(Word):
    """Somebody answers from `start` to `end`."""

    start: Moment
    end: Moment


class Organisation(Word):
    """`GET /api/v1/organisation`: the names that people know their help desk by.

    `openings`: when somebody can call back, the next seven days.
    """

    name: str
    desk_name: dict[Language, str]
    telephone: str = ""
    openings: list[Opening] = Field(default_factory=list)


class IncidentLink(Word):
    """Something useful to do meanwhile."""

    label: dict[Language, str]
    url: str


class Incident(Word):
    """`GET /api/v1/incidents`: a known incident; every text in the languages the technicians wrote.

    `fixes` are guided fixes by id, or their checks by name, that find something wrong while it lasts: a desktop whose
    check does so says that it is known, and proposes no repair.
    """

    id: Id
    title: dict[Language, str]
    text: dict[Language, str]
    since: Moment
    link: IncidentLink | None = None
    subscribed: bool = False
    fixes: list[str] = Field(default_factory=list)
