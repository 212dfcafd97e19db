"""The commands: snapshot, snapshot diff, redact."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from desktop_app.cli import main
from desktop_app.domain.snapshot import document, serialise
from desktop_app.protocol.snapshot import schema
from tests.unit.snapshot.made import build


@pytest.fixture(scope="module")
def validator() -> Any:
    return jsonschema_rs.validator_for(schema())


class _Bytes:
    def __init__(self, content: bytes = b"") -> None:
        self.buffer = io.BytesIO(content)

    def write(self, text: str) -> None:
        self.buffer.write(text.encode())

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


def run(monkeypatch: pytest.MonkeyPatch, *words: str, given: bytes = b"") -> tuple[int, bytes]:
    out = _Bytes()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", _Bytes(given))
    code = main(words)
    return code, out.buffer.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
class TestCommands:
    def test_snapshot_json_is_a_valid_document_of_the_sections_asked_for(
        self, monkeypatch: pytest.MonkeyPatch, validator: Any
    ) -> None:
        code, out = run(monkeypatch, "snapshot", "--json", "--sections", "os,memory")
        found = json.loads(out)
        assert code == 0
        assert set(found["sections"]) == {"os", "memory"}
        assert not [error.message for error in validator.iter_errors(found)]

    def test_raw_is_not_masked_and_the_rest_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        name = Path("/proc/sys/kernel/hostname").read_text().strip()
        _, raw = run(monkeypatch, "snapshot", "--json", "--raw", "--sections", "identity")
        _, masked = run(monkeypatch, "snapshot", "--json", "--sections", "identity")
        assert json.loads(raw)["sections"]["identity"]["computer_name"] == name
        assert re.fullmatch(r"host-\d+", json.loads(masked)["sections"]["identity"]["computer_name"])

    @pytest.mark.parametrize("form", ["--text", "--html", "--glpi"])
    def test_every_form_goes_to_a_file(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str) -> None:
        code, out = run(monkeypatch, "snapshot", form, "--output", str(tmp_path / "f"))
        assert (code, out) == (0, b"")
        assert (tmp_path / "f").stat().st_size > 500

    @pytest.mark.parametrize("place", ["not/there/f", "."])
    def test_a_place_where_no_file_can_be_is_told_in_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
    ) -> None:
        code, _ = run(monkeypatch, "snapshot", "--sections", "os", "--output", str(tmp_path / place))
        assert code == 1
        assert str(tmp_path / place) in capsys.readouterr().err

    def test_an_unknown_section_is_wrong_usage(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert run(monkeypatch, "snapshot", "--sections", "soul")[0] == 2
        assert run(monkeypatch, "snapshot", "diff", "one")[0] == 2

    def test_differences(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        for name, version in (("old", "7.0.3"), ("new", "7.1.0")):
            made = build(software={"packages": [{"name": "driver", "version": version}]})
            (tmp_path / name).write_bytes(serialise(document(made)))
        code, out = run(monkeypatch, "snapshot", "diff", str(tmp_path / "old"), str(tmp_path / "new"), "--json")
        assert code == 0
        assert [(change["item"], change["before"], change["after"]) for change in json.loads(out)["changes"]] == [
            ("driver", "7.0.3", "7.1.0")
        ]
        assert b"7.0.3" in run(monkeypatch, "snapshot", "diff", str(tmp_path / "old"), str(tmp_path / "new"))[1]

    def test_files_that_are_no_snapshots_are_told_in_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        large = tmp_path / "large.json"
        with large.open("wb") as file:
            file.truncate(51 * 1024 * 1024)
        (tmp_path / "text").write_text("hello")
        for name in ("large.json", "text", "missing"):
            code, out = run(monkeypatch, "snapshot", "diff", str(tmp_path / name), str(tmp_path / name))
            assert (code, out) == (1, b"")
            assert name in capsys.readouterr().err

    def test_redact_keeps_every_other_byte(self, monkeypatch: pytest.MonkeyPatch) -> None:
        given_bytes = b"a\x1eb\r\n\xff\xfe password=K3yb0ard! \x00\x1b[31m\r\n\xc3\xa9"
        code, out = run(monkeypatch, "redact", given=given_bytes)
        assert (code, out) == (0, given_bytes.replace(b"K3yb0ard!", b"secret-1"))

    def test_redact_with_known_values_tells_spans_in_bytes(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "known.json").write_text('{"users": ["lmoreau"], "odd": 3}')
        text = "é\xff lmoreau ".encode("latin-1") + "é lmoreau".encode()
        _, out = run(monkeypatch, "redact", "--known", str(tmp_path / "known.json"), "--json", given=text)
        spans = json.loads(out)["spans"]
        assert [text[span["start"] : span["end"]] for span in spans] == [b"lmoreau", b"lmoreau"]
        assert {(span["kind"], span["pseudonym"]) for span in spans} == {("user", "user-1")}

    def test_pseudonyms_last_from_one_run_to_the_next(self, monkeypatch: pytest.MonkeyPatch) -> None:
        first = run(monkeypatch, "redact", given=b"mail a@example.org")[1]
        assert run(monkeypatch, "redact", given=b"mail b@example.org a@example.org")[1].split()[-1] == first.split()[-1]
