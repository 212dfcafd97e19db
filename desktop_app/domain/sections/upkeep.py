"""What keeps the machine going: updates, services, what starts by itself."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class PendingUpdate:
    """An update that is offered and not installed."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    installed_version: str | None = fact(plain=True)
    security: bool | None = fact()


@entry
class Patch:
    """An update that was installed."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    before: str | None = fact(plain=True)
    installed_at: str | None = fact(unit="moment")


@entry
class FailedUpdate:
    """An update that could not be installed, and the code its installer gave."""

    name: str | None = fact(plain=True)
    code: str | None = fact(plain=True)
    message: str | None = fact()
    at: str | None = fact(unit="moment")


@entry
class UpdateRule:
    """Something that was decided about updates, by the organisation or the user."""

    name: str | None = fact(plain=True)
    value: str | None = fact(plain=True)


@entry
class Updates:
    """What updates wait, came, failed, and who decides. Pending ones are asked in the background: see `asked_at`."""

    pending_count: int | None = fact(volatile=True)
    security_count: int | None = fact(volatile=True)
    asked_at: str | None = fact(unit="moment", volatile=True)
    pending: tuple[PendingUpdate, ...] = items("name", volatile=True)
    checked_at: str | None = fact(unit="moment", volatile=True)
    installed_at: str | None = fact(unit="moment")
    automatic: bool | None = fact()
    server: str | None = fact(mask="host")
    paused_until: str | None = fact(unit="moment")
    deferred_days: int | None = fact()
    policy: tuple[UpdateRule, ...] = items("name")
    held: tuple[str, ...] = items(plain=True)
    half_installed: tuple[str, ...] = items()
    failed: tuple[FailedUpdate, ...] = items("name+at")
    patches: tuple[Patch, ...] = items("name+version+installed_at")


@entry
class Service:
    """A program that the system itself runs. `start`: whether by itself, on demand, or never."""

    name: str | None = fact()
    title: str | None = fact(plain=True)
    state: str | None = fact(plain=True)
    start: str | None = fact(plain=True)
    result: str | None = fact(plain=True)


@entry
class Autostart:
    """A program that starts when somebody signs in: its name, never its command."""

    name: str | None = fact()
    on: bool | None = fact()
    source: str | None = fact(plain=True)


@entry
class Task:
    """Something that is done at its time: its name, never its command."""

    name: str | None = fact()
    state: str | None = fact(plain=True)
    last_at: str | None = fact(unit="moment", volatile=True)
    next_at: str | None = fact(unit="moment", volatile=True)
    result: str | None = fact(plain=True)
    source: str | None = fact(plain=True)


@entry
class Services:
    """What runs in the background, what should and does not, what starts by itself."""

    state: str | None = fact(plain=True)
    total: int | None = fact(volatile=True)
    running: int | None = fact(volatile=True)
    failed: tuple[Service, ...] = items("name")
    services: tuple[Service, ...] = items("name", volatile=True)
    enabled: tuple[str, ...] = items()
    autostart: tuple[Autostart, ...] = items("name+source")
    tasks: tuple[Task, ...] = items("name+source")
