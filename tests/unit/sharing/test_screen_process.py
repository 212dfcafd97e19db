"""The pipe to the screen process: words both ways, and an end that is heard once, whatever brought it."""

import sys
from queue import SimpleQueue

import pytest

from desktop_app.adapters.screen_process import ScreenProcess
from desktop_app.protocol.base import Word
from desktop_app.protocol.screen_lines import Flowing, Pause

ECHO = 'import sys\nfor line in sys.stdin: print(\'{"kind":"flowing","connected":true}\', flush=True)'
NONSENSE = "import sys, time\nprint('not a line', flush=True)\nsys.stdin.read()"
DEAF = 'import signal\nprint(\'{"kind":"flowing","connected":false}\', flush=True)\nwhile True: signal.pause()'


def started(program: str) -> tuple[ScreenProcess, "SimpleQueue[Word | None]"]:
    heard: SimpleQueue[Word | None] = SimpleQueue()
    return ScreenProcess(heard.put, (sys.executable, "-c", program)), heard


def test_words_go_both_ways_and_the_end_is_heard() -> None:
    process, heard = started(ECHO)
    process.say(Pause(paused=True))
    assert heard.get(timeout=60) == Flowing(connected=True)
    process.close()
    assert heard.get(timeout=60) is None
    process.say(Pause(paused=False))


def test_what_is_no_line_ends_it(caplog: pytest.LogCaptureFixture) -> None:
    process, heard = started(NONSENSE)
    assert heard.get(timeout=60) is None
    assert "no line" in caplog.text
    caplog.clear()
    process.close()


def test_one_that_does_not_hear_the_pipe_close_is_killed() -> None:
    process, heard = started(DEAF)
    assert heard.get(timeout=60) == Flowing(connected=False)
    process.close()
    assert heard.get(timeout=60) is None


def test_the_real_one_ends_with_its_pipe() -> None:
    heard: SimpleQueue[Word | None] = SimpleQueue()
    process = ScreenProcess(heard.put)
    process.close()
    words = [heard.get(timeout=60)]
    while words[-1] is not None:
        words.append(heard.get(timeout=60))
    assert {getattr(word, "kind", None) for word in words} <= {"over", None}
