"""The computer report under the user's eyes: what is masked there is not in what leaves."""

import hashlib
import threading
import tomllib
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop_app import resources
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.snapshot import Section, SectionStatus
from desktop_app.ui.pages.snapshot import SnapshotPage
from desktop_app.ui.pages.snapshot.payload import indexed
from tests.gui.fakes_computer import earlier_days
from tests.gui.fakes_flows import Desktop, snapshots
from tests.gui.stage import Stage, buttons, looking, words_on


def _page(stage: Stage, home: Desktop, section: str = "printing", **arguments: Any) -> SnapshotPage:
    page = SnapshotPage(home, stage.tasks, stage.navigate)
    stage.show(page, **(arguments or {"purpose": "request"}))
    page.sections.rows[section].button.click()
    stage.settle()
    return page


def _payload(page: SnapshotPage) -> str:
    assert page.review is not None
    return page.review.payload().decode()


def _go_to(page: SnapshotPage, value: str) -> None:
    rows = [page.list.rows.data(page.list.rows.index(place)) for place in range(page.list.rows.rowCount())]
    place = next(place for place, spoken in enumerate(rows) if value in spoken)
    page.list.setCurrentIndex(page.list.rows.index(place))


def test_personal_values_are_masked_before_anybody_looks(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    for secret in ("camille.dubois", "PC-CAMILLE", "10.4.7.31", "Rapport-mars"):
        assert secret not in _payload(page)
    spoken = [page.list.rows.data(page.list.rows.index(place)) for place in range(page.list.rows.rowCount())]
    assert any("masked:" in one for one in spoken)
    assert not any("camille" in one for one in spoken)


def test_a_line_masked_by_keyboard_is_not_in_what_leaves(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    assert "PCL 6 universel" in _payload(page)
    _go_to(page, "PCL 6 universel")
    stage.press(page.list, Qt.Key.Key_Space)
    stage.settle()
    assert "PCL 6 universel" not in _payload(page)
    stage.press(page.list, Qt.Key.Key_Space)
    stage.settle()
    assert "PCL 6 universel" in _payload(page)


def test_a_line_is_masked_by_its_button_under_the_pointer(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    _go_to(page, "PCL 6 universel")
    index = page.list.currentIndex()
    page.list.scrollTo(index)
    view = page.list.rows.view_of(index.row())
    place = page.list.painter_of_rows.button_rect(page.list.font(), page.list.visualRect(index), view)
    stage.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    stage.settle()
    assert "PCL 6 universel" not in _payload(page)


def test_showing_a_value_asks_nothing_and_is_written_down(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    _go_to(page, "masked:")
    stage.press(page.list, Qt.Key.Key_Return)
    stage.settle()
    (line,) = [line for line in home.journal.entries() if line.key == "value_shown"]
    assert line.kind is JournalKind.GRANTED
    assert line.facts["label"]


def test_a_section_that_is_switched_off_does_not_leave(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    assert "Lenovo" in _payload(page)
    page.sections.rows["hardware"].switch.click()
    stage.settle()
    assert "Lenovo" not in _payload(page)
    assert "Not sent" in page.sections.rows["hardware"].button.accessibleName()


def test_sections_stand_under_few_names_and_each_says_which_lines_are_its_own(
    stage: Stage, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = home.snapshots.collectors
    read = computer.collect
    cpu = Section("cpu", SectionStatus.OK, 1.0, {"model": "Ryzen 5"})
    monkeypatch.setattr(computer, "collect", lambda *wanted: {**read(*wanted), "cpu": cpu})
    page = _page(stage, home, section="hardware")
    assert "cpu" not in page.sections.rows
    assert page.list.rows.view_of(0).group == "Hardware"
    last = page.list.rows.view_of(page.list.rows.rowCount() - 1)
    assert (last.label, last.group) == ("Model", "Processor")
    page.sections.rows["hardware"].switch.click()
    stage.settle()
    assert "Ryzen" not in _payload(page)
    assert "Lenovo" not in _payload(page)


def test_open_programs_and_file_names_are_off_at_first(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    assert not page.sections.rows["processes"].switch.isChecked()
    assert not page.sections.rows["file_names"].switch.isChecked()


def test_what_is_searched_can_be_masked_everywhere(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    stage.qtbot.keyClicks(page.search.edit, "Accueil")
    stage.settle()
    assert page.list.rows.rowCount() >= 2
    buttons(page)["Mask “Accueil” everywhere"].click()
    stage.settle()
    assert "Accueil" not in _payload(page)


def test_quick_changes_wait_for_each_other_and_none_is_lost(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    names = ("os", "hardware", "network", "printing")
    for name in names:
        page.sections.rows[name].switch.click()
    stage.qtbot.waitUntil(lambda: not page._waiting and stage.tasks.are_idle())
    assert page.review is not None
    included = {section.name for section in page.review.sections if section.included}
    assert not included & set(names)


def test_exactly_what_leaves_is_shown_with_its_hash(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    page.view.buttons[2].click()
    stage.settle()
    lines = page.payload.lines
    shown = "".join(lines.data(lines.index(place)) for place in range(lines.rowCount()))
    assert shown == _payload(page)
    assert hashlib.sha256(_payload(page).encode()).hexdigest() in page.payload.digest.accessibleName()


def test_both_answers_go_back_to_the_request_which_stays(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    refuse, agree = page.decision.refuse, page.decision.primary
    assert refuse is not None
    assert agree is not None
    stage.qtbot.waitUntil(agree.isVisible)
    assert refuse.height() == agree.height()
    assert not agree.hasFocus()
    refuse.click()
    assert stage.went[-1] == ("compose", {"review": page.review, "sends_report": False})
    agree.click()
    assert stage.went[-1] == ("compose", {"review": page.review, "sends_report": True})


def test_counts_follow_every_change(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    before = page.counts.accessibleName()
    page.sections.rows["printing"].switch.click()
    stage.settle()
    assert page.counts.accessibleName() != before
    assert page.counts.isVisibleTo(page)


def test_only_to_look_offers_nothing_to_send(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, purpose="look")
    assert page.decision.primary is None
    assert page.go_back()
    assert stage.went[-1][0] == "my_computer"


def test_thousands_of_lines_are_worded_only_when_they_are_seen(stage: Stage, home: Desktop) -> None:
    home.snapshots = snapshots(home.settings, packages=5000)
    page = _page(stage, home, section="os")
    rows = page.list.rows
    between_events: list[int] = []

    def count() -> None:
        between_events.append(rows.worded)
        rows.worded = 0

    counter = QTimer(interval=0)
    counter.timeout.connect(count)
    counter.start()
    page.sections.rows["software"].button.click()
    stage.qtbot.waitUntil(lambda: rows.rowCount() >= 5000)
    stage.settle()
    counter.stop()
    assert sum(between_events)
    assert max(between_events) < 600


def test_the_words_of_a_report_are_never_read_on_the_thread_of_the_window(
    stage: Stage, home: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[threading.Thread] = []

    def read(text: str, **options: Any) -> dict[str, Any]:
        readers.append(threading.current_thread())
        return loads(text, **options)

    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", read)
    resources.words.cache_clear()
    _page(stage, home)
    assert readers
    assert threading.main_thread() not in readers


def test_the_work_on_a_review_never_runs_on_the_thread_of_the_window(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home)
    seen: list[threading.Thread] = []

    def change(review: Any) -> Any:
        seen.append(threading.current_thread())
        return review

    page.change(change)
    stage.settle()
    assert seen
    assert threading.main_thread() not in seen


@pytest.mark.parametrize(
    "content", [b"", b"{}", "é".encode() * 5000, b"a\nb\n" * 10, b'{"a":"' + b"x" * 300_000 + b'"}']
)
def test_lines_of_the_payload_are_its_bytes(content: bytes) -> None:
    payload = indexed(content, "")
    starts = [*payload.starts, len(content)]
    assert b"".join(content[a:b] for a, b in pairwise(starts)) == content
    assert all("\ufffd" not in payload.line(place) for place in range(len(payload.starts)))


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("view", ["rows", "raw"])
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Stage, home: Desktop, language: str, size: int, view: str
) -> None:
    with looking(size, language):
        page = SnapshotPage(home, stage.tasks, stage.navigate)
        stage.show(page, 536 if size == 200 else 628, 520, purpose="request")
        page.view.buttons[["rows", "raw"].index(view)].click()
        stage.settle()
        assert words_on(page)
        stage.fits(page)


def test_what_changed_is_told_with_the_likeliest_cause_first(stage: Stage, home: Desktop) -> None:
    home.snapshots = snapshots(home.settings, days=earlier_days())
    page = _page(stage, home, purpose="request", about="je n'arrive pas à imprimer")
    page.view.buttons[1].click()
    stage.settle()
    said = words_on(page)
    assert "The likeliest cause comes first." in said
    assert "PCL 6 universel, 7.0.3" in said
    assert "PCL 6 universel, 7.1.0" in said
    assert not page.search.isVisible()
    assert "10.4.7.31" not in said, "what the report masks is masked here"
    page.changed.days.setCurrentIndex(1)
    page.changed.days.activated.emit(1)
    stage.settle()
    assert "11" in words_on(page)
    page.view.buttons[0].click()
    stage.settle()
    assert page.list.isVisible()


def test_my_first_day_says_why_there_is_nothing_to_compare(stage: Stage, home: Desktop) -> None:
    page = _page(stage, home, purpose="look")
    page.view.buttons[1].click()
    stage.settle()
    assert "There is nothing to compare with yet." in words_on(page)


def test_the_page_can_begin_with_what_changed(stage: Stage, home: Desktop) -> None:
    home.snapshots = snapshots(home.settings, days=earlier_days())
    page = SnapshotPage(home, stage.tasks, stage.navigate)
    stage.show(page, is_changed=True)
    stage.settle()
    assert page.changed.isVisible()
    assert "PCL 6 universel, 7.0.3" in words_on(page)
