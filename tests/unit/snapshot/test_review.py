"""The review: what is shown is what is sent, and nothing planted gets out in any form."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.known import known_values
from desktop_app.domain.glpi import inventory
from desktop_app.domain.leaves import leaves
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.review import FILE_NAMES, Review
from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.snapshot import digest
from desktop_app.services import snapshot_exports
from desktop_app.services.snapshots import Snapshots
from tests.unit.snapshot.made import NothingOff, Numbers, build, reviewed

PRINTING = {
    "spooler": "running",
    "default_printer": "Accueil",
    "printers": [{"name": "Accueil", "driver": "PCL 6", "connection": "ipp://10.1.2.3/ipp", "state": "stopped"}],
    "jobs": [
        {"id": 7, "printer": "Accueil", "owner": "lmoreau", "document": "Licenciement Moreau.odt", "state": "stopped"}
    ],
}
PROGRAMS = {"count": 2, "programs": [{"pid": 4, "name": "evince", "owner": "lmoreau", "memory_bytes": 1000}]}
OS = {"name": "Debian", "boot_arguments": "quiet host=poste-9 token=f00dfeedf00dfeed42 x"}


@pytest.fixture
def review() -> Review:
    return reviewed(
        build(os=OS, printing=PRINTING, processes=PROGRAMS), KnownValues(users=("lmoreau",), hosts=("poste-9",))
    )


def sent(review: Review) -> dict[str, Any]:
    found = json.loads(review.payload())
    assert isinstance(found, dict)
    return found


def test_at_first_programs_and_file_names_are_out(review: Review) -> None:
    switches = {section.name: section.included for section in review.sections}
    assert switches == {"os": True, "printing": True, "processes": False, FILE_NAMES: False}
    assert set(sent(review)["sections"]) == {"os", "printing"}
    assert b"evince" not in review.payload()
    assert b"Licenciement" not in review.payload()


def test_numbers_stay_numbers_when_a_text_is_hidden(review: Review) -> None:
    found = sent(review.with_hidden_text("Accueil"))["sections"]["printing"]
    assert (found["jobs"][0]["id"], found["default_printer"]) == (7, "hidden-1")


def test_a_section_comes_and_goes_with_its_switch(review: Review) -> None:
    assert b"evince" in review.with_section("processes", on=True).payload()
    assert "printing" not in sent(review.with_section("printing", on=False))["sections"]
    assert review.with_section("printing", on=False).findings == ()
    assert "Accueil" not in review.with_section("printing", on=False).payload().decode()


def test_file_names_are_shown_by_their_switch(review: Review) -> None:
    assert "Licenciement Moreau" in review.with_section(FILE_NAMES, on=True).payload().decode()


def test_a_row_is_shown_or_left_out_at_will(review: Review) -> None:
    owner = next(row for row in review.rows("printing") if row.label.endswith("owner"))
    assert (owner.state, owner.may_reveal, owner.pieces[0].kind) == ("masked", True, "user")
    shown = review.with_row(owner.path, shown=True)
    assert sent(shown)["sections"]["printing"]["jobs"][0]["owner"] == "lmoreau"
    hidden = review.with_row(owner.path, shown=False)
    assert "owner" not in sent(hidden)["sections"]["printing"]["jobs"][0]
    assert hidden.counts.items == review.counts.items - 1
    state = next(row for row in review.rows("printing") if row.label.endswith("jobs.id"))
    assert "id" not in sent(review.with_row(state.path, shown=False))["sections"]["printing"]["jobs"][0]


def test_a_secret_is_never_shown(review: Review) -> None:
    row = next(row for row in review.rows("os") if row.label == "os.boot_arguments")
    assert {piece.kind for piece in row.pieces} == {"", "host", "secret"}
    assert b"f00dfeedf00dfeed42" not in review.with_row(row.path, shown=True).payload()
    assert b"host=poste-9" in review.with_row(row.path, shown=True).payload()


def test_hidden_text_goes_everywhere(review: Review) -> None:
    hidden = review.with_hidden_text("Accueil")
    assert "Accueil" not in hidden.payload().decode()
    assert "Accueil" not in json.dumps([found.facts for found in hidden.findings], default=dict)
    assert {entry["pseudonym"] for entry in sent(hidden)["masked"]} >= {"hidden-1"}
    assert review.with_hidden_text("  ").hidden == ()


def test_a_number_can_be_hidden_by_its_text(review: Review) -> None:
    assert "id" not in sent(review.with_hidden_text("7"))["sections"]["printing"]["jobs"][0]


def test_counts_size_and_digest_are_those_of_the_payload(review: Review) -> None:
    assert review.counts.size == len(review.payload())
    assert review.digest() == digest(review.payload())
    listed = sum(entry["count"] for entry in sent(review)["masked"])
    assert review.counts.masked == listed > 0


def test_search_finds_clear_values(review: Review) -> None:
    assert [row.label for row in review.search("PCL")] == ["printing.printers.driver"]
    assert review.search("  ") == ()


def test_findings_are_sent_masked() -> None:
    review = reviewed(build(printing=PRINTING), KnownValues(users=("Accueil",)))
    assert [found["facts"]["printer"][:5] for found in sent(review)["findings"]] == ["user-"]


def test_the_same_value_is_the_same_pseudonym_everywhere(review: Review) -> None:
    payload = sent(review.with_section("processes", on=True))["sections"]
    assert payload["printing"]["jobs"][0]["owner"] == payload["processes"]["programs"][0]["owner"]


VALUES = st.one_of(
    st.text(max_size=20),
    st.integers(-(10**9), 10**12),
    st.booleans(),
    st.sampled_from(["lmoreau", "password=K3yb0ard!", "a@example.org"]),
)
DATA = st.dictionaries(
    st.sampled_from(["name", "version", "sources", "owner", "dns_servers", "computer_name"]),
    st.one_of(
        VALUES,
        st.lists(VALUES, max_size=3),
        st.lists(st.dictionaries(st.sampled_from(["name", "owner", "x"]), VALUES), max_size=3),
    ),
    max_size=4,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("section"), st.sampled_from(SECTIONS), st.booleans()),
        st.tuples(st.just("row"), st.integers(0, 30), st.booleans()),
        st.tuples(st.just("hide"), VALUES, st.booleans()),
    ),
    max_size=5,
)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(SECTIONS), DATA, max_size=3), STEPS)
def test_the_rows_shown_are_the_bytes_sent(sections: dict[str, Any], steps: list[tuple[str, Any, bool]]) -> None:
    review = reviewed(build(**sections), KnownValues(users=("lmoreau",)))
    for kind, what, on in steps:
        rows = [row for name in sections for row in review.rows(name)]
        if kind == "section":
            review = review.with_section(what, on)
        elif kind == "row" and rows:
            review = review.with_row(rows[what % len(rows)].path, on)
        elif kind == "hide":
            review = review.with_hidden_text(str(what))
    shown = [(row.label, row.sent) for row in _included(review) if row.state != "hidden"]
    heads = {"status", "took_ms", "reason", "trimmed"}
    found = [
        (leaf.name, str(leaf.value).lower() if isinstance(leaf.value, bool) else str(leaf.value))
        for name, section in sent(review)["sections"].items()
        for leaf in leaves(name, {key: value for key, value in section.items() if key not in heads})
    ]
    assert found == [(label, _as_sent(text)) for label, text in shown]


def _included(review: Review) -> Iterator[Any]:
    for section in review.sections:
        if section.included and section.name != FILE_NAMES:
            yield from review.rows(section.name)


def _as_sent(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@pytest.mark.skipif(sys.platform != "linux", reason="plants a process on this machine")
def test_nothing_planted_on_this_machine_is_in_any_form(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = ("Pl4nted-in-env!", "Pl4nted-in-url!", "Pl4nted-on-line!")
    monkeypatch.setenv("DB_PASSWORD", secrets[0])
    monkeypatch.setenv("HTTPS_PROXY", f"http://bob:{secrets[1]}@proxy.example.org:3128")
    code = "import sys; sys.stdin.read()"
    child = subprocess.Popen([sys.executable, "-c", code, f"--password={secrets[2]}"], stdin=subprocess.PIPE)
    try:
        service = Snapshots(Collectors(environ=dict(os.environ)), Numbers(), known_values, NothingOff())
        snapshot = service.take(timeout_s=60)
        assert snapshot.get("processes", "count") > 0
        review = service.review(snapshot)
        for name in (*SECTIONS, FILE_NAMES):
            review = review.with_section(name, on=True)
        forms: list[Callable[[], str]] = [
            lambda: review.payload().decode(),
            lambda: snapshot_exports.text(review, "fr"),
            lambda: snapshot_exports.html(review, "en"),
            lambda: json.dumps(inventory(json.loads(review.payload()), "1")),
            lambda: repr(snapshot),
        ]
        for form in forms:
            written = form()
            assert len(written) > 1000
            assert not [secret for secret in secrets if secret in written]
    finally:
        child.communicate()
