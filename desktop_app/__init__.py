"""Rescousse: guided fixes, a reviewed system snapshot and one conversation with IT support."""

__version__ = "0.1.0"
