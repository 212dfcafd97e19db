"""Where this user's state lies: one folder of their own, which nobody else can read."""

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FolderOfAnother, FolderReadOnly, SupportError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class Folders:
    """The folders of one instance. `apart`: RESCOUSSE_HOME holds everything, the system is left alone."""

    state: Path
    settings: Path
    cache: Path
    logs: Path
    apart: bool = False

    def prepare(self) -> None:
        """Create what is missing, private to this user.

        Raises FolderReadOnly, FolderOfAnother, DiskFull. Folders that existed keep their content.
        """
        for folder in (self.state, self.settings, self.cache, self.logs):
            make_private(folder)


def find(environ: Mapping[str, str] = os.environ) -> Folders:
    """The folders that the environment and the system ask for; nothing is created."""
    home = environ.get("RESCOUSSE_HOME", "")
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(root / "state", root / "settings", root / "cache", root / "logs", apart=True)
    from platformdirs import PlatformDirs

    own = PlatformDirs("rescousse", appauthor=False)
    return Folders(own.user_data_path, own.user_config_path, own.user_cache_path, own.user_log_path)


def make_private(folder: Path) -> None:
    """Make sure `folder` exists, belongs to this user and is closed to others."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        _close_to_others(folder)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderReadOnly(folder=str(folder))


def explain_os_error(error: OSError, folder: Path) -> Exception:
    """The foreseen failure that `error` is; the error itself when it is none."""
    found: dict[int, type[SupportError]] = dict.fromkeys(_READ_ONLY, FolderReadOnly) | dict.fromkeys(_FULL, DiskFull)
    kind = found.get(error.errno or 0)
    if kind is None and isinstance(error, NotADirectoryError | FileExistsError):
        kind = FolderReadOnly
    return kind(folder=str(folder)) if kind else error


def _close_to_others(folder: Path) -> None:
    if not hasattr(os, "getuid"):
        return  # Windows: the profile folder's own rights keep other accounts out
    found = folder.stat()
    if found.st_uid != os.getuid():
        raise FolderOfAnother(folder=str(folder))
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(PRIVATE_FOLDER)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
