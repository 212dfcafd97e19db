"""How packs come in force: verified, kept, never rolled back; what is refused leaves the one before as it was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.adapters.kept_packs import KeptPacks
from desktop_app.domain.errors import HelpdeskUnreachable
from desktop_app.knowledge.pack import Packs
from desktop_app.knowledge.pack_folder import BadPack
from desktop_app.protocol.packs import Pack
from desktop_app.services.packs import HELPDESK, PackDelivery
from tests.unit.fixes.packs import Policy, delivery, reasons, signed, versioned, with_text, written

BADGE = "badge_reader_stopped"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return written(tmp_path / "share", signed())


def versions(at_work: PackDelivery) -> list[tuple[str, int]]:
    return [(pack.name, pack.version) for pack in at_work.in_force()]


def test_a_share_brings_a_pack_and_it_stays_when_the_share_is_away(tmp_path: Path, share: Path) -> None:
    at_work = delivery(tmp_path, Policy(share))
    assert at_work.in_force() == []
    assert at_work.sync_folders()
    assert not at_work.sync_folders()
    share.rename(tmp_path / "away")
    after_restart = delivery(tmp_path, Policy(share))
    assert not after_restart.sync_folders()
    assert versions(after_restart) == [("example", 1)]
    packs = Packs([], outside=after_restart.in_force)
    assert BADGE in packs.fixes()
    assert "example.badge_reader" in packs.commands()
    assert packs.faults() == []


def test_no_key_no_pack(tmp_path: Path, share: Path) -> None:
    at_work = delivery(tmp_path, Policy(share, keys=[]))
    assert not at_work.sync_folders()
    assert at_work.in_force() == []


def test_a_newer_version_takes_its_place_and_an_older_one_never_comes_back(tmp_path: Path, share: Path) -> None:
    at_work = delivery(tmp_path, Policy(share))
    at_work.sync_folders()
    written(share, signed(versioned(3), version=3))
    assert at_work.sync_folders()
    written(share, signed(versioned(2), version=2))
    assert not at_work.sync_folders()
    assert versions(at_work) == [("example", 3)]
    assert [fault.facts["reason"] for fault in at_work.refusals] == ["rolled_back"]
    assert at_work.refusals[0].facts["file"] == f"{share}/pack.yaml"
    at_work.sync_folders()
    assert len(at_work.refusals) == 1


def test_one_version_has_one_content(tmp_path: Path, share: Path) -> None:
    at_work = delivery(tmp_path, Policy(share))
    at_work.sync_folders()
    written(share, signed(with_text("fixes/badge_reader.yaml", "minutes: 1", "minutes: 2")))
    assert not at_work.sync_folders()
    assert at_work.refusals[0].facts["reason"] == "same_version"
    assert at_work.in_force()[0].fixes[BADGE].minutes == 1


@pytest.mark.parametrize(
    ("path", "before", "after", "reason"),
    [
        ("fixes/badge_reader.yaml", "action: example.badge_reader", "action: nothing.here", "unknown_action"),
        ("fixes/badge_reader.yaml", "      running: person", "      running: look", "circle"),
        ("commands.yaml", "run: [systemctl, --user, start", "run: [sh, -c", "shell"),
        ("pack.yaml", "name: example", "name: other", "unknown_action"),
        ("articles/badge_lost.md", "<!-- en -->", "<!-- es -->", None),
    ],
)
def test_one_mistake_refuses_the_whole_pack_and_the_one_before_stays(
    tmp_path: Path, share: Path, path: str, before: str, after: str, reason: str | None
) -> None:
    at_work = delivery(tmp_path, Policy(share))
    at_work.sync_folders()
    written(share, signed(versioned(2, with_text(path, before, after)), version=2))
    assert at_work.sync_folders() is (reason is None)
    assert versions(at_work) == [("example", 1 if reason else 2)]
    assert (reason in [fault.facts["reason"] for fault in at_work.refusals]) is (reason is not None)
    assert all(int(str(fault.facts["line"])) >= 1 for fault in at_work.refusals)


def test_signed_under_another_name_or_number(tmp_path: Path) -> None:
    at_work = delivery(tmp_path, Policy())
    for files in (signed(version=2), signed(name="another")):
        with pytest.raises(BadPack) as refused:
            at_work.offer(files, HELPDESK)
        assert reasons(refused.value)[0][2] in ("other_name", "unknown_action")


def test_a_key_or_a_folder_taken_out_of_the_policy_takes_the_pack_out_of_force(tmp_path: Path, share: Path) -> None:
    delivery(tmp_path, Policy(share)).sync_folders()
    assert delivery(tmp_path, Policy(share, keys=[])).in_force() == []
    assert delivery(tmp_path, Policy()).in_force() == []
    assert versions(delivery(tmp_path, Policy(share))) == [("example", 1)]


def test_what_was_changed_on_the_disk_is_not_in_force_and_is_fetched_again(tmp_path: Path, share: Path) -> None:
    at_work = delivery(tmp_path, Policy(share))
    at_work.sync_folders()
    kept = next((tmp_path / "packs/example").glob("1-*/commands.yaml"))
    kept.write_bytes(kept.read_bytes().replace(b"is-active", b"poweroff!"))
    assert at_work.in_force() == []
    assert at_work.sync_folders()
    assert versions(at_work) == [("example", 1)]


class Helpdesk:
    """What the help desk hands out."""

    def __init__(self, *packs: dict[str, bytes]) -> None:
        self.packs_given, self.tags, self.is_down = list(packs), list[str](), False

    def packs(self, tag: str) -> tuple[str, list[Pack]] | None:
        self.tags.append(tag)
        if self.is_down:
            raise HelpdeskUnreachable
        now = str(len(self.packs_given)) + str(hash(str(self.packs_given)))
        words = [
            Pack(name="example", version=1, files={path: text.decode() for path, text in files.items()})
            for files in self.packs_given
        ]
        return None if tag == now else (now, words)


class Memory(dict[str, str]):
    def put(self, name: str, text: str) -> None:
        self[name] = text


def from_desk(tmp_path: Path, desk: Helpdesk, memory: Any = None, **policy: Any) -> PackDelivery:
    return delivery(
        tmp_path, Policy(**policy), client=lambda: desk, notes=lambda: memory if memory is not None else Memory()
    )


def test_the_help_desk_brings_packs_once_and_takes_them_back(tmp_path: Path) -> None:
    desk, memory, heard = Helpdesk(signed()), Memory(), []
    at_work = from_desk(tmp_path, desk, memory)
    at_work.on_change(lambda: heard.append("renew"))
    assert [at_work.sync_helpdesk(), at_work.sync_helpdesk()] == [True, False]
    assert desk.tags[1] != ""
    assert heard == ["renew"]
    assert versions(at_work) == [("example", 1)]
    desk.is_down = True
    assert not at_work.sync_helpdesk()
    assert versions(at_work) == [("example", 1)]
    desk.is_down, desk.packs_given = False, []
    assert at_work.sync_helpdesk()
    assert at_work.in_force() == []
    desk.packs_given = [signed(versioned(2), version=2)]
    at_work.sync_helpdesk()
    desk.packs_given = []
    at_work.sync_helpdesk()
    desk.packs_given = [signed()]
    assert not at_work.sync_helpdesk()
    assert at_work.in_force() == []
    assert at_work.refusals[0].facts["reason"] == "rolled_back"


def test_a_damaged_pack_of_the_help_desk_is_asked_for_again(tmp_path: Path) -> None:
    desk, memory = Helpdesk(signed()), Memory()
    at_work = from_desk(tmp_path, desk, memory)
    at_work.sync_helpdesk()
    next((tmp_path / "packs/example").glob("1-*/pack.sig")).unlink()
    assert at_work.sync_helpdesk()
    assert versions(at_work) == [("example", 1)]


def test_a_policy_that_takes_none_from_the_help_desk(tmp_path: Path) -> None:
    desk = Helpdesk(signed())
    assert not from_desk(tmp_path, desk, helpdesk=False).sync_helpdesk()
    assert desk.tags == []


def cut_points(monkeypatch: pytest.MonkeyPatch, moment: int) -> Iterator[None]:
    """The power fails at the `moment`-th change of a name on the disk."""
    count = 0
    for name in ("rename", "replace"):
        true = getattr(Path, name)

        def cut(self: Path, target: Path, true: Any = true) -> Path:
            nonlocal count
            count += 1
            if count == moment:
                raise KeyboardInterrupt
            return true(self, target)  # type: ignore[no-any-return]

        monkeypatch.setattr(Path, name, cut)
    yield


@pytest.mark.parametrize("moment", range(1, 4))
def test_the_power_fails_while_a_pack_is_kept(
    tmp_path: Path, share: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    delivery(tmp_path, Policy(share)).sync_folders()
    written(share, signed(versioned(2), version=2))
    with monkeypatch.context() as cut:
        next(cut_points(cut, moment))
        try:
            delivery(tmp_path, Policy(share)).sync_folders()
        except KeyboardInterrupt:
            assert versions(delivery(tmp_path, Policy(share))) == [("example", 1)]
    delivery(tmp_path, Policy(share)).sync_folders()
    assert versions(delivery(tmp_path, Policy(share))) == [("example", 2)]
    assert not [entry for entry in (tmp_path / "packs/example").iterdir() if entry.name.startswith(".")]


def test_the_organisation_may_put_its_own_in_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = with_text("fixes/badge_reader.yaml", "id: badge_reader_stopped", "id: sound_muted")
    own = {path: text.replace(b"fixes: [badge_reader_stopped]\n", b"") for path, text in own.items()}
    at_work = delivery(tmp_path, Policy())
    at_work._settings.values["packs.folders"] = [HELPDESK]  # type: ignore[attr-defined]
    at_work.offer(signed(own), HELPDESK)
    packs = Packs([resources.path("packs/core")], outside=at_work.in_force)
    assert packs.fixes()["sound_muted"].title["en"] == "The badge reader does not react"
    assert "disk_full" in packs.fixes()


def test_a_strange_folder_in_the_place_of_kept_packs(tmp_path: Path) -> None:
    kept = KeptPacks(tmp_path / "packs")
    (tmp_path / "packs/odd").mkdir(parents=True)
    (tmp_path / "packs/odd/in-force.json").write_text(
        '{"name": "../x", "version": 1, "digest": "", "source": "helpdesk"}'
    )
    (tmp_path / "packs/file").write_text("x")
    assert kept.all() == []
