"""Ending the application on purpose."""

from PySide6.QtCore import QCoreApplication


def leave() -> None:
    """End the application; `quit` would ask the window, which only hides when it is closed."""
    QCoreApplication.exit(0)
