"""A picture of the window once it is painted."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from build_scripts.display import VirtualDisplay

Wait = Callable[[Callable[[], object]], None]
_MORE_THAN_A_GROUND = 200


def look(screen: VirtualDisplay, file: Path, wait_until: Wait) -> None:
    """The whole screen into `file`, and the window beside it, once its colours are more than a ground and an edge."""
    window = file.with_name(f"{file.stem}-window.png")

    def is_painted() -> bool:
        screen.screenshot(window, "Rescousse")
        colours = subprocess.run(["identify", "-format", "%k", str(window)], capture_output=True, text=True)
        return int(colours.stdout) > _MORE_THAN_A_GROUND

    wait_until(is_painted)
    screen.screenshot(file)
