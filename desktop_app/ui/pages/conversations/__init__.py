"""The requests, each of which is one conversation."""

from desktop_app.ui.pages.conversations.page import ConversationPage, RequestsPage

__all__ = ["ConversationPage", "RequestsPage"]
