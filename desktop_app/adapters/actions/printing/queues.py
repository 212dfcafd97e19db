"""The queues of CUPS and what each does by itself, asked in CUPS' own language: no program, no right needed."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.collectors import ipp
from desktop_app.domain.action import ActionFailed

_WANTED = (
    *("printer-name", "device-uri", "printer-make-and-model", "printer-state", "printer-state-reasons"),
    *("printer-is-accepting-jobs", "media-default", "media-supported", "printer-is-temporary"),
    *("print-color-mode-default", "print-color-mode-supported"),
)
_STOPPED = 5
# Ways to a printer over the network, and the port where each is at home
_PORTS = {"socket": 9100, "lpd": 515, "ipp": 631, "ipps": 631, "http": 631, "https": 443}
_NO_PAPER = ("cups-pdf", "file", "fax", "nul")


@dataclass(frozen=True)
class Queue:
    """A printer as this computer knows it."""

    name: str
    uri: str
    model: str
    is_stopped: bool
    is_refusing: bool
    reasons: tuple[str, ...]
    media: str
    media_supported: tuple[str, ...]
    colour: str = ""
    colours: tuple[str, ...] = ()

    @property
    def address(self) -> tuple[str, int] | None:
        """Where it is on the network; None for a cable and for what only the network can find."""
        parts = urlsplit(self.uri)
        if parts.scheme not in _PORTS or not parts.hostname:
            return None
        return parts.hostname, parts.port or _PORTS[parts.scheme]

    @property
    def is_paper(self) -> bool:
        """Whether something comes out of it that can be held."""
        return urlsplit(self.uri).scheme not in _NO_PAPER


def queues(here: Here) -> list[Queue]:
    """Every queue; ActionFailed when the print system does not answer."""
    try:
        return [_queue(found) for found in ipp.ask(door(here), ipp.GET_PRINTERS, _WANTED).of(ipp.PRINTER)]
    except (OSError, ValueError) as problem:
        raise ActionFailed(f"CUPS: {problem}") from problem


def door(here: Here) -> str:
    """The socket of CUPS; one that an environment names comes first."""
    named = here.environ.get("CUPS_SERVER", "")
    places = [named] if named.startswith("/") else [str(here.at(place)) for place in ipp.SOCKETS]
    return next((place for place in places if here.at(place).exists()), places[0])


def _queue(told: dict[str, Any]) -> Queue:
    return Queue(
        name=str(told.get("printer-name") or ""),
        uri=str(told.get("device-uri") or ""),
        model=str(told.get("printer-make-and-model") or ""),
        is_stopped=told.get("printer-state") == _STOPPED,
        is_refusing=told.get("printer-is-accepting-jobs") is False,
        reasons=_several(told.get("printer-state-reasons")),
        media=str(told.get("media-default") or ""),
        media_supported=_several(told.get("media-supported")),
        colour=str(told.get("print-color-mode-default") or ""),
        colours=_several(told.get("print-color-mode-supported")),
    )


def _several(value: object) -> tuple[str, ...]:
    many = value if isinstance(value, list) else [value] if value else []
    return tuple(str(one) for one in many)
