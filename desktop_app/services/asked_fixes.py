"""Guided fixes that a technician asked the user to try: begun for that question, and told when they have ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.asking import Answer
from desktop_app.domain.errors import NotFound
from desktop_app.services.tickets import Given, Tickets

if TYPE_CHECKING:
    from desktop_app.domain.fix import Run
    from desktop_app.domain.words import Language
    from desktop_app.protocol.tickets import Entry
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.fixes import Fixes

_NOTE = "asked_fixes"


@dataclass(frozen=True)
class AskedFixes:
    """Remembers which run belongs to which question, over restarts."""

    fixes: Fixes
    tickets: Tickets
    drafts: Drafts

    def begin(self, entry: Entry) -> str:
        """The run for the question in `entry`: the one begun for it before, else a new one. Its id.

        Empty for a fix that this computer does not have, or that its organisation forbids.
        """
        fix_id = entry.facts.get("fix", "")
        if not any(fix.id == fix_id for fix in self.fixes.all()):
            return ""
        kept = self.drafts.load(_NOTE)
        begun = next((run_id for run_id, place in kept.items() if place == [entry.ticket_id, entry.id]), "")
        if begun and self._run(begun):
            return begun
        run_id = self.fixes.begin(fix_id).id
        self.drafts.save(_NOTE, {**kept, run_id: [entry.ticket_id, entry.id]})
        return run_id

    def tell(self, language: Language) -> bool:
        """Answer every question whose run has ended, with what it measured; whether there was one."""
        kept = self.drafts.load(_NOTE)
        runs = {run_id: self._run(run_id) for run_id in kept}
        over = [run_id for run_id, run in runs.items() if run is None or run.ended_at]
        for run_id in over:
            ticket_id, entry_id = kept.pop(run_id)
            if runs[run_id]:
                given = Given(attempt=self.fixes.attempt(run_id, language))
                self.tickets.answer(ticket_id, entry_id, Answer.FIX, given)
            self.drafts.save(_NOTE, kept)
        return bool(over)

    def _run(self, run_id: str) -> Run | None:
        """The run; None when it is no longer kept."""
        try:
            return self.fixes.run(run_id)
        except NotFound:
            return None
