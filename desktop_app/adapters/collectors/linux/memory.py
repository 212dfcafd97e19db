"""Linux: memory and swap, from /proc/meminfo, /proc/vmstat, /proc/pressure and EDAC."""

from desktop_app.adapters.collectors.linux.pressure import pressure
from desktop_app.adapters.collectors.linux.udev import described
from desktop_app.adapters.collectors.tree import Tree, number_in
from desktop_app.domain.sections.machine import Memory, Module

_PAGE = 4096
_MOST_SLOTS = 64


def memory(tree: Tree) -> Memory:
    """Memory and its modules, as far as udev or the kernel's memory controller wrote them down."""
    sizes = {name: (number_in(value) or 0) * 1024 for name, value in tree.pairs("proc/meminfo", ":").items()}
    counts = {line.split()[0]: int(line.split()[1]) for line in tree.lines("proc/vmstat") if len(line.split()) == 2}
    waiting = pressure(tree, "memory")
    total, available = sizes.get("MemTotal"), sizes.get("MemAvailable")
    return Memory(
        total_bytes=total,
        available_bytes=available,
        used_percent=round(100 * (1 - available / total), 1) if total and available is not None else None,
        swap_total_bytes=sizes.get("SwapTotal"),
        swap_used_bytes=sizes.get("SwapTotal", 0) - sizes.get("SwapFree", 0) if "SwapTotal" in sizes else None,
        swapped_in_bytes=_bytes(counts, "pswpin"),
        swapped_out_bytes=_bytes(counts, "pswpout"),
        pressure_10_percent=waiting.some_10,
        pressure_60_percent=waiting.some_60,
        stalled_10_percent=waiting.full_10,
        commit_limit_bytes=sizes.get("CommitLimit"),
        committed_bytes=sizes.get("Committed_AS"),
        programs_ended=counts.get("oom_kill"),
        hardware_errors=_errors(tree),
        modules=_described(tree) or _modules(tree),
    )


def _bytes(counts: dict[str, int], name: str) -> int | None:
    return counts[name] * _PAGE if name in counts else None


def _errors(tree: Tree) -> int | None:
    found = [
        tree.number(str(file.relative_to(tree.root))) for file in tree.glob("sys/devices/system/edac/mc/mc*/?e_count")
    ]
    return sum(count or 0 for count in found) if found else None


def _modules(tree: Tree) -> tuple[Module, ...]:
    modules = []
    for folder in tree.glob("sys/devices/system/edac/mc/mc*/dimm*"):
        here = str(folder.relative_to(tree.root))
        size = tree.number(f"{here}/size")
        if size:
            kind = tree.text(f"{here}/dimm_mem_type")
            modules.append(Module(tree.text(f"{here}/dimm_label") or folder.name, size * 1024 * 1024, kind))
    return tuple(modules)


def _described(tree: Tree) -> tuple[Module, ...]:
    """The modules as the firmware's tables name them: udev reads these with rights of its own."""
    about = described(tree, "+dmi:id")
    slots = (f"MEMORY_DEVICE_{number}_" for number in range(_MOST_SLOTS))
    return tuple(
        _module(about, slot) for slot in slots if about.get(slot + "SIZE", "0").isdecimal() and slot + "SIZE" in about
    )


def _module(about: dict[str, str], slot: str) -> Module:
    speed = about.get(slot + "CONFIGURED_SPEED_MTS") or about.get(slot + "SPEED_MTS") or ""
    return Module(
        slot=about.get(slot + "LOCATOR"),
        size_bytes=int(about[slot + "SIZE"]),
        kind=about.get(slot + "TYPE"),
        mhz=int(speed) if speed.isdecimal() else None,
        maker=about.get(slot + "MANUFACTURER"),
        part=about.get(slot + "PART_NUMBER"),
        serial=about.get(slot + "SERIAL_NUMBER"),
    )
