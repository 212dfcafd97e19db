"""The service as Windows starts it: disabled until the package is told otherwise. What it did, or refused, stands
among the events of the system.
"""

import logging
import os
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING

import pywintypes
import servicemanager
import win32event
import win32service
import win32serviceutil

from desktop_app.adapters.system.programs import own_program
from desktop_app.privileged import SERVICE

if TYPE_CHECKING:
    from desktop_app.privileged.pipe import Caller
    from desktop_app.privileged.service import Service


def main() -> int:
    """Serve until Windows says stop; 1 when nobody but a person started it."""
    servicemanager.Initialize(SERVICE, servicemanager.__file__)
    servicemanager.PrepareToHostSingle(Kept)
    try:
        servicemanager.StartServiceCtrlDispatcher()
    except pywintypes.error:
        return 1
    return 0


def turn_on() -> int:
    """Have Windows start it now and from now on. Raises Refused for who may not, and where it is not installed."""
    from desktop_app.privileged.verbs import Refused

    try:
        _turn_on()
    except pywintypes.error as problem:
        raise Refused("Failed", str(problem.strerror)) from problem
    return 0


def _turn_on() -> None:
    """Its line is written anew with what it needs of quotes: of `C:\\Program Files\\…` without, Windows would start a
    `C:\\Program.exe` that somebody put there.
    """
    line = list2cmdline((*own_program(), "privileged"))
    manager = win32service.OpenSCManager(None, None, win32service.SC_MANAGER_CONNECT)
    rights = win32service.SERVICE_CHANGE_CONFIG | win32service.SERVICE_START
    found, same = win32service.OpenService(manager, SERVICE, rights), win32service.SERVICE_NO_CHANGE
    win32service.ChangeServiceConfig(
        found, same, win32service.SERVICE_AUTO_START, same, line, None, False, None, None, None, None
    )
    win32service.StartService(found, None)


def allowed() -> list[str]:
    """The verbs that the policy of the computer names; nobody but an administrator writes there."""
    from desktop_app.adapters.policy.registry import RegistryPolicy
    from desktop_app.privileged.service import KEY, named

    found, _ = RegistryPolicy().read()
    return named(found.get(KEY, ([], False))[0])


class Kept(win32serviceutil.ServiceFramework):  # type: ignore[misc]
    """What Windows starts and stops."""

    _svc_name_ = SERVICE

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self._end = win32event.CreateEvent(None, True, False, None)

    def SvcStop(self) -> None:  # noqa: N802
        """The call that is under way is answered first."""
        self.ReportServiceStatus(win32service.SERVICE_STOP_PENDING)
        win32event.SetEvent(self._end)

    def SvcDoRun(self) -> None:  # noqa: N802
        """Answers until then. What it needs is loaded here: Windows does not wait long for a service to report."""
        from desktop_app.privileged.pipe import serve

        logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[Events()])
        serve(_service(), self._end)


def _service() -> "Service[Caller]":
    from desktop_app.privileged.service import Service, run
    from desktop_app.privileged.verbs import Means

    hosts = Path(os.environ["SYSTEMROOT"], "System32", "drivers", "etc", "hosts")
    return Service("windows", Means(run, hosts), allowed, lambda caller, _: caller.sits_here())


class Events(logging.Handler):
    """Writes among the events of the system."""

    def emit(self, record: logging.LogRecord) -> None:
        """One event."""
        servicemanager.LogInfoMsg(self.format(record))
