"""This machine as the actions see it, with a home of its own."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.adapters.actions import runner
from desktop_app.adapters.actions.here import Here


def quiet(key: str, share: float) -> None:
    """Nobody looks at the progress."""


def here_of(tmp_path: Path, **environ: str) -> Here:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return Here(tmp_path / "held", home=home, environ={**clean, "HOME": str(home), **environ}, system="linux")


def patient_here_of(tmp_path: Path, **environ: str) -> Here:
    """Its tools have a minute to answer: the processor may be somebody else's for a while."""
    return replace(here_of(tmp_path, **environ), tool=_patiently)


def _patiently(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> runner.Ran:
    return runner.run(args, max(deadline_s, 60), environ)
