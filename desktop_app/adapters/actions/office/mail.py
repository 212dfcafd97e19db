"""The mail programs of this user: where they keep letters, and the copies that they make anew by themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.processes import is_running
from desktop_app.adapters.actions.profile_locks import lock
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.domain.action import ActionFailed, Given, Result

PROGRAMS: Mapping[str, Sequence[str]] = {
    "Thunderbird": ("thunderbird", "thunderbird-bin", "thunderbird-esr"),
    "Outlook": ("outlook", "microsoft outlook"),
    "Mail": ("mail",),
}
_FOLDERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "linux": {
        "Thunderbird": (
            ".thunderbird/*",
            "snap/thunderbird/common/.thunderbird/*",
            ".var/app/org.mozilla.Thunderbird/.thunderbird/*",
        ),
    },
    "macos": {
        "Thunderbird": ("Library/Thunderbird/Profiles/*",),
        "Outlook": ("Library/Group Containers/UBF8T346G9.Office/Outlook/*/Main Profile",),
        "Mail": ("Library/Mail/V*",),
    },
    "windows": {
        "Thunderbird": ("AppData/Roaming/Thunderbird/Profiles/*",),
        "Outlook": ("AppData/Local/Microsoft/Outlook",),
    },
}
# Made anew by the program: indexes of folders, the search index, remembered views. Typed addresses are not among them
_COPIES: Mapping[str, Sequence[str]] = {
    "Thunderbird": ("Mail/**/*.msf", "ImapMail/**/*.msf", "global-messages-db.sqlite*", "folderCache.json"),
    "Outlook": ("RoamCache/Stream_[!A]*", "Offline Address Books", "*.obi", "Outlook.sqlite-wal"),
    "Mail": ("MailData/Envelope Index*",),
}


@dataclass(frozen=True)
class Mailbox:
    """One program's folder of letters. `id` is its place in the home folder: it names nobody."""

    id: str
    program: str
    folder: Path

    def is_open(self, here: Here) -> bool:
        """Whether a running program holds it."""
        names = PROGRAMS[self.program]
        if self.program == "Thunderbird":
            return lock(here, "mozilla", self.folder, names).state == "held"
        return is_running(names)

    def copies(self) -> list[Path]:
        """The files and folders that the program makes anew, links left out."""
        found = (path for pattern in _COPIES[self.program] for path in sorted(self.folder.glob(pattern)))
        return [path for path in found if not path.is_symlink()]


def mailboxes(here: Here) -> list[Mailbox]:
    """Every folder of letters, links left out; one that may not be read counts as not there."""
    found = [
        Mailbox(folder.relative_to(here.home).as_posix(), program, folder)
        for program, patterns in _FOLDERS[here.system].items()
        for pattern in patterns
        for folder in sorted(here.home.glob(pattern))
        if folder.is_dir() and not folder.is_symlink()
    ]
    return [box for box in found if box.program != "Thunderbird" or (box.folder / "prefs.js").is_file()]


def mailbox_of(here: Here, box_id: str) -> Mailbox:
    """The one with this id; ActionFailed when there is none, so that a made-up id reaches no other folder."""
    for box in mailboxes(here):
        if box.id == box_id:
            return box
    raise ActionFailed(f"no mail is kept in {box_id}")


@check("office.mail_in_use", Shown(("open", "closed"), ("program", "mailbox"), {"mailbox": str}))
def in_use(here: Here, given: Given) -> Result:
    """Whether the mail program runs."""
    box = mailbox_of(here, given.text("mailbox"))
    return Result("open" if box.is_open(here) else "closed", {"program": box.program, "mailbox": box.id})
