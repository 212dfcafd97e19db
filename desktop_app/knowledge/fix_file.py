"""A guided fix from its YAML file, every mistake of the file found at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Choice, Consent, Fix, Step, StepKind
from desktop_app.domain.words import LANGUAGES, Language, Text
from desktop_app.knowledge.nodes import Node, in_every_language, read

SYSTEMS = ("linux", "windows", "macos")
_FIX_NEEDS = ("id", "title", "summary", "symptoms", "icon", "systems", "minutes", "steps", "success")
_FIX_MAY = (*_FIX_NEEDS, "workaround", "prevention", "topics")
STEP_MAY = {
    StepKind.CHECK: ("action", "options", "outcomes", "goes_to"),
    StepKind.VERIFY: ("action", "options", "outcomes", "goes_to"),
    StepKind.QUESTION: ("action", "options", "question", "each", "choices", "goes_to"),
    StepKind.REPAIR: (
        *("action", "options", "outcomes", "goes_to", "changes", "keeps", "permission", "undo", "undo_days"),
        *("closes_programs", "button", "helps_in_part", "works_around"),
    ),
}
STEP_NEEDS = {
    StepKind.CHECK: ("action", "outcomes"),
    StepKind.VERIFY: ("action", "outcomes", "goes_to"),
    StepKind.QUESTION: ("question", "choices"),
    StepKind.REPAIR: ("action", "changes", "keeps", "permission", "undo", "button"),
}
_SYMPTOMS_PER_LANGUAGE = 3
_LONGEST_UNDO_DAYS = 90

_NO_TEXT: Text = {}
_NO_FIELDS: Mapping[str, Node] = {}
_NO_SYMPTOMS: Mapping[str, tuple[str, ...]] = {}
_NO_WORDS: tuple[str, ...] = ()
_NO_NODES: tuple[Node, ...] = ()

T = TypeVar("T")


@dataclass
class FixFile:
    """What was read of one file: the fix when it holds together, the line of each step, every fault."""

    file: str
    fix: Fix | None = None
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[BadFixFile] = field(default_factory=list)

    def gather(self, read_part: Callable[[], T], instead: T) -> T:
        """What `read_part` gives; `instead`, and one more fault, when it raises BadFixFile."""
        try:
            return read_part()
        except BadFixFile as fault:
            self.faults.append(fault)
            return instead


def read_fix(file: str, content: bytes, wants: tuple[Language, ...] = LANGUAGES) -> FixFile:
    """The fix that `content` describes, or what is wrong with it, line by line.

    `wants`: the languages that every text must have; organisations may leave some out.
    """
    found = FixFile(file)
    root = found.gather(lambda: read(file, content, wants=wants), Node(file, 1, None))
    if found.faults:
        return found
    fields = found.gather(lambda: root.mapping(_FIX_MAY, _FIX_NEEDS), _NO_FIELDS)
    if found.faults:
        return found
    steps = tuple(step for node in found.gather(fields["steps"].items, _NO_NODES) if (step := _step(found, node)))
    fix = _fix(found, fields, steps)
    if not steps and not found.faults:
        found.faults.append(BadFixFile(file=file, line=fields["steps"].line, reason="no_steps"))
    _check_targets(found, steps)
    found.fix = None if found.faults else fix
    return found


def _fix(found: FixFile, fields: Mapping[str, Node], steps: tuple[Step, ...]) -> Fix:
    systems = found.gather(lambda: _systems(fields["systems"]), _NO_WORDS)
    symptoms = found.gather(lambda: _symptoms(fields["symptoms"]), _NO_SYMPTOMS)
    return Fix(
        id=found.gather(fields["id"].word, ""),
        title=found.gather(fields["title"].text, _NO_TEXT),
        summary=found.gather(fields["summary"].text, _NO_TEXT),
        symptoms=symptoms,
        icon=found.gather(fields["icon"].icon, ""),
        systems=systems,
        minutes=found.gather(lambda: fields["minutes"].integer(1, 60), 1),
        steps=steps,
        success=found.gather(fields["success"].text, _NO_TEXT),
        workaround=_optional(found, fields, "workaround"),
        prevention=_optional(found, fields, "prevention"),
        topics=found.gather(lambda: _topics(fields), _NO_WORDS),
    )


def _topics(fields: Mapping[str, Node]) -> tuple[str, ...]:
    return tuple(node.word() for node in fields["topics"].items()) if "topics" in fields else ()


def _optional(found: FixFile, fields: Mapping[str, Node], name: str) -> Text | None:
    return found.gather(fields[name].text, None) if name in fields else None


def _systems(node: Node) -> tuple[str, ...]:
    for item in node.items():
        if item.word() not in SYSTEMS:
            item.bad("unknown_system", value=item.raw, known=", ".join(SYSTEMS))
    return tuple(item.raw for item in node.items())


def _symptoms(node: Node) -> Mapping[str, tuple[str, ...]]:
    table = node.in_languages()
    for language, wordings in table.items():
        if len(wordings.items()) < _SYMPTOMS_PER_LANGUAGE:
            wordings.bad("few_symptoms", language=language, least=_SYMPTOMS_PER_LANGUAGE)
    said = {language: tuple(n.string() for n in wordings.items()) for language, wordings in table.items()}
    return in_every_language(said)


def _step(found: FixFile, node: Node) -> Step | None:
    before = len(found.faults)
    step = found.gather(lambda: _read_step(node), None)
    if step is None or len(found.faults) > before:
        return None
    if step.id in found.lines:
        found.faults.append(BadFixFile(file=node.file, line=node.line, reason="twice", key=step.id))
    found.lines[step.id] = node.line
    return step


def _read_step(node: Node) -> Step:
    every = {key for keys in STEP_MAY.values() for key in keys} | {"id", "kind", "title", "seconds"}
    kind_node = node.mapping(every, ("id", "kind", "title"))["kind"]
    if kind_node.word() not in tuple(StepKind):
        kind_node.bad("unknown_kind", value=kind_node.raw, known=", ".join(StepKind))
    kind = StepKind(kind_node.raw)
    fields = node.mapping(("id", "kind", "title", "seconds", *STEP_MAY[kind]), STEP_NEEDS[kind])
    _question_has_choices(node, kind, fields)
    return Step(
        id=fields["id"].word(),
        kind=kind,
        title=fields["title"].text(),
        action=fields["action"].word() if "action" in fields else "",
        options=_table(fields, "options", lambda n: n.scalar()),
        outcomes=_table(fields, "outcomes", lambda n: n.text()),
        goes_to=_table(fields, "goes_to", lambda n: n.word()),
        question=fields["question"].text() if "question" in fields else None,
        choices=tuple(_choice(n) for n in fields["choices"].items()) if "choices" in fields else (),
        consent=_consent(fields) if kind is StepKind.REPAIR else None,
        button=fields["button"].text() if "button" in fields else None,
        seconds=fields["seconds"].integer(1, 3600) if "seconds" in fields else 5,
        each=fields["each"].text() if "each" in fields else None,
        helps_in_part=fields["helps_in_part"].boolean() if "helps_in_part" in fields else False,
        works_around=fields["works_around"].boolean() if "works_around" in fields else False,
    )


def _question_has_choices(node: Node, kind: StepKind, fields: Mapping[str, Node]) -> None:
    if kind is StepKind.QUESTION and ("action" in fields) != ("each" in fields):
        node.bad("action_without_each")
    if kind is StepKind.QUESTION and len(fields["choices"].items()) < (1 if "each" in fields else 2):
        fields["choices"].bad("few_choices")


def _table(fields: Mapping[str, Node], name: str, take: Callable[[Node], T]) -> Mapping[str, T]:
    if name not in fields:
        return {}
    node = fields[name]
    table = node.mapping(node.value if isinstance(node.value, Mapping) else ())
    return {key: take(value) for key, value in table.items()}


def _choice(node: Node) -> Choice:
    fields = node.mapping(("id", "label", "goes_to"), ("id", "label"))
    target = fields["goes_to"].word() if "goes_to" in fields else ""
    return Choice(fields["id"].word(), fields["label"].text(), target)


def _consent(fields: Mapping[str, Node]) -> Consent:
    undo = fields["undo"]
    is_final = undo.raw == "none"
    return Consent(
        changes=fields["changes"].text(),
        keeps=fields["keeps"].text(),
        permission=fields["permission"].text(),
        undo=None if is_final else undo.text(),
        undo_days=fields["undo_days"].integer(1, _LONGEST_UNDO_DAYS) if "undo_days" in fields else 7,
        closes_programs=fields["closes_programs"].boolean() if "closes_programs" in fields else False,
    )


def _check_targets(found: FixFile, steps: tuple[Step, ...]) -> None:
    known = {step.id for step in steps} | {"end", "person"}
    for step in steps:
        for target in (*step.goes_to.values(), *(choice.goes_to for choice in step.choices if choice.goes_to)):
            if target not in known and not found.faults:
                line = found.lines[step.id]
                found.faults.append(BadFixFile(file=found.file, line=line, reason="unknown_step", value=target))
