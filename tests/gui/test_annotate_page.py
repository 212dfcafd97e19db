"""A screenshot before it leaves: what is hidden is gone from the pixels, and what was taken is not kept."""

import struct
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from desktop_app.ui.pages import pictures
from desktop_app.ui.pages.annotate import AnnotatePage
from desktop_app.ui.pages.annotate.ink import burnt, ink
from desktop_app.ui.pages.annotate.marks import Drawing, History, Mark, Tool
from tests.gui.fakes_flows import Desktop
from tests.gui.stage import Stage, looking, words_on

SECRET = QColor(255, 0, 255)
_PLAIN_CHUNKS = {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def _screen() -> QImage:
    """A screen that is secret from top to bottom, and says whose it is."""
    picture = QImage(640, 400, QImage.Format.Format_RGB32)
    picture.fill(SECRET)
    picture.setText("Description", "from the screen of Camille")
    return picture


def _chunks(png: bytes) -> set[bytes]:
    found, at = set(), 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.add(png[at + 4 : at + 8])
        at += 12 + length
    return found


def _page(stage: Stage, home: Desktop, **there: Any) -> AnnotatePage:
    page = AnnotatePage(home, stage.tasks, stage.navigate)
    stage.show(page, picture=_screen(), **there)
    return page


def _drag(stage: Stage, page: AnnotatePage, start: tuple[int, int], end: tuple[int, int]) -> None:
    """With the mouse, in pixels of the picture."""
    frame, scale = page.canvas.frame(), page.canvas.scale()
    a, b = (QPoint(round(frame.left() + x * scale), round(frame.top() + y * scale)) for x, y in (start, end))
    stage.qtbot.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=a)
    stage.qtbot.mouseMove(page.canvas, b)
    stage.qtbot.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=b)


def test_no_masked_pixel_and_no_word_about_the_picture_is_in_the_file() -> None:
    whole = Mark(Tool.MASK, (-5, -5), (700.4, 500.2))
    png = pictures.png(burnt(_screen(), Drawing((whole,))))
    made = QImage.fromData(png)
    colors = {made.pixelColor(x, y).name() for x in range(made.width()) for y in range(made.height())}
    assert colors == {ink("mask_bg").name()}
    assert _chunks(png) <= _PLAIN_CHUNKS
    assert b"Camille" not in png
    assert not made.textKeys()


def test_a_mask_covers_each_pixel_that_it_touches() -> None:
    made = burnt(_screen(), Drawing((Mark(Tool.MASK, (10.6, 10.6), (20.2, 20.2)),)))
    inside = {made.pixelColor(x, y).name() for x in range(10, 21) for y in range(10, 21)}
    assert inside == {ink("mask_bg").name()}
    assert made.pixelColor(9, 9) == SECRET
    assert made.pixelColor(21, 21) == SECRET


@pytest.mark.parametrize("tool", [Tool.BOX, Tool.ARROW, Tool.TEXT])
def test_what_points_at_things_is_in_the_picture(tool: Tool) -> None:
    made = burnt(_screen(), Drawing((Mark(tool, (100, 100), (300, 200), "here"),)))
    found = {made.pixelColor(x, y).name() for x in range(95, 305) for y in range(95, 205)}
    assert ink("danger").name() in found


def test_what_is_cut_off_is_not_in_the_picture() -> None:
    picture = _screen()
    picture.setPixelColor(200, 100, QColor("white"))
    made = burnt(picture, Drawing((Mark(Tool.CROP, (260, 140), (200, 100)),)))
    assert (made.width(), made.height()) == (60, 40)
    assert made.pixelColor(0, 0) == QColor("white")


def test_a_pasted_picture_is_kept_without_what_it_says_of_itself(home: Desktop) -> None:
    name, size = pictures.keep(home.drafts, _screen(), "Pasted picture")
    _, png = pictures.load(home.drafts, name)
    assert len(png) == size
    assert b"Camille" not in png


def test_drawn_taken_back_and_done_again(stage: Stage, home: Desktop, wear: Any) -> None:
    wear("en")
    page = _page(stage, home)
    _drag(stage, page, (100, 100), (300, 160))
    assert "1 masked area" in words_on(page)
    page.tools.buttons[Tool.BOX].click()
    _drag(stage, page, (320, 200), (500, 300))
    assert "1 masked area, 1 box" in words_on(page)
    page.tools.back.click()
    page.tools.back.click()
    assert "Nothing drawn yet" in words_on(page)
    page.tools.again.click()
    assert "1 masked area" in words_on(page)
    _drag(stage, page, (150, 130), (250, 230))
    assert page.canvas.drawing.marks[0].start == pytest.approx((200, 200), abs=3), "it was moved, none was added"
    page.tools.remove.click()
    assert "Nothing drawn yet" in words_on(page)


def test_with_keys_alone(stage: Stage, home: Desktop, wear: Any) -> None:
    wear("en")
    page = _page(stage, home)
    canvas = page.canvas
    canvas.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    ):
        stage.press(canvas, key, modifier)
    (mark,) = canvas.drawing.marks
    assert (mark.tool, mark.start, mark.end) == (Tool.MASK, (230, 151), (400, 251))
    page.tools.buttons[Tool.TEXT].click()
    stage.press(canvas, Qt.Key.Key_Return)
    stage.qtbot.keyClicks(canvas.words, "here")
    stage.press(canvas.words, Qt.Key.Key_Return)
    assert "1 masked area, 1 text" in words_on(page)
    stage.press(canvas, Qt.Key.Key_PageUp)
    stage.press(canvas, Qt.Key.Key_Delete)
    assert [mark.words for mark in canvas.drawing.marks] == ["here"]


def test_what_is_used_is_new_and_what_was_taken_is_forgotten(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, goes_to="conversation", ticket_id="7")
    page.canvas.place(Drawing((Mark(Tool.MASK, (0, 0), (640, 400)),)), 0)
    page.decision.primary.click()  # type: ignore[union-attr]
    ((where, told),) = stage.went
    assert (where, told["ticket_id"]) == ("conversation", "7")
    assert told["picture"].pixelColor(320, 200) == ink("mask_bg")
    assert page.canvas.picture.isNull()


def test_cancelling_forgets_the_picture(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    page.decision.refuse.click()  # type: ignore[union-attr]
    assert stage.went == [("compose", {})]
    assert page.canvas.picture.isNull()


def test_a_new_drawing_forgets_what_was_taken_back() -> None:
    history = History()
    first, second = (Drawing((Mark(tool, (0, 0), (9, 9)),)) for tool in (Tool.MASK, Tool.BOX))
    history.add(first)
    assert history.step(-1)
    history.add(second)
    assert not history.can_step(1)
    assert history.now == second


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, home: Desktop, language: str, size: int) -> None:
    with looking(size, language):
        page = AnnotatePage(home, stage.tasks, stage.navigate)
        stage.show(page, 536 if size == 200 else 628, 520, picture=_screen())
        page.canvas.place(Drawing((Mark(Tool.MASK, (0, 0), (64, 40)), Mark(Tool.CROP, (0, 0), (600, 300)))), 0)
        stage.fits(page)
