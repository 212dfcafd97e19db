"""Bearer tokens: 256 random bits, of which only the SHA-256 is kept (nothing to guess, so no slow hash is needed)."""

import hashlib
import secrets


def new_token(prefix: str) -> tuple[str, str]:
    """A token to hand out once, and the hash to keep. `prefix` tells what it is when it is found lying about."""
    token = f"{prefix}_{secrets.token_urlsafe(32)}"
    return token, fingerprint(token)


def fingerprint(token: str) -> str:
    """The hash of a token, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
