"""The browsers of this user and their folders of settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.profile_locks import Lock, lock
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.domain.action import ActionFailed, Given, Result

# Names people know, and those of their programs
PROGRAMS: Mapping[str, Sequence[str]] = {
    "Firefox": ("firefox", "firefox-bin", "firefox-esr"),
    "Chrome": ("chrome", "google chrome", "google-chrome"),
    "Chromium": ("chromium", "chromium-browser"),
    "Edge": ("msedge", "microsoft edge", "microsoft-edge"),
    "Brave": ("brave", "brave-browser", "brave browser"),
}
_SETTINGS = {"mozilla": "prefs.js", "chromium": "Preferences"}
_FOLDERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "linux": {
        "Firefox": (
            ".mozilla/firefox/*",
            ".config/mozilla/firefox/*",
            "snap/firefox/common/.mozilla/firefox/*",
            ".var/app/org.mozilla.firefox/.mozilla/firefox/*",
        ),
        "Chrome": (".config/google-chrome/*",),
        "Chromium": (".config/chromium/*", "snap/chromium/common/chromium/*"),
        "Edge": (".config/microsoft-edge/*",),
        "Brave": (".config/BraveSoftware/Brave-Browser/*",),
    },
    "macos": {
        "Firefox": ("Library/Application Support/Firefox/Profiles/*",),
        "Chrome": ("Library/Application Support/Google/Chrome/*",),
        "Chromium": ("Library/Application Support/Chromium/*",),
        "Edge": ("Library/Application Support/Microsoft Edge/*",),
        "Brave": ("Library/Application Support/BraveSoftware/Brave-Browser/*",),
    },
    "windows": {
        "Firefox": ("AppData/Roaming/Mozilla/Firefox/Profiles/*",),
        "Chrome": ("AppData/Local/Google/Chrome/User Data/*",),
        "Chromium": ("AppData/Local/Chromium/User Data/*",),
        "Edge": ("AppData/Local/Microsoft/Edge/User Data/*",),
        "Brave": ("AppData/Local/BraveSoftware/Brave-Browser/User Data/*",),
    },
}


@dataclass(frozen=True)
class Profile:
    """One folder of settings. `id` is its place in the home folder: it names nobody."""

    id: str
    browser: str
    folder: Path

    @property
    def family(self) -> str:
        """Firefox keeps its settings in one way, all others in another."""
        return "mozilla" if self.browser == "Firefox" else "chromium"

    @property
    def settings(self) -> Path:
        """The file that the browser writes whenever it is used."""
        return self.folder / _SETTINGS[self.family]

    @property
    def locked_folder(self) -> Path:
        """Where the lock lies: Chromium has one for all profiles."""
        return self.folder if self.family == "mozilla" else self.folder.parent

    def lock(self, here: Here) -> Lock:
        """Who holds it."""
        return lock(here, self.family, self.locked_folder, PROGRAMS[self.browser])

    def is_open(self, here: Here) -> bool:
        """Whether a running browser holds it."""
        return self.lock(here).state == "held"


def profiles(here: Here) -> list[Profile]:
    """Every folder of settings, the one used last first; links are left out."""
    found = [
        Profile(folder.relative_to(here.home).as_posix(), browser, folder)
        for browser, patterns in _FOLDERS[here.system].items()
        for pattern in patterns
        for folder in here.home.glob(pattern)
        if not folder.is_symlink()
    ]
    used = [profile for profile in found if profile.settings.is_file()]
    return sorted(used, key=lambda profile: (-profile.settings.stat().st_mtime, profile.id))


def profile_of(here: Here, profile_id: str) -> Profile:
    """The one with this id; ActionFailed when there is none, so that a made-up id reaches no other folder."""
    for profile in profiles(here):
        if profile.id == profile_id:
            return profile
    raise ActionFailed(f"no browser keeps its settings in {profile_id}")


@check("browser.in_use", Shown(("open", "closed"), ("browser", "profile"), {"profile": str}))
def in_use(here: Here, given: Given) -> Result:
    """Whether a running browser holds these settings."""
    profile = profile_of(here, given.text("profile"))
    facts = {"browser": profile.browser, "profile": profile.id}
    return Result("open" if profile.is_open(here) else "closed", facts)
