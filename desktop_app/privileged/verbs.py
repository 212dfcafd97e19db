"""Everything the service can do. Whoever takes a standard user's account over can do no more than what stands here."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from desktop_app.adapters.actions.network.hosts_file import TOKEN
from desktop_app.privileged import hosts

# As CUPS lets a queue be called, and nothing that a tool would take for an option
_PRINTER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}")
_ACT_S = 60


class Refused(Exception):
    """Nothing was done. `kind`: Unknown, BadArgument, NotAllowed, Failed."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


@dataclass(frozen=True)
class Means:
    """What verbs act with. `run` takes a line and the seconds it may last, and raises Refused; `hosts` is the file."""

    run: Callable[[Sequence[str], float], None]
    hosts: Path


Act = Callable[[Means, Sequence[str]], None]


@dataclass(frozen=True)
class Verb:
    """What is done on each system that has it, and the shape of each argument."""

    acts: Mapping[str, Act]
    shapes: tuple[re.Pattern[str], ...] = field(default=())

    def check(self, arguments: Sequence[str]) -> None:
        """Raises Refused when an argument is missing, too many, or of another shape."""
        if len(arguments) != len(self.shapes):
            raise Refused("BadArgument", "other arguments are wanted")
        if not all(shape.fullmatch(given) for shape, given in zip(self.shapes, arguments, strict=True)):
            raise Refused("BadArgument", "an argument is not of the shape that is wanted")


def _lines(*lines: str) -> Act:
    """Tools, one line each, within a minute altogether. The last gets the arguments, and its answer counts: whatever
    was to be ended before may not be running.
    """
    *first, last = (tuple(line.split()) for line in lines)
    return partial(_run_lines, first, last)


def _run_lines(first: Sequence[tuple[str, ...]], last: tuple[str, ...], means: Means, arguments: Sequence[str]) -> None:
    until = time.monotonic() + _ACT_S
    for line in first:
        with suppress(Refused):
            means.run(line, until - time.monotonic())
    means.run([*last, *arguments], until - time.monotonic())


def _rewritten(change: Callable[[Path, str], None]) -> Act:
    return partial(_rewrite, change)


def _rewrite(change: Callable[[Path, str], None], means: Means, arguments: Sequence[str]) -> None:
    try:
        change(means.hosts, arguments[0])
    except OSError as problem:
        raise Refused("Failed", f"{means.hosts}: {problem.strerror}") from problem


_SYSTEMCTL, _CLOCK = "systemctl --no-ask-password restart", "timedatectl --no-ask-password set-ntp"
_CLEAN, _RESTORE = _rewritten(hosts.clean), _rewritten(hosts.restore)

VERBS: Mapping[str, Verb] = {
    "printing.enable": Verb({"linux": _lines("cupsenable")}, (_PRINTER,)),
    "printing.disable": Verb({"linux": _lines("cupsdisable")}, (_PRINTER,)),
    "printing.accept": Verb({"linux": _lines("cupsaccept")}, (_PRINTER,)),
    "printing.reject": Verb({"linux": _lines("cupsreject")}, (_PRINTER,)),
    "printing.restart": Verb(
        {"linux": _lines(f"{_SYSTEMCTL} cups.service"), "windows": _lines("net stop Spooler /y", "net start Spooler")}
    ),
    "names.flush": Verb({"linux": _lines("resolvectl flush-caches"), "windows": _lines("ipconfig /flushdns")}),
    "hosts.clean": Verb({"linux": _CLEAN, "windows": _CLEAN}, (TOKEN,)),
    "hosts.restore": Verb({"linux": _RESTORE, "windows": _RESTORE}, (TOKEN,)),
    "network.restart": Verb(
        {
            "linux": _lines(f"{_SYSTEMCTL} NetworkManager.service"),
            # A card without a cable makes the first fail, whatever became of the others
            "windows": _lines("ipconfig /renew", "ipconfig /flushdns"),
        }
    ),
    "clock.automatic": Verb(
        {"linux": _lines(f"{_CLOCK} true"), "windows": _lines("net start w32time", "w32tm /resync /force")}
    ),
    "clock.manual": Verb({"linux": _lines(f"{_CLOCK} false")}),
    "updates.restart": Verb(
        {
            "linux": _lines(f"{_SYSTEMCTL} packagekit.service"),
            "windows": _lines("net stop wuauserv /y", "net stop bits /y", "net start bits", "net start wuauserv"),
        }
    ),
    "indexing.stop": Verb({"windows": _lines("net stop WSearch /y")}),
    "indexing.start": Verb({"windows": _lines("net start WSearch")}),
}
"""Each by name. None takes a path, a command or an address; the two that write touch the hosts file alone."""


def of(system: str) -> dict[str, Verb]:
    """Those that `linux` or `windows` has."""
    return {name: verb for name, verb in VERBS.items() if system in verb.acts}
