"""Ways through a guided fix: what its steps answer, such that each answer of each step is given on one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop_app.domain.action import ActionShape
from desktop_app.domain.fix import Fix, StepKind
from desktop_app.services.fix_record import Record


@dataclass(frozen=True)
class Way:
    """One way through a fix: what each step of it answers, and a check that comes round `again`.

    A repair answers with its plan, its act, or a no.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)

    def at(self, record: Record) -> str:
        """The answer of the step where this run stands."""
        step = record.current
        if step in self.again and record.report(step).outcome:
            return self.again[step]
        return self.answers.get(step, "")


def ways(fix: Fix, shapes: Mapping[str, ActionShape]) -> list[Way]:
    """Ways through a fix such that each answer of each step is given on one of them."""
    found = {}
    for step in fix.steps:
        for answer in answers_of(fix, step.id, shapes):
            before = _shortest(fix, step.id, shapes)
            if before is not None:
                way = _to_the_end(fix, shapes, {**before, step.id: answer})
                found[tuple(sorted(way.answers.items()))] = way
    return list(found.values())


def answers_of(fix: Fix, step_id: str, shapes: Mapping[str, ActionShape]) -> dict[str, str]:
    """Each answer of a step with the step it leads to."""
    step = next(step for step in fix.steps if step.id == step_id)
    place = fix.steps.index(step) + 1
    after = fix.steps[place].id if place < len(fix.steps) else "end"
    if step.kind is StepKind.QUESTION:
        offered = {"it": after} if step.each else {}
        return offered | {choice.id: choice.goes_to or after for choice in step.choices}
    outcomes = {outcome: step.goes_to.get(outcome, after) for outcome in sorted(shapes[step.action].outcomes)}
    if step.kind is not StepKind.REPAIR:
        return outcomes | {"failed": step.goes_to.get("failed", "person")}
    no = {"no": step.goes_to.get("refused", "end")}
    # A change without a way back that the computer refuses half-way is for a person, whatever is done
    denied = {"act:failed": "person"} if step.consent and step.consent.undo else {}
    acts = {f"act:{outcome}": target for outcome, target in outcomes.items()}
    return acts | {f"plan:{outcome}": target for outcome, target in outcomes.items()} | no | denied


def _shortest(fix: Fix, wanted: str, shapes: Mapping[str, ActionShape]) -> dict[str, str] | None:
    """The answers that lead from the first step to `wanted`, with a repair made where there is one."""
    waiting: list[tuple[str, dict[str, str]]] = [(fix.steps[0].id, {})]
    seen = {fix.steps[0].id}
    for here, given in waiting:
        if here == wanted:
            return given
        for answer, target in answers_of(fix, here, shapes).items():
            if target not in seen | {"end", "person"}:
                seen.add(target)
                waiting.append((target, {**given, here: answer}))
    return None


def _to_the_end(fix: Fix, shapes: Mapping[str, ActionShape], given: dict[str, str]) -> Way:
    """The rest of the way: on to a step not seen yet where that is possible, else to a good end."""
    here, answers, again = fix.steps[0].id, dict[str, str](), dict[str, str]()
    while here not in {*again, "end", "person"}:
        leads = answers_of(fix, here, shapes)
        new = [answer for answer, target in leads.items() if target not in {*answers, here, "end", "person"}]
        good = [answer for answer, target in leads.items() if target == "end"]
        chosen = (new or good or list(leads))[0]
        if here in answers:
            again[here] = chosen
        else:
            answers[here] = chosen = given.get(here, chosen)
        here = leads[chosen]
    return Way(answers, again)


def only(fix_id: str, action: ActionShape, consented: Fix) -> Fix:
    """A fix that does nothing but `action`, with the words of a repair of `consented`."""
    repair = next(step for step in consented.steps if step.kind is StepKind.REPAIR and step.consent)
    assert repair.consent
    undo = (repair.consent.undo or repair.consent.changes) if action.undoable else None
    asked = replace(repair.consent, undo=undo, changes=repair.title, keeps=repair.title)
    step = replace(
        repair, id="act", action=action.name, options={}, outcomes={}, goes_to={}, consent=asked, button=repair.title
    )
    return replace(consented, id=fix_id, steps=(step,), systems=tuple(sorted(action.systems)), title=repair.title)
