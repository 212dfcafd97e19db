"""The tools that tell of the network on Linux: NetworkManager's and iproute2."""

import json
import re
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran, ToolMissing, ToolTooSlow
from desktop_app.domain.action import ActionFailed


def fields(line: str) -> list[str]:
    r"""A line of `nmcli --terse`: colons between, those inside a value written `\:`."""
    return [part.replace("\\:", ":").replace("\\\\", "\\") for part in re.split(r"(?<!\\):", line)]


def nmcli(here: Here, *words: str, deadline_s: float = 10) -> Ran:
    """NetworkManager's answer; code 127 when it is not there."""
    try:
        return here.run("nmcli", *words, deadline_s=deadline_s)
    except (ToolMissing, ToolTooSlow) as problem:
        return Ran(127, "", problem.detail)


def table(here: Here, *words: str, deadline_s: float = 10) -> list[list[str]]:
    """Its answer as a table; empty when it refuses."""
    ran = nmcli(here, "--terse", *words, deadline_s=deadline_s)
    return [fields(line) for line in ran.out.splitlines() if line] if ran.code == 0 else []


def asked_json(here: Here, *words: str) -> list[dict[str, Any]]:
    """What iproute2 tells."""
    said = here.asked("ip", "-json", *words)
    try:
        return [row for row in json.loads(said or "[]") if row]
    except ValueError as odd:
        raise ActionFailed(f"ip: {odd}") from odd
