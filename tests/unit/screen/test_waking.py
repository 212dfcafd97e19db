"""A bell that is rung too late rings nothing else."""

import os
import select
from pathlib import Path

from desktop_app.screen.waking import Bell


def _rings(bell: Bell) -> bool:
    return bool(select.select([bell], [], [], 0)[0])


def test_it_rings_until_it_is_heard() -> None:
    bell = Bell()
    assert not _rings(bell)
    for _ in range(100_000):
        bell.ring()
    assert _rings(bell)
    while _rings(bell):
        bell.heard()
    bell.heard()
    bell.ring()
    assert _rings(bell)
    bell.close()


def test_after_its_end_nothing_is_written_to_a_file_that_has_its_number(tmp_path: Path) -> None:
    bell = Bell()
    numbers = {bell._in, bell._out}
    bell.close()
    kept = [(tmp_path / str(n)).open("wb", 0) for n in range(4)]
    assert numbers <= {one.fileno() for one in kept}
    bell.ring()
    for one in kept:
        assert os.fstat(one.fileno()).st_size == 0
        one.close()
