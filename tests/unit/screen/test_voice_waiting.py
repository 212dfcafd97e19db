"""What is heard waits a little before it is played, and what came too late is left out."""

from desktop_app.screen.voice import FIRST, MOST, Waiting

BLOCK = b"\1\2" * 960


class TestWaiting:
    def test_the_first_waits_for_some_more(self) -> None:
        waiting = Waiting()
        waiting.put(BLOCK)
        assert waiting.take(4) == bytes(4)
        waiting.put(BLOCK * 3)
        assert waiting.take(4) == BLOCK[:4]

    def test_what_is_too_old_is_left_out(self) -> None:
        waiting = Waiting()
        waiting.put(b"old!" + b"\7" * MOST)
        assert waiting.take(4) == b"\7" * 4

    def test_a_gap_is_silence(self) -> None:
        waiting = Waiting()
        waiting.put(b"\7" * FIRST)
        assert waiting.take(FIRST + 2) == b"\7" * FIRST + b"\0\0"
        assert waiting.take(2) == b"\0\0"
