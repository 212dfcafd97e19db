"""Packs of the organisation, handed out to every desktop as they were signed. The help desk itself cannot sign."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import transaction

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import OrganisationPack
from desktop_app.knowledge.pack_folder import ABOUT, BadPack, refuse
from desktop_app.knowledge.pack_outside import read_pack
from desktop_app.knowledge.pack_seal import sealed_as


def publish(files: Mapping[str, bytes]) -> OrganisationPack:
    """Hand a signed pack out from now on. Raises BadPack: unsigned, with mistakes, or older than what is handed out."""
    name, version = sealed_as(files)
    pack = read_pack(files)
    if pack.faults:
        raise BadPack(pack.faults)
    if (pack.name, pack.version) != (name, version):
        raise refuse(ABOUT, "other_name", value=f"{name} {version}")
    texts = {path: content.decode() for path, content in files.items()}
    digest = hashlib.sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()
    with transaction.atomic():
        before = OrganisationPack.objects.select_for_update().filter(pk=name).first()
        if before is not None and before.version > version:
            raise refuse(ABOUT, "rolled_back", value=version, known=before.version)
        if before is not None and before.version == version and before.digest != digest:
            raise refuse(ABOUT, "same_version", value=version)
        values = {"version": version, "files": texts, "digest": digest, "published_at": datetime.now(UTC)}
        made, _ = OrganisationPack.objects.update_or_create(pk=name, defaults=values)
        feed.tell_all("articles")
    return made


def withdraw(name: str) -> bool:
    """No desktop gets it any more, and those that have it let go of it; whether there was one."""
    with transaction.atomic():
        gone, _ = OrganisationPack.objects.filter(pk=name).delete()
        if gone:
            feed.tell_all("articles")
    return bool(gone)


def tag() -> str:
    """Differs as soon as other packs are handed out."""
    pairs = OrganisationPack.objects.order_by("pk").values_list("pk", "digest")
    return hashlib.sha256("\n".join(f"{name} {digest}" for name, digest in pairs).encode()).hexdigest()[:32]
