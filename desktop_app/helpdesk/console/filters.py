"""What narrows the queue beside its views: kind, tag, priority, who looks after it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q

from desktop_app.domain.ticket import Priority
from desktop_app.helpdesk import labels
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Kind, Technician

PRIORITIES = [one for one in Priority if one <= Priority.LOW]
_MOST_TAGS = 100


@dataclass(frozen=True)
class Filter:
    """Each empty: not narrowed by it. `assignee`: `me`, `nobody`, or an id."""

    kind: str = ""
    tag: str = ""
    priority: str = ""
    assignee: str = ""

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Filter":
        """Of an address or of what is kept; what is not known narrows nothing."""
        kind, priority = (str(told.get(name, "")) for name in ("kind", "priority"))
        return cls(
            kind if kind in Kind.values else "",
            next(iter(labels.names(str(told.get("tag", "")))), ""),
            priority if priority in {str(one.value) for one in PRIORITIES} else "",
            str(told.get("assignee", "")).replace("\0", "")[:36],
        )

    def narrows(self, me: Technician) -> Q:
        """As a condition on requests."""
        wanted = Q(kind=self.kind) if self.kind else Q()
        if self.tag:
            wanted &= Q(tags__name=self.tag)
        if self.priority:
            wanted &= Q(priority=int(self.priority))
        if self.assignee:
            who = {"me": me.pk, "nobody": None}.get(self.assignee, self.assignee)
            wanted &= Q(assignee=who)
        return wanted

    @property
    def address(self) -> str:
        """As the end of an address: `&kind=question`, or nothing."""
        told = urlencode({name: value for name, value in asdict(self).items() if value})
        return f"&{told}" if told else ""


def choices() -> dict[str, object]:
    """What can be chosen, for the form."""
    return {
        "kinds": kinds(),
        "tags": [tag.name for tag in labels.known()[:_MOST_TAGS]],
        "filter_priorities": [(str(one.value), words.say(f"priority_{one.value}")) for one in PRIORITIES],
    }


def kinds() -> list[tuple[str, str]]:
    """Every kind and its word."""
    return [(kind, words.say(f"kind_{kind}")) for kind in Kind.values]
