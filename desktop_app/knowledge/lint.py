"""A close look at fix files: beyond what reading refuses, what would go wrong when the fix runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.action import ActionShape
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Fix, Step, StepKind
from desktop_app.domain.words import Text
from desktop_app.knowledge.fix_file import FixFile
from desktop_app.knowledge.nodes import gaps
from desktop_app.knowledge.pack import load_pack, read_files

# Outcomes that the engine itself produces: an action that failed, a consent refused
_OF_THE_ENGINE = frozenset({"failed", "refused"})


def lint(path: Path, shapes: Mapping[str, ActionShape]) -> list[BadFixFile]:
    """Everything wrong in the fix file or pack at `path`, by file and line; empty when all is well."""
    if not path.exists():
        return [BadFixFile(file=str(path), line=1, reason="unreadable", problem="")]
    faults = [] if path.is_file() else list(load_pack(path).faults)
    for found in read_files(path):
        faults += [fault for fault in found.faults if path.is_file()]
        if found.fix:
            faults += _Look(found, found.fix, shapes).faults()
    return sorted(faults, key=lambda fault: (str(fault.facts["file"]), int(str(fault.facts["line"]))))


@dataclass(frozen=True)
class _Look:
    found: FixFile
    fix: Fix
    shapes: Mapping[str, ActionShape]

    def faults(self) -> list[BadFixFile]:
        return [*self._of_steps(), *self._of_proof(), *self._of_texts()]

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
        for outcome in (set(step.outcomes) | set(step.goes_to)) - shape.outcomes - _OF_THE_ENGINE:
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
        """Gaps that can be filled: facts of the actions of this fix (sizes and lengths without their unit), answers."""
        shapes = [self.shapes[step.action] for step in self.fix.steps if step.action in self.shapes]
        facts = {fact for shape in shapes for fact in shape.facts}
        short = {fact.removesuffix("_bytes").removesuffix("_seconds") for fact in facts}
        return frozenset(facts | short | {step.id for step in self.fix.steps if step.kind is StepKind.QUESTION})
