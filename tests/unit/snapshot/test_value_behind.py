"""What a stand-in of an earlier report stands for: this computer knows, and gives what is personal, never a secret."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.span import MARK, SECRET
from desktop_app.domain.snapshot import Section, Snapshot
from desktop_app.services.snapshots import Snapshots
from tests.unit.snapshot.made import NothingOff, Numbers, build

OWNED = {"jobs": [{"id": 7, "printer": "Accueil", "owner": "lmoreau", "document": "B token=f00dfeedf00dfeed42.odt"}]}
ARGUMENTS = "quiet host=poste-9 token=f00dfeedf00dfeed42 x"


class Machine:
    """What it is now; `before` is what it was yesterday."""

    def __init__(self, now: Snapshot, before: Snapshot | None = None) -> None:
        self.qt_facts: Any = {}
        self._now, self._before = now, before

    def collect(self, sections: Any, deadline_s: float) -> dict[str, Section]:
        return dict(self._now.sections)

    def keep(self, snapshot: Snapshot) -> None:
        pass

    def days(self) -> list[date]:
        return [(datetime.now(UTC) - timedelta(days=1)).date()] if self._before else []

    def of_day(self, day: date) -> Snapshot | None:
        return self._before


def service(now: Snapshot, before: Snapshot | None = None) -> Snapshots:
    machine = Machine(now, before)
    known = KnownValues(users=("lmoreau",), hosts=("poste-9",))
    return Snapshots(machine, Numbers(), lambda: known, NothingOff(), machine)


def stand_ins(snapshots: Snapshots) -> dict[str, str]:
    """Every stand-in of the report, with its kind."""
    payload = snapshots.review(snapshots.take()).payload().decode()
    return {found[0]: found[0].rpartition("-")[0] for found in MARK.finditer(payload)}


def test_each_stand_in_but_secrets() -> None:
    snapshots = service(build(os={"boot_arguments": ARGUMENTS}, printing=OWNED))
    found = {kind: snapshots.value_behind(name) for name, kind in stand_ins(snapshots).items()}
    assert found["user"] == "lmoreau"
    assert found["host"] == "poste-9"
    assert found[SECRET] is None
    assert "f00dfeed" not in str(found), "no secret inside the name of a document either"


def test_of_an_earlier_day() -> None:
    then, now = build(printing=OWNED), build(os={"name": "Debian"})
    snapshots = service(now, then)
    (name,) = [name for name, kind in stand_ins(service(then)).items() if kind == "user"]
    assert snapshots.value_behind(name) == "lmoreau"


def test_what_it_does_not_know() -> None:
    assert service(build(os={"name": "Debian"})).value_behind("user-77") is None
    assert service(build(os={"name": "user-77"})).value_behind("user-77") is None, "a text that looks like a stand-in"
