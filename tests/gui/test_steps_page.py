"""Recorded steps as the person meets them: told first, always seen, looked through, one file."""

import base64
import io
import json
import zipfile
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from desktop_app.protocol.steps import Began, Begin, Clicked
from desktop_app.services.steps import Recorder
from desktop_app.ui.pages import pictures
from desktop_app.ui.pages.annotate import AnnotatePage
from desktop_app.ui.pages.compose import ComposePage
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.steps import StepsPage
from tests.gui.fakes import FakeKeys
from tests.gui.fakes_flows import Desktop, ticket
from tests.gui.stage import Stage as Show
from tests.gui.stage import buttons, looking, words_on


class FakeProcess:
    """What the recording process would tell."""

    def __init__(self) -> None:
        self.heard: Callable[[Any], object] = lambda _: None
        self.said: list[Any] = []
        self.is_closed = False

    def start(self, heard: Callable[[Any], object]) -> "FakeProcess":
        self.heard, self.is_closed = heard, False
        return self

    def say(self, word: Any) -> None:
        self.said.append(word)
        self.heard(Began())

    def close(self) -> None:
        self.is_closed = True


def png(colour: str) -> str:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return base64.b64encode(pictures.png(image)).decode()


@pytest.fixture
def process(home: Desktop) -> FakeProcess:
    one = FakeProcess()
    home.settings.values |= {"sharing.hidden_windows": ["keepassxc"], "sharing.stop_key": "Ctrl+Alt+F12"}
    home.steps = Recorder(one.start, lambda: True, home.settings)
    home.computer = SimpleNamespace(stop_keys=FakeKeys())
    return one


def recorded(stage: Show, home: Desktop, process: FakeProcess, *clicks: Clicked, **asked: Any) -> StepsPage:
    """The page after these clicks and a press of Stop."""
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page, **asked)
    buttons(page)["Start recording"].click()
    stage.settle()
    assert not page.isVisible(), "our own window is not in the way"
    for click in clicks:
        process.heard(click)
    stage.settle()
    bar = page.recording.bar
    assert bar is not None
    assert bar.isVisible()
    assert f"{len(clicks)} step" in bar.words.words
    bar.stop.click()
    stage.settle()
    assert process.is_closed
    assert page.isVisible()
    return page


PRINT = Clicked(what="Print", window="Document – Writer", picture=png("red"))
SECRET = Clicked(window="Sign in", veil="password")


def test_what_will_happen_is_said_before_it_does(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page)
    assert "Keys are not recorded" in words_on(page)
    assert not process.said


def test_each_click_becomes_a_sentence_with_its_picture(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = recorded(stage, home, process, PRINT, SECRET, Clicked(veil="hidden"), Clicked())
    assert process.said == [Begin(hidden=["keepassxc"])]
    assert [row.sentence.text() for row in page.rows] == [
        "You clicked on “Print” in “Document – Writer”.",
        "You clicked in a password field. It was not recorded.",
        "You clicked in a window that is never recorded.",
        "You clicked beside all windows.",
    ]
    assert [row.hide_part.isVisibleTo(row) for row in page.rows] == [True, False, False, False]


def test_only_what_was_kept_goes_into_the_file(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = recorded(stage, home, process, PRINT, SECRET, Clicked(what="OK", picture=png("lime")))
    page.rows[1].remove.click()
    page.rows[0].sentence.setText("I print.")
    page.rows[1].hide_part.click()
    where, told = stage.went[-1]
    assert (where, told["goes_to"], told["place"]) == ("annotate", "steps", 1)
    black = told["picture"].copy()
    black.fill(QColor("black"))
    page.show_page(picture=black, place=1)
    stage.settle()
    buttons(page)["Attach the steps"].click()
    stage.settle()
    where, told = stage.went[-1]
    assert where == "compose"
    name, raw = pictures.load(home.drafts, told["steps"][0])
    assert (name, len(raw)) == ("Recorded steps", told["steps"][1])
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert file.namelist() == ["steps.json", "1.png", "2.png"]
        steps = json.loads(file.read("steps.json"))["steps"]
        assert [step["sentence"] for step in steps] == ["I print.", "You clicked on “OK”."]
        assert QImage.fromData(file.read("1.png")).pixelColor(5, 5) == QColor("red")
        assert QImage.fromData(file.read("2.png")).pixelColor(5, 5) == QColor("black")
    assert not home.steps.clicks(), "and nothing else is left of it"


def test_from_a_conversation_they_go_with_its_next_message(
    stage: Show, home: Desktop, process: FakeProcess, wear: Any
) -> None:
    wear("en")
    opened = home.know(ticket("Word"))
    room = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(room, ticket_id=opened.id)
    buttons(room)["Record the steps"].click()
    page = recorded(stage, home, process, PRINT, **stage.went[-1][1])
    page.rows[0].hide_part.click()
    annotate = AnnotatePage(home, stage.tasks, stage.navigate)
    stage.show(annotate, **stage.went[-1][1])
    annotate.go_back()
    page.show_page(**stage.went[-1][1])
    stage.settle()
    buttons(page)["Attach the steps"].click()
    stage.settle()
    assert (stage.went[-1][0], stage.went[-1][1]["ticket_id"]) == ("conversation", opened.id)
    room.show_page(**stage.went[-1][1])
    stage.settle()
    assert len(room.room.composer.files) == 1
    buttons(room)["Send"].click()
    stage.settle()
    room.show_page(**stage.went[-1][1])
    stage.settle()
    assert not room.room.composer.files, "shown again as it was, nothing is attached again"
    home.outbox.flush()
    ((upload, _),) = home.helpdesk.uploads.values()
    assert upload.kind == "steps"


def test_what_was_recorded_for_one_conversation_is_not_offered_to_another(
    stage: Show, home: Desktop, process: FakeProcess
) -> None:
    page = recorded(stage, home, process, PRINT, ticket_id="one")
    page.hide()
    page.show()
    page.show_page(ticket_id="other")
    stage.settle()
    assert "Attach the steps" not in buttons(page)
    assert page.rows == []


def test_given_up_one_is_back_in_the_conversation(stage: Show, home: Desktop, process: FakeProcess) -> None:
    opened = home.know(ticket("Word"))
    page = recorded(stage, home, process, PRINT, ticket_id=opened.id)
    buttons(page)["Drop all of it"].click()
    stage.settle()
    assert stage.went[-1] == ("conversation", {"ticket_id": opened.id})
    assert not home.steps.clicks()


def test_what_comes_after_stop_is_not_kept(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = recorded(stage, home, process, PRINT)
    process.heard(SECRET)
    stage.settle()
    assert len(home.steps.clicks()) == len(page.rows) == 1


def test_a_picture_that_is_not_changed_after_all_loses_nothing(
    stage: Show, home: Desktop, process: FakeProcess
) -> None:
    page = recorded(stage, home, process, PRINT, SECRET)
    page.rows[0].sentence.setText("I print.")
    annotate = AnnotatePage(home, stage.tasks, stage.navigate)
    page.rows[0].hide_part.click()
    stage.show(annotate, **stage.went[-1][1])
    assert "Back to the steps" in buttons(annotate)
    annotate.go_back()
    where, told = stage.went[-1]
    assert where == "steps"
    page.show_page(**told)
    stage.settle()
    assert page.rows[0].sentence.text() == "I print."
    assert len(page.rows) == 2


def test_nothing_is_recorded_once_the_bar_is_gone(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page)
    buttons(page)["Start recording"].click()
    stage.settle()
    bar = page.recording.bar
    stage.end(page)
    stage.qtbot.waitUntil(lambda: process.is_closed)
    assert bar is not None
    bar.deleteLater()


def test_the_stop_key_ends_it_too(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page)
    buttons(page)["Start recording"].click()
    stage.settle()
    keys, bar = home.computer.stop_keys, page.recording.bar
    assert bar is not None
    assert "Ctrl+Alt+F12 stops it too" in words_on(bar)
    assert keys.bound == ["Ctrl+Alt+F12"]
    keys.pressed()
    stage.settle()
    assert process.is_closed
    assert page.recording.bar is None
    assert "No click was recorded" in words_on(page)


def test_where_it_cannot_record_it_says_so(stage: Show, home: Desktop, process: FakeProcess) -> None:
    home.steps = Recorder(process.start, lambda: False, home.settings)
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page)
    assert "cannot be recorded on this system" in words_on(page)
    assert "Start recording" not in buttons(page)


def test_a_recorder_that_breaks_brings_the_window_back(stage: Show, home: Desktop, process: FakeProcess) -> None:
    page = StepsPage(home, stage.tasks, stage.navigate)
    stage.show(page)
    buttons(page)["Start recording"].click()
    stage.settle()
    process.heard(PRINT)
    process.heard(None)
    stage.settle()
    assert page.isVisible()
    assert len(page.rows) == 1, "what was recorded by then is there"


@pytest.mark.parametrize(("size", "language"), [(100, "fr"), (200, "de"), (150, "nl")], ids=["fr", "de", "nl"])
def test_everything_fits(stage: Show, home: Desktop, process: FakeProcess, size: int, language: str) -> None:
    page = recorded(stage, home, process, PRINT, SECRET)
    stage.end(page)
    with looking(size, language):
        again = StepsPage(home, stage.tasks, stage.navigate)
        stage.show(again, 536, 520)
        stage.fits(again)
        again.recording.ended.emit(True)
        stage.settle()
        assert len(again.rows) == 2
        stage.fits(again)


def test_a_picture_of_one_window_is_looked_through_like_any_other(
    stage: Show, home: Desktop, process: FakeProcess
) -> None:
    page = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(page)
    buttons(page)["Only one window"].click()
    stage.settle()
    assert process.said[-1].picks
    assert not page.isVisible()
    process.heard(PRINT)
    process.heard(None)
    stage.settle()
    assert page.isVisible()
    where, told = stage.went[-1]
    assert (where, told["goes_to"]) == ("annotate", "compose")
    assert told["picture"].pixelColor(5, 5) == QColor("red")
    assert not home.steps.clicks()


def test_where_windows_cannot_be_told_apart_it_says_so(stage: Show, home: Desktop, process: FakeProcess) -> None:
    home.steps = Recorder(process.start, lambda: False, home.settings)
    page = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(page)
    buttons(page)["Only one window"].click()
    stage.settle()
    assert "No picture was taken" in words_on(page)
    assert not process.said
