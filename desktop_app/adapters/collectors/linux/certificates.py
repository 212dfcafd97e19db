"""Linux: certificates that people or the organisation put here themselves: for whom, and until when."""

import base64
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop_app.adapters.collectors.certificate import certificate
from desktop_app.adapters.collectors.databases import rows
from desktop_app.adapters.collectors.run import Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.sections.safety import Certificate

_ADDED = (
    "usr/local/share/ca-certificates",
    "etc/pki/ca-trust/source/anchors",
    "etc/ca-certificates/trust-source/anchors",
)
_NSS = {"browser": ".pki/nssdb", "Firefox": ".mozilla/firefox/*", "mail": ".thunderbird/*"}
_PEM = lazily(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)
_OWN_KEYS = "SELECT a102 FROM nssPrivate WHERE a102 IS NOT NULL"
_CERTIFICATES = "SELECT a102, a11 FROM nssPublic WHERE a11 IS NOT NULL"
_MOST = 100


def certificates(tree: Tree, parts: Parts) -> list[Certificate]:
    """The user's own ones and those that were added for the machine; a store that cannot be read is noted."""
    found: list[Certificate] = []
    for folder in _ADDED:
        for file in (*tree.glob(f"{folder}/*.crt"), *tree.glob(f"{folder}/*.pem")):
            found += parts.rows(partial(_written, tree, file))
    home = tree.environ.get("HOME", "").strip("/")
    for store, place in _NSS.items() if home else ():
        for file in tree.glob(f"{home}/{place}/cert9.db"):
            found += parts.rows(partial(_own, file, store))
    return list(dict.fromkeys(found))[:_MOST]


def _written(tree: Tree, file: Path) -> Iterator[Certificate]:
    for text in _PEM.findall(tree.raw(str(file.relative_to(tree.root)))):
        yield certificate(base64.b64decode(text), "machine")


def _own(file: Path, store: str) -> Iterator[Certificate]:
    """Of a browser's store, those to which it has the key: they are somebody's here. Keys are counted, never read."""
    ours = {number for (number,) in rows(file.with_name("key4.db"), _OWN_KEYS)}
    return (certificate(content, store) for number, content in rows(file, _CERTIFICATES) if number in ours)
