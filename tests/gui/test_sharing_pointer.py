"""What a technician points at: no click is caught by it, and however much comes, the desk has time for others."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion

from desktop_app.protocol.screen_channel import Draw, Move
from desktop_app.ui.sharing import pointer
from desktop_app.ui.sharing.border import Border
from desktop_app.ui.sharing.pointer import Overlay

unmasked = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def overlay(qtbot: Any, wear: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Overlay]:
    monkeypatch.setattr(pointer, "_FADES_MS", 600_000)  # nothing fades while it is looked at
    made = Overlay()
    made.begin("Sofia", QRect(0, 0, 800, 600))
    yield made
    made.hide()
    made.deleteLater()


@unmasked
def test_clicks_go_through_border_and_drawings(qtbot: Any, overlay: Overlay) -> None:
    border = Border()
    for window in (*border.strips, overlay):
        assert window.windowFlags() & Qt.WindowType.WindowTransparentForInput
    border.show_around(QRect(10, 20, 300, 200), is_control=False)
    around = [strip.geometry() for strip in border.strips]
    assert all(QRect(10, 20, 300, 200).contains(strip) for strip in around)
    assert not any(strip.contains(QPoint(150, 120)) for strip in around)
    border.close()


@unmasked
def test_what_is_pointed_at_and_drawn_is_seen_until_it_is_wiped(qtbot: Any, overlay: Overlay) -> None:
    overlay.take(Draw(shape="line", points=[(10, 10), (200, 10)]), 1)
    qtbot.waitUntil(lambda: overlay.mask().contains(QPoint(100, 10)))
    assert overlay.isVisible()
    assert not overlay.mask().contains(QPoint(100, 300))
    overlay.take(Move(x=300, y=300), 1)
    qtbot.waitUntil(lambda: overlay.mask().contains(QPoint(304, 304)))
    assert overlay.mask().contains(QPoint(100, 10))
    overlay.take(Draw(shape="wipe"), 1)
    qtbot.waitUntil(lambda: not overlay.mask().contains(QPoint(100, 10)))
    assert overlay.mask().contains(QPoint(304, 304))


@unmasked
def test_an_arrow_is_whole_where_head_and_line_lie_over_each_other(qtbot: Any, overlay: Overlay) -> None:
    for points in ([(100, 100), (300, 100)], [(300, 200), (100, 200)]):
        overlay.take(Draw(shape="arrow", points=points), 1)
    qtbot.waitUntil(lambda: overlay.mask().contains(QPoint(290, 100)))
    assert all(overlay.mask().contains(QPoint(x, 100)) for x in range(110, 296))
    assert all(overlay.mask().contains(QPoint(x, 200)) for x in range(104, 290))
    assert overlay.mask().contains(QPoint(288, 105))


@unmasked
def test_however_much_comes_it_is_cut_once_a_turn(
    qtbot: Any, overlay: Overlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuts: list[QRegion] = []

    def cut(region: QRegion) -> None:
        cuts.append(region)
        Overlay.setMask(overlay, region)

    monkeypatch.setattr(overlay, "setMask", cut)
    for row in range(0, 500, 5):
        overlay.take(Draw(shape="line", points=[(10, row), (200, row)]), 1)
        overlay.take(Move(x=row, y=550), 1)
    qtbot.waitUntil(lambda: overlay.mask().contains(QPoint(100, 495)))
    assert overlay.mask().contains(QPoint(100, 5)), "the first is still there"
    assert overlay.mask().contains(QPoint(499, 554))
    assert len(cuts) == 1
