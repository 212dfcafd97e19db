"""Which program opens a kind of file or address: chosen on Linux, shown on the page of the system elsewhere."""

import configparser
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import kept_files
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.settings_pages import OPENED, OpenPage
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("program", "count")
_KINDS: Mapping[str, tuple[str, ...]] = {
    "pdf": ("application/pdf",),
    "mail": ("x-scheme-handler/mailto",),
    "web": ("x-scheme-handler/https", "x-scheme-handler/http", "text/html"),
    "text": (
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/msword",
    ),
    "picture": ("image/jpeg", "image/png"),
}
_SECTION = "[Default Applications]"
_SHOWN = 12


@check(
    "office.default",
    Shown(("set", "gone", "unset", "chosen", "elsewhere"), _FACTS, {"kind": str, "wanted": str}),
)
def default_program(here: Here, given: Given) -> Result:
    """The program for a kind: there, `gone`, or none chosen; `chosen` when it is the `wanted` one.

    `elsewhere`: only the user may choose on this system.
    """
    if here.system != "linux":
        return Result("elsewhere")
    types = _types(given)
    programs = dict(_programs(here, types[0]))
    items = tuple(Item(name, {"program": title}) for name, title in sorted(programs.items()))[:_SHOWN]
    now = _chosen(kept_files.text(_file(here)), types[0])
    if now and now == given.text("wanted"):
        return Result("chosen", {"program": programs.get(now, now)}, items=items)
    outcome = "unset" if not now else "set" if now in programs else "gone"
    return Result(
        outcome, {"program": programs.get(now, now.removesuffix(".desktop")), "count": len(items)}, now, items
    )


def _types(given: Given) -> tuple[str, ...]:
    kind = given.text("kind")
    if kind not in _KINDS:
        raise ActionFailed(f"no kind {kind}")
    return _KINDS[kind]


def _file(here: Here) -> Path:
    return here.folder("XDG_CONFIG_HOME", ".config") / "mimeapps.list"


def _programs(here: Here, kind: str) -> Iterator[tuple[str, str]]:
    """Installed programs that say they open `kind`, by the name of their file; the user's own come first."""
    seen: set[str] = set()
    for folder in _folders(here):
        for file in sorted(folder.glob("*.desktop")):
            if file.name not in seen and (title := _title(file, kind)):
                seen.add(file.name)
                yield file.name, title


def _folders(here: Here) -> list[Path]:
    system = here.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    roots = [here.folder("XDG_DATA_HOME", ".local/share"), *(Path(part) for part in system.split(":") if part)]
    return [root / "applications" for root in roots]


def _title(file: Path, kind: str) -> str:
    reader = configparser.RawConfigParser(strict=False, interpolation=None)
    with suppress(OSError, configparser.Error, UnicodeDecodeError):
        reader.read_string(file.read_text("utf-8"))
        entry = reader["Desktop Entry"] if reader.has_section("Desktop Entry") else {}
        if kind in entry.get("MimeType", "").split(";") and entry.get("Hidden", "") != "true":
            return entry.get("Name", "") or file.stem
    return ""


def _chosen(text: str, kind: str) -> str:
    """The first program that `mimeapps.list` names for `kind`."""
    is_ours = False
    for line in text.splitlines():
        if line.startswith("["):
            is_ours = line.strip() == _SECTION
        elif is_ours and line.partition("=")[0].strip() == kind:
            return line.partition("=")[2].split(";")[0].strip()
    return ""


def with_chosen(text: str, kinds: tuple[str, ...], program: str) -> str:
    """The text of `mimeapps.list` with `program` for each of `kinds`; empty takes the line away."""
    for kind in kinds:
        if _chosen(text, kind) != program:
            text = _with_one(text, kind, program)
    return text


def _with_one(text: str, kind: str, program: str) -> str:
    kept, is_ours = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith("["):
            is_ours = line.strip() == _SECTION
        if not (is_ours and line.partition("=")[0].strip() == kind):
            kept.append(line)
    if not program:
        return "".join(kept)
    if not any(line.strip() == _SECTION for line in kept):
        kept += [*(["\n"] if kept else []), f"{_SECTION}\n"]
    place = next(number for number, line in enumerate(kept) if line.strip() == _SECTION)
    return "".join((*kept[: place + 1], f"{kind}={program}\n", *kept[place + 1 :]))


@repair(
    "office.default.choose",
    Shown(("done", "nothing"), _FACTS, {"kind": str, "program": str}, resource="default_programs"),
)
class Choose:
    """Makes one program open a kind of file for this user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one; `nothing` when it is not installed or this system asks the user."""
        kinds, program = _types(given), given.text("program")
        title = dict(_programs(here, kinds[0])).get(program) if here.system == "linux" else None
        if title is None:
            return Plan(outcome="nothing")
        text = kept_files.text(_file(here))
        before = {kind: _chosen(text, kind) for kind in kinds}
        saved = {"token": kept_files.new_token(), "kind": given.text("kind"), "program": program, "before": before}
        return Plan(saved, {"program": title}, program)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Into the user's own list."""
        kept_files.change(here, saved["token"], _file(here), lambda text: _edited(text, saved))
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only what is as we left it is touched."""
        text = kept_files.text(_file(here))
        wanted = {kind: (saved["program"], before) for kind, before in _before(saved).items()}
        return "" if all(_chosen(text, kind) in allowed for kind, allowed in wanted.items()) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """The list as it was, or the former programs among what was chosen since."""
        kept_files.restore(
            here,
            saved["token"],
            _file(here),
            lambda text: _edited(text, saved),
            lambda _, now: _former(now, saved),
        )

    def forget(self, here: Here, saved: Saved) -> None:
        """The copy of the list goes."""
        kept_files.forget(here, saved["token"])


def _edited(text: str, saved: Saved) -> str:
    return with_chosen(text, tuple(_before(saved)), str(saved["program"]))


def _former(text: str, saved: Saved) -> str:
    for kind, program in _before(saved).items():
        text = with_chosen(text, (kind,), program)
    return text


def _before(saved: Saved) -> dict[str, str]:
    return {kind: str(saved["before"].get(kind, "")) for kind in _KINDS[saved["kind"]]}


@repair("office.default.open", Shown(OPENED, resource="settings_page", undoable=False))
class OpenDefaultsPage(OpenPage):
    """Shows the page where the user chooses: Windows and macOS let nobody else do it."""

    page = "default_programs"
