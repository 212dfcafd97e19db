"""A whole answer, read to its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Answer:
    """Status, headers (names in lower case) and the bytes."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def media_type(self) -> str:
        """`application/json` of `application/json; charset=utf-8`."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_refusal(self) -> bool:
        """400 or more."""
        return self.status >= 400
