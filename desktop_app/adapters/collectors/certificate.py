"""A certificate as it is told: for whom, in which store, until when. The same on every system."""

from datetime import UTC, datetime

from desktop_app.adapters.collectors import der
from desktop_app.adapters.collectors.clean import clean
from desktop_app.domain.sections.safety import Certificate


def certificate(content: bytes, store: str) -> Certificate:
    """A certificate (DER): whom it names, in which store, and until when. Raises ValueError, IndexError."""
    subject, until = der.subject_and_end(content)
    return Certificate(clean(subject) or None, store, _moment(until))


def _moment(text: str) -> str | None:
    """The time of a certificate: two digits of a year before 2050, or four."""
    shape = "%y%m%d%H%M%SZ" if len(text) == 13 else "%Y%m%d%H%M%SZ"
    found = datetime.strptime(text, shape).replace(tzinfo=UTC)
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")
