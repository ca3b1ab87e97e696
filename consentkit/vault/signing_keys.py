"""Fresh signing keys, drawn where keys may be drawn and kept as rows of the vault."""

import secrets

SEED_BYTES = 32


def new_ed25519_seed() -> bytes:
    """Return 32 random bytes, the private key of Ed25519. Source: RFC 8032 section 5.1.5."""
    return secrets.token_bytes(SEED_BYTES)


def new_es256_pem() -> bytes:
    """Return a fresh P-256 private key as unencrypted PKCS #8 PEM, for storage in the vault."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
