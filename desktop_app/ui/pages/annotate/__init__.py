"""A screenshot before it goes anywhere: what counts is shown, the rest is hidden, burnt into new pixels."""

from desktop_app.ui.pages.annotate.page import AnnotatePage

__all__ = ["AnnotatePage"]
