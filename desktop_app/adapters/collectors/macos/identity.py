"""macOS: whose machine it is, and who manages it."""

import os
import re
from collections.abc import Iterator

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.macos.values import text
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.identity import Account, Identity

_NAMES = "Library/Preferences/SystemConfiguration/preferences.plist"
_DOMAINS = "Library/Preferences/OpenDirectory/Configurations/Active Directory"
_ADMINISTRATORS, _FIRST_PERSON = 80, 501
_DSCL = ("/usr/bin/dscl", ".")
_ENROLLED = re.compile(r"MDM enrollment:\s*Yes", re.IGNORECASE)
_MOST = 100


def identity(mac: Mac) -> Identity | Partly:
    """Whose machine it is."""
    parts = Parts()
    names = mac.plist(_NAMES).get("System", {})
    local, domain = names.get("Network", {}).get("HostNames", {}).get("LocalHostName"), _domain(mac)
    enrolled = parts.one(lambda: mac.said("/usr/bin/profiles", "status", "-type", "enrollment"))
    managed = bool(_ENROLLED.search(enrolled)) if enrolled else None
    return parts.whole(
        Identity(
            computer_name=text(names.get("System", {}).get("ComputerName")),
            network_name=f"{clean(local)}.local" if isinstance(local, str) and local else None,
            domain=domain,
            directory="Active Directory" if domain else None,
            joined=domain is not None,
            managed=managed,
            management="MDM" if managed else None,
            user=mac.files.environ.get("USER") or mac.files.environ.get("LOGNAME"),
            user_is_administrator=_ADMINISTRATORS in os.getgroups() if hasattr(os, "getgroups") else None,
            signed_in=parts.rows(psutil_facts.signed_in)[:_MOST],
            accounts=parts.rows(lambda: _accounts(mac))[:_MOST],
            machine_id=parts.one(lambda: text(mac.now.first("SPHardwareDataType").get("platform_UUID"))),
        )
    )


def _domain(mac: Mac) -> str | None:
    """The domain that the machine was bound to, by the name of the file about it; what is in it is for others."""
    found = (name.removesuffix(".plist") for name in mac.files.names(_DOMAINS) if name.endswith(".plist"))
    return next(found, None)


def _accounts(mac: Mac) -> Iterator[Account]:
    """The people with an account. Raises ProgramFailed."""
    masters = mac.said(*_DSCL, "-read", "/Groups/admin", "GroupMembership").partition(":")[2].split()
    names = dict(_pairs(mac.said(*_DSCL, "-list", "/Users", "RealName")))
    for user, number in _pairs(mac.said(*_DSCL, "-list", "/Users", "UniqueID")):
        if number.isdecimal() and int(number) >= _FIRST_PERSON and not user.startswith("_"):
            yield Account(user, names.get(user) or None, user in masters, None)


def _pairs(said: str) -> Iterator[tuple[str, str]]:
    for line in said.splitlines():
        name, _, value = clean(line).partition(" ")
        yield name, value.strip()
