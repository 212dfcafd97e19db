"""A computer report under review, of the shape the service gives, with values that have to be masked."""

import hashlib
import json
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Piece:
    text: str
    kind: str = ""


@dataclass(frozen=True)
class Row:
    path: str
    section: str
    label: str
    value: object
    pieces: tuple[Piece, ...]
    state: str = "shown"
    may_reveal: bool = True
    group: str = ""
    unit: str = ""


@dataclass(frozen=True)
class ReviewSection:
    name: str
    included: bool
    items: int
    masked: int
    sensitive: bool = False
    status: str = "ok"


@dataclass(frozen=True)
class Counts:
    sections: int
    sections_total: int
    items: int
    masked: int
    size: int


def row(section: str, label: str, value: str, kind: str = "", state: str = "") -> Row:
    pieces = (Piece("user-1", kind),) if kind else (Piece(value),)
    return Row(f"{section}/{label}", section, label, value, pieces, state or ("masked" if kind else "shown"))


ROWS = (
    row("os", "name", "Debian GNU/Linux 12"),
    row("os", "hostname", "PC-CAMILLE", "host"),
    row("hardware", "model", "ThinkPad T14"),
    row("printing", "default_printer", "Accueil, 2e étage"),
    row("printing", "state", "2 documents bloqués"),
    row("printing", "owner", "Camille Dubois", "user"),
    row("printing", "driver", "PCL 6 universel, 7.1.0"),
    Row("printing/uri", "printing", "uri", "", (Piece("ipp://"), Piece("ip-1", "ip"), Piece("/ipp")), "masked"),
    row("network", "gateway", "192.168.1.1", "ip"),
    row("processes", "running", "thunderbird"),
)
NAMES = ("os", "hardware", "printing", "network", "processes", "file_names")


@dataclass(frozen=True)
class Review:
    kept: tuple[Row, ...] = ROWS
    off: frozenset[str] = field(default_factory=lambda: frozenset({"processes", "file_names"}))

    @property
    def sections(self) -> tuple[ReviewSection, ...]:
        found = []
        for name in NAMES:
            rows = self.rows(name)
            masked = sum(one.state in ("masked", "hidden") for one in rows)
            found.append(ReviewSection(name, name not in self.off, len(rows), masked, name in ("processes", "file_names")))
        return tuple(found)

    def rows(self, section: str) -> tuple[Row, ...]:
        return tuple(one for one in self.kept if one.section == section)

    def search(self, text: str) -> tuple[Row, ...]:
        wanted = text.lower()
        return tuple(one for one in self.kept if any(wanted in (p.kind or p.text).lower() for p in one.pieces))

    def with_section(self, name: str, on: bool) -> "Review":
        return replace(self, off=self.off - {name} if on else self.off | {name})

    def with_row(self, path: str, shown: bool) -> "Review":
        return replace(self, kept=tuple(self._turned(one, shown) if one.path == path else one for one in self.kept))

    @staticmethod
    def _turned(one: Row, shown: bool) -> Row:
        if shown:
            state = "revealed" if one.state == "masked" else "shown"
            return replace(one, state=state, pieces=(Piece(str(one.value)),))
        return replace(one, state="hidden", pieces=(Piece("masked", "hidden"),))

    def with_hidden_text(self, text: str) -> "Review":
        paths = [one.path for one in self.search(text)]
        review = self
        for path in paths:
            review = review.with_row(path, shown=False)
        return review

    @property
    def counts(self) -> Counts:
        included = [one for one in self.sections if one.included]
        items, masked = sum(one.items for one in included), sum(one.masked for one in included)
        return Counts(len(included), len(self.sections), items, masked, len(self.payload()))

    def payload(self) -> bytes:
        sections = {
            name: {one.label: "".join(piece.text for piece in one.pieces) for one in self.rows(name)}
            for name in NAMES
            if name not in self.off
        }
        return json.dumps({"schema": "rescousse.snapshot/1", "sections": sections}, indent=1, ensure_ascii=False).encode()

    def digest(self) -> str:
        return hashlib.sha256(self.payload()).hexdigest()


def review(rows: int = 0) -> Review:
    """The sample; with `rows`, so many more programs."""
    more = tuple(row("os", f"package {place}", f"{place}.0") for place in range(rows))
    return Review(ROWS + more)
