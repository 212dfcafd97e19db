"""Runs a command behind a firewall: a network of its own without any way out but 127.0.0.1, TCP port 443.

`unshare --user --map-root-user --net python -m tests.faults.screen.walled SOCKET COMMAND...`: what comes to the port
goes on to the socket (a file, which no network bounds), and whoever listens there decides what is behind it.
"""

import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress

PORT = 443


def main() -> int:
    """The command's own end."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    gate = socket.create_server(("127.0.0.1", PORT))
    threading.Thread(target=_keep, args=(gate, sys.argv[1]), daemon=True).start()
    return subprocess.run(sys.argv[2:], check=False).returncode


def _keep(gate: socket.socket, way: str) -> None:
    while True:
        inside, _ = gate.accept()
        outside = socket.socket(socket.AF_UNIX)
        outside.connect(way)
        for ends in ((inside, outside), (outside, inside)):
            threading.Thread(target=_carry, args=ends, daemon=True).start()


def _carry(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while part := here.recv(65_536):
            there.sendall(part)
        there.shutdown(socket.SHUT_WR)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
