"""What every word on the wire has in common."""

from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, TypeAdapter, model_validator
from uuid_utils import uuid7

from desktop_app.domain.ticket import LONGEST_MESSAGE

T = TypeVar("T")


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562): made by the caller, so that sending twice creates once."""
    return str(uuid7())


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


_FIRST_YEAR, _LAST_YEAR = 1900, 9000


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time on the wire names its zone")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError("a time on the wire is of our age")  # the ends of the calendar overflow in other zones
    return moment.astimezone(UTC)


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "")
    return [_printable(inner) for inner in value] if isinstance(value, list) else value


@cache
def _kept_reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def reader(kind: type[T]) -> TypeAdapter[T]:
    """What checks a `kind` that came as JSON. Kept, for to make it takes longer than reading a hundred of them."""
    wanted: Any = kind
    try:
        hash(wanted)
    except TypeError:  # some of what stands in annotations cannot be looked up
        return TypeAdapter(wanted)
    return _kept_reader(wanted)


class Word(BaseModel):
    """A frozen value; keys it does not know are ignored, so that either end may be newer.

    What checks it is built at its first use: all of them at once would cost a program at rest 8 MB for the few that it
    uses. pydantic does that one thread at a time from 2.14 on.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nul(cls, value: Any) -> Any:
        """A NUL in a pasted text means nothing and PostgreSQL cannot keep it: it is left out, the rest is not lost."""
        return {key: _printable(given) for key, given in value.items()} if isinstance(value, dict) else value


ID_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Moment = Annotated[datetime, AfterValidator(_utc)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Body = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_MESSAGE)]
