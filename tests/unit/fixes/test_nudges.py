"""Told unasked: one thing a day, silenced at once, journalled; nothing while something speaks against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.adapters import folders
from desktop_app.adapters.actions import registered
from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import Store, open_store
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.action import ActionFailed, Given, Result
from desktop_app.domain.errors import RefusedByPolicy
from desktop_app.domain.fix import RunState
from desktop_app.domain.nudge import KINDS
from desktop_app.domain.words import LANGUAGES
from desktop_app.knowledge.pack import Packs
from desktop_app.protocol.desk import Incident
from desktop_app.services.fix_record import first_record
from desktop_app.services.journal import Journal
from desktop_app.services.nudges import Nudges
from desktop_app.services.settings import Settings

PACK = Packs([resources.path("packs/core")])
DOWN = "01997c1e-0000-7000-8000-00000000000d"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FULL = Result("full", {"free_bytes": 2 * 10**9, "total_bytes": 256 * 10**9, "percent": 1, "found_bytes": 10**9})
STUCK = Result("stuck", {"count": 2, "printer": "HP-3e", "oldest_seconds": 900})


@dataclass
class Machine:
    """What the checks of this computer answer, and what goes on at it."""

    says: dict[str, Result] = field(default_factory=dict)
    fails: set[str] = field(default_factory=set)
    hindrance: str = ""
    down: list[Incident] = field(default_factory=list)
    now: datetime = MORNING
    asked: list[str] = field(default_factory=list)

    def check(self, name: str, _given: Given) -> Result:
        self.asked.append(name)
        if name in self.fails:
            raise ActionFailed("no answer")
        return self.says.get(name, Result("fine"))


@dataclass
class Home:
    """The true service on a store, settings and run folder of the test."""

    folder: Path
    store: Store
    machine: Machine = field(default_factory=Machine)

    def settings(self) -> Settings:
        return Settings(UserSettingsFile(self.folder / "settings.toml"), TomlPolicy(self.folder / "policy.toml"))

    @property
    def runs(self) -> FixRuns:
        return FixRuns(self.folder / "fixes")

    @property
    def nudges(self) -> Nudges:
        """As a program that starts now has it."""
        here = self.machine
        journal, settings = Journal(self.store), self.settings()
        fixes = list(PACK.fixes().values())
        return Nudges(
            lambda: fixes,
            here.check,
            lambda: here.hindrance,
            self.runs,
            self.store.notes,
            settings,
            journal,
            lambda: here.down,
            now=lambda: here.now,
        )

    def looked(self) -> str:
        """The kind that there is to tell after a look."""
        assert self.nudges.look() == ""
        nudge = self.nudges.current()
        return nudge.kind if nudge else ""

    def lines(self) -> list[tuple[str, Mapping[str, str]]]:
        return [(entry.key, entry.facts) for entry in Journal(self.store).entries()]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    (tmp_path / "policy.toml").write_text("")
    store = open_store(folders.find({"RESCOUSSE_HOME": str(tmp_path / "home")}))
    yield Home(tmp_path, store)
    store.close()


def test_a_healthy_computer_says_nothing(home: Home) -> None:
    assert home.looked() == ""
    assert home.lines() == []
    assert "files.space" in home.machine.asked
    assert home.nudges.is_due(), "the next look may find something"


def test_the_most_pressing_is_told_and_written_down_and_nothing_more_that_day(home: Home) -> None:
    home.machine.says = {"files.space": FULL, "printing.queue": STUCK}
    assert home.looked() == "disk_full"
    assert home.lines() == [("nudge_told", {"title": "Le disque est presque plein"})]
    nudge = home.nudges.current()
    assert nudge
    assert nudge.fix_id == "disk_full"
    words = home.nudges.words(nudge, "fr")
    assert words.sentence.startswith("Il reste 2,0\u00a0Go sur 256\u00a0Go")
    home.machine.says["files.space"] = Result("enough")
    home.machine.now += timedelta(hours=3)
    assert home.looked() == "", "made room by hand: nothing is left to say, and nothing else is said today"
    assert not home.nudges.is_due()
    home.machine.now += timedelta(hours=21)
    assert home.looked() == "printing_stuck"


def test_not_now_means_some_days(home: Home) -> None:
    home.machine.says = {"files.space": FULL}
    home.looked()
    home.nudges.later()
    assert home.nudges.current() is None
    assert home.lines()[0][0] == "nudge_later"
    home.machine.now += timedelta(days=2)
    assert home.looked() == ""
    home.machine.now += timedelta(days=2)
    assert home.looked() == "disk_full"


def test_one_click_silences_this_kind_for_good_and_no_other(home: Home) -> None:
    home.machine.says = {"files.space": FULL, "printing.queue": STUCK}
    home.looked()
    home.nudges.never()
    assert home.settings().value("nudges.silenced") == ["disk_full"]
    assert home.lines()[0] == ("nudge_never", {"title": "Le disque est presque plein"})
    home.machine.now += timedelta(days=1)
    assert home.looked() == "printing_stuck"


def test_the_policy_decides(home: Home) -> None:
    home.machine.says = {"files.space": FULL}
    home.looked()
    (home.folder / "policy.toml").write_text("[nudges]\non = true\nsilenced = []\n")
    with pytest.raises(RefusedByPolicy):
        home.nudges.never()
    assert home.nudges.current(), "it stays where it was"
    (home.folder / "policy.toml").write_text("[nudges]\non = false\n")
    assert home.nudges.current() is None
    assert not home.nudges.is_due()
    home.machine.asked.clear()
    assert home.nudges.look() == "off"
    assert home.machine.asked == []


@pytest.mark.parametrize("hindrance", ["saving_power", "metered", "full_screen"])
def test_nothing_is_measured_when_now_is_not_the_moment(home: Home, hindrance: str) -> None:
    home.machine = Machine({"files.space": FULL}, hindrance=hindrance)
    assert home.nudges.look() == hindrance
    assert home.machine.asked == []
    assert home.nudges.current() is None


def test_a_look_waits_for_a_running_fix_and_for_another_look(home: Home) -> None:
    home.machine.says = {"files.space": FULL}
    record = first_record("01997c1e-0000-7000-8000-000000000001", PACK.fixes()["disk_full"], MORNING)
    home.runs.save(record)
    with home.runs.hold(f"run-{record.id}"):
        assert home.nudges.look() == "fixing"
    with home.runs.hold("nudges"):
        assert home.nudges.look() == "looking"
    assert home.machine.asked == []
    assert home.looked() == "disk_full"


def test_a_fix_that_settled_it_takes_it_away(home: Home) -> None:
    home.machine.says = {"files.space": FULL}
    home.looked()
    record = first_record("01997c1e-0000-7000-8000-000000000002", PACK.fixes()["disk_full"], MORNING)
    home.runs.save(replace(record, state=RunState.STOPPED, ended_at=MORNING + timedelta(minutes=2)))
    assert home.nudges.current()
    home.runs.save(replace(record, state=RunState.FIXED, ended_at=MORNING + timedelta(minutes=2)))
    assert home.nudges.current() is None


@pytest.mark.parametrize("named", ["printing.queue", "print_queue_stuck"])
def test_a_known_incident_is_no_reason_to_act(home: Home, named: str) -> None:
    home.machine = Machine({"printing.queue": STUCK})
    home.machine.down = [Incident(id=DOWN, title={"fr": "Impressions"}, text={}, since=MORNING, fixes=[named])]
    home.looked()
    nudge = home.nudges.current()
    assert nudge
    assert nudge.incident == DOWN
    assert home.lines()[0][0] == "nudge_known"


def test_a_restart_is_mentioned_only_when_it_is_long_overdue(home: Home) -> None:
    home.machine.says = {"speed.restart": Result("wanted", {"days": 6, "up_seconds": 600_000})}
    assert home.looked() == ""
    home.machine.says = {"speed.restart": Result("wanted", {"days": 7, "up_seconds": 700_000})}
    assert home.looked() == "restart_overdue"
    home.nudges.later()
    (home.folder / "policy.toml").write_text("[nudges]\nrestart_days = 30\n")
    home.machine.now += timedelta(days=9)
    assert home.looked() == ""


def test_a_check_that_fails_hides_no_other(home: Home) -> None:
    home.machine = Machine({"printing.queue": STUCK}, fails={"files.space"})
    assert home.looked() == "printing_stuck"


def test_what_another_version_kept_is_forgotten(home: Home) -> None:
    for kept in ("nonsense", '{"kind": 3}', '{"kind": "a", "at": "never"}', "[]"):
        home.store.notes.put("nudges:current", kept)
        assert home.nudges.current() is None
    home.machine.says = {"files.space": FULL}
    assert home.looked() == "disk_full"


def test_every_kind_is_measured_by_a_true_check_and_has_its_words() -> None:
    shapes, words = registered(), resources.words("nudges")
    for kind in KINDS:
        assert kind.outcomes <= shapes[kind.check].outcomes
        assert shapes[kind.check].kind == "check"
        assert all(set(words[f"{kind.key}{part}"]) == set(LANGUAGES) for part in ("", "_action"))
        step = kind.step_of(PACK.fixes()[kind.fix_id])
        assert step
        assert kind.outcomes <= set(step.outcomes)


def test_the_fix_made_for_it_is_offered_first(home: Home) -> None:
    home.machine.says = {"signin.clock": Result("behind", {"offset_seconds": 400})}
    home.looked()
    nudge = home.nudges.current()
    assert nudge
    assert nudge.fix_id == "clock_wrong"
