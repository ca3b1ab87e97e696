"""From a passphrase to a key, and from the vault key to the keys derived from it."""

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from consentkit.kernel.errors import InputError, LimitError, MalformedError, ResourceError
from consentkit.vault.secret import SecretBytes

KEY_BYTES = 32
SALT_BYTES = 16

MEMORY_FLOOR_KIB = 64 * 1024
"""RFC 9106 section 4, the second recommended option; a header that names less was weakened."""

MEMORY_CAP_KIB = 1024 * 1024
"""A changed header must not make us take more than 1 GiB before anything is authenticated."""

ITERATIONS = range(3, 11)
"""RFC 9106 section 4 takes 3 passes with 64 MiB; ten over 1 GiB take half a minute."""

LANES = range(1, 17)
"""RFC 9106 section 4 takes 4; more than 16 help nobody on a personal machine."""

PASSPHRASE_MAX_CHARS = 1024
"""Longer than any sentence a person types, short enough to normalise at once."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Cost of Argon2id v1.3, checked against floor and cap before it is ever run.

    Attributes:
        memory_kib: Memory in KiB.
        iterations: Passes over the memory.
        lanes: Lanes that may run in parallel.

    Raises:
        MalformedError: A value lies outside its bounds.
    """

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse costs that are too small to protect or too large to run."""
        if not MEMORY_FLOOR_KIB <= self.memory_kib <= MEMORY_CAP_KIB:
            raise MalformedError("vault.kdf-memory")
        if self.iterations not in ITERATIONS or self.lanes not in LANES:
            raise MalformedError("vault.kdf-cost")


DEFAULT_KDF = KdfParameters(memory_kib=256 * 1024, iterations=3, lanes=4)
"""About one second on two cores, four times the memory of RFC 9106's second option."""

FLOOR_KDF = KdfParameters(memory_kib=MEMORY_FLOOR_KIB, iterations=3, lanes=4)
"""The least the format takes (RFC 9106 section 4, second recommended option)."""


def check_new_passphrase(passphrase: str) -> None:
    """Return if ``passphrase`` may protect a vault.

    Raises:
        InputError: It is empty (``vault.passphrase-empty``).
        LimitError: It is longer than ``PASSPHRASE_MAX_CHARS``.
    """
    if not passphrase:
        raise InputError("vault.passphrase-empty")
    if len(passphrase) > PASSPHRASE_MAX_CHARS:
        raise LimitError("vault.passphrase-long", limit=PASSPHRASE_MAX_CHARS)


def derive_kek(passphrase: str, salt: bytes, parameters: KdfParameters) -> SecretBytes:
    """Return the key-encryption key of a passphrase, 32 bytes.

    The passphrase is taken in Unicode NFKC, so that it does not depend on how a keyboard composes
    its letters. The interpreter's lock is released while this runs.

    Raises:
        ResourceError: The machine has not enough memory.

    Source: RFC 9106 (Argon2id v1.3).
    """
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        derivation = Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=parameters.iterations,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        )
        return SecretBytes(derivation.derive(secret))
    except MemoryError as exc:
        raise ResourceError("memory") from exc
    except UnsupportedAlgorithm as exc:
        raise ResourceError("install.argon2") from exc


def derive_subkey(vault_key: SecretBytes, vault_id: str, purpose: str) -> SecretBytes:
    """Return the 32-byte key for ``purpose`` ("db" or "header") under a vault key.

    Source: RFC 5869 (HKDF-SHA-256; salt is the vault id, info ``consentkit/v1/<purpose>``).
    """
    return SecretBytes(_expanded(vault_key.reveal(), vault_id, purpose))


def derive_posting_key(secret: bytes, vault_id: str, lane: str, segment_id: str) -> bytes:
    """Return the 32-byte key of one segment of postings.

    The secret is the segment's own and not the vault key: erasing a person changes the vault key,
    and the segments nothing was erased from must not have to be written anew for that.

    Source: RFC 5869 (HKDF-SHA-256; salt is the vault id, info
        ``consentkit/v1/postings/<lane>/<segment id>``).
    """
    return _expanded(secret, vault_id, f"postings/{lane}/{segment_id}")


def _expanded(secret: bytes, vault_id: str, purpose: str) -> bytes:
    derivation = HKDF(
        algorithm=hashes.SHA256(),
        length=KEY_BYTES,
        salt=vault_id.encode("ascii"),
        info=f"consentkit/v1/{purpose}".encode("ascii"),
    )
    return derivation.derive(secret)
