"""The user's choices as a TOML file that people can read: replaced as a whole, set aside when broken."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app.adapters.flat import flatten, unflatten
from desktop_app.adapters.folders import PRIVATE_FILE, explain_os_error, make_private, sync_folder
from desktop_app.domain.errors import SettingsSetAside, SupportError


class UserSettingsFile:
    """`settings.toml` in the settings folder. `fault` tells that a broken file was set aside."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._fault: SupportError | None = None

    @property
    def fault(self) -> SupportError | None:
        """SettingsSetAside after a broken file was found, else None."""
        return self._fault

    def read(self) -> dict[str, object]:
        """Dotted key to value; empty when there is no file, or it was broken and is set aside now."""
        try:
            content = self._file.read_bytes()
        except OSError:
            return {}  # there is none yet, or it may not be read: the usual values hold
        import tomllib  # who changed nothing does not need it

        try:
            table: dict[str, Any] = tomllib.loads(content.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            self._fault = SettingsSetAside(file=str(self._set_aside()))
            return {}
        return flatten(table)

    def write(self, values: Mapping[str, object]) -> None:
        """Written beside, synced, renamed: a crash leaves one or the other whole. Raises FolderReadOnly, DiskFull."""
        import tomli_w  # only a change of settings needs it

        make_private(self._file.parent)
        try:
            self._replace(tomli_w.dumps(unflatten(values)).encode())
        except OSError as error:
            raise explain_os_error(error, self._file.parent) from error

    def _replace(self, content: bytes) -> None:
        partial = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE_FILE), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(self._file)
        sync_folder(self._file.parent)

    def _set_aside(self) -> Path:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        aside = self._file.with_name(f"{self._file.stem}-damaged-{stamp}{self._file.suffix}")
        try:
            self._file.rename(aside)
        except OSError:
            return self._file  # read-only home: it stays where it is and is not used
        return aside
