"""What every test gets: a private home, and a failure when a warning is logged or a thread is left behind."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # also where one test is run by hand

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or writes the state of the person who runs it."""
    monkeypatch.setenv("RESCOUSSE_HOME", str(tmp_path / "rescousse-home"))
    monkeypatch.setenv("RESCOUSSE_POLICY", str(tmp_path / "no-policy.toml"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "RESCOUSSE_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _no_unexpected_warning(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a failure; a test that provokes one says so with `caplog.clear()` after looking at it."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A thread of ours that outlives its test is a leak; daemons may be abandoned, asyncio's pool is Playwright's."""
    before = set(threading.enumerate())
    yield
    started = (thread for thread in threading.enumerate() if thread not in before and not thread.daemon)
    left = [thread for thread in started if not thread.name.startswith("asyncio_")]
    for thread in left:
        thread.join(timeout=30)
    assert not [thread.name for thread in left if thread.is_alive()]


@pytest.fixture
def wait_until() -> Callable[[Callable[[], object]], None]:
    """Wait for a fact, for at most two minutes."""

    def wait(fact: Callable[[], object], seconds: float = 120) -> None:
        deadline = time.monotonic() + seconds
        tick = threading.Event()
        while not fact():
            assert time.monotonic() < deadline, f"still not so after {seconds} s: {fact}"
            tick.wait(0.02)

    return wait


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The corpora beside the project; tests that read them are skipped where they are not."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the corpora are not beside this checkout")
    return folder
