"""A run in words: what the page and the terminal show, in one language, with nothing left to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_app import resources
from desktop_app.domain.amounts import worded
from desktop_app.domain.fix import Choice, Facts, Fix, Run, RunState, Step, StepKind, StepReport, StepState
from desktop_app.domain.words import Language, Text, french_spaces, in_language
from desktop_app.services.fix_record import Change, asked_before

_ENDINGS = {
    RunState.NEEDS_PERSON: "needs_person",
    RunState.STOPPED: "stopped",
    RunState.UNDONE: "undone",
    RunState.INTERRUPTED: "interrupted",
}


@dataclass(frozen=True)
class StepView:
    """A step of the list on the left. `line` is its result, or what is awaited; empty while it is to come."""

    id: str
    kind: StepKind
    title: str
    line: str
    state: StepState


@dataclass(frozen=True)
class ChoiceView:
    """An answer that may be chosen; `id` goes to `advance(answer=id)`."""

    id: str
    label: str


@dataclass(frozen=True)
class ConsentView:
    """The four lines, and the button that repeats the act. `is_final`: it cannot be taken back, drawn in `danger`."""

    changes: str
    keeps: str
    permission: str
    undo: str
    is_final: bool
    closes_programs: bool
    button: str
    seconds: int


@dataclass(frozen=True)
class RunView:
    """Everything a page draws of a run.

    `headline` is the sentence in large (what was found, the question, the result), `body` the line below (or empty).
    `position` counts from 1. `before` and `after` are the same measurement, as sentences; `technical` is for the fold.
    `may_undo`: the run changed something that can still be taken back, until `undo_until`; `works_around`: and that is
    no repair, only what gets the person through. `only_forward`: it died in a change that can only be finished.
    `may_go_back`: a question was answered before, and nothing changed since.
    """

    run_id: str
    fix_id: str
    title: str
    state: RunState
    steps: tuple[StepView, ...]
    position: int
    headline: str
    body: str
    choices: tuple[ChoiceView, ...]
    consent: ConsentView | None
    before: str
    after: str
    technical: tuple[str, ...]
    workaround: str
    prevention: str
    may_undo: bool
    undo_until: datetime | None
    minutes: int
    seconds_left: int
    works_around: bool = False
    only_forward: bool = False
    may_go_back: bool = False


def view_of(
    fix: Fix, run: Run, language: Language, in_place: Sequence[Change] = (), *, only_forward: bool = False
) -> RunView:
    """The run as it is drawn in `language`; `in_place` are its changes that still stand."""
    facts = known_facts(run)
    before, after = measured(fix, run, language)
    reports = {report.step_id: report for report in run.steps}
    step = next((step for step in fix.steps if step.id == run.current), fix.steps[-1])
    position = fix.steps.index(step) + 1
    headline, body = _heading(fix, step, run, language)
    if run.state is RunState.STOPPED and in_place:
        body = resources.sentence("fixes", "stopped_in_part_body", language)
    if only_forward:
        body = resources.sentence("fixes", "interrupted_final_body", language)
    standing = [change for change in in_place if change.until]
    around = {step.id for step in fix.steps if step.works_around}
    return RunView(
        run_id=run.id,
        fix_id=fix.id,
        title=fill(fix.title, language, facts),
        state=run.state,
        steps=tuple(_step_view(s, reports.get(s.id), run, language) for s in fix.steps),
        position=position,
        headline=headline,
        body=body,
        choices=_choices(step, reports, language) if run.state is RunState.ASKING else (),
        consent=_consent(step, run, language) if run.state is RunState.CONSENT else None,
        before=before,
        after=after,
        technical=tuple(r.detail for r in run.steps if r.detail),
        workaround=fill(fix.workaround, language, facts),
        prevention=fill(fix.prevention, language, facts),
        may_undo=bool(standing) and run.undo_until is not None,
        undo_until=run.undo_until,
        minutes=fix.minutes,
        seconds_left=sum(s.seconds for s in fix.steps[position - 1 :]),
        works_around=any(change.proposal.step_id in around for change in standing),
        only_forward=only_forward,
        may_go_back=asked_before(fix, run) is not None,
    )


def known_facts(run: Run) -> Facts:
    """Everything measured so far; the latest wins."""
    facts: dict[str, str | int | float | bool] = {}
    for report in run.steps:
        facts.update(report.facts)
    return facts


def fill(text: Text | None, language: Language, facts: Mapping[str, object]) -> str:
    """`text` with its gaps filled by facts in words, spaced as the language asks; empty when there is none."""
    if text is None:
        return ""
    sentence = text[language].format_map(worded(facts, language))
    return french_spaces(sentence) if language == "fr" else sentence


def measured(fix: Fix, run: Run, language: Language) -> tuple[str, str]:
    """The proof: what the verification's own check said before, and what it says now; empty when not measured."""
    reports = {report.step_id: report for report in run.steps}
    verify = next((s for s in reversed(fix.steps) if s.kind is StepKind.VERIFY), None)
    if verify is None:
        return "", ""
    first = next((s for s in fix.steps if s.kind is StepKind.CHECK and s.action == verify.action), None)
    before = _line(first, reports.get(first.id), language) if first else ""
    return before, _line(verify, reports.get(verify.id), language)


def _line(step: Step, report: StepReport | None, language: Language) -> str:
    if report is None or not report.outcome:
        return ""
    if report.outcome in step.outcomes:
        return fill(step.outcomes[report.outcome], language, report.facts)
    is_ours = report.outcome in ("failed", "too_slow")
    return resources.sentence("fixes", f"step_{report.outcome}", language) if is_ours else ""


def _step_view(step: Step, report: StepReport | None, run: Run, language: Language) -> StepView:
    state = report.state if report else StepState.TO_COME
    title = fill(step.title, language, known_facts(run))
    return StepView(step.id, step.kind, title, _result_line(step, report, run, language), state)


def _result_line(step: Step, report: StepReport | None, run: Run, language: Language) -> str:
    if report is None or report.state is StepState.TO_COME:
        return ""
    waiting = {RunState.ASKING: "waits_answer", RunState.CONSENT: "waits_consent", RunState.INTERRUPTED: "waits_choice"}
    if step.id == run.current and run.state in waiting:
        return resources.sentence("fixes", waiting[run.state], language)
    if report.answer:
        return _answered(step, report, language)
    if report.state in (StepState.UNDONE, StepState.SKIPPED):
        return resources.sentence("fixes", f"step_{report.state.value}", language)
    return _line(step, report, language)


def _answered(step: Step, report: StepReport, language: Language) -> str:
    label = next((c.label for c in (*report.offered, *step.choices) if c.id == report.answer), None)
    return resources.sentence("fixes", "answered", language, answer=label[language]) if label else ""


def _choices(step: Step, reports: Mapping[str, StepReport], language: Language) -> tuple[ChoiceView, ...]:
    report = reports.get(step.id)
    choices: tuple[Choice, ...] = (*(report.offered if report else ()), *step.choices)
    return tuple(ChoiceView(choice.id, in_language(choice.label, language)) for choice in choices)


def _consent(step: Step, run: Run, language: Language) -> ConsentView | None:
    consent, facts = step.consent, known_facts(run)
    if consent is None:
        return None
    undo = fill(consent.undo, language, facts) or resources.sentence("fixes", "no_way_back", language)
    return ConsentView(
        fill(consent.changes, language, facts),
        fill(consent.keeps, language, facts),
        fill(consent.permission, language, facts),
        undo,
        is_final=consent.undo is None,
        closes_programs=consent.closes_programs,
        button=fill(step.button, language, facts) or fill(step.title, language, facts),
        seconds=step.seconds,
    )


def _heading(fix: Fix, step: Step, run: Run, language: Language) -> tuple[str, str]:
    last = _last_finding(fix, run, language)
    if run.state is RunState.FIXED:
        return fill(fix.success, language, known_facts(run)), last
    if run.state is RunState.ASKING:
        return fill(step.question, language, known_facts(run)), resources.sentence("fixes", "no_wrong_answer", language)
    if run.state is RunState.CONSENT:
        return last or fill(step.title, language, known_facts(run)), fill(step.title, language, known_facts(run))
    if run.state is RunState.NOTHING_FOUND:
        return last or resources.sentence("fixes", "nothing_found", language), ""
    if run.state in _ENDINGS:
        key = _ending_key(run)
        why = _why_a_person(fix, run, language) if run.state is RunState.NEEDS_PERSON else ""
        body = resources.sentence("fixes", f"{key}_body", language)
        return resources.sentence("fixes", f"{key}_title", language), f"{why} {body}".strip()
    return fill(step.title, language, known_facts(run)), ""


def _ending_key(run: Run) -> str:
    key = _ENDINGS[run.state]
    if key == "stopped" and any(report.outcome == "refused" for report in run.steps):
        return "refused"
    if key == "needs_person" and any(report.state is StepState.UNDONE for report in run.steps):
        return "needs_person_put_back"
    return key


def _why_a_person(fix: Fix, run: Run, language: Language) -> str:
    """The sentence of the outcome that led to a person; empty when an answer did."""
    reports = {report.step_id: report for report in run.steps}
    for step in reversed(fix.steps):
        report = reports.get(step.id)
        if report and step.goes_to.get(report.outcome, "") == "person":
            return _line(step, report, language)
    return ""


def _last_finding(fix: Fix, run: Run, language: Language) -> str:
    """The latest sentence of a check or a verification, in the order of the steps that ran."""
    reports = {report.step_id: report for report in run.steps}
    measuring = [s for s in fix.steps if s.kind in (StepKind.CHECK, StepKind.VERIFY)]
    lines = [_line(s, reports.get(s.id), language) for s in measuring]
    return next((line for line in reversed(lines) if line), "")
