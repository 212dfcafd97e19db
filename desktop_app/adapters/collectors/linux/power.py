"""Linux: battery, mains, heat, from /sys/class/power_supply and /sys/class/hwmon."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.machine import Battery, Fan, Power, Sensor

_SUPPLIES = "sys/class/power_supply/"
_MICRO = 1_000_000


def power(tree: Tree) -> Power:
    """Power. A machine without battery has none to tell of; that is no fault."""
    batteries, online, watts = [], [], []
    for name in tree.names(_SUPPLIES):
        here = f"{_SUPPLIES}{name}/"
        kind, scope = tree.text(here + "type"), tree.text(here + "scope")
        if kind == "Battery" and scope != "Device":
            batteries.append(_battery(tree, name, here))
        elif kind in {"Mains", "USB"}:
            online.append(tree.number(here + "online") == 1)
            watts.append(_watts(tree, here))
    return Power(
        plugged_in=any(online) if online else None,
        charger_watts=max((found for found in watts if found), default=None),
        batteries=tuple(batteries),
        sleep_kinds=tuple((tree.text("sys/power/state") or "").split()),
        temperatures=_temperatures(tree),
        fans=_fans(tree),
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
