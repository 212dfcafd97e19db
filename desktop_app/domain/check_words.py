"""Two words that both sides read aloud: equal only when nobody sits between the browser and the machine."""

import hashlib
import hmac
from collections.abc import Sequence
from typing import NamedTuple

VERSION = "rescousse words/1"


class Proof(NamedTuple):
    """What one side brings: the fingerprint of its certificate (`AB:CD:…`, SHA-256) and 32 random bytes in hex."""

    fingerprint: str
    nonce: str


def commitment(proof: Proof) -> str:
    """What the browser gives first; it cannot choose its fingerprint or nonce afterwards."""
    return hashlib.sha256(f"{proof.fingerprint}|{proof.nonce}".encode("ascii")).hexdigest()


def holds(promised: str, proof: Proof) -> bool:
    """Whether `proof` is what was promised."""
    return hmac.compare_digest(promised, commitment(proof))


def check_words(browser: Proof, machine: Proof, words: Sequence[str]) -> tuple[str, str]:
    """The first two bytes of a hash over both proofs choose two of the 256 `words` of a language."""
    text = "|".join([VERSION, *browser, *machine])
    first, second = hashlib.sha256(text.encode("ascii")).digest()[:2]
    return words[first], words[second]
