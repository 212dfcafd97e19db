"""Keyboards as they are printed, and what each system calls them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """`title` is in the language of its readers. `xkb`: X11's and GNOME's name; `tip`: Windows'; `mac`: macOS'."""

    title: str
    xkb: str
    tip: str
    mac: str


# Names of xkeyboard-config, of the "Default Input Profiles" of Windows, of the layouts in macOS' own resources
LAYOUTS = (
    Layout("Français (AZERTY)", "fr", "040C:0000040C", "French"),
    Layout("Français BÉPO", "fr+bepo", "", ""),
    Layout("Belge / Belgisch (AZERTY)", "be", "080C:0000080C", "Belgian"),
    Layout("Suisse romand (QWERTZ)", "ch+fr", "100C:0000100C", "Swiss French"),
    Layout("Deutsch (QWERTZ)", "de", "0407:00000407", "German"),
    Layout("Österreichisch (QWERTZ)", "at", "0C07:00000407", "Austrian"),
    Layout("Schweizerdeutsch (QWERTZ)", "ch", "0807:00000807", "Swiss German"),
    Layout("Nederlands (QWERTY, US international)", "us+intl", "0413:00020409", "USInternational-PC"),
    Layout("English, US (QWERTY)", "us", "0409:00000409", "US"),
    Layout("English, UK (QWERTY)", "gb", "0809:00000809", "British"),
)


def of_xkb(name: str) -> Layout:
    """The layout of this name; one that is not listed keeps its own name."""
    return next((one for one in LAYOUTS if one.xkb == name), Layout(name, name, "", ""))


def of_tip(name: str) -> Layout:
    """The layout of this input tip of Windows."""
    return next((one for one in LAYOUTS if one.tip == name.upper()), Layout(name, name, name, ""))


def of_mac(name: str) -> Layout:
    """The layout of `com.apple.keylayout.French`."""
    last = name.rpartition(".")[2]
    return next((one for one in LAYOUTS if one.mac == last), Layout(last, last, "", last))
