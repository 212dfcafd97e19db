"""Copies of pages that a browser keeps and that grew out of hand; systems differ in the folders only."""
# ruff: noqa: ARG001, ARG002 -- every action has the same shape

from collections.abc import Sequence
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.browser.profiles import PROGRAMS
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.processes import is_running
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("browser", "size_bytes", "limit_bytes")
_LIMIT_MB = 1000

_CHROME_LIKE = ("*/Cache", "*/Code Cache", "*/GPUCache")
_FOLDERS: dict[str, dict[str, tuple[str, ...]]] = {
    "linux": {
        "Firefox": (
            ".cache/mozilla/firefox/*/cache2",
            "snap/firefox/common/.cache/mozilla/firefox/*/cache2",
            ".var/app/org.mozilla.firefox/cache/mozilla/firefox/*/cache2",
        ),
        "Chrome": (".cache/google-chrome",),
        "Chromium": (".cache/chromium", "snap/chromium/common/.cache/chromium"),
        "Edge": (".cache/microsoft-edge",),
        "Brave": (".cache/BraveSoftware/Brave-Browser",),
    },
    "macos": {
        "Firefox": ("Library/Caches/Firefox/Profiles/*/cache2",),
        "Chrome": ("Library/Caches/Google/Chrome",),
        "Chromium": ("Library/Caches/Chromium",),
        "Edge": ("Library/Caches/Microsoft Edge",),
        "Brave": ("Library/Caches/BraveSoftware/Brave-Browser",),
    },
    "windows": {
        "Firefox": ("AppData/Local/Mozilla/Firefox/Profiles/*/cache2",),
        "Chrome": ("AppData/Local/Google/Chrome/User Data",),
        "Chromium": ("AppData/Local/Chromium/User Data",),
        "Edge": ("AppData/Local/Microsoft/Edge/User Data",),
        "Brave": ("AppData/Local/BraveSoftware/Brave-Browser/User Data",),
    },
}


def copies(here: Here, browser: str) -> list[Path]:
    """The folders of copies of `browser` that exist, links left out."""
    patterns = _FOLDERS[here.system][browser]
    every = patterns if browser == "Firefox" else [f"{base}/{end}" for base in patterns for end in _CHROME_LIKE]
    return [folder for pattern in every for folder in sorted(here.home.glob(pattern)) if not folder.is_symlink()]


@check("browser.copies", Shown(("large", "normal", "none"), _FACTS, {"limit_mb": int}))
def browser_copies(here: Here, given: Given) -> Result:
    """The browser that keeps most, and whether that is too much."""
    sizes = {browser: holding.weigh(copies(here, browser)) for browser in PROGRAMS}
    browser = max(sizes, key=lambda name: sizes[name])
    limit = int(given.number("limit_mb", _LIMIT_MB)) * 1_000_000
    facts: Facts = {"browser": browser, "size_bytes": sizes[browser], "limit_bytes": limit}
    if not sizes[browser]:
        return Result("none", {"limit_bytes": limit})
    return Result("large" if sizes[browser] > limit else "normal", facts, f"{browser}: {sizes[browser]} bytes")


@check("browser.open", Shown(("open", "closed"), ("browser",), {"browser": str}))
def browser_open(here: Here, given: Given) -> Result:
    """Whether the browser runs for this user."""
    browser = given.text("browser")
    return Result("open" if is_running(_names(browser)) else "closed", {"browser": browser})


def _names(browser: str) -> Sequence[str]:
    if browser not in PROGRAMS:
        raise ActionFailed(f"no browser {browser}")
    return PROGRAMS[browser]


@repair(
    "browser.copies.set_aside",
    Shown(("done", "still_open", "nothing"), (*_FACTS, "count", "held"), {"browser": str}, resource="holding"),
)
class SetAside:
    """Moves a browser's copies of pages to the holding folder; the browser makes new ones by itself."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which folders; `still_open` while the browser runs."""
        browser = given.text("browser")
        if is_running(_names(browser)):
            return Plan(outcome="still_open", facts={"browser": browser})
        moves = holding.plan(here, copies(here, browser))
        return Plan({**moves.saved, "browser": browser}, {**moves.facts, "browser": browser}, outcome=moves.outcome)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moves them, unless the browser was opened meanwhile."""
        if is_running(_names(saved["browser"])):
            return Result("still_open", {"browser": saved["browser"]})
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done", {"browser": saved["browser"], "size_bytes": saved["size"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """They must still be held, and the browser closed."""
        return holding.hindrance(saved) or ("close_first" if is_running(_names(saved["browser"])) else "")

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to their places; copies made since are set aside instead."""
        holding.put_back(saved, replaces=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """The time is over: deleted for good, as the user was told."""
        holding.delete(saved)
