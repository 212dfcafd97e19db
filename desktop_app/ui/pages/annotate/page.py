"""The page between taking a picture and using it: what was taken stays in memory, and only while the page is seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.annotate import ink
from desktop_app.ui.pages.annotate.canvas import Canvas
from desktop_app.ui.pages.annotate.marks import Tool
from desktop_app.ui.pages.annotate.tools import Tools
from desktop_app.ui.pages.reflow import ReflowPage
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.basics import text
from desktop_app.ui.widgets.decision import Act, Plan


class AnnotatePage(ReflowPage):
    """Shows what counts, hides the rest. What is used afterwards are new pixels."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._goes_to: tuple[str, dict[str, Any]] = ("compose", {})
        self.set_title(self.tr("Show what counts, hide the rest"))
        self.link = self.set_back(self.tr("New request"), "compose")
        self.tools, self.canvas = Tools(self), Canvas(self)
        self.header.addWidget(self.tools)
        self.content.addWidget(self.canvas)
        promise = self.tr("A masked area is blackened in the picture itself: nobody can get it back.")
        self.content.addWidget(text(promise, "cap", tone="text_2"))
        self.tools.chosen.connect(self._take_tool)
        self.tools.back_asked.connect(lambda: self.canvas.step(-1))
        self.tools.again_asked.connect(lambda: self.canvas.step(1))
        self.tools.remove_asked.connect(self.canvas.remove)
        self.canvas.changed.connect(self._show_marks)
        for keys, by in ((QKeySequence.StandardKey.Undo, -1), (QKeySequence.StandardKey.Redo, 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.canvas.step(by))
        cancel, use = Act(self.tr("Cancel"), self.go_back), Act(self.tr("Use this picture"), self.use)
        self.decision.show_plan(Plan(note=" ", refuse=cancel, primary=use, focuses=False))
        self._take_tool(Tool.MASK)

    def show_page(self, picture: QImage | None = None, goes_to: str = "compose", **there: Any) -> None:
        """A picture that was just taken. Used, it goes to the page `goes_to` as `picture`, with the other arguments."""
        self._goes_to = (goes_to, there)
        links = {"compose": self.tr("New request"), "steps": self.tr("Back to the steps")}
        self.link.set_words(links.get(goes_to, self.tr("Back to the conversation")))
        self._back = self._goes_to
        if picture is None:
            self.go_back()
        else:
            self.canvas.show_picture(picture)

    def first_focus(self) -> QWidget | None:
        """The tool in hand."""
        return self.tools.buttons[self.canvas.tool]

    def use(self) -> None:
        """Burn the marks in, and hand over what came out."""
        page, there = self._goes_to
        made = ink.burnt(self.canvas.picture, self.canvas.drawing)
        self._forget()
        self.navigate(page, picture=made, **there)

    def go_back(self) -> bool:
        """The picture is dropped."""
        self._forget()
        return super().go_back()

    def _forget(self) -> None:
        self.canvas.show_picture(QImage())

    def _take_tool(self, tool: str) -> None:
        self.canvas.tool = Tool(tool)
        self.tools.show_tool(self.canvas.tool)
        hints = {
            Tool.BOX: self.tr("Draw a box around what counts. With keys: Enter, then the arrows."),
            Tool.ARROW: self.tr("Draw from the tail to the tip. With keys: Enter, then the arrows."),
            Tool.TEXT: self.tr("Click where the words should stand. With keys: Enter."),
            Tool.MASK: self.tr("Draw over what nobody should read. With keys: Enter, then the arrows."),
            Tool.CROP: self.tr("Draw around the part to keep. With keys: Enter, then the arrows."),
        }
        self.canvas.setAccessibleDescription(hints[self.canvas.tool])
        self.canvas.setToolTip(hints[self.canvas.tool])

    def _show_marks(self) -> None:
        history, drawing = self.canvas.history, self.canvas.drawing
        has_chosen = self.canvas.chosen >= 0
        self.tools.show_ways(back=history.can_step(-1), again=history.can_step(1), remove=has_chosen)
        parts = [
            self.tr("%n masked area(s)", "", drawing.count(Tool.MASK)) if drawing.count(Tool.MASK) else "",
            self.tr("%n box(es)", "", drawing.count(Tool.BOX)) if drawing.count(Tool.BOX) else "",
            self.tr("%n arrow(s)", "", drawing.count(Tool.ARROW)) if drawing.count(Tool.ARROW) else "",
            self.tr("%n text(s)", "", drawing.count(Tool.TEXT)) if drawing.count(Tool.TEXT) else "",
            self.tr("cropped") if drawing.crop else "",
        ]
        words = ", ".join(part for part in parts if part) or self.tr("Nothing drawn yet")
        if self.decision.note is not None and words != self.decision.note.words:
            self.decision.note.set_words(words)
            self.announce(words)
        self.canvas.setAccessibleName(self.tr("Picture: {marks}").format(marks=words))

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page took its place: the picture is not kept. A window that is only put away comes back with it."""
        if not self.isWindow() and self.window().isVisible() and not event.spontaneous():
            self._forget()
        super().hideEvent(event)
