"""Tells screen readers what happened."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_ENDS = (".", "!", "?", "…", ":")


def spoken(first: str, then: str) -> str:
    """Two lines that stand below each other as they are read out: a pause between them, and never two stops."""
    if not then:
        return first
    return f"{first} {then}" if first.endswith(_ENDS) else f"{first}. {then}"


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have `words` read out: politely after what is being said, or at once when it is urgent."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
