"""The report under few names: one switch for several sections, and nothing that goes unseen."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.review_groups import GROUPS, grouped, rows_of, with_group
from desktop_app.domain.sections import SECTIONS, SENSITIVE
from desktop_app.domain.words import LANGUAGES
from desktop_app.services import snapshot_exports, snapshot_words
from tests.unit.snapshot.made import build, reviewed

HARDWARE: Mapping[str, Any] = {
    "hardware": {"maker": "Lenovo", "serial": "PF-1234567"},
    "memory": {"total_bytes": 8},
    "storage": {"volumes": [{"mount": "/srv/lmoreau"}]},
}


@pytest.fixture
def review() -> Review:
    known = KnownValues(users=("lmoreau",))
    return reviewed(build(os={"name": "Debian"}, **HARDWARE, processes={"count": 2}), known)


def switches(review: Review) -> dict[str, bool]:
    return {group.name: group.included for group in grouped(review.sections)}


def sent(review: Review) -> set[str]:
    return set(json.loads(review.payload())["sections"])


def test_every_section_has_one_place_and_what_is_sensitive_stands_alone() -> None:
    placed = [name for names in GROUPS.values() for name in names]
    assert sorted(placed) == sorted(set(SECTIONS) - SENSITIVE)


def test_one_switch_for_several_sections(review: Review) -> None:
    assert switches(review) == {"os": True, "hardware": True, "processes": False, FILE_NAMES: False}
    without = with_group(review, "hardware", on=False)
    assert sent(without) == {"os"}
    assert switches(without)["hardware"] is False
    assert sent(with_group(without, "hardware", on=True)) == {"os", *HARDWARE}


def test_what_the_settings_leave_out_stays_out_and_is_not_shown_among_what_goes(review: Review) -> None:
    review = review.with_section("memory", on=False)
    back = with_group(
        with_group(review, "hardware", on=False, left_out=["memory"]), "hardware", on=True, left_out=["memory"]
    )
    assert sent(back) == {"os", "hardware", "storage"}
    assert {row.section for row in rows_of(back, "hardware")} == {"hardware", "storage"}
    (group,) = (group for group in grouped(back.sections) if group.name == "hardware")
    assert group.items == len(rows_of(back, "hardware"))


def test_a_group_that_the_settings_leave_out_whole_can_be_sent_all_the_same(review: Review) -> None:
    off = with_group(review, "hardware", on=False)
    assert {row.section for row in rows_of(off, "hardware")} == set(HARDWARE)
    assert sent(with_group(off, "hardware", on=True, left_out=list(HARDWARE))) == {"os", *HARDWARE}


def test_a_masked_name_of_an_item_is_told_in_words(review: Review) -> None:
    rows = review.rows("storage")
    assert snapshot_words.title(rows[0].group, "fr") == "/srv/nom de personne 1"
    assert "user-1" not in snapshot_exports.text(review, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_have_names(language: Any) -> None:
    names = [snapshot_words.group(name, language) for name in (*GROUPS, *SENSITIVE, FILE_NAMES)]
    assert len(set(names)) == len(GROUPS) + 2
    assert not set(names) & set(GROUPS)
