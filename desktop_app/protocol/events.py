"""`GET /api/v1/events`: says *that* something is new; the REST resources say what.

As `text/event-stream`: `id:` is `seq`, `data:` the JSON of `Event`; a comment line every 15 s is the heartbeat;
`Last-Event-ID` resumes. With `Accept: application/json` it is a long poll:
`?after=<seq>&wait=<seconds, at most 25>` answers `Events`. A client whose `after` is too old
(or from another server's life) gets one event of topic `everything`.

What is ephemeral has `seq` 0 and no `id:`: `typing` (`name` writes just now; what, nobody is told) and `read` (the
other side has seen the request). It reaches who listens at that moment, is kept nowhere and never comes again.
"""

from desktop_app.protocol.base import Id, Word


class Event(Word):
    """`topic` changed; `ticket_id` says which one when it is about a request. `seq` 0 is ephemeral.

    Topics: `ticket`, `availability`, `incidents`, `organisation`, `articles`, `sharing`, `typing`, `read`,
    `everything`; a newer help desk may have others, which change nothing that is known here.
    """

    seq: int
    topic: str
    ticket_id: Id | None = None
    name: str = ""


class Events(Word):
    """The answer of a long poll."""

    events: list[Event]
    last_seq: int
