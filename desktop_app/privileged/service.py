"""The service, whoever carries its calls: each checked by shape, policy and system, and written down, one at a time."""

import logging
import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from desktop_app.adapters.actions import runner
from desktop_app.domain.action import ActionFailed
from desktop_app.privileged import verbs
from desktop_app.privileged.verbs import Means, Refused

KEY = "privileged.verbs"
_log = logging.getLogger(__name__)
Caller = TypeVar("Caller")


class Service(Generic[Caller]):
    """`allowed` names the verbs of the policy, asked anew at each call; `may` asks the system about the caller."""

    def __init__(
        self,
        system: str,
        means: Means,
        allowed: Callable[[], Collection[str]],
        may: Callable[[Caller, str], bool],
    ) -> None:
        self._system, self._means, self._allowed, self._may = system, means, allowed, may
        self._verbs = verbs.of(system)

    def verbs(self) -> list[str]:
        """What the policy allows, of what there is."""
        return sorted(set(self._verbs) & set(self._allowed()))

    def do(self, caller: Caller, verb: str, arguments: Sequence[str]) -> None:
        """One verb for `caller`. Raises Refused; either way it is written down."""
        try:
            self._do(caller, verb, arguments)
        except Refused as refused:
            _log.info("refused %r to %s: %s, %s", verb[:60], caller, refused.kind, refused)
            raise
        _log.info("did %s %s for %s", verb, list(arguments), caller)

    def _do(self, caller: Caller, verb: str, arguments: Sequence[str]) -> None:
        if verb not in self._verbs:
            raise Refused("Unknown", "there is no such verb")
        self._verbs[verb].check(arguments)
        if verb not in self._allowed():
            raise Refused("NotAllowed", "the policy does not allow it")
        if not self._may(caller, verb):
            raise Refused("NotAllowed", "the system does not allow it to this person here")
        self._verbs[verb].acts[self._system](self._means, arguments)


def named(found: object) -> list[str]:
    """The verbs in a value of the policy; none when it is no list of words."""
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def run(line: Sequence[str], seconds: float) -> None:
    """Runs a tool of the system with nothing of the caller's around it. Raises Refused."""
    try:
        ran = runner.run(_complete(line), seconds, _environ(), Path("/"))
    except ActionFailed as problem:
        raise Refused("Failed", problem.detail) from problem
    if ran.code != 0:
        raise Refused("Failed", (ran.err.strip() or ran.out.strip())[:300] or f"code {ran.code}")


def _complete(line: Sequence[str]) -> list[str]:
    """Windows looks for a program in many places first; ours stand in one."""
    if sys.platform == "win32":
        return [str(Path(os.environ["SYSTEMROOT"], "System32", f"{line[0]}.exe")), *line[1:]]
    return list(line)


def _environ() -> dict[str, str]:
    if sys.platform == "win32":
        root = os.environ["SYSTEMROOT"]
        return {"SystemRoot": root, "PATH": rf"{root}\System32"}
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
