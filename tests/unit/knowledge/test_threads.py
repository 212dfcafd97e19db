"""Words are read on many threads at once: by searches, and by what a help desk does beside them."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.knowledge import language
from desktop_app.knowledge.language import words

TEXTS = [
    f"Verbindungsprobleme{number} Einstellungen{number} drahtlosen{number} Netzwerken{number}" for number in range(400)
]


@pytest.fixture
def _hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_hurried")
def test_threads_do_not_disturb_each_other() -> None:
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: list(words(text, "de")), TEXTS))
    language._known.cache_clear()
    assert together == [[(form, stem) for form, stem in words(text, "de")] for text in TEXTS]
