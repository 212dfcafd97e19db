"""What every document of this person gets on a printer by itself: one line a printer in `~/.cups/lpoptions`."""

import re
from collections.abc import Mapping
from pathlib import Path

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.text_files import drop_draft, rewrite
from desktop_app.domain.action import Saved

_OPTION = re.compile(r"(?P<gap>^|\s)(?P<name>[\w.-]+)=(?P<value>\"[^\"]*\"|'[^']*'|\S+)")


def file_of(here: Here) -> Path:
    """This person's own file."""
    return here.home / ".cups/lpoptions"


def read(file: Path) -> str | None:
    """Its text, byte for byte; None when there is no such file."""
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None


def line_of(text: str, printer: str) -> str:
    """The line of a printer, without its end; nothing when it has none."""
    lines = (line for line in text.split("\n") if line.split(maxsplit=2)[:2][1:] == [printer])
    return next((line for line in lines if line.startswith(("Default ", "Dest "))), "")


def options(line: str) -> Mapping[str, str]:
    """The options of a line."""
    return {found["name"]: found["value"].strip("\"'") for found in _OPTION.finditer(line)}


def changed(line: str, printer: str, name: str, value: str) -> str:
    """The line with `name` set to `value`; every other option as it was."""
    line = line or f"Dest {printer}"
    if name not in options(line):
        return f"{line} {name}={value}"
    return _OPTION.sub(lambda found: f"{found['gap']}{name}={value}" if found["name"] == name else found[0], line)


def plan(here: Here, printer: str, name: str, value: str) -> dict[str, str | None]:
    """The line and the file before and after."""
    before = read(file_of(here))
    line = line_of(before or "", printer)
    new = changed(line, printer, name, value)
    return {"printer": printer, "line": line, "new": new, "file": before, "new_file": _with(before or "", line, new)}


def _with(text: str, line: str, new: str) -> str:
    """The text with `line` replaced by `new` (added when there is no line, taken out when there is no new one)."""
    if not line:
        return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{new}\n"
    lines = text.split("\n")
    at = lines.index(line)
    return "\n".join([*lines[:at], *([new] if new else []), *lines[at + 1 :]])


def apply(here: Here, saved: Saved) -> None:
    """Writes the new line, once."""
    file = file_of(here)
    text = read(file) or ""
    line = line_of(text, str(saved["printer"]))
    if line == saved["new"]:
        drop_draft(file)
    else:
        rewrite(file, _with(text, line, str(saved["new"])))


def hindrance(here: Here, saved: Saved) -> str:
    """The line must be as it was or as we left it."""
    line = line_of(read(file_of(here)) or "", str(saved["printer"]))
    return "" if line in (saved["line"], saved["new"]) else "changed_since"


def undo(here: Here, saved: Saved) -> None:
    """The file as it was when nothing else changed in it, else the line alone."""
    file = file_of(here)
    text = read(file)
    drop_draft(file)
    if text is None or line_of(text, str(saved["printer"])) != saved["new"]:
        return
    if text != saved["new_file"]:
        rewrite(file, _with(text, str(saved["new"]), str(saved["line"])))
    elif saved["file"] is None:
        file.unlink()
    else:
        rewrite(file, str(saved["file"]))
