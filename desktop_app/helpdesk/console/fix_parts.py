"""The parts of a guided fix in its form: which is open, what the buttons between them do, which one a line lies in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.amounts import whole
from desktop_app.domain.fix import StepKind
from desktop_app.helpdesk import fix_steps
from desktop_app.helpdesk.console import fix_form
from desktop_app.helpdesk.fix_known import catalogue
from desktop_app.helpdesk.fix_look import node_at, pack_name, tree
from desktop_app.helpdesk.fix_text import Unchangeable
from desktop_app.helpdesk.models import FixRevision

ABOUT = "about"
_ON_ONE = re.compile(r"(earlier|later|delete|choice)\.\d{1,3}|unchoice\.\d{1,3}\.\d{1,3}")
FORM, TEXT = "form", "text"


@dataclass(frozen=True)
class Open:
    """What the editor shows: the form or the text, which part of it, and where the keyboard is."""

    view: str = FORM
    part: str = ABOUT
    focus: str = ""


def opened(text: str, view: str, part: str, focus: str = "") -> Open:
    """What can be shown of this file: what is no YAML is text alone, and a part that is gone is the fix itself."""
    view = TEXT if view == TEXT or tree(text) is None else FORM
    return Open(view, part if part.isdecimal() and whole(part) < fix_steps.count(text) else ABOUT, focus)


def acted(text: str, act: str, part: str) -> tuple[str, Open]:
    """What a button of the form does to the file, and what is open then. Raises Unchangeable."""
    name, _, rest = act.partition(".")
    if name in (FORM, TEXT):
        return text, Open(name, part, name)
    if name == "open":
        return text, Open(FORM, rest, f"open-{rest}")
    if tree(text) is None:  # a few lines that refer to each other can stand for more than any memory holds
        raise Unchangeable
    if name == "add" and rest in tuple(StepKind):
        text = fix_steps.with_step(text, StepKind(rest))
        return text, Open(FORM, str(fix_steps.count(text) - 1), "part")
    if _ON_ONE.fullmatch(act):
        number, _, more = rest.partition(".")
        return _ON_STEPS[name](text, whole(number), whole(more))
    return text, Open(FORM, part, rest)


def _earlier(text: str, number: int, _more: int) -> tuple[str, Open]:
    return fix_steps.earlier(text, number), Open(FORM, str(max(number - 1, 0)), "earlier")


def _later(text: str, number: int, _more: int) -> tuple[str, Open]:
    last = fix_steps.count(text) - 1
    return fix_steps.later(text, number), Open(FORM, str(min(number + 1, last)), "later")


def _delete(text: str, number: int, _more: int) -> tuple[str, Open]:
    part = str(number - 1) if number else ABOUT
    return fix_steps.without(text, number), Open(FORM, part, f"open-{part}")


def _choice(text: str, number: int, _more: int) -> tuple[str, Open]:
    return fix_steps.with_choice(text, number), Open(FORM, str(number), "choice")


def _unchoice(text: str, number: int, choice: int) -> tuple[str, Open]:
    return fix_steps.without_choice(text, number, choice), Open(FORM, str(number), "choice")


_ON_STEPS: Mapping[str, Callable[[str, int, int], tuple[str, Open]]] = {
    "earlier": _earlier,
    "later": _later,
    "delete": _delete,
    "choice": _choice,
    "unchoice": _unchoice,
}


def content(revision: FixRevision, shown: Open, *, is_new: bool) -> dict[str, Any]:
    """What the page needs to show it."""
    told: dict[str, Any] = {"open": shown, "kinds": [kind.value for kind in StepKind]}
    if shown.view == TEXT:
        return told | {"is_yaml": tree(revision.text) is not None}
    root = tree(revision.text)
    if shown.part == ABOUT:
        return told | {"groups": fix_form.about(root, is_new=is_new)}
    number = whole(shown.part)
    known = catalogue(revision.commands, pack_name(revision.fix_id))
    kind = node_at(root, ("steps", number, "kind"))
    groups = fix_form.step(root, number, known)
    return told | {"groups": groups, "number_of_step": number, "kind": kind.raw if kind else ""}


def part_at(text: str, line: int) -> str:
    """The part that a line of the file lies in."""
    root = tree(text)
    steps = node_at(root, ("steps",))
    if root is None or steps is None or not isinstance(steps.value, tuple) or not isinstance(root.value, Mapping):
        return ABOUT
    begun = [number for number, one in enumerate(steps.value) if one.line <= line]
    is_behind = any(steps.line < node.line <= line for node in root.value.values() if node is not steps)
    return str(begun[-1]) if begun and not is_behind else ABOUT
