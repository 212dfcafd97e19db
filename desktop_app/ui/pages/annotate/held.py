"""A mark in the hand: one that is being drawn, moved or stretched."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from desktop_app.ui.pages.annotate.ink import place_of
from desktop_app.ui.pages.annotate.marks import Drawing, Mark, Point, Tool

_WHOLE = -1


@dataclass(frozen=True)
class Held:
    """`drawing` as it looks now, `place` of the mark in it, which `corner` is held (-1: all of it), and from where."""

    drawing: Drawing
    place: int
    corner: int
    before: Mark
    since: Point

    def led(self, to: Point) -> Held:
        """The hand is at another point."""
        if self.corner == _WHOLE:
            mark = self.before.moved((to[0] - self.since[0], to[1] - self.since[1]))
        else:
            mark = self.before.pulled(self.corner, to)
        return replace(self, drawing=self.drawing.with_changed(self.place, mark))


def held_at(drawing: Drawing, chosen: int, tool: Tool, at: Point, reach: tuple[int, float]) -> Held:
    """What a hand takes hold of at a point: a corner of the chosen mark, a mark that lies there, or a new one.

    `reach`: the width of the picture, and how near to a corner is near enough.
    """
    width, near = reach
    if 0 <= chosen < len(drawing.marks):
        mark = drawing.marks[chosen]
        for corner, point in enumerate(mark.corners):
            if max(abs(point[0] - at[0]), abs(point[1] - at[1])) <= near:
                return Held(drawing, chosen, corner, mark, at)
    for place in reversed(range(len(drawing.marks))):
        mark = drawing.marks[place]
        if mark.tool in (Tool.MASK, Tool.TEXT) and place_of(mark, width).contains(QPointF(*at)):
            return Held(drawing, place, _WHOLE, mark, at)
    new = Mark(tool, at, at)
    drawn = drawing.with_mark(new)
    return Held(drawn, len(drawn.marks) - 1, len(new.corners) // 2, new, at)
