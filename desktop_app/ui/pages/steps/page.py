"""Record the steps: what it does is said first, and nothing goes on before every step was seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.steps import KeptStep, packed
from desktop_app.ui.pages import Navigate, Services, pictures
from desktop_app.ui.pages.annotate import ink
from desktop_app.ui.pages.annotate.marks import Drawing
from desktop_app.ui.pages.reflow import ReflowPage
from desktop_app.ui.pages.steps.recording import Recording
from desktop_app.ui.pages.steps.row import Reviewed, StepRow, reviewed
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.decision import Act, Plan


class StepsPage(ReflowPage):
    """Before: what will happen. After: every step, to be changed, hidden in part or removed."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.set_title(self.tr("Record the steps"))
        self._link = self.set_back(self.tr("New request"), "compose")
        self._ticket_id = ""
        self.said = text("", "body")
        self.content.addWidget(self.said)
        self._column = QVBoxLayout()
        self.content.addLayout(self._column)
        self.rows: list[StepRow] = []
        self._steps: list[Reviewed] = []
        self.recording = Recording(self)
        self.recording.ended.connect(self._ended)

    def show_page(self, picture: QImage | None = None, place: int = 0, ticket_id: str = "", **_: Any) -> None:
        """Begin, or go on with what was recorded; `picture` was looked through and is that of the step at `place`.

        `ticket_id`: the conversation that the steps are for; nothing for a new request.
        """
        if self._steps and ticket_id != self._ticket_id:
            self._forget()  # what was recorded for one is not offered to another
        self._ticket_id = ticket_id
        self._link.set_words(self.tr("Back to the conversation") if ticket_id else self.tr("New request"))
        self._back = ("conversation", {"ticket_id": ticket_id}) if ticket_id else ("compose", {})
        if picture is not None and place < len(self._steps):
            self._steps[place].picture = picture
        if self._steps:
            self._show_steps()
            return
        services = self.services
        self.run(lambda: services.steps.is_able(), self._offer)

    def go_back(self) -> bool:
        """What was recorded is dropped."""
        self._forget()
        return super().go_back()

    def _offer(self, is_able: bool) -> None:
        self._draw([])
        cancel = Act(self.tr("Cancel"), self.go_back)
        if not is_able:
            self.said.set_words(
                self.tr("Steps cannot be recorded on this system. Take a screenshot of each step instead.")
            )
            self.decision.show_plan(Plan(refuse=cancel))
            return
        self.said.set_words(
            self.tr(
                "This window steps aside. Then do what does not work: each click becomes a step, with a picture of the "
                "window you clicked. Keys are not recorded, password fields neither. A bar is there all the time; "
                "Stop on it ends the recording. You see every step before anything is attached."
            )
        )
        start = Act(self.tr("Start recording"), self.recording.start, "mouse-simple")
        self.decision.show_plan(Plan(refuse=cancel, primary=start))

    def _ended(self, could: bool) -> None:
        services = self.services
        self.run(lambda: [reviewed(one) for one in services.steps.clicks()], lambda steps: self._look(steps, could))

    def _look(self, steps: list[Reviewed], could: bool) -> None:
        self._steps = steps
        if steps:
            self._show_steps()
            self.announce(self.said.words)
            return
        self._offer(is_able=True)
        nothing = self.tr("No click was recorded.")
        broken = self.tr("Nothing could be recorded here. Take a screenshot of each step instead.")
        self.said.set_words(nothing if could else broken)
        self.announce(self.said.words, is_urgent=not could)

    def _show_steps(self) -> None:
        if not self._steps:
            self._forget()
            self._offer(is_able=True)
            return
        words = self.tr("Look the steps through. Nothing has left yet.")
        self.said.set_words(words)
        self._draw(self._steps)
        drop = Act(self.tr("Drop all of it"), self.go_back)
        use = Act(self.tr("Attach the steps"), self.use)
        note = self.tr("%n step(s)", "", len(self._steps))
        self.decision.show_plan(Plan(note=note, refuse=drop, primary=use, focuses=False))

    def _draw(self, steps: list[Reviewed]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [StepRow(number, step, self) for number, step in enumerate(steps, 1)]
        for place, row in enumerate(self.rows):
            row.masked.connect(lambda place=place: self._mask(place))
            row.removed.connect(lambda place=place: self._remove(place))
            self._column.addWidget(row)

    def _mask(self, place: int) -> None:
        self.navigate(
            "annotate", picture=self._steps[place].picture, goes_to="steps", place=place, ticket_id=self._ticket_id
        )

    def _remove(self, place: int) -> None:
        del self._steps[place]
        self._show_steps()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].remove.setFocus()

    def use(self) -> None:
        """One file of the steps as they stand now, in new pixels."""
        services, name, ticket_id = self.services, self.tr("Recorded steps"), self._ticket_id
        steps = [(one.sentence.strip(), one.picture.copy()) for one in self._steps]

        def keep() -> tuple[str, int]:
            return pictures.keep_steps(services.drafts, packed([_kept(*one) for one in steps]), name)

        self.run(keep, lambda kept: self._used(kept, ticket_id))

    def _used(self, kept: tuple[str, int], ticket_id: str) -> None:
        self._forget()
        if ticket_id:
            self.navigate("conversation", ticket_id=ticket_id, steps=kept[0])
        else:
            self.navigate("compose", steps=kept)

    def _forget(self) -> None:
        self._steps = []
        services = self.services
        self.run(lambda: services.steps.forget())


def _kept(sentence: str, picture: QImage) -> KeptStep:
    return KeptStep(sentence, b"" if picture.isNull() else pictures.png(ink.burnt(picture, Drawing())))
