"""The running application: one instance, the icon at once, everything else when it is needed."""

import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QSocketNotifier, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop_app.ui import accessible, icons, theme
from desktop_app.ui.crash import CrashWatch
from desktop_app.ui.global_key import GlobalKey
from desktop_app.ui.instance import Instance
from desktop_app.ui.language import Speech
from desktop_app.ui.leaving import leave
from desktop_app.ui.live import LiveNews
from desktop_app.ui.nudging import Nudging
from desktop_app.ui.screens import Screens
from desktop_app.ui.sharing.desk import SharingDesk
from desktop_app.ui.situation import Situation
from desktop_app.ui.sweep import Sweep
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.tray import Tray

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.pages import Services
    from desktop_app.ui.window import Window

_TRAY_COMES_LATE_MS = 10_000
"""At login a panel may start after us."""

_WORKERS = 8  # they mostly wait for network and disk: a Stop must not stand behind them
_TIDY_AFTER_MS = 30_000
_KEEP_DAY_AFTER_MS, _KEEP_DAY_EVERY_MS = 120_000, 3_600_000  # the second one finds a day kept, and costs 0.2 s
_LOAD_PAGES_AFTER_MS = 1000
_LOOKS = {"theme", "text_size", "reduced_motion"}


class Places(Protocol):
    """Where this person's things lie."""

    @property
    def state(self) -> "Path":
        """What must not be lost."""

    @property
    def settings(self) -> "Path":
        """Choices, and where the window stood."""

    @property
    def logs(self) -> "Path":
        """What happened."""


class Running(QObject):
    """The objects of one run, and their order at start and end."""

    def __init__(
        self, app: QApplication, house: Any, places: Places, instance: Instance, icon: QSystemTrayIcon | None = None
    ) -> None:
        super().__init__()
        self._app, self._house, self._places, self._instance = app, house, places, instance
        self._services: Services = house
        self._window: Window | None = None
        self._crashes = CrashWatch(places.logs, self)
        self._last_crash = self._crashes.start()
        self._crashes.caught.connect(self._show_crash)
        self._sweep = Sweep(self, lambda: self._window is not None and self._window.isVisible())
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_WORKERS)
        self.tasks = Tasks(self._pool, self)
        self.appearance = theme.Appearance(app, self)
        self.speech = Speech(app, self)
        self._wear()
        self.speech.follow(house.settings)
        app.setWindowIcon(icons.logo(64))
        accessible.answer_safely()
        self.situation = Situation(self._services, self.tasks, self)
        self.tray = Tray(self.situation, self.open, house.settings, self, icon)
        self.tray.quit_asked.connect(leave)
        self._keys = GlobalKey(self._services, self.tasks, lambda: self.open("home"), self)
        self.news = LiveNews(self)
        self.news.changed.connect(self._hear)
        self._nudging = self._make_nudging()
        self.sharing = self._make_sharing()
        self._changes = _Changes(self)
        self._changes.changed.connect(self._setting_changed)
        house.settings.on_change(self._changes.hear)
        instance.asked.connect(lambda wanted: self.open(wanted))
        self._signals = _Signals(self)

    def _make_nudging(self) -> Nudging:
        nudging = Nudging(self._services, self.tasks, self)
        nudging.told.connect(self.tray.tell_nudge)
        nudging.looked.connect(lambda: self._hear("nudges", ""))
        return nudging

    def _make_sharing(self) -> SharingDesk:
        sharing = SharingDesk(self._services, self.tasks, self)
        sharing.recorded.connect(self.tray.show_recorded)
        sharing.showing.connect(self.tray.show_sharing)
        sharing.ended.connect(lambda why: self.tray.tell(QCoreApplication.translate("Sharing", "Screen sharing"), why))
        sharing.chat_asked.connect(lambda ticket_id: self.open("conversation", ticket_id=ticket_id))
        self.tray.stop_asked.connect(sharing.stop)
        return sharing

    def start(self, *, page: str, is_hidden: bool) -> None:
        """The icon now; window, news and the rest once the event loop turns."""
        self.tray.show()
        self._instance.listen()
        if is_hidden:
            QTimer.singleShot(_TRAY_COMES_LATE_MS, self, self._stay_reachable)
        else:
            QTimer.singleShot(0, self, lambda: self.open(page))
        QTimer.singleShot(0, self, self._listen)
        QTimer.singleShot(0, self, self._keys.bind)
        QTimer.singleShot(_TIDY_AFTER_MS, self, self._tidy)
        QTimer.singleShot(_KEEP_DAY_AFTER_MS, self, self._keep_day)
        self._nudging.begin()
        if self._last_crash:
            QTimer.singleShot(0, self, lambda: self._show_crash(self._last_crash))

    def open(self, page: str = "", **arguments: Any) -> None:
        """Bring the window up."""
        from desktop_app.ui.window import PAGES

        window = self._built()
        window.has_tray = self.tray.is_there
        window.bring_up(page if page in PAGES else "", **arguments)

    def _built(self) -> "Window":
        """The window; the first time it takes a moment, and memory that the icon alone does not need."""
        if self._window is None:
            from desktop_app.ui.window import Window

            memory = QSettings(str(self._places.settings / "window.ini"), QSettings.Format.IniFormat, self)
            self._window = Window(self._services, self.tasks, self.situation, memory)
            QTimer.singleShot(_LOAD_PAGES_AFTER_MS, self, self._load_pages)
            self._ask_for_motion()
            Screens(self._services, self.tasks, self._app, self._window)
        return self._window

    def _ask_for_motion(self) -> None:
        services, appearance = self._services, self.appearance

        def follow(wants_less: bool) -> None:
            appearance.follow_motion(is_still=wants_less)

        self.tasks.run(self, lambda: services.computer.wants_less_motion(), follow, nothing)

    def _stay_reachable(self) -> None:
        """Started hidden on a desktop without a tray: a minimised window is the way in."""
        if self._window is None and not self.tray.is_there:
            self._built().navigate("home")
            self._built().showMinimized()

    def close(self) -> None:
        """End in order: what is typed is written down, then no new work, no listener, no window."""
        if self._window is not None:
            self._window.hide()
        self.tasks.finish_writing()
        self._signals.close()
        self.sharing.close()
        self._keys.close()
        self.tray.close()
        self._instance.close()
        if self._window is not None:
            self._window.deleteLater()
        self._house.close()
        self.tasks.close()
        self._crashes.stop()
        self._sweep.close()

    def _listen(self) -> None:
        """The listener, and what waits to be sent, are built on a worker: they load what the icon does not need."""
        house, news = self._house, self.news

        def begin() -> None:
            if sys.platform != "linux":  # there Qt knows the environment alone, which wins anyway
                from desktop_app.services.fresh import Fresh
                from desktop_app.ui.proxies import asked_of_qt

                house.client.system_proxy = Fresh(asked_of_qt)
            house.live.start(news.hear)

        def begun(_value: object) -> None:
            self._sweep.settle()
            self.situation.renew()

        self.tasks.run(self, begin, begun, nothing)
        self.situation.renew()

    def _load_pages(self) -> None:
        from desktop_app.ui.window import load_pages

        self._sweep.load()
        self.tasks.run(self, load_pages, lambda _: self._sweep.settle(), nothing)

    def _tidy(self) -> None:
        """What guided fixes held past the last day of taking it back goes for good.

        Where none ever ran, nothing is loaded for it: the icon alone stays small.
        """
        house = self._house
        if (self._places.state / "fixes").is_dir():
            self.tasks.run(self, lambda: house.fixes.tidy(), nothing, nothing)
        if house.settings.value("packs.keys"):
            self.tasks.run(self, house.renew_packs, nothing, nothing)

    def _keep_day(self) -> None:
        """Keep today's small report, for telling later what changed: apart, so that the icon alone stays small."""
        self._services.computer.start_beside("snapshot", "--daily")
        QTimer.singleShot(_KEEP_DAY_EVERY_MS, self, self._keep_day)

    def _hear(self, topic: str, ticket_id: str) -> None:
        if topic == "sharing":
            self.sharing.look()
        if topic != "typing":
            self.situation.renew()
        if self._window is not None:
            self._window.hear(topic, ticket_id)

    def _wear(self) -> None:
        settings = self._house.settings
        self.appearance.wear(settings.value("theme"), settings.value("text_size"), settings.value("reduced_motion"))

    def _setting_changed(self, key: str) -> None:
        if key in _LOOKS:
            self._wear()
        elif key == "global_key":
            self._keys.bind()
            self.tray.show_keys()
        elif key == "language":
            self.speech.follow(self._house.settings)
            self.tray.rebuild()
        if key in {"language", "text_size"} and self._window is not None:
            self._window.rebuild()

    def _show_crash(self, report: str) -> None:
        from desktop_app.ui.crash_dialog import CrashDialog

        self.open()
        dialog = CrashDialog(report, self._window)
        dialog.help_asked.connect(lambda words: self.open("compose", text=words))
        dialog.finished.connect(lambda _result: self._crashes.seen())
        dialog.open()


class _Changes(QObject):
    """A setting may be changed on any thread; what follows from it belongs to the GUI thread."""

    changed = Signal(str)
    _heard = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell)

    def hear(self, key: str) -> None:
        self._heard.emit(key)

    @Slot(str)
    def _tell(self, key: str) -> None:
        self.changed.emit(key)


class _Signals(QObject):
    """Ctrl+C and a polite end from outside reach Qt's loop, which would not look at Python's signals by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends: list[Any] = []
        if sys.platform == "win32":
            return
        read, write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._ends = [read, write]
        self._before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._kept = {number: signal.signal(number, _heard) for number in (signal.SIGINT, signal.SIGTERM)}
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: leave())

    def close(self) -> None:
        if not self._ends:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._kept.items():
            signal.signal(number, handler)
        for end in self._ends:
            os.close(end)
        self._ends = []


def _heard(_number: int, _frame: object) -> None:
    """Nothing to do: the pipe woke the loop."""
