"""Redaction against the corpora beside the project; they are read from there and never copied."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor, replaced


def _text(coded: str) -> str:
    return base64.b64decode(coded).decode()


def _cases(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "redaction"


@pytest.fixture(scope="module")
def redactor(folder: Path) -> Redactor:
    known = json.loads((folder / "adversarial_known_values.json").read_text(encoding="utf-8"))
    return Redactor(KnownValues.of(known), CountingFromOne())


def _masked(redactor: Redactor, text: str) -> str:
    return replaced(text, redactor.find(text))


def _is_right(redactor: Redactor, case: dict[str, Any]) -> bool:
    text = _text(case["text_b64"])
    masked = _masked(redactor, text)
    if case["class"] == "keep":
        return masked == text
    gone = all(_text(secret) not in masked for secret in case["secrets_b64"])
    return gone and all(_text(kept) in masked for kept in case["keep_b64"])


@pytest.mark.parametrize(("privacy", "share"), [("secret", 1.0), ("personal", 0.98), ("none", 1.0)])
def test_adversarial_cases(folder: Path, redactor: Redactor, privacy: str, share: float) -> None:
    cases = [case for case in _cases(folder / "adversarial_dev.jsonl") if case["privacy"] == privacy]
    wrong = [case["id"] for case in cases if not _is_right(redactor, case)]
    assert len(wrong) <= (1 - share) * len(cases), wrong


@pytest.mark.parametrize(
    ("name", "recall", "changed"),
    [("noseyparker", 0.65, 0.45), ("kingfisher", 0.75, 0.35)],
    ids=["noseyparker", "kingfisher"],
)
def test_public_corpora(folder: Path, redactor: Redactor, name: str, recall: float, changed: float) -> None:
    found = all_of_them = touched = negatives = 0
    for case in _cases(folder / f"{name}_examples.jsonl"):
        text = _text(case["text_b64"])
        masked = _masked(redactor, text)
        if case["label"] == "secret":
            secrets = [text.encode()[start:end].decode(errors="replace") for start, end in case["spans"] or ()]
            all_of_them += len(secrets)
            found += sum(secret not in masked for secret in secrets)
        else:
            negatives += 1
            touched += masked != text
    assert found >= recall * all_of_them, f"{found} of {all_of_them}"
    assert touched <= changed * negatives, f"{touched} of {negatives}"
