"""Fix files: the shipped ones are in order, and every mistake is told with its line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.adapters.actions import Computer
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import StepKind
from desktop_app.domain.words import LANGUAGES, Language, Text
from desktop_app.knowledge.lint import lint
from desktop_app.knowledge.pack import Packs, fault_words, load_pack
from desktop_app.knowledge.pack_outside import Outside

CORE = resources.path("packs/core")
SHAPES = Computer(Path("unused")).shapes()
PACK = load_pack(CORE)
EXAMPLE = (CORE / "fixes/sound/sound_muted.yaml").read_text(encoding="utf-8")

# design.md section 10: words that are not said to users
FORBIDDEN = {
    "fr": "ticket incident utilisateur session process processus service pilote cache log échec invalide veuillez",
    "en": "ticket incident user session process service driver cache log failure invalid please",
    "de": "ticket incident benutzer sitzung prozess dienst treiber cache log fehlschlag ungültig bitte",
    "nl": "ticket incident gebruiker sessie proces service stuurprogramma cache log mislukking ongeldig alstublieft",
}


def texts() -> Iterator[tuple[str, Text]]:
    """Everything of the shipped pack that a user reads."""
    for fix in PACK.fixes:
        for text in (fix.title, fix.summary, fix.success, fix.workaround, fix.prevention):
            if text:
                yield fix.id, text
        for step in fix.steps:
            lines = [step.title, step.question, step.button, step.each, *step.outcomes.values()]
            lines += [choice.label for choice in step.choices]
            if step.consent:
                lines += [step.consent.changes, step.consent.keeps, step.consent.permission, step.consent.undo]
            yield from ((f"{fix.id}.{step.id}", text) for text in lines if text)
    for article in PACK.articles:
        yield from ((article.id, text) for text in (article.titles, article.summaries, article.bodies))
    for key, text in resources.words("fixes").items():
        yield key, text


def test_the_shipped_pack_is_in_order() -> None:
    assert [fault_words(fault, "fr") for fault in lint(CORE, SHAPES)] == []
    assert len(PACK.fixes) >= 8
    assert len(PACK.articles) >= 6


def test_five_ways_of_saying_it_in_each_language() -> None:
    short = [(f.id, lang) for f in PACK.fixes for lang in LANGUAGES if len(f.symptoms[lang]) < 5]
    assert short == []
    assert "je n’arrive pas à imprimer" in {f.id: f for f in PACK.fixes}["print_queue_stuck"].symptoms["fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_users_should_not_read(language: Language) -> None:
    words = re.compile(rf"\b({FORBIDDEN[language].replace(' ', '|')})s?\b", re.IGNORECASE)
    said = [(where, match[0]) for where, text in texts() for match in words.finditer(text[language])]
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_typography(language: Language) -> None:
    wrong = [(where, text[language]) for where, text in texts() if "'" in text[language] or "..." in text[language]]
    assert wrong == []
    if language == "fr":
        tight = re.compile(r"[^\s  ][?!;»]|«[^\s ]|[^\s :\d/]:(\s|$)|\d%")
        prose = [(where, text["fr"]) for where, text in texts() if "rescousse fix" not in text["fr"]]
        assert [(where, m[0]) for where, words in prose for m in tight.finditer(words)] == []


def test_every_icon_is_one_of_ours() -> None:
    names = {fix.icon for fix in PACK.fixes} | {article.icon for article in PACK.articles}
    assert {name for name in names if not resources.path(f"icons/{name}.svg").is_file()} == set()


def test_every_repair_has_its_four_lines_and_a_proof() -> None:
    for fix in PACK.fixes:
        for place, step in enumerate(fix.steps):
            if step.kind is StepKind.REPAIR:
                assert step.consent
                assert step.button
                assert any(later.kind is StepKind.VERIFY for later in fix.steps[place:])


def test_sentences_of_the_engine_are_all_there() -> None:
    words = resources.words("fixes")
    assert all(set(text) == set(LANGUAGES) for text in words.values())
    assert {
        "cannot_undo_gone",
        "cannot_undo_close_first",
        "cannot_undo_changed_since",
        "progress_files_set_aside",
    } <= set(words)


def written(folder: Path, text: str, name: str = "it.yaml") -> list[tuple[int, str]]:
    """The faults of a fix file with this text: line and reason."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return [(int(str(fault.facts["line"])), str(fault.facts["reason"])) for fault in lint(file, SHAPES)]


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if line.strip().startswith(start))


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("icon: speaker-high", "ikon: speaker-high", "unknown_key"),
        ("minutes: 1", "minutes: soon", "not_a_number"),
        ("systems: [linux, macos, windows]", "systems: [linux, amiga]", "unknown_system"),
        ("action: sound.level", "action: sound.colour", "unknown_action"),
        ("action: sound.turn_on", "action: sound.level", "wrong_action"),
        ("kind: check", "kind: magic", "unknown_kind"),
        ("      fine: end\n      no_output: person", "      fine: nowhere\n      no_output: person", "unknown_step"),
        ("      en: The sound is off.", "      es: Sin sonido.", "unknown_key"),
        ("      en: The sound is off.", "      en: ''", "not_text"),
        ("en: The sound is very low ({percent}%).", "en: The sound is very low.", "gaps_differ"),
        ("percent}", "percent.__class__}", "bad_gap"),
        ("percent}", "percent!r}", "bad_gap"),
        ("percent}", "percent:>{width}}", "bad_gap"),
        ("percent}", "percent", "broken_gap"),
        ("percent}", "colour}", "unknown_name"),
        ("  - id: prove\n    kind: verify", "  - id: prove\n    kind: check", "no_proof"),
        ("    keeps:", "    keep:", "unknown_key"),
        ("      low: person\n", "", "outcome_without_way"),
        ("steps:", "steps: &again", "fine"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, before: str, after: str, reason: str) -> None:
    assert before in EXAMPLE
    faults = written(tmp_path, EXAMPLE.replace(before, after))
    if reason == "fine":
        assert faults == []
        return
    assert reason in [why for _, why in faults]
    assert all(0 < line <= len(EXAMPLE.splitlines()) for line, _ in faults)


def test_an_action_that_a_system_lacks_is_told(tmp_path: Path) -> None:
    file = tmp_path / "it.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    lacking = {**SHAPES, "sound.level": replace(SHAPES["sound.level"], systems=frozenset({"linux", "macos"}))}
    assert {str(fault.facts["reason"]) for fault in lint(file, lacking)} == {"action_not_there"}


def test_the_line_is_the_right_one(tmp_path: Path) -> None:
    text = EXAMPLE.replace("minutes: 1", "minutes: 1000").replace("fr: Le son est coupé.", "fr: []")
    assert written(tmp_path, text) == [
        (line_of(text, "minutes: 1000"), "not_a_number"),
        (line_of(text, "fr: []"), "not_text"),
    ]


def test_a_repair_without_its_way_back_line_is_refused(tmp_path: Path) -> None:
    start = EXAMPLE.index("    undo:\n")
    text = EXAMPLE[:start] + EXAMPLE[EXAMPLE.index("    undo_days: 7") :]
    assert [reason for _, reason in written(tmp_path, text)] == ["missing_key"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"a: [1, 2", "not_yaml"),
        (b"\xff\xfe\x00", "not_utf8"),
        (b"- just\n- a list\n", "not_a_mapping"),
        (b"id: a\nid: b\n", "twice"),
        (b"a: !!python/object/apply:os.system ['true']\n", "unknown_key"),
        (b"x: &x [1]\ny: [*x, *x]\n", "aliases"),
        (b"[" * 3000, "not_yaml"),
        (b"x" * 300_000, "too_large"),
    ],
)
def test_nonsense_is_refused_not_obeyed(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(content)
    assert reason in [fault.facts["reason"] for fault in lint(file, SHAPES)]


def test_an_unreadable_file_never_hides_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("id: [", encoding="utf-8")
    (tmp_path / "broken.md").write_text("no header", encoding="utf-8")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    packs = Packs([tmp_path, CORE])
    assert "sound_muted" in packs.fixes()
    assert {Path(str(fault.facts["file"])).name for fault in packs.faults()} == {"bad.yaml", "broken.md", "gone.yaml"}


def test_every_reason_has_its_words(tmp_path: Path) -> None:
    words = resources.words("packs")
    source = "".join(file.read_text() for file in Path(resources.__file__).parent.joinpath("knowledge").glob("*.py"))
    reasons = set(re.findall(r'(?:\.bad\(|reason=|_fault\(\s*(?:step|None), )"(\w+)"', source))
    assert len(reasons) > 25
    assert reasons <= set(words)
    fault = BadFixFile(file="a.yaml", line=3, reason="gaps_differ", language="en", gaps="x")
    assert fault_words(fault, "en") == "a.yaml:3: The gaps to fill are not the same in every language (en): x."


def test_the_kept_copy_says_the_same_and_is_renewed(tmp_path: Path) -> None:
    folder, kept = tmp_path / "pack", tmp_path / "kept"
    folder.mkdir()
    (folder / "it.yaml").write_text(EXAMPLE, encoding="utf-8")
    first, second = Packs([folder], kept).fixes(), Packs([folder], kept).fixes()
    assert first == second
    assert len(list(kept.iterdir())) == 1
    (folder / "it.yaml").write_text(EXAMPLE.replace("minutes: 1", "minutes: 12"), encoding="utf-8")
    assert Packs([folder], kept).fixes()["sound_muted"].minutes == 12
    for file in kept.iterdir():
        file.write_text("nonsense", encoding="utf-8")
    assert Packs([folder], kept).fixes()["sound_muted"].minutes == 12


def test_packs_that_come_while_they_are_read_are_not_missed(tmp_path: Path) -> None:
    in_force: list[Outside] = []

    def outside() -> list[Outside]:
        found = list(in_force)
        if not found:  # meanwhile, on another thread
            in_force.append(Outside(fixes={"new": replace(PACK.fixes[0], id="new")}))
            packs.renew()
        return found

    packs = Packs([tmp_path], outside=outside)
    assert "new" not in packs.fixes()
    assert "new" in packs.fixes()
