"""Top floor: the only Qt of the desktop app."""
