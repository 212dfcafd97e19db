"""Which languages the fixes of the organisation's packs lack: read from the files as they were signed."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.models import OrganisationPack

_TOLD = ("title", "summary", "success")


@dataclass(frozen=True)
class Lacking:
    """A fix of a pack, and the languages in which something of it is not written."""

    pack: str
    fix: str
    languages: tuple[Language, ...]


def lacking() -> list[Lacking]:
    """Every fix of every pack, in the order of their names."""
    packs = OrganisationPack.objects.order_by("pk")
    return [Lacking(pack.pk, fix, languages) for pack in packs for fix, languages in _fixes(pack)]


def _fixes(pack: OrganisationPack) -> Iterator[tuple[str, tuple[Language, ...]]]:
    for path in sorted(pack.files):
        if path.startswith("fixes/") and path.endswith((".yaml", ".yml")):
            told = yaml.safe_load(pack.files[path])  # it was read as a fix before it was handed out
            yield str(told.get("id", path)), _missing(told)


def _missing(told: dict[str, object]) -> tuple[Language, ...]:
    parts = [part for name in _TOLD if isinstance(part := told.get(name), dict)]
    return tuple(one for one in LANGUAGES if not all(part.get(one) for part in parts))
