"""`GET /api/v1/events`: says *that* something is new; the REST resources say what.

As `text/event-stream`: `id:` is `seq`, `data:` the JSON of `Event`; a comment line every 15 s is the heartbeat;
`Last-Event-ID` resumes. With `Accept: application/json` it is a long poll:
`?after=<seq>&wait=<seconds, at most 25>` answers `Events`. A client whose `after` is too old
(or from another server's life) gets one event of topic `everything`.
"""

from typing import Literal

from desktop_app.protocol.base import Id, Word

Topic = Literal["ticket", "availability", "incidents", "organisation", "articles", "everything"]


class Event(Word):
    """`topic` changed; `ticket_id` says which one when the topic is `ticket`. `seq` 0 is ephemeral."""

    seq: int
    topic: Topic
    ticket_id: Id | None = None


class Events(Word):
    """The answer of a long poll."""

    events: list[Event]
    last_seq: int
