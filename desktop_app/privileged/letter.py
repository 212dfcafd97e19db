"""What is written through the pipe of Windows: one letter each way, with the same words as on the bus of Linux."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.privileged.service import Caller, Service
from desktop_app.privileged.verbs import Refused

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """`verbs` answers which are allowed; `refused` and `detail` say why nothing was done."""

    verbs: tuple[str, ...] = ()
    refused: str = ""
    detail: str = ""


def question(words: Sequence[str]) -> bytes:
    """A verb and its arguments; without any, which verbs are allowed."""
    return json.dumps(["Run", *words] if words else ["Allowed"]).encode()


def answer(service: Service[Caller], caller: Caller, letter: bytes) -> bytes:
    """What a letter is answered, whatever stands in it."""
    words = _read(letter)
    if words == ["Allowed"]:
        return _written(Reply(tuple(service.verbs())))
    if words[:1] != ["Run"] or len(words) == 1:
        _log.info("refused a letter of %s: it is not one of ours", caller)
        return _written(Reply(refused="Unknown", detail="that is no question of ours"))
    try:
        service.do(caller, words[1], words[2:])
    except Refused as refused:
        return _written(Reply(refused=refused.kind, detail=str(refused)))
    return _written(Reply())


def reply(letter: bytes) -> Reply:
    """An answer read. ValueError when it is none."""
    verbs, refused, detail = json.loads(letter)
    return Reply(tuple(map(str, verbs)), str(refused), str(detail))


def _read(letter: bytes) -> list[str]:
    """Its words; none when it is not one of ours."""
    try:
        found = json.loads(letter)
    except (ValueError, RecursionError):
        return []
    is_ours = isinstance(found, list) and all(isinstance(word, str) for word in found)
    return found if is_ours else []


def _written(said: Reply) -> bytes:
    return json.dumps([said.verbs, said.refused, said.detail]).encode()
