"""`rescousse fix` and `rescousse search`: what scripts rely on. Silence is no."""

import io
import json
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the fix that is run here is one of Linux")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a proxy that does not answer; the file that sets it."""
    folder = tmp_path / "home/.config/environment.d"
    folder.mkdir(parents=True)
    file = folder / "bureau.conf"
    file.write_text("http_proxy=http://127.0.0.1:9\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home/.config"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
    monkeypatch.setenv("RESCOUSSE_LANG", "fr")
    says(monkeypatch, "")
    return file


def says(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def is_on(file: Path) -> bool:
    return file.read_text(encoding="utf-8").startswith("http_proxy")


RUN = ("fix", "run", "names_not_resolved_proxy")


def test_silence_is_no(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(RUN) == 3
    assert is_on(desk)
    assert "Rien n’a changé." in capsys.readouterr().out


@pytest.mark.parametrize("said", ["non\n", "\n", "ok\n", "OUI MAIS NON\n"])
def test_anything_but_yes_is_no(desk: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    says(monkeypatch, said)
    assert main(RUN) == 3
    assert is_on(desk)


def test_a_yes_in_the_terminal_repairs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, "Oui\n")
    assert main(RUN) == 0
    assert not is_on(desk)


def test_dry_run_shows_and_changes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*RUN, "--dry-run", "--yes")) == 0
    assert is_on(desk)
    out = capsys.readouterr().out
    assert "Vos pages ne passent plus par" in out
    assert "rien n’a été changé" in out


def test_one_document_and_nothing_else(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*RUN, "--yes", "--json")) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["run"]["state"] == "fixed"
    assert document["view"]["before"] == "Vos pages passent par «\u00a0127.0.0.1\u00a0», qui ne répond pas."
    run_id = document["run"]["id"]
    assert main(("fix", "undo", run_id, "--json")) == 0
    assert json.loads(capsys.readouterr().out)["run"]["state"] == "undone"
    assert is_on(desk)
    assert main(("fix", "undo", run_id)) == 1
    assert "rien à annuler" in capsys.readouterr().err
    assert main(("fix", "history", "--json")) == 0
    assert [run["state"] for run in json.loads(capsys.readouterr().out)] == ["undone"]


def test_an_answer_that_is_not_offered(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("fix", "run", "program_hangs", "--answer", "which=everything")) == 2
    assert "n’est pas une réponse possible" in capsys.readouterr().err


def test_an_unanswered_question_is_no(desk: Path) -> None:
    assert main(("fix", "run", "program_hangs")) == 3


def test_unknown_fix_and_unknown_run(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("fix", "run", "nothing")) == 1
    assert main(("fix", "undo", "../../etc/passwd")) == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_list_and_show(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("fix", "list", "--json")) == 0
    assert len(json.loads(capsys.readouterr().out)) >= 8
    assert main(("fix", "show", "disk_full")) == 0
    assert "Mesurer la place" in capsys.readouterr().out


def test_lint_tells_file_and_line(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: a\nnonsense: 1\n", encoding="utf-8")
    assert main(("fix", "lint", str(bad))) == 1
    assert capsys.readouterr().out.startswith(f"{bad}:2: ")
    assert main(("fix", "lint", str(bad), "--json")) == 1
    assert json.loads(capsys.readouterr().out)[0]["line"] == 2
    assert main(("fix", "lint", str(tmp_path / "gone"))) == 1


def test_search_from_the_terminal(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("search", "je", "n'arrive", "pas", "à", "imprimer", "--json")) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "print_queue_stuck"
    assert main(("search", "Drucker", "--lang", "de", "--limit", "1")) == 0
    assert capsys.readouterr().out.count("\n") == 3
    assert main(("search", "xyzzyxyzzy")) == 0
    assert "aide toute prête" in capsys.readouterr().err


def test_again_within_the_hour_asks_for_a_person_first(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    says(monkeypatch, "oui\n")
    assert main(RUN) == 0
    capsys.readouterr()
    for said in ("", "2\n", "oui\n"):
        says(monkeypatch, said)
        assert main(RUN) == 3
    out, err = capsys.readouterr()
    assert "n’a pas aidé tout à l’heure\u00a0: une personne\u202f?" in out
    assert "1. Essayer encore" in out
    assert "2. Parler à une personne" in out
    assert "Rien n’a été fait" in err
    for said, words in (("1\n", ()), ("", ("--again",)), ("", ("--yes",)), ("", ("--dry-run",))):
        says(monkeypatch, said)
        assert main((*RUN, *words)) == 1, "it ran: there is no proxy any more"


def test_a_locked_fix_says_so(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('[fixes]\nlocked = ["names_not_resolved_proxy"]\n', encoding="utf-8")
    monkeypatch.setenv("RESCOUSSE_POLICY", str(policy))
    assert main((*RUN, "--yes")) == 3
    assert "verrouillé par votre organisation" in capsys.readouterr().err
    assert is_on(desk)
    assert main(("fix", "show", "names_not_resolved_proxy")) == 0
    assert "Verrouillé par votre organisation" in capsys.readouterr().out
