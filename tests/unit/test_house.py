"""The house rules that no linter knows."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
PYTHON = [
    ROOT / name for name in TRACKED if name.endswith(".py") and "/migrations/" not in name and (ROOT / name).exists()
]
OURS = [file for file in PYTHON if file.relative_to(ROOT).parts[0] in {"desktop_app", "build_scripts"}]
TESTS = [file for file in PYTHON if file.relative_to(ROOT).parts[0] == "tests"]
TOPICS = sorted(file.stem for file in resources.path("words").glob("*.toml"))
WORDS_WE_DO_NOT_USE = re.compile(
    r"\b(tickets?|incidents?|utilisateurs?|sessions?|process|pilotes?|caches?|logs?|échecs?|invalides?|veuillez)\b",
    re.IGNORECASE,
)


def _functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_300_lines() -> None:
    long = {str(file.relative_to(ROOT)): n for file in PYTHON if (n := len(file.read_text().splitlines())) > 300}
    assert not long


def test_half_of_the_functions_are_under_ten_lines() -> None:
    lengths = [_length(function) for file in OURS for function in _functions(file)]
    assert statistics.median(lengths) < 10


def test_no_class_has_more_than_twenty_methods() -> None:
    fat = [
        f"{file.name}:{node.name}"
        for file in OURS
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) for child in node.body) > 20
    ]
    assert not fat


def test_no_room_is_called_utils() -> None:
    assert not [name for name in TRACKED if re.search(r"(utils|helpers|manager|common)(\.py|/)", name)]


@pytest.mark.parametrize(
    ("pattern", "where", "why"),
    [
        (r"(?<![\w.])time\.sleep\(|qtbot\.wait\(|QTest\.qWait\(", TESTS, "tests wait for facts"),
        (r"shell\s*=\s*True|os\.system\(", OURS, "no shell strings"),
        (
            r"\.exec\(\)|processEvents\(|QEventLoop\(",
            [f for f in OURS if f.name != "start.py" and "desktop_app" in f.parts],
            "no nested event loops",
        ),
        (r"self\.tr\(\s*f[\"']", OURS, "an f-string is never found by the translators"),
    ],
    ids=["sleep", "shell", "event-loops", "tr-f-string"],
)
def test_what_must_not_be_written(pattern: str, where: list[Path], why: str) -> None:
    me = Path(__file__)
    found = [str(file.relative_to(ROOT)) for file in where if file != me and re.search(pattern, file.read_text())]
    assert not found, why


def test_no_file_names_a_registry() -> None:
    hosts = re.compile(
        "|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", r"deb\.debian" + r"\.org"])
    )
    text = [
        ROOT / name
        for name in TRACKED
        if name and (ROOT / name).suffix in {".txt", ".toml", ".py", ".json", ".md", ".lock"}
    ]
    assert not [str(file) for file in text if file.exists() and hosts.search(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("topic", TOPICS)
def test_shared_words_are_complete_in_every_language(topic: str) -> None:
    for key, text in resources.words(topic).items():
        assert set(text) == set(LANGUAGES), f"{topic}.{key}"
        gaps = {
            language: {name for _, name, _, _ in Formatter().parse(text[language]) if name} for language in LANGUAGES
        }
        assert len({frozenset(names) for names in gaps.values()}) == 1, f"{topic}.{key}: {gaps}"


@pytest.mark.parametrize("topic", TOPICS)
def test_french_is_set_as_french_is_set(topic: str) -> None:
    for key, text in resources.words(topic).items():
        french = text["fr"]
        assert "'" not in french, f"{topic}.{key}: the apostrophe is ’"
        assert '"' not in french, f"{topic}.{key}: quotes are « »"
        assert not re.search(r"\w[?!;:»](\s|$)", french), f"{topic}.{key}: a space stands before ? ! ; : »"


@pytest.mark.parametrize("topic", TOPICS)
def test_words_that_frighten_are_not_used(topic: str) -> None:
    found = {
        key: match[0]
        for key, text in resources.words(topic).items()
        if (match := WORDS_WE_DO_NOT_USE.search(text["fr"]))
    }
    assert not found


def test_every_foreseen_failure_has_its_sentence() -> None:
    from desktop_app.domain import errors

    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.SupportError)]
    assert not [kind.key for kind in kinds if kind.key not in resources.words("errors")]
