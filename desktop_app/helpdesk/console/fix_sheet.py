"""How a guided fix will look on a desktop, drawn from a file that may be half-written: what is missing is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.fix import StepKind
from desktop_app.domain.words import Language, french_spaces
from desktop_app.helpdesk.fix_look import tree
from desktop_app.knowledge.nodes import Node

# The four lines before a yes, with the icons that the desktop's own card has
_LINES = (("changes", "pencil-simple"), ("keeps", "shield-check"), ("permission", "key"))
_BACK, _FINAL = ("undo", "arrow-counter-clockwise"), ("undo", "warning")
_GAP = re.compile(r"\{([a-z][a-z0-9_]*)[^{}]*\}")
_MOST_STEPS = 60


@dataclass(frozen=True)
class Line:
    """One of the four lines; `is_final`: there is no way back, and it says so."""

    key: str
    icon: str
    words: str
    is_final: bool = False


@dataclass(frozen=True)
class Step:
    """One step: what is said on each way out of it, what is asked, what a yes is asked for."""

    number: int
    kind: str
    title: str
    question: str
    choices: tuple[str, ...]
    lines: tuple[Line, ...]
    button: str
    line: int


@dataclass(frozen=True)
class Sheet:
    """The whole of it in one language; empty where nothing is written."""

    language: Language
    title: str
    summary: str
    success: str
    steps: tuple[Step, ...]


def sheet(text: str, language: Language) -> Sheet | None:
    """What there is of it; None while the file is no YAML."""
    root = tree(text)
    if root is None:
        return None
    steps = _items(root, "steps")[:_MOST_STEPS]
    title, summary, success = (_words(root, name, language) for name in ("title", "summary", "success"))
    drawn = tuple(_step(node, number, language) for number, node in enumerate(steps, start=1))
    return Sheet(language, title, summary, success, drawn)


def _step(node: Node, number: int, language: Language) -> Step:
    kind = _raw(node, "kind")
    is_repair = kind == StepKind.REPAIR
    return Step(
        number,
        kind if kind in tuple(StepKind) else "",
        _words(node, "title", language),
        _words(node, "question", language),
        tuple(_words(choice, "label", language) for choice in _items(node, "choices")[:_MOST_STEPS]),
        _lines(node, language) if is_repair else (),
        _words(node, "button", language) if is_repair else "",
        node.line,
    )


def _lines(node: Node, language: Language) -> tuple[Line, ...]:
    is_final = _raw(node, "undo") == "none"
    back = Line(*_FINAL, "", is_final=True) if is_final else Line(*_BACK, _words(node, "undo", language))
    return (*(Line(key, icon, _words(node, key, language)) for key, icon in _LINES), back)


def _words(node: Node, key: str, language: Language) -> str:
    found = _fields(node).get(key)
    return shown(_raw(found, language), language) if found else ""


def shown(said: str, language: Language) -> str:
    """A text of a fix, each gap as its name: what fills it is known on a desktop."""
    told = _GAP.sub(r"[\1]", said.strip())
    return french_spaces(told) if language == "fr" else told


def _raw(node: Node, key: str) -> str:
    found = _fields(node).get(key)
    return found.raw if found else ""


def _fields(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, Mapping) else {}


def _items(node: Node, key: str) -> tuple[Node, ...]:
    found = _fields(node).get(key)
    return found.value if found and isinstance(found.value, tuple) else ()
