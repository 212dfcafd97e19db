"""What a technician may ask of a user inside a conversation, and the answers. Silence is no: nothing happens."""

import re
from collections.abc import Mapping
from enum import StrEnum

from desktop_app.domain.redaction.span import HIDDEN, MARK_SHAPE, SECRET

LONGEST_VALUE = 4_000
"""Characters of a value that is shown; a longer one is cut."""

LONGEST_REASON = 300


class Asked(StrEnum):
    """What is asked: the event of an entry. Each has the facts `reason` and `name` (who asks).

    `value_asked`: what stands behind one `pseudonym`. `report_asked`: the computer report. `fix_asked`: to try the
    guided fix `fix`. `screen_asked`: to see the screen; its entry is the sharing (`protocol.sharing`).
    """

    VALUE = "value_asked"
    REPORT = "report_asked"
    FIX = "fix_asked"
    SCREEN = "screen_asked"


class Answer(StrEnum):
    """What the user said: the event of the entry that answers; its facts name what was `asked` (an entry).

    `value_given` carries the `value`, `report_given` the report as an attachment, `fix_tried` what the fix measured.
    `ask_unknown`: this computer does not know the value any more, or does not have that fix. `screen_shown`: it was
    seen, for `seconds`, with `words` (`matched` or `unread`), the `steps` that were allowed (`look:120 point:60`), the
    number of `files` received, and the `ending`; `screen_not_shown`: it was not, because of the `ending`.
    """

    VALUE = "value_given"
    REPORT = "report_given"
    FIX = "fix_tried"
    SCREEN = "screen_shown"
    NOT_SHOWN = "screen_not_shown"
    REFUSED = "ask_refused"
    UNKNOWN = "ask_unknown"


YES: Mapping[Asked, Answer] = {
    Asked.VALUE: Answer.VALUE,
    Asked.REPORT: Answer.REPORT,
    Asked.FIX: Answer.FIX,
    Asked.SCREEN: Answer.SCREEN,
}
"""The answer that grants what was asked: no other question is answered by it."""

_PSEUDONYM = re.compile(rf"({MARK_SHAPE})\Z")


def may_answer(asked: str, said: Answer) -> bool:
    """Whether `said`, in one word, answers the event `asked`. The screen is answered step by step, never so."""
    said_in_one = set(Asked) - {Asked.SCREEN}
    return asked in said_in_one and (said in {Answer.REFUSED, Answer.UNKNOWN} or said is YES[Asked(asked)])


def may_be_asked(pseudonym: str) -> bool:
    """Whether a technician may ask for what stands behind it: never a secret, never what its owner hid by hand."""
    return bool(_PSEUDONYM.match(pseudonym)) and kind_of(pseudonym) not in {SECRET, HIDDEN}


def kind_of(pseudonym: str) -> str:
    """The kind of value, as the words `kind.*` of fields have it: the only thing on it that nobody else can choose."""
    return pseudonym.rpartition("-")[0]
