"""The same computer every time, for reports that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot
from desktop_app.services.snapshots import Snapshots
from tests.gui.fakes_printer import FakeSettings

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
