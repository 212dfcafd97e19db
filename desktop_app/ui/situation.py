"""What the tray icon and the side bar say: is the help desk there, has somebody answered, does something wait."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.ticket import ENDED
from desktop_app.services.outbox import refused
from desktop_app.ui import texts
from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket
    from desktop_app.services.desk import DeskStatus
    from desktop_app.ui.pages import Services

_LIVE = timedelta(minutes=5)
"""A request that moved this recently is a conversation that goes on."""


@dataclass(frozen=True)
class Known:
    """The last look: the desk, unread answers, what waits to leave, and the request somebody is answering.

    `refused`: the requests in which something does not leave as it is.
    """

    desk: "DeskStatus | None" = None
    unread: int = 0
    waiting: int = 0
    refused: frozenset[str] = frozenset()
    answered: "Ticket | None" = None
    in_hand: "Ticket | None" = None

    @property
    def is_online(self) -> bool:
        """Whether the help desk answers now."""
        return self.desk is not None and self.desk.online


class Situation(QObject):
    """Looks again when something changed. `answered` is emitted once for each new answer: its author, number, id;
    `refused` once for each request in which something does not leave any more: its id.
    """

    changed = Signal()
    answered = Signal(str, int, str)
    refused = Signal(str)

    def __init__(self, services: "Services", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._told: dict[str, int] | None = None
        self._is_looking = self._must_look_again = False
        self.known = Known()

    def renew(self) -> None:
        """Look, on a worker thread; a look that is asked for meanwhile follows it."""
        if self._is_looking:
            self._must_look_again = True
            return
        self._is_looking = True
        services = self._services
        self._tasks.run(self, lambda: _look(services), self._keep, self._give_up)

    def unless_quiet(self, act: Callable[[], object]) -> None:
        """Do it, unless the person does not want to be disturbed now. Whatever is unread stays marked."""
        services = self._services

        def asked(is_quiet: bool) -> None:
            if not is_quiet:
                act()

        self._tasks.run(self, lambda: services.computer.wants_quiet(), asked, nothing)

    def _keep(self, seen: tuple[Known, dict[str, tuple[int, str, int]]]) -> None:
        known, unread = seen
        has_changed, before, self.known = known != self.known, self.known, known
        self._tell_answers(unread)
        for ticket_id in known.refused - before.refused if before.desk is not None else ():
            self.refused.emit(ticket_id)
        if has_changed:
            self.changed.emit()
        self._finish()

    def _give_up(self, error: object) -> None:
        nothing(error)  # the pages that need it say so themselves
        self._finish()

    def _finish(self) -> None:
        self._is_looking = False
        if self._must_look_again:
            self._must_look_again = False
            self.renew()

    def _tell_answers(self, unread: dict[str, tuple[int, str, int]]) -> None:
        before, self._told = self._told, {ticket: seq for ticket, (seq, _, _) in unread.items()}
        for ticket, (seq, author, number) in unread.items():
            if before is not None and seq > before.get(ticket, 0):
                self.answered.emit(author, number, ticket)


def _look(services: "Services") -> tuple[Known, dict[str, tuple[int, str, int]]]:
    tickets = services.tickets.overview()
    theirs = [t for t in tickets if t.last_author is not None and not t.last_author.mine]
    unread = {
        t.id: (t.last_seq, t.last_author.name if t.last_author else "", t.number) for t in theirs if _is_unread(t)
    }
    live = texts.now() - _LIVE
    waiting = services.outbox.waiting()
    in_hand = [t for t in tickets if t.assignee and t.status not in ENDED and t.updated_at > live]
    known = Known(
        desk=services.desk.status(),
        unread=services.tickets.unread(),
        waiting=len(waiting),
        refused=refused(waiting) & {ticket.id for ticket in tickets},
        answered=next((t for t in theirs if _is_unread(t)), None),
        in_hand=in_hand[0] if in_hand else None,
    )
    return known, unread


def _is_unread(ticket: "Ticket") -> bool:
    return ticket.last_seq > ticket.read_seq
