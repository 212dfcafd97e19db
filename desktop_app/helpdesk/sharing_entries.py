"""What the conversation says of a screen that was asked for, shown, or not shown."""

from desktop_app.domain.asking import Answer, Asked
from desktop_app.domain.consent import Capability, Ending
from desktop_app.helpdesk import audit
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.conversations import record
from desktop_app.helpdesk.models import Sharing
from desktop_app.protocol.sharing import Record


def started(sharing: Sharing, area: str) -> None:
    """The user said yes, to a `window` or to the `screen`."""
    record(sharing.ticket, "screen_started", {"name": sharing.technician.first_name, "area": area}, None)
    audit.write(Act.SHARING_STARTED, sharing.technician, sharing.ticket, sharing=sharing.pk, area=area)


def ended(sharing: Sharing, word: Record) -> None:
    """The machine's own account of it. Words that differed are told even when the question was thought to be over."""
    if word.started_at is not None:
        _answer(sharing, Answer.SCREEN, {"ending": word.ending, **_facts(word)})
    elif word.ending is Ending.DIFFERENT or not _is_answered(sharing):
        said = Answer.REFUSED if word.ending is Ending.REFUSED else Answer.NOT_SHOWN
        _answer(sharing, said, {"ending": word.ending})


def given_up(sharing: Sharing, ending: Ending) -> None:
    """The help desk's own account, without the machine's: that comes when it is reached again."""
    if sharing.state == Sharing.State.SHARED:
        record(sharing.ticket, "screen_lost", {"ending": ending, "name": sharing.technician.first_name}, None)
    else:
        _answer(sharing, Answer.NOT_SHOWN, {"ending": ending})


def write_down(sharing: Sharing, word: Record) -> None:
    """The machine's account, for the law; last in the transaction."""
    by, ticket, known = sharing.technician, sharing.ticket, {"sharing": sharing.pk}
    acts = {Capability.CONTROL: Act.SHARING_CONTROLLED, Capability.RECORDING: Act.SHARING_RECORDED}
    for step, act in acts.items():
        if seconds := sum(span.seconds for span in word.spans if span.capability is step):
            audit.write(act, by, ticket, **known, seconds=seconds)
    audit.write(Act.SHARING_ENDED, by, ticket, **known, ending=word.ending, **_facts(word))


def write_down_lost(sharing: Sharing, ending: Ending) -> None:
    """The help desk's own; last in the transaction."""
    audit.write(Act.SHARING_ENDED, sharing.technician, sharing.ticket, sharing=sharing.pk, ending=ending)


def _facts(word: Record) -> dict[str, str]:
    started_at = word.started_at or word.ended_at
    return {
        "seconds": str(max(0, round((word.ended_at - started_at).total_seconds()))),
        "words": "matched" if word.words_matched else "unread",
        "steps": " ".join(f"{span.capability}:{span.seconds}" for span in word.spans),
        "files": str(len(word.files)),
    }


def _answer(sharing: Sharing, said: Answer, facts: dict[str, str]) -> None:
    asked = {"asked": sharing.pk, "what": Asked.SCREEN, "name": sharing.technician.first_name}
    record(sharing.ticket, said, asked | facts, sharing.ticket.requester if sharing.record else None)


def _is_answered(sharing: Sharing) -> bool:
    return sharing.ticket.entries.filter(event__in=list(Answer), facts__asked=sharing.pk).exists()
