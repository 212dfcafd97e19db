"""How a workstation joins: an enrolment key, once, for a token of its own."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from desktop_app.protocol.base import Id, Line, Word

MACHINE = "Rescousse-Machine"
"""The header in which every request of a machine says what it is made of (`domain/machine.py`); it may be missing."""


class Person(Word):
    """Who uses the machine, as its system account says."""

    login: Line
    name: Line
    email: str = ""
    language: Literal["fr", "en", "de", "nl"] = "fr"


class Enrolment(Word):
    """`POST /api/v1/enrol`, with `Authorization: Bearer <enrolment key>`, or its own token for the one after it."""

    device_id: Id
    hostname: Line
    system: Literal["windows", "macos", "linux"]
    person: Person


class Enrolled(Word):
    """The device's own bearer token; shown once, kept in the system keyring, revocable.

    `until`: it holds at least that long; None when it does not end.
    """

    token: str = Field(repr=False)
    device_id: Id
    until: datetime | None = None
