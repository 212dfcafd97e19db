"""Printers, installed software, running programs."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Printer:
    """A printer this machine knows."""

    name: str | None = fact()
    driver: str | None = fact(plain=True)
    connection: str | None = fact(mask="address")
    location: str | None = fact()
    state: str | None = fact(plain=True)
    reasons: tuple[str, ...] = items()
    accepts_jobs: bool | None = fact()
    default: bool | None = fact()
    shared: bool | None = fact()
    waiting: int | None = fact(volatile=True)


@entry
class PrintJob:
    """A document that waits to be printed."""

    id: int | None = fact()
    printer: str | None = fact()
    owner: str | None = fact(mask="user")
    document: str | None = fact(mask="document")
    size_bytes: int | None = fact(unit="bytes")
    state: str | None = fact(plain=True)
    reasons: tuple[str, ...] = items()
    since: str | None = fact(unit="moment")


@entry
class Printing:
    """Printers and what waits in front of them."""

    spooler: str | None = fact(plain=True)
    spooler_version: str | None = fact(plain=True)
    default_printer: str | None = fact()
    last_errors: tuple[str, ...] = items(volatile=True)
    printers: tuple[Printer, ...] = items("name")
    jobs: tuple[PrintJob, ...] = items("id", volatile=True)


@entry
class Package:
    """An installed program or library."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    vendor: str | None = fact(plain=True)
    source: str | None = fact(plain=True)
    architecture: str | None = fact(plain=True)
    installed_at: str | None = fact(unit="moment")


@entry
class DefaultProgram:
    """The program that opens one kind of file or link."""

    opens: str | None = fact(plain=True)
    program: str | None = fact(plain=True)


@entry
class Extension:
    """Something added to a browser."""

    name: str | None = fact(plain=True)
    browser: str | None = fact(plain=True)
    id: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    on: bool | None = fact()


@entry
class Software:
    """What is installed, and from where."""

    installed: int | None = fact(volatile=True)
    browsers: tuple[Package, ...] = items("name")
    extensions: tuple[Extension, ...] = items("browser+id")
    office: tuple[Package, ...] = items("name")
    runtimes: tuple[Package, ...] = items("name")
    defaults: tuple[DefaultProgram, ...] = items("opens")
    sources: tuple[str, ...] = items()
    packages: tuple[Package, ...] = items("name+architecture")


@entry
class Program:
    """A running program: its name, never its command line."""

    pid: int | None = fact(volatile=True)
    name: str | None = fact()
    owner: str | None = fact(mask="user")
    state: str | None = fact(plain=True)
    cpu_percent: float | None = fact(unit="%", volatile=True)
    cpu_average_percent: float | None = fact(unit="%", volatile=True)
    memory_bytes: int | None = fact(unit="bytes", volatile=True)
    threads: int | None = fact(volatile=True)
    running_s: int | None = fact(unit="s", volatile=True)


@entry
class Processes:
    """What runs now; names only."""

    count: int | None = fact(volatile=True)
    threads: int | None = fact(volatile=True)
    zombies: int | None = fact(volatile=True)
    waiting_for_disk: int | None = fact(volatile=True)
    open_files: int | None = fact(volatile=True)
    open_files_limit: int | None = fact()
    programs: tuple[Program, ...] = items("name", volatile=True)
    hung: tuple[Program, ...] = items("name", volatile=True)
