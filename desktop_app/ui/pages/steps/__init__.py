"""What the person did, click by click: recorded, looked through, attached."""

from desktop_app.ui.pages.steps.page import StepsPage

__all__ = ["StepsPage"]
