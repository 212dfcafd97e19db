"""What macOS is told of the program: the property lists of the app and of its start at login.

Written without a Mac: the property lists are tested, that macOS takes them is not.
"""

import plistlib
from typing import Any

from desktop_app.domain.words import LANGUAGES

BUNDLE_ID = "org.rescousse.desktop"
APP = "/Applications/Rescousse.app"
SIGN_AS, RIGHTS = "RESCOUSSE_SIGN_AS", "RESCOUSSE_RIGHTS"
"""The variables that name the certificate, and the file of `rights`, while the bundle is made."""

_OLDEST = "13.0"  # which the wheels of Qt are built for


def information(version: str) -> dict[str, Any]:
    """The app's Info.plist: near the clock without a place in the Dock, four languages, the address `rescousse:`."""
    return {
        "CFBundleDisplayName": "Rescousse",
        "CFBundleDevelopmentRegion": "fr",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleURLTypes": [{"CFBundleURLName": BUNDLE_ID, "CFBundleURLSchemes": ["rescousse"]}],
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": _OLDEST,
        "LSUIElement": True,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "GPL-3.0-or-later",
    }


def agent() -> bytes:
    """What starts it at every login, for everybody: `/Library/LaunchAgents/{BUNDLE_ID}.plist`.

    `AssociatedBundleIdentifiers` puts it under the app's own name in the list of login items.
    """
    return plistlib.dumps(
        {
            "Label": f"{BUNDLE_ID}.login",
            "ProgramArguments": [f"{APP}/Contents/MacOS/rescousse", "--background"],
            "AssociatedBundleIdentifiers": [BUNDLE_ID],
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
            "RunAtLoad": True,
        }
    )


def rights() -> bytes:
    """What a hardened program may do all the same (`codesign --entitlements`): load what Python's wheels bring."""
    allowed = {"com.apple.security.cs.disable-library-validation": True}
    return plistlib.dumps(allowed)
