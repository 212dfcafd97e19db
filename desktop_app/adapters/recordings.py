"""The private folder in which a shared screen is recorded, until the film is with its request."""

from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.folders import make_private
from desktop_app.domain.errors import NotFound


class RecordingFolder:
    """Fits `services.sharing_recordings.Folder`. Names are names: what would lead out of the folder is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ready(self) -> str:
        """Its path, once it is there. Raises FolderReadOnly, FolderOfAnother, DiskFull."""
        make_private(self._folder)
        return str(self._folder)

    def names(self) -> list[str]:
        """The files in it; none where there is no such folder."""
        try:
            return [file.name for file in self._folder.iterdir()]
        except OSError:
            return []

    def read(self, name: str) -> bytes:
        """The bytes of one. Raises NotFound."""
        try:
            return (self._folder / Path(name).name).read_bytes()
        except OSError as error:
            raise NotFound(name=name) from error

    def remove(self, name: str) -> None:
        """One less; nothing happens when it is not there."""
        with suppress(OSError):
            (self._folder / Path(name).name).unlink(missing_ok=True)
