"""The page of a guided fix: draws the run it is given, passes on what was pressed. The run lives in the service."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import CannotUndo, SupportError
from desktop_app.domain.fix import RunState
from desktop_app.services.fixes import Fixes, why_not_undone
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.fix.drawing import FixDrawing
from desktop_app.ui.pages.fix.stages import LockedStage, RunningStage, TriedStage, TroubleStage
from desktop_app.ui.pages.fix.standing import Door, Standing, opened, read
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Act, Plan


class FixPage(FixDrawing):
    """Runs one guided fix.

    Leaving the page pauses it: what is going on ends at the next safe point, and home offers to resume.
    """

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._visit = 0

    def show_page(self, fix_id: str = "", run_id: str = "", said: str = "", *, again: bool = False, **_: Any) -> None:
        """Begin `fix_id` (`again`: though it did not help), or go on with `run_id`.

        `said`: what the person typed to get here; it goes with a request.
        """
        self._said = said if fix_id else said or self._said
        self._visit += 1
        services, language = self.services, texts.language()

        def start() -> Standing | Door:
            if run_id:
                return read(services.fixes, run_id, language)
            return opened(services.fixes, fix_id, language, again=again)

        self.run(start, self._drawer())

    def begin(self, fix_id: str) -> None:
        """Begin the fix anew."""
        self.show_page(fix_id=fix_id, said=self._said, again=True)

    def _drawer(self) -> Callable[[Standing | Door], None]:
        """Draws what comes back, unless another fix was opened meanwhile."""
        visit = self._visit

        def draw(found: Standing | Door) -> None:
            if visit == self._visit:
                self._at_door(found) if isinstance(found, Door) else self._drawn(found)

        return draw

    def _at_door(self, door: Door) -> None:
        """Nothing has begun: the choice is the person's."""
        self.draw_door(door)
        self._standing, self._run_id = None, door.tried
        self._said = self._said or door.title
        ask = Act(self.tr("Talk to a person"), self.hand_over, "chat-circle-text")
        if door.is_locked:
            self.show_stage(
                LockedStage(door.title), Plan(primary=ask, leave=Act(self.tr("Back to home"), self.go_home))
            )
        else:
            again = Act(self.tr("Try again"), lambda: self.begin(door.fix_id))
            plan = Plan(self._leave(), refuse=again, primary=ask, focuses=False, primary_kind="")
            self.show_stage(TriedStage(door.title), plan)

    def _drawn(self, standing: Standing) -> None:
        """Draw where the run stands; go on by itself when nothing is awaited."""
        self._standing, self._run_id = standing, standing.view.run_id
        self.draw_steps(standing)
        if standing.view.state is RunState.READY:
            self.advance()
            return
        stage, plan = self.stages()[standing.view.state](standing)
        self.show_stage(stage, plan)
        self.announce(standing.view.headline)
        if standing.has_ended:
            self._tell_who_asked()

    def _tell_who_asked(self) -> None:
        """A technician who asked for this fix sees how it ended, as the card said."""
        services, language = self.services, texts.language()

        def tell() -> bool:
            from desktop_app.services.asked_fixes import AskedFixes

            return AskedFixes(services.fixes, services.tickets, services.drafts).tell(language)

        self.run(tell)

    def advance(self, answer: str | None = None, consent: bool | None = None) -> None:
        """Go on, with an answer or a yes or no when one was asked for."""
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
        stop = Act(self.tr("Stop"), lambda: self.stop(stage), "stop")
        self.show_stage(stage, Plan(note=note, primary=stop, focuses=False, primary_kind=""))
        return stage

    def _told(self, stage: RunningStage, words: str, share: float) -> None:
        if stage is self.stage:
            stage.say(words, share, texts.clock(texts.now()))
            if words:
                self.announce(words)

    def stop(self, stage: RunningStage | None = None) -> None:
        """Stop and put everything back."""
        if stage is not None:
            stage.put_back()
            self.decision.set_busy(self.tr("Stopping…"))
        self._work(Fixes.stop)

    def undo(self) -> None:
        """Take back what was done."""
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
        ask = Act(self.tr("Ask a person"), self.hand_over)
        self.show_stage(TroubleStage(sentence), Plan(ask, primary=Act(self.tr("Back to home"), self.go_home)))
        self.announce(sentence)
