"""An outbox that takes its time, and what is done on the page of conversations meanwhile."""

from collections.abc import Callable
from threading import Event
from typing import Any

from desktop_app.domain.errors import SupportError
from desktop_app.ui.pages.conversations import RequestsPage
from tests.gui.fakes_flows import Desktop
from tests.gui.stage import Stage

LONGEST_S = 60


class SlowOutbox:
    """Takes what it is given once it is let go; `error` is what it answers instead."""

    def __init__(self, take: Callable[..., Any]) -> None:
        self._take, self._go = take, Event()
        self.error: SupportError | None = None
        self.given: list[str] = []

    def __call__(self, ticket_id: str, words: str, *more: Any) -> Any:
        self.given.append(words)
        assert self._go.wait(LONGEST_S)
        if self.error is not None:
            raise self.error
        return self._take(ticket_id, words, *more)

    def go_on(self, error: SupportError | None = None) -> None:
        self.error = error
        self._go.set()


def write(stage: Stage, page: RequestsPage, words: str) -> None:
    stage.qtbot.keyClicks(page.room.composer.field, words)


def refuse(stage: Stage, page: RequestsPage, home: Desktop, ticket_id: str) -> None:
    """A message that the help desk did not want stands there."""
    home.tickets.reply(ticket_id, "Here it is.")
    home.helpdesk.refuses = "This file is not accepted."
    home.outbox.flush()
    home.helpdesk.refuses = ""
    page.refresh("outbox")
    stage.settle()
