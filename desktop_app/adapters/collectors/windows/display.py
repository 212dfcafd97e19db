"""Windows: screens by their own words, what draws on them, and what kind of desktop it is."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.adapters.collectors import edid
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.calls import Picture
from desktop_app.adapters.collectors.windows.devices import Device, devices, settings
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.domain.sections.devices import Display, Graphics, Screen
from desktop_app.domain.snapshot import Reason

_LOOKS = r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_METRICS = r"HKCU\Control Panel\Desktop\WindowMetrics"
_POINTS_PER_INCH = 96


def display(pc: Pc) -> Display | Partly:
    """Screens, cards and the kind of desktop."""
    parts = Parts()
    found = parts.rows(lambda: devices(pc))
    light, far = pc.keys.value(_LOOKS, "AppsUseLightTheme"), pc.calls.remote()
    return parts.whole(
        Display(
            screens=parts.rows(lambda: _screens(pc, parts, found)),
            graphics=tuple(map(_graphics, (device for device in found if device.kind == "display"))),
            session_type=None if far is None else "rdp" if far else "console",
            remote=far,
            desktop="Windows",
            theme={0: "dark", 1: "light"}.get(light if isinstance(light, int) else -1),
        )
    )


def _screens(pc: Pc, parts: Parts, found: tuple[Device, ...]) -> Iterator[Screen]:
    """Each screen that is plugged in; one whose words are broken stands there by its place alone."""
    shown = {picture.device.upper(): picture for picture in pc.calls.pictures()}
    for device in found:
        if device.kind == "screen":
            content = settings(pc.keys, device.id, "EDID")
            try:
                yield _placed(pc, edid.screen(device.id, content), shown.get(device.id.upper()))
            except ValueError:
                parts.note(Reason.UNREADABLE if content else None)
                yield _placed(pc, Screen(name=device.id), shown.get(device.id.upper()))


def _placed(pc: Pc, screen: Screen, picture: Picture | None) -> Screen:
    """A screen with what it shows now; one that shows nothing is off. The scale is known of the main one."""
    if picture is None:
        return replace(screen, on=False)
    scale = pc.keys.value(_METRICS, "AppliedDPI")
    percent = round(100 * scale / _POINTS_PER_INCH) if isinstance(scale, int) and picture.main else None
    return replace(
        screen,
        width=picture.width or None,
        height=picture.height or None,
        refresh_hz=float(picture.hertz) if picture.hertz > 1 else screen.refresh_hz,
        scale_percent=percent,
        main=picture.main,
        on=True,
    )


def _graphics(device: Device) -> Graphics:
    return Graphics(device.id, device.name, device.driver, device.version, device.date, device.memory_bytes)
