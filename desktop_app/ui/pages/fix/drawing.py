"""What the right side and the footer show in each state of a run, and what every button leads to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.fix import RunState
from desktop_app.services.fix_record import BACK
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.fix.endings import EndStage, HandoverStage, SuccessStage
from desktop_app.ui.pages.fix.frame import FixFrame
from desktop_app.ui.pages.fix.stages import ConsentStage, QuestionStage, RunningStage, Stage
from desktop_app.ui.pages.fix.standing import Standing
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Act, Plan

if TYPE_CHECKING:
    from desktop_app.services.know_how import Lead


class FixDrawing(FixFrame):
    """Turns where a run stands into what is seen. What is pressed becomes `advance`, `stop` or `undo` of the page."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._run_id = ""
        self._said = ""
        self._standing: Standing | None = None

    def begin(self, fix_id: str) -> None:
        """Begin the fix anew."""
        raise NotImplementedError

    def advance(self, answer: str | None = None, consent: bool | None = None) -> None:
        """Go on, with an answer or a yes or no when one was asked for."""
        raise NotImplementedError

    def stop(self, stage: RunningStage | None = None) -> None:
        """Stop and put everything back."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back what was done."""
        raise NotImplementedError

    def stages(self) -> dict[RunState, Callable[[Standing], tuple[Stage, Plan]]]:
        """How each state is drawn."""
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
        return stage, Plan(self._leave(standing), primary=go_on, focuses=False)

    def _may_go_on(self) -> None:
        if self.decision.primary is not None:
            self.decision.primary.setEnabled(True)

    def _answer(self, stage: QuestionStage) -> None:
        if answer := stage.choices.answer():
            self.advance(answer=answer)

    def _consent(self, standing: Standing) -> tuple[Stage, Plan]:
        consent = standing.view.consent
        if consent is None:
            return self._ended(standing)
        stage = ConsentStage(standing.view, consent, standing.technical)
        note = self.tr("About {seconds} s").format(seconds=consent.seconds)
        refuse = Act(self.tr("Not now"), lambda: self.advance(consent=False))
        agree = Act(consent.button, lambda: self.advance(consent=True))
        return stage, Plan(self._leave(standing), note, refuse, agree, focuses=not consent.is_final)

    def _fixed(self, standing: Standing) -> tuple[Stage, Plan]:
        stage = SuccessStage(standing.view, _until(standing))
        stage.undo_asked.connect(self.undo)
        stage.person_asked.connect(self.hand_over)
        stage.judged.connect(self._judged)
        not_really = Act(self.tr("It is not really fixed"), self.hand_over)
        return stage, Plan(not_really, primary=Act(self.tr("Finish"), self.go_home))

    def _needs_person(self, standing: Standing) -> tuple[Stage, Plan]:
        stage = HandoverStage(standing.view, self._said, _until(standing))
        self._offer_reading(stage, standing.view.fix_id)
        stage.undo_asked.connect(self.undo)
        stage.review_asked.connect(lambda: self._write(reviews=True))
        stage.words_asked.connect(self._write)
        call = Act(self.tr("Be called back"), lambda: self._write(wants_call=True), "phone")
        send = Act(self.tr("Send to a technician"), lambda: self._write(sends=True))
        return stage, Plan(self._leave(), refuse=call, primary=send)

    def _ended(self, standing: Standing) -> tuple[Stage, Plan]:
        ask = Act(self.tr("Ask a person"), self.hand_over)
        again = None
        if standing.view.state in (RunState.STOPPED, RunState.UNDONE):
            again = Act(self.tr("Start again"), lambda: self.begin(standing.view.fix_id))
        stage = EndStage(standing.view)
        self._offer_reading(stage, standing.view.fix_id)
        return stage, Plan(ask, refuse=again, primary=Act(self.tr("Finish"), self.go_home))

    def _offer_reading(self, stage: HandoverStage | EndStage, fix_id: str) -> None:
        """The article about it, as soon as it is found; on the stage of that moment alone."""
        services, language = self.services, texts.language()

        def offer(lead: "Lead | None") -> None:
            if lead is not None and stage is self.stage:
                stage.offer(lead.title, lambda: self.navigate("article", article_id=lead.id))

        self.run(lambda: services.know_how.article_of(fix_id, language), offer)

    def _interrupted(self, standing: Standing) -> tuple[Stage, Plan]:
        back = Act(self.tr("Put everything back"), self.stop)
        finish = Act(self.tr("Finish the repair"), self.advance)
        is_stuck = standing.view.only_forward
        return EndStage(standing.view), Plan(
            self._leave(), refuse=None if is_stuck else back, primary=finish, focuses=False
        )

    def _judged(self, answer: str) -> None:
        services, standing = self.services, self._standing
        if standing is not None:
            name, value = f"useful:{standing.view.fix_id}", {"run": standing.view.run_id, "answer": answer}
            self.write(lambda: services.drafts.save(name, value))

    def hand_over(self) -> None:
        """A person is asked; everything tried goes with the request."""
        self._write()

    def _write(self, **asked: bool) -> None:
        said = self._said or (self._standing.view.title if self._standing else "")
        self.navigate("compose", text=said, run_id=self._run_id, **asked)

    def _leave(self, standing: Standing | None = None) -> Act:
        """The way out; where a question was answered before, the way back to it."""
        if standing is None or not standing.view.may_go_back:
            return Act(self.tr("Later"), self.go_home)
        return Act(self.tr("Previous step"), lambda: self.advance(answer=BACK), "arrow-left")

    def go_home(self) -> None:
        """Leave; what is not finished can be resumed from there."""
        self.navigate("home")


def _until(standing: Standing) -> str:
    """The last day to take it back, in words; empty when there is nothing to."""
    until = standing.view.undo_until
    return texts.date(until) if until else ""
