"""What is wrong with the ground is told once, the heaviest first."""

from dataclasses import dataclass

from desktop_app.domain.errors import (
    FolderReadOnly,
    KeyringUnavailable,
    PseudonymsRenewed,
    SettingsSetAside,
    SupportError,
)
from desktop_app.services.troubles import Troubles


@dataclass
class Ground:
    fault: SupportError | None = None
    warning: SupportError | None = None


def test_all_is_well() -> None:
    assert Troubles(Ground(), Ground(), Ground()).unread() == []


def test_the_disk_comes_first_and_what_was_read_is_not_told_again() -> None:
    disk, settings, keys = FolderReadOnly(folder="/home/x"), SettingsSetAside(file="/x"), KeyringUnavailable()
    troubles = Troubles(Ground(fault=disk), Ground(fault=settings), Ground(warning=keys))
    assert troubles.unread() == [disk, keys, settings]
    troubles.mark_read(disk)
    assert troubles.unread() == [keys, settings]


def test_reports_are_asked_once_they_are_there() -> None:
    built: list[Ground] = []
    troubles = Troubles(Ground(), Ground(), Ground(), lambda: built[0] if built else None)
    assert not troubles.unread()
    built.append(Ground(warning=PseudonymsRenewed()))
    assert troubles.unread() == [built[0].warning]


def test_what_is_found_out_later_is_told_then() -> None:
    keys = Ground()
    troubles = Troubles(Ground(), Ground(), keys)
    assert not troubles.unread()
    keys.warning = KeyringUnavailable()
    assert troubles.unread() == [keys.warning]
