"""A certificate as it is told: for whom, in which store, until when. The same on every system."""

from datetime import datetime

from desktop_app.adapters.collectors import der
from desktop_app.adapters.collectors.clean import clean
from desktop_app.domain.sections.safety import Certificate


def certificate(content: bytes, store: str) -> Certificate:
    """A certificate (DER): whom it names, in which store, and until when. Raises ValueError, IndexError."""
    subject, until = der.subject_and_end(content)
    return Certificate(clean(subject) or None, store, _moment(until))


def _moment(text: str) -> str:
    """The time of a certificate: four digits of the year, or two between 1950 and 2049 (RFC 5280)."""
    digits = text if len(text) != len("yymmddhhmmssZ") else ("19" if text >= "50" else "20") + text
    if len(digits) != len("yyyymmddhhmmssZ") or digits[-1] != "Z" or not (digits[:-1].isdigit() and digits.isascii()):
        raise ValueError(text)
    found = datetime.fromisoformat(f"{digits[:8]}T{digits[8:-1]}")
    return f"{found.isoformat(timespec='seconds')}Z"
