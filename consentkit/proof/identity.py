"""How a proof is called, and how a demonstration is told from the real thing."""

import base64

from consentkit.tlog.merkle import leaf_hash

DEMONSTRATION = "DEMONSTRATION"
"""Part of the name in the certificate of every demonstration authority; no real one has it."""

_ID_BYTES = 5


def short_id(receipt: str) -> str:
    """Return the id a person can read out: 40 bits of the receipt's leaf hash, ``XXXX-XXXX``.

    It tells proofs apart in daily use; it is too short to stand for the receipt against somebody
    who looks for a second one.

    Args:
        receipt: The SD-JWT, or its issuer-signed part alone.
    """
    leaf = receipt.split("~", 1)[0].encode("ascii", "replace")
    text = base64.b32encode(leaf_hash(leaf)[:_ID_BYTES]).decode("ascii")
    return f"{text[:4]}-{text[4:]}"


def is_demonstration(authority: str) -> bool:
    """Return whether the name in a signer's certificate is a demonstration authority's."""
    return DEMONSTRATION in authority
