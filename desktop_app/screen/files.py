"""Files from the technician: first listed and allowed, then received in a folder, under safe names, never to be run."""

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from desktop_app.protocol.screen_channel import LONGEST, Listed

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_RUN = re.compile(
    r"^(app|appimage|bat|cmd|com|command|cpl|deb|desktop|dll|exe|hta|inf|jar|jse?|lnk|ms[cix]|msix|pif|pkg|ps1|psm1|py|reg"
    r"|rpm|run|scf|scr|sh|sys|url|vb[es]?|workflow|ws|wsc|ws[fh]|xll)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 120


def safe_name(name: str) -> str:
    """A name that stays in its folder, reads as it is, and starts nothing when it is opened by mistake."""
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .") or "_"
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    if _RUN.match(plain.rpartition(".")[2].strip()):
        plain = f"{plain}.txt"
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 20]}{plain[-20:]}"


class Intake:
    """One allowed list at a time; its bytes come in the order of the list. `received`: names as they lie there.

    `number`: of the list that was shown last.
    """

    def __init__(self) -> None:
        self.received: list[str] = []
        self.number = 0
        self._listed: list[Listed] = []
        self._folder: Path | None = None
        self._left = 0
        self._path: Path | None = None

    def offered(self, files: Sequence[Listed]) -> None:
        """A list was shown to the user; what of an earlier one is half there is taken away."""
        self._drop()
        self._listed, self._folder = list(files), None
        self.number += 1

    def into(self, folder: str) -> None:
        """The user said yes, and where to."""
        self._folder = Path(folder)
        self._next()

    @property
    def complete(self) -> bool:
        """Whether all that was listed is there."""
        return not self._listed and self._path is None

    def take(self, data: bytes) -> bool:
        """The next bytes of one file; whether they were expected. More than was listed is refused.

        Raises `OSError` when they cannot be written.
        """
        if self._path is None or not 0 < len(data) <= min(self._left, LONGEST):
            return False
        with self._path.open("ab") as file:
            file.write(data)
        self._left -= len(data)
        self._next()
        return True

    def _next(self) -> None:
        """Note what is whole, and make room for the next; an empty file is whole at once."""
        while self._left == 0:
            if self._path is not None:
                self.received.append(self._path.name)
                self._path = None
            if not self._listed or self._folder is None:
                return
            listed = self._listed.pop(0)
            self._path, self._left = _free(self._folder, safe_name(listed.name)), listed.size

    def _drop(self) -> None:
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        self._path, self._left = None, 0


def _free(folder: Path, name: str) -> Path:
    """A new, empty file there that cannot be run, under that name or one with a number."""
    folder.mkdir(parents=True, exist_ok=True)
    stem, suffix = Path(name).stem, Path(name).suffix
    for number in range(1000):
        path = folder / (name if number == 0 else f"{stem} ({number}){suffix}")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return path
    raise FileExistsError(name)
