"""The window itself: bar or rail, news, another language, where it stood, and what closing it means."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from desktop_app.services.search import Answer
from desktop_app.ui.live import LiveNews
from desktop_app.ui.pages.journal import JournalPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.person_card import CallButton, PersonCard
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.field import Select
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.window import remember_place
from tests.gui import values
from tests.gui.fakes import FakeDesk, FakeSearch, FakeSettings, FakeTickets
from tests.gui.shell import Shell, shell
from tests.gui.stage import buttons, clipped, words_on


def _bar(made: Shell) -> Sidebar:
    bar = made.window.findChild(Sidebar)
    assert bar is not None
    return bar


def test_a_narrow_window_has_a_rail_whose_menu_holds_the_rest(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        assert _bar(made).width() == 216
        made.window.resize(800, 600)
        made.settle()
        assert _bar(made).width() == 92
        assert set(_bar(made).buttons) == {"home", "requests", "my_computer", "more"}
        assert isinstance(_bar(made).help, CallButton)
        made.window.resize(960, 680)
        made.settle()
        assert set(_bar(made).buttons) == {"home", "requests", "my_computer", "journal", "settings"}


def test_the_number_of_answers_is_said_and_not_only_drawn(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    wear("fr")
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        assert _bar(made).buttons["requests"].accessibleName() == "Mes demandes, 1 non lue(s)"
        made.house.tickets.all = []
        made.situation.renew()
        made.settle()
        assert _bar(made).buttons["requests"].accessibleName() == "Mes demandes"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (values.ONLINE, ("3 personnes disponibles", "Réponse en 4\xa0min environ", "Discuter")),
        (values.BUSY, ("Tout le monde est occupé", "Discuter")),
        (values.CLOSED_NOW, ("Fermé", "Ouvre demain à 6\xa0h\xa030", "Laisser un message")),
        (values.OFFLINE, ("Hors ligne", "01 99 00 12 34")),
        (values.STRANGER, ("Pas encore relié", "Continuez, rien ne sera perdu.")),
    ],
    ids=["available", "busy", "closed", "offline", "stranger"],
)
@pytest.mark.usefixtures("greenwich")
def test_the_person_card_says_the_truth(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, status: Any, expected: tuple[str, ...]
) -> None:
    wear("fr")
    with shell(qtbot, tasks, tmp_path, desk=FakeDesk(status)) as made:
        made.open("home")
        card = _bar(made).help
        assert isinstance(card, PersonCard)
        shown = words_on(card) + "".join(buttons(card))
        for words in expected:
            assert words.split("30")[0] in shown
        for language in ("fr", "en", "de", "nl"):
            wear(language)
            made.window.rebuild()
            made.settle()
            qtbot.waitUntil(lambda: not clipped(_bar(made)))


def test_somebody_who_is_answering_now_is_one_click_away(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    now = FakeTickets([values.ticket(updated_at=values.NOW)])
    with shell(qtbot, tasks, tmp_path, tickets=now) as made:
        made.open("home")
        assert "Sofia Laurent" in words_on(_bar(made).help)
        assert "Open" in buttons(_bar(made).help)


def test_another_language_builds_the_pages_again_and_stays_there(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("journal")
        assert "Privacy" in words_on(page)
        wear("de")
        made.window.rebuild()
        made.settle()
        assert isinstance(made.window.page, JournalPage)
        assert made.window.page is not page
        assert "Datenschutz" in words_on(made.window)
        assert "Privacy" not in words_on(made.window)


def test_news_reach_the_page_in_front_and_the_others_when_they_come_up(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("home")
        made.house.desk.down = [values.INCIDENT]
        made.window.hear("incidents", "")
        made.settle()
        assert page.findChild(Notice) is not None
        made.open("settings")
        page.show_page = lambda **arguments: None  # type: ignore[attr-defined]
        made.house.tickets.all = [values.ticket("Deuxième écran")]
        made.window.hear("tickets", "")
        made.open("home")
        assert "Deuxième écran" in words_on(made.window)


def test_the_same_news_is_told_once(qtbot: Any) -> None:
    news, told = LiveNews(), []
    news.changed.connect(lambda topic, ticket: told.append((topic, ticket)))
    for _ in range(20):
        news.hear("tickets", None)
    news.hear("desk", None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [("tickets", ""), ("desk", "")]


def test_nothing_blocks_the_window_while_a_service_hangs(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    release = Event()

    class Hanging(FakeSearch):
        def search(self, text: str, lang: Any, limit: int = 8) -> list[Answer]:
            release.wait(values.PATIENCE_S)
            return super().search(text, lang, limit)

    search = Hanging()
    with shell(qtbot, tasks, tmp_path, search=search) as made:
        made.window.bring_up("search", text="pr")
        ticks: list[int] = []
        timer = QTimer(interval=5)
        timer.timeout.connect(lambda: ticks.append(1))
        timer.start()
        qtbot.waitUntil(lambda: len(ticks) > 5)
        for words in ("pri", "prin", "print"):
            made.window.page.search.edit.setText(words)  # type: ignore[union-attr]
        release.set()
        made.settle()
        assert search.asked == ["pr", "print"], "only the last words are searched, not every letter"
        assert "The printer won’t print" in words_on(made.window)


def test_the_journal_filters_searches_undoes_and_exports(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("journal")
        assert isinstance(page, JournalPage)
        buttons(page)["Changed"].click()
        assert _lines(made) == ["Repaired with your consent"]
        buttons(page)["All"].click()
        page.search.edit.setText("request sent")
        assert _lines(made) == ["Request sent"]
        page.search.edit.setText("nothing like this")
        made.settle()
        assert "Nothing of that kind was written down." in words_on(page)
        page.search.edit.clear()
        made.settle()
        buttons(page)["Undo"].click()
        made.settle()
        assert made.house.fixes.undone == ["run-1"]
        page.export_to(str(tmp_path / "journal.txt"))
        made.settle()
        assert "create_sent" in (tmp_path / "journal.txt").read_text(encoding="utf-8")


def test_an_export_that_cannot_be_written_is_told(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("journal")
        assert isinstance(page, JournalPage)
        page.export_to(str(tmp_path / "nowhere" / "journal.txt"))
        made.settle()
        assert page.findChild(Notice) is not None


def test_settings_are_written_and_locked_ones_are_not(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    settings = FakeSettings(locked={"start_at_login"})
    with shell(qtbot, tasks, tmp_path, settings=settings) as made:
        page = made.open("settings")
        assert isinstance(page, SettingsPage)
        buttons(page)["Dark"].click()
        buttons(page)["150%"].click()
        buttons(page)["Show technical details"].click()
        made.settle()
        assert settings.values == {"theme": "dark", "text_size": 150, "technical_details": True}
        locked = buttons(page)["Open Rescousse at start-up"]
        assert not locked.isEnabled()
        assert "Set by your IT team" in words_on(page)


def test_the_window_comes_back_where_it_stood(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, (780, 640)) as made:
        made.window.has_tray = True
        made.open("home")
        made.window.close()
        made.memory.sync()
    with shell(qtbot, tasks, tmp_path, (720, 520)) as again:
        remember_place(again.window, again.memory)
        assert again.window.size().toTuple() == (780, 640)


def _lines(made: Shell) -> list[str]:
    """The beginning of each line that is shown."""
    made.settle()
    page = made.window.page
    assert page is not None
    strong = [label for label in page.findChildren(Text) if label.property("role") == "strong"]
    return [label.words.split(":")[0] for label in strong if label.isVisibleTo(page)]


def test_a_language_chosen_from_the_list_is_written(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        page = made.open("settings")
        language = page.findChild(Select)
        assert language is not None
        language.setCurrentIndex(language.findData("nl"))
        language.activated.emit(language.findData("nl"))
        buttons(page)["Reduce animations"].click()
        made.settle()
        assert made.house.settings.values == {"language": "nl", "reduced_motion": "on"}


def test_a_new_page_is_shown_for_the_last_visit_alone(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(JournalPage, "show_page", lambda _page, **arguments: shown.append(arguments))
    with shell(qtbot, tasks, tmp_path) as made:
        made.open("home")
        made.window.navigate("journal", visit=1)
        made.window.navigate("journal", visit=2)
        made.settle()
        assert shown == [{"visit": 2}]
