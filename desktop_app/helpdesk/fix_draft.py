"""A guided fix begun from a solved request: a file to be finished by hand, in which what is missing is empty.

`rescousse fix lint` names each gap by its line, so that nothing half-written can be handed out.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from desktop_app.domain.words import LANGUAGES, nearest_language
from desktop_app.helpdesk.finding.folding import folded
from desktop_app.resources import sentence

_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 36


def name_of(title: str) -> str:
    """An id for the fix: `souris_muette`."""
    return _NOT_OF_A_NAME.sub("_", folded(title)).strip("_0123456789")[:_LONGEST_NAME].strip("_") or "fix"


def skeleton(title: Mapping[str, str], solution: str, systems: list[str]) -> str:
    """The file. `title` and `solution` without anything personal; the solution stands above, to become steps."""
    language = nearest_language(next(iter(title), ""))
    told = [sentence("console_knowledge", key, language) for key in ("draft_do", "draft_lint")]
    head = [*told, "", *solution.splitlines()]
    comment = "\n".join(f"# {line}".rstrip() for line in head)
    body = yaml.safe_dump(_fix(title, systems), allow_unicode=True, sort_keys=False, width=10_000)
    return f"{comment}\n\n{body}"


def _fix(title: Mapping[str, str], systems: list[str]) -> dict[str, Any]:
    empty = dict.fromkeys(LANGUAGES, "")
    named = {one: " ".join(title.get(one, "").split()) for one in LANGUAGES}
    check = {"kind": "check", "title": empty, "action": "", "outcomes": {"right": empty, "wrong": empty}}
    repair = dict.fromkeys(("title", "changes", "keeps", "permission", "undo", "button"), empty)
    made: dict[str, Any] = _apart(
        {
            "id": name_of(next(iter(title.values()), "")),
            "icon": "wrench",
            "systems": systems,
            "minutes": 2,
            "title": named,
            "summary": empty,
            "symptoms": {one: [text] for one, text in named.items()},
            "success": empty,
            "steps": [
                {"id": "look", **check, "goes_to": {"right": "person"}},
                {"id": "repair", "kind": "repair", "action": "", **repair, "outcomes": {"done": empty}},
                {"id": "prove", **check, "kind": "verify", "goes_to": {"right": "end", "wrong": "person"}},
            ],
        }
    )
    return made


def _apart(value: Any) -> Any:
    """The same with each part once: YAML would point from one to the other."""
    if isinstance(value, dict):
        return {key: _apart(part) for key, part in value.items()}
    return [_apart(part) for part in value] if isinstance(value, list) else value
