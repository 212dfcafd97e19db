"""What the shell stands on: tasks, one instance, crash reports, the tray icon, Qt's own soundness."""

import gettext
import io
import json
import os
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSystemTrayIcon

from build_scripts import translations
from desktop_app.domain.errors import HelpdeskUnreachable, SupportError
from desktop_app.ui.crash import CrashWatch, redacted
from desktop_app.ui.crash_dialog import CrashDialog
from desktop_app.ui.instance import Instance
from desktop_app.ui.situation import Known, Situation
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.tray import Tray, picture, state_of
from tests.gui import values
from tests.gui.fakes import FakeDesk, FakeSettings, FakeTickets, House


def test_qt_keeps_its_references_to_true_and_none(qapp: QApplication) -> None:
    class Bell(QObject):
        rung = Signal(bool)

    bell, spare = Bell(), [True] * 200_000
    bell.rung.connect(nothing)
    button = QPushButton()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(20_000):
        bell.rung.emit(True)
        button.setCheckable(True)
        button.setProperty("x", True)
    after = sys.getrefcount(True), sys.getrefcount(None)
    # Threads that earlier tests left may take or drop some meanwhile; a fault counts once for each round
    assert abs(after[0] - before[0]) < 10_000, "this PySide6 and this Python do not go together"
    assert abs(after[1] - before[1]) < 10_000
    assert spare


def test_qt_does_not_read_the_source_of_every_library() -> None:
    words = """
import builtins, linecache
own = builtins.__import__
import desktop_app.ui.start
assert builtins.__import__ is own
import pydantic.main
assert not [file for file in linecache.cache if "pydantic" in file]
"""
    subprocess.run([sys.executable, "-c", words], check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_an_outcome_comes_back_on_the_gui_thread(qtbot: Any, tasks: Tasks) -> None:
    told: list[Any] = []
    owner = QObject()
    tasks.run(owner, threading.get_ident, lambda worker: told.append((worker, threading.get_ident())), nothing)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1] == threading.get_ident() != told[0][0]


def test_a_foreseen_failure_is_handed_over_and_a_bug_is_not_hidden(qtbot: Any, tasks: Tasks) -> None:
    owner = QObject()
    failed: list[SupportError] = []

    def unreachable() -> None:
        raise HelpdeskUnreachable

    tasks.run(owner, unreachable, nothing, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], SupportError)
    with qtbot.captureExceptions() as bugs:
        tasks.run(owner, lambda: 1 / 0, nothing, nothing)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_answers_for_owners_that_are_gone_are_dropped(qtbot: Any) -> None:
    tasks, go = Tasks(QThreadPool()), threading.Event()
    told: list[Any] = []
    gone: list[weakref.ref[QObject]] = []
    for _ in range(300):
        owner = QObject()
        gone.append(weakref.ref(owner))
        tasks.run(owner, lambda: go.wait(values.PATIENCE_S), told.append, told.append)
        owner.deleteLater()
        del owner
    go.set()
    qtbot.waitUntil(tasks.are_idle)
    assert told == []
    assert tasks.close()


def test_a_second_start_hands_its_wish_to_the_first(qtbot: Any, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.is_first
    first.listen()
    second = Instance(tmp_path)
    assert not second.is_first
    with qtbot.waitSignal(first.asked) as asked:
        assert second.hand_over("journal")
    assert asked.args == ["journal"]
    elsewhere = Instance(tmp_path / "another-home")
    assert elsewhere.is_first, "two homes never touch each other"
    elsewhere.close()
    first.close()
    third = Instance(tmp_path)
    assert third.is_first
    third.close()


def test_a_bug_is_written_down_without_the_person_and_shown_at_the_next_start(
    qtbot: Any, tmp_path: Path, caplog: Any
) -> None:
    watch = CrashWatch(tmp_path)
    heard: list[str] = []
    watch.caught.connect(heard.append)
    assert watch.start() == ""
    try:
        error = ValueError(f"cannot read {Path.home()}/secret.txt")
        sys.excepthook(type(error), error, None)
        caplog.clear()
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        watch.stop()
    assert "ValueError" in heard[0]
    assert str(Path.home()) not in heard[0]
    again = CrashWatch(tmp_path)
    assert "ValueError" in again.start()
    again.stop()


def test_names_of_the_person_and_the_computer_are_taken_out() -> None:
    assert redacted(f"{Path.home()}/x on pc-camille", hostname="pc-camille") == "~/x on <computer>"


def test_the_crash_report_is_read_before_anything_else_happens(qtbot: Any, wear: Any) -> None:
    dialog = CrashDialog("Traceback…")
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.text.toPlainText() == "Traceback…"
    with qtbot.waitSignal(dialog.help_asked) as asked:
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Send it with a request").click()
    assert "Traceback…" in asked.args[0]


def test_what_was_sent_is_shown_laid_out(qtbot: Any, wear: Any) -> None:
    from desktop_app.ui.widgets.reading import ReadingDialog

    sent = ReadingDialog("Sent", "", json.dumps({"a": [1]}).encode())
    qtbot.addWidget(sent)
    assert sent.text.toPlainText() == '{\n  "a": [\n    1\n  ]\n}'
    picture_sent = ReadingDialog("Sent", "", b"\x89PNG\xff\xfe")
    qtbot.addWidget(picture_sent)
    assert "not text" in picture_sent.text.toPlainText()


def test_tray_states_differ_by_shape(qapp: QApplication) -> None:
    shapes = set()
    for state in ("plain", "dot", "eye", "record", "slash"):
        image = picture(state).pixmap(32, 32).toImage()
        shapes.add("".join("x" if image.pixelColor(x, y).alpha() > 127 else "." for y in range(32) for x in range(32)))
    assert len(shapes) == 5, "told apart in one colour, too"


def test_the_tray_says_its_state_in_words(qtbot: Any, tasks: Tasks, wear: Any) -> None:
    wear("fr")
    house = House()
    situation = Situation(house, tasks)
    went: list[Any] = []
    tray = Tray(situation, lambda page, **arguments: went.append((page, arguments)), FakeSettings())
    situation.renew()
    qtbot.waitUntil(lambda: situation.known.desk is not None)
    icon = tray.findChild(QSystemTrayIcon)
    assert icon is not None
    menu = icon.contextMenu()
    assert isinstance(menu, QMenu)
    entries = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == 7, "a line of status and six entries"
    assert entries[0] == "1 réponse non lue"
    assert menu.actions()[2].shortcut().toString() == "Ctrl+Shift+F1"
    assert entries[2] == "Réponse de Sofia Laurent, n°\xa04821"
    menu.actions()[3].trigger()
    assert went == [("conversation", {"ticket_id": house.tickets.all[0].id})]
    house.desk.known, house.outbox.all = values.OFFLINE, [SimpleNamespace(state="queued")] * 2
    situation.renew()
    qtbot.waitUntil(lambda: not situation.known.is_online)
    assert menu.actions()[0].text() == "Hors ligne,\xa02 messages gardés"
    assert state_of(situation.known) == "slash"
    tray.close()


def test_who_does_not_want_to_be_told_is_not(
    qtbot: Any, tasks: Tasks, wear: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes, told = FakeSettings(), list[Any]()
    house = House()
    situation = Situation(house, tasks)
    tray = Tray(situation, nothing, wishes)
    icon = tray.findChild(QSystemTrayIcon)
    assert icon is not None
    monkeypatch.setattr(tray, "_icon", SimpleNamespace(showMessage=lambda *words: told.append(words), hide=icon.hide))
    monkeypatch.setattr(tray, "_shows_messages", lambda: True)
    tray.tell("Sofia answered you", "Request no. 4821")
    qtbot.waitUntil(lambda: len(told) == 1)
    house.computer.is_quiet = True
    tray.tell("Sofia answered you", "Request no. 4821")
    tray.tell_nudge("The disk is nearly full.")
    qtbot.waitUntil(tasks.are_idle)
    house.computer.is_quiet = False
    wishes.values["notify_answers"] = False
    tray.tell("Sofia answered you", "Request no. 4821")
    qtbot.waitUntil(tasks.are_idle)
    assert len(told) == 1
    tray.close()


def test_a_picture_of_the_screen_is_one_click_away(qtbot: Any, tasks: Tasks, wear: Any) -> None:
    went: list[Any] = []
    tray = Tray(
        Situation(House(), tasks),
        lambda page, **arguments: went.append((page, arguments)),
        FakeSettings(),
    )
    icon = tray.findChild(QSystemTrayIcon)
    assert icon is not None
    {action.text(): action for action in icon.contextMenu().actions()}["Take a screenshot"].trigger()
    assert went == [("compose", {"captures": True})]
    tray.close()


def test_an_answer_is_told_once_and_without_its_words(qtbot: Any, tasks: Tasks, wear: Any) -> None:
    house = House(tickets=FakeTickets([]), desk=FakeDesk())
    situation = Situation(house, tasks)
    told: list[Any] = []
    situation.answered.connect(lambda *facts: told.append(facts))
    for tickets in ([], [values.ticket()], None, None):
        house.tickets.all = house.tickets.all if tickets is None else tickets
        situation.renew()
        qtbot.waitUntil(tasks.are_idle)
    assert [facts[:2] for facts in told] == [("Sofia Laurent", 4821)]
    assert state_of(situation.known) == "dot"
    assert state_of(Known()) == "plain"


def test_what_does_not_leave_is_told_once_wherever_one_is(
    qtbot: Any, tasks: Tasks, wear: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, went, told = House(), list[Any](), list[Any]()
    known = house.tickets.all[0]
    situation = Situation(house, tasks)
    tray = Tray(situation, lambda page, **arguments: went.append((page, arguments)), FakeSettings())
    icon = tray.findChild(QSystemTrayIcon)
    assert icon is not None
    monkeypatch.setattr(icon, "showMessage", lambda *words: told.append(words[:2]))
    monkeypatch.setattr(tray, "_shows_messages", lambda: True)
    for ticket_id in ("", known.id, known.id, "an article", known.id):
        if ticket_id:
            house.outbox.all = [SimpleNamespace(ticket_id=one, state="failed") for one in {known.id, ticket_id}]
        situation.renew()
        qtbot.waitUntil(tasks.are_idle)
    assert told == [("A message was not sent", "Nothing is lost. Open it to see why.")]
    assert "A message was not sent" in icon.toolTip()
    icon.messageClicked.emit()
    assert went == [("conversation", {"ticket_id": known.id})]
    tray.close()


def test_our_catalogues_are_what_gettext_reads() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n > 1;\\n"\n\n'
    text += 'msgid "Queue"\nmsgstr "File"\n\nmsgid "%d request"\nmsgid_plural "%d requests"\n'
    text += 'msgstr[0] "%d demande"\nmsgstr[1] "%d demandes"\n\n#, fuzzy\nmsgid "Maybe"\nmsgstr "Peut-être"\n'
    read = gettext.GNUTranslations(io.BytesIO(translations.compiled(dict(translations.entries(text)))))
    assert read.gettext("Queue") == "File"
    assert read.ngettext("%d request", "%d requests", 3) == "%d demandes"
    assert read.gettext("Maybe") == "Maybe", "what nobody reviewed is not shown"
