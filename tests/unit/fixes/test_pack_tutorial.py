"""The tutorial, followed to the letter."""

import json
import re
import shlex
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.cli import main
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.knowledge.pack_commands import read_commands

TUTORIAL = resources.path("packs/README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^    .*\n?)+", TUTORIAL, re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place to write a pack, and a computer whose policy names its share."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESCOUSSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RESCOUSSE_POLICY", str(tmp_path / "policy.toml"))
    monkeypatch.setenv("RESCOUSSE_LANG", "fr")
    return tmp_path


def commands() -> list[list[str]]:
    lines = [line.strip() for block in BLOCKS for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("rescousse fix")]


def test_every_line_of_it_works_in_order(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    share, line = desk / "my_pack", ""
    for words in commands():
        if words[2] == "verify":
            assert main(words) == 1, "not before the policy knows the key"
            (desk / "policy.toml").write_text(f'[packs]\nkeys = ["{line}"]\nfolders = ["{share}"]\n', encoding="utf-8")
        assert main(words) == 0, f"{words}: {capsys.readouterr()}"
        if words[2] == "keygen":
            line = re.findall(r'"(valclair-2026=\S+)"', capsys.readouterr().out)[0]
            assert (desk / "valclair-2026.key").stat().st_mode & 0o077 == 0
            assert line not in (desk / "valclair-2026.key").read_text()
    assert main(["fix", "pack", "update", "--json"]) == 0
    said = capsys.readouterr().out
    assert json.loads(said[said.rindex('{\n  "in_force"') :])["in_force"] == [
        {"name": "valclair", "version": 1, "fixes": ["badge_reader_stopped"]}
    ]
    assert main(["search", "lecteur", "badge", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "badge_reader_stopped"
    assert main(["fix", "show", "badge_reader_stopped"]) == 0
    assert "Relancer le lecteur de badge" in capsys.readouterr().out


def test_its_example_of_commands_is_in_order() -> None:
    block = next(block for block in BLOCKS if "- id:" in block)
    text = "\n".join(line[4:] for line in block.splitlines())
    read = read_commands("commands.yaml", text.encode(), "valclair")
    assert read.faults == []
    assert set(read.known) == {"valclair.badge_reader"}


def test_the_author_of_an_unsigned_pack_is_told_how_to_sign(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["fix", "pack", "new", "it", "--name", "it_pack"])
    assert main(["fix", "lint", "it"]) == 0
    assert "rescousse fix pack sign it --key" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_told_with_file_and_line(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("RESCOUSSE_LANG", language)
    main(["fix", "pack", "new", "it", "--name", "it_pack"])
    file = desk / "it/commands.yaml"
    file.write_text(file.read_text().replace("[systemctl, --user, start", "[sh, -c, start"), encoding="utf-8")
    capsys.readouterr()
    assert main(["fix", "lint", "it"]) == 1
    said = capsys.readouterr().out
    assert said.startswith(str(Path("it/commands.yaml")) + ":")
    line = int(said.split(":")[1])
    assert "sh, -c" in file.read_text().splitlines()[line - 1]
    assert main(["fix", "pack", "sign", "it", "--key", "nothing.key"]) == 1


def test_what_is_there_is_not_written_over(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "pack", "new", "it", "--name", "it_pack"]) == 0
    assert main(["fix", "pack", "new", "it", "--name", "it_pack"]) == 1
    assert main(["fix", "pack", "new", "other", "--name", "../evil"]) == 1
    assert not (desk / "other").exists()
    assert main(["fix", "pack", "keygen", "k", "--output", "k.key"]) == 0
    before = (desk / "k.key").read_text()
    assert main(["fix", "pack", "keygen", "k", "--output", "k.key"]) == 1
    assert (desk / "k.key").read_text() == before
    assert main(["fix", "pack", "keygen", "bad name", "--output", "l.key"]) == 1


def test_a_signed_version_is_not_signed_again_with_another_content(desk: Path) -> None:
    main(["fix", "pack", "new", "it", "--name", "it_pack"])
    main(["fix", "pack", "keygen", "k", "--output", "k.key"])
    assert main(["fix", "pack", "sign", "it", "--key", "k.key"]) == 0
    assert main(["fix", "pack", "sign", "it", "--key", "k.key"]) == 0
    fix = desk / "it/fixes/badge_reader.yaml"
    fix.write_text(fix.read_text().replace("minutes: 1", "minutes: 2"), encoding="utf-8")
    assert main(["fix", "pack", "sign", "it", "--key", "k.key"]) == 1
    about = desk / "it/pack.yaml"
    about.write_text(about.read_text().replace("version: 1", "version: 2"), encoding="utf-8")
    assert main(["fix", "pack", "sign", "it", "--key", "k.key"]) == 0
