"""Every field of ``vault.json`` changed, one at a time: never opened, never a crash."""

import base64
import copy
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    InputError,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
    VaultVersionError,
)
from consentkit.vault import keyring
from consentkit.vault.header import parse_header
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.recovery import new_recovery_secret
from consentkit.vault.vault import create_vault, open_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("hostile") / "A.ckvault"
    vault, secret = create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)
    vault.close()
    return folder, secret, (folder / "vault.json").read_bytes()


@pytest.fixture(autouse=True)
def header_put_back(made):
    yield
    (made[0] / "vault.json").write_bytes(made[2])


def flipped(text: str) -> str:
    data = bytearray(base64.b64decode(text))
    data[len(data) // 2] ^= 1
    return base64.b64encode(bytes(data)).decode()


def changed(tree, path, value):
    tree = copy.deepcopy(tree)
    place = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value(place[path[-1]]) if callable(value) else value
    return tree


LOCKED = [
    (("kdf", "salt"), flipped),
    (("kdf", "iterations"), 4),
    (("kdf", "lanes"), 3),
    (("kdf", "memory_kib"), 65537),
    (("slots", 0, "passphrase"), flipped),
]
TAMPERED = [
    (("created_at",), "2020-01-01T00:00:00Z"),
    (("recovery_recipient",), lambda _: new_recovery_secret().recipient),
    (("vault_id",), "vlt-aaaaaaaaaaaaaaaa"),
    (("slots", 0, "recovery"), flipped),
    (("mac", 0), flipped),
]
MALFORMED = [
    (("kdf", "name"), "scrypt"),
    (("kdf", "memory_kib"), 8),
    (("kdf", "memory_kib"), 1 << 30),
    (("kdf", "memory_kib"), -1),
    (("kdf", "memory_kib"), "65536"),
    (("kdf", "memory_kib"), 10**400),
    (("kdf", "iterations"), 1),
    (("kdf", "iterations"), 10**6),
    (("kdf", "lanes"), 0),
    (("kdf", "lanes"), 255),
    (("kdf", "salt"), "AAAA"),
    (("kdf", "salt"), "not base64!"),
    (("kdf",), None),
    (("kdf",), []),
    (("vault_id",), "../../etc/passwd"),
    (("vault_id",), "con-aaaaaaaaaaaaaaaa"),
    (("vault_id",), 5),
    (("slots",), []),
    (("slots",), lambda slots: slots * 3),
    (("slots",), {}),
    (("slots", 0, "passphrase"), "AAAA"),
    (("slots", 0, "recovery"), base64.b64encode(b"x" * 4000).decode()),
    (("mac",), []),
    (("mac",), lambda mac: mac * 2),
    (("mac", 0), "AAAA"),
    (("recovery_recipient",), "age1nonsense"),
    (("recovery_recipient",), ""),
    (("version",), "1"),
    (("version",), 0),
    (("version",), True),
    (("version",), None),
]


@pytest.mark.parametrize(("path", "value"), LOCKED)
def test_a_changed_slot_or_cost_looks_like_a_wrong_passphrase(made, path, value):
    folder, _, original = made
    tree = changed(json.loads(original), path, value)
    (folder / "vault.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(VaultLockedError) as caught:
        open_vault(folder, passphrase="p", clock=CLOCK)
    assert caught.value.code == "vault.locked"


@pytest.mark.parametrize(("path", "value"), TAMPERED)
def test_a_changed_field_is_noticed_after_unlocking(made, path, value):
    folder, _, original = made
    tree = changed(json.loads(original), path, value)
    (folder / "vault.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(VaultDamagedError, match=r"vault\.header-tampered"):
        open_vault(folder, passphrase="p", clock=CLOCK)


@pytest.mark.parametrize(("path", "value"), MALFORMED)
def test_a_field_out_of_shape_is_refused_before_anything_is_run(made, monkeypatch, path, value):
    folder, _, original = made
    monkeypatch.setattr(keyring, "derive_kek", lambda *args: pytest.fail("the KDF was run"))
    tree = changed(json.loads(original), path, value)
    (folder / "vault.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(VaultDamagedError, match=r"vault\.header-malformed"):
        open_vault(folder, passphrase="p", clock=CLOCK)


def test_an_added_or_missing_field_is_refused(made):
    tree = json.loads(made[2])
    for name in list(tree):
        fewer = {key: value for key, value in tree.items() if key != name}
        with pytest.raises((VaultDamagedError, InputError)):
            parse_header(json.dumps(fewer).encode())
    with pytest.raises(VaultDamagedError):
        parse_header(json.dumps({**tree, "note": "hello"}).encode())


def test_a_duplicate_field_is_refused(made):
    text = made[2].decode().replace('"version":1', '"version":1,"version":1')
    with pytest.raises(VaultDamagedError):
        parse_header(text.encode())


@pytest.mark.parametrize("version", [2, 10**6, 10**40])
def test_a_newer_version_is_named_and_not_guessed_at(made, version):
    tree = {"format": "consentkit.vault", "version": version, "new": {"field": [1]}}
    with pytest.raises(VaultVersionError):
        parse_header(json.dumps(tree).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"[]",
        b"null",
        b"{}",
        b'{"format": "other"}',
        b"[" * 10_000,
        b'{"a":' * 3_000,
        b"x" * 1_000_000,
        "\ufeff{}".encode(),
        b'{"format": NaN}',
    ],
)
def test_what_is_no_header_is_no_vault(made, content):
    (made[0] / "vault.json").write_bytes(content)
    with pytest.raises(InputError, match="not-a-vault"):
        open_vault(made[0], passphrase="p", clock=CLOCK)


def test_every_flipped_byte_is_refused(made):
    _, secret, original = made
    kept = parse_header(original)
    for place in range(0, len(original), 7):
        data = bytearray(original)
        data[place] ^= 1
        try:
            header = parse_header(bytes(data))
        except (InputError, VaultError):
            continue
        if header == kept:
            continue  # A flip in base64's unused bits changes no byte of any field.
        with pytest.raises((VaultLockedError, VaultDamagedError)):
            keyring.unlock_with_recovery(header, secret.age_identity)


def test_a_recovery_file_for_another_purpose_is_refused(made, tmp_path: Path):
    import pyrage

    folder, secret, original = made
    recipient = pyrage.x25519.Recipient.from_str(secret.recipient)
    for plain in (b"", b"k" * 31, b"k" * 33, b"k" * 32):
        sealed = base64.b64encode(bytes(pyrage.encrypt(plain, [recipient]))).decode()
        tree = changed(json.loads(original), ("slots", 0, "recovery"), sealed)
        (folder / "vault.json").write_text(json.dumps(tree), encoding="utf-8")
        with pytest.raises((VaultLockedError, VaultDamagedError)):
            open_vault(folder, recovery=secret.age_identity, clock=CLOCK)


def test_a_swapped_or_missing_database_is_damage_not_a_crash(made, tmp_path: Path):
    folder, _, _ = made
    database = (folder / "vault.db").read_bytes()
    other, _ = create_vault(tmp_path / "B.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    other.close()
    for content in ((tmp_path / "B.ckvault" / "vault.db").read_bytes(), b"", b"SQLite format 3\0"):
        (folder / "vault.db").write_bytes(content)
        with pytest.raises(VaultDamagedError):
            open_vault(folder, passphrase="p", clock=CLOCK)
    (folder / "vault.db").unlink()
    with pytest.raises(VaultDamagedError, match="database-missing"):
        open_vault(folder, passphrase="p", clock=CLOCK)
    assert not (folder / "vault.db").exists()
    (folder / "vault.db").write_bytes(database)
    open_vault(folder, passphrase="p", clock=CLOCK).close()
