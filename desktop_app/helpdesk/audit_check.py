"""Whether the chain of acts is whole."""

from dataclasses import dataclass

from django.db import transaction

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk.audit import digest, end_of_chain
from desktop_app.helpdesk.models import Audit


@dataclass(frozen=True)
class Checked:
    """`acts`: how many hold. `broken_at`: the number of the first that does not; `why`: changed, missing or cut_off.

    `head`: number and hash of the last one, to be kept elsewhere: whoever rewrites the whole chain cannot rewrite that.
    """

    acts: int
    head: str
    broken_at: int | None = None
    why: str = ""


def check(expected: str = "") -> Checked:
    """Walk the whole chain. `expected`: the head of an earlier check, which must still stand in it."""
    with transaction.atomic():
        ends_at, removed = end_of_chain(), _removed()
        acts, head, begun = 0, Audit(seq=0, hash=""), False
        for act in Audit.objects.order_by("seq").iterator(chunk_size=1000):
            fault = _fault(act, head, removed if not begun else None)
            if fault:
                return Checked(acts, _head(head), act.seq, fault)
            acts, head, begun = acts + 1, act, True
        if head.seq != ends_at:
            return Checked(acts, _head(head), head.seq + 1, "cut_off")
        if expected and not _stands(expected):
            return Checked(acts, _head(head), _number(expected), "changed")
    return Checked(acts, _head(head))


def _fault(act: Audit, before: Audit, removed: Audit | None) -> str:
    """The first act follows what was removed lawfully, or nothing."""
    previous = removed.facts.get("hash", "") if removed else before.hash
    if act.previous != previous or (before.seq and act.seq != before.seq + 1):
        return "missing"
    return "" if act.hash == digest(act) else "changed"


def _removed() -> Audit | None:
    return Audit.objects.exclude(through=None).first()


def _stands(expected: str) -> bool:
    """What was removed lawfully since is not missed."""
    removed = _removed()
    if removed is not None and removed.through is not None and _number(expected) <= removed.through:
        return True
    return Audit.objects.filter(seq=_number(expected), hash=expected.partition(":")[2]).exists()


def _number(head: str) -> int:
    return whole(head.partition(":")[0], digits=18)


def _head(act: Audit) -> str:
    return f"{act.seq}:{act.hash}"
