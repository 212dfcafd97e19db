"""Packs of the organisation: offered by the help desk or a share, verified as a whole, kept, and verified again."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.domain.action import ActionShape
from desktop_app.domain.errors import BadFixFile, SupportError
from desktop_app.knowledge.pack_folder import ABOUT, SIGNATURE, BadPack, read_folder, refuse
from desktop_app.knowledge.pack_outside import Outside, read_pack
from desktop_app.knowledge.pack_seal import Seal, public_keys, verify

if TYPE_CHECKING:
    from desktop_app.protocol.packs import Pack as PackWord

_log = logging.getLogger(__name__)
HELPDESK = "helpdesk"
_TAG = "packs:tag"
_MOST_TOLD = 50


@dataclass(frozen=True)
class Accepted:
    """A pack that was accepted. `source` is a folder or `helpdesk`; empty when it is no longer in force."""

    name: str
    version: int
    digest: str
    source: str


@dataclass(frozen=True)
class Kept:
    """A pack in force, as it lies on this disk."""

    accepted: Accepted
    files: Mapping[str, bytes]


class PackStore(Protocol):
    """Where accepted packs lie."""

    def accepted(self, name: str) -> Accepted | None:
        """The last version that was accepted, in force or not."""

    def all(self) -> list[Kept]:
        """Every pack in force."""

    def keep(self, accepted: Accepted, files: Mapping[str, bytes]) -> None:
        """Puts a pack in force, all of it or nothing. Raises DiskFull."""

    def withdraw(self, name: str) -> None:
        """Takes a pack out of force; its version is remembered."""


class PackClient(Protocol):
    """What is asked of the help desk; raises SupportErrors."""

    def packs(self, tag: str) -> "tuple[str, list[PackWord]] | None":
        """Other packs than those of `tag`, with their own tag; None when there are no others."""


class Notes(Protocol):
    """A small memory."""

    def get(self, name: str) -> str | None:
        """What was put."""

    def put(self, name: str, text: str) -> None:
        """Keeps it."""


class Settings(Protocol):
    """The policy: whose packs, and from where."""

    def value(self, key: str) -> Any:
        """The value in force."""


class PackDelivery:
    """Brings packs in force. What is refused is refused as a whole, and the one before stays."""

    def __init__(
        self,
        store: PackStore,
        settings: Settings,
        shapes: Callable[[], Mapping[str, ActionShape]],
        client: Callable[[], PackClient] | None = None,
        notes: Callable[[], Notes] | None = None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._shapes = shapes
        self._client = client
        self._notes = notes
        self._listeners: list[Callable[[], None]] = []
        self.refusals: list[BadFixFile] = []

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call `callback`, on whichever thread, when other packs are in force."""
        self._listeners.append(callback)

    def in_force(self) -> list[Outside]:
        """The packs that the policy of this moment accepts, each verified again."""
        found, keys = [], self._keys()
        for kept in self._store.all() if keys else ():
            try:
                if self._is_wanted(kept.accepted.source):
                    found.append(_read(kept, verify(kept.files, keys)))
            except BadPack as refused:
                self._refuse(kept.accepted.source, refused)
        return found

    def sync_folders(self) -> bool:
        """Looks at the folders of the policy; whether other packs are in force now. A share away changes nothing."""
        folders = [str(folder) for folder in self._settings.value("packs.folders")]
        return self._told([self._offer_folder(folder) for folder in folders if self._keys()])

    def sync_helpdesk(self) -> bool:
        """Asks the help desk; whether anything else is in force now. Raises nothing that the help desk can cause."""
        if not (self._keys() and self._is_wanted(HELPDESK) and self._client and self._notes):
            return False
        try:
            is_whole = all(self._is_whole(kept) for kept in self._store.all())
            fresh = self._client().packs((self._notes().get(_TAG) or "") if is_whole else "")
        except SupportError as error:
            _log.info("the packs stay as they are: %s", error)
            return False
        if fresh is None:
            return False
        tag, offered = fresh
        changed = [self._offer_word(word) for word in offered]
        changed += [self._withdraw(kept) for kept in self._store.all() if _is_gone(kept, offered)]
        self._notes().put(_TAG, tag)
        return self._told(changed)

    def offer(self, files: Mapping[str, bytes], source: str) -> Accepted | None:
        """Accepts a pack; None when it is in force already. Raises BadPack, DiskFull: the one before stays."""
        seal = verify(files, self._keys())
        before = self._store.accepted(seal.name)
        if before is not None and seal.version < before.version:
            raise refuse(ABOUT, "rolled_back", value=seal.version, known=before.version)
        if before is not None and seal.version == before.version:
            if seal.digest != before.digest:
                raise refuse(ABOUT, "same_version", value=seal.version)
            in_force = Kept(before, next((k.files for k in self._store.all() if k.accepted == before), {}))
            if before.source == source and self._is_whole(in_force):
                return None
        _looked_at(files, seal, self._shapes())
        accepted = Accepted(seal.name, seal.version, seal.digest, source)
        self._store.keep(accepted, files)
        return accepted

    def look_at(self, files: Mapping[str, bytes]) -> Seal:
        """Whether a pack would be accepted, whatever is in force; nothing is kept. Raises BadPack."""
        seal = verify(files, self._keys())
        _looked_at(files, seal, self._shapes())
        return seal

    def _offer_folder(self, folder: str) -> bool:
        if not Path(folder).is_dir():
            return False
        try:
            return self.offer(read_folder(Path(folder)), folder) is not None
        except BadPack as refused:
            return self._refuse(folder, refused)

    def _offer_word(self, word: "PackWord") -> bool:
        try:
            return self.offer({path: text.encode() for path, text in word.files.items()}, HELPDESK) is not None
        except BadPack as refused:
            return self._refuse(HELPDESK, refused)

    def _is_whole(self, kept: Kept) -> bool:
        """Whether what lies on the disk is still what was accepted."""
        try:
            return verify(kept.files, self._keys()).digest == kept.accepted.digest
        except BadPack:
            return False

    def _withdraw(self, kept: Kept) -> bool:
        self._store.withdraw(kept.accepted.name)
        return True

    def _refuse(self, source: str, refused: BadPack) -> bool:
        """Tells where it was from, once."""
        told = [
            BadFixFile(**{**fault.facts, "file": _from(source, str(fault.facts["file"]))}) for fault in refused.faults
        ]
        _log.info("a pack is refused: %s", [fault.facts for fault in told[:5]])
        known = [fault.facts for fault in self.refusals]
        self.refusals += [fault for fault in told if fault.facts not in known][: _MOST_TOLD - len(known)]
        return False

    def _told(self, changed: list[bool]) -> bool:
        for callback in self._listeners if any(changed) else ():
            callback()
        return any(changed)

    def _keys(self) -> dict[str, bytes]:
        return public_keys(self._settings.value("packs.keys"))

    def _is_wanted(self, source: str) -> bool:
        if source == HELPDESK:
            return bool(self._settings.value("packs.from_helpdesk"))
        return source in self._settings.value("packs.folders")


def _from(source: str, file: str) -> str:
    return file if Path(file).is_absolute() else f"{source}/{file}"


def _is_gone(kept: Kept, offered: "list[PackWord]") -> bool:
    return kept.accepted.source == HELPDESK and kept.accepted.name not in {word.name for word in offered}


def _read(kept: Kept, seal: Seal) -> Outside:
    if (seal.name, seal.version, seal.digest) != (kept.accepted.name, kept.accepted.version, kept.accepted.digest):
        raise refuse(SIGNATURE, "file_changed")
    pack = read_pack(kept.files)
    if pack.faults:
        raise BadPack(pack.faults)
    return pack


def _looked_at(files: Mapping[str, bytes], seal: Seal, shapes: Mapping[str, ActionShape]) -> None:
    pack = read_pack(files, shapes)
    if not pack.faults and (pack.name, pack.version) != (seal.name, seal.version):
        raise refuse(ABOUT, "other_name", value=f"{seal.name} {seal.version}")
    if pack.faults:
        raise BadPack(pack.faults)
