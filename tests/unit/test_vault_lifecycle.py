"""Making, unlocking, locking and re-keying a vault."""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    MalformedError,
    VaultError,
    VaultInUseError,
    VaultLockedError,
)
from consentkit.vault.kdf import FLOOR_KDF, KdfParameters
from consentkit.vault.recovery import RecoverySecret
from consentkit.vault.vault import Vault, create_vault, open_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
PASSPHRASE = "öffne dich, Sesam"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Street chats.ckvault"


@pytest.fixture
def made(folder: Path):
    vault, secret = create_vault(folder, PASSPHRASE, clock=CLOCK, kdf=FLOOR_KDF)
    yield vault, secret
    vault.close()


def test_what_was_put_is_there_after_closing_and_opening(made: tuple[Vault, RecoverySecret]):
    vault, _ = made
    vault.put_secret("log-key", b"\x00\x01")
    vault.close()

    with open_vault(vault.folder, passphrase=PASSPHRASE, clock=CLOCK) as again:
        assert again.get_secret("log-key") == b"\x00\x01"
        assert again.vault_id == vault.vault_id


def test_a_passphrase_opens_however_its_letters_are_composed(made):
    vault, _ = made
    vault.close()
    open_vault(vault.folder, passphrase="o\u0308ffne dich, Sesam", clock=CLOCK).close()


@pytest.mark.parametrize(
    "secret",
    [
        {"passphrase": "wrong"},
        {"passphrase": ""},
        {"passphrase": "x" * 5000},
        {"recovery": "abandon " * 23 + "art"},
        {"recovery": "not words at all"},
        {"recovery": "AGE-SECRET-KEY-1QQQQQQQQ"},
        {"recovery": ""},
    ],
)
def test_every_wrong_secret_gets_the_same_answer(made, secret):
    vault, _ = made
    vault.close()
    with pytest.raises(VaultLockedError) as caught:
        open_vault(vault.folder, clock=CLOCK, **secret)
    assert str(caught.value) == "vault.locked"


def test_a_failed_opening_gives_the_writers_lock_back(made):
    vault, _ = made
    vault.close()
    with pytest.raises(VaultLockedError):
        open_vault(vault.folder, passphrase="wrong", clock=CLOCK)
    open_vault(vault.folder, passphrase=PASSPHRASE, clock=CLOCK).close()


def test_a_second_writer_is_refused_and_a_reader_is_not(made):
    vault, _ = made
    with pytest.raises(VaultInUseError):
        open_vault(vault.folder, passphrase=PASSPHRASE, clock=CLOCK)
    with open_vault(vault.folder, passphrase=PASSPHRASE, clock=CLOCK, read_only=True) as reader:
        vault.put_secret("late", b"1")
        assert reader.get_secret("late") == b"1"
        with pytest.raises(VaultError, match="read-only"):
            reader.put_secret("mine", b"2")


def test_the_lock_of_a_killed_writer_is_free(folder: Path):
    code = (
        "import sys, os, signal\n"
        "from pathlib import Path\n"
        "from consentkit.kernel.clock import SystemClock\n"
        "from consentkit.vault.kdf import FLOOR_KDF\n"
        "from consentkit.vault.vault import create_vault\n"
        "v, _ = create_vault(Path(sys.argv[1]), 'p', clock=SystemClock(), kdf=FLOOR_KDF)\n"
        "v.put_secret('a', b'1')\n"
        "os._exit(9)\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert run.returncode == 9
    with open_vault(folder, passphrase="p", clock=CLOCK) as vault:
        assert vault.get_secret("a") == b"1"


def test_a_new_passphrase_replaces_the_old(made):
    vault, _ = made
    vault.change_passphrase(PASSPHRASE, "next", kdf=FLOOR_KDF)
    vault.close()
    with pytest.raises(VaultLockedError):
        open_vault(vault.folder, passphrase=PASSPHRASE, clock=CLOCK)
    open_vault(vault.folder, passphrase="next", clock=CLOCK).close()


def test_changing_the_passphrase_needs_the_old_one(made):
    vault, _ = made
    with pytest.raises(VaultLockedError):
        vault.change_passphrase("guess", "next", kdf=FLOOR_KDF)


@pytest.mark.parametrize("form", ["words", "line"])
def test_the_recovery_sheet_opens_and_asks_for_a_new_passphrase(made, form):
    vault, secret = made
    vault.put_secret("a", b"1")
    vault.close()
    text = "  " + " \n".join(secret.words).upper() if form == "words" else secret.age_identity
    with open_vault(vault.folder, recovery=text, clock=CLOCK) as again:
        assert again.get_secret("a") == b"1"
        assert again.needs_new_passphrase
        with pytest.raises(VaultError, match="passphrase-needed"):
            again.put_secret("b", b"2")
        again.set_passphrase("fresh", kdf=FLOOR_KDF)
        again.put_secret("b", b"2")
    open_vault(vault.folder, passphrase="fresh", clock=CLOCK).close()


def test_a_new_recovery_sheet_replaces_the_old(made):
    vault, first = made
    second = vault.new_recovery()
    assert vault.verify_recovery_words(" ".join(second.words))
    assert not vault.verify_recovery_words(" ".join(first.words))
    assert not vault.verify_recovery_words("nonsense")
    vault.close()
    with pytest.raises(VaultLockedError):
        open_vault(vault.folder, recovery=" ".join(first.words), clock=CLOCK)
    open_vault(vault.folder, recovery=second.age_identity, read_only=True, clock=CLOCK).close()


def test_part_of_the_sheet_is_asked_back(made):
    _, secret = made
    assert secret.matches({3: secret.words[2].upper() + " ", 24: secret.words[23]})
    assert not secret.matches({3: "wrong", 24: secret.words[23]})
    assert not secret.matches({0: secret.words[0]})
    assert not secret.matches({})


def test_a_closed_vault_answers_nothing(made):
    vault, _ = made
    vault.close()
    vault.close()
    with pytest.raises(VaultLockedError, match="closed"):
        vault.get_secret("a")
    with pytest.raises(VaultLockedError):
        vault._keys.database_key()


def test_a_folder_with_something_in_it_is_not_made_a_vault(tmp_path: Path):
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="exists"):
        create_vault(tmp_path, "p", clock=CLOCK, kdf=FLOOR_KDF)
    assert [child.name for child in tmp_path.iterdir()] == ["x"]


def test_an_empty_or_endless_passphrase_is_refused(folder: Path):
    with pytest.raises(InputError, match="passphrase-empty"):
        create_vault(folder, "", clock=CLOCK, kdf=FLOOR_KDF)
    with pytest.raises(LimitError):
        create_vault(folder, "x" * 2000, clock=CLOCK, kdf=FLOOR_KDF)
    assert not folder.exists()


def test_what_is_no_vault_is_called_so(tmp_path: Path):
    with pytest.raises(InputError, match="not-a-vault"):
        open_vault(tmp_path / "nowhere", passphrase="p", clock=CLOCK)
    (tmp_path / "vault.json").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not-a-vault"):
        open_vault(tmp_path, passphrase="p", clock=CLOCK)


@pytest.mark.parametrize(
    "cost",
    [(64 * 1024 - 1, 3, 4), (1024 * 1024 + 1, 3, 4), (65536, 2, 4), (65536, 11, 4), (65536, 3, 0)],
)
def test_a_cost_out_of_bounds_is_never_run(cost):
    with pytest.raises(MalformedError):
        KdfParameters(*cost)


def test_no_secret_is_in_any_repr(made):
    vault, secret = made
    shown = repr(vault) + repr(secret) + repr(vault._keys) + repr(vault._keys.database_key())
    for hidden in (secret.age_identity, vault._keys.database_key().reveal().hex()):
        assert hidden not in shown
    # Some words of the list, like "vault" and "object", stand in a repr by chance.
    assert sum(word in shown for word in secret.words) < len(secret.words) // 2
    assert str(vault.folder) not in shown


def test_nothing_of_the_content_is_readable_on_disk(made):
    vault, _ = made
    vault.put_secret("canary", b"CANARY-BYTES-THAT-MUST-NOT-SHOW")
    vault.close()
    for path in vault.folder.rglob("*"):
        if path.is_file():
            assert b"CANARY" not in path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(vault.folder / "vault.db").execute("SELECT * FROM keys").fetchall()


def test_sqlite_utils_uses_the_ciphers_exceptions(made):
    import sqlcipher3.dbapi2
    import sqlite_utils.utils

    assert sqlite_utils.utils.sqlite3.OperationalError is sqlcipher3.dbapi2.OperationalError
    vault, _ = made
    table = vault._db["alterable"]
    table.insert({"a": 1})
    table.insert({"a": 2, "b": 3}, alter=True)
    vault._db["missing"].drop(ignore=True)
    assert [row["b"] for row in table.rows] == [None, 3]


def test_files_are_the_owners_alone(made):
    vault, _ = made
    if os.name == "nt":
        return
    assert (vault.folder / "vault.db").stat().st_mode & 0o077 == 0
    assert (vault.folder / "vault.json").stat().st_mode & 0o077 == 0
    assert vault.folder.stat().st_mode & 0o077 == 0
