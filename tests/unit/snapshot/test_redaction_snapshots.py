"""Snapshots with something planted in any of their fields: no form of them holds it."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.glpi import inventory
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.sections import TYPES, inside
from desktop_app.services import snapshot_exports
from tests.unit.snapshot.made import build, reviewed

KNOWN = KnownValues(users=("lnovak", "Léa Novák"), hosts=("NB-COMPTA-7",), macs=("9c:5a:44:10:20:30",))
KEY = "ghp_" + "Zk4Wq9Rt2Yb7Nx1C" + "v6Mp3Lo8"
PLANTED = ("lnovak", "Novák", "Nov\\u00e1k", "compta-7", "10:20:30", "quark88", KEY.lower())
TEXTS = st.sampled_from(
    [
        "C:\\Users\\lnovak\\AppData\\x.exe",
        "/home/lnovak/Bureau/x",
        "Léa Novák",
        "NB-COMPTA-7.lan",
        "9C-5A-44-10-20-30",
        "x.exe --password Quark88! --quiet",
        "https://lea:Quark88!@srv.example/a?token=Quark88Quark88",
        f"key {KEY} set",
        "<password>Quark88!</password>",
        "password=Quark88!\nnext",
        "l\u200bnovak",
        "fine",
        "é\u202e<b>",
        "",
    ]
)


def holders(kind: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Data of a section or of an entry: any of its fields that may hold a text of somebody's."""
    found: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(kind):
        within = inside(kind, field.name)
        if within is not None:
            found[field.name] = st.lists(holders(within), max_size=2)
        elif "str" in str(get_type_hints(kind)[field.name]) and not field.metadata.get("plain"):
            is_list = "tuple" in str(get_type_hints(kind)[field.name])
            found[field.name] = st.lists(TEXTS, max_size=2) if is_list else TEXTS
    return st.fixed_dictionaries({}, optional=found)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(TYPES)).flatmap(lambda name: holders(TYPES[name]).map(lambda data: (name, data))))
def test_no_form_of_a_snapshot_holds_what_was_planted(section: tuple[str, Mapping[str, Any]]) -> None:
    name, data = section
    review = reviewed(build(**{name: data}), KNOWN, everything=True)
    document = json.loads(review.payload())
    forms = {
        "payload": review.payload().decode(),
        "rows": repr([[piece.text for piece in row.pieces] for row in review.rows(name)]),
        "text": snapshot_exports.text(review, "fr"),
        "page": snapshot_exports.html(review, "en"),
        "glpi": json.dumps(inventory(document, "1"), ensure_ascii=False),
    }
    found = {form: planted for form, text in forms.items() for planted in PLANTED if planted in text.lower()}
    assert not found, (name, data)


def test_a_personal_value_that_is_shown_keeps_its_secrets() -> None:
    printer = {"name": "x", "connection": "ipp://lea:Quark88!@10.1.2.3/ipp"}
    review = reviewed(build(printing={"printers": [printer]}), KNOWN)
    path = next(row.path for row in review.rows("printing") if row.label.endswith("connection"))
    assert "Quark88" not in review.payload().decode()
    shown = review.with_row(path, shown=True).payload().decode()
    assert "ipp://lea:secret-1@10.1.2.3/ipp" in shown


def test_shown_names_of_documents_show_nothing_else() -> None:
    job = {"id": 1, "document": "/home/lnovak/Offre Quark.docx - password=Quark88!"}
    text = 'opened "Offre Quark.docx" for user lnovak, password=Quark88!'
    snapshot = build(printing={"jobs": [job], "last_errors": [text]})
    review = reviewed(snapshot, KNOWN)
    assert "Offre" not in review.payload().decode()
    shown = reviewed(snapshot, KNOWN, everything=True).payload().decode()
    assert shown.count("Offre Quark.docx") == 2
    assert "lnovak" not in shown
    assert "Quark88" not in shown
