"""Packs from the help desk to a desktop's fixes, and counts from desktops to the supervisors' table."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.bootstrap import House
from desktop_app.protocol.base import new_id
from desktop_app.services.live import Pause
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.unit.fixes.packs import KEYS, signed, versioned, written

Wait = Callable[..., None]
BADGE = "badge_reader_stopped"


def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **fixes: bool) -> None:
    """The policy names our key, and whether repairs are counted."""
    counted = "".join(f"{name} = {json.dumps(value)}\n" for name, value in fixes.items())
    file = tmp_path / "policy.toml"
    file.write_text(f"[packs]\nkeys = {json.dumps(KEYS)}\n[fixes]\n{counted}", encoding="utf-8")
    monkeypatch.setenv("RESCOUSSE_POLICY", str(file))


@pytest.fixture
def house(own_desk: DeskProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A desktop that has joined and listens, whose policy names our key."""
    policy(tmp_path, monkeypatch, counted=True)
    house = House({"helpdesk.url": own_desk.url, "helpdesk.enrolment_key": own_desk.key()})
    house.live.pause = Pause(0.01, 0.1)
    house.live.start(lambda _topic, _ticket: None)
    yield house
    house.close()


def published(own_desk: DeskProcess, tmp_path: Path, version: int) -> None:
    folder = written(tmp_path / f"pack{version}", signed(versioned(version), version=version))
    assert own_desk.command("pack", "publish", str(folder)) == {"name": "example", "version": version}


def test_published_renewed_and_withdrawn(house: House, own_desk: DeskProcess, tmp_path: Path, wait_until: Wait) -> None:
    assert BADGE not in house.packs.fixes()
    assert BADGE not in [answer.id for answer in house.search.search("lecteur de badge", "fr")]
    published(own_desk, tmp_path, 1)
    wait_until(lambda: BADGE in house.packs.fixes())
    assert house.search.search("lecteur de badge", "fr")[0].id == BADGE
    published(own_desk, tmp_path, 2)
    wait_until(lambda: house.pack_delivery.in_force()[0].version == 2)
    older = own_desk.run("pack", "publish", str(tmp_path / "pack1"))
    assert older.returncode == 1
    assert older.stderr.startswith("pack.yaml:1:")
    own_desk.command_ok("pack", "withdraw", "example")
    wait_until(lambda: BADGE not in house.packs.fixes())
    assert own_desk.command("pack", "list") == []


def test_the_desk_takes_no_pack_that_is_unsigned_or_wrong(own_desk: DeskProcess, tmp_path: Path) -> None:
    from tests.unit.fixes.packs import EXAMPLE, with_text

    for files in (EXAMPLE, signed(with_text("commands.yaml", "effect: reads", "effect: eats"))):
        folder = written(tmp_path / f"bad{len(files)}", files)
        assert own_desk.run("pack", "publish", str(folder)).returncode == 1
    assert own_desk.command("pack", "list") == []


def test_packs_are_sent_once(camille: DeviceCaller, desk: DeskProcess, tmp_path: Path) -> None:
    first = camille.ask("GET", "packs")
    assert first.status_code == 200
    tag = first.headers["ETag"]
    again = camille.ask("GET", "packs", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    published(desk, tmp_path, 1)
    changed = camille.ask("GET", "packs", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert set(changed.json()[0]["files"]) >= {"pack.json", "pack.sig", "commands.yaml"}
    desk.command_ok("pack", "withdraw", "example")
    assert DeviceCaller(desk, "nobody").ask("GET", "packs").status_code == 401


def count(**changes: object) -> dict[str, object]:
    today = datetime.now(UTC).date().isoformat()
    return {"id": new_id(), "day": today, "fix": "sound_muted", "outcome": "helped", **changes}


def row(page: str, title: str) -> list[str]:
    import re

    found = re.search(rf'<th scope="row">{title}</th>(.*?)</tr>', page, re.DOTALL)
    return (
        [re.sub(r"<[^>]+>|\s", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", found[1], re.DOTALL)]
        if found
        else []
    )


def test_counts_are_summed_once_and_shown_to_supervisors(own_desk: DeskProcess, tmp_path: Path) -> None:
    camille, marc = own_desk.device("Camille Martin"), own_desk.device("Marc Dubois")
    amelie = own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    sofia = own_desk.technician()
    assert "Aucun nombre" in amelie.page("fixes").text
    same = count()
    for caller, word in (
        (camille, same),
        (camille, same),
        (marc, same),
        (marc, count()),
        (marc, count(outcome="needs_person")),
        (marc, count(outcome="undone")),
        (marc, count(outcome="requested")),
        (marc, count(fix="their_own_fix", outcome="stopped")),
        (marc, count(day=(datetime.now(UTC) - timedelta(days=300)).date().isoformat())),
    ):
        assert caller.ask("POST", "fix-counts", json=word).status_code == 204
    page = amelie.page("fixes").text
    assert row(page, "Je n’entends aucun son") == ["3", "2(67%)", "1", "1", "1"]
    assert row(page, "their_own_fix")[0] == "1"
    assert "Camille" not in page
    assert sofia.page("fixes", allow_redirects=False).status_code == 403
    assert 'href="/console/fixes"' in amelie.page("").text
    assert 'href="/console/fixes"' not in sofia.page("").text


@pytest.mark.parametrize(
    "changes",
    [{"fix": "../x"}, {"fix": "x" * 100}, {"outcome": "won"}, {"day": "yesterday"}, {"id": "1"}, {"fix": "<b>x</b>"}],
)
def test_a_count_that_is_none(camille: DeviceCaller, changes: dict[str, object]) -> None:
    assert camille.ask("POST", "fix-counts", json=count(**changes)).status_code == 422


def test_nothing_that_is_kept_names_a_machine(own_desk: DeskProcess) -> None:
    import sqlite3

    camille = own_desk.device("Camille Martin")
    camille.ask("POST", "fix-counts", json=count())
    file = next(path for path in own_desk.data.glob("*.sqlite3"))
    with sqlite3.connect(file) as database:
        for table in ("helpdesk_fixcount", "helpdesk_countseen"):
            kept = str(database.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608
            assert kept != "[]"
            assert camille.device_id not in kept
            assert "Camille" not in kept


def test_from_a_run_to_the_table(house: House, own_desk: DeskProcess, wait_until: Wait) -> None:
    amelie = own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    wait_until(lambda: house.desk.status().online)
    run = house.fixes.begin("disk_full")
    house.fixes.stop(run.id)
    wait_until(lambda: not house.outbox.waiting())
    title = house.fixes.fix("disk_full").title["fr"]
    assert row(amelie.page("fixes").text, title)[0] == "1"
    said = [entry for entry in house.journal.entries() if entry.key == "count_sent"]
    assert len(said) == 1
    assert "stopped" in house.journal.payload(said[0].id).decode()
    house.settings.set("fixes.counted_here", value=False)
    house.fixes.stop(house.fixes.begin("disk_full").id)
    assert house.outbox.waiting() == []


def test_a_technician_sees_no_names_in_the_table(own_desk: DeskProcess) -> None:
    anonymous = Technician(own_desk)
    assert anonymous.page("fixes", allow_redirects=False).status_code == 302
