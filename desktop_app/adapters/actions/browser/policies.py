"""What an organisation prescribes to browsers of the Chromium family on Linux. Nothing here can change it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from desktop_app.adapters.actions.here import Here

_FOLDERS = {
    "Chromium": "etc/chromium/policies/managed",
    "Chrome": "etc/opt/chrome/policies/managed",
    "Edge": "etc/opt/edge/policies/managed",
}


def policies(here: Here) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The browser and what one file prescribes."""
    if here.system != "linux":
        return
    for browser, folder in _FOLDERS.items():
        for file in sorted(here.at(folder).glob("*.json")):
            with suppress(OSError, ValueError):
                policy = json.loads(file.read_bytes())
                if isinstance(policy, dict):
                    yield browser, policy
