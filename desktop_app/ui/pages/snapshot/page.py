"""The page where a computer report is looked through. Every change is worked out on a worker, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.asking import Answer
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.review import FILE_NAMES
from desktop_app.domain.review_groups import grouped, rows_of, with_group
from desktop_app.services import snapshot_words
from desktop_app.services.tickets import Given
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.snapshot.frame import ReviewFrame
from desktop_app.ui.pages.snapshot.payload import Payload, indexed
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Act, Plan

if TYPE_CHECKING:
    from desktop_app.domain.review import Counts, Review, ReviewSection, Row
    from desktop_app.services.changes import Since
    from desktop_app.ui.pages.snapshot.rows import RowList

Change = Callable[["Review"], "Review"]


@dataclass(frozen=True)
class Drawn:
    """Everything that is drawn of a review, worked out at once."""

    review: Review
    sections: Sequence[ReviewSection]
    counts: Counts
    rows: Sequence[Row]
    why: str
    payload: Payload | None


class SnapshotPage(ReviewFrame):
    """`purpose` "request": the answer goes back to the new request; "asked": to the question `asked` in the
    conversation `ticket_id`; "look": only to see.
    """

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.review: Review | None = None
        self._purpose = "look"
        self._about = ""
        self._question = "", ""
        self._section = ""
        self._query = ""
        self._waiting: list[Change] = []
        self._is_working = False
        self.sections.chosen.connect(self._choose)
        self.sections.switched.connect(self._switch)
        self.list.turned.connect(self._turn)
        self.search.typed.connect(self._search)
        self.hide_all.clicked.connect(lambda _: self._hide_all())
        self.view.chosen.connect(lambda _: self._show_view())
        self.changed.day_chosen.connect(self._compare)

    def show_page(
        self,
        review: Review | None = None,
        purpose: str = "look",
        about: str = "",
        is_changed: bool = False,
        **question: Any,
    ) -> None:
        """Look through `review`, or through a report that is taken now.

        `about`: what the person typed, for the likeliest cause; `is_changed`: begin with what changed.
        """
        self._purpose, self._section, self._about = purpose, "", about
        self._question = str(question.get("ticket_id", "")), str(question.get("asked", ""))
        self.set_purpose(purpose)
        self.search.edit.clear()
        self.view.choose("changed" if is_changed else "rows")
        self.show_changed(is_on=is_changed)
        self.decision.show_plan(Plan())
        services = self.services
        if review is not None:
            self._start(review)
            return
        self.show_waiting()
        self.run(lambda: services.snapshots.review(services.snapshots.take()).worked_out(), self._start)

    def first_focus(self) -> QWidget | None:
        """The first section."""
        return next((row.button for row in self.sections.rows.values()), None)

    def _start(self, review: Review) -> None:
        self.review = review
        self._section = self._section or next((each.name for each in grouped(review.sections)), "")
        self.change(lambda same: same)
        if self.view.value() == "changed":
            self._compare(None)

    def change(self, change: Change) -> None:
        """Work out another review and draw it; changes wait for each other, none is lost."""
        self._waiting.append(change)
        if self._is_working or self.review is None:
            return
        self._is_working = True
        changes, self._waiting = self._waiting, []
        review, section, query = self.review, self._section, self._query
        language = texts.language()
        is_raw, columns = self.view.value() == "raw", self.payload.columns(self.width_of_lines())

        def work() -> Drawn:
            made = review
            for one in changes:
                made = one(made)
            rows = made.search(query) if query else rows_of(made, section)
            payload = indexed(made.payload(), made.digest(), columns) if is_raw else None
            why = "" if query else snapshot_words.reason(section, language)  # here: the words take long to read
            return Drawn(made, grouped(made.sections), made.counts, rows, why, payload)

        self.run(work, self._draw)

    def _draw(self, drawn: Drawn) -> None:
        self._is_working = False
        self.review = drawn.review
        self.sections.show_sections(drawn.sections)
        self.sections.choose("" if self._query else self._section)
        self.list.rows.show_rows(drawn.rows)
        self.show_heading(self._heading(), self._count_of(drawn), drawn.why)
        if drawn.payload is not None:
            self.payload.show_payload(drawn.payload)
        self._show_decision(drawn)
        self.show_parts(has_query=bool(self._query), is_raw=self.view.value() == "raw", query=self._query)
        if self._waiting:
            self.change(lambda same: same)

    def _heading(self) -> str:
        if self._query:
            return self.tr("Found: {words}").format(words=self._query)
        return snapshot_words.group(self._section, texts.language())

    def _count_of(self, drawn: Drawn) -> str:
        if self._query:
            return self.tr("%n line(s)", "", len(drawn.rows))
        row = self.sections.rows.get(self._section)
        return row.button.count.words if row else ""

    def _show_decision(self, drawn: Drawn) -> None:
        counts, groups = drawn.counts, [each.included for each in drawn.sections if each.name != FILE_NAMES]
        strong = self.tr("{sections} of {total} sections, {items} items, {size}").format(
            sections=sum(groups), total=len(groups), items=counts.items, size=texts.size(counts.size)
        )
        masked = self.tr("%n value(s) masked, unreadable for IT support", "", counts.masked)
        self.show_counts(strong, masked)
        if self.decision.primary is None and self._purpose in {"request", "asked"}:
            refuse = Act(self.tr("Do not send"), lambda: self._answer(sends=False))
            words = self.tr("Attach to my request") if self._purpose == "request" else self.tr("Send to IT support")
            agree = Act(words, lambda: self._answer(sends=True))
            self.decision.show_plan(Plan(refuse=refuse, primary=agree, focuses=False, lead=self.counts))

    def _answer(self, *, sends: bool) -> None:
        if self._purpose == "request":
            self.navigate("compose", review=self.review, sends_report=sends)
            return
        services, review, (ticket_id, asked) = self.services, self.review, self._question
        said = Answer.REPORT if sends else Answer.REFUSED

        def answer() -> None:
            given = Given(report=review.payload()) if sends and review else Given()
            services.tickets.answer(ticket_id, asked, said, given)

        self.write(answer, lambda _: self.navigate("conversation", ticket_id=ticket_id))

    def go_back(self) -> bool:
        """Back to where one came from; what was changed stays changed."""
        if self._purpose == "request":
            self.navigate("compose", review=self.review)
        elif self._purpose == "asked":
            self.navigate("conversation", ticket_id=self._question[0])
        else:
            self.navigate("my_computer")
        return True

    def _switch(self, name: str, on: bool) -> None:
        left_out = self.services.settings.value("snapshot.sections_off")
        self.change(lambda review: with_group(review, name, on=on, left_out=left_out))

    def _choose(self, name: str) -> None:
        self._section = name
        self.search.edit.clear()
        self.view.choose("rows")
        self.change(lambda same: same)

    def _search(self, words: str) -> None:
        if words != self._query:
            self._query = words
            self.change(lambda same: same)

    def _hide_all(self) -> None:
        words = self._query
        if words:
            self.change(lambda review: review.with_hidden_text(words))
            self.announce(self.tr("Masked everywhere: {words}").format(words=words))

    def _show_view(self) -> None:
        is_changed = self.view.value() == "changed"
        self.show_changed(is_on=is_changed)
        if is_changed:
            self._compare(None)
        else:
            self.change(lambda same: same)

    def _compare(self, day: date | None) -> None:
        if self.review is None:
            return
        services, language, about, snapshot = self.services, texts.language(), self._about, self.review.snapshot

        def work() -> Since:
            from desktop_app.services import changes

            topics = services.search.topics(about, language) if about else ()
            return changes.since(services.snapshots, snapshot, language, day, changes.section_about(topics))

        self.run(work, self.changed.show_since)

    def _turn(self, path: str, shown: bool) -> None:
        self.change(lambda review: review.with_row(path, shown))
        if shown and self.review is not None:
            services, label = self.services, _label_of(self.list, path)
            self.run(lambda: services.journal.record(JournalKind.GRANTED, "value_shown", {"label": label}))


def _label_of(lines: RowList, path: str) -> str:
    place = lines.currentIndex().row()
    views = (lines.rows.view_of(at) for at in range(max(0, place), lines.rows.rowCount()))
    return next((view.label for view in views if view.path == path), path)
