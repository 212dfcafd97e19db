"""What the system wrote down: errors, crashes, sudden stops. Lines are counted and shortened, never copied whole."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Record:
    """Lines that say the same: who wrote them, how grave, how many, the last one shortened."""

    source: str | None = fact()
    level: str | None = fact(plain=True)
    code: str | None = fact(plain=True)
    count: int | None = fact(volatile=True)
    last_at: str | None = fact(unit="moment", volatile=True)
    message: str | None = fact()


@entry
class Crash:
    """A program that ended by its own fault. `cause`: the signal or the fault's code."""

    program: str | None = fact()
    version: str | None = fact(plain=True)
    cause: str | None = fact(plain=True)
    module: str | None = fact(plain=True)
    count: int | None = fact()
    last_at: str | None = fact(unit="moment")


@entry
class Stop:
    """The whole machine stopped by itself: a blue screen, a kernel panic."""

    kind: str | None = fact(plain=True)
    code: str | None = fact(plain=True)
    at: str | None = fact(unit="moment")


@entry
class Milestone:
    """A day's mark in the history of reliability: 10 is best."""

    at: str | None = fact(unit="moment")
    index: float | None = fact()


@entry
class Logs:
    """The last 24 hours of errors; crashes and stops of the last 30 days.

    `scope`: `all messages`, or `own messages` when this account sees no others.
    """

    scope: str | None = fact(plain=True)
    since: str | None = fact(unit="moment", volatile=True)
    errors_count: int | None = fact(volatile=True)
    errors: tuple[Record, ...] = items("source+message", volatile=True)
    kernel: tuple[Record, ...] = items("source+message", volatile=True)
    crashes: tuple[Crash, ...] = items("program+cause")
    stops: tuple[Stop, ...] = items("kind+at")
    reliability: tuple[Milestone, ...] = items("at", volatile=True)
    own_log_bytes: int | None = fact(unit="bytes", volatile=True)
    own_log_errors: int | None = fact(volatile=True)
