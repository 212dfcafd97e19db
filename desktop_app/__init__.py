"""Rescousse: guided fixes, a reviewed system snapshot and one conversation with IT support."""

import os

__version__ = "0.1.0"

# No stranger's code takes part in checking our words; looking for it reads the metadata of every package, too.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
