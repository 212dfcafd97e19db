"""The key that fixes written at the console are signed with: in the data's folder, worth nothing without its words.

Whoever has the folder, a backup or the running program still has to know the words that only those who publish know.
Desktops accept what it signs when the organisation's policy names its public half.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desktop_app.knowledge.pack_seal import is_key
from desktop_app.knowledge.signing import new_key

SHORTEST = 12
"""Characters of the words."""

_FILE = "pack-key.json"
_COST = {"n": 2**16, "r": 8, "p": 1}  # 64 MB and some tenths of a second for each guess (RFC 7914)


class NoKey(Exception):
    """There is no key, or these are not its words."""


@dataclass(frozen=True)
class Key:
    """What packs are signed with, and the name that desktops know it by."""

    name: str
    private: str = field(repr=False)


def make(folder: Path, name: str, words: str) -> str:
    """A new key called `name`; the line of it for the policy. ValueError for no name, FileExistsError when there is one
    already: desktops would refuse what another one signs.
    """
    private, public = new_key()
    if not is_key(line := f"{name}={public}"):
        raise ValueError(name)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(_stretched(words, salt)).encrypt(nonce, private.encode(), name.encode())
    told = {"name": name, "public": public, **{n: _text(b) for n, b in _parts(salt, nonce, sealed).items()}}
    with os.fdopen(os.open(folder / _FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(told, out)
    return line


def line(folder: Path) -> str:
    """What the policy has to name; nothing when there is no key."""
    try:
        told = json.loads((folder / _FILE).read_bytes())
    except (OSError, ValueError):
        return ""
    return f"{told['name']}={told['public']}"


def opened(folder: Path, words: str) -> Key:
    """The key, which is kept nowhere. It takes some tenths of a second: never inside a transaction. Raises NoKey."""
    try:
        told = json.loads((folder / _FILE).read_bytes())
        salt, nonce, sealed = (base64.b64decode(told[part]) for part in ("salt", "nonce", "sealed"))
        private = ChaCha20Poly1305(_stretched(words, salt)).decrypt(nonce, sealed, told["name"].encode())
    except (OSError, ValueError, KeyError, InvalidTag) as problem:
        raise NoKey from problem
    return Key(told["name"], private.decode())


def _stretched(words: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, **_COST).derive(words.encode())


def _parts(salt: bytes, nonce: bytes, sealed: bytes) -> dict[str, bytes]:
    return {"salt": salt, "nonce": nonce, "sealed": sealed}


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
