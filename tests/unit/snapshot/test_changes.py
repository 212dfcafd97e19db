"""What changed since it worked, in words, masked as the report is, the likeliest cause first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from desktop_app.adapters.collectors.history import DailyFiles
from desktop_app.domain.diff import MOST_OF_A_KIND
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.snapshot import Section, Snapshot
from desktop_app.services.changes import section_about, since
from desktop_app.services.snapshots import Snapshots
from tests.unit.snapshot.made import NothingOff, Numbers, build

TODAY = datetime(2026, 3, 21, 12, 0, tzinfo=UTC)
KNOWN = KnownValues(users=("camille.dubois",), hosts=("PC-CAMILLE",), ips=("10.4.7.31",))


@pytest.fixture(autouse=True)
def _one_day() -> Iterator[None]:
    """No midnight comes between a test and its days."""
    with time_machine.travel(TODAY, tick=True):
        yield


class Reader:
    def __init__(self) -> None:
        self.asked = 0
        self.qt_facts: Mapping[str, Mapping[str, object]] = {}

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        self.asked += 1
        return dict(_printer("7.1.0").sections)


def _printer(driver: str, version: str = "12", **more: object) -> Snapshot:
    printers = [{"name": "Accueil", "driver": driver, "connection": "ipp://10.4.7.31/ipp/print"}]
    return build(os={"version": version, **more}, printing={"printers": printers})


@pytest.fixture
def days(tmp_path: Path) -> DailyFiles:
    return DailyFiles(tmp_path / "days")


@pytest.fixture
def snapshots(days: DailyFiles) -> Snapshots:
    return Snapshots(Reader(), Numbers(), lambda: KNOWN, NothingOff(), days)


def _keep(days: DailyFiles, snapshot: Snapshot, ago: int) -> date:
    moment = TODAY - timedelta(days=ago)
    days.keep(Snapshot(moment, snapshot.sections))
    return moment.date()


def test_without_an_earlier_day_there_is_nothing_to_compare(snapshots: Snapshots) -> None:
    assert since(snapshots, _printer("7.1.0"), "fr").day is None


def test_the_section_of_the_trouble_comes_first(snapshots: Snapshots, days: DailyFiles) -> None:
    day = _keep(days, _printer("7.0.3", "11"), ago=1)
    found = since(snapshots, _printer("7.1.0", "12"), "fr", section=section_about(["printing"]))
    assert found.day == day
    assert [(one.kind, one.before, one.after) for one in found.told] == [
        ("Modifié", "7.0.3", "7.1.0"),
        ("Modifié", "11", "12"),
    ]
    assert "Accueil" in found.told[0].title, "the printer is named, though its address is masked"
    other = since(snapshots, _printer("7.1.0", "12"), "fr", section="os")
    assert other.told[0].after == "12"


def test_another_day_can_be_chosen(snapshots: Snapshots, days: DailyFiles) -> None:
    _keep(days, _printer("7.0.3"), ago=1)
    early = _keep(days, _printer("6.5"), ago=9)
    assert since(snapshots, _printer("7.1.0"), "en", early).told[0].before == "6.5"
    never = date(2020, 1, 1)
    assert since(snapshots, _printer("7.1.0"), "en", never).told[0].before == "7.0.3"


def test_what_the_report_masks_is_masked_here(snapshots: Snapshots, days: DailyFiles) -> None:
    jobs = [{"id": 1, "owner": "camille.dubois", "document": "Salaires-camille.dubois.xlsx"}]
    _keep(days, build(identity={"computer_name": "PC-CAMILLE"}, network={"dns_search": ["valclair.example"]}), ago=1)
    now = build(
        identity={"computer_name": "PC-NEUF"},
        os={"kernel": "6.1 built on PC-CAMILLE by camille.dubois"},
        network={
            "dns_search": ["autre.example"],
            "interfaces": [{"name": "e0", "addresses": [{"address": "10.9.8.7"}]}],
        },
        printing={"jobs": jobs},
    )
    said = " ".join(f"{one.title} {one.before} {one.after}" for one in since(snapshots, now, "fr").told)
    for secret in ("PC-CAMILLE", "PC-NEUF", "camille", "valclair", "autre.example", "10.9.8.7", "Salaires"):
        assert secret not in said


def test_two_hundred_updates_do_not_hide_the_rest(snapshots: Snapshots, days: DailyFiles) -> None:
    def with_packages(version: str, driver: str) -> Snapshot:
        packages = [{"name": f"lib{n}", "version": version, "architecture": "amd64"} for n in range(200)]
        return Snapshot(TODAY, {**_printer(driver).sections, **build(software={"packages": packages}).sections})

    _keep(days, with_packages("1.0", "7.0.3"), ago=2)
    found = since(snapshots, with_packages("1.1", "7.1.0"), "en")
    assert len(found.told) == MOST_OF_A_KIND + 1
    assert [count for _, count in found.more] == [200 - MOST_OF_A_KIND]
    assert found.count == 201


def test_a_torn_day_is_as_if_it_were_not_there(snapshots: Snapshots, days: DailyFiles, tmp_path: Path) -> None:
    day = _keep(days, _printer("7.0.3"), ago=1)
    (tmp_path / "days" / f"{day:%Y-%m-%d}.json.gz").write_bytes(b"\x1f\x8b\x08 torn")
    (tmp_path / "days" / "some-th-ng.json.gz").write_bytes(b"")
    assert since(snapshots, _printer("7.1.0"), "nl").day is None


def test_today_is_kept_once(snapshots: Snapshots, days: DailyFiles) -> None:
    snapshots.keep_today()
    snapshots.keep_today()
    assert days.days() == [TODAY.date()]
    assert isinstance(snapshots.collectors, Reader)
    assert snapshots.collectors.asked == 1
    assert snapshots.days() == [], "today is no earlier day"
