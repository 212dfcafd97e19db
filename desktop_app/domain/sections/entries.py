"""How a section says what each of its fields is."""

from dataclasses import field
from typing import Any


def fact(*, mask: str = "", unit: str = "", volatile: bool = False, plain: bool = False) -> Any:
    """A value. `mask`: the kind of pseudonym that always replaces it. `unit`: bytes, s, %, MHz, moment and so on.

    `volatile`: differs from one minute to the next, so no change worth telling. `plain`: names and versions of
    products,
    which hold nothing personal and are not searched.
    """
    return field(default=None, metadata={"mask": mask, "unit": unit, "volatile": volatile, "plain": plain})


def items(key: str = "", *, mask: str = "", volatile: bool = False, plain: bool = False) -> Any:
    """A list; `key` names the fields (joined with a plus) that tell its objects apart. The rest is for plain values."""
    return field(default_factory=tuple, metadata={"key": key, "mask": mask, "volatile": volatile, "plain": plain})
