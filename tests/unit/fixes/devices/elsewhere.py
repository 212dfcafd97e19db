"""A computer of another system, with tools that answer as recorded."""

from pathlib import Path

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from tests.unit.fixes.test_other_systems import Tools


def computer(tmp_path: Path, system: str, /, **answers: str) -> tuple[Computer, Tools]:
    """With nothing in its environment."""
    return in_environment({}, tmp_path, system, **answers)


def in_environment(environ: dict[str, str], tmp_path: Path, system: str, /, **answers: str) -> tuple[Computer, Tools]:
    """Its actions, and what they asked."""
    tools = Tools(answers)
    here = Here(tmp_path / "held", system=system, home=tmp_path, environ=environ, tool=tools, root=tmp_path)
    return Computer(tmp_path, here=here), tools
