"""macOS: account from the directory service, start at login by a LaunchAgent."""

import getpass
import platform
import plistlib
import re
from pathlib import Path

from desktop_app.adapters.folders import explain_os_error
from desktop_app.adapters.system.computer import Account, OwnProgram, System
from desktop_app.adapters.system.programs import answer_of

LABEL = "org.rescousse.desktop"
_IDLE = re.compile(r'"HIDIdleTime"\s*=\s*(\d+)')
_NANOSECONDS = 1_000_000_000


class MacComputer(OwnProgram):
    """This computer under macOS."""

    system: System = "macos"

    @property
    def hostname(self) -> str:
        """Its name without the domain."""
        return platform.node().partition(".")[0] or "mac"

    def person(self) -> Account:
        """From the directory service, which may be the company's."""
        login = getpass.getuser()
        return read_dscl(
            login, answer_of("dscl", "-plist", ".", "-read", f"/Users/{login}", "RealName", "EMailAddress")
        )

    def idle_s(self) -> float | None:
        """From the input devices' own counter."""
        return read_ioreg(answer_of("ioreg", "-c", "IOHIDSystem", "-d", "4"))

    def wants_less_motion(self) -> bool:
        """The switch "Reduce motion" of the accessibility settings."""
        return answer_of("defaults", "read", "com.apple.universalaccess", "reduceMotion").strip() == "1"


class LaunchAgent:
    """A property list of the user's LaunchAgents."""

    def __init__(self, command: tuple[str, ...], folder: Path | None = None) -> None:
        self.is_possible = True
        self._command = command
        self._file = (folder or Path.home() / "Library" / "LaunchAgents") / f"{LABEL}.plist"

    def is_on(self) -> bool:
        """Whether the agent is there."""
        return self._file.is_file()

    def set(self, *, on: bool) -> None:
        """Write or remove the agent. Raises FolderReadOnly, DiskFull."""
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        try:
            if on:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_bytes(plistlib.dumps(agent))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, self._file.parent) from error


def read_dscl(login: str, answer: str) -> Account:
    """The account of dscl's property list; just the login when there is none."""
    try:
        found = plistlib.loads(answer.encode())
    except (plistlib.InvalidFileException, ValueError, SyntaxError):
        found = {}
    names = found.get("dsAttrTypeStandard:RealName") or [login]
    emails = found.get("dsAttrTypeStandard:EMailAddress") or [""]
    return Account(login, str(names[0]).strip() or login, str(emails[0]).strip())


def read_ioreg(answer: str) -> float | None:
    """Seconds of ioreg's nanoseconds."""
    found = _IDLE.search(answer)
    return int(found.group(1)) / _NANOSECONDS if found else None
