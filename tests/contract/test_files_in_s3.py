"""Files in a bucket: the same promises as in the folder, and plain words when the bucket is away or says no."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from desktop_app.protocol.base import new_id
from tests.contract.bucket import NAME, BucketServer
from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.inside import inside

CONTENT = bytes(range(256)) * 4096
DIGEST = hashlib.sha256(CONTENT).hexdigest()
PLACE = f"files/{DIGEST[:2]}/{DIGEST}"


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[BucketServer]:
    """A server of its own, that lets in the help desk alone; every help desk that starts now is told of it."""
    server = BucketServer(tmp_path / "bucket.log", getattr(request, "param", 0))
    server.start()
    monkeypatch.setenv("RESCOUSSE_HELPDESK_BUCKET", f"s3://{NAME}/files")
    for name, value in server.seal().items():
        monkeypatch.setenv(name, value)
    yield server
    server.stop()


@pytest.fixture
def s3_desk(bucket: BucketServer, made_desk: DeskProcess, tmp_path: Path) -> Iterator[DeskProcess]:
    with made_desk.like(tmp_path / "data") as process:
        yield process


_BROUGHT = """
import hashlib
from desktop_app.helpdesk import keeping
file, told = Path(sys.argv[1]) / "brought", hashlib.sha256(sys.argv[3].encode()).hexdigest()
file.write_text(sys.argv[3])
keeping.keep(file, told)
"""
_SWEPT = """
from desktop_app.helpdesk import retention
told = retention.remove_strays()
"""


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_files_come_back_and_the_same_bytes_are_kept_once(s3_desk: DeskProcess, bucket: BucketServer) -> None:
    camille, sofia = s3_desk.device(), s3_desk.technician()
    kept, again = camille.upload(CONTENT, "a.bin").json(), camille.upload(CONTENT, "b.bin").json()
    assert kept["sha256"] == again["sha256"] == DIGEST
    assert list(bucket.names()) == [PLACE]
    camille.create(attachments=[kept["id"]])
    assert camille.ask("GET", f"attachments/{kept['id']}").content == CONTENT
    assert sofia.page(f"attachments/{kept['id']}").content == CONTENT
    assert not files_in(s3_desk.data / "attachments"), "nothing of them stays in the folder"


def test_parts_become_a_whole_file_and_stay_while_the_bucket_is_away(
    s3_desk: DeskProcess, bucket: BucketServer
) -> None:
    camille, file = s3_desk.device(), new_id()
    told = {"filename": "film.mkv", "parts": "true", "sha256": DIGEST}
    camille.ask("PUT", f"attachments/{file}/parts", data=CONTENT, params={"offset": 0})
    bucket.stop()
    refused = camille.ask("PUT", f"attachments/{file}", params=told)
    assert (refused.status_code, refused.json()["code"]) == (503, "files_silent")
    assert "Rien n’est perdu" in refused.json()["detail"]
    assert camille.ask("GET", f"attachments/{file}/parts").json() == {"size": len(CONTENT)}
    bucket.start()
    assert camille.ask("PUT", f"attachments/{file}", params=told).json()["sha256"] == DIGEST
    assert list(bucket.names()) == [PLACE]
    assert not files_in(s3_desk.data / "parts")


def test_a_bucket_that_is_away_is_told_and_the_rest_goes_on(s3_desk: DeskProcess, bucket: BucketServer) -> None:
    camille, sofia = s3_desk.device(), s3_desk.technician()
    kept = camille.upload(json.dumps({"findings": []}).encode(), "report.json", "snapshot").json()
    ticket = camille.create(attachments=[kept["id"]]).json()["id"]
    assert _figure(s3_desk) == "1.0"
    bucket.stop()
    answers = [camille.ask("GET", f"attachments/{kept['id']}"), camille.upload(CONTENT)]
    assert [answer.status_code for answer in answers] == [503, 503]
    page = sofia.page(f"attachments/{kept['id']}")
    assert page.status_code == 503
    assert "Rien n’est perdu" in page.text
    form = {"body": "Voici la notice.", "mode": "reply", "csrfmiddlewaretoken": sofia.browser.cookies["csrftoken"]}
    place = f"{s3_desk.console}tickets/{ticket}/write"
    page = sofia.browser.post(place, data=form, files={"files": CONTENT}, headers={"Referer": s3_desk.console})
    assert "Voici la notice." in page.text, "what was typed is still in the page"
    assert "Rien n’est perdu" in page.text
    assert sofia.page(f"tickets/{ticket}").status_code == 200
    assert camille.write(ticket).ok
    assert not files_in(s3_desk.data / "attachments")
    ready = requests.get(f"{s3_desk.url}/readyz", timeout=30)
    assert (ready.status_code, ready.json()) == (503, {"database": True, "attachments": False})
    assert _figure(s3_desk) == "0.0"
    bucket.start()
    assert camille.upload(CONTENT).ok
    assert requests.get(f"{s3_desk.url}/readyz", timeout=30).ok


def _figure(desk: DeskProcess) -> str:
    lines = requests.get(f"{desk.url}/metrics", timeout=30).text.splitlines()
    return next(line.split()[1] for line in lines if line.startswith("rescousse_attachments_answer "))


@pytest.mark.parametrize("bucket", [2 * 3600], indirect=True)
def test_who_is_forgotten_leaves_nothing_in_the_bucket(
    s3_desk: DeskProcess, bucket: BucketServer, tmp_path: Path
) -> None:
    lea, marc = s3_desk.device("Léa Durand"), s3_desk.device("Marc Dubois")
    lea.upload(CONTENT)
    for caller in (lea, marc):
        caller.upload(b"of both")
    person = s3_desk.command("person", "find", "Durand")[0]["id"]
    saved = tmp_path / "lea.zip"
    s3_desk.command_ok("person", "export", person, "--output", str(saved))
    assert CONTENT in {zipfile.ZipFile(saved).read(name) for name in zipfile.ZipFile(saved).namelist()}
    s3_desk.command_ok("person", "erase", person, "--yes")
    shared = hashlib.sha256(b"of both").hexdigest()
    assert list(bucket.names()) == [f"files/{shared[:2]}/{shared}"]
    bucket.stop()
    person = s3_desk.command("person", "find", "Dubois")[0]["id"]
    for order in (("export", person, "--output", str(tmp_path / "marc.zip")), ("erase", person, "--yes")):
        done = s3_desk.run("person", *order)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "marc.zip").exists()
    assert s3_desk.command("person", "find", "Dubois"), "nobody is forgotten by half"


@pytest.mark.parametrize("bucket", [2 * 3600], indirect=True)
def test_bytes_that_nobody_has_any_more_are_swept_up(s3_desk: DeskProcess, bucket: BucketServer) -> None:
    s3_desk.device().upload(CONTENT)
    inside(s3_desk, _BROUGHT, "nobody's")
    assert len(bucket.names()) == 2
    assert inside(s3_desk, _SWEPT) == 1
    assert list(bucket.names()) == [PLACE]


def test_so_they_are_in_the_folder_but_none_that_were_just_brought(own_desk: DeskProcess) -> None:
    own_desk.device().upload(CONTENT)
    stray = inside(own_desk, _BROUGHT, "nobody's")
    for file in files_in(own_desk.data / "attachments"):
        os.utime(file, (0, 0))
    fresh = inside(own_desk, _BROUGHT, "just brought")
    assert {stray, fresh, DIGEST} == {file.name for file in files_in(own_desk.data / "attachments")}
    assert inside(own_desk, _SWEPT) == 1
    assert {fresh, DIGEST} == {file.name for file in files_in(own_desk.data / "attachments")}


def test_what_was_just_brought_again_is_not_cleared_away(s3_desk: DeskProcess, bucket: BucketServer) -> None:
    lea, marc = s3_desk.device("Léa Durand"), s3_desk.device("Marc Dubois")
    lea.upload(CONTENT)
    before = bucket.names()[PLACE]
    while bucket.names()[PLACE] == before:  # its times are whole seconds
        assert marc.upload(CONTENT).ok
    s3_desk.command_ok("person", "erase", s3_desk.command("person", "find", "Durand")[0]["id"], "--yes")
    assert list(bucket.names()) == [PLACE]


def test_back_again_from_one_bucket_to_another_place(
    s3_desk: DeskProcess, bucket: BucketServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camille, archive = s3_desk.device(), tmp_path / "desk.tar"
    kept = camille.upload(CONTENT).json()["id"]
    camille.create(attachments=[kept])
    assert s3_desk.command("backup", str(archive))["attachments"] == 1
    for name, where in (("bucket", f"s3://{NAME}/other"), ("folder", "")):
        monkeypatch.setenv("RESCOUSSE_HELPDESK_BUCKET", where)
        again = DeskProcess(tmp_path / name)
        assert again.command("restore", str(archive))["attachments"] == 1
        assert bool(files_in(again.data / "attachments")) is not bool(where)
        with again:
            moved = DeviceCaller(again, camille.token, camille.device_id)
            assert moved.ask("GET", f"attachments/{kept}").content == CONTENT
    assert set(bucket.names()) == {PLACE, PLACE.replace("files", "other")}


def test_nothing_is_backed_up_or_restored_without_the_bucket(
    s3_desk: DeskProcess, bucket: BucketServer, tmp_path: Path
) -> None:
    s3_desk.device().upload(CONTENT)
    archive = tmp_path / "desk.tar"
    s3_desk.command_ok("backup", str(archive))
    bucket.stop()
    for done in (
        s3_desk.run("backup", str(tmp_path / "second.tar")),
        DeskProcess(tmp_path / "again").run("restore", str(archive)),
    ):
        assert done.returncode == 1
        assert "réessayez" in done.stderr or "try again" in done.stderr
    assert not (tmp_path / "second.tar").exists()
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AWS_SECRET_ACCESS_KEY", "another"),
        ("AWS_ACCESS_KEY_ID", "another"),
        ("AWS_ENDPOINT_URL", "no address"),
        ("RESCOUSSE_HELPDESK_BUCKET", "s3://nowhere"),
        ("RESCOUSSE_HELPDESK_BUCKET", "valclair"),
    ],
)
def test_a_bucket_that_says_no_is_told_before_anything_is_served(
    bucket: BucketServer, made_desk: DeskProcess, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = made_desk.run("serve", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "its address and its keys" in done.stderr or "son adresse et ses clés" in done.stderr
    assert "Traceback" not in done.stderr
