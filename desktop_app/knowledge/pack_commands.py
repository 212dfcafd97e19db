"""The commands of an organisation's pack: `commands.yaml`, every mistake of it found at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from desktop_app.domain.action import ActionShape
from desktop_app.domain.command import VALUE, Answer, Command, Effect
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.unseen import has_unseen
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.knowledge.fix_file import SYSTEMS, FixFile
from desktop_app.knowledge.nodes import Node, read

FILE = "commands.yaml"
_NEEDS = ("id", "effect", "systems", "outcomes")
_MAY = (*_NEEDS, "values", "resource", "seconds")
_MOST_ARGUMENTS, _LONGEST_ARGUMENT, _LONGEST_PATTERN, _MOST_SECONDS = 40, 400, 200, 300
_HIGHEST_CODE = 255
# A shell would read its arguments as a program of its own
_SHELLS = frozenset(
    {
        *("sh", "bash", "dash", "zsh", "ksh", "csh", "tcsh", "fish", "busybox"),
        *("cmd", "command", "powershell", "pwsh", "wscript", "cscript"),
    }
)
# They would run another program than the one that is read here, or with rights that nobody was asked for
_BY_OTHERS = frozenset({"sudo", "su", "doas", "pkexec", "runas", "env", "xargs", "nohup", "setsid", "start"})
_SCRIPTS = (".bat", ".cmd", ".ps1", ".vbs", ".js", ".sh")
# What stands for itself, how a group begins, a group without one in it and what repeats it
_LETTER = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_BEGINS = re.compile(r"\(\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:|>)")
_GROUP = re.compile(r"\(([^()]*)\)([*+{]?)")

_NO_NODES: tuple[Node, ...] = ()


@dataclass
class Commands:
    """What was read: the commands by name, the line of each, every fault."""

    known: dict[str, Command] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[BadFixFile] = field(default_factory=list)


def read_commands(file: str, content: bytes, pack: str, wants: tuple[Language, ...] = LANGUAGES) -> Commands:
    """The commands that `content` describes, each named `PACK.id` as a step of the pack names it."""
    found, gathering = Commands(), FixFile(file)
    for node in gathering.gather(lambda: read(file, content, wants=wants).items(), _NO_NODES):
        command = gathering.gather(partial(_command, node, pack), None)
        if command is None:
            continue
        if command.name in found.known:
            gathering.faults.append(BadFixFile(file=file, line=node.line, reason="twice", key=command.name))
        found.known[command.name], found.lines[command.name] = command, node.line
    found.faults = gathering.faults
    return found


def shapes_of(commands: Mapping[str, Command]) -> Mapping[str, ActionShape]:
    """What fix files are checked against."""
    return {name: _shape(command) for name, command in commands.items()}


def _shape(command: Command) -> ActionShape:
    is_check = command.effect is Effect.READS
    return ActionShape(
        name=command.name,
        kind="check" if is_check else "repair",
        systems=frozenset(command.run),
        outcomes=frozenset(answer.outcome for answer in command.answers),
        facts=frozenset({"output"}),
        options=dict.fromkeys(command.values, str),
        resource=command.resource,
        undoable=not is_check and set(command.run) <= set(command.undo),
    )


def _command(node: Node, pack: str) -> Command:
    fields = node.mapping(_MAY, _NEEDS)
    effect = _effect(fields["effect"])
    if (effect is Effect.CHANGES) != ("resource" in fields):
        node.bad("resource_of_a_change")
    values = tuple(item.word() for item in fields["values"].items()) if "values" in fields else ()
    systems = fields["systems"].mapping(SYSTEMS)
    if not systems:
        fields["systems"].bad("missing_key", key="linux")
    lists = {system: one.mapping(("run", "undo"), ("run",)) for system, one in systems.items()}
    if effect is Effect.READS:
        for one in (table["undo"] for table in lists.values() if "undo" in table):
            one.bad("undo_of_a_check")
    return Command(
        name=f"{pack}.{fields['id'].word()}",
        effect=effect,
        run={system: _arguments(table["run"], values) for system, table in lists.items()},
        undo={system: _arguments(table["undo"], values) for system, table in lists.items() if "undo" in table},
        answers=tuple(_answers(fields["outcomes"])),
        values=values,
        resource=fields["resource"].word() if "resource" in fields else "",
        seconds=fields["seconds"].integer(1, _MOST_SECONDS) if "seconds" in fields else 20,
    )


def _effect(node: Node) -> Effect:
    if node.raw not in tuple(Effect):
        node.bad("unknown_effect", value=node.raw, known=", ".join(Effect))
    return Effect(node.raw)


def _arguments(node: Node, values: tuple[str, ...]) -> tuple[str, ...]:
    items = node.items()
    if not 0 < len(items) <= _MOST_ARGUMENTS:
        node.bad("not_arguments", most=_MOST_ARGUMENTS)
    arguments = tuple(_argument(item, values) for item in items)
    program = _plain(arguments[0])
    if arguments[0].startswith(VALUE):
        items[0].bad("program_is_a_value")
    if program in _SHELLS | _BY_OTHERS or program.endswith(_SCRIPTS):
        items[0].bad("shell", value=arguments[0])
    return arguments


def _plain(program: str) -> str:
    """`C:\\Windows\\System32\\cmd.exe` is `cmd`."""
    return re.split(r"[\\/]", program)[-1].lower().removesuffix(".exe").removesuffix(".com")


def _argument(node: Node, values: tuple[str, ...]) -> str:
    if isinstance(node.value, Mapping | tuple) or not node.raw or len(node.raw) > _LONGEST_ARGUMENT:
        node.bad("not_an_argument", most=_LONGEST_ARGUMENT)
    if not node.raw.isprintable() or has_unseen(node.raw):
        node.bad("not_an_argument", most=_LONGEST_ARGUMENT)
    if node.raw.startswith(VALUE) and node.raw[1:] not in values:
        node.bad("unknown_value", value=node.raw, known=", ".join(values) or "-")
    if any(f"{VALUE}{value}" in node.raw and node.raw != f"{VALUE}{value}" for value in values):
        # Part of an argument is where a value becomes an option, a path or a program
        node.bad("spliced_value", value=node.raw)
    return node.raw


def _answers(node: Node) -> Iterator[Answer]:
    table = node.mapping(node.value if isinstance(node.value, Mapping) else ())
    if not table:
        node.bad("missing_key", key="done")
    for outcome, told in table.items():
        if Node(node.file, told.line, outcome, outcome).word() in ("failed", "refused", "too_slow"):
            told.bad("outcome_of_ours", value=outcome)
        fields = told.mapping(("exit", "output"))
        codes = frozenset(_codes(fields["exit"])) if "exit" in fields else frozenset[int]()
        yield Answer(outcome, codes, _pattern(fields["output"]) if "output" in fields else "")


def _codes(node: Node) -> tuple[int, ...]:
    nodes = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(one.integer(0, _HIGHEST_CODE) for one in nodes)


def _pattern(node: Node) -> str:
    pattern = node.string()
    try:
        re.compile(pattern)
    except re.error as problem:
        node.bad("bad_pattern", problem=str(problem))
    if len(pattern) > _LONGEST_PATTERN or _explodes(pattern):
        node.bad("bad_pattern", problem=f"> {_LONGEST_PATTERN}, (…*)*, (…|…)*")
    return pattern


def _explodes(pattern: str) -> bool:
    """Whether a group that repeats or chooses is repeated itself: that may take longer than the universe on one line,
    and nothing else of the program goes on meanwhile.
    """
    left = _BEGINS.sub("(", _LETTER.sub("x", pattern))
    while group := _GROUP.search(left):
        varies = any(sign in group[1] for sign in "*+?{|")
        if varies and group[2]:
            return True
        left = left[: group.start()] + ("x*" if varies else "x") + group[2] + left[group.end() :]
    return False
