"""Ed25519 signatures (RFC 8032) over a fixed line and a content: one made for something else never fits."""

import base64
import binascii


def new_key() -> tuple[str, str]:
    """A private key (base64 of its 32 bytes, to be kept secret) and its public key (base64, for the policy)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    return base64.b64encode(private.private_bytes_raw()).decode(), base64.b64encode(public).decode()


def sign(context: bytes, content: bytes, private: str) -> str:
    """The signature, base64; `private` is base64 of 32 bytes, ValueError when it is not."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signer = Ed25519PrivateKey.from_private_bytes(base64.b64decode(private, validate=True))
    return base64.b64encode(signer.sign(context + content)).decode()


def fits(signature: str, context: bytes, content: bytes, public: bytes) -> bool:
    """Whether the holder of the key made `signature` over exactly this; what is no base64 fits nothing."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(base64.b64decode(signature, validate=True), context + content)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
