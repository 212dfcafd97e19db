"""What a technician asks for in a conversation: a card each, and what happens after a yes or a no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.domain.asking import Answer, Asked, kind_of
from desktop_app.domain.consent import Ending
from desktop_app.domain.fix import Run, RunState
from desktop_app.domain.ticket import ENDED
from desktop_app.domain.words import in_language
from desktop_app.services import snapshot_words
from desktop_app.services.tickets import Given
from desktop_app.ui import texts
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.widgets.asked_card import CardView
from desktop_app.ui.widgets.plain_words import breakable, harmless

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Entry
    from desktop_app.services.asked_fixes import AskedFixes
    from desktop_app.services.sharing import Sharings
    from desktop_app.services.tickets import Conversation

_NAME_LENGTH = 60
_LONGEST_SHOWN = 1000


def open_questions(conversation: Conversation) -> frozenset[str]:
    """The entries that ask for something and have no answer, sent or waiting; none in a request that has ended."""
    if conversation.ticket.status in ENDED:
        return frozenset()
    entries = [line.entry for line in conversation.lines]
    answered = {entry.facts.get("asked", "") for entry in entries if entry.event in set(Answer)}
    return frozenset(entry.id for entry in entries if entry.event in set(Asked) and entry.id not in answered)


@dataclass(frozen=True)
class Repair:
    """What this computer calls a repair that is asked for, empty when it does not have it, and its `last` ended run."""

    title: str = ""
    last: Run | None = None


def card(entry: Entry, repair: Repair = Repair()) -> CardView:
    """The card that asks. What it asks for is in our words, whatever the technician wrote beside it."""
    name = harmless(entry.facts.get("name", ""))[:_NAME_LENGTH] or entry.author.name
    asked = Asked(entry.event)
    icon, asks, title, promise, accept = {
        Asked.VALUE: (
            "eye",
            QCoreApplication.translate("Asked", "{name} asks to see one masked value"),
            texts.capital(value_name(entry)) if asked is Asked.VALUE else "",
            QCoreApplication.translate("Asked", "You see it first. Nothing leaves without your yes."),
            QCoreApplication.translate("Asked", "See the value"),
        ),
        Asked.REPORT: (
            "desktop",
            QCoreApplication.translate("Asked", "{name} asks for your computer report"),
            QCoreApplication.translate("Asked", "The state of your computer"),
            QCoreApplication.translate("Asked", "You look it through first. Nothing leaves without your yes."),
            QCoreApplication.translate("Asked", "Look it through"),
        ),
        Asked.FIX: (
            "wrench",
            QCoreApplication.translate("Asked", "{name} suggests a repair"),
            repair.title or QCoreApplication.translate("Asked", "This computer does not have that repair."),
            QCoreApplication.translate("Asked", "Nothing changes without your yes. {name} will see whether it helped."),
            QCoreApplication.translate("Asked", "See the repair"),
        ),
        Asked.SCREEN: (
            "monitor",
            QCoreApplication.translate("Asked", "{name} asks to see your screen"),
            QCoreApplication.translate("Asked", "View only, one window if you like"),
            QCoreApplication.translate("Asked", "You check two words with {name} first. You can stop at any moment."),
            QCoreApplication.translate("Asked", "Choose what to show"),
        ),
    }[asked]
    return CardView(
        entry.id,
        author=name,
        icon=icon,
        asks=asks.format(name=name),
        title=title,
        reason=entry.facts.get("reason", ""),
        promise=promise.format(name=name),
        accept=accept if asked is not Asked.FIX or repair.title else "",
        warning=_tried(repair.last) if repair.last else "",
    )


def _tried(run: Run) -> str:
    """That it was tried already, when, and how it ended: who was asked may want to say so first."""
    ends = {
        RunState.FIXED: QCoreApplication.translate("Asked", "You tried it already, {when}. It helped then."),
        RunState.UNDONE: QCoreApplication.translate("Asked", "You tried it already, {when}, and took it back."),
        RunState.STOPPED: QCoreApplication.translate("Asked", "You began it already, {when}, and stopped it."),
    }
    in_vain = QCoreApplication.translate("Asked", "You tried it already, {when}. It did not help.")
    return ends.get(run.state, in_vain).format(when=texts.moment(run.ended_at or run.started_at))


def value_name(entry: Entry) -> str:
    """The kind of value, and its stand-in as the report has it."""
    pseudonym = harmless(entry.facts.get("pseudonym", ""))[:_NAME_LENGTH]
    return f"{snapshot_words.kind(kind_of(pseudonym), texts.language())} ({pseudonym})"


def repairs(conversation: Conversation, services: Services) -> dict[str, Repair]:
    """What this computer knows of the repairs that wait for an answer, by entry. For a worker: packs have to be read.

    One that it does not have, or that its organisation does not allow, is not in it.
    """
    waiting = open_questions(conversation)
    asked = [line.entry for line in conversation.lines if line.entry.id in waiting and line.entry.event == Asked.FIX]
    if not asked:
        return {}
    known = {fix.id: in_language(fix.title, texts.language()) for fix in services.fixes.all()}
    last = {run.fix_id: run for run in reversed(services.fixes.history()) if run.ended_at}
    found = {entry.id: entry.facts.get("fix", "") for entry in asked}
    return {entry: Repair(known[fix], last.get(fix)) for entry, fix in found.items() if fix in known}


def asked_fixes(services: Services) -> AskedFixes:
    """The fixes that were asked for here. For a worker."""
    from desktop_app.services.asked_fixes import AskedFixes

    return AskedFixes(services.fixes, services.tickets, services.drafts)


def _sharing(services: Services, entry: Entry) -> Sharings:
    """The one that was asked for there: the first, or that of somebody who would look along."""
    return services.guests if services.guests.view.id == entry.id else services.sharings


class Answers:
    """Answers what is asked in a conversation; `done` is called when something was said."""

    def __init__(self, page: Page, done: Callable[[], object]) -> None:
        self._page = page
        self._done = done

    def refuse(self, entry: Entry) -> None:
        """In one click, and nobody asks why."""
        if entry.event == Asked.SCREEN:
            services = self._page.services
            self._page.run(lambda: _sharing(services, entry).stop(Ending.REFUSED), lambda _: self._done())
        else:
            self._say(entry, Answer.REFUSED)

    def accept(self, entry: Entry) -> None:
        """Shows what would leave, or what would change: the yes itself is given there."""
        services, asked = self._page.services, Asked(entry.event)
        if asked is Asked.VALUE:
            pseudonym = entry.facts.get("pseudonym", "")
            self._page.run(lambda: services.snapshots.value_behind(pseudonym), lambda value: self._show(entry, value))
        elif asked is Asked.SCREEN:
            self._page.run(lambda: _sharing(services, entry).look())
        elif asked is Asked.REPORT:
            self._page.navigate("snapshot", purpose="asked", ticket_id=entry.ticket_id, asked=entry.id)
        else:
            self._page.run(lambda: asked_fixes(services).begin(entry), lambda run: self._go_to(entry, run))

    def _go_to(self, entry: Entry, run_id: str) -> None:
        if run_id:
            self._page.navigate("fix", run_id=run_id)
        else:
            self._say(entry, Answer.UNKNOWN)

    def _show(self, entry: Entry, value: str | None) -> None:
        if value is None:
            self._say(entry, Answer.UNKNOWN)
            return
        question = ValueQuestion(value_name(entry), value, card(entry).author, self._page)
        question.answered.connect(
            lambda is_yes: self._say(entry, Answer.VALUE, Given(value)) if is_yes else self._say(entry, Answer.REFUSED)
        )
        question.open()

    def _say(self, entry: Entry, said: Answer, given: Given = Given()) -> None:  # noqa: B008 - frozen
        services = self._page.services
        self._page.write(
            lambda: services.tickets.answer(entry.ticket_id, entry.id, said, given), lambda _: self._done()
        )


class ValueQuestion(QMessageBox):
    """The value itself, and whether it may leave. No is the answer of Escape and of Enter."""

    answered = Signal(bool)

    def __init__(self, kind: str, value: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Send this value to {name}?").format(name=name))
        self.setInformativeText(
            f"{texts.capital(kind)}\n{breakable(harmless(value[:_LONGEST_SHOWN]))}\n\n"
            + self.tr("It will stand in your request, where the IT support team can read it.")
        )
        self.send = self.addButton(self.tr("Send this value"), QMessageBox.ButtonRole.AcceptRole)
        self.keep = self.addButton(self.tr("Do not send"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.keep)
        self.setEscapeButton(self.keep)
        self.finished.connect(lambda _: self.answered.emit(self.clickedButton() is self.send))
