"""What this program is: its version and whether a newer one is out, its licence, how accessible it is, the way out."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app import __version__, resources
from desktop_app.ui import texts
from desktop_app.ui.leaving import leave
from desktop_app.ui.pages import Page
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Row
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.reading import ReadingDialog

if TYPE_CHECKING:
    from desktop_app.protocol.releases import ReleaseFacts


class AboutRow(Row):
    """The last row of the settings of `page`."""

    def __init__(self, page: Page) -> None:
        links = QWidget(page)
        super().__init__("", end=links, parent=page)
        self._page = page
        self.title.set_words(self.tr("Rescousse {version}").format(version=__version__))
        line = Flow(links, gap=20, line_gap=2, at_end=True)
        conforms = self.tr("Accessibility: partly conforms")
        line.addWidget(button(conforms, "link", act=lambda: self._show_accessibility(conforms)))
        line.addWidget(button(self.tr("Licence"), "link", act=self._show_licence))
        line.addWidget(button(self.tr("Quit Rescousse"), "link", act=leave))

    def tell(self, release: "ReleaseFacts") -> None:
        """Quietly, where the version stands: nothing is to be done."""
        pattern = self.tr("Version {version} is out. IT support installs it; you need not do anything. {about}")
        self.below.set_words(pattern.format(version=release.version, about=texts.of(release.about)))
        self.below.show()

    def _show_accessibility(self, title: str) -> None:
        file = resources.path(f"statements/accessibility.{texts.language()}.txt")
        self._page.run(
            lambda: file.read_text(encoding="utf-8"),
            lambda words: ReadingDialog(title, "", words, self._page).open(),
        )

    def _show_licence(self) -> None:
        file = resources.path("..") / "LICENSE"
        title, below = self.tr("Licence"), self.tr("Free software: GPL 3 or later.")
        self._page.run(
            lambda: file.read_text(encoding="utf-8") if file.is_file() else "GPL-3.0-or-later",
            lambda words: ReadingDialog(title, below, words, self._page).open(),
        )
