"""What the organisation promises, as the page of the opening hours shows and changes it."""

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.amounts import whole
from desktop_app.domain.deadline import Metric
from desktop_app.domain.ticket import Priority
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Organisation

_TIME = re.compile(r"([0-9]{1,4})(?:\s*[h:]\s*([0-5]\d)?)?\Z", re.IGNORECASE)
_MOST_PERCENT = 99


def shown(organisation: Organisation) -> dict[str, Any]:
    """The table: a row for each priority, a field for each metric."""
    rows = [
        (
            words.say(f"priority_{priority.value}"),
            [
                (f"{metric}_{priority.value}", words.say(f"promise_{metric}"), _written(organisation, priority, metric))
                for metric in Metric
            ],
        )
        for priority in Priority
        if priority <= Priority.LOW
    ]
    return {"promises": rows, "metrics": [words.say(f"promise_{metric}") for metric in Metric]}


def _written(organisation: Organisation, priority: Priority, metric: Metric) -> str:
    minutes = organisation.promises.get(str(priority.value), {}).get(metric)
    return f"{minutes // 60}:{minutes % 60:02}" if minutes else ""


def take(organisation: Organisation, form: Mapping[str, str]) -> str:
    """Puts what the form says into `organisation`, which the caller saves; the key of what was not understood."""
    found = {key: dict(times) for key, times in organisation.promises.items()}
    for priority in Priority:
        for metric in Metric:
            if (text := form.get(f"{metric}_{priority.value}")) is None:
                continue
            minutes = _minutes(text.strip())
            if minutes is None:
                return "promise_not_understood"
            found.setdefault(str(priority.value), {})[metric] = minutes
    typed = form.get("remind_percent", str(organisation.remind_percent)).strip()
    percent = whole(typed)
    if percent > _MOST_PERCENT or (typed.strip("0") and not percent):
        return "promise_not_understood"
    organisation.promises, organisation.remind_percent = found, percent
    organisation.raises_when_late = "raises_when_late" in form
    return ""


def _minutes(text: str) -> int | None:
    """`4`, `4 h`, `4:30` in minutes; 0 for nothing, which promises nothing; None for anything else."""
    if not text:
        return 0
    match = _TIME.match(text)
    return int(match[1]) * 60 + int(match[2] or 0) if match else None
