"""macOS: screens, what draws on them, and how the desktop looks."""

import re

from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import size, text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.devices import Display, Graphics, Screen

_POINTS = re.compile(r"(\d+) x (\d+)(?:.*?@ ([\d.]+) ?Hz)?")
_INTERNAL = "spdisplays_internal"


def display(mac: Mac) -> Display | Partly:
    """Screens, cards and the kind of desktop."""
    parts = Parts()
    cards = parts.rows(lambda: mac.now.all("SPDisplaysDataType"))
    session = parts.one(lambda: text(mac.said("/bin/launchctl", "managername")))
    looks = text(mac.preferences(".GlobalPreferences").get("AppleInterfaceStyle"))
    return parts.whole(
        Display(
            screens=tuple(_screen(entry) for card in cards for entry in card.get("spdisplays_ndrvs", ())),
            graphics=tuple(map(_graphics, cards)),
            session_type=session,
            desktop="Aqua",
            theme=(looks or "light").lower(),
        )
    )


def _screen(entry: Table) -> Screen:
    """A screen; points are what programs draw on, pixels what it has: their ratio is the scale."""
    drawn = _numbers(entry.get("_spdisplays_resolution") or entry.get("spdisplays_resolution"))
    has = _numbers(entry.get("_spdisplays_pixels") or entry.get("spdisplays_pixelresolution"))
    kind = str(entry.get("spdisplays_connection_type") or entry.get("spdisplays_display_type"))
    return Screen(
        name=text(entry.get("_name")),
        model=text(entry.get("_name")),
        serial=text(entry.get("_spdisplays_display-serial-number")),
        width=drawn[0],
        height=drawn[1],
        native_width=has[0],
        native_height=has[1],
        refresh_hz=drawn[2],
        scale_percent=round(100 * has[0] / drawn[0]) if has[0] and drawn[0] else None,
        made_in=whole(entry.get("_spdisplays_display-year")) or None,
        built_in=_INTERNAL in kind or "built-in" in kind,
        main=truth(entry.get("spdisplays_main")),
        on=truth(entry.get("spdisplays_online")),
    )


def _numbers(words: object) -> tuple[int | None, int | None, float | None]:
    found = _POINTS.match(words) if isinstance(words, str) else None
    return (int(found[1]), int(found[2]), float(found[3]) if found[3] else None) if found else (None, None, None)


def _graphics(card: Table) -> Graphics:
    metal = text(card.get("spdisplays_mtlgpufamilysupport")) or text(card.get("spdisplays_metal"))
    memory = card.get("spdisplays_vram") or card.get("_spdisplays_vram") or card.get("spdisplays_vram_shared")
    model = text(card.get("sppci_model")) or text(card.get("_name"))
    driver = metal.removeprefix("spdisplays_") if metal else None
    return Graphics(text(card.get("_name")), model, driver, None, None, size(memory))
