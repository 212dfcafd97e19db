"""How Rescousse helps: the text for everybody, with its pictures, readable without a network."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app import resources
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.article_reader import Reader
from desktop_app.ui.tasks import Tasks


class HelpPage(Page):
    """One text that scrolls with the arrows and is read aloud."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.set_title("")
        self.reader = Reader(self, shipped=resources.path("docs"))
        self.content.addWidget(self.reader)

    def show_page(self, **arguments: Any) -> None:
        """In the language that is spoken."""
        super().show_page(**arguments)
        file = resources.path(f"docs/help.{texts.language()}.md")
        self.run(lambda: file.read_text(encoding="utf-8"), self._show)

    def first_focus(self) -> QWidget:
        """The text."""
        return self.reader

    def _show(self, markdown: str) -> None:
        title = markdown.partition("\n")[0].removeprefix("# ")
        self.set_title(title)
        self.set_back(self.tr("Settings"), "settings")
        self.reader.show_markdown(markdown, title)
