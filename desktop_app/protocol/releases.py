"""That a newer version is out: said by those who make the program, passed on by the help desk."""

from typing import Annotated

from pydantic import Field, StringConstraints

from desktop_app.domain.words import Language
from desktop_app.protocol.base import Moment, Word

LONGEST_NOTICE = 4000
_Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){1,3}$")]
_Sentence = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class Release(Word):
    """One of `GET /api/v1/releases`, a list of one or none, with an `ETag`.

    `notice` is the JSON of `ReleaseFacts`, signed as it stands with `key`; each desktop finds out for itself whether it
    believes it. `signature`: Ed25519 (RFC 8032) in base64.
    """

    notice: Annotated[str, StringConstraints(max_length=LONGEST_NOTICE)]
    key: Annotated[str, StringConstraints(max_length=61)]
    signature: Annotated[str, StringConstraints(max_length=100)]


class ReleaseFacts(Word):
    """What a notice says. `serial` grows with every notice: an older one is never believed again after a newer one.

    It counts until `until`: somebody who holds later notices back cannot keep an old one alive for ever.
    """

    version: _Version
    serial: int = Field(gt=0, lt=2**31)
    until: Moment
    about: dict[Language, _Sentence]

    def is_newer_than(self, version: str) -> bool:
        """Whether it speaks of a later version than that one."""
        return _numbers(self.version) > _numbers(version)


def _numbers(version: str) -> list[int]:
    """`0.1` is as new as `0.1.0`."""
    found = [int(part) for part in version.split(".")]
    return found + [0] * (4 - len(found))
