"""Opens a page of the system's own settings, for what only the user may do there."""
# ruff: noqa: ARG002 -- every action has the same shape

from collections.abc import Mapping

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_PAGES: Mapping[str, Mapping[str, str]] = {
    "date": {
        "linux": "datetime",
        "windows": "ms-settings:dateandtime",
        "macos": "x-apple.systempreferences:com.apple.Date-Time-Settings.extension",
    },
    "password": {
        "linux": "user-accounts",
        "windows": "ms-settings:signinoptions",
        "macos": "x-apple.systempreferences:com.apple.Users-Groups-Settings.extension",
    },
    "default_programs": {
        "linux": "default-apps",
        "windows": "ms-settings:defaultapps",
        "macos": "x-apple.systempreferences:com.apple.Desktop-Settings.extension",
    },
}
OPENED = ("opened", "no_page")
# GNOME's settings are asked over the bus: a program started by us would end with us
_GNOME = ("--session", "--timeout", "5", "--dest", "org.gnome.Settings", "--object-path", "/org/gnome/Settings")


def open_page(here: Here, page: str) -> bool:
    """Whether the page opened; False where this desktop has no such page."""
    address = _PAGES[page][here.system]
    try:
        if here.system == "windows":
            powershell(here, "Start-Process $env:RESCOUSSE_PAGE", RESCOUSSE_PAGE=address)
        elif here.system == "macos":
            here.asked("open", address)
        else:
            panel = f"[<('{address}', [<''>])>]"
            method = "org.freedesktop.Application.ActivateAction"
            here.asked("gdbus", "call", *_GNOME, "--method", method, "launch-panel", panel, "{}")
    except ActionFailed:
        return False
    return True


class OpenPage:
    """A repair that shows `page`: nothing is changed, so there is nothing to take back."""

    page: str

    def plan(self, here: Here, given: Given) -> Plan:
        """Nothing but a window."""
        return Plan()

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Opens it; `no_page` where the user has to find it."""
        return Result("opened" if open_page(here, self.page) else "no_page")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """There is nothing to take back."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is nothing to take back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
