"""A system bus with the real polkitd, for the tests here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.privileged.real_polkit import Bus, bus, why_not


@pytest.fixture
def system(tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[Bus]:
    if missing := why_not():
        pytest.skip(missing)
    with bus(tmp_path, wait_until) as made:
        yield made
