"""Asks Windows through PowerShell. Values travel in the environment, never as code."""

import json
from typing import Any

from desktop_app.adapters.actions.here import Here

_PREFIX = "$ErrorActionPreference='Stop'; [Console]::OutputEncoding=[Text.Encoding]::UTF8; "


def powershell(here: Here, script: str, deadline_s: float = 20, **names: str) -> str:
    """What a script prints; ActionFailed when it refuses."""
    command = ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _PREFIX + script)
    return here.asked(*command, deadline_s=deadline_s, **names)


def rows(text: str) -> list[dict[str, Any]]:
    """What `ConvertTo-Json` printed, as a list: it writes one row alone, and nothing at all for none."""
    answer = json.loads(text) if text.strip() else []
    return answer if isinstance(answer, list) else [answer]
