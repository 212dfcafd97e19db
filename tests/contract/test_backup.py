"""A help desk comes back from its archive as it was; a broken archive restores nothing."""

import json
import tarfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller


@pytest.fixture
def empty_database(desk: DeskProcess, request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue("postgres_server").database() if desk.database else ""


def test_back_again(desk: DeskProcess, empty_database: str, tmp_path: Path) -> None:
    camille, sofia = desk.device(), desk.technician()
    kept = camille.upload(b"the very bytes").json()["id"]
    ticket = camille.create(attachments=[kept]).json()
    archive = tmp_path / "desk.tar"
    (desk.data / "pack-key.json").write_text('{"name": "valclair"}')
    assert desk.command("backup", str(archive))["attachments"] == 1
    assert archive.stat().st_mode & 0o077 == 0, "it holds secrets"
    later = camille.create().json()["id"]
    again = DeskProcess(tmp_path / "again", empty_database)
    assert again.command("restore", str(archive))["attachments"] == 1
    assert (again.data / "pack-key.json").read_text() == '{"name": "valclair"}', "fixes can be signed as before"
    with again:
        moved = DeviceCaller(again, camille.token, camille.device_id)
        assert (
            moved.ask("GET", f"tickets/{ticket['id']}").json() == camille.ask("GET", f"tickets/{ticket['id']}").json()
        )
        assert moved.ask("GET", f"attachments/{kept}").content == b"the very bytes"
        assert moved.ask("GET", f"tickets/{later}").status_code == 404, "made after the archive"
        sofia.desk = again
        assert sofia.page("", allow_redirects=False).status_code == 200, "nobody has to sign in again"
        assert moved.create().json()["number"] == ticket["number"] + 1
    assert again.command("audit", "check")["why"] == ""
    assert again.run("restore", str(archive)).returncode == 1, "never over what is there"


def test_what_has_begun_to_arrive_goes_on_after_a_restore(own_desk: DeskProcess, tmp_path: Path) -> None:
    camille, file = own_desk.device(), new_id()
    camille.ask("PUT", f"attachments/{file}/parts", data=b"the first half, ", params={"offset": 0})
    archive = tmp_path / "desk.tar"
    assert own_desk.command("backup", str(archive))["attachments"] == 0
    again = DeskProcess(tmp_path / "again")
    again.command("restore", str(archive))
    with again:
        moved = DeviceCaller(again, camille.token, camille.device_id)
        assert moved.ask("GET", f"attachments/{file}/parts").json() == {"size": 16}
        moved.ask("PUT", f"attachments/{file}/parts", data=b"and the other", params={"offset": 16})
        whole = moved.ask("PUT", f"attachments/{file}", params={"filename": "a.txt", "parts": "true"})
        assert whole.json()["sha256"] == sha256(b"the first half, and the other").hexdigest()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_its_end(content: bytes) -> bytes:
    return content[:-12_000]


def flipped(content: bytes) -> bytes:
    at = content.index(b"the very bytes")
    return content[:at] + b"T" + content[at + 1 :]


def emptied(content: bytes) -> bytes:
    return b""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("archive")
    with DeskProcess(folder / "data") as desk:
        desk.device().upload(b"the very bytes")
        desk.command_ok("backup", str(folder / "desk.tar"))
    return (folder / "desk.tar").read_bytes()


@pytest.mark.parametrize("harm", [cut, without_its_end, flipped, emptied])
def test_a_broken_archive_restores_nothing(archive: bytes, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    broken, desk = tmp_path / "broken.tar", DeskProcess(tmp_path / "data")
    broken.write_bytes(harm(archive))
    done = desk.run("restore", str(broken))
    assert done.returncode == 1
    assert "incomplete" in done.stderr or "incomplète" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["broken.tar"], "no trace of the trial"


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "attachments/../../evil", "helpdesk.sqlite3"])
def test_an_archive_of_somebody_else(tmp_path: Path, name: str) -> None:
    evil = tmp_path / "evil.tar"
    (tmp_path / "x").write_text("x")
    with tarfile.open(evil, "w") as members:
        members.add(tmp_path / "x", arcname=name)
        manifest = tmp_path / "m"
        manifest.write_text(json.dumps({"format": 1, "kind": "sqlite", "files": {}}))
        members.add(manifest, arcname="manifest.json")
    desk = DeskProcess(tmp_path / "inside" / "data")
    assert desk.run("restore", str(evil)).returncode == 1
    assert not list((tmp_path / "inside").iterdir())
    assert not (tmp_path / "evil").exists()


def test_what_cannot_be_backed_up_says_so(tmp_path: Path) -> None:
    desk = DeskProcess(tmp_path / "nothing")
    assert desk.run("backup", str(tmp_path / "a.tar")).returncode == 1
    assert desk.run("backup", str(tmp_path / "no-folder" / "a.tar")).returncode == 1
    assert not list(tmp_path.glob("*.tar*"))
