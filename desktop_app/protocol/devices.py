"""How a workstation joins: an enrolment key, once, for a token of its own."""

from typing import Literal

from pydantic import Field

from desktop_app.protocol.base import Id, Line, Word


class Person(Word):
    """Who uses the machine, as its system account says."""

    login: Line
    name: Line
    email: str = ""
    language: Literal["fr", "en", "de", "nl"] = "fr"


class Enrolment(Word):
    """`POST /api/v1/enrol`, with `Authorization: Bearer <enrolment key>`."""

    device_id: Id
    hostname: Line
    system: Literal["windows", "macos", "linux"]
    person: Person


class Enrolled(Word):
    """The device's own bearer token; shown once, kept in the system keyring, revocable."""

    token: str = Field(repr=False)
    device_id: Id
