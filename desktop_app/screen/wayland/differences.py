"""Where two pictures of the same size differ: compositors say it in ways of their own, or not at all."""

import numpy as np

from desktop_app.screen.tiles import Pixels, Rect

_BLOCK = 16


def differences(before: Pixels, after: Pixels) -> list[Rect]:
    """Rectangles that hold every pixel whose colour is another, made of whole blocks, from the top."""
    height, width = after.shape[:2]
    differs = (before.view(np.uint32) != after.view(np.uint32))[:, :, 0]
    rows = np.logical_or.reduceat(differs, np.arange(0, height, _BLOCK), axis=0)
    blocks = np.logical_or.reduceat(rows, np.arange(0, width, _BLOCK), axis=1)
    found: list[Rect] = []
    for row in np.flatnonzero(blocks.any(axis=1)):
        columns = np.flatnonzero(blocks[row])
        left, right = int(columns[0]) * _BLOCK, min(width, (int(columns[-1]) + 1) * _BLOCK)
        top = int(row) * _BLOCK
        _add(found, Rect(left, top, right - left, min(_BLOCK, height - top)))
    return found


def _add(found: list[Rect], rect: Rect) -> None:
    """One more, joined to the one above when both are as wide."""
    above = found[-1] if found else None
    if above and (above.x, above.width, above.y + above.height) == (rect.x, rect.width, rect.y):
        found[-1] = Rect(above.x, above.y, above.width, above.height + rect.height)
    else:
        found.append(rect)
