"""What was found on this computer, looked at no more often than needed, and the sentences for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import ref

from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.services import snapshot_words
from desktop_app.services.snapshot_words import FindingWords
from desktop_app.ui import texts

if TYPE_CHECKING:
    from desktop_app.ui.pages import Services

FRESH = timedelta(minutes=10)


@dataclass(frozen=True)
class Health:
    """The findings of one look; `articles` are the ids of those that answer, by the key of the finding."""

    at: datetime
    findings: tuple[Finding, ...]
    articles: Mapping[str, str] = field(default_factory=dict)

    @property
    def to_settle(self) -> tuple[Finding, ...]:
        """What deserves attention, problems first."""
        wrong = (finding for finding in self.findings if finding.severity != Severity.FINE)
        return tuple(sorted(wrong, key=lambda finding: finding.severity != Severity.PROBLEM))

    @property
    def fine(self) -> tuple[Finding, ...]:
        """What is well."""
        return tuple(finding for finding in self.findings if finding.severity == Severity.FINE)


class _Last:
    """One slot: there is one computer."""

    services: "ref[Services] | None" = None
    health: Health | None = None


def look(services: "Services", *, is_forced: bool = False) -> Health:
    """To be called on a worker thread: the last look when it is fresh, else a new one."""
    known = last(services)
    if known is not None and not is_forced and texts.now() - known.at < FRESH:
        return known
    snapshot = services.snapshots.take()
    findings = tuple(services.snapshots.findings(snapshot))
    found = Health(snapshot.taken_at, findings, services.know_how.answers())
    _Last.services, _Last.health = ref(services), found
    return found


def last(services: "Services") -> Health | None:
    """What the last look found."""
    return _Last.health if _Last.services is not None and _Last.services() is services else None


def sentence(finding: Finding) -> str:
    """What was found."""
    return _words(finding).title


def title(finding: Finding) -> str:
    """What was found, as the head of a line."""
    return sentence(finding).rstrip(".")


def detail(finding: Finding) -> str:
    """What it means, and what to do about it."""
    return _words(finding).detail


def action(finding: Finding) -> str:
    """What is best done about it: the words of its button, or nothing."""
    return _words(finding).action


def _words(finding: Finding) -> FindingWords:
    return snapshot_words.finding(finding, texts.language())


def token(finding: Finding) -> str:
    """The colour that repeats how much it matters."""
    return {Severity.PROBLEM: "danger", Severity.ATTENTION: "warning", Severity.FINE: "success"}[finding.severity]


def icon(finding: Finding) -> str:
    """The sign that repeats how much it matters."""
    return {Severity.PROBLEM: "warning-circle", Severity.ATTENTION: "warning", Severity.FINE: "check-circle"}[
        finding.severity
    ]
