"""Keys of packs that change hands: both count for a while, then the old one counts no more."""

from pathlib import Path

from desktop_app.knowledge.pack_folder import SEALS
from desktop_app.knowledge.pack_seal import sign
from desktop_app.knowledge.signing import new_key
from tests.unit.fixes.packs import KEYS, Policy, delivery, signed, versioned, written

NEXT_PRIVATE, NEXT_PUBLIC = new_key()
NEXT = f"next={NEXT_PUBLIC}"


def signed_with_next(version: int) -> dict[str, bytes]:
    plain = {path: content for path, content in versioned(version).items() if path not in SEALS}
    return {**plain, **sign(plain, "example", version, "next", NEXT_PRIVATE)}


def test_the_next_key_takes_over_and_the_old_one_signs_nothing_any_more(tmp_path: Path) -> None:
    share = written(tmp_path / "share", signed())
    at_work = delivery(tmp_path, Policy(share, keys=[*KEYS, NEXT]))
    assert at_work.sync_folders()
    written(share, signed_with_next(2))
    assert at_work.sync_folders()
    after = delivery(tmp_path, Policy(share, keys=[NEXT]))
    assert [(pack.name, pack.version) for pack in after.in_force()] == [("example", 2)]
    written(share, signed(versioned(3), version=3))
    assert not after.sync_folders()
    assert [fault.facts["reason"] for fault in after.refusals] == ["unknown_key_name"]
    assert [pack.version for pack in after.in_force()] == [2]


def test_what_only_the_old_key_signed_is_out_of_force_with_it(tmp_path: Path) -> None:
    share = written(tmp_path / "share", signed())
    assert delivery(tmp_path, Policy(share)).sync_folders()
    assert delivery(tmp_path, Policy(share, keys=[NEXT])).in_force() == []
