"""Commands of signed packs: argument lists run with a clean environment, in a folder of their own, within limits."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.adapters.actions import runner
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.command import VALUE, Answer, Command

MOST_OUTPUT = 64 * 1024
_LONGEST_VALUE, _LONGEST_LINE, _LONGEST_TOLD = 400, 200, 2000
_KEPT = (
    *("HOME", "USER", "LOGNAME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "TMPDIR"),
    *("USERNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "TEMP", "TMP", "HOMEDRIVE", "HOMEPATH"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PROGRAMFILES", "PROGRAMFILES(X86)", "COMPUTERNAME"),
)
_UNIX_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"


def shown_of(command: Command) -> Shown:
    """What the command promises."""
    return Shown(
        outcomes=tuple(answer.outcome for answer in command.answers),
        facts=("output",),
        options=dict.fromkeys(command.values, str),
        systems=tuple(command.run),
        resource=command.resource,
        undoable=set(command.run) <= set(command.undo),
    )


def check(here: Here, command: Command, given: Given) -> Result:
    """Runs a command that only reads; ActionFailed when none of its answers fits."""
    return _ran(here, command.name, _filled(here, command.run, given), command.answers, command.seconds)


@dataclass(frozen=True)
class CommandRepair:
    """A command that changes. All that is needed to take it back is saved, so that this works without the pack too."""

    command: Command | None = None

    def plan(self, here: Here, given: Given) -> Plan:
        """The argument lists with their values; nothing is run."""
        command = self.command
        if command is None:
            raise ActionFailed("no such command")
        run, undo = _filled(here, command.run, given), _filled(here, command.undo, given)
        answers = [[answer.outcome, sorted(answer.codes), answer.pattern] for answer in command.answers]
        saved = {"run": run, "undo": undo, "answers": answers, "seconds": command.seconds, "command": command.name}
        return Plan(saved, {"output": ""}, detail=" ".join(map(repr, run)))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Runs it; after a crash it is run again."""
        say("", 0.0)
        if self.command is None:
            raise ActionFailed(f"{saved['command']} is of a pack that is no longer in force")
        answers = [Answer(outcome, frozenset(codes), pattern) for outcome, codes, pattern in saved["answers"]]
        return _ran(here, saved["command"], saved["run"], answers, saved["seconds"])

    def hindrance(self, here: Here, saved: Saved) -> str:
        """`gone` when there is nothing to take it back with."""
        del here
        return "" if saved.get("undo") else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Runs what takes it back; it has to end with 0."""
        ran = _run(here, saved["command"], saved["undo"], saved["seconds"])
        if ran.code != 0:
            raise ActionFailed(_told(saved["undo"], ran))

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _filled(here: Here, lists: Mapping[str, Sequence[str]], given: Given) -> list[str]:
    template = lists.get(here.system, ())
    return [_value(here, given.text(part[1:])) if part.startswith(VALUE) else part for part in template]


def _value(here: Here, value: str) -> str:
    """A value is one whole argument, and never one that a program could read as an option."""
    starts = ("-", "/", "@") if here.system == "windows" else ("-",)
    if not value or len(value) > _LONGEST_VALUE or not value.isprintable() or value.startswith(starts):
        raise ActionFailed(f"{value[:60]!r} cannot be an argument")
    return value


def _ran(here: Here, name: str, run: Sequence[str], answers: Sequence[Answer], seconds: int) -> Result:
    ran = _run(here, name, run, seconds)
    said = f"{ran.out}\n{ran.err}"
    line = next((line.strip() for line in said.splitlines() if line.strip()), "")
    for answer in answers:
        is_code = not answer.codes or ran.code in answer.codes
        if is_code and (not answer.pattern or re.search(answer.pattern, said, re.MULTILINE)):
            return Result(answer.outcome, {"output": line[:_LONGEST_LINE]}, _told(run, ran))
    raise ActionFailed(_told(run, ran))


def _run(here: Here, name: str, run: Sequence[str], seconds: int) -> runner.Ran:
    if not run:
        raise ActionFailed(f"{name} does not exist on {here.system}")
    folder = here.holding.parent / "commands" / name.partition(".")[0]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    environ = clean(here.environ, here.system)
    program = found(run[0], environ["PATH"], here.system)
    return runner.run([program, *run[1:]], seconds, environ, folder, MOST_OUTPUT)


def clean(environ: Mapping[str, str], system: str) -> dict[str, str]:
    """Where the person's things are, and the system's own programs; nothing that changes what a program loads."""
    kept = {name: value for name, value in environ.items() if name.upper() in _KEPT}
    root = environ.get("SYSTEMROOT", environ.get("SystemRoot", r"C:\Windows"))
    windows = rf"{root}\System32;{root};{root}\System32\Wbem"
    return {**kept, "PATH": windows if system == "windows" else _UNIX_PATH}


def found(program: str, path: str, system: str) -> str:
    """The program's own file: one with a whole path, or the first of that name among the system's. ToolMissing."""
    is_windows = system == "windows"
    if Path(program).is_absolute() or "/" in program or "\\" in program:
        places = [Path(program)] if Path(program).is_absolute() else []
    else:
        name = program if not is_windows or program.lower().endswith(".exe") else f"{program}.exe"
        places = [Path(folder) / name for folder in path.split(";" if is_windows else ":")]
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise runner.ToolMissing(f"{program}: not found")
    return str(file)


def _told(run: Sequence[str], ran: runner.Ran) -> str:
    said = f"{ran.out.strip()}\n{ran.err.strip()}".strip()
    return f"{' '.join(map(repr, run))} = {ran.code}\n{said}"[:_LONGEST_TOLD].strip()
