"""What a screen reader is told where Qt's own answer is not safe."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea


def answer_safely() -> None:
    """Answer for scroll areas ourselves, in the whole program.

    Qt 6.11's own answer takes any child number for granted and reads past its children. A screen reader asks child
    by child, and a scroll bar that vanishes between two questions is enough to end the program. The plain widget's
    answer checks the number; what is inside is told as before.
    """
    QAccessible.installFactory(_answer)


def _answer(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt asks once for each class name of an object, the most derived first; None: Qt answers itself."""
    if name == "QScrollArea" and isinstance(widget, QScrollArea):
        return QAccessibleWidget(widget, QAccessible.Role.Client)
    return None
