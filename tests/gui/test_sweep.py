"""Cycles are collected on the GUI thread and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from desktop_app.ui.sweep import Sweep


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def sweep(qapp: QObject) -> Iterator[Sweep]:
    """A sweep, and the collector as it was afterwards."""
    thresholds = gc.get_threshold()
    owner = QObject()
    one = Sweep(owner, lambda: True)
    yield one
    one.close()
    gc.set_threshold(*thresholds)


def test_a_worker_that_allocates_collects_nothing(sweep: Sweep) -> None:
    knot = weakref.ref(Knot())
    gc.set_threshold(1, 1, 1)
    worker = threading.Thread(target=lambda: [Knot() for _ in range(10_000)])
    worker.start()
    worker.join()
    assert knot() is not None


def test_the_next_look_frees_what_a_worker_left(sweep: Sweep) -> None:
    knot = weakref.ref(Knot())
    gc.set_threshold(1, 1, 1)
    keep = [[] for _ in range(100_000)]  # type: list[list[object]]  # a look is due, whatever other threads free
    sweep.look()
    assert keep
    assert knot() is None


def test_the_collector_is_given_back(qapp: QObject) -> None:
    owner = QObject()
    sweep = Sweep(owner, lambda: True)
    assert not gc.isenabled()
    sweep.close()
    assert gc.isenabled()
