"""The vault opens with standard tools and the published format alone, without our code."""

import base64
import hmac
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap
from mnemonic import Mnemonic

from consentkit.kernel.clock import ManualClock
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.vault import create_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA-256, written out from RFC 5869."""
    extracted = hmac.digest(salt, key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


@pytest.fixture
def made(tmp_path: Path):
    vault, secret = create_vault(tmp_path / "A.ckvault", "pass", clock=CLOCK, kdf=FLOOR_KDF)
    vault.put_secret("name", b"value")
    vault.close()
    return vault.folder, secret, json.loads((vault.folder / "vault.json").read_bytes())


def read(folder: Path, header: dict, vault_key: bytes) -> bytes:
    key = hkdf(vault_key, header["vault_id"].encode(), b"consentkit/v1/db")
    connection = sqlcipher3.dbapi2.connect(str(folder / "vault.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    value = connection.execute("SELECT secret FROM keys WHERE name = 'name'").fetchone()[0]
    connection.close()
    return value


def test_the_passphrase_leads_to_the_database_by_the_books(made):
    folder, _, header = made
    cost = header["kdf"]
    kek = Argon2id(
        salt=base64.b64decode(cost["salt"]),
        length=32,
        iterations=cost["iterations"],
        lanes=cost["lanes"],
        memory_cost=cost["memory_kib"],
    ).derive(b"pass")
    vault_key = aes_key_unwrap(kek, base64.b64decode(header["slots"][0]["passphrase"]))
    assert read(folder, header, vault_key) == b"value"


@pytest.mark.outside
def test_the_recovery_sheet_leads_to_the_database_with_age(made, tmp_path: Path):
    folder, secret, header = made
    (tmp_path / "key.txt").write_text(secret.age_identity, encoding="ascii")
    (tmp_path / "slot.age").write_bytes(base64.b64decode(header["slots"][0]["recovery"]))
    run = subprocess.run(
        ["age", "-d", "-i", tmp_path / "key.txt", tmp_path / "slot.age"],
        check=True,
        capture_output=True,
    )
    assert read(folder, header, run.stdout) == b"value"


def test_the_mac_is_the_published_one(made):
    _, _, header = made
    cost = header["kdf"]
    kek = Argon2id(
        salt=base64.b64decode(cost["salt"]), length=32, iterations=3, lanes=4, memory_cost=65536
    ).derive(b"pass")
    vault_key = aes_key_unwrap(kek, base64.b64decode(header["slots"][0]["passphrase"]))
    mac = header.pop("mac")
    # Only ASCII strings and small integers: sorted, compact JSON is RFC 8785's form.
    content = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    key = hkdf(vault_key, header["vault_id"].encode(), b"consentkit/v1/header")
    assert base64.b64decode(mac[0]) == hmac.digest(key, content, "sha256")


def test_the_words_are_those_of_bip_39(made):
    _, secret, _ = made
    assert Mnemonic("english").check(" ".join(secret.words))
