"""Errors as RFC 9457 `application/problem+json`."""

from desktop_app.protocol.base import Word


class Problem(Word):
    """`request` is the number to read out to a technician; `code` is for programs."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    code: str = ""
    request: str = ""
