"""The seal of an organisation's pack: a manifest of every file's SHA-256, signed with Ed25519 (RFC 8032).

`pack.json` is canonical JSON (sorted keys, no spaces, UTF-8), so that one content has one signature. `pack.sig` names
the key and holds the signature over a fixed line and the manifest: a signature made for something else never fits.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.knowledge import signing
from desktop_app.knowledge.pack_folder import ABOUT, MANIFEST, SEALS, SIGNATURE, check_paths, refuse

SCHEMA = "rescousse.pack/1"
_CONTEXT = b"rescousse pack signature 1\n"
_KEY = re.compile(r"([a-z0-9][a-z0-9_.-]{0,60})=([A-Za-z0-9+/]{43}=)")
_NAME = re.compile(r"[a-z][a-z0-9_]{1,40}")
_HIGHEST_VERSION = 2**31


@dataclass(frozen=True)
class Seal:
    """What a signed manifest says; `digest` is its own SHA-256: another content has another one."""

    name: str
    version: int
    key: str
    digest: str


def public_keys(lines: Sequence[str]) -> dict[str, bytes]:
    """The keys of a policy, `name=base64`; a line that is none is left out."""
    found = (_KEY.fullmatch(line.strip()) for line in lines)
    return {match[1]: base64.b64decode(match[2]) for match in found if match}


def is_key(line: str) -> bool:
    """Whether a line of the policy is a key."""
    return _KEY.fullmatch(line.strip()) is not None


def is_name(name: str) -> bool:
    """Whether a pack may be called that."""
    return _NAME.fullmatch(name) is not None


def sign(files: Mapping[str, bytes], name: str, version: int, key: str, private: str) -> dict[str, bytes]:
    """The two files that seal the others: `key` is the name of the private key, ValueError when that is none."""
    check_paths(files)
    manifest = _manifest(files, name, version)
    signature = signing.sign(_CONTEXT, manifest, private)
    return {MANIFEST: manifest, SIGNATURE: _canonical({"key": key, "signature": signature})}


def seal_over(sealed: Mapping[str, bytes], files: Mapping[str, bytes], version: int) -> None:
    """Raises BadPack when `sealed` is signed as the same version with other files: one version has one content."""
    if MANIFEST in sealed:
        before = _json(sealed, MANIFEST)
        if before.get("version") == version and before.get("files") != _digests(files):
            raise refuse(ABOUT, "same_version", value=version)


def verify(files: Mapping[str, bytes], keys: Mapping[str, bytes]) -> Seal:
    """What the manifest says once it is known to be signed, and every file to be the one it names. Raises BadPack."""
    for path in sorted(SEALS - set(files)):
        raise refuse(path, "not_signed")
    key = _check_signature(files, keys)
    if _canonical(_json(files, MANIFEST)) != files[MANIFEST]:
        raise refuse(MANIFEST, "not_canonical")
    name, version = sealed_as(files)
    return Seal(name, version, key, hashlib.sha256(files[MANIFEST]).hexdigest())


def sealed_as(files: Mapping[str, bytes]) -> tuple[str, int]:
    """Name and version of a pack whose manifest fits its files, whoever signed it. Raises BadPack."""
    check_paths(files)
    for path in sorted(SEALS - set(files)):
        raise refuse(path, "not_signed")
    manifest = _json(files, MANIFEST)
    name, version = _about(manifest)
    if _canonical(_fields(files, name, version)) != files[MANIFEST]:
        raise _difference(files, manifest)
    return name, version


def _check_signature(files: Mapping[str, bytes], keys: Mapping[str, bytes]) -> str:
    seal = _json(files, SIGNATURE)
    key, signature = str(seal.get("key", "")), str(seal.get("signature", ""))
    if key not in keys:
        raise refuse(SIGNATURE, "unknown_key_name", value=key[:60], known=", ".join(sorted(keys)) or "-")
    if not signing.fits(signature, _CONTEXT, files[MANIFEST], keys[key]):
        raise refuse(SIGNATURE, "bad_signature", value=key)
    return key


def _about(manifest: Mapping[str, Any]) -> tuple[str, int]:
    name, version = manifest.get("name"), manifest.get("version")
    is_version = type(version) is int and 0 < version < _HIGHEST_VERSION
    if manifest.get("schema") != SCHEMA or not isinstance(name, str) or not _NAME.fullmatch(name) or not is_version:
        raise refuse(MANIFEST, "not_a_manifest", value=SCHEMA)
    return name, int(str(version))


def _difference(files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Exception:
    """The first file that is not as it was when it was signed."""
    named, given = manifest.get("files"), _digests(files)
    table: Mapping[str, Any] = named if isinstance(named, dict) else {}
    for path in sorted(set(table) | set(given)):
        if path not in given:
            return refuse(path, "file_missing")
        if path not in table:
            return refuse(path, "file_not_signed")
        if table[path] != given[path]:
            return refuse(path, "file_changed")
    return refuse(MANIFEST, "not_a_manifest", value=SCHEMA)


def _manifest(files: Mapping[str, bytes], name: str, version: int) -> bytes:
    return _canonical(_fields(files, name, version))


def _fields(files: Mapping[str, bytes], name: str, version: int) -> dict[str, Any]:
    return {"schema": SCHEMA, "name": name, "version": version, "files": _digests(files)}


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items() if path not in SEALS}


def _canonical(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _json(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    try:
        value = json.loads(files[path])
    except (ValueError, RecursionError) as problem:
        raise refuse(path, "not_a_manifest", value=SCHEMA) from problem
    if not isinstance(value, dict):
        raise refuse(path, "not_a_manifest", value=SCHEMA)
    return value
