"""The steps of a guided fix as its author orders them: one more, one less, one earlier; the answers of a question."""

from typing import Any

from desktop_app.domain.fix import StepKind
from desktop_app.helpdesk.fix_filling import empty, free
from desktop_app.helpdesk.fix_text import add, cut, data_at, swap
from desktop_app.knowledge.fix_file import STEP_NEEDS


def count(text: str) -> int:
    """How many there are."""
    return len(_steps(text))


def with_step(text: str, kind: StepKind) -> str:
    """One more of this kind, at the end. Raises Unchangeable."""
    taken = _names(_steps(text))
    fields = {name: empty(name) for name in STEP_NEEDS[kind]}
    if kind is StepKind.QUESTION:
        fields["choices"] = [{"id": "answer", "label": {}}, {"id": "answer_2", "label": {}}]
    step = {"id": free(kind.value, taken), "kind": kind.value, "title": {}, **fields}
    return add(text, ("steps",), step)


def earlier(text: str, number: int) -> str:
    """Step `number`, counted from 0, before the one that it follows. Raises Unchangeable."""
    return swap(text, ("steps",), number - 1) if 0 < number < count(text) else text


def later(text: str, number: int) -> str:
    """The other way round. Raises Unchangeable."""
    return earlier(text, number + 1)


def without(text: str, number: int) -> str:
    """All of it goes; what led to it is told as a fault, for its author to decide. Raises Unchangeable."""
    return cut(text, ("steps", number)) if number < count(text) else text


def with_choice(text: str, number: int) -> str:
    """One more answer to the question of a step. Raises Unchangeable."""
    place = ("steps", number, "choices")
    return add(text, place, {"id": free("answer", _names(data_at(text, place))), "label": {}})


def without_choice(text: str, number: int, choice: int) -> str:
    """One answer less. Raises Unchangeable."""
    given = data_at(text, ("steps", number, "choices"))
    return cut(text, ("steps", number, "choices", choice)) if given and choice < len(given) else text


def _names(items: Any) -> list[str]:
    return [str(one.get("id")) for one in items if isinstance(one, dict)] if isinstance(items, list) else []


def _steps(text: str) -> list[Any]:
    found = data_at(text, ("steps",))
    return found if isinstance(found, list) else []
