"""Notices of a newer version: believed here before they are passed on, and again by every desktop."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import transaction

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import ReleaseNotice
from desktop_app.knowledge.release_seal import BadNotice, built_in, read
from desktop_app.protocol.releases import Release, ReleaseFacts


@transaction.atomic
def publish(release: Release, keys: Mapping[str, bytes] | None = None) -> ReleaseFacts:
    """Hand it out from now on. Raises BadNotice: unsigned, past its day, or not later than what was handed out."""
    present = datetime.now(UTC)
    facts = read(release, built_in() if keys is None else keys, present)
    before = ReleaseNotice.objects.select_for_update().order_by("-serial").first()
    if before is not None and before.serial >= facts.serial and before.word != release.model_dump_json():
        raise BadNotice("rolled_back")
    values = {"word": release.model_dump_json(), "published_at": present}
    ReleaseNotice.objects.update_or_create(pk=facts.serial, defaults=values)
    feed.tell_all("articles")
    return facts


@transaction.atomic
def withdraw() -> bool:
    """Nobody is told any more; whether somebody was. An older notice is not handed out in its place."""
    gone = ReleaseNotice.objects.exclude(word="").update(word="")
    if gone:
        feed.tell_all("articles")
    return bool(gone)


def handed_out() -> Release | None:
    """The notice for the desktops, or none."""
    found = ReleaseNotice.objects.order_by("-serial").first()
    return Release.model_validate_json(found.word) if found is not None and found.word else None
