"""Copies that a mail program keeps to find letters fast: when one is damaged, letters seem to be missing."""
# ruff: noqa: ARG002 -- every action has the same shape

from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.office.mail import mailbox_of, mailboxes
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "mailbox", "count", "size_bytes")
_DATABASE = b"SQLite format 3\0"
_INDEXED = (".sqlite", "Envelope Index")


@check("office.mail_copies", Shown(("damaged", "sound", "fresh", "none"), _FACTS, {"mailbox": str}))
def mail_copies(here: Here, given: Given) -> Result:
    """The copies of the mail program: damaged, in order, or not made yet."""
    wanted = given.text("mailbox")
    boxes = [mailbox_of(here, wanted)] if wanted else mailboxes(here)
    if not boxes:
        return Result("none")
    looked = [(sum(map(_is_damaged, box.copies())), len(box.copies()), box) for box in boxes]
    damaged, count, box = max(looked, key=lambda found: found[:2])
    facts: Facts = {"program": box.program, "mailbox": box.id, "count": damaged or count}
    return Result("damaged" if damaged else "sound" if count else "fresh", facts, box.id)


def _is_damaged(file: Path) -> bool:
    """Zeros where the file should begin, as after a power cut, or a database that does not begin as one."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_size:
            with file.open("rb") as stream:
                start = stream.read(len(_DATABASE))
            is_database = file.name.endswith(_INDEXED)
            return not start.strip(b"\0") or (is_database and start != _DATABASE)
    return False


@repair(
    "office.mail_copies.set_aside",
    Shown(("done", "still_open", "nothing"), _FACTS, {"mailbox": str}, resource="mail"),
)
class SetAside:
    """Moves the copies to the holding folder; the program makes new ones from the letters themselves."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which files; `still_open` while the program runs."""
        box = mailbox_of(here, given.text("mailbox"))
        facts: Facts = {"program": box.program, "mailbox": box.id}
        if box.is_open(here):
            return Plan(outcome="still_open", facts=facts)
        moves = holding.plan(here, box.copies())
        return Plan({**moves.saved, "mailbox": box.id}, {**moves.facts, **facts}, outcome=moves.outcome)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moves them, unless the program was opened meanwhile."""
        box = mailbox_of(here, saved["mailbox"])
        if box.is_open(here):
            return Result("still_open", {"program": box.program})
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done", {"count": len(saved["moves"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Still held, and the program closed."""
        is_open = mailbox_of(here, saved["mailbox"]).is_open(here)
        return holding.hindrance(saved) or ("close_first" if is_open else "")

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to their places; copies made since are set aside instead."""
        folder = mailbox_of(here, saved["mailbox"]).folder
        sources = [holding.restored(source) for source, _ in saved["moves"]]
        is_inside = all(source.is_relative_to(folder) and ".." not in source.parts for source in sources)
        if not holding.is_ours(here, saved) or not is_inside:
            raise ActionFailed("not the copies of this mailbox")
        holding.put_back(saved, replaces=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good, as the user was told."""
        holding.delete(saved)
