"""The folders of other machines that each system shows as drives: whether they answer, and connecting one again."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import worked
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import ActionFailed

_PATIENCE_S = 4
_CONNECT_S = 30
_SCHEMES = frozenset({"smb", "dav", "davs", "sftp", "ftp", "ftps", "nfs", "afp"})
_MOUNT = re.compile(r"^\s*Mount\(\d+\): (.*) -> (\w+://\S+)", re.MULTILINE)
_SMB = re.compile(r"^//(\S+) on (/Volumes/.+) \(smbfs", re.MULTILINE)
_KERNEL = frozenset({"cifs", "smb3", "nfs", "nfs4", "fuse.sshfs"})
_LETTER = re.compile(r"^[A-Z]:$")
_SECRET = ("password", "permission denied", "authentication")
# Windows: access denied, wrong password, cancelled, unknown person; the words around the number are in any language
_SYSTEM_ERROR = re.compile(r"System Error (5|86|1223|1326)\b")


@dataclass(frozen=True)
class Drive:
    """A drive of the network: `fine`, `lost` (it no longer answers), `away` (known, not connected).

    `id` holds all that connecting it again needs. `is_ours`: this person may connect it.
    """

    id: str
    name: str
    state: str
    is_ours: bool = True


class System(Protocol):
    """One system."""

    def drives(self, here: Here) -> list[Drive]:
        """Every drive of the network that this person has, each asked whether it answers."""

    def reconnect(self, here: Here, drive: str) -> str:
        """Lets go of the stuck one and connects it again: `done`, `needs_secret` or `refused`. ActionFailed for what
        is no such drive.
        """


class Linux:
    """gvfs, which belongs to the person; mounts of the administrator are only looked at."""

    def drives(self, here: Here) -> list[Drive]:
        """What `gio` has connected, what the file manager remembers, and network mounts of the system."""
        mounted = {url.rstrip("/"): name for name, url in _MOUNT.findall(worked(here, "gio", "mount", "-l").out)}
        ours = {url: name for url, name in mounted.items() if urlsplit(url).scheme in _SCHEMES}
        with ThreadPoolExecutor(8, thread_name_prefix="drives") as pool:
            answers = pool.map(lambda url: worked(here, "gio", "info", url, deadline_s=_PATIENCE_S).code == 0, ours)
            found = [Drive(url, ours[url], _state(is_fine)) for url, is_fine in zip(ours, answers, strict=True)]
        away = [Drive(url, name, "away") for url, name in _remembered(here) if url not in mounted]
        return [*found, *away, *_of_system(here)]

    def reconnect(self, here: Here, drive: str) -> str:
        """By force when it is stuck: it would wait for an answer otherwise."""
        if urlsplit(drive).scheme not in _SCHEMES:
            raise ActionFailed(f"no drive {drive}")
        worked(here, "gio", "mount", "-u", "-f", drive, deadline_s=_PATIENCE_S)
        return _verdict(worked(here, "gio", "mount", drive, deadline_s=_CONNECT_S))


def _state(is_fine: bool) -> str:
    return "fine" if is_fine else "lost"


def _remembered(here: Here) -> Iterator[tuple[str, str]]:
    """The bookmarks of the file manager: an address, and perhaps a name."""
    with suppress(OSError):
        file = here.folder("XDG_CONFIG_HOME", ".config") / "gtk-3.0/bookmarks"
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            url, _, name = line.strip().partition(" ")
            if urlsplit(url).scheme in _SCHEMES:
                yield url.rstrip("/"), name or _last_part(url)


def _last_part(url: str) -> str:
    return unquote(url.rstrip("/").rpartition("/")[2]) or url


def _of_system(here: Here) -> Iterator[Drive]:
    with suppress(OSError):
        for line in here.at("proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            source, place, kind = line.split()[:3]
            if kind in _KERNEL:
                is_fine = worked(here, "stat", "-f", place, deadline_s=_PATIENCE_S).code == 0
                yield Drive(source, place.rpartition("/")[2] or source, _state(is_fine), is_ours=False)


class Macos:
    """Volumes of the kind smbfs."""

    def drives(self, here: Here) -> list[Drive]:
        """Each asked for its size, which a dead one never tells."""
        found = _SMB.findall(worked(here, "mount", "-t", "smbfs").out)
        return [
            Drive(f"smb://{source}", place.rpartition("/")[2], _state(self._answers(here, place)))
            for source, place in found
        ]

    def _answers(self, here: Here, place: str) -> bool:
        return worked(here, "df", "-k", place, deadline_s=_PATIENCE_S).code == 0

    def reconnect(self, here: Here, drive: str) -> str:
        """Unmounted by force, then mounted as the Finder does it, with what the keychain knows."""
        if not drive.startswith("smb://"):
            raise ActionFailed(f"no drive {drive}")
        mounted = _SMB.findall(worked(here, "mount", "-t", "smbfs").out)
        for place in (place for source, place in mounted if f"smb://{source}" == drive):
            worked(here, "diskutil", "unmount", "force", place, deadline_s=_CONNECT_S)
        script = 'mount volume (system attribute "RESCOUSSE_URL")'
        ran = here.run("osascript", "-e", script, deadline_s=_CONNECT_S, RESCOUSSE_URL=drive)
        return _verdict(ran)


_LIST = (
    "Get-SmbMapping | Where-Object LocalPath | Select-Object LocalPath,RemotePath,@{n='State';e={[int]$_.Status}} | "
    "ConvertTo-Json -Compress"
)
_RECONNECT = (
    "Remove-SmbMapping -LocalPath $env:RESCOUSSE_LETTER -Force -UpdateProfile -ErrorAction SilentlyContinue; "
    "New-SmbMapping -LocalPath $env:RESCOUSSE_LETTER -RemotePath $env:RESCOUSSE_SHARE -Persistent $true | Out-Null"
)
# MSFT_SmbMapping.Status: 3 network error, 6 unavailable; 2 is only asleep, and wakes when it is used
_LOST = (3, 6)


class Windows:
    """Letters that stand for shares."""

    def drives(self, here: Here) -> list[Drive]:
        """`Z: \\\\server\\share` is the key: both halves are needed again."""
        told = rows(powershell(here, _LIST))
        return [
            Drive(f"{row['LocalPath']} {row['RemotePath']}", str(row["LocalPath"]), _state(row["State"] not in _LOST))
            for row in told
        ]

    def reconnect(self, here: Here, drive: str) -> str:
        """The letter is taken off and given again, for the next sign-in too."""
        letter, _, share = drive.partition(" ")
        if not _LETTER.match(letter) or not share.startswith("\\\\"):
            raise ActionFailed(f"no drive {drive}")
        try:
            powershell(here, _RECONNECT, _CONNECT_S, RESCOUSSE_LETTER=letter, RESCOUSSE_SHARE=share)
        except ActionFailed as refusal:
            return "needs_secret" if _SYSTEM_ERROR.search(refusal.detail) else "refused"
        return "done"


SYSTEMS: dict[str, System] = {"linux": Linux(), "macos": Macos(), "windows": Windows()}


def _verdict(ran: Ran) -> str:
    said = ran.err.lower()
    if ran.code == 0 or "already mounted" in said:
        return "done"
    return "needs_secret" if any(word in said for word in _SECRET) else "refused"
