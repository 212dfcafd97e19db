"""Commands of packs: every mistake with its line, and what a command is given and may do when it runs."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer, commands, runner
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.command import Answer, Command, Effect
from desktop_app.knowledge.pack_commands import read_commands
from desktop_app.knowledge.pack_outside import read_pack
from tests.unit.fixes.own_home import here_of, quiet
from tests.unit.fixes.packs import EXAMPLE, with_text
from tests.unit.fixes.shapes import SHAPES

COMMANDS = EXAMPLE["commands.yaml"].decode()
unix = pytest.mark.skipif(sys.platform == "win32", reason="the programs that are run here are those of Unix")


def faults(path: str, before: str, after: str) -> list[tuple[str, int, str]]:
    pack = read_pack(with_text(path, before, after), SHAPES)
    return [(str(f.facts["file"]), int(str(f.facts["line"])), str(f.facts["reason"])) for f in pack.faults]


def test_the_example_is_in_order() -> None:
    pack = read_pack(EXAMPLE, SHAPES)
    assert pack.faults == []
    assert set(pack.commands) == {"example.badge_reader", "example.start_badge_reader"}
    fix = pack.fixes["badge_reader_stopped"]
    assert fix.title["de"] == fix.title["en"] != fix.title["fr"]
    assert fix.symptoms["nl"] == fix.symptoms["en"]
    assert pack.articles["badge_lost"].bodies["nl"] == pack.articles["badge_lost"].bodies["en"]


_START = "run: [systemctl, --user, start, badge-reader.service]"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("effect: reads", "effect: destroys", "unknown_effect"),
        ("effect: reads", "effect: changes", "resource_of_a_change"),
        ("  resource: badge_reader\n", "", "resource_of_a_change"),
        ("run: [systemctl, --user, is-active", "run: [sh, -c, is-active", "shell"),
        ("run: [systemctl, --user, is-active", "run: [/bin/BASH, is-active", "shell"),
        ("run: [sc, query", "run: ['C:\\Windows\\System32\\cmd.exe', /c", "shell"),
        ("run: [sc, query", "run: [PowerShell.exe, -Command", "shell"),
        ("run: [sc, query", "run: [tool.bat", "shell"),
        ("run: [systemctl, --user, is-active", "run: [sudo, systemctl", "shell"),
        ("run: [systemctl, --user, is-active", "run: [env, systemctl", "shell"),
        (_START, "run: systemctl --user start", "not_a_list"),
        (_START, "run: []", "not_arguments"),
        (_START, "run: [systemctl, [nested]]", "not_an_argument"),
        (_START, 'run: [systemctl, "two\\nlines"]', "not_an_argument"),
        (_START, 'run: [systemctl, "start\\u3164"]', "not_an_argument"),
        (_START, 'run: [systemctl, "start\\uFE0F"]', "not_an_argument"),
        (_START, "run: [systemctl, $which]", "unknown_value"),
        (_START, "run: [systemctl, --unit=$which]\n  values: [which]", "spliced_value"),
        ("  resource: badge_reader", "  resource: badge_reader\n  values: [which]\n", None),
        ("seconds: 30", "seconds: 100000", "not_a_number"),
        ('output: "^active$|RUNNING"', 'output: "("', "bad_pattern"),
        ('output: "^active$|RUNNING"', 'output: "(a+)+$"', "bad_pattern"),
        ("exit: 0", "exit: maybe", "not_a_number"),
        ("exit: 0", "exits: 0", "unknown_key"),
        ("    started:", "    failed:", "outcome_of_ours"),
        ("- id: start_badge_reader", "- id: badge_reader", "twice"),
        ("- id: badge_reader", "- id: badge reader", "not_a_word"),
        ("    linux:", "    amiga:", "unknown_key"),
    ],
)
def test_mistakes_in_commands_are_told_with_their_line(before: str, after: str, reason: str | None) -> None:
    if "values: [which]" in after and reason == "spliced_value":
        text = COMMANDS.replace(_START, after.split("\n")[0]).replace(
            "  resource: badge_reader", "  resource: badge_reader\n  values: [which]"
        )
        found = [str(f.facts["reason"]) for f in read_commands("c", text.encode(), "example").faults]
        assert found == ["spliced_value"]
        return
    told = faults("commands.yaml", before, after)
    if reason is None:
        assert told == []
        return
    mine = [(file, line) for file, line, why in told if why == reason]
    assert mine, told
    assert mine[0][0] == "commands.yaml"
    near = COMMANDS[: COMMANDS.index(before)].count("\n") + 1
    assert abs(mine[0][1] - near) <= 8


def reasons(pattern: str) -> list[object]:
    """Why a command with this expression is refused."""
    text = COMMANDS.replace('output: "^active$|RUNNING"', f"output: '{pattern}'")
    assert text != COMMANDS
    return [fault.facts["reason"] for fault in read_commands("commands.yaml", text.encode(), "valclair").faults]


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(a+)+$", r"(\w+\s?)*$", r"(a|aa)+$", r"(?:a|a)*b", r"(?P<word>\d*){9}", r"((ab)*c)*", r"(a?){30}a{30}"),
        *(r"(?i:(x+)y)+", r"((a+))+", r"(([^)]+)\))*", r"(a+b){2,}"),
    ],
)
def test_an_expression_that_would_never_end_is_refused(pattern: str) -> None:
    assert reasons(pattern) == ["bad_pattern"]


@pytest.mark.parametrize(
    "pattern",
    [r"^active$|RUNNING", r"(error|failed): .*", r"\(\w+\)+", r"(ab)+", r"[(+]*\)", r"v(\d+\.)?\d+", r"(?i)ok$"],
)
def test_an_expression_that_ends_is_taken(pattern: str) -> None:
    assert reasons(pattern) == []


def test_a_program_is_never_chosen_by_an_answer() -> None:
    text = COMMANDS.replace(_START, "run: [$which]").replace(
        "  resource: badge_reader", "  resource: badge_reader\n  values: [which]"
    )
    assert [f.facts["reason"] for f in read_commands("c", text.encode(), "example").faults] == ["program_is_a_value"]


@pytest.mark.parametrize(
    ("path", "before", "after", "reason"),
    [
        ("fixes/badge_reader.yaml", "action: example.badge_reader", "action: example.other", "unknown_action"),
        (
            "fixes/badge_reader.yaml",
            "action: example.badge_reader",
            "action: example.start_badge_reader",
            "wrong_action",
        ),
        ("fixes/badge_reader.yaml", "action: example.start_badge_reader", "action: os.system", "unknown_action"),
        ("fixes/badge_reader.yaml", "      running: person", "      running: look", "circle"),
        ("fixes/badge_reader.yaml", "icon: fingerprint", "icon: &a [*a]", "aliases"),
        ("fixes/badge_reader.yaml", "icon: fingerprint", "icon: &a x\ntopics: [*a, *a]", "aliases"),
        (
            "fixes/badge_reader.yaml",
            "  en: The badge reader does not react\n  fr: Le lecteur de badge ne réagit pas",
            "  es: No",
            "unknown_key",
        ),
        (
            "fixes/badge_reader.yaml",
            "  en: The badge reader does not react\n  fr: Le lecteur de badge ne réagit pas",
            "  {}",
            "missing_key",
        ),
        ("pack.yaml", "name: example", "name: printing", "name_taken"),
        ("pack.yaml", "name: example", "name: ../etc", "not_a_word"),
        ("pack.yaml", "version: 1", "version: one", "not_a_number"),
    ],
)
def test_hostile_packs_are_refused_with_file_and_line(path: str, before: str, after: str, reason: str) -> None:
    told = faults(path, before, after)
    assert any(file == path and line >= 1 and why == reason for file, line, why in told), told


def test_ten_megabytes_of_text_and_deep_nesting() -> None:
    for content, reason in (
        (b"a: " + b"x" * 10_000_000, "too_large"),
        (b"[" * 5000, "not_yaml"),
        (b"a: {b: " * 50, "not_yaml"),
    ):
        pack = read_pack({**EXAMPLE, "fixes/bomb.yaml": content}, SHAPES)
        assert [f.facts["reason"] for f in pack.faults] == [reason]


def command(*run: str, effect: Effect = Effect.READS, undo: tuple[str, ...] = (), **more: Any) -> Command:
    answers = more.pop("answers", (Answer("fine", frozenset({0})), Answer("broken", frozenset({1}))))
    return Command("ours.it", effect, {"linux": run}, answers, {"linux": undo} if undo else {}, resource="it", **more)


def computer(here: Here, known: Command) -> Computer:
    return Computer(here.holding, here=here, pack_commands=lambda: {known.name: known})


@unix
def test_the_answer_is_told_by_exit_and_by_what_was_printed(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    for run, wanted in ((("true",), "fine"), (("false",), "broken")):
        assert computer(here, command(*run)).check("ours.it", Given()).outcome == wanted
    says = command(
        "echo", "the lamp is on", answers=(Answer("off", pattern="off$"), Answer("on", pattern=r"lamp is on$"))
    )
    result = computer(here, says).check("ours.it", Given())
    assert (result.outcome, result.facts) == ("on", {"output": "the lamp is on"})
    assert result.detail == "'echo' 'the lamp is on' = 0\nthe lamp is on"
    with pytest.raises(ActionFailed, match="= 2"):
        computer(here, command("ls", "/nowhere")).check("ours.it", Given())


@unix
def test_it_runs_in_a_folder_of_its_own_with_a_clean_environment(tmp_path: Path) -> None:
    here = here_of(tmp_path, LD_PRELOAD="evil.so", PYTHONPATH="/evil", SECRET="x", PATH="/evil", http_proxy="evil")
    said = computer(here, command("printenv")).check("ours.it", Given())
    names = set(re.findall(r"^(\w+)=", said.detail, re.MULTILINE))
    assert (
        {"HOME", "PATH"}
        <= names
        <= {
            "HOME",
            "PATH",
            "USER",
            "LOGNAME",
            "LC_ALL",
            "LANGUAGE",
            "DISPLAY",
            "TMPDIR",
            "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS",
            "WAYLAND_DISPLAY",
        }
    )
    assert "evil" not in said.detail
    where = computer(here, command("pwd")).check("ours.it", Given()).facts["output"]
    assert where == str(here.holding.parent / "commands/ours")
    assert Path(str(where)).stat().st_mode & 0o077 == 0


@unix
@pytest.mark.parametrize("value", ["-rf", "--output=/etc/passwd", "", "two\nlines", "nul\0", "x" * 500, "‮evil"])
def test_a_value_is_never_an_option(tmp_path: Path, value: str) -> None:
    known = command("echo", "$which", values=("which",))
    with pytest.raises(ActionFailed, match="cannot be an argument"):
        computer(here_of(tmp_path), known).check("ours.it", Given({"which": value}))


@unix
@pytest.mark.parametrize("value", ["a b", "$(id)", "; rm -rf ~", "`id`", "$HOME", "*", "'\"", "a|b>c"])
def test_a_value_is_one_argument_as_it_stands(tmp_path: Path, value: str) -> None:
    known = command("printf", "%s", "$which", values=("which",))
    assert computer(here_of(tmp_path), known).check("ours.it", Given({"which": value})).facts["output"] == value


def test_on_windows_a_slash_begins_an_option_too(tmp_path: Path) -> None:
    here = Here(tmp_path, system="windows", environ={}, home=tmp_path)
    known = Command(
        "ours.it", Effect.READS, {"windows": ("sc", "query", "$which")}, (Answer("fine"),), values=("which",)
    )
    for value in ("/delete", "-delete", "@file"):
        with pytest.raises(ActionFailed, match="cannot be an argument"):
            computer(here, known).check("ours.it", Given({"which": value}))


@unix
def test_a_flood_and_a_sleeper_are_ended(tmp_path: Path) -> None:
    with pytest.raises(runner.ToolTooLoud):
        computer(here_of(tmp_path), command("yes")).check("ours.it", Given())
    with pytest.raises(runner.ToolTooSlow):
        computer(here_of(tmp_path), command("sleep", "67", seconds=1)).check("ours.it", Given())


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    for program in ("no-such-program", "/nowhere/tool", "./here", "../up"):
        with pytest.raises(runner.ToolMissing):
            computer(here_of(tmp_path), command(program)).check("ours.it", Given())


@unix
def test_a_change_and_its_way_back_even_without_the_pack(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    known = command("touch", "$file", effect=Effect.CHANGES, undo=("rm", "$file"), values=("file",))
    at_work = computer(here, known)
    plan = at_work.plan("ours.it", Given({"file": "marker"}))
    folder = here.holding.parent / "commands/ours"
    assert not (folder / "marker").exists()
    assert at_work.apply("ours.it", plan.saved, quiet).outcome == "fine"
    assert at_work.apply("ours.it", plan.saved, quiet).outcome == "fine"
    assert (folder / "marker").exists()
    gone = Computer(here.holding, here=here)
    assert gone.hindrance("ours.it", plan.saved) == ""
    gone.undo("ours.it", plan.saved)
    assert not (folder / "marker").exists()
    with pytest.raises(ActionFailed, match="no repair"):
        gone.apply("ours.it", plan.saved, quiet)
    with pytest.raises(ActionFailed):
        gone.undo("ours.it", plan.saved)


@unix
def test_what_declares_to_read_is_no_repair_and_the_other_way_round(tmp_path: Path) -> None:
    reads = computer(here_of(tmp_path), command("true"))
    changes = computer(here_of(tmp_path), command("true", effect=Effect.CHANGES))
    with pytest.raises(ActionFailed, match="no repair"):
        reads.plan("ours.it", Given())
    with pytest.raises(ActionFailed, match="no check"):
        changes.check("ours.it", Given())


def test_a_pack_cannot_take_the_place_of_a_registered_action(tmp_path: Path) -> None:
    thief = Command("sound.level", Effect.READS, {"linux": ("true",)}, (Answer("fine"),))
    shapes = computer(here_of(tmp_path), thief).shapes()
    assert shapes["sound.level"] == SHAPES["sound.level"]
    assert commands.shown_of(thief).outcomes == ("fine",)
