"""Where a user's own certificates lie: the NSS folders of Linux, the user's store of Windows, the keychain of macOS."""
# ruff: noqa: ARG002 -- every shelf has the same shape

import re
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Protocol

from desktop_app.adapters.actions import kept_files
from desktop_app.adapters.actions.browser.profiles import profiles
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.domain.action import ActionFailed

_OWN = re.compile(r"^(.+?)\s+(\S*,\S*,\S*)$", re.MULTILINE)
_END = re.compile(r"Not After\s*:\s*(.+)$", re.MULTILINE)
_DATE = "%a %b %d %H:%M:%S %Y"
_CHROMIUM = ".pki/nssdb"
_WINDOWS = (
    "Get-ChildItem Cert:\\CurrentUser\\My | Where-Object HasPrivateKey | Select-Object Subject,Thumbprint,"
    "@{n='End';e={$_.NotAfter.ToUniversalTime().ToString('o')}} | ConvertTo-Json -Compress"
)
# Both stores are the user's own; the key of a certificate stays in its own place
_MOVE = (
    "$from = New-Object Security.Cryptography.X509Certificates.X509Store $env:RESCOUSSE_FROM,'CurrentUser'; "
    "$to = New-Object Security.Cryptography.X509Certificates.X509Store $env:RESCOUSSE_TO,'CurrentUser'; "
    "$from.Open('ReadWrite'); $to.Open('ReadWrite'); "
    "$from.Certificates | Where-Object Thumbprint -eq $env:RESCOUSSE_PRINT "
    "| ForEach-Object { $to.Add($_); $from.Remove($_) }"
)
_OURS, _THEIRS = "RescousseSetAside", "My"
_MAC = re.compile(r'^\s*\d+\) ([0-9A-F]{40}) "(.*)"(?: \((\w+)\))?$', re.MULTILINE)
_YEARS_S = 10 * 365 * 86400


@dataclass(frozen=True)
class Certificate:
    """One with its key. `place` names its shelf, `content` finds it again: the text of it, or its fingerprint."""

    place: str
    name: str
    content: str
    until: datetime

    @property
    def id(self) -> str:
        """Where and what."""
        return f"{self.place}: {self.name}"

    @property
    def left_s(self) -> int:
        """Seconds until it runs out; less than nothing afterwards."""
        return round(self.until.timestamp() - time.time())


class Shelf(Protocol):
    """One place of certificates."""

    def is_open(self) -> bool:
        """Whether a program would write over our change."""

    def take(self, name: str, content: str) -> None:
        """Takes one away; twice is no harm."""

    def give_back(self, name: str, content: str) -> None:
        """Puts it back; twice is no harm."""


def certificates(here: Here) -> list[Certificate]:
    """Every certificate with its key; ActionFailed when they cannot be read."""
    if here.system == "windows":
        return read_windows(powershell(here, _WINDOWS))
    if here.system == "macos":
        return read_mac(here.asked("security", "find-identity", "-p", "ssl-client", deadline_s=8))
    return [one for place in _places(here) for one in Nss(here, place).certificates()]


def shelf(here: Here, place: str) -> Shelf:
    """The shelf of this name; ActionFailed for any other place."""
    if here.system == "windows" and place == _THEIRS:
        return WindowsStore(here)
    if here.system == "linux" and place in _places(here):
        return Nss(here, place)
    raise ActionFailed(f"no certificates in {place}")


def _places(here: Here) -> list[str]:
    browsers = [profile.id for profile in profiles(here) if profile.family == "mozilla"]
    return [place for place in (_CHROMIUM, *browsers) if (here.home / place / "cert9.db").is_file()]


class Nss:
    """A folder `cert9.db`, through `certutil`; the key lies in another file and stays."""

    def __init__(self, here: Here, place: str) -> None:
        self._here = here
        self._place = place
        self._file = here.home / place / "cert9.db"

    def certificates(self) -> list[Certificate]:
        """Those marked `u`: with a key."""
        names = [name for name, trust in _OWN.findall(self._ask("-L")) if "u" in trust]
        return [one for name in names if (one := self._one(name))]

    def is_open(self) -> bool:
        """A running Firefox would not notice."""
        return any(profile.id == self._place and profile.is_open(self._here) for profile in profiles(self._here))

    def take(self, name: str, content: str) -> None:
        """Keeps the file whole, then deletes the certificate alone."""
        if self._one(name):
            kept_files.keep(self._here, _token(content), self._file)
            self._ask("-D", "-n", name)
            kept_files.note(self._here, _token(content), self._file, self._file)

    def give_back(self, name: str, content: str) -> None:
        """The file as it was, or the certificate into what it is now."""
        token = _token(content)
        is_kept = kept_files.is_kept(self._here, token, self._file)
        if is_kept and not kept_files.is_whole_again(self._here, token, self._file) and not self._one(name):
            self._add(name, content)
        kept_files.let_go(self._here, token, self._file)

    def _add(self, name: str, content: str) -> None:
        draft = self._here.holding / f"{_token(content)}.pem"
        draft.write_text(content)
        try:
            self._ask("-A", "-n", name, "-t", ",,", "-i", str(draft))
        finally:
            draft.unlink(missing_ok=True)

    def _one(self, name: str) -> Certificate | None:
        with suppress(ActionFailed, ValueError):
            end = _END.search(self._ask("-L", "-n", name))
            content = self._ask("-L", "-n", name, "-a")
            return Certificate(self._place, name, content, _date(end[1])) if end else None
        return None

    def _ask(self, *words: str) -> str:
        return self._here.asked("certutil", "-d", f"sql:{self._file.parent}", *words)


def _token(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:32]


def _date(text: str) -> datetime:
    return datetime.strptime(text.strip(), _DATE).replace(tzinfo=UTC)


class WindowsStore:
    """The user's own store; certificates move to another one of the user's that no program looks in."""

    def __init__(self, here: Here) -> None:
        self._here = here

    def is_open(self) -> bool:
        """The store may be changed at any time."""
        return False

    def take(self, name: str, content: str) -> None:
        """To ours; `content` is the fingerprint."""
        self._move(content, _THEIRS, _OURS)

    def give_back(self, name: str, content: str) -> None:
        """To theirs."""
        self._move(content, _OURS, _THEIRS)

    def _move(self, fingerprint: str, source: str, target: str) -> None:
        names = {"RESCOUSSE_PRINT": fingerprint, "RESCOUSSE_FROM": source, "RESCOUSSE_TO": target}
        powershell(self._here, _MOVE, 20, **names)


def read_windows(text: str) -> list[Certificate]:
    """Subject, fingerprint and end of each."""
    found: Sequence[dict[str, str]] = rows(text)
    return [
        Certificate(_THEIRS, _common(row["Subject"]), row["Thumbprint"], _iso(row["End"]).astimezone(UTC))
        for row in found
    ]


def _common(subject: str) -> str:
    """`CN=Camille, O=Example`: the name alone."""
    match = re.search(r"CN=([^,]+)", subject)
    return match[1].strip() if match else subject


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))


def read_mac(text: str) -> list[Certificate]:
    """`1) FINGERPRINT "name" (CSSMERR_TP_CERT_EXPIRED)`: the day itself is not told."""
    found = {match[1]: match for match in _MAC.finditer(text)}
    now = time.time()
    return [
        Certificate(
            "keychain",
            match[2],
            fingerprint,
            datetime.fromtimestamp(now - 1 if match[3] == "CSSMERR_TP_CERT_EXPIRED" else now + _YEARS_S, UTC),
        )
        for fingerprint, match in found.items()
    ]
