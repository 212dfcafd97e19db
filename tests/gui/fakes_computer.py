"""The same computer every time, for reports that can be compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop_app.domain.errors import IssuerSilent, SupportError
from desktop_app.domain.identity import Asks, Verified
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot
from desktop_app.services.enrolment import Who
from desktop_app.services.identity import SignIn
from desktop_app.services.snapshots import Snapshots
from desktop_app.services.unclaimed import Unclaimed
from tests.gui.fakes_printer import FakeSettings

CAMILLE = Verified(
    "Camille Martin", "camille.martin@valclair.invalid", "la mairie", datetime.now(UTC) + timedelta(days=7)
)
ENDED = replace(CAMILLE, until=datetime.now(UTC) - timedelta(days=1))
SECTIONS: dict[str, dict[str, Any]] = {
    "os": {"name": "Debian GNU/Linux", "version": "12", "computer_name": "PC-CAMILLE"},
    "hardware": {"maker": "Lenovo", "model": "ThinkPad T14", "serial": "PF3XK9QZ"},
    "network": {"host_name": "PC-CAMILLE"},
    "printing": {
        "default_printer": "Accueil, 2e étage",
        "printers": [
            {
                "name": "Accueil, 2e étage",
                "driver": "PCL 6 universel, 7.1.0",
                "connection": "ipp://10.4.7.31/ipp/print",
                "waiting": 2,
            }
        ],
        "jobs": [
            {"id": 41, "owner": "camille.dubois", "document": "Rapport-mars.docx", "size_bytes": 482_113},
            {"id": 42, "owner": "camille.dubois", "document": "Planning.xlsx", "size_bytes": 88_204},
        ],
    },
    "processes": {"count": 212},
}


@dataclass
class FakeCollectors:
    """The same computer every time; `packages` more programs than it has."""

    packages: int = 0
    qt_facts: Any = field(default_factory=dict)

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        table = dict(SECTIONS)
        if self.packages:
            listed = [{"name": f"package {place}", "version": f"{place}.0"} for place in range(self.packages)]
            table["software"] = {"packages": listed}
        return {name: Section(name, SectionStatus.OK, 1.0, table[name]) for name in sections if name in table}


class FakeNumbering(CountingFromOne):
    """Pseudonyms that are not written anywhere."""

    warning = None

    def keep(self) -> None:
        pass


@dataclass
class FakeDays:
    """Small reports of past days, in memory."""

    kept: dict[date, Snapshot] = field(default_factory=dict)

    def keep(self, snapshot: Snapshot) -> None:
        self.kept.setdefault(snapshot.taken_at.date(), snapshot)

    def days(self) -> list[date]:
        return sorted(self.kept, reverse=True)

    def of_day(self, day: date) -> Snapshot | None:
        return self.kept.get(day)


def earlier_days() -> FakeDays:
    """Two days ago another driver and another printer; a week ago an older system too."""
    early = {name: dict(section) for name, section in SECTIONS.items() if name != "processes"}
    old = {"name": "Accueil, 2e étage", "driver": "PCL 6 universel, 7.0.3", "waiting": 0}
    early["printing"] = {"printers": [old, {"name": "Mairie, couleur", "driver": "PostScript"}]}
    early["storage"] = {"disks": [{"name": "sda", "health": "ok"}]}
    older = {**early, "os": {"name": "Debian GNU/Linux", "version": "11"}}
    days = FakeDays()
    for ago, data in ((2, early), (7, older)):
        moment = datetime.now(UTC) - timedelta(days=ago)
        found = {name: Section(name, SectionStatus.OK, 1.0, fields) for name, fields in data.items()}
        days.keep(Snapshot(moment, found))
    return days


def snapshots(settings: FakeSettings, packages: int = 0, days: FakeDays | None = None) -> Snapshots:
    """The true service on a fake computer that knows its user, its name and its address."""
    known = KnownValues(users=("camille.dubois",), hosts=("PC-CAMILLE",), ips=("10.4.7.31",))
    return Snapshots(FakeCollectors(packages), FakeNumbering(), lambda: known, settings, days)


@dataclass
class FakeEnrolment:
    """Who sits there."""

    is_confirmed: bool = True
    name: str = "Camille Martin"
    email: str = "camille.martin@valclair.invalid"

    def who(self) -> Who:
        return Who(self.name, self.email, self.is_confirmed)

    def confirm(self, name: str, email: str) -> Who:
        self.name, self.email, self.is_confirmed = name, email, True
        return self.who()


@dataclass
class FakeIdentity:
    """An issuer that says yes, or what `error` says; `wait` is called while the browser is open."""

    known: SignIn = field(default_factory=lambda: SignIn(Asks.OFFERED))
    error: SupportError | None = None
    wait: Callable[[], object] = lambda: None
    is_cancelled: bool = False

    def state(self) -> SignIn:
        return self.known

    def begin(self) -> str:
        if isinstance(self.error, IssuerSilent):
            raise self.error
        return "https://id.valclair.example/authorize"

    def finish(self) -> SignIn:
        self.wait()
        if self.error is not None:
            raise self.error
        self.known = SignIn(self.known.asks, CAMILLE)
        return self.known

    def cancel(self) -> None:
        self.is_cancelled = True

    def put_off(self) -> SignIn:
        self.known = replace(self.known, is_put_off=True)
        return self.known

    def sign_out(self) -> SignIn:
        if self.error is not None:
            raise self.error
        self.known = SignIn(self.known.asks)
        return self.known


@dataclass
class FakeUnclaimed:
    """What was written before somebody signed in; nothing leaves from here."""

    held: list[Unclaimed] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)

    def waiting(self) -> list[Unclaimed]:
        return list(self.held)

    def claim(self, one: str) -> None:
        self.claimed.append(one)
        self.delete(one)

    def leave(self, one: str) -> None:
        self.held = [replace(each, is_left=True) if each.id == one else each for each in self.held]

    def delete(self, one: str) -> None:
        self.held = [each for each in self.held if each.id != one]
