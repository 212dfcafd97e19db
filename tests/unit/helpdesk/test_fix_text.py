"""A YAML text that forms change: one value is another, and not a letter beside it."""

import pytest

from desktop_app import resources
from desktop_app.helpdesk.fix_text import Unchangeable, add, cut, data_at, put, swap

TEXT = """\
# who wrote it
id: one   # its name
systems: [linux, macos]
title:
  fr: Un titre
  # English is to come
  de:
steps:
  # first of all
  - id: look
    kind: check   # as ever

  # only then
  - id: repair
    options: {name: a, of: 3}
    undo: |
      two lines,
      # no comment
    # at its end
# and that was it
success:
  fr: 'C’est bon'
"""


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        (("id",), "two", "id: two   # its name"),
        (("title", "fr"), "Deux : trois", "  fr: 'Deux : trois'"),
        (("title", "de"), "Drei", "  de: Drei"),
        (("steps", 0, "kind"), "verify", "    kind: verify   # as ever"),
        (("steps", 1, "options", "name"), "a, b", "    options: {name: 'a, b', of: 3}"),
        (("systems",), [], "systems: []"),
        (("success", "fr"), "à la\nligne", '  fr: "à la\\nligne"'),
    ],
)
def test_another_value_in_the_same_place(place: tuple[str | int, ...], value: object, line: str) -> None:
    new = put(TEXT, place, value)
    changed = [(was, now) for was, now in zip(lines(TEXT), lines(new), strict=True) if was != now]
    assert [now for _, now in changed] == [line]


@pytest.mark.parametrize(
    ("place", "value", "after", "line"),
    [
        (("title", "nl"), "Vier", "  de:", "  nl: Vier"),
        (("steps", 0, "action"), "a.b", "    kind: check   # as ever", "    action: a.b"),
        (("minutes",), 2, "  fr: 'C’est bon'", "minutes: 2"),
    ],
)
def test_a_value_more(place: tuple[str | int, ...], value: object, after: str, line: str) -> None:
    new = lines(put(TEXT, place, value))
    assert new[new.index(after) + 1] == line
    new.remove(line)
    assert new == lines(TEXT)


def test_tables_on_the_way_are_made() -> None:
    new = put(TEXT, ("steps", 0, "outcomes", "right", "fr"), "Oui")
    assert "    outcomes:\n      right:\n        fr: Oui\n" in new
    assert new.replace("    outcomes:\n      right:\n        fr: Oui\n", "") == TEXT
    assert data_at(put(TEXT, ("steps", 1, "options", "more"), True), ("steps", 1, "options")) == {
        "name": "a",
        "of": "3",
        "more": "true",
    }


def test_steps_change_places_with_what_is_said_above_them() -> None:
    new = swap(TEXT, ("steps",), 0)
    assert [step["id"] for step in data_at(new, ("steps",))] == ["repair", "look"]
    assert new.index("# only then") < new.index("id: repair") < new.index("# first of all") < new.index("id: look")
    assert sorted(lines(new)) == sorted(lines(TEXT))
    assert swap(new, ("steps",), 0) == TEXT


def test_what_is_cut_goes_alone() -> None:
    assert lines(cut(TEXT, ("steps", 0))) == [
        line for n, line in enumerate(lines(TEXT), start=1) if n not in (9, 10, 11)
    ]
    assert cut(TEXT, ("title", "fr")) == TEXT.replace("  fr: Un titre\n", "")
    assert data_at(cut(cut(TEXT, ("steps", 1)), ("steps", 0)), ("steps",)) == []
    assert "  # English is to come" in lines(cut(TEXT, ("title", "de")))
    assert data_at(cut(TEXT, ("steps", 1, "options", "of")), ("steps", 1, "options")) == {"name": "a"}


def test_a_step_more_comes_last() -> None:
    new = add(TEXT, ("steps",), {"id": "prove", "title": {}})
    assert data_at(new, ("steps", 2)) == {"id": "prove", "title": {}}
    assert new.replace("  - id: prove\n    title: {}\n", "") == TEXT
    assert data_at(add("steps: []\n", ("steps",), {"id": "x"}), ("steps",)) == [{"id": "x"}]
    assert data_at(add("id: x", ("steps",), {"id": "x"}), ("steps",)) == [{"id": "x"}]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {b: 1, # why\n  c: 2}\n", ("a", "d")),
        ("- a\n", ("b",)),
        ("a: [1, 2]\n", ("a", 7)),
        ("{a: 1}", ("b",)),
        ("a: {no: 1}\n", ("a", "b")),
    ],
)
def test_what_cannot_be_changed_without_loss_is_not_changed(text: str, place: tuple[str | int, ...]) -> None:
    with pytest.raises(Unchangeable):
        put(text, place, "x")


def test_the_first_line_of_an_item_is_not_cut_off() -> None:
    with pytest.raises(Unchangeable):
        cut("a:\n  - b: 1\n    c: 2\n", ("a", 0, "b"))


@pytest.mark.parametrize("fix", sorted(resources.path("packs/core/fixes").rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_fix_of_ours_can_be_changed_there_and_back(fix: object) -> None:
    text = fix.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    last = len(data_at(text, ("steps",))) - 1
    for place in (("title", "fr"), ("steps", 0, "title", "nl"), ("steps", last, "title", "en")):
        was = data_at(text, place)
        assert data_at(put(put(text, place, "{x} : # y"), place, was)) == data_at(text)
    assert swap(swap(text, ("steps",), 0), ("steps",), 0) == text
    longer = add(text, ("steps",), {"id": "zzz", "kind": "check"})
    assert cut(longer, ("steps", last + 1)) == text
