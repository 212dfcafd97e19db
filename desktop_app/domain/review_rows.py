"""The rows of a review: each value in parts, clear or masked, exactly as it would be sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from desktop_app.domain.findings.finding import Finding
from desktop_app.domain.leaves import Leaf, Scalar
from desktop_app.domain.masking import Masks
from desktop_app.domain.redaction.known import KnownFinder, KnownValues
from desktop_app.domain.redaction.redactor import Masked
from desktop_app.domain.redaction.span import HIDDEN, SECRET
from desktop_app.domain.sections import traits
from desktop_app.domain.snapshot import Section

State = Literal["shown", "masked", "revealed", "hidden"]


class Piece(NamedTuple):
    """A part of a value as it is sent: clear text, or a pseudonym when `kind` says what was masked."""

    text: str
    kind: str = ""


Titles = dict[str, tuple[Piece, ...]]
"""What list items are called, by the path of the value that names them."""


class Row(NamedTuple):
    """A line of the review. `label`: key of its words; `group`: what its list item is called, as it is sent.

    `may_reveal`: something personal is masked that the user may choose to send. Secrets never are.
    """

    path: str
    section: str
    label: str
    group: tuple[Piece, ...]
    value: Scalar
    unit: str
    pieces: tuple[Piece, ...]
    state: State
    may_reveal: bool = False

    @property
    def sent(self) -> str:
        """The value as it is sent; empty when it is not."""
        return "" if self.state == "hidden" else "".join(piece.text for piece in self.pieces)

    @property
    def masked(self) -> int:
        """How many values in it are masked."""
        return sum(bool(piece.kind) for piece in self.pieces)


@dataclass(frozen=True)
class Writer:
    """Writes values as they are sent, under the user's choices."""

    masks: Masks
    choices: Mapping[str, bool] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    shows_file_names: bool = False

    def rows(self, section: Section) -> tuple[Row, ...]:
        """The rows of a section in reading order."""
        titles: Titles = {}
        return tuple(self.row(section.name, leaf, titles) for leaf in section.leaves)

    def touched(self, section: Section) -> tuple[Row, ...]:
        """Its rows of which anything is not sent as it is: all that what leaves must know, and few among thousands."""
        return tuple(self.row(section.name, leaf, {}) for leaf in section.leaves if not self._is_untouched(leaf))

    @cached_property
    def _hider(self) -> KnownFinder:
        return KnownFinder(KnownValues(hidden=self.hidden))

    def row(self, section: str, leaf: Leaf, titles: Titles) -> Row:
        """The row of a value; `titles` is added to."""
        if self._is_untouched(leaf):
            return self._plain(section, leaf, titles)
        pieces = tuple(self.pieces(leaf.path, leaf.value))
        state = self._state(leaf, pieces)
        may_reveal = any(piece.kind not in {"", SECRET, HIDDEN} for piece in pieces)
        if state == "revealed":
            pieces = tuple(self.pieces(leaf.path, leaf.value, revealed=True))
        elif state == "hidden":
            pieces = (Piece("", HIDDEN),)
        titles[leaf.path] = pieces
        group = titles.get(leaf.title, ())
        unit = str(traits(leaf.name).get("unit", ""))
        return Row(leaf.path, section, leaf.name, group, leaf.value, unit, pieces, state, may_reveal)

    def _is_untouched(self, leaf: Leaf) -> bool:
        """Most values are: nothing in them is masked, hidden or chosen."""
        if self.hidden or leaf.path in self.choices:
            return False
        return not isinstance(leaf.value, str) or not self.masks.of(leaf.path, leaf.value)

    def _plain(self, section: str, leaf: Leaf, titles: Titles) -> Row:
        text = leaf.value if isinstance(leaf.value, str) else _written(leaf.value)
        titles[leaf.path] = pieces = (Piece(text),)
        unit = traits(leaf.name).get("unit", "")
        return Row(leaf.path, section, leaf.name, titles.get(leaf.title, ()), leaf.value, unit, pieces, "shown")

    def _state(self, leaf: Leaf, pieces: tuple[Piece, ...]) -> State:
        chosen = self.choices.get(leaf.path)
        if chosen is False or (not isinstance(leaf.value, str) and str(leaf.value) in self.hidden):
            return "hidden"
        is_masked = any(piece.kind for piece in pieces)
        return ("revealed" if chosen else "masked") if is_masked else "shown"

    def pieces(self, path: str, value: Scalar, *, revealed: bool = False) -> Iterator[Piece]:
        """The parts of a value as it is sent; `revealed` shows what is personal."""
        if not isinstance(value, str):
            yield Piece(_written(value))
            return
        at = 0
        for mask in self._over(path, value, revealed=revealed):
            if revealed and mask.kind not in {SECRET, HIDDEN}:
                continue
            if mask.start > at:
                yield Piece(value[at : mask.start])
            yield Piece(mask.pseudonym, mask.kind)
            at = mask.end
        if at < len(value) or not value:
            yield Piece(value[at:])

    def _over(self, path: str, text: str, *, revealed: bool) -> list[Masked]:
        found = self.masks.of(path, text, revealed=revealed, names=self.shows_file_names)
        if not self.hidden:
            return found
        spans = [mask for mask in found if mask.kind == SECRET]
        for span in self._hider.find(text):
            spans.append(Masked(span.start, span.end, HIDDEN, f"{HIDDEN}-{self.hidden.index(span.value) + 1}"))
        spans += [mask for mask in found if mask.kind != SECRET]
        return _apart(spans)

    def finding(self, finding: Finding) -> Finding:
        """A finding as it is sent."""
        facts = {
            name: "".join(piece.text for piece in self.pieces("", value)) if isinstance(value, str) else value
            for name, value in finding.facts.items()
        }
        return replace(finding, facts=facts)


def _apart(spans: list[Masked]) -> list[Masked]:
    """The first of those that overlap wins, but nothing of the others may show: it grows over them."""
    kept: list[Masked] = []
    for span in spans:
        clash = next((other for other in kept if span.start < other.end and other.start < span.end), None)
        if clash is None:
            kept.append(span)
        else:
            kept.remove(clash)
            kept.append(replace(clash, start=min(clash.start, span.start), end=max(clash.end, span.end)))
    return sorted(kept, key=lambda span: span.start)


def _written(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
