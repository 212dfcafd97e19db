"""What the organisation decided, read where each system keeps it.

A plain value is locked: the user sees it and cannot change it. `{ value = …, locked = false }` is a default that the
user may change. In the Windows registry, which has no such tables, defaults stand below the key `Recommended`.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.adapters.policy.toml import TomlPolicy

if TYPE_CHECKING:
    from desktop_app.adapters.policy.plist import PlistPolicy
    from desktop_app.adapters.policy.registry import RegistryPolicy


def find_policy(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform
) -> "TomlPolicy | RegistryPolicy | PlistPolicy":
    """The policy of this computer; RESCOUSSE_POLICY names a file instead, on every system."""
    if environ.get("RESCOUSSE_POLICY"):
        return TomlPolicy(Path(environ["RESCOUSSE_POLICY"]))
    if system == "win32":
        from desktop_app.adapters.policy.registry import RegistryPolicy

        return RegistryPolicy()
    if system == "darwin":
        from desktop_app.adapters.policy.plist import PlistPolicy

        return PlistPolicy(Path("/Library/Managed Preferences/org.rescousse.desktop.plist"))
    return TomlPolicy(Path("/etc/rescousse/policy.toml"))
