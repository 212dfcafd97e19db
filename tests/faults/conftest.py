"""What the fault tests share with those of the client core."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.folders import find
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn


@pytest.fixture
def folders_of(line: tuple[StandIn, object]) -> Iterator[Callable[[Path], Core]]:
    """The client core over an existing home, on a good line."""
    built: list[Core] = []

    def build(home: Path) -> Core:
        built.append(Core(find({"RESCOUSSE_HOME": str(home)}), line[0].url))
        return built[-1]

    yield build
    for core in built:
        core.store.close()
