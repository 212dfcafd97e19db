"""How a section says what each of its fields is."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def entry(kind: type[T]) -> type[T]:
    """A frozen dataclass all of whose fields have a default, and whose methods are those of every other entry.

    Fifty of them are described here: code made for each would cost every start of the program a twentieth of a second.
    """
    made = dataclass(init=False, repr=False, eq=False)(kind)
    for name, method in _METHODS.items():
        setattr(made, name, method)
    return made


def fact(*, mask: str = "", unit: str = "", volatile: bool = False, plain: bool = False) -> Any:
    """A value. `mask`: the kind of pseudonym that always replaces it. `unit`: bytes, s, %, MHz, moment and so on.

    `volatile`: differs from one minute to the next, so no change worth telling. `plain`: names and versions of
    products,
    which hold nothing personal and are not searched.
    """
    return field(default=None, metadata={"mask": mask, "unit": unit, "volatile": volatile, "plain": plain})


def items(key: str = "", *, mask: str = "", volatile: bool = False, plain: bool = False) -> Any:
    """A list; `key` names the fields (joined with a plus) that tell its objects apart. The rest is for plain values."""
    return field(default=(), metadata={"key": key, "mask": mask, "volatile": volatile, "plain": plain})


@cache
def _defaults(kind: type[Any]) -> Mapping[str, Any]:
    return {each.name: each.default for each in fields(kind)}


def _init(self: Any, *values: Any, **named: Any) -> None:
    defaults = _defaults(self.__class__)
    told = dict(zip(defaults, values, strict=False))
    if len(values) > len(defaults) or not named.keys() <= defaults.keys() or named.keys() & told.keys():
        raise TypeError(f"{type(self).__name__} has no place for {values or ''} {named or ''}")
    self.__dict__.update(defaults, **told, **named)


def _frozen(_self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(name)


def _equal(self: Any, other: object) -> Any:
    return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash((type(self), *self.__dict__.values()))


def _repr(self: Any) -> str:
    told = (f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, ()))
    return f"{type(self).__name__}({', '.join(told)})"


_METHODS = {
    "__init__": _init,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
}
