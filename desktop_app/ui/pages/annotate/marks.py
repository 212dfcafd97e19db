"""What is drawn on a picture, as values: marks in pixels of the picture, and the way back to each earlier drawing."""

from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]


class Tool(StrEnum):
    """What a mark is."""

    BOX = "box"
    ARROW = "arrow"
    TEXT = "text"
    MASK = "mask"
    CROP = "crop"


@dataclass(frozen=True)
class Mark:
    """From `start` to `end`, in pixels of the picture; a text begins at `start` and has the size of its words."""

    tool: Tool
    start: Point
    end: Point
    words: str = ""

    @property
    def corners(self) -> tuple[Point, ...]:
        """Where it can be taken hold of: two ends, or four corners, each opposite the one after the next."""
        if self.tool is Tool.ARROW:
            return self.start, self.end
        if self.tool is Tool.TEXT:
            return ()
        (left, top), (right, bottom) = self.start, self.end
        return (left, top), (right, top), (right, bottom), (left, bottom)

    def moved(self, by: Point) -> "Mark":
        """The same one, elsewhere."""
        return replace(self, start=_sum(self.start, by), end=_sum(self.end, by))

    def pulled(self, corner: int, to: Point) -> "Mark":
        """The same one with a corner elsewhere; the opposite one stays."""
        if self.tool is Tool.ARROW:
            return replace(self, start=to) if corner == 0 else replace(self, end=to)
        return replace(self, start=self.corners[(corner + 2) % 4], end=to)


@dataclass(frozen=True)
class Drawing:
    """All marks, oldest first; one of them at most says what is cut out."""

    marks: tuple[Mark, ...] = ()

    @property
    def crop(self) -> Mark | None:
        """What is kept of the picture; None for all of it."""
        return next((mark for mark in self.marks if mark.tool is Tool.CROP), None)

    def count(self, tool: Tool) -> int:
        """How many marks of one tool."""
        return sum(mark.tool is tool for mark in self.marks)

    def with_mark(self, mark: Mark) -> "Drawing":
        """With one more; another cut replaces the first."""
        kept = self.marks if mark.tool is not Tool.CROP else tuple(m for m in self.marks if m.tool is not Tool.CROP)
        return Drawing((*kept, mark))

    def with_changed(self, place: int, mark: Mark) -> "Drawing":
        """With another one in that place."""
        return Drawing((*self.marks[:place], mark, *self.marks[place + 1 :]))

    def without(self, place: int) -> "Drawing":
        """With one less."""
        return Drawing((*self.marks[:place], *self.marks[place + 1 :]))


class History:
    """Every drawing so far, and where one stands among them."""

    def __init__(self) -> None:
        self._all, self._at = [Drawing()], 0

    @property
    def now(self) -> Drawing:
        """The drawing in force."""
        return self._all[self._at]

    def add(self, drawing: Drawing) -> None:
        """A new one; what was taken back before it is forgotten."""
        if drawing != self.now:
            self._all = [*self._all[: self._at + 1], drawing]
            self._at += 1

    def step(self, by: int) -> bool:
        """Go back (-1) or forth (+1); False when there is nothing there."""
        can = 0 <= self._at + by < len(self._all)
        self._at += by if can else 0
        return can

    def can_step(self, by: int) -> bool:
        """Whether there is something there."""
        return 0 <= self._at + by < len(self._all)


def _sum(one: Point, other: Point) -> Point:
    return one[0] + other[0], one[1] + other[1]
