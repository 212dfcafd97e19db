"""Whoever needs several rows takes them in one order: two at once wait for each other, never for ever."""

import pytest

from tests.contract.desk import DeskProcess
from tests.contract.inside import inside
from tests.contract.postgres import Postgres

_CROSSED = """
from tests.contract.crossing import crossed
told = crossed()
"""


@pytest.fixture(scope="module")
def told(
    made_desk_on_postgres: DeskProcess, postgres_server: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What went wrong with each pair, at a help desk that nobody serves: what waits there is ours."""
    database = postgres_server.database(made_desk_on_postgres.database)
    still = made_desk_on_postgres.like(tmp_path_factory.mktemp("still") / "data", database)
    found: dict[str, list[str]] = inside(still, _CROSSED)
    return found


@pytest.mark.parametrize(
    "pair",
    [
        *("merged", "merged_on", "reminded", "lost", "ended", "closed", "left", "erased", "heard", "came_twice"),
        *("promoted", "shown_and_left", "tagged", "written_while_erased"),
    ],
)
def test_two_at_once_both_come_through(told: dict[str, list[str]], pair: str) -> None:
    assert told[pair] == []
