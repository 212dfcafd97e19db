"""Windows' own firewall, from the registry: what it does in each kind of network, policy before choice."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.domain.sections.network import Profile

_OWN = r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
_POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall"
_PROFILES = {
    "Domain": ("DomainProfile", "DomainProfile"),
    "Private": ("StandardProfile", "PrivateProfile"),
    "Public": ("PublicProfile", "PublicProfile"),
}


def profiles(keys: Registry) -> Iterator[Profile]:
    """Each kind of network for which something is decided."""
    for name, (own, policy) in _PROFILES.items():
        decided = keys.value(rf"{_POLICY}\{policy}", "EnableFirewall")
        state = keys.value(rf"{_OWN}\{own}", "EnableFirewall") if decided is None else decided
        if state is not None:
            yield Profile(name, state == 1)
