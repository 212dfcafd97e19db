"""Recorded steps at the console: sentences as text, pictures as pictures, and whatever else is brought is harmless."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtGui import QImage

from desktop_app.services.steps import KeptStep, packed
from desktop_app.ui.pages.pictures import png
from tests.contract.desk import DeskProcess, DeviceCaller, Technician

PIXELS = png(QImage(40, 30, QImage.Format.Format_RGB32))
FILE = packed([KeptStep("J’ai cliqué sur <b>Imprimer</b>.", PIXELS), KeptStep("Rien ne sort.")])


def brought(caller: DeviceCaller, content: bytes, kind: str = "steps") -> tuple[str, str]:
    """A request with that file; the ids of both."""
    kept = caller.upload(content, "demo.steps.zip", kind).json()["id"]
    return caller.create(attachments=[kept]).json()["id"], kept


def zipped(**files: bytes) -> bytes:
    """A ZIP whose files are packed, as our own program never does."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return made.getvalue()


def test_steps_are_read_in_place(own_desk: DeskProcess, page: Page, tmp_path: Path) -> None:
    ticket, _ = brought(own_desk.device(), FILE)
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.get_by_role("link", name="Étapes enregistrées").click()
    rows = page.locator(".recorded li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("J’ai cliqué sur <b>Imprimer</b>.")
    expect(rows.first.get_by_role("img", name="Image de l’étape 1")).to_have_js_property("naturalWidth", 40)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_picture_is_only_ever_a_picture(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    _, kept = brought(camille, FILE)
    answer = sofia.page(f"attachments/{kept}/steps/1")
    assert (answer.content, answer.headers["Content-Type"]) == (PIXELS, "image/png")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert [sofia.page(f"attachments/{kept}/steps/{number}").status_code for number in (2, 3)] == [404, 404]


@pytest.mark.parametrize(
    "content",
    [
        b"no archive",
        FILE[:-30],
        zipped(steps_json=b"{}"),
        zipped(steps_json=b'{"steps": [{"sentence": "x"}]}' + b" " * 9_000_000),
        packed([KeptStep("x", b"<script>alert(1)</script>")]),
    ],
    ids=["other", "cut", "empty", "grows", "script"],
)
def test_what_is_no_such_file_is_said_and_shown_as_nothing(
    camille: DeviceCaller, sofia: Technician, content: bytes
) -> None:
    ticket, kept = brought(camille, content)
    assert sofia.page(f"tickets/{ticket}").status_code == 200
    assert sofia.page(f"attachments/{kept}/steps").status_code == 200
    assert sofia.page(f"attachments/{kept}/steps/1").status_code == 404


def test_another_kind_of_file_has_no_steps(camille: DeviceCaller, sofia: Technician) -> None:
    _, kept = brought(camille, FILE, kind="file")
    assert sofia.page(f"attachments/{kept}/steps").status_code == 404
