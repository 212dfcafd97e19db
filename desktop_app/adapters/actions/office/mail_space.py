"""A mailbox that is too large on this computer: its bin first, as nobody misses what is in there."""
# ruff: noqa: ARG002 -- every action has the same shape

from collections.abc import Iterator
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.office.mail import Mailbox, mailbox_of, mailboxes
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "mailbox", "size_bytes", "bin_bytes", "limit_bytes")
_OPTIONS = {"mailbox": str, "bin_mb": int, "limit_mb": int}
_BIN_MB, _LIMIT_MB = 100, 20_000
_LETTERS = {
    "Thunderbird": ("Mail", "ImapMail"),
    "Outlook": ("*.ost", "*.pst", "Data"),
    "Mail": ("*",),
}
# Of accounts whose letters are kept on this computer alone; those on a server have their bin there
_BINS = ("Mail/*/Trash", "Mail/*/Trash.msf")


@check("office.mailbox", Shown(("bin_full", "full", "normal", "none"), _FACTS, _OPTIONS))
def mailbox_size(here: Here, given: Given) -> Result:
    """The largest mailbox: whether its bin, or all of it, takes more than it should."""
    wanted = given.text("mailbox")
    boxes = [mailbox_of(here, wanted)] if wanted else mailboxes(here)
    if not boxes:
        return Result("none")
    measured = [(holding.weigh(_bins(box)), holding.weigh(_letters(box)), box) for box in boxes]
    limits = given.number("bin_mb", _BIN_MB) * 1_000_000, given.number("limit_mb", _LIMIT_MB) * 1_000_000
    thrown, size, box = max(measured, key=lambda found: (found[0] > limits[0], found[1]))
    facts: Facts = {"program": box.program, "mailbox": box.id, "size_bytes": size, "bin_bytes": thrown}
    outcome = "bin_full" if thrown > limits[0] else "full" if size > limits[1] else "normal"
    return Result(outcome, {**facts, "limit_bytes": int(limits[1])}, f"{box.id}: {size} bytes, bin {thrown}")


def _letters(box: Mailbox) -> Iterator[Path]:
    for pattern in _LETTERS[box.program]:
        yield from box.folder.glob(pattern)


def _bins(box: Mailbox) -> list[Path]:
    patterns = _BINS if box.program == "Thunderbird" else ()
    found = (path for pattern in patterns for path in sorted(box.folder.glob(pattern)))
    return [path for path in found if path.is_file() and not path.is_symlink()]


@repair(
    "office.mailbox.empty_bin",
    Shown(("done", "still_open", "nothing"), _FACTS, {"mailbox": str}, resource="mail"),
)
class EmptyBin:
    """Sets the bins of a mailbox aside; the program makes empty ones."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which files; `still_open` while the program runs."""
        box = mailbox_of(here, given.text("mailbox"))
        facts: Facts = {"program": box.program, "mailbox": box.id, "bin_bytes": holding.weigh(_bins(box))}
        if box.is_open(here):
            return Plan(outcome="still_open", facts=facts)
        moves = holding.plan(here, _bins(box))
        return Plan({**moves.saved, "mailbox": box.id}, facts, outcome=moves.outcome)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moves them, unless the program was opened meanwhile."""
        box = mailbox_of(here, saved["mailbox"])
        if box.is_open(here):
            return Result("still_open", {"program": box.program})
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done", {"bin_bytes": saved["size"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Closed, and nothing thrown away since: that would be lost."""
        if mailbox_of(here, saved["mailbox"]).is_open(here):
            return "close_first"
        pairs = [(holding.restored(source), holding.restored(held)) for source, held in saved["moves"]]
        is_newer = any(held.exists() and source.exists() and source.stat().st_size for source, held in pairs)
        return "changed_since" if is_newer else holding.hindrance(saved)

    def undo(self, here: Here, saved: Saved) -> None:
        """Back in the bin."""
        box = mailbox_of(here, saved["mailbox"])
        sources = [holding.restored(source) for source, _ in saved["moves"]]
        if not holding.is_ours(here, saved) or not all(_is_bin(box, source) for source in sources):
            raise ActionFailed("not the bin of this mailbox")
        holding.put_back(saved, replaces=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good, as the user was told."""
        holding.delete(saved)


def _is_bin(box: Mailbox, path: Path) -> bool:
    inside = path.relative_to(box.folder) if path.is_relative_to(box.folder) else Path()
    return len(inside.parts) == 3 and inside.parts[0] == "Mail" and inside.name in ("Trash", "Trash.msf")
