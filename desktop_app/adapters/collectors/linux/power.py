"""Linux: battery, mains, heat, from /sys/class/power_supply and /sys/class/hwmon."""

from dataclasses import replace

from desktop_app.adapters.collectors.linux import journal
from desktop_app.adapters.collectors.linux.bus import Table, system_bus
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.machine import Battery, Fan, Power, Sensor

_SUPPLIES = "sys/class/power_supply/"
_MICRO = 1_000_000
_UPOWER, _BATTERY = "org.freedesktop.UPower", 2
_STATES = {1: "charging", 2: "discharging", 3: "empty", 4: "full", 5: "not charging", 6: "not charging"}
_TECHNOLOGIES = {1: "Li-ion", 2: "Li-poly", 3: "LiFePO4", 4: "Pb", 5: "NiCd", 6: "NiMH"}
_FELL_ASLEEP, _WOKE_UP = "6bbd95ee977941e497c48be27c254128", "8811e6df2a8e40f58a94cea26f8ebf14"


def power(tree: Tree) -> Power | Partly:
    """Power. A machine without battery has none to tell of; that is no fault."""
    parts = Parts()
    batteries, online, watts = [], [], []
    for name in tree.names(_SUPPLIES):
        here = f"{_SUPPLIES}{name}/"
        kind, scope = tree.text(here + "type"), tree.text(here + "scope")
        if kind == "Battery" and scope != "Device":
            batteries.append(_battery(tree, name, here))
        elif kind in {"Mains", "USB"}:
            online.append(tree.number(here + "online") == 1)
            watts.append(_watts(tree, here))
    told = parts.rows(lambda: _upower(tree))
    slept, woke = parts.one(lambda: _slept(tree)) or (None, None)
    return parts.whole(
        Power(
            plugged_in=any(online) if online else None,
            charger_watts=max((found for found in watts if found), default=None),
            batteries=_joined(batteries, list(told)),
            sleep_kinds=tuple((tree.text("sys/power/state") or "").split()),
            last_slept_at=slept,
            last_woke_at=woke,
            woken_by=_woken_by(tree),
            temperatures=_temperatures(tree),
            fans=_fans(tree),
        )
    )


def _watts(tree: Tree, here: str) -> float | None:
    volts, ampere = tree.number(here + "voltage_max"), tree.number(here + "current_max")
    return round(volts / _MICRO * ampere / _MICRO, 1) if volts and ampere else None


def _battery(tree: Tree, name: str, here: str) -> Battery:
    full, designed = _wh(tree, here, "full"), _wh(tree, here, "full_design")
    now, drain = tree.number(here + "energy_now"), tree.number(here + "power_now")
    state = (tree.text(here + "status") or "").lower() or None
    left = int(now / drain * 3600) if now and drain and state == "discharging" else None
    return Battery(
        name=name,
        state=state,
        charge_percent=tree.number(here + "capacity"),
        designed_wh=designed,
        full_wh=full,
        health_percent=round(100 * full / designed, 1) if full and designed else None,
        cycles=tree.number(here + "cycle_count") or None,
        maker=tree.text(here + "manufacturer"),
        model=tree.text(here + "model_name"),
        serial=tree.text(here + "serial_number"),
        technology=tree.text(here + "technology"),
        seconds_left=left,
    )


def _wh(tree: Tree, here: str, what: str) -> float | None:
    """Energy in Wh; some batteries count charge instead, at their own voltage."""
    energy = tree.number(f"{here}energy_{what}")
    if energy:
        return round(energy / _MICRO, 1)
    charge = tree.number(f"{here}charge_{what}")
    volts = tree.number(here + "voltage_min_design") or tree.number(here + "voltage_now")
    return round(charge / _MICRO * volts / _MICRO, 1) if charge and volts else None


def _temperatures(tree: Tree) -> tuple[Sensor, ...]:
    found = []
    for file in tree.glob("sys/class/hwmon/hwmon*/temp*_input"):
        here = str(file.relative_to(tree.root)).removesuffix("_input")
        now, limit = tree.number(here + "_input"), tree.number(here + "_crit")
        if now is not None:
            found.append(Sensor(_sensor(tree, here), now / 1000, limit / 1000 if limit else None))
    return tuple(found)


def _fans(tree: Tree) -> tuple[Fan, ...]:
    files = (str(file.relative_to(tree.root)) for file in tree.glob("sys/class/hwmon/hwmon*/fan*_input"))
    return tuple(Fan(_sensor(tree, file.removesuffix("_input")), tree.number(file)) for file in files)


def _sensor(tree: Tree, here: str) -> str:
    chip = tree.text(here.rpartition("/")[0] + "/name") or ""
    return f"{chip} {tree.text(here + '_label') or here.rpartition('/')[2]}".strip()


def _upower(tree: Tree) -> list[Battery]:
    """Batteries as the keeper of power tells them; those of mice and headsets are not the machine's."""
    with system_bus(tree) as bus:
        answer = bus and bus.call(_UPOWER, "/org/freedesktop/UPower", _UPOWER, "EnumerateDevices")
        places = answer[0] if bus and answer else ()
        faces = [bus.properties(_UPOWER, path, f"{_UPOWER}.Device") | {"Path": path} for path in places] if bus else []
    return [_told(face) for face in faces if face.get("Type") == _BATTERY and face.get("PowerSupply")]


def _told(face: Table) -> Battery:
    full, designed = face.get("EnergyFull") or 0.0, face.get("EnergyFullDesign") or 0.0
    cycles = face.get("ChargeCycles", -1)
    return Battery(
        name=str(face.get("NativePath") or face["Path"]).rpartition("/")[2],
        state=_STATES.get(face.get("State", 0)),
        charge_percent=face.get("Percentage"),
        designed_wh=round(designed, 1) or None,
        full_wh=round(full, 1) or None,
        health_percent=round(100 * full / designed, 1) if full and designed else face.get("Capacity") or None,
        cycles=cycles if cycles > 0 else None,
        maker=face.get("Vendor") or None,
        model=face.get("Model") or None,
        serial=face.get("Serial") or None,
        technology=_TECHNOLOGIES.get(face.get("Technology", 0)),
        seconds_left=face.get("TimeToEmpty") or None,
    )


def _joined(read: list[Battery], told: list[Battery]) -> tuple[Battery, ...]:
    """What was read, completed by what was told; a battery that only one of both knows stands alone."""
    by_name = {battery.name: battery for battery in told}
    joined = [_completed(battery, by_name.pop(battery.name, Battery())) for battery in read]
    return (*joined, *by_name.values())


def _completed(battery: Battery, told: Battery) -> Battery:
    known = {name: value for name, value in vars(battery).items() if value is not None}
    return replace(told, **known)


def _slept(tree: Tree) -> tuple[str | None, str | None]:
    """When the machine last fell asleep and woke up, by the journal; only where it can sleep."""
    if not (tree.text("sys/power/state") or "") or journal.folder(tree) is None:
        return None, None
    marks = [f"MESSAGE_ID={mark}" for mark in (_FELL_ASLEEP, _WOKE_UP)]
    found = journal.asked(tree, "-n", "2", marks[0], "+", marks[1])
    moments = {line.mark: moment(line.at / 1_000_000) for line in journal.read(found)}
    return moments.get(_FELL_ASLEEP), moments.get(_WOKE_UP)


def _woken_by(tree: Tree) -> str | None:
    """The device whose call woke the machine, by the number of its line."""
    number = tree.number("sys/power/pm_wakeup_irq")
    if number is None:
        return None
    line = next((line for line in tree.lines("proc/interrupts") if line.strip().startswith(f"{number}:")), "")
    return line.split()[-1] if line else None
