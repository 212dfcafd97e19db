"""Windows: how large the places are that fill up by themselves. Slow, so it is measured apart."""

import os
from collections.abc import Mapping
from pathlib import Path
from time import monotonic

from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.windows.calls import Calls
from desktop_app.domain.sections.storage import Consumer
from desktop_app.domain.snapshot import Reason

_SECONDS = 20.0


def consumers(environ: Mapping[str, str], calls: Calls, seconds: float = _SECONDS) -> list[Consumer]:
    """Each kind of place with its size, largest first; links are not followed. Raises ProgramFailed."""
    until, system = monotonic() + seconds, environ.get("SYSTEMROOT", "")
    places = {
        "temporary": [environ.get("TEMP", ""), f"{system}/Temp" if system else ""],
        "downloaded packages": [f"{system}/SoftwareDistribution/Download" if system else ""],
    }
    sizes = {kind: sum(_size(Path(place), until) for place in folders if place) for kind, folders in places.items()}
    found = sizes | {"waste bin": calls.waste_bytes() or 0}
    return [Consumer(kind, size) for kind, size in sorted(found.items(), key=lambda pair: -pair[1]) if size]


def _size(place: Path, until: float) -> int:
    """The bytes in a folder and all inside; what may not be read counts nothing."""
    total, waiting = 0, [place]
    while waiting:
        if monotonic() > until:
            raise ProgramFailed(Reason.TOO_SLOW)
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue
    return total
