"""Every form a snapshot takes: the document and its schema, GLPI's inventory, text, page, commands."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import resources
from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.history import DailyFiles
from desktop_app.domain.bounds import bounded
from desktop_app.domain.glpi import inventory
from desktop_app.domain.redaction.span import KINDS
from desktop_app.domain.review import FILE_NAMES
from desktop_app.domain.sections import SECTIONS, traits
from desktop_app.domain.snapshot import (
    NotASnapshot,
    Reason,
    Section,
    SectionStatus,
    Snapshot,
    document,
    parse,
    serialise,
)
from desktop_app.protocol.snapshot import schema, schema_text
from desktop_app.services import settings as settings_service
from desktop_app.services import snapshot_exports, snapshot_words
from tests.unit.snapshot.made import NOW, build, every_field, reviewed
from tests.unit.snapshot.shapes import SHAPES


@pytest.fixture(scope="module")
def validator() -> Any:
    return jsonschema_rs.validator_for(schema())


@pytest.fixture(scope="module")
def machine() -> Snapshot:
    return Snapshot(NOW, Collectors().collect(SECTIONS, 30))


def test_the_schema_in_the_repository_is_the_one_the_models_make() -> None:
    kept = resources.path("snapshot.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), "run desktop_app.protocol.snapshot.write_schema()"


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
def test_this_machine_fits_the_schema(validator: Any, machine: Snapshot) -> None:
    review = reviewed(machine)
    everything = review
    for name in (*SECTIONS, FILE_NAMES):
        everything = everything.with_section(name, on=True)
    for payload in (serialise(document(machine)), review.payload(), everything.payload()):
        assert not [error.message for error in validator.iter_errors(json.loads(payload))]


def test_a_section_that_is_not_there_fits_too_and_nonsense_does_not(validator: Any) -> None:
    missing = Section("os", SectionStatus.UNAVAILABLE, 0.0, {}, str(Reason.TOO_SLOW))
    assert validator.is_valid(json.loads(serialise(document(Snapshot(NOW, {"os": missing})))))
    wrong = json.loads(serialise(document(build(os={"uptime_s": "long"}))))
    assert not validator.is_valid(wrong)
    assert not validator.is_valid(json.loads(serialise(document(build(os={"unknown": 1})))))


def test_a_document_is_read_back_as_it_was() -> None:
    snapshot = build(os={"name": "x", "restart_pending": True}, network={"connected": False})
    assert parse(serialise(document(snapshot))) == snapshot


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"schema":"other/1"}', b"\xff", b"[" * 100_000, b'{"schema":1}']
)
def test_what_is_no_snapshot_says_so(content: bytes) -> None:
    with pytest.raises(NotASnapshot):
        parse(content)


def test_settings_and_sections_name_the_same_things() -> None:
    assert settings_service.SECTIONS == SECTIONS


def test_every_field_section_and_kind_has_words() -> None:
    words = resources.words("fields")
    missing = [name for name in every_field() if name not in words and name.rpartition(".")[2] not in words]
    missing += [f"kind.{kind}" for kind in KINDS if f"kind.{kind}" not in words]
    missing += [
        f"{what}.{name}"
        for name in (*SECTIONS, FILE_NAMES)
        for what in ("section", "why")
        if f"{what}.{name}" not in words
    ]
    missing += [f"reason.{reason}" for reason in Reason if f"reason.{reason}" not in words]
    assert not missing


def test_a_list_too_long_is_cut_and_tells_so() -> None:
    printers = {"printers": [{"name": f"p{n}"} for n in range(4000)]}
    found = bounded(Section("printing", SectionStatus.OK, 1.0, printers))
    assert len(found.data["printers"]) == 300
    assert (found.status, found.reason, found.trimmed) == (SectionStatus.PARTIAL, Reason.TOO_MUCH, {"printers": 3700})


def test_days_are_kept_small_private_and_thirty(tmp_path: Path) -> None:
    days = DailyFiles(tmp_path / "days")
    for day in range(1, 32):
        moment = NOW.replace(month=1, day=day)
        days.keep(Snapshot(moment, build(os={"name": str(day)}, processes={"count": 1}).sections))
    files = sorted(file.name for file in (tmp_path / "days").iterdir())
    assert len(files) == 30
    assert files[0].startswith("2026-01-02")
    assert [day.day for day in days.days()] == list(range(31, 1, -1))
    last = days.of_day(date(2026, 1, 30))
    assert last is not None
    assert (last.get("os", "name"), "processes" in last.sections) == ("30", False)
    (tmp_path / "days" / "2026-01-30.json.gz").write_bytes(b"broken")
    assert days.of_day(date(2026, 1, 30)) is None
    assert days.of_day(date(2025, 1, 30)) is None


@pytest.fixture(scope="module")
def glpi(shared_data: Path) -> Any:
    return jsonschema_rs.validator_for(
        json.loads((shared_data / "glpi_inventory_format/inventory.schema.json").read_text())
    )


@settings(max_examples=1000, deadline=None)
@given(sections=st.fixed_dictionaries({}, optional=SHAPES))
def test_the_inventory_of_any_machine_is_one_for_glpi(glpi: Any, sections: dict[str, Any]) -> None:
    payload = json.loads(reviewed(build(**sections), everything=True).payload())
    assert not [error.message for error in glpi.iter_errors(inventory(payload, "1.0"))]


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
def test_the_inventory_of_this_machine(glpi: Any, machine: Snapshot) -> None:
    found = inventory(json.loads(reviewed(machine).payload()), "1.0")
    assert not [error.message for error in glpi.iter_errors(found)]
    assert len(found["content"]["softwares"]) > 10


def test_the_inventory_of_a_laptop_names_what_surrounds_it(glpi: Any) -> None:
    sections: dict[str, dict[str, Any]] = {
        "display": {"screens": [{"name": "DP-1", "maker": "Dell", "model": "U2419H", "serial": "7YK1M92"}]},
        "peripherals": {
            "usb": [{"port": "1-2", "model": "Receiver", "id": "046d:c52b"}],
            "pci": [{"slot": "0:2.0", "kind": "display", "id": "8086:3ea0", "driver": "i915"}],
            "inputs": [{"name": "Keyboard", "kind": "keyboard"}],
            "sound": [{"name": "Speaker", "kind": "output"}],
        },
        "security": {"antivirus": [{"name": "ClamAV", "on": True, "up_to_date": False}], "secure_boot": True,
                     "remote_tools": [{"name": "AnyDesk"}]},
        "identity": {"computer_name": "poste-9", "signed_in": [{"user": "lmoreau"}], "accounts": [{"user": "lmoreau"}]},
    }  # fmt: skip
    found = inventory(json.loads(reviewed(build(**sections), everything=True).payload()), "1.0")
    assert not [error.message for error in glpi.iter_errors(found)]
    content = found["content"]
    assert content["usbdevices"] == [
        {"name": "Receiver", "caption": "Receiver", "vendorid": "046d", "productid": "c52b"}
    ]
    assert (content["controllers"][0]["driver"], content["bios"]["secure_boot"]) == ("i915", "enabled")
    assert content["monitors"] == [{"caption": "U2419H", "name": "U2419H", "manufacturer": "Dell", "port": "DP-1"}]
    assert content["antivirus"] == [{"name": "ClamAV", "enabled": True, "uptodate": False}]
    assert content["remote_mgmt"] == [{"id": "AnyDesk", "type": "AnyDesk"}]
    assert not {"users", "local_users"} & content.keys()
    assert "lmoreau" not in json.dumps(found)


HARMFUL = "<script>alert(1)</script>\u202eevil\x1b[31m"


def test_a_page_and_a_text_are_harmless() -> None:
    review = reviewed(
        build(
            os={"name": HARMFUL},
            identity={"computer_name": "poste-9"},
            printing={"printers": [{"name": HARMFUL, "state": "stopped"}]},
        )
    )
    page = snapshot_exports.html(review, "fr")
    assert "<script>" not in page
    assert "nom d’ordinateur" in page
    text = snapshot_exports.text(review, "fr")
    assert "[nom d’ordinateur]" in text
    assert "Système\u00a0: " in text


@pytest.mark.parametrize(
    ("value", "unit", "language", "words"),
    [
        (True, "", "fr", "oui"),
        (3_000_000_000, "bytes", "fr", "3,0\u00a0Go"),
        (95.5, "%", "de", "95,5\u00a0%"),
        ("2026-03-12T16:42:00", "moment", "en", "12 March 2026, 16:42"),
        ("idle", "", "nl", "klaar"),
        ("something else", "", "fr", "something else"),
        ("not a moment", "moment", "fr", "not a moment"),
    ],
)
def test_values_in_words(value: Any, unit: str, language: Any, words: str) -> None:
    assert snapshot_words.value_words(value, unit, language) == words


def test_what_is_private_is_marked_so_in_the_schema() -> None:
    found = schema()
    job = found["$defs"]["printing.PrintJob"]["properties"]
    assert job["owner"]["x-privacy"] == "personal"
    assert found["properties"]["sections"]["properties"]["printing"]["properties"]["printers"]["x-key"] == "name"
    assert traits("printing.jobs.owner")["mask"] == "user"
