"""Files: whole, once, theirs alone, never run by a browser, and never larger than was said."""

import hashlib
from collections.abc import Iterator

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician

HTML = b"<!doctype html><script>alert(document.cookie)</script>"
MEBIBYTE = 1024 * 1024


def test_a_file_comes_back_as_it_was(camille: DeviceCaller) -> None:
    content = bytes(range(256)) * 1000
    kept = camille.upload(content, "état.bin").json()
    assert (kept["size"], kept["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    camille.create(attachments=[kept["id"]])
    assert camille.ask("GET", f"attachments/{kept['id']}").content == content


def test_bytes_that_changed_on_the_way_are_not_kept(camille: DeviceCaller) -> None:
    file_id, right = new_id(), hashlib.sha256(b"whole").hexdigest()
    told = {"filename": "a.txt", "sha256": right}
    assert camille.ask("PUT", f"attachments/{file_id}", data=b"who", params=told).status_code == 422
    assert camille.ask("PUT", f"attachments/{file_id}", data=b"whole", params=told).json()["sha256"] == right


def test_a_body_without_end_is_refused_and_leaves_nothing(own_desk: DeskProcess) -> None:
    answer = own_desk.device().upload(_chunks(110), "film.mkv")  # type: ignore[arg-type]
    assert answer.status_code == 413
    assert not [file for file in (own_desk.data / "attachments").rglob("*") if file.is_file()]


def test_the_same_file_twice_is_one_file(camille: DeviceCaller) -> None:
    file_id = new_id()
    first = camille.upload(b"bytes", file_id=file_id)
    assert camille.upload(b"bytes", file_id=file_id).json() == first.json()
    assert camille.upload(b"other", file_id=file_id).status_code == 409


def test_files_of_others_can_be_neither_read_nor_claimed(camille: DeviceCaller, marc: DeviceCaller) -> None:
    kept = camille.upload(b"bulletin de paie").json()
    assert marc.create(attachments=[kept["id"]]).status_code == 409
    camille.create(attachments=[kept["id"]])
    assert marc.ask("GET", f"attachments/{kept['id']}").status_code == 404
    assert marc.upload(b"x", file_id=kept["id"]).status_code == 409


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/passwd",
        "..\\..\\windows\\system32\\cmd.exe",
        "a\r\nSet-Cookie: stolen=1",
        'quote".html',
        "\u202egpj.exe",
        "..",
        "x" * 5000,
        "<script>alert(1)</script>.html",
        "accents éàü 名前.pdf",
    ],
)
def test_hostile_names(camille: DeviceCaller, sofia: Technician, name: str) -> None:
    kept = camille.upload(HTML, name, headers={"Content-Type": "text/html"}).json()
    ticket = camille.create(attachments=[kept["id"]]).json()["id"]
    assert not set("/\\\r\n\u202e") & set(kept["filename"])
    assert 0 < len(kept["filename"]) <= 200
    for answer in (
        camille.ask("GET", f"attachments/{kept['id']}"),
        sofia.page(f"attachments/{kept['id']}"),
    ):
        assert answer.content == HTML
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers
    assert "<script>alert" not in sofia.page(f"tickets/{ticket}").text


def test_a_snapshot_that_is_too_large_is_refused_with_a_sentence(camille: DeviceCaller) -> None:
    answer = camille.upload(_chunks(150), "snapshot.json", kind="snapshot")  # type: ignore[arg-type]
    assert answer.status_code == 413
    assert "50 Mo" in answer.json()["detail"], "in the language of its user"


def _chunks(mebibytes: int) -> Iterator[bytes]:
    for _ in range(mebibytes):
        yield b" " * MEBIBYTE
