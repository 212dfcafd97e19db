"""My computer: what deserves attention, what is well, what was repaired lately and can be taken back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.fix import RunState
from desktop_app.domain.words import in_language
from desktop_app.ui import health, texts, theme
from desktop_app.ui.health import Health
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.finding_answer import answer
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import ListCard, Row
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.states import Blank

if TYPE_CHECKING:
    from desktop_app.domain.findings.finding import Finding
    from desktop_app.domain.fix import Run

_LATEST = 5


class MyComputerPage(Page):
    """Looks by itself when it comes up, and again when asked."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.check_button = button(self.tr("Check again"), icon="arrows-clockwise", act=self._check_again)
        self.set_title(self.tr("My computer"), self.tr("We are having a look…"), self.check_button)
        self.content.setSpacing(theme.px(8))
        self._shown: list[QWidget] = []
        self._turns = Turns(self)
        self._health: Health | None = None
        self._runs: list[tuple[Run, str]] = []

    def show_page(self, **arguments: Any) -> None:
        """Look again, unless that was just done."""
        super().show_page(**arguments)
        self._look(is_forced=False)
        self._look_back()

    def _check_again(self) -> None:
        self.check_button.set_busy(self.tr("Checking…"))
        self._look(is_forced=True)

    def _look(self, *, is_forced: bool) -> None:
        services = self.services
        self.run(lambda: health.look(services, is_forced=is_forced), self._show_health)

    def report(self, error: Any) -> None:
        """The button can be pressed again."""
        self.check_button.set_ready()
        super().report(error)

    def _look_back(self) -> None:
        services, language = self.services, texts.language()

        def titled() -> "list[tuple[Run, str]]":
            names = {fix.id: in_language(fix.title, language) for fix in services.fixes.all()}
            changed = {RunState.FIXED, RunState.UNDONE}
            runs = [run for run in services.fixes.history() if run.state in changed]
            return [(run, names.get(run.fix_id, run.fix_id)) for run in runs[:_LATEST]]

        self.run(titled, self._show_runs)

    def _show_health(self, found: Health) -> None:
        was_asked = not self.check_button.isEnabled()
        self.check_button.set_ready()
        before, self._health = self._health, found
        checked = self.tr("Checked {moment}.").format(moment=texts.moment(found.at))
        if found.to_settle:
            summary = self.tr("%n thing(s) deserve your attention.", "", len(found.to_settle))
        else:
            summary = self.tr("Nothing deserves your attention.")
        self.below_title.set_words(f"{checked} {summary}")
        if before is None or before.findings != found.findings:
            self._turns.draw(self._draw())
        if was_asked:
            self.announce(summary)

    def _show_runs(self, runs: "list[tuple[Run, str]]") -> None:
        if runs != self._runs:
            self._runs = runs
            self._turns.draw(self._draw())

    def _draw(self) -> Iterator[None]:
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if self._health is not None:
            yield from self._draw_health(self._health)
        if self._runs:
            self._section(self.tr("Recent repairs"), [self._run_row(run, title) for run, title in self._runs])
            yield
        see = button(self.tr("See the report"), act=lambda: self.navigate("snapshot"))
        about = self.tr("Everything that could be sent with a request; you choose what leaves.")
        compare = button(self.tr("Compare"), act=lambda: self.navigate("snapshot", is_changed=True))
        compare.setAccessibleDescription(self.tr("What changed"))
        since = self.tr("Since a day when everything worked, from reports kept on this computer.")
        rows = [
            Row(self.tr("Computer report"), about, icon="list-bullets", end=see),
            Row(self.tr("What changed"), since, icon="git-diff", end=compare),
        ]
        self._section(self.tr("In detail"), rows)

    def _draw_health(self, found: Health) -> Iterator[None]:
        if found.to_settle:
            self._section(self.tr("To settle"), [self._to_settle(found, one) for one in found.to_settle])
            yield
        if found.fine:
            self._section(self.tr("All is well"), [self._fine(finding) for finding in found.fine])
            yield
        if not found.findings:
            lines = self.tr("We tell you only when something deserves your attention.")
            self._add(Blank("check-circle", self.tr("Your computer is fine."), lines))

    @staticmethod
    def _fine(finding: "Finding") -> Row:
        end = Text(health.detail(finding), "cap")
        return Row(health.title(finding), icon="check-circle", tone="success", is_strong=False, end=end)

    def _to_settle(self, found: Health, finding: "Finding") -> Row:
        return Row(
            health.title(finding),
            health.detail(finding),
            icon=health.icon(finding),
            tone=health.token(finding),
            end=answer(found, finding, self.navigate),
        )

    def _run_row(self, run: "Run", title: str) -> Row:
        said = texts.capital(texts.moment(run.ended_at or run.started_at)) + "."
        end = None
        if run.state == RunState.UNDONE:
            said += " " + self.tr("Taken back.")
        elif run.undo_until is not None and run.undo_until > texts.now():
            said += " " + self.tr("Can be undone until {date}.").format(date=texts.date(run.undo_until))
            end = button(self.tr("Undo"), "link", act=lambda: self._undo(run.id))
            end.setAccessibleDescription(title)
        return Row(title, said, icon="wrench", is_strong=False, end=end)

    def _undo(self, run_id: str) -> None:
        services = self.services
        self.run(lambda: services.fixes.undo(run_id), self._undone)

    def _undone(self, _run: object) -> None:
        self.announce(self.tr("Taken back."))
        self._look_back()

    def _section(self, title: str, rows: list[Row]) -> None:
        if self._shown:
            gap = QWidget(self)
            gap.setFixedHeight(theme.px(4))
            self._add(gap)
        self._add(Text(title, "eyebrow", parent=self))
        card = ListCard(self)
        for row in rows:
            card.add(row)
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.content.addWidget(widget)
