"""A new request: a few plain questions, what goes with it, and a receipt."""

from desktop_app.ui.pages.compose.page import ComposePage

__all__ = ["ComposePage"]
