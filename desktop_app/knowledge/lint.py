"""A close look at fix files: beyond what reading refuses, what would go wrong when the fix runs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.action import ActionShape
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Fix, Step, StepKind
from desktop_app.domain.words import Text
from desktop_app.knowledge.fix_file import FixFile
from desktop_app.knowledge.nodes import gaps
from desktop_app.knowledge.pack import load_pack, read_files

OF_THE_ENGINE = frozenset({"failed", "refused"})
"""Outcomes that the engine itself produces: an action that failed, a consent refused."""


def lint(path: Path, shapes: Mapping[str, ActionShape]) -> list[BadFixFile]:
    """Everything wrong in the fix file or pack at `path`, by file and line; empty when all is well."""
    if not path.exists():
        return [BadFixFile(file=str(path), line=1, reason="unreadable", problem="")]
    faults = [] if path.is_file() else list(load_pack(path).faults)
    for found in read_files(path):
        faults += [fault for fault in found.faults if path.is_file()]
        faults += look(found, shapes)
    return sorted(faults, key=lambda fault: (str(fault.facts["file"]), int(str(fault.facts["line"]))))


def look(found: FixFile, shapes: Mapping[str, ActionShape]) -> list[BadFixFile]:
    """What would go wrong when this fix runs; nothing for a file that holds none."""
    return _Look(found, found.fix, shapes).faults() if found.fix else []


@dataclass(frozen=True)
class _Look:
    found: FixFile
    fix: Fix
    shapes: Mapping[str, ActionShape]

    def faults(self) -> list[BadFixFile]:
        return [*self._of_steps(), *self._of_proof(), *self._of_texts(), *self._of_circles()]

    def _fault(self, step: Step | None, reason: str, **facts: object) -> BadFixFile:
        line = self.found.lines[step.id] if step else 1
        return BadFixFile(file=self.found.file, line=line, reason=reason, **facts)

    def _of_steps(self) -> Iterator[BadFixFile]:
        for step in self.fix.steps:
            if step.action:
                yield from self._of_action(step)

    def _of_action(self, step: Step) -> Iterator[BadFixFile]:
        shape = self.shapes.get(step.action)
        if shape is None:
            yield self._fault(step, "unknown_action", value=step.action)
            return
        wanted = "repair" if step.kind is StepKind.REPAIR else "check"
        if shape.kind != wanted:
            yield self._fault(step, "wrong_action", value=step.action, wanted=wanted)
        for system in set(self.fix.systems) - shape.systems:
            yield self._fault(step, "action_not_there", value=step.action, system=system)
        if step.consent and step.consent.undo and not shape.undoable:
            yield self._fault(step, "not_undoable", value=step.action)
        yield from self._of_outcomes(step, shape)
        yield from self._of_options(step, shape)

    def _of_outcomes(self, step: Step, shape: ActionShape) -> Iterator[BadFixFile]:
        for outcome in (set(step.outcomes) | set(step.goes_to)) - shape.outcomes - OF_THE_ENGINE:
            yield self._fault(step, "unknown_outcome", value=outcome, known=", ".join(sorted(shape.outcomes)))
        if step.kind is StepKind.CHECK:
            for outcome in shape.outcomes - set(step.outcomes):
                yield self._fault(step, "outcome_without_words", value=outcome)
        if step.kind is StepKind.VERIFY:
            for outcome in shape.outcomes - set(step.goes_to):
                yield self._fault(step, "outcome_without_way", value=outcome)

    def _of_options(self, step: Step, shape: ActionShape) -> Iterator[BadFixFile]:
        for name, value in step.options.items():
            if name not in shape.options:
                known = ", ".join(sorted(shape.options)) or "-"
                yield self._fault(step, "unknown_option", value=name, known=known)
            elif isinstance(value, str) and value.startswith("$"):
                if value[1:] not in self._known_names():
                    yield self._fault(step, "unknown_name", value=value)
            elif not isinstance(value, shape.options[name]):
                yield self._fault(step, "wrong_option", value=name, wanted=shape.options[name].__name__)

    def _of_proof(self) -> Iterator[BadFixFile]:
        """A repair is proved by a check that ran before it and runs again after it."""
        kinds = [step.kind for step in self.fix.steps]
        for place, step in enumerate(self.fix.steps):
            if step.kind is StepKind.REPAIR and StepKind.VERIFY not in kinds[place:]:
                yield self._fault(step, "no_proof")
            checks = {s.action for s in self.fix.steps[:place] if s.kind is StepKind.CHECK}
            if step.kind is StepKind.VERIFY and step.action not in checks:
                yield self._fault(step, "not_the_same_check", value=step.action)

    def _of_circles(self) -> Iterator[BadFixFile]:
        """A way that comes round to where it was, and on which nobody is asked anything, never ends."""
        silent = {step.id: step for step in self.fix.steps if step.kind in (StepKind.CHECK, StepKind.VERIFY)}
        for step in silent.values():
            seen, waiting = set[str](), [step.id]
            while waiting:
                leads = self._leads_to(silent[waiting.pop()]) & set(silent)
                waiting += leads - seen
                seen |= leads
            if step.id in seen:
                yield self._fault(step, "circle", value=step.id)
                return

    def _leads_to(self, step: Step) -> set[str]:
        """Where a check may lead: where its answers go, and to the next step when one of them goes nowhere."""
        shape = self.shapes.get(step.action)
        goes_on = shape is not None and shape.outcomes - set(step.goes_to)
        after = self.fix.steps[self.fix.steps.index(step) + 1 :][:1] if goes_on else ()
        return {*step.goes_to.values(), *(one.id for one in after)}

    def _of_texts(self) -> Iterator[BadFixFile]:
        known = self._known_names()
        for step, text in self._texts():
            for gap in gaps(text) - known:
                yield self._fault(step, "unknown_name", value=gap)

    def _texts(self) -> Iterator[tuple[Step | None, Text]]:
        fix = self.fix
        for text in (fix.title, fix.summary, fix.success, fix.workaround, fix.prevention):
            if text:
                yield None, text
        for step in fix.steps:
            consent = step.consent
            lines = (consent.changes, consent.keeps, consent.permission, consent.undo) if consent else ()
            labels = (choice.label for choice in step.choices)
            for text in (step.title, step.question, step.button, step.each, *step.outcomes.values(), *lines, *labels):
                if text:
                    yield step, text

    def _known_names(self) -> frozenset[str]:
        """Gaps that can be filled: facts of the actions of this fix, answers."""
        shapes = [self.shapes[step.action] for step in self.fix.steps if step.action in self.shapes]
        return fillable(shapes) | {step.id for step in self.fix.steps if step.kind is StepKind.QUESTION}


def fillable(shapes: Iterable[ActionShape]) -> frozenset[str]:
    """The gaps that the facts of these actions fill: sizes and lengths without their unit, too."""
    facts = {fact for shape in shapes for fact in shape.facts}
    return frozenset(facts | {fact.removesuffix("_bytes").removesuffix("_seconds") for fact in facts})
