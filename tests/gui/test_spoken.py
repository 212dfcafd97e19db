"""What stands on two lines is read out as two sentences."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.announce import spoken
from desktop_app.ui.widgets.notice import Notice


@pytest.mark.parametrize(
    ("first", "read"),
    [
        ("Vous êtes hors ligne", "Vous êtes hors ligne. Continuez."),
        ("Le trousseau est fermé.", "Le trousseau est fermé. Continuez."),
        ("Est-ce réglé ?", "Est-ce réglé ? Continuez."),
    ],
)
def test_a_pause_stands_between_them_once(first: str, read: str) -> None:
    assert spoken(first, "Continuez.") == read


def test_one_line_alone_is_read_as_it_stands() -> None:
    assert spoken("Le trousseau est fermé.", "") == "Le trousseau est fermé."


def test_a_notice_is_read_so(qtbot: QtBot) -> None:
    notice = Notice("warning", "Le trousseau est fermé.", "Ouvrez-le.")
    qtbot.addWidget(notice)
    assert notice.accessibleName() == "Le trousseau est fermé. Ouvrez-le."
