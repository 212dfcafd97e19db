"""The real server for every contract, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract import postgres
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.postgres import Postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for the whole run."""
    where = postgres.programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed here")
    with postgres.running(where) as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """A help desk for a whole module; tests in it do not rely on its being empty."""
    database = ""
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres_server").database()
    with DeskProcess(tmp_path_factory.mktemp("desk") / "data", database) as process:
        yield process


@pytest.fixture
def own_desk(tmp_path: Path) -> Iterator[DeskProcess]:
    """A help desk for one test, to be killed and revoked at will."""
    with DeskProcess(tmp_path / "data") as process:
        yield process


@pytest.fixture
def camille(desk: DeskProcess) -> DeviceCaller:
    """A user."""
    return desk.device("Camille Martin")


@pytest.fixture
def marc(desk: DeskProcess) -> DeviceCaller:
    """Another user."""
    return desk.device("Marc Dubois")


@pytest.fixture(scope="module")
def sofia(desk: DeskProcess) -> Technician:
    """A technician."""
    return desk.technician()
