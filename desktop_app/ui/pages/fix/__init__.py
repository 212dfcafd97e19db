"""A guided fix: the steps with their results on the left, one thing at a time on the right."""

from desktop_app.ui.pages.fix.page import FixPage

__all__ = ["FixPage"]
