"""The computer report, line by line, before it leaves: what is shown is what is sent."""

from desktop_app.ui.pages.snapshot.page import SnapshotPage

__all__ = ["SnapshotPage"]
