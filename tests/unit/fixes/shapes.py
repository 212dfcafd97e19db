"""The shapes of every registered action, asked for once."""

from desktop_app.adapters.actions import registered

SHAPES = registered()
