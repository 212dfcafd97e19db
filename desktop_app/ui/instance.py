"""One instance per person and home: a second start hands its wish to the first and ends."""

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS, _TICK_MS = 1500, 20
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
        self._server: QLocalServer | None = None
        self._callers: list[QLocalSocket] = []

    def hand_over(self, page: str) -> bool:
        """Ask the first instance to bring `page` up (where it was, when empty); whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        for _ in range(_PATIENCE_MS // _TICK_MS):  # the first one may have begun a moment ago, and not listen yet
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE_MS):
                break
            QThread.msleep(_TICK_MS)
        else:
            return False
        socket.write(json.dumps({"open": page}).encode() + b"\n")
        return socket.waitForBytesWritten(_PATIENCE_MS)

    def close(self) -> None:
        """Let the next start be the first."""
        self._callers.clear()
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def listen(self) -> None:
        """Hear the wishes of later starts; apart from the lock, because the network library takes time to load."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a crash; the lock says that nobody uses it
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)

    def _greet(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        self._callers.append(socket)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self._hear)
        self._hear()

    def _hear(self) -> None:
        """Whoever has said a whole line is heard and let go."""
        for socket in list(self._callers):
            wish = _wish(bytes(socket.readLine(_LONGEST).data())) if socket.canReadLine() else None
            if wish is None and socket.state() == socket.LocalSocketState.ConnectedState:
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
    """Sixteen letters that tell homes apart; hashlib would load a cryptography library before the icon is shown."""
    name = str(folder).encode()
    return f"{zlib.crc32(name):08x}{zlib.crc32(name[::-1]):08x}"
