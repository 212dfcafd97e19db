"""The three words that every page needs: a text, a picture, a button."""

from desktop_app.ui.widgets.buttons import Button, button
from desktop_app.ui.widgets.labels import Picture, Text, separator

__all__ = ["Button", "Picture", "Text", "button", "picture", "separator", "text"]


def text(words: str, role: str = "body", tone: str = "") -> Text:
    """Words in a role of the design; see `labels.Text`."""
    return Text(words, role, tone)


def picture(name: str, token: str = "text_2", side: int = 18) -> Picture:  # noqa: S107 -- a colour, not a password
    """An icon in the colour of a token."""
    return Picture(name, token, side)
