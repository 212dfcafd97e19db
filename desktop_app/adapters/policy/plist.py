"""The policy of macOS: managed preferences, as a configuration profile leaves them."""

import plistlib
from pathlib import Path

from desktop_app.adapters.flat import flatten
from desktop_app.adapters.policy.shape import Decided, decide_all
from desktop_app.domain.setting import PolicyFault


class PlistPolicy:
    """A property list of managed preferences; nested dictionaries and dotted keys mean the same."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> tuple[Decided, list[PolicyFault]]:
        """Key to (value, locked), and what could not be understood."""
        try:
            content = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return {}, []
        except OSError:
            return {}, [PolicyFault(str(self._file), 0, "", "policy_unreadable")]
        except (plistlib.InvalidFileException, ValueError, SyntaxError):
            return {}, [PolicyFault(str(self._file), 0, "", "policy_broken")]
        if not isinstance(content, dict):
            return {}, [PolicyFault(str(self._file), 0, "", "policy_broken")]
        own = {key: value for key, value in content.items() if not key.startswith(("Payload", "PF"))}
        return decide_all(flatten(own), (str(self._file), {}))

    def place(self, key: str) -> tuple[str, int]:
        """The file; property lists have no lines that people write."""
        del key
        return str(self._file), 0
