"""A finding: one thing that is wrong, or well, in words people know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Facts = Mapping[str, str | int | float]


class Severity(StrEnum):
    """How much a finding matters: work stops, soon or partly, or all is well."""

    PROBLEM = "problem"
    ATTENTION = "attention"
    FINE = "fine"


@dataclass(frozen=True)
class Finding:
    """`key` names the sentences in `resources/words/findings.toml`, `facts` fill them, `fix_id` the fix that answers.

    Facts named `x_bytes` and `x_seconds` fill the gap `{x}` as words (`domain.amounts.worded`).
    """

    key: str
    severity: Severity
    section: str
    facts: Facts = field(default_factory=dict)
    fix_id: str = ""
