"""Top floor: the only Qt of the desktop app."""

from desktop_app.ui import plain_import as _before_any_other  # noqa: F401
