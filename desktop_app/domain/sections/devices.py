"""What is attached to the machine: screens and everything else."""

from desktop_app.domain.sections.entries import entry, fact, items


@entry
class Screen:
    """A screen. `name`: the connector; sizes are those of the picture, in points, and of the glass, in mm."""

    name: str | None = fact(plain=True)
    maker: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    serial: str | None = fact(mask="serial")
    width: int | None = fact()
    height: int | None = fact()
    native_width: int | None = fact()
    native_height: int | None = fact()
    refresh_hz: float | None = fact(unit="Hz")
    scale_percent: int | None = fact(unit="%")
    width_mm: int | None = fact(unit="mm")
    height_mm: int | None = fact(unit="mm")
    made_in: int | None = fact()
    built_in: bool | None = fact()
    main: bool | None = fact()
    on: bool | None = fact()


@entry
class Graphics:
    """A graphics card."""

    slot: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    driver: str | None = fact(plain=True)
    driver_version: str | None = fact(plain=True)
    driver_date: str | None = fact(plain=True)
    memory_bytes: int | None = fact(unit="bytes")


@entry
class Display:
    """Screens, what draws on them, and what kind of desktop it is."""

    screens: tuple[Screen, ...] = items("name")
    graphics: tuple[Graphics, ...] = items("slot")
    session_type: str | None = fact(plain=True)
    remote: bool | None = fact()
    desktop: str | None = fact(plain=True)
    theme: str | None = fact(plain=True)


@entry
class UsbDevice:
    """A USB device. `port`: where it is plugged in; `id`: maker and product in hexadecimal."""

    port: str | None = fact(plain=True)
    model: str | None = fact()
    maker: str | None = fact(plain=True)
    id: str | None = fact(plain=True)
    serial: str | None = fact(mask="serial")
    driver: str | None = fact(plain=True)
    speed_mbit: float | None = fact(unit="Mb/s")


@entry
class PciDevice:
    """A card or chip of the machine itself."""

    slot: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    maker: str | None = fact(plain=True)
    id: str | None = fact(plain=True)
    kind: str | None = fact(plain=True)
    driver: str | None = fact(plain=True)
    driver_version: str | None = fact(plain=True)
    class_id: str | None = fact(plain=True)
    built_by: str | None = fact(plain=True)
    revision: str | None = fact(plain=True)


@entry
class FaultyDevice:
    """A device that does not work, and why: the system's code, or what is missing."""

    name: str | None = fact()
    code: str | None = fact(plain=True)
    reason: str | None = fact(plain=True)


@entry
class Sound:
    """Where sound goes in or out."""

    name: str | None = fact()
    kind: str | None = fact(plain=True)
    driver: str | None = fact(plain=True)
    default: bool | None = fact()


@entry
class Camera:
    """A camera."""

    name: str | None = fact()
    driver: str | None = fact(plain=True)


@entry
class Bluetooth:
    """A device paired by radio. `given_name`: the name of what people name themselves, such as telephones."""

    name: str | None = fact()
    given_name: str | None = fact(mask="label")
    kind: str | None = fact(plain=True)
    address: str | None = fact(mask="mac")
    connected: bool | None = fact(volatile=True)
    battery_percent: int | None = fact(unit="%", volatile=True)


@entry
class Input:
    """A keyboard, mouse, touchpad, pen."""

    name: str | None = fact()
    kind: str | None = fact(plain=True)
    bus: str | None = fact(plain=True)


@entry
class Dock:
    """A Thunderbolt device."""

    name: str | None = fact(plain=True)
    maker: str | None = fact(plain=True)
    state: str | None = fact(plain=True)


@entry
class Modem:
    """Mobile broadband."""

    model: str | None = fact(plain=True)
    maker: str | None = fact(plain=True)
    state: str | None = fact(plain=True)
    operator: str | None = fact(plain=True)
    signal_percent: int | None = fact(unit="%", volatile=True)
    imei: str | None = fact(mask="serial")
    sim: str | None = fact(mask="serial")


@entry
class Peripherals:
    """What is plugged in, built in or paired."""

    usb: tuple[UsbDevice, ...] = items("port")
    pci: tuple[PciDevice, ...] = items("slot")
    faulty: tuple[FaultyDevice, ...] = items("name")
    sound: tuple[Sound, ...] = items("name+kind")
    cameras: tuple[Camera, ...] = items("name")
    bluetooth_on: bool | None = fact()
    bluetooth_adapter: str | None = fact(plain=True)
    bluetooth: tuple[Bluetooth, ...] = items("address")
    inputs: tuple[Input, ...] = items("name+kind")
    docks: tuple[Dock, ...] = items("name")
    modems: tuple[Modem, ...] = items("model")
