"""May this technician see the screen, where the desktop itself asks what of it? There is nothing to pick here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.sharing.consent import Consent
from desktop_app.ui.widgets.basics import text


class Picked(Consent):
    """`allowed`, with nothing to say about what; and plainly what such a desktop cannot do."""

    def _picks(self, question: str, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        part.setAccessibleName(question)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(
            text(self.tr("Your desktop asks you next: pick one window or one screen in its dialog."), "sub")
        )
        uncovered = self.tr("Nothing can be covered here: on a whole screen, {name} also sees your password manager.")
        column.addWidget(text(uncovered.format(name=self._name), "sub"))
        return part

    def _only(self) -> str:
        return self.tr("They only look. On this desktop, mouse and keyboard cannot be lent.")

    def _chosen(self) -> tuple[int, int | None, str]:
        return (int(self.minutes.value()) * 60, None, "")
