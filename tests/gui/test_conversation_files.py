"""What goes with a message: pasted and dropped, looked through, kept until it is sent, and then not kept any more."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from desktop_app.ui.pages.annotate import capture
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.pictures import png
from tests.gui.fakes_flows import Desktop, sample_requests
from tests.gui.stage import Stage, buttons, words_on


def _page(stage: Stage, home: Desktop, **arguments: Any) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, **arguments)
    return page


def _picture() -> QMimeData:
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    pasted = QMimeData()
    pasted.setImageData(picture)
    return pasted


def test_a_pasted_picture_survives_the_end_of_the_page_and_leaves_with_the_message(stage: Stage, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    page.room.composer.field.insertFromMimeData(_picture())
    stage.settle()
    assert "Remove Pasted picture.png" in buttons(page)
    stage.end(page)
    stage.settle()
    again = _page(stage, home, ticket_id=opened.id)
    (name,) = again.room.composer.files
    again.room.composer.send.click()
    stage.settle()
    home.outbox.flush()
    ((upload, content),) = home.helpdesk.uploads.values()
    assert (upload.media_type, QImage.fromData(content).width()) == ("image/png", 20)
    assert home.drafts.load(name) == {}


def test_a_picture_that_is_taken_off_is_forgotten(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, ticket_id=sample_requests(home).id)
    page.room.composer.field.insertFromMimeData(_picture())
    stage.settle()
    (name,) = page.room.composer.files
    assert home.drafts.load(name)
    buttons(page)["Remove Pasted picture.png"].click()
    stage.settle()
    assert home.drafts.load(name) == {}
    assert not page.room.composer.files


def test_a_screenshot_is_looked_through_first_and_comes_once(stage: Stage, home: Desktop) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    stage.went.clear()
    buttons(page)["Screenshot"].click()
    stage.qtbot.waitUntil(lambda: bool(stage.went))
    ((where, told),) = stage.went
    assert (where, told["goes_to"], told["ticket_id"]) == ("annotate", "conversation", opened.id)
    assert not page.room.composer.files
    for _ in range(2):  # another language builds the page again with the same arguments
        page.show_page(ticket_id=opened.id, picture=told["picture"])
        stage.settle()
    assert len(page.room.composer.files) == 1


def test_files_may_be_dropped_anywhere_on_the_conversation(stage: Stage, home: Desktop, tmp_path: Path) -> None:
    page = _page(stage, home, ticket_id=sample_requests(home).id)
    file = tmp_path / "report.txt"
    file.write_text("x")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    buttons_, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, buttons_, keys)
    page.room.dropEvent(event)
    assert page.room.composer.files == [str(file)]


def test_where_programs_may_not_look_the_desktop_is_asked_and_a_no_is_said(
    stage: Stage, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = sample_requests(home)
    page = _page(stage, home, ticket_id=opened.id)
    stage.went.clear()
    answers = [b"", png(QImage(_picture().imageData()))]
    monkeypatch.setattr(capture, "_is_closed", lambda: True)
    monkeypatch.setattr(home, "computer", SimpleNamespace(screenshot=lambda: answers.pop(0)), raising=False)
    buttons(page)["Screenshot"].click()
    stage.qtbot.waitUntil(lambda: page.room.composer.error.words.startswith("No picture was taken."))
    assert page.window().isVisible()
    buttons(page)["Screenshot"].click()
    stage.qtbot.waitUntil(lambda: bool(stage.went))
    assert stage.went[0][1]["picture"].width() == 20


def test_a_file_on_its_way_shows_how_far_it_is_and_can_be_stopped(stage: Stage, home: Desktop, tmp_path: Path) -> None:
    opened = sample_requests(home)
    file = tmp_path / "film.mkv"
    file.write_bytes(bytes(2_000_000))
    home.tickets.reply(opened.id, "Here.", (file,))
    page, seen = _page(stage, home, ticket_id=opened.id), list[tuple[int, str]]()

    def look() -> None:
        page.refresh("outbox")
        stage.settle()
        progress = page.room.lines.messages()[-1].progress
        assert progress is not None
        seen.append((progress.bar.value(), progress.words.words))
        if len(seen) == 2:
            buttons(page)["Stop sending"].click()
            stage.settle()

    home.helpdesk.arrives, home.helpdesk.meanwhile = (1_000_000, 1_500_000, 2_000_000), look
    home.outbox.flush()
    assert [value for value, _ in seen] == [0, 500]
    assert "1" in seen[1][1]
    page.refresh("outbox")
    stage.settle()
    assert "You stopped it." in words_on(page)
    assert "Here." in words_on(page)
    home.helpdesk.arrives = ()
    buttons(page)["Send again"].click()
    stage.settle()
    home.outbox.flush()
    assert len(home.helpdesk.uploads) == 1
