"""The machine: system, hardware, processor, memory, power."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Os:
    """The system: which one, since when, in which language, at what time."""

    name: str | None = fact(plain=True)
    version: str | None = fact(plain=True)
    build: str | None = fact(plain=True)
    edition: str | None = fact(plain=True)
    architecture: str | None = fact(plain=True)
    kernel: str | None = fact(plain=True)
    installed_at: str | None = fact(unit="moment")
    booted_at: str | None = fact(unit="moment", volatile=True)
    uptime_s: int | None = fact(unit="s", volatile=True)
    last_shutdown_clean: bool | None = fact()
    locale: str | None = fact(plain=True)
    time_zone: str | None = fact(plain=True)
    utc_offset: str | None = fact(plain=True)
    clock_synchronised: bool | None = fact()
    clock_offset_s: float | None = fact(unit="s", volatile=True)
    clock_source: str | None = fact(plain=True)
    licence: str | None = fact(plain=True)
    virtual_machine: str | None = fact(plain=True)
    boot_mode: str | None = fact(plain=True)
    boot_arguments: str | None = fact()
    restart_pending: bool | None = fact()
    restart_pending_since: str | None = fact(unit="moment")
    restart_wanted_by: tuple[str, ...] = items()


@entry
class Hardware:
    """The machine itself: maker, model, firmware."""

    maker: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    family: str | None = fact(plain=True)
    sku: str | None = fact(plain=True)
    serial: str | None = fact(mask="serial")
    uuid: str | None = fact(mask="uuid")
    asset_tag: str | None = fact(mask="serial")
    chassis: str | None = fact(plain=True)
    firmware_maker: str | None = fact(plain=True)
    firmware_version: str | None = fact(plain=True)
    firmware_date: str | None = fact(plain=True)
    board_maker: str | None = fact(plain=True)
    board_model: str | None = fact(plain=True)
    board_serial: str | None = fact(mask="serial")


@entry
class Mitigation:
    """A known flaw of the processor and what is done against it."""

    name: str | None = fact(plain=True)
    state: str | None = fact(plain=True)


@entry
class Cpu:
    """The processor."""

    model: str | None = fact(plain=True)
    maker: str | None = fact(plain=True)
    sockets: int | None = fact()
    cores: int | None = fact()
    threads: int | None = fact()
    mhz_now: float | None = fact(unit="MHz", volatile=True)
    mhz_max: float | None = fact(unit="MHz")
    cache_l1_bytes: int | None = fact(unit="bytes")
    cache_l2_bytes: int | None = fact(unit="bytes")
    cache_l3_bytes: int | None = fact(unit="bytes")
    abilities: tuple[str, ...] = items()
    microcode: str | None = fact(plain=True)
    family: int | None = fact()
    model_number: int | None = fact()
    stepping: int | None = fact()
    use_percent: float | None = fact(unit="%", volatile=True)
    load_1: float | None = fact(volatile=True)
    load_5: float | None = fact(volatile=True)
    load_15: float | None = fact(volatile=True)
    pressure_percent: float | None = fact(unit="%", volatile=True)
    governor: str | None = fact(plain=True)
    power_plan: str | None = fact(plain=True)
    mitigations: tuple[Mitigation, ...] = items("name")


@entry
class Module:
    """A memory module."""

    slot: str | None = fact(plain=True)
    size_bytes: int | None = fact(unit="bytes")
    kind: str | None = fact(plain=True)
    mhz: int | None = fact(unit="MHz")
    maker: str | None = fact(plain=True)
    part: str | None = fact(mask="serial")
    serial: str | None = fact(mask="serial")


@entry
class Memory:
    """Memory and swap. The pressure figures say how much of the last 10 and 60 seconds programs waited for memory."""

    total_bytes: int | None = fact(unit="bytes")
    available_bytes: int | None = fact(unit="bytes", volatile=True)
    used_percent: float | None = fact(unit="%", volatile=True)
    swap_total_bytes: int | None = fact(unit="bytes")
    swap_used_bytes: int | None = fact(unit="bytes", volatile=True)
    swapped_in_bytes: int | None = fact(unit="bytes", volatile=True)
    swapped_out_bytes: int | None = fact(unit="bytes", volatile=True)
    pressure_10_percent: float | None = fact(unit="%", volatile=True)
    pressure_60_percent: float | None = fact(unit="%", volatile=True)
    stalled_10_percent: float | None = fact(unit="%", volatile=True)
    commit_limit_bytes: int | None = fact(unit="bytes", volatile=True)
    committed_bytes: int | None = fact(unit="bytes", volatile=True)
    programs_ended: int | None = fact()
    hardware_errors: int | None = fact()
    modules: tuple[Module, ...] = items("slot")


@entry
class Battery:
    """A battery: what it was built to hold and what it still holds."""

    name: str | None = fact(plain=True)
    state: str | None = fact(plain=True)
    charge_percent: float | None = fact(unit="%", volatile=True)
    designed_wh: float | None = fact(unit="Wh")
    full_wh: float | None = fact(unit="Wh")
    health_percent: float | None = fact(unit="%")
    cycles: int | None = fact(volatile=True)
    maker: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    serial: str | None = fact(mask="serial")
    technology: str | None = fact(plain=True)
    seconds_left: int | None = fact(unit="s", volatile=True)


@entry
class Sensor:
    """A temperature."""

    name: str | None = fact(plain=True)
    celsius: float | None = fact(unit="°C", volatile=True)
    critical_celsius: float | None = fact(unit="°C")


@entry
class Fan:
    """A fan."""

    name: str | None = fact(plain=True)
    rpm: int | None = fact(volatile=True)


@entry
class Power:
    """Battery, mains, heat."""

    plugged_in: bool | None = fact(volatile=True)
    charger_watts: float | None = fact(unit="W")
    batteries: tuple[Battery, ...] = items("name")
    sleep_kinds: tuple[str, ...] = items(plain=True)
    last_slept_at: str | None = fact(unit="moment", volatile=True)
    last_woke_at: str | None = fact(unit="moment", volatile=True)
    woken_by: str | None = fact(plain=True, volatile=True)
    temperatures: tuple[Sensor, ...] = items("name")
    fans: tuple[Fan, ...] = items("name")
