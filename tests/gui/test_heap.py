"""What is freed goes back to the system: seen from outside, in a program of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is asked here")

_PIECES = """
import ctypes, os, tempfile, threading
from desktop_app.ui import heap
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE")
def heaps():
    library = ctypes.CDLL(None)
    library.fdopen.restype = ctypes.c_void_p
    with tempfile.TemporaryFile() as file:
        stream = ctypes.c_void_p(library.fdopen(os.dup(file.fileno()), b"w"))
        library.malloc_info(0, stream)
        library.fclose(stream)
        file.seek(0)
        return file.read().count(b"<heap ")
"""


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", _PIECES + program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_lies_under_something_kept_is_given_back() -> None:
    program = """
blocks = [bytes(4000) for _ in range(20_000)]
kept = bytes(4000)
full = resident()
del blocks
heap.give_back()
print((full - resident()) // 1_000_000)
"""
    assert int(said(program)) > 60


def test_all_threads_share_one_heap() -> None:
    program = """
heap.share()
def work(meet):
    meet.wait()
    bytes(4000)
    meet.wait()
meet = threading.Barrier(4)
workers = [threading.Thread(target=work, args=(meet,)) for _ in range(4)]
for worker in workers: worker.start()
for worker in workers: worker.join()
print(heaps())
"""
    assert said(program) == "1"
    assert said(program.replace("heap.share()\n", "")) != "1", "without it there are several"
