"""Linux: the processor, from /proc/cpuinfo, /proc/stat and /sys/devices/system/cpu."""

from desktop_app.adapters.collectors.linux.pressure import pressure
from desktop_app.adapters.collectors.tree import Tree, number_in
from desktop_app.domain.sections.machine import Cpu, Mitigation

_CPU = "sys/devices/system/cpu/"
_ABILITIES = {
    "aes": "AES",
    "vmx": "VT-x",
    "svm": "AMD-V",
    "avx2": "AVX2",
    "avx512f": "AVX-512",
    "sse4_2": "SSE4.2",
    "rdrand": "RDRAND",
}
_UNITS = {"K": 1024, "M": 1024 * 1024}


def cpu(tree: Tree) -> Cpu:
    """The processor and how busy it is."""
    blocks = _blocks(tree)
    first = blocks[0] if blocks else {}
    load = tree.raw("proc/loadavg").split()
    clocks = [float(block["cpu MHz"]) for block in blocks if block.get("cpu MHz")]
    top = tree.number(_CPU + "cpu0/cpufreq/cpuinfo_max_freq")
    flags = frozenset((first.get("flags") or first.get("Features") or "").split())
    caches = _caches(tree)
    return Cpu(
        model=first.get("model name") or first.get("Model"),
        maker=first.get("vendor_id"),
        sockets=len({block.get("physical id", "0") for block in blocks}) or None,
        cores=len({(block.get("physical id"), block.get("core id", block.get("processor"))) for block in blocks})
        or None,
        threads=len(blocks) or None,
        mhz_now=round(sum(clocks) / len(clocks), 1) if clocks else None,
        mhz_max=top / 1000 if top else None,
        cache_l1_bytes=caches.get(1),
        cache_l2_bytes=caches.get(2),
        cache_l3_bytes=caches.get(3),
        abilities=tuple(name for flag, name in _ABILITIES.items() if flag in flags),
        microcode=first.get("microcode"),
        family=number_in(first.get("cpu family", "")),
        model_number=number_in(first.get("model", "")),
        stepping=number_in(first.get("stepping", "")),
        use_percent=_use_since_start(tree),
        load_1=float(load[0]) if len(load) > 2 else None,
        load_5=float(load[1]) if len(load) > 2 else None,
        load_15=float(load[2]) if len(load) > 2 else None,
        pressure_percent=pressure(tree, "cpu").some_10,
        governor=tree.text(_CPU + "cpu0/cpufreq/scaling_governor"),
        power_plan=tree.text("sys/firmware/acpi/platform_profile"),
        mitigations=_mitigations(tree),
    )


def _blocks(tree: Tree) -> list[dict[str, str]]:
    """One table per thread; the words of long lines are shared, for a machine may have hundreds."""
    blocks = []
    for block in tree.raw("proc/cpuinfo").split("\n\n"):
        split = (line.partition(":") for line in block.splitlines())
        table = {key.strip(): value.strip() for key, sign, value in split if sign}
        if "processor" in table:
            blocks.append(table)
    return blocks


def _caches(tree: Tree) -> dict[int, int]:
    """Size of each level as the first core sees it; level 1 has one half for data and one for instructions."""
    sizes: dict[int, int] = {}
    for name in tree.names(_CPU + "cpu0/cache"):
        level = tree.number(f"{_CPU}cpu0/cache/{name}/level")
        size = tree.text(f"{_CPU}cpu0/cache/{name}/size") or ""
        if level and size[:-1].isdecimal() and size[-1] in _UNITS:
            sizes[level] = sizes.get(level, 0) + int(size[:-1]) * _UNITS[size[-1]]
    return sizes


def _use_since_start(tree: Tree) -> float | None:
    """Part of the time since the start in which the processor worked; the load figures tell the present."""
    words = tree.raw("proc/stat").split("\n", 1)[0].split()[1:9]
    times = [int(word) for word in words if word.isdecimal()]
    whole = sum(times)
    return round(100 * (1 - (times[3] + times[4]) / whole), 1) if len(times) > 4 and whole else None


def _mitigations(tree: Tree) -> tuple[Mitigation, ...]:
    folder = _CPU + "vulnerabilities"
    return tuple(Mitigation(name, tree.text(f"{folder}/{name}")) for name in tree.names(folder))
