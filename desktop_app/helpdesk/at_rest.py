"""Secrets that the database holds for others, sealed with the help desk's own key, which is not in the database.

Whoever gets the database, or a copy of it, cannot come in by them: the key is made of the file `secret-key`.
"""

import base64
import secrets
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_MARK = "sealed:"


def sealed(text: str) -> str:
    """What is kept in its place."""
    return _MARK + _fernet(settings.SECRET_KEY).encrypt(text.encode()).decode()


def opened(kept: str) -> str:
    """The secret. What was kept before secrets were sealed is as it was; what another key sealed is a secret that
    nobody knows, in base 32.
    """
    if not kept.startswith(_MARK):
        return kept
    try:
        return _fernet(settings.SECRET_KEY).decrypt(kept.removeprefix(_MARK)).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(20)).decode()


@lru_cache(maxsize=1)
def _fernet(key: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"rescousse secrets at rest 1").derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
