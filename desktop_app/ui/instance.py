"""One instance per person and home: a second start hands its wish to the first and ends."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1500
_LONGEST = 4096


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
        self._callers: list[QLocalSocket] = []
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
        self._callers.clear()
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a crash; the lock says that nobody uses it
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        self._callers.append(socket)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self._hear)
        self._hear()

    def _hear(self) -> None:
        """Whoever has said a whole line is heard and let go."""
        for socket in list(self._callers):
            wish = _wish(bytes(socket.readLine(_LONGEST).data())) if socket.canReadLine() else None
            if wish is None and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
                continue
            self._callers.remove(socket)
            socket.readyRead.disconnect(self._hear)
            socket.disconnected.disconnect(self._hear)
            socket.deleteLater()
            if wish is not None:
                self.asked.emit(wish)


def _wish(line: bytes) -> str:
    """The page that is asked for; nothing of it when the line is nonsense."""
    try:
        said = json.loads(line)
    except ValueError:
        return ""
    return str(said.get("open", "")) if isinstance(said, dict) else ""


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
