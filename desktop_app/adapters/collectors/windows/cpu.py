"""Windows: the processor."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.calls import Calls
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import number, text, whole
from desktop_app.domain.sections.machine import Cpu, Mitigation

_PROCESSOR = r"HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0"
_SCHEMES = r"HKLM\SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes"
_PLANS = {
    "381b4222-f694-41f0-9685-ff5bb260df2e": "balanced",
    "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c": "high performance",
    "a1841308-3541-4fab-bc81-f71556f20b4a": "power saver",
    "e9a42b02-d5df-448d-aa00-03f14749eb61": "ultimate performance",
}
_ABILITIES = {
    12: "nx",
    13: "sse3",
    17: "xsave",
    20: "slat",
    21: "virtualisation",
    28: "rdrand",
    37: "sse4.1",
    38: "sse4.2",
    39: "avx",
    40: "avx2",
    41: "avx512",
    30: "arm64 crypto",
}
"""The numbers of IsProcessorFeaturePresent (winnt.h) that a help desk asks for."""
_SPECULATION, _SHADOW = 201, 196
_BRANCHES, _BRANCHES_OFF, _STORES, _BUFFERS = 0x1, 0x2, 0x400, 0x4_0000
_SHADOWED, _SHADOW_NEEDED = 0x1, 0x10
"""Flags of SYSTEM_SPECULATION_CONTROL_INFORMATION and SYSTEM_KERNEL_VA_SHADOW_INFORMATION, as Microsoft's own
SpeculationControl script reads them."""


def cpu(pc: Pc) -> Cpu | Partly:
    """The processor."""
    parts, keys = Parts(), pc.keys
    plan, microcode = text(keys.value(_SCHEMES, "ActivePowerScheme")), keys.value(_PROCESSOR, "Update Revision")
    here = pc.calls.features(tuple(_ABILITIES))
    found = replace(
        psutil_facts.cpu(),
        model=text(keys.value(_PROCESSOR, "ProcessorNameString")),
        maker=text(keys.value(_PROCESSOR, "VendorIdentifier")),
        abilities=tuple(name for code, name in _ABILITIES.items() if code in here),
        microcode=_revision(microcode) if isinstance(microcode, bytes) else None,
        use_percent=parts.one(psutil_facts.use_percent),
        power_plan=_PLANS.get(plan.strip("{}").lower(), plan) if plan else None,
        mitigations=tuple(_mitigations(pc.calls)),
    )
    chips = parts.rows(lambda: pc.now.all("Win32_Processor"))
    caches = parts.rows(lambda: pc.now.all("Win32_CacheMemory"))
    return parts.whole(parts.one(lambda: _measured(found, chips, caches)) or found)


def _measured(found: Cpu, chips: tuple[dict[str, Any], ...], caches: tuple[dict[str, Any], ...]) -> Cpu:
    """CIM counts the levels of caches from 3, and their sizes in KiB."""
    levels = {entry.get("Level"): whole(entry.get("InstalledSize"), 1024) for entry in caches}
    if not chips:
        return found
    return replace(
        found,
        sockets=len(chips),
        mhz_max=number(chips[0].get("MaxClockSpeed")) or found.mhz_max,
        mhz_now=number(chips[0].get("CurrentClockSpeed")) or found.mhz_now,
        cache_l1_bytes=levels.get(3),
        cache_l2_bytes=levels.get(4) or whole(chips[0].get("L2CacheSize"), 1024) or None,
        cache_l3_bytes=levels.get(5) or whole(chips[0].get("L3CacheSize"), 1024) or None,
    )


def _revision(content: bytes) -> str | None:
    """The number stands in the upper half where there are eight bytes."""
    found = int.from_bytes(content[-4:], "little") or int.from_bytes(content[:4], "little")
    return f"0x{found:x}" if found else None


def _mitigations(calls: Calls) -> Iterator[Mitigation]:
    """What the kernel does against the flaws that became known from 2018 on."""
    flags, shadow = calls.system_information(_SPECULATION), calls.system_information(_SHADOW)
    if flags is not None:
        off = "switched off" if flags & _BRANCHES_OFF else "not in use"
        yield Mitigation("spectre_v2", "in use" if flags & _BRANCHES else off)
        yield Mitigation("spec_store_bypass", "in use" if flags & _STORES else "not in use")
        yield Mitigation("mds", "in use" if flags & _BUFFERS else "not in use")
    if shadow is not None:
        needed = "not in use" if shadow & _SHADOW_NEEDED else "not affected"
        yield Mitigation("meltdown", "in use" if shadow & _SHADOWED else needed)
