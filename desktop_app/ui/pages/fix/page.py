"""The page of a guided fix: draws the run it is given, passes on what was pressed. The run lives in the service."""

from collections.abc import Callable
from typing import Any

from desktop_app.domain.errors import CannotUndo, SupportError
from desktop_app.domain.fix import RunState
from desktop_app.services.fixes import Fixes, why_not_undone
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.fix.endings import EndStage, HandoverStage, SuccessStage
from desktop_app.ui.pages.fix.frame import FixFrame
from desktop_app.ui.pages.fix.stages import ConsentStage, QuestionStage, RunningStage, Stage, TroubleStage
from desktop_app.ui.pages.fix.standing import Standing, read
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Act, Plan


class FixPage(FixFrame):
    """Runs one guided fix.

    Leaving the page pauses it: what is going on ends at the next safe point, and home offers to resume.
    """

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__(services, tasks, navigate)
        self._run_id = ""
        self._said = ""
        self._standing: Standing | None = None
        self._visit = 0

    def show_page(self, fix_id: str = "", run_id: str = "", said: str = "", **_: Any) -> None:
        """Begin `fix_id`, or go on with `run_id`. `said`: what the person typed to get here; it goes with a request."""
        self._said = said or self._said
        self._visit += 1
        services, language = self.services, texts.language()

        def start() -> Standing:
            return read(services.fixes, run_id or services.fixes.begin(fix_id).id, language)

        self.run(start, self._drawer())

    def _drawer(self) -> Callable[[Standing], None]:
        """Draws what comes back, unless another fix was opened meanwhile."""
        visit = self._visit

        def draw(standing: Standing) -> None:
            if visit == self._visit:
                self._drawn(standing)

        return draw

    def _drawn(self, standing: Standing) -> None:
        """Draw where the run stands; go on by itself when nothing is awaited."""
        self._standing, self._run_id = standing, standing.view.run_id
        self.draw_steps(standing)
        if standing.view.state is RunState.READY:
            self._advance()
            return
        stage, plan = self._stages()[standing.view.state](standing)
        self.show_stage(stage, plan)
        self.announce(standing.view.headline)

    def _stages(self) -> dict[RunState, Callable[[Standing], tuple[Stage, Plan]]]:
        return {
            RunState.ASKING: self._asking,
            RunState.CONSENT: self._consent,
            RunState.FIXED: self._fixed,
            RunState.NEEDS_PERSON: self._needs_person,
            RunState.NOTHING_FOUND: self._ended,
            RunState.STOPPED: self._ended,
            RunState.UNDONE: self._ended,
            RunState.INTERRUPTED: self._interrupted,
        }

    def _asking(self, standing: Standing) -> tuple[Stage, Plan]:
        stage = QuestionStage(standing.view)
        go_on = Act(self.tr("Continue"), lambda: self._answer(stage))
        stage.choices.chosen.connect(lambda _: self._may_go_on())
        return stage, Plan(self._later(), primary=go_on, focuses=False)

    def _may_go_on(self) -> None:
        if self.decision.primary is not None:
            self.decision.primary.setEnabled(True)

    def _answer(self, stage: QuestionStage) -> None:
        if answer := stage.choices.answer():
            self._advance(answer=answer)

    def _consent(self, standing: Standing) -> tuple[Stage, Plan]:
        consent = standing.view.consent
        if consent is None:
            return self._ended(standing)
        stage = ConsentStage(standing.view, consent, standing.technical)
        note = self.tr("About {seconds} s").format(seconds=consent.seconds)
        refuse = Act(self.tr("Not now"), lambda: self._advance(consent=False))
        agree = Act(consent.button, lambda: self._advance(consent=True))
        return stage, Plan(self._later(), note, refuse, agree, focuses=not consent.is_final)

    def _fixed(self, standing: Standing) -> tuple[Stage, Plan]:
        until = standing.view.undo_until
        stage = SuccessStage(standing.view, texts.date(until) if until else "")
        stage.undo_asked.connect(self._undo)
        stage.person_asked.connect(self._hand_over)
        stage.judged.connect(self._judged)
        not_really = Act(self.tr("It is not really fixed"), self._hand_over)
        return stage, Plan(not_really, primary=Act(self.tr("Finish"), self._home))

    def _needs_person(self, standing: Standing) -> tuple[Stage, Plan]:
        stage = HandoverStage(standing.view, self._said)
        stage.review_asked.connect(lambda: self._write(reviews=True))
        stage.words_asked.connect(self._write)
        call = Act(self.tr("Be called back"), lambda: self._write(wants_call=True), "phone")
        send = Act(self.tr("Send to a technician"), lambda: self._write(sends=True))
        return stage, Plan(self._later(), refuse=call, primary=send)

    def _ended(self, standing: Standing) -> tuple[Stage, Plan]:
        ask = Act(self.tr("Ask a person"), self._hand_over)
        again = None
        if standing.view.state in (RunState.STOPPED, RunState.UNDONE):
            again = Act(self.tr("Start again"), lambda: self.show_page(fix_id=standing.view.fix_id))
        return EndStage(standing.view), Plan(ask, refuse=again, primary=Act(self.tr("Finish"), self._home))

    def _interrupted(self, standing: Standing) -> tuple[Stage, Plan]:
        back = Act(self.tr("Put everything back"), self._stop)
        finish = Act(self.tr("Finish the repair"), self._advance)
        return EndStage(standing.view), Plan(self._later(), refuse=back, primary=finish, focuses=False)

    def _advance(self, answer: str | None = None, consent: bool | None = None) -> None:
        services, run_id, language = self.services, self._run_id, texts.language()
        is_change = consent is True or (
            self._standing is not None and self._standing.view.state is RunState.INTERRUPTED
        )
        stage = self._running(is_change=is_change)

        def go_on(progress: Callable[[str, float], None]) -> Standing:
            services.fixes.advance(run_id, answer=answer, consent=consent, progress=progress)
            return read(services.fixes, run_id, language)

        self.run_telling(go_on, self._drawer(), lambda words, share: self._told(stage, words, share))

    def _running(self, *, is_change: bool) -> RunningStage:
        view = self._standing.view if self._standing else None
        current = view.steps[view.position - 1].title if view else ""
        if self._standing is not None and not self._standing.has_ended:
            self.draw_steps(self._standing, is_running=True)
        stage = RunningStage(current, is_change=is_change)
        note = self.tr("Stop puts everything back as it was.") if is_change else ""
        stop = Act(self.tr("Stop"), lambda: self._stop(stage), "stop")
        self.show_stage(stage, Plan(note=note, primary=stop, focuses=False, primary_kind=""))
        return stage

    def _told(self, stage: RunningStage, words: str, share: float) -> None:
        if stage is self.stage:
            stage.say(words, share, texts.clock(texts.now()))
            if words:
                self.announce(words)

    def _stop(self, stage: RunningStage | None = None) -> None:
        if stage is not None:
            stage.put_back()
            self.decision.set_busy(self.tr("Stopping…"))
        self._work(Fixes.stop)

    def _undo(self) -> None:
        self._running(is_change=True)
        self.decision.show_plan(Plan(note=self.tr("Everything is being put back as it was.")))
        self._work(Fixes.undo)

    def _work(self, verb: Callable[[Fixes, str], object]) -> None:
        services, run_id, language = self.services, self._run_id, texts.language()

        def act() -> Standing:
            verb(services.fixes, run_id)
            return read(services.fixes, run_id, language)

        self.run(act, self._drawer())

    def report(self, error: SupportError) -> None:
        """Something foreseen: what is safe and what to do; the run can be taken up again."""
        sentence = why_not_undone(error, texts.language()) if isinstance(error, CannotUndo) else texts.explain(error)
        ask = Act(self.tr("Ask a person"), self._hand_over)
        self.show_stage(TroubleStage(sentence), Plan(ask, primary=Act(self.tr("Back to home"), self._home)))
        self.announce(sentence)

    def _judged(self, answer: str) -> None:
        services, standing = self.services, self._standing
        if standing is not None:
            name, value = f"useful:{standing.view.fix_id}", {"run": standing.view.run_id, "answer": answer}
            self.run(lambda: services.drafts.save(name, value))

    def _hand_over(self) -> None:
        self._write()

    def _write(self, **asked: bool) -> None:
        said = self._said or (self._standing.view.title if self._standing else "")
        self.navigate("compose", text=said, run_id=self._run_id, **asked)

    def _later(self) -> Act:
        return Act(self.tr("Later"), self._home)

    def _home(self) -> None:
        self.navigate("home")
