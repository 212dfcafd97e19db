"""Packs of the organisation on disk: each as a whole, the one in force named in one small file that is replaced."""

import contextlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from desktop_app.adapters.folders import sync_folder
from desktop_app.domain.errors import DiskFull
from desktop_app.knowledge.pack_folder import BadPack, read_folder
from desktop_app.services.packs import Accepted, Kept

_IN_FORCE = "in-force.json"


class KeptPacks:
    """The packs under `folder`. What is read back is verified again by whoever asks: a disk is no proof."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def accepted(self, name: str) -> Accepted | None:
        """The last version of pack `name` that was accepted, in force or not; None when there never was one."""
        try:
            told = json.loads((self._folder / name / _IN_FORCE).read_bytes())
            return Accepted(str(told["name"]), int(told["version"]), str(told["digest"]), str(told["source"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def all(self) -> list[Kept]:
        """Every pack in force, with its files."""
        names = sorted(entry.name for entry in self._folder.iterdir()) if self._folder.is_dir() else []
        return [kept for name in names if (kept := self._kept(name))]

    def _kept(self, name: str) -> Kept | None:
        accepted = self.accepted(name)
        if accepted is None or accepted.name != name or not accepted.source:
            return None
        try:
            return Kept(accepted, read_folder(self._place(accepted)))
        except BadPack:
            return Kept(accepted, {})

    def keep(self, accepted: Accepted, files: Mapping[str, bytes]) -> None:
        """Puts a pack in force in place of the one before, all of it or nothing. Raises DiskFull."""
        place = self._place(accepted)
        draft = place.with_name(f".draft-{os.getpid()}")
        try:
            shutil.rmtree(draft, ignore_errors=True)
            for path, content in files.items():
                file = draft / path
                file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with file.open("wb") as opened:
                    opened.write(content)
                    os.fsync(opened.fileno())
            shutil.rmtree(place, ignore_errors=True)
            draft.rename(place)
            self._name(accepted)
        except OSError as problem:
            raise DiskFull(folder=str(self._folder)) from problem
        self._clear(place)

    def withdraw(self, name: str) -> None:
        """Takes a pack out of force; which version it had is remembered, so that an older one never comes back."""
        accepted = self.accepted(name)
        if accepted is not None:
            self._name(Accepted(accepted.name, accepted.version, accepted.digest, source=""))
            self._clear(None, name)

    def _place(self, accepted: Accepted) -> Path:
        return self._folder / accepted.name / f"{accepted.version}-{accepted.digest[:16]}"

    def _name(self, accepted: Accepted) -> None:
        folder = self._folder / accepted.name
        draft = folder / f"{_IN_FORCE}.draft"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(vars(accepted), file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / _IN_FORCE)
        sync_folder(folder)

    def _clear(self, kept: Path | None, name: str = "") -> None:
        folder = kept.parent if kept else self._folder / name
        for entry in folder.iterdir():
            if entry.is_dir() and entry != kept:
                with contextlib.suppress(OSError):
                    shutil.rmtree(entry)
