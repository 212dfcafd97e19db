"""macOS: the processor, by the kernel's own settings."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.macos.values import whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.machine import Cpu, Mitigation

_ASKED = ("hw", "machdep.cpu", "kern.bootargs")
_PLANS = {0: "automatic", 1: "low power", 2: "high power"}
_HARDENED = {
    "hw.optional.arm.FEAT_CSV2": "spectre_v2",
    "hw.optional.arm.FEAT_CSV3": "meltdown",
    "hw.optional.arm.FEAT_SSBS": "spec_store_bypass",
}
"""What Apple's own chips have against the flaws known since 2018 (Arm's names of features)."""
_FULL = "cwae=2"
_ARM = "hw.optional.arm.FEAT_"
_MOST = 60


def cpu(mac: Mac) -> Cpu | Partly:
    """The processor."""
    parts = Parts()
    told = parts.one(lambda: mac.settings(*_ASKED)) or {}
    return parts.whole(
        replace(
            psutil_facts.cpu(),
            model=told.get("machdep.cpu.brand_string"),
            maker=told.get("machdep.cpu.vendor") or ("Apple" if told.get("hw.cputype") else None),
            sockets=whole(told.get("hw.packages")),
            cache_l1_bytes=whole(told.get("hw.l1dcachesize")),
            cache_l2_bytes=whole(told.get("hw.l2cachesize")),
            cache_l3_bytes=whole(told.get("hw.l3cachesize")) or None,
            abilities=tuple(_abilities(told))[:_MOST],
            microcode=told.get("machdep.cpu.microcode_version"),
            use_percent=parts.one(psutil_facts.use_percent),
            power_plan=parts.one(lambda: plan_from(mac.said("/usr/bin/pmset", "-g", "custom"))),
            mitigations=tuple(_mitigations(told)),
        )
    )


def _abilities(told: Mapping[str, str]) -> Iterator[str]:
    words = f"{told.get('machdep.cpu.features', '')} {told.get('machdep.cpu.leaf7_features', '')}".lower().split()
    arm = (name.removeprefix(_ARM).lower() for name, value in told.items() if name.startswith(_ARM) and value == "1")
    return iter([*words, *arm])


def _mitigations(told: Mapping[str, str]) -> Iterator[Mitigation]:
    for name, flaw in _HARDENED.items():
        if name in told:
            yield Mitigation(flaw, "in the chip" if told[name] == "1" else "not in the chip")
    if told.get("machdep.cpu.vendor"):
        yield Mitigation("mds", "full" if _FULL in told.get("kern.bootargs", "") else "standard")


def plan_from(said: str) -> str | None:
    """How power is used on mains, else on battery: the one number that `pmset` prints for it."""
    words = [line.split() for line in said.splitlines()]
    modes = [
        int(word[1])
        for word in words
        if len(word) == 2 and word[0] in {"powermode", "lowpowermode"} and word[1].isdecimal()
    ]
    return _PLANS.get(modes[-1]) if modes else None
