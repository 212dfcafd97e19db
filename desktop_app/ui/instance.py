"""One instance per person and home: a second start hands its wish to the first and ends."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1500


class Instance(QObject):
    """`is_first` says who we are; `asked(page)` is emitted when another start wants a page brought up."""

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(_place(folder)))
        self._lock.setStaleLockTime(0)  # only a dead process gives its lock up, however long it lives
        self._name = f"rescousse-{_short(folder)}"
        self.is_first = self._lock.tryLock(0)
        self._server = QLocalServer(self)
        if self.is_first:
            self._listen()

    def hand_over(self, page: str) -> bool:
        """Ask the first instance to bring `page` up (where it was, when empty); whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps({"open": page}).encode() + b"\n")
        return socket.waitForBytesWritten(_PATIENCE_MS)

    def close(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a crash; the lock says that nobody uses it
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._hear(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            wish = json.loads(bytes(socket.readLine(4096).data()))
        except ValueError:
            return
        if isinstance(wish, dict):
            self.asked.emit(str(wish.get("open", "")))
        socket.disconnectFromServer()


def _place(folder: Path) -> Path:
    """The lock lies with the state; in the temporary folder when that one may not be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".may-write"
        probe.touch()
        probe.unlink()
    except OSError:
        return Path(QDir.tempPath()) / f"rescousse-{_short(folder)}.lock"
    return folder / "running.lock"


def _short(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode()).hexdigest()[:16]
