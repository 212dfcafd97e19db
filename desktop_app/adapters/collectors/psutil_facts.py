"""What psutil tells on every system. The only module that imports it: its next version renames fields.

It is loaded when first used, not when the tray starts.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Event
from typing import Any, ParamSpec, TypeVar

from desktop_app.adapters.collectors.scopes import scope
from desktop_app.adapters.collectors.tree import moment
from desktop_app.domain.sections.identity import SignedIn
from desktop_app.domain.sections.machine import Cpu, Memory, Power
from desktop_app.domain.sections.network import Address, Interface, Listener
from desktop_app.domain.sections.storage import Volume

_LISTENING = ("LISTEN", "NONE")
_MOST_LISTENERS = 200
P = ParamSpec("P")
T = TypeVar("T")


def _asked(read: Callable[P, T]) -> Callable[P, T]:
    """psutil's own faults as those of the system that they stand for: it has a class of its own for most, and says
    RuntimeError where Windows' performance counters are off.
    """

    @wraps(read)
    def told(*arguments: P.args, **named: P.kwargs) -> T:
        import psutil

        try:
            return read(*arguments, **named)
        except psutil.AccessDenied as fault:
            raise PermissionError(str(fault)) from fault
        except (psutil.Error, RuntimeError) as fault:
            raise OSError(str(fault)) from fault

    return told


@_asked
def addresses() -> dict[str, tuple[Address, ...]]:
    """The addresses of each card."""
    import psutil

    return {name: tuple(_addresses(entries)) for name, entries in psutil.net_if_addrs().items()}


def _addresses(entries: Any) -> list[Address]:
    found = []
    for entry in entries:
        try:
            address = ip_address(entry.address.partition("%")[0])
        except ValueError:
            continue
        found.append(Address(str(address), _prefix(entry.netmask), f"ipv{address.version}", scope(address)))
    return found


def _prefix(mask: str | None) -> int | None:
    if not mask:
        return None
    try:
        return ip_network(f"0.0.0.0/{mask}").prefixlen if ":" not in mask else bin(int(IPv6Address(mask))).count("1")
    except ValueError:
        return None


@_asked
def macs() -> dict[str, str]:
    """The hardware address of each card, with colons."""
    import psutil

    found = {}
    for name, entries in psutil.net_if_addrs().items():
        for entry in entries:
            if entry.family == psutil.AF_LINK and entry.address.strip("0:-"):
                found[name] = entry.address.replace("-", ":").lower()
    return found


@_asked
def interfaces() -> tuple[Interface, ...]:
    """Cards with state and counters."""
    import psutil

    known, counts, hardware = addresses(), psutil.net_io_counters(pernic=True), macs()
    return tuple(
        _interface(name, state, known.get(name, ()), counts.get(name), hardware.get(name))
        for name, state in psutil.net_if_stats().items()
    )


def _interface(name: str, state: Any, known: tuple[Address, ...], count: Any, mac: str | None) -> Interface:
    duplex = {2: "full", 1: "half"}.get(int(state.duplex))
    counters: Mapping[str, Any] = (
        {}
        if count is None
        else {
            "received_bytes": count.bytes_recv,
            "sent_bytes": count.bytes_sent,
            "errors": count.errin + count.errout,
            "drops": count.dropin + count.dropout,
        }
    )
    return Interface(
        name=name,
        up=state.isup,
        cable=state.isup,
        mac=mac,
        speed_mbit=state.speed or None,
        duplex=duplex,
        mtu=state.mtu,
        addresses=known,
        **counters,
    )


@_asked
def memory() -> Memory:
    """Memory and swap."""
    import psutil

    now = psutil.virtual_memory()
    return Memory(
        total_bytes=now.total, available_bytes=now.available, used_percent=now.percent, **_swap(psutil.swap_memory)
    )


def _swap(read: Callable[[], Any]) -> dict[str, Any]:
    """Nothing of it where it is counted by performance counters, and these are off."""
    try:
        swap = read()
    except RuntimeError:
        return {}
    return {
        "swap_total_bytes": swap.total,
        "swap_used_bytes": swap.used,
        "swapped_in_bytes": swap.sin,
        "swapped_out_bytes": swap.sout,
    }


@_asked
def cpu() -> Cpu:
    """Counts, clock and load."""
    import psutil

    clock: Any = psutil.cpu_freq()  # None on some machines, whatever its type says
    return Cpu(
        cores=psutil.cpu_count(logical=False),
        threads=psutil.cpu_count(),
        mhz_now=clock.current if clock else None,
        mhz_max=(clock.max or None) if clock else None,
        **_load(psutil.getloadavg),
    )


def _load(read: Callable[[], tuple[float, float, float]]) -> dict[str, Any]:
    """The same for the load, which Windows counts so too."""
    try:
        return dict(zip(("load_1", "load_5", "load_15"), read(), strict=True))
    except RuntimeError:
        return {}


@_asked
def power() -> Power:
    """Whether the machine is plugged in."""
    import psutil

    battery = psutil.sensors_battery()
    return Power(plugged_in=battery.power_plugged if battery else None)


@_asked
def booted() -> float:
    """When the machine started, in seconds since 1970."""
    import psutil

    return float(psutil.boot_time())


@_asked
def signed_in() -> tuple[SignedIn, ...]:
    """Who is signed in, and from where."""
    import psutil

    here = {"", "localhost", ":0"}
    return tuple(
        SignedIn(user=found.name, origin=found.host if found.host not in here else None, since=moment(found.started))
        for found in psutil.users()
    )


@_asked
def volumes() -> tuple[Volume, ...]:
    """Local volumes; network drives are skipped, for asking a dead one takes minutes."""
    import psutil

    local = (part for part in psutil.disk_partitions(all=False) if "remote" not in part.opts and part.fstype)
    return tuple(_volume(part) for part in local)


def _volume(part: Any) -> Volume:
    import psutil

    options = part.opts.split(",")
    about = {"mount": part.mountpoint, "device": part.device, "filesystem": part.fstype}
    try:
        use = psutil.disk_usage(part.mountpoint)
    except OSError:
        return Volume(**about)
    return Volume(
        **about,
        total_bytes=use.total,
        free_bytes=use.free,
        used_percent=use.percent,
        read_only="ro" in options,
        removable="removable" in options,
    )


@_asked
def programs() -> list[dict[str, Any]]:
    """What runs: numbers and names, never a command line."""
    import psutil

    wanted = ["pid", "name", "username", "status", "cpu_times", "memory_info", "num_threads", "create_time"]
    return [process.info for process in psutil.process_iter(wanted)]


@_asked
def use_percent(seconds: float = 0.1) -> float:
    """How busy all processors together are, measured for so long."""
    import psutil

    return float(psutil.cpu_percent(interval=seconds))


def busy_percent(numbers: Sequence[int], seconds: float = 0.2) -> dict[int, float]:
    """How busy each of these programs keeps a processor, measured for so long; one that ended is left out."""
    before = _cpu_seconds(numbers)
    Event().wait(seconds)
    after = _cpu_seconds(tuple(before))
    return {number: round(100 * (used - before[number]) / seconds, 1) for number, used in after.items()}


def _cpu_seconds(numbers: Sequence[int]) -> dict[int, float]:
    import psutil

    found = {}
    for number in numbers:
        try:
            times = psutil.Process(number).cpu_times()
        except (psutil.Error, OSError):
            continue
        found[number] = times.user + times.system
    return found


@_asked
def written() -> dict[str, tuple[int, int]]:
    """For each disk, bytes read and written since the start."""
    import psutil

    found = psutil.disk_io_counters(perdisk=True) or {}
    return {name: (counters.read_bytes, counters.write_bytes) for name, counters in found.items()}


@_asked
def listeners() -> tuple[Listener, ...]:
    """Ports on which this machine answers, and by which program."""
    import psutil

    names = {process.info["pid"]: process.info["name"] for process in psutil.process_iter(["pid", "name"])}
    found: dict[tuple[int, str], Listener] = {}
    for entry in psutil.net_connections(kind="inet"):
        if entry.status in _LISTENING and entry.laddr:
            protocol = "tcp" if entry.status == "LISTEN" else "udp"
            where = "this computer" if ip_address(entry.laddr.ip.partition("%")[0]).is_loopback else "network"
            found.setdefault(
                (entry.laddr.port, protocol), Listener(entry.laddr.port, protocol, names.get(entry.pid or -1), where)
            )
    return tuple(found.values())[:_MOST_LISTENERS]
