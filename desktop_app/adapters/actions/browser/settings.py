"""Single settings of a browser: read, taken away so that its own default holds again, and put back."""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

from desktop_app.adapters.actions import kept_files
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Saved, Say

# Chromium signs the settings of the second file on Windows and macOS: changed values are not believed there
_FILES = {"mozilla": ("prefs.js", "user.js"), "chromium": ("Preferences", "Secure Preferences")}
_SIGNED = "Secure Preferences"
_LINE = re.compile(r'^user_pref\("([^"]+)",\s*(.*)\);[ \t]*(?:\r?\n|$)', re.MULTILINE)

Keys = Mapping[str, Sequence[str]]
"""The settings in question by family, those of Chromium with dots between the levels."""


def value_of(profile: Profile, key: str) -> Any:
    """What the browser will use for `key`; None when its own default holds."""
    found = None
    for name in _FILES[profile.family]:
        values = _values(profile, kept_files.text(profile.folder / name), (key,))
        found = values.get(key, found)
    return found


def files_with(profile: Profile, keys: Keys) -> list[str]:
    """The settings files that say something about `keys`."""
    wanted = keys[profile.family]
    names = _FILES[profile.family]
    return [name for name in names if _values(profile, kept_files.text(profile.folder / name), wanted)]


def plan(profile: Profile, keys: Keys) -> dict[str, Any]:
    """What is needed to take `keys` away and put them back. No value of a setting is written down."""
    token = kept_files.new_token()
    marks = {name: _mark(profile, token, name, keys) for name in files_with(profile, keys)}
    return {"profile": profile.id, "token": token, "marks": marks}


def take_away(here: Here, saved: Saved, keys: Keys, say: Say) -> Profile:
    """Takes the settings out of every file of the plan."""
    profile = profile_of(here, saved["profile"])
    names = _planned(profile, saved)
    for number, name in enumerate(names, start=1):
        kept_files.change(here, saved["token"], profile.folder / name, lambda text: _without(profile, text, keys))
        say("setting_changed" if number == len(names) else "", number / len(names))
    return profile


def hindrance(here: Here, saved: Saved, keys: Keys) -> str:
    """Only settings that are still as we left them are touched, and never under a running browser."""
    profile = profile_of(here, saved["profile"])
    if profile.is_open(here):
        return "close_first"
    reasons = (_reason(here, profile, saved, name, keys) for name in _planned(profile, saved))
    return next((reason for reason in reasons if reason), "")


def put_back(here: Here, saved: Saved, keys: Keys) -> None:
    """Every file as it was, or its settings among what the browser wrote since."""
    profile = profile_of(here, saved["profile"])
    for name in _planned(profile, saved):
        kept_files.restore(
            here,
            saved["token"],
            profile.folder / name,
            lambda text: _without(profile, text, keys),
            lambda original, now: _merged(profile, original, now, keys),
        )


def _planned(profile: Profile, saved: Saved) -> list[str]:
    return [name for name in _FILES[profile.family] if name in saved["marks"]]


def _reason(here: Here, profile: Profile, saved: Saved, name: str, keys: Keys) -> str:
    text = kept_files.text(profile.folder / name)
    is_as_before = _mark(profile, saved["token"], name, keys) == saved["marks"][name]
    original = kept_files.before(here, saved["token"], profile.folder / name)
    if is_as_before or original is None:
        return "" if is_as_before else "gone"
    is_ours = not _values(profile, text, keys[profile.family])
    if name == _SIGNED and here.system != "linux":
        is_ours = text == _without(profile, original, keys)
    return "" if is_ours else "changed_since"


def _mark(profile: Profile, token: str, name: str, keys: Keys) -> str:
    """Tells whether the values are the same ones, without saying them."""
    values = _values(profile, kept_files.text(profile.folder / name), keys[profile.family])
    return sha256(f"{token} {json.dumps(values, sort_keys=True)}".encode()).hexdigest()


def _values(profile: Profile, text: str, keys: Sequence[str]) -> dict[str, Any]:
    if profile.family == "mozilla":
        return {key: _literal(value) for key, value in _LINE.findall(text) if key in keys}
    tree = _tree(text)
    found = {key: _down(tree, key) for key in keys}
    return {key: value for key, value in found.items() if value is not None}


def _literal(text: str) -> Any:
    with suppress(ValueError):
        return json.loads(text)
    return text


def _tree(text: str) -> dict[str, Any]:
    with suppress(ValueError):
        tree = json.loads(text)
        if isinstance(tree, dict):
            return tree
    return {}


def _down(tree: Any, key: str) -> Any:
    for part in key.split("."):
        tree = tree.get(part) if isinstance(tree, dict) else None
    return tree


def _without(profile: Profile, text: str, keys: Keys) -> str:
    wanted = keys[profile.family]
    if not _values(profile, text, wanted):
        return text
    if profile.family == "mozilla":
        return _LINE.sub(lambda line: "" if line[1] in wanted else line[0], text)
    tree = _tree(text)
    for key in wanted:
        folder, _, last = key.rpartition(".")
        branch = _down(tree, folder) if folder else tree
        if isinstance(branch, dict):
            branch.pop(last, None)
    return _written(tree)


def _merged(profile: Profile, original: str, now: str, keys: Keys) -> str:
    """The settings of `original` in `now`."""
    wanted = keys[profile.family]
    if _values(profile, original, wanted) == _values(profile, now, wanted):
        return now
    if profile.family == "mozilla":
        lines = "".join(line[0].rstrip("\r\n") + "\n" for line in _LINE.finditer(original) if line[1] in wanted)
        return _without(profile, now, keys) + lines
    tree = _tree(now)
    for key, value in _values(profile, original, wanted).items():
        *folders, last = key.split(".")
        branch = tree
        for folder in folders:
            branch = branch.setdefault(folder, {})
        branch[last] = value
    return _written(tree)


def _written(tree: dict[str, Any]) -> str:
    """As Chromium writes it."""
    return json.dumps(tree, separators=(",", ":"), ensure_ascii=False)
