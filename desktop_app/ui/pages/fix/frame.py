"""What stays while a guided fix goes on: header, steps, the right side that changes, the footer."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.domain.fix import RunState, StepState
from desktop_app.ui import theme
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.fix.stages import QuestionStage, Stage
from desktop_app.ui.pages.fix.standing import Door, Standing
from desktop_app.ui.pages.fix.telling import Telling
from desktop_app.ui.pages.reflow import ReflowPage
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.decision import Plan
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.steps import StepList, StepRow

_STEPS_WIDTH = 252
_TWO_COLUMNS = 640
_ANY_WIDTH = 16_777_215

T = TypeVar("T")


class FixFrame(ReflowPage):
    """Header, two columns, footer. In a narrow window or with large text the steps fold behind a button."""

    is_flush = True

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.stage: Stage | None = None
        self._has_steps = True
        self.progress = text("", "sub")
        self.set_title("", end=self.progress)
        self.set_back(self.tr("Home"))
        self._opener = button(self.tr("See the steps"), "back", icon="list-bullets")
        self._opener.setCheckable(True)
        self._opener.toggled.connect(lambda _: self._arrange())
        self.header.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(_line("separator"))
        self.steps = StepList()
        self._left, self._right = Scroll((32, 24, 20, 20)), Scroll((28, 24, 32, 20))
        self._left.setAccessibleName(self.tr("Steps"))
        self._left.set_content(self.steps)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._between = _line("upright")
        for part, stretch in ((self._left, 0), (self._between, 0), (self._right, 1)):
            columns.addWidget(part, stretch)
        self.body.addLayout(columns, 1)
        self._arrange()

    def draw_steps(self, standing: Standing, *, is_running: bool = False) -> None:
        """Title, how far, and the list on the left."""
        view = standing.view
        self.title.set_words(view.title)
        self.progress.set_words(self._how_far(standing))
        rows = [StepRow(step.title, step.line, step.state) for step in view.steps]
        if is_running:
            here = view.steps[view.position - 1]
            rows[view.position - 1] = StepRow(here.title, self.tr("In progress"), StepState.NOW)
        last = StepState.TO_COME
        if standing.has_ended:
            last = StepState.DONE if view.state is RunState.FIXED else StepState.NOW
        is_person = view.state is RunState.NEEDS_PERSON
        rows.append(StepRow(self.tr("What comes next") if is_person else self.tr("Result"), "", last))
        self._show_steps(rows)

    def _show_steps(self, rows: Sequence[StepRow]) -> None:
        """Before a fix has begun there are none: the page is one column then."""
        self._has_steps = bool(rows)
        self.steps.show_steps(rows)
        self._arrange()

    def draw_door(self, door: Door) -> None:
        """The title alone: nothing has begun."""
        self.title.set_words(door.title)
        self.progress.set_words("")
        self._show_steps([])

    def _how_far(self, standing: Standing) -> str:
        view = standing.view
        if view.state is RunState.FIXED:
            return self.tr("Done in {minutes} min").format(minutes=standing.minutes_taken)
        if standing.has_ended:
            tried = sum(step.state not in (StepState.TO_COME, StepState.SKIPPED) for step in view.steps)
            return self.steps.tried(tried)
        minutes = max(1, math.ceil(view.seconds_left / 60))
        return self.tr("Step {position} of {steps}, about {minutes} min left").format(
            position=view.position, steps=len(view.steps) + 1, minutes=minutes
        )

    def show_stage(self, stage: Stage, plan: Plan) -> None:
        """One thing on the right, and what can be decided about it."""
        self.stage = stage
        self._right.set_content(stage)
        # Where header and footer scroll, a focused button would scroll what is agreed to out of sight
        self.decision.show_plan(replace(plan, focuses=plan.focuses and not self.is_short()))
        if isinstance(stage, QuestionStage):
            stage.choices.focus()

    def first_focus(self) -> QWidget | None:
        """The question's answers, or the decisive button unless it is left to the person to go there."""
        if isinstance(self.stage, QuestionStage):
            return self.stage.choices.first()
        primary = self.decision.primary
        return primary if primary is not None and primary.hasFocus() else None

    def grow(self, is_on: bool) -> None:
        """Both sides take their full height."""
        for part in (self._left, self._right):
            part.growing.set_on(is_on)

    def run_telling(
        self,
        work: Callable[[Callable[[str, float], None]], T],
        done: Callable[[T], object],
        told: Callable[[str, float], object],
    ) -> None:
        """`run`, with what the work says on its way."""
        telling = Telling(told, self)
        ear = telling.ear()

        def over(value: T) -> None:
            telling.end()
            done(value)

        def failed(error: object) -> None:
            telling.end()
            self.report(error)  # type: ignore[arg-type]

        self.tasks.run(self, lambda: work(ear), over, failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns become one when they would be too narrow to read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        has_room = self.width() >= theme.px(_TWO_COLUMNS) and self._has_steps
        is_open = self._opener.isChecked() and self._has_steps
        self._opener.setVisible(not has_room and self._has_steps)
        self._opener.set_words(self.tr("Back to the step") if is_open else self.tr("See the steps"))
        self._left.setVisible(has_room or is_open)
        self._between.setVisible(has_room)
        self._right.setVisible(has_room or not is_open)
        self._left.setMinimumWidth(theme.px(_STEPS_WIDTH) if has_room else 0)
        self._left.setMaximumWidth(theme.px(_STEPS_WIDTH) if has_room else _ANY_WIDTH)


def _line(kind: str) -> QFrame:
    line = QFrame()
    line.setProperty("kind", kind)
    return line
