"""Packs of the organisation on the wire: signed files of guided fixes, as text."""

from typing import Annotated

from pydantic import Field, StringConstraints

from desktop_app.protocol.base import Word

MOST_FILES, LONGEST_FILE = 500, 256 * 1024

PackName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,40}$")]
_Path = Annotated[str, StringConstraints(min_length=1, max_length=250)]
_Content = Annotated[str, StringConstraints(max_length=LONGEST_FILE)]


class Pack(Word):
    """One of `GET /api/v1/packs`. `files` are all of its files by path, the seal (`pack.json`, `pack.sig`) included.

    The help desk only passes it on: whether it is signed with a key of the policy is for each desktop to find out. The
    answer has an `ETag`: with `If-None-Match`, packs that have not changed are answered by 304 without a body.
    """

    name: PackName
    version: int
    files: Annotated[dict[_Path, _Content], Field(max_length=MOST_FILES)]
