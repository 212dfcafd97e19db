"""The requests, each of which is one conversation."""

from desktop_app.ui.pages.conversations.page import RequestsPage

__all__ = ["RequestsPage"]
