"""A new request: nothing typed is lost, nothing leaves half filled, the receipt tells the truth."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from desktop_app.domain.errors import DiskFull
from desktop_app.domain.ticket import LARGEST_FILE, Blocked, Impact
from desktop_app.services.steps import KeptStep, packed
from desktop_app.ui.pages import pictures
from desktop_app.ui.pages.compose import ComposePage
from desktop_app.ui.pages.compose.form import Fault, Form
from desktop_app.ui.widgets.labels import Picture
from tests.gui.fakes_flows import Desktop
from tests.gui.stage import Stage, buttons, looking, words_on

SENTENCE = "When I print from Word, nothing comes out. My colleagues can print."


def _page(stage: Stage, home: Desktop, **arguments: Any) -> ComposePage:
    page = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(page, **arguments)
    return page


def _send(stage: Stage, page: ComposePage) -> None:
    page.decision.primary.click()  # type: ignore[union-attr]
    stage.settle()


def test_typed_sent_and_received_with_its_number(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    stage.qtbot.keyClicks(page.form.questions.story, SENTENCE)
    page.form.questions.impact.choose(Impact.SITE.value)
    assert "We take these cases first." in words_on(page)
    _send(stage, page)
    assert "Its number is on its way." in words_on(page)
    home.outbox.flush()
    page.refresh("tickets")
    stage.settle()
    assert "Request no. 4830" in words_on(page)
    (sent,) = home.helpdesk.received
    assert (sent["body"], sent["impact"], sent["blocked"]) == (SENTENCE, "site", "partly")
    assert sent["subject"] == "When I print from Word, nothing comes out"
    assert home.drafts.load("request") == {}


def test_the_report_that_was_on_the_screen_is_what_leaves(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, text=SENTENCE)
    review = page.enclosures.review
    assert review is not None
    _send(stage, page)
    home.outbox.flush()
    (upload, content) = next(iter(home.helpdesk.uploads.values()))
    assert (upload.kind, content) == ("snapshot", review.payload())


def test_a_report_that_is_switched_off_stays_here(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, text=SENTENCE)
    page.form.attached.report.click()
    _send(stage, page)
    home.outbox.flush()
    assert not home.helpdesk.uploads


def test_text_survives_the_end_of_the_page(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    page.form.questions.story.setPlainText(SENTENCE)
    page.form.questions.blocked.choose(Blocked.YES.value)
    stage.qtbot.waitUntil(lambda: home.drafts.load("request").get("text") == SENTENCE)
    stage.end(page)
    again = _page(stage, home)
    assert again.value().text == SENTENCE
    assert again.value().blocked is Blocked.YES


def test_leaving_the_page_keeps_the_text_at_once(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    page.form.questions.story.setPlainText(SENTENCE)
    page.hide()
    stage.settle()
    assert home.drafts.load("request")["text"] == SENTENCE


def test_what_led_here_does_not_replace_what_was_written(stage: Stage, home: Desktop) -> None:
    home.drafts.save("request", Form(text=SENTENCE).as_draft())
    page = _page(stage, home, text="printer")
    assert page.value().text == SENTENCE


def test_offline_is_a_normal_state(stage: Stage, home: Desktop) -> None:
    home.go_offline()
    page = _page(stage, home, text=SENTENCE)
    assert "You are offline. Carry on, nothing will be lost." in words_on(page)
    assert "Send as soon as possible" in buttons(page)
    page.form.attached.report.click()
    _send(stage, page)
    assert "It leaves by itself as soon as the network is back." in words_on(page)
    assert [waiting.kind for waiting in home.outbox.waiting()] == ["create"]


def test_what_is_missing_is_said_at_its_field_and_on_top(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, wants_call=True)
    _send(stage, page)
    questions = page.form.questions
    assert questions.story.accessibleDescription() == "Say in a few words what is happening."
    assert questions.call.telephone.accessibleDescription() == "Write the number on which we can reach you."
    stage.qtbot.waitUntil(page.form.summary.hasFocus)
    assert "2" in page.form.summary.accessibleName()
    questions.story.setPlainText(SENTENCE)
    assert not questions.story.accessibleDescription()
    assert not home.outbox.waiting()


def test_one_thing_missing_takes_the_keyboard_there(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    _send(stage, page)
    stage.qtbot.waitUntil(page.form.questions.story.hasFocus)


def test_a_full_disk_loses_nothing(stage: Stage, home: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(stage, home, text=SENTENCE)

    def full(_draft: object) -> str:
        raise DiskFull(folder="/home")

    monkeypatch.setattr(home.tickets, "create", full)
    _send(stage, page)
    assert page.value().text == SENTENCE
    assert page.form.isEnabled()
    assert "Send the request" in buttons(page)


def test_files_are_dropped_named_and_removed(stage: Stage, home: Desktop, tmp_path: Path) -> None:
    page = _page(stage, home, text=SENTENCE)
    file = tmp_path / "photo\u202egpj.exe"
    file.write_bytes(b"x" * 2000)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    page.form.questions.story.insertFromMimeData(dropped)
    stage.settle()
    assert page.value().files == (str(file),)
    assert "\u202e" not in words_on(page)
    buttons(page)["Remove photogpj.exe"].click()
    assert page.value().files == ()


def test_a_file_that_is_too_large_is_refused_in_words(stage: Stage, home: Desktop, tmp_path: Path) -> None:
    page = _page(stage, home, text=SENTENCE)
    file = tmp_path / "film.mkv"
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST_FILE + 1)
    assert not page.form.attached.error.isVisible()
    page.enclosures.add_files([str(file)])
    stage.settle()
    assert page.value().files == ()
    assert page.form.attached.error.findChildren(Picture)[0].isVisible(), "its colour alone says nothing to some"
    assert "“film.mkv” is too large: 101 MB, at most 100 MB." in page.form.attached.error.words.replace("\u00a0", " ")


def test_a_pasted_picture_survives_and_is_sent(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, text=SENTENCE)
    page.form.attached.report.click()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    pasted = QMimeData()
    pasted.setImageData(picture)
    page.form.questions.story.insertFromMimeData(pasted)
    stage.settle()
    page.keep_now()
    stage.settle()
    stage.end(page)
    again = _page(stage, home)
    assert len(again.value().pictures) == 1
    again.form.attached.report.setChecked(False)
    _send(stage, again)
    home.outbox.flush()
    (_, content) = next(iter(home.helpdesk.uploads.values()))
    assert QImage.fromData(content).size() == picture.size()


def test_what_was_tried_goes_with_it(stage: Stage, home: Desktop) -> None:
    run = home.fixes.begin("printer")
    home.fixes.advance(run.id)
    page = _page(stage, home, text=SENTENCE, run_id=run.id)
    _send(stage, page)
    home.outbox.flush()
    (attempt,) = home.helpdesk.received[0]["attempts"]
    assert attempt["fix_id"] == "printer"


def test_a_file_that_is_gone_is_named(stage: Stage, home: Desktop) -> None:
    home.drafts.save("request", Form(text=SENTENCE, files=("/no/longer/there.pdf",)).as_draft())
    page = _page(stage, home)
    assert "there.pdf" in page.form.attached.error.words


def test_escape_says_no_to_clearing(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, text=SENTENCE)
    page.clear()
    stage.settle()
    assert page.value().is_blank
    assert home.drafts.load("request") == {}


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Rien ne marche. Depuis ce matin.", "Rien ne marche"),
        ("  a\n b", "a"),
        (
            "Depuis ce matin mon ordinateur affiche un message que je ne comprends pas du tout et il ne démarre plus",
            "Depuis ce matin mon ordinateur affiche un message que je ne comprends…",
        ),
        ("", ""),
    ],
)
def test_the_subject_is_the_first_words(words: str, subject: str) -> None:
    assert Form(text=words).subject == subject


def test_a_strange_draft_is_no_reason_to_fail() -> None:
    assert Form.from_draft({"text": 3, "impact": "world", "files": [1, "a"], "unknown": True}) == Form(files=("a",))
    form = Form(text="x", impact=Impact.TEAM, wants_call=True, telephone="12")
    assert Form.from_draft(form.as_draft()) == form
    assert form.faults() == (Fault.BAD_TELEPHONE,)


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Stage, home: Desktop, language: str, size: int, tmp_path: Path
) -> None:
    file = tmp_path / "ein-sehr-langer-dateiname-der-nicht-in-die-spalte-passt.pdf"
    file.write_bytes(b"x")
    with looking(size, language):
        page = ComposePage(home, stage.tasks, stage.navigate)
        stage.show(page, 536 if size == 200 else 628, 520, wants_call=True, run_id=home.fixes.begin("printer").id)
        page.enclosures.add_files([str(file)])
        _send(stage, page)
        stage.fits(page)


def test_the_tray_s_picture_of_the_screen_is_looked_through_and_kept_with_the_request(
    stage: Stage, home: Desktop
) -> None:
    page = _page(stage, home, captures=True)
    stage.qtbot.waitUntil(lambda: bool(stage.went))
    assert page.window().isVisible(), "the window comes back"
    assert not page.value().pictures, "nothing is kept before it was looked through"
    ((where, told),) = stage.went
    assert (where, told["goes_to"]) == ("annotate", "compose")
    page.show_page(picture=told["picture"])
    stage.qtbot.waitUntil(lambda: bool(page.value().pictures))
    page.show_page(picture=told["picture"])
    stage.settle()
    assert len(page.value().pictures) == 1, "another screenshot takes the place of the one before"


def test_recorded_steps_go_with_the_request(stage: Stage, home: Desktop) -> None:
    kept = pictures.keep_steps(home.drafts, packed([KeptStep("I print.")]), "Recorded steps")
    page = ComposePage(home, stage.tasks, stage.navigate)
    stage.show(page, text="It does not print.", steps=kept)
    assert "Recorded steps" in words_on(page)
    buttons(page)["Send the request"].click()
    stage.settle()
    home.outbox.flush()
    sent = {upload.kind: (upload, content) for upload, content in home.helpdesk.uploads.values()}
    upload, content = sent["steps"]
    assert upload.filename.endswith(".steps.zip")
    assert zipfile.is_zipfile(io.BytesIO(content))
    assert not home.drafts.load(kept[0]), "and no copy stays behind"
