"""The lines that the help desk answers on."""

import asyncio
import socket
import subprocess
import sys

from desktop_app.helpdesk import server


def test_no_part_of_an_answer_waits_for_the_other_sides_word() -> None:
    async def accepted() -> int:
        heard = asyncio.get_running_loop().create_future()
        listening = server._listen("127.0.0.1", 0)

        def take(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heard.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(take, sock=listening):
            with socket.create_connection(listening.getsockname()):
                return int(await heard)

    assert asyncio.run(accepted())


_MANY_LINES = """
import gc
from desktop_app.helpdesk import server
whole = []
gc.callbacks.append(lambda phase, told: whole.append(told) if told["generation"] == 2 else None)
if {seldom}:
    server.collect_seldom()
before = len(whole)
held = [[number] for number in range(300_000)]
print(len(whole) - before)
"""


def test_many_open_lines_do_not_have_everything_looked_at_again_and_again() -> None:
    def collections(*, seldom: bool) -> int:
        line = [sys.executable, "-c", _MANY_LINES.format(seldom=seldom)]
        return int(subprocess.run(line, capture_output=True, text=True, check=True, timeout=150).stdout)

    assert collections(seldom=True) == 0
    assert collections(seldom=False) > 0, "what Python does by itself"
