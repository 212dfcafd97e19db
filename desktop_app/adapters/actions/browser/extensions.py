"""Extensions of a browser: listed by the name people know, and one of them switched off with a way back.

Firefox keeps a list of them and a packed copy of it, which it makes anew when it is missing. Chromium signs its list on
Windows and macOS, so there the folder of the extension is moved away instead.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.adapters.actions import holding, kept_files
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of, profiles
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("browser", "profile", "extension", "count")
_SHOWN = 20
_BETWEEN = "|"
_LIST, _PACKED_LIST = "extensions.json", "addonStartup.json.lz4"


@dataclass(frozen=True)
class Extension:
    """One that is switched on. `id` is unique over all browsers of this user."""

    profile: Profile
    own_id: str
    name: str

    @property
    def id(self) -> str:
        """As it is chosen."""
        return f"{self.profile.id}{_BETWEEN}{self.own_id}"


def extensions(here: Here) -> list[Extension]:
    """Every extension that the user added and that is on."""
    found = []
    for profile in profiles(here):
        each = _of_firefox(profile) if profile.family == "mozilla" else _of_chromium(profile)
        found += sorted(each, key=lambda extension: extension.name.lower())
    return found


def _of_firefox(profile: Profile) -> Iterator[Extension]:
    for addon in _addons(kept_files.text(profile.folder / _LIST)):
        is_added = addon.get("type") == "extension" and addon.get("location") == "app-profile"
        if is_added and addon.get("active") and not addon.get("userDisabled"):
            name = (addon.get("defaultLocale") or {}).get("name") or addon["id"]
            yield Extension(profile, str(addon["id"]), str(name))


def _addons(text: str) -> list[dict[str, Any]]:
    with suppress(ValueError, AttributeError):
        addons = json.loads(text).get("addons")
        return [addon for addon in addons or [] if isinstance(addon, dict) and addon.get("id")]
    return []


def _of_chromium(profile: Profile) -> Iterator[Extension]:
    for folder in sorted((profile.folder / "Extensions").glob("*/")):
        manifests = sorted(folder.glob("*/manifest.json"))
        if manifests and not folder.is_symlink():
            yield Extension(profile, folder.name, _name(manifests[-1]) or folder.name)


def _name(manifest: Path) -> str:
    """The name in a manifest; `__MSG_name__` stands for one in the default language of the extension."""
    written = _json(manifest)
    name = str(written.get("name", ""))
    if not name.startswith("__MSG_"):
        return name
    words = _json(manifest.parent / "_locales" / str(written.get("default_locale", "en")) / "messages.json")
    key = name.removeprefix("__MSG_").removesuffix("__").lower()
    return next((str(word.get("message", "")) for known, word in words.items() if known.lower() == key), "")


def _json(file: Path) -> dict[str, Any]:
    with suppress(ValueError, OSError):
        tree = json.loads(file.read_bytes())
        return tree if isinstance(tree, dict) else {}
    return {}


@check("browser.extensions", Shown(("some", "none", "on", "off"), _FACTS, {"wanted": str}))
def listed(here: Here, given: Given) -> Result:
    """The extensions that are on; with `wanted`, whether that one is."""
    found = extensions(here)
    if wanted := given.text("wanted"):
        name = next((extension.name for extension in found if extension.id == wanted), "")
        return Result("on" if name else "off", {"extension": name} if name else {})
    facts = [{"browser": e.profile.browser, "extension": e.name} for e in found]
    items = tuple(Item(e.id, fact) for e, fact in zip(found, facts, strict=True))[:_SHOWN]
    return Result("some" if found else "none", {"count": len(found)}, items=items)


@repair(
    "browser.extension.set_aside",
    Shown(("done", "still_open", "nothing"), _FACTS, {"extension": str}, resource="browser"),
)
class SetAside:
    """Switches one extension off."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one, and how it will come back; `nothing` when it is gone."""
        chosen = next((e for e in extensions(here) if e.id == given.text("extension")), None)
        if chosen is None:
            return Plan(outcome="nothing")
        profile = chosen.profile
        facts = {"browser": profile.browser, "profile": profile.id, "extension": chosen.name}
        if profile.is_open(here):
            return Plan(outcome="still_open", facts=facts)
        moves = holding.plan(here, [file for file in _moved(profile, chosen.own_id) if file.exists()]).saved
        base = moves or {"moves": [], "token": kept_files.new_token(), "size": 0}
        return Plan({**base, "profile": profile.id, "extension": chosen.own_id}, facts, chosen.id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Off in the list of Firefox, or its folder away."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return Result("still_open", {"browser": profile.browser})
        if profile.family == "mozilla":
            file = profile.folder / _LIST
            kept_files.change(here, saved["token"], file, lambda text: _switched(text, saved["extension"], on=False))
        holding.set_aside(saved, say, "")
        say("setting_changed", 1)
        return Result("done", {"browser": profile.browser})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The browser must be closed, and what was set aside still there."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return "close_first"
        if profile.family == "chromium":
            return holding.hindrance(saved)
        ids = [addon["id"] for addon in _addons(kept_files.text(profile.folder / _LIST))]
        return "" if saved["extension"] in ids else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """On again; the packed list comes back only with the list that it was made from."""
        profile = profile_of(here, saved["profile"])
        allowed = _moved(profile, saved["extension"])
        sources = [holding.restored(source) for source, _ in saved["moves"]]
        if not holding.is_ours(here, saved) or any(source not in allowed for source in sources):
            raise ActionFailed("not the files of this extension")
        if profile.family == "mozilla" and not _switch_on(here, profile, saved):
            kept_files.forget(here, saved["token"])
            return
        holding.put_back(saved, replaces=True)
        kept_files.forget(here, saved["token"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good."""
        holding.delete(saved)
        kept_files.forget(here, saved["token"])


def _moved(profile: Profile, own_id: str) -> list[Path]:
    """What goes out of the way: a folder of that very name, never another place."""
    if profile.family == "mozilla":
        return [profile.folder / _PACKED_LIST]
    return [profile.folder / "Extensions" / own_id] if own_id.isalnum() else []


def _switch_on(here: Here, profile: Profile, saved: Saved) -> bool:
    """Whether the list is again what it was, to the byte."""
    file, chosen = profile.folder / _LIST, saved["extension"]
    original = kept_files.before(here, saved["token"], file)
    kept_files.restore(
        here,
        saved["token"],
        file,
        lambda text: _switched(text, chosen, on=False),
        lambda _, now: _switched(now, chosen, on=True),
    )
    is_exact = original is None or kept_files.text(file) == original
    if not is_exact:
        (profile.folder / _PACKED_LIST).unlink(missing_ok=True)
    return is_exact


def _switched(text: str, own_id: str, *, on: bool) -> str:
    """The list of Firefox with one extension on or off."""
    wanted = {"userDisabled": not on, "active": on}
    chosen = next((addon for addon in _addons(text) if addon["id"] == own_id), None)
    if chosen is None or {key: chosen.get(key) for key in wanted} == wanted:
        return text
    tree = json.loads(text)
    for addon in tree["addons"]:
        if addon.get("id") == own_id:
            addon.update(wanted)
    return json.dumps(tree, separators=(",", ":"), ensure_ascii=False)
