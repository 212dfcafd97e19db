"""How a guided fix ended, counted without saying whose: no name, no machine, no time of day."""

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from desktop_app.protocol.base import Id, Word

Outcome = Literal["helped", "nothing_found", "needs_person", "stopped", "undone", "requested"]
FixId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{0,79}$")]


class FixCount(Word):
    """`POST /api/v1/fix-counts`: answers 204. `id` only makes sending twice count once.

    The help desk adds it to a sum per day, fix and outcome, and does not keep which desktop it came from.
    """

    id: Id
    day: date
    fix: FixId
    outcome: Outcome
