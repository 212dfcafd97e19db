"""This machine as the actions see it, with a home of its own."""

import os
from pathlib import Path

from desktop_app.adapters.actions.here import Here


def quiet(key: str, share: float) -> None:
    """Nobody looks at the progress."""


def here_of(tmp_path: Path, **environ: str) -> Here:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return Here(tmp_path / "held", home=home, environ={**clean, "HOME": str(home), **environ}, system="linux")
