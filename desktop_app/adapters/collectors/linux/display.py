"""Linux: screens by their own words, what draws on them, and what kind of desktop it is."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.adapters.collectors import edid
from desktop_app.adapters.collectors.linux.cards import Card, cards
from desktop_app.adapters.collectors.linux.settings import gsettings, kde
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import Display, Graphics, Screen
from desktop_app.domain.snapshot import Reason

_DRM = "sys/class/drm"
_BUILT_IN = ("eDP", "LVDS", "DSI")
_FAR = ("XRDP_SESSION", "SSH_CONNECTION", "VNCDESKTOP")
_GNOME = "org.gnome.desktop.interface"
_SKINS = (f"{_GNOME} color-scheme", f"{_GNOME} gtk-theme")


def display(tree: Tree) -> Display | Partly:
    """Screens, cards and the kind of desktop."""
    parts = Parts()
    return parts.whole(
        Display(
            screens=parts.rows(lambda: _screens(tree, parts)),
            graphics=parts.rows(lambda: (_graphics(tree, card) for card in cards(tree) if card.kind == "display")),
            session_type=tree.environ.get("XDG_SESSION_TYPE"),
            remote=True if any(tree.environ.get(name) for name in _FAR) else None,
            desktop=tree.environ.get("XDG_CURRENT_DESKTOP"),
            theme=parts.one(lambda: _theme(tree)),
        )
    )


def _screens(tree: Tree, parts: Parts) -> Iterator[Screen]:
    """What is plugged into each connector; a screen whose words are broken stands there by its connector alone."""
    for name in tree.names(_DRM):
        connector = name.partition("-")[2]
        if connector and tree.text(f"{_DRM}/{name}/status") == "connected":
            content = tree.bytes(f"{_DRM}/{name}/edid", 4096) or b""
            built_in, on = connector.startswith(_BUILT_IN), tree.text(f"{_DRM}/{name}/enabled") == "enabled"
            try:
                yield replace(edid.screen(connector, content), built_in=built_in, on=on)
            except ValueError:
                parts.note(Reason.UNREADABLE if content else None)
                yield Screen(name=connector, built_in=built_in, on=on)


def _graphics(tree: Tree, card: Card) -> Graphics:
    memory = tree.number(f"sys/bus/pci/devices/{card.slot}/mem_info_vram_total")
    return Graphics(card.slot, card.words, card.driver, card.driver_version, None, memory)


def _theme(tree: Tree) -> str | None:
    """How the desktop looks: its scheme of colours, else the name of its theme. Raises ProgramFailed."""
    home = tree.environ.get("HOME", "").strip("/")
    found = gsettings(tree, _GNOME)
    told = next((found[key] for key in _SKINS if found.get(key, "default") != "default"), None)
    plasma = told or kde(tree, "kdeglobals").get("[KDE] LookAndFeelPackage")
    gtk = tree.pairs(f"{home}/.config/gtk-3.0/settings.ini").get("gtk-theme-name") if home and not plasma else None
    return plasma or gtk
