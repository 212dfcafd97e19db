"""What a step of a guided fix may do, and the words in which a fix of the program's own says it already."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from desktop_app.domain.action import ActionShape
from desktop_app.domain.fix import Consent, Step, StepKind
from desktop_app.domain.words import Text
from desktop_app.helpdesk.known_fixes import core_fixes
from desktop_app.knowledge.lint import fillable
from desktop_app.knowledge.nodes import gaps
from desktop_app.knowledge.pack_commands import FILE, read_commands, shapes_of

_LINES = ("changes", "keeps", "permission")


def actions() -> Mapping[str, ActionShape]:
    """What a step may do on a desktop, as the desktop's own program says."""
    known: Mapping[str, ActionShape] = import_string(settings.FIX_ACTIONS)()
    return known


def catalogue(commands: str, pack: str) -> Mapping[str, ActionShape]:
    """The same, and the commands that are written beside the fix, as far as they can be read."""
    written = read_commands(FILE, commands.encode(), pack, ()).known if commands.strip() else {}
    return {**actions(), **shapes_of(written)}


def example(action: str, kind: str) -> Step | None:
    """The first step of the program's own fixes that does it, one of this kind before any other."""
    found = _examples().get(action, ())
    return next((step for step in found if step.kind == kind), next(iter(found), None))


def proposal(shape: ActionShape, kind: str) -> dict[str, Any]:
    """The fields of a step of this kind that does it, as a file has them: words whose gaps it fills, its options."""
    step = example(shape.name, kind)
    if step is None:
        return {}
    known = fillable([shape])
    options = {name: value for name, value in step.options.items() if not str(value).startswith("$")}
    outcomes = {key: text for key, text in step.outcomes.items() if gaps(text) <= known}
    texts = {"title": step.title, **(_asked(step, shape) if kind == StepKind.REPAIR else {})}
    fitting = {name: text for name, text in texts.items() if not isinstance(text, Mapping) or gaps(text) <= known}
    return {**fitting, "outcomes": outcomes, "options": options}


def _asked(step: Step, shape: ActionShape) -> Mapping[str, Text | str | int | bool]:
    """What is said before a yes, and what those words promise."""
    consent, button = step.consent, step.button
    if consent is None or button is None:
        return {}
    lines = {name: getattr(consent, name) for name in _LINES}
    undo = consent.undo if shape.undoable else None
    days = {"undo_days": consent.undo_days} if undo and consent.undo_days != Consent.undo_days else {}
    kept = {"helps_in_part": step.helps_in_part, "works_around": step.works_around}
    told = {name: True for name, is_so in {"closes_programs": consent.closes_programs, **kept}.items() if is_so}
    return {**lines, "undo": undo or "none", "button": button, **days, **told}


@cache
def _examples() -> Mapping[str, tuple[Step, ...]]:
    found: dict[str, tuple[Step, ...]] = {}
    for fix in core_fixes().values():
        for step in fix.steps:
            if step.action and step.kind is not StepKind.QUESTION:
                found[step.action] = (*found.get(step.action, ()), step)
    return found
