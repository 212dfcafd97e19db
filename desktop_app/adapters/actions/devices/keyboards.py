"""Where the layout of the keyboard is set: GNOME, X11, Windows, macOS. Each is read and written whole."""

import ast
import json
import re
from collections.abc import Sequence

from desktop_app.adapters.actions.devices import layouts
from desktop_app.adapters.actions.devices.layouts import Layout
from desktop_app.adapters.actions.gnome import Setting
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.runner import ToolMissing

State = dict[str, object]

_SOURCES = Setting("org.gnome.desktop.input-sources", "sources")
_WITH_SOURCES = ("GNOME", "UNITY", "BUDGIE", "PANTHEON")
_MAC = ("defaults", "read", "com.apple.HIToolbox", "AppleCurrentKeyboardLayoutInputSourceID")
_READ = (
    "$o=Get-WinDefaultInputMethodOverride; @{first=$(if($o){$o.InputMethodTip}else{''}); "
    "languages=@(Get-WinUserLanguageList | ForEach-Object { @{tag=$_.LanguageTag;tips=@($_.InputMethodTips)} })} "
    "| ConvertTo-Json -Depth 4 -Compress"
)
_WRITE = (
    "$want=ConvertFrom-Json $env:RESCOUSSE_LANGUAGES; $all=$null; foreach($one in $want) { "
    "$l=(New-WinUserLanguageList $one.tag)[0]; $l.InputMethodTips.Clear(); "
    "foreach($tip in $one.tips) { $l.InputMethodTips.Add($tip) }; "
    "if($all) { $all.Add($l) } else { $all=New-WinUserLanguageList $one.tag; $all.Clear(); $all.Add($l) } }; "
    "Set-WinUserLanguageList $all -Force; "
    "if($env:RESCOUSSE_FIRST) { Set-WinDefaultInputMethodOverride -InputTip $env:RESCOUSSE_FIRST } "
    "else { Set-WinDefaultInputMethodOverride }"
)


def read(here: Here) -> State:
    """All that is set; empty when nobody tells. `way` names where."""
    if here.system == "windows":
        return {"way": "windows", **json.loads(powershell(here, _READ))}
    if here.system == "macos":
        return {"way": "macos", "id": here.run(*_MAC).out.strip()}
    sources = _SOURCES.read(here) if _has_sources(here) else ""
    if sources:
        return {"way": "gnome", "sources": sources}
    found = _x11(here)
    return {"way": "x11", **found} if found else {}


def _has_sources(here: Here) -> bool:
    desktop = here.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    return any(name in desktop for name in _WITH_SOURCES)


def _x11(here: Here) -> dict[str, str]:
    """`setxkbmap -query`: rules, model, layout, variant, options."""
    if not here.environ.get("DISPLAY"):
        return {}
    try:
        ran = here.run("setxkbmap", "-query", deadline_s=5)
    except ToolMissing:
        return {}
    found = re.findall(r"^(\w+):\s+(\S+)$", ran.out, re.MULTILINE) if ran.code == 0 else []
    return dict(found)


def known(state: State) -> list[Layout]:
    """The layouts that are set, the one in force first."""
    way = state.get("way")
    if way == "gnome":
        return [layouts.of_xkb(name) for kind, name in pairs(str(state["sources"])) if kind == "xkb"]
    if way == "x11":
        names = str(state.get("layout", "us")).split(",")
        variants = [*str(state.get("variant", "")).split(","), *[""] * len(names)]
        return [layouts.of_xkb(f"{name}+{v}" if v else name) for name, v in zip(names, variants, strict=False)]
    if way == "macos":
        return [layouts.of_mac(str(state["id"]))]
    return _of_windows(state) if way == "windows" else []


def _of_windows(state: State) -> list[Layout]:
    tips = [str(tip) for language in _languages(state) for tip in language["tips"]]
    first = str(state.get("first") or "")
    ordered = [first, *[tip for tip in tips if tip.upper() != first.upper()]] if first else tips
    return [layouts.of_tip(tip) for tip in ordered]


def _languages(state: State) -> list[dict[str, list[str]]]:
    found = state.get("languages")
    return found if isinstance(found, list) else []


def pairs(text: str) -> list[tuple[str, str]]:
    """`[('xkb', 'us'), ('ibus', 'anthy')]`, and `@a(ss) []` for none."""
    found = ast.literal_eval(text.removeprefix("@a(ss) "))
    return [(str(kind), str(name)) for kind, name in found]


def with_first(state: State, wanted: Layout) -> State:
    """The same state with `wanted` in force; what was there stays behind it."""
    way = state["way"]
    if way == "gnome":
        rest = [pair for pair in pairs(str(state["sources"])) if pair != ("xkb", wanted.xkb)]
        return {"way": "gnome", "sources": str([("xkb", wanted.xkb), *rest])}
    if way == "x11":
        layout, _, variant = wanted.xkb.partition("+")
        return {**state, "layout": layout, "variant": variant}
    return {**state, "languages": _with_tip(_languages(state), wanted.tip), "first": wanted.tip}


def _with_tip(languages: Sequence[dict[str, list[str]]], tip: str) -> list[dict[str, object]]:
    """The tip is added to the first language, unless some language has it already."""
    has_it = any(tip.upper() == one.upper() for language in languages for one in language["tips"])
    extra = [] if has_it else [tip]
    return [{**one, "tips": [*one["tips"], *(extra if n == 0 else [])]} for n, one in enumerate(languages)]


def is_between(now: State, before: State, after: State) -> bool:
    """Whether each part of what is set now is as in one of the two states."""
    parts = {*now, *before, *after}
    return all((now.get(part) or "") in (before.get(part) or "", after.get(part) or "") for part in parts)


def write(here: Here, state: State) -> None:
    """Sets all of it; twice is no harm."""
    if state["way"] == "gnome":
        _SOURCES.write(here, str(state["sources"]))
    elif state["way"] == "x11":
        here.asked("setxkbmap", *_words(state))
    elif state["way"] == "windows":
        languages = json.dumps(state["languages"])
        powershell(here, _WRITE, 30, RESCOUSSE_LANGUAGES=languages, RESCOUSSE_FIRST=str(state["first"] or ""))


def _words(state: State) -> list[str]:
    """An empty option first: it clears those in force."""
    words = [word for name in ("rules", "model") if name in state for word in (f"-{name}", str(state[name]))]
    words += ["-layout", str(state.get("layout", "us")), "-variant", str(state.get("variant", "")), "-option", ""]
    for option in str(state.get("options", "")).split(","):
        words += ["-option", option] if option else []
    return words
