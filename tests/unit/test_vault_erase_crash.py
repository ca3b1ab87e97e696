"""A process killed at each step of an erasure leaves a vault that opens and stays erased."""

import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import ResourceError, StateError, VaultInUseError
from consentkit.vault import cipher
from consentkit.vault.header import load_header
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordRow
from consentkit.vault.vault import Vault, create_vault, open_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
STEPS = (
    "delete",
    "remove-files",
    "header-both",
    "clear-mark",
    "rekey",
    "checkpoint",
    "header-new",
    "done",
)

CHILD = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from consentkit.kernel.clock import SystemClock
    from consentkit.vault.rows import RecordRow
    from consentkit.vault.vault import open_vault
    folder, step = Path(sys.argv[1]), sys.argv[2]
    vault = open_vault(folder, passphrase="p", clock=SystemClock())
    def at(name):
        if name == step:
            os._exit(77)
    vault._at_step = at
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    vault.erase_record("con-a", RecordRow(
        "con-a", now, now, "", "", (), "Erased", "", None, (), None, None, False, ""))
"""


def row(name: str, status: str = "Given") -> RecordRow:
    return RecordRow(
        f"con-{name}", CLOCK.now(), CLOCK.now(), name, "", (), status, "", None, (), None, None,
        has_token=False, search=f"search {name}",
    )  # fmt: skip


def filled(folder: Path) -> Vault:
    vault, _ = create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)
    for name in ("a", "b"):
        vault.put_record(row(name), f"body of {name}".encode())
        vault.put_blob(f"con-{name}", b"face", media_type="image/png", purpose="still")
    return vault


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_erasure_ends_at_the_next_opening(tmp_path: Path, step: str):
    folder = tmp_path / "A.ckvault"
    filled(folder).close()
    before = load_header(folder)
    old_key = open_vault(folder, passphrase="p", read_only=True, clock=CLOCK)
    secret = old_key._keys.database_key()
    old_key.close()

    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(folder), step], check=False
    )
    assert run.returncode == 77

    with open_vault(folder, passphrase="p", clock=CLOCK, read_only=True) as reader:
        assert reader.get_record_body("con-b") == b"body of b"
    with open_vault(folder, passphrase="p", clock=CLOCK) as vault:
        assert not vault.has_unfinished_erasure
        assert len(load_header(folder).slots) == 1
        assert vault.get_record_body("con-b") == b"body of b"
        assert len(list(folder.glob("blobs/*/*.age"))) == (2 if step == "delete" else 1)
        if step == "delete":
            assert vault.get_record_body("con-a") == b"body of a"
        else:
            with pytest.raises(StateError, match="erased"):
                vault.get_record_body("con-a")
            assert load_header(folder).slots != before.slots
        assert vault.check().is_sound
    if step != "delete":
        with pytest.raises(Exception, match=r"vault\.damaged"):
            cipher.connect(folder / "vault.db", secret)


def test_a_reader_in_the_way_puts_the_new_encryption_off_but_not_the_erasure(tmp_path, monkeypatch):
    monkeypatch.setattr(cipher, "BUSY_TIMEOUT_MS", 50)
    settings = tuple(
        (name, "50" if name == "busy_timeout" else value, ("50",) if name == "busy_timeout" else ok)
        for name, value, ok in cipher._SETTINGS
    )
    monkeypatch.setattr(cipher, "_SETTINGS", settings)
    with filled(tmp_path / "A.ckvault") as vault:
        reader = cipher.connect(vault.folder / "vault.db", vault._keys.database_key())
        reader.conn.execute("BEGIN")
        reader.conn.execute("SELECT * FROM records").fetchone()
        with pytest.raises(VaultInUseError):
            vault.erase_record("con-a", row("a", "Erased"))
        assert vault.has_unfinished_erasure
        with pytest.raises(StateError):
            vault.get_record_body("con-a")
        assert vault.get_record_body("con-b") == b"body of b"
        reader.close()
        assert vault.finish_erasing()
        assert not vault.finish_erasing()
        assert vault.check().is_sound
        assert vault.get_record_body("con-b") == b"body of b"


def test_a_full_disk_in_the_middle_can_be_gone_on_from(tmp_path: Path):
    with filled(tmp_path / "A.ckvault") as vault:

        def full(step: str) -> None:
            if step == "header-new":
                raise ResourceError("disk.full")

        vault._at_step = full
        with pytest.raises(ResourceError):
            vault.erase_record("con-a", row("a", "Erased"))
        vault._at_step = lambda step: None
        vault.change_passphrase("p", "q", kdf=FLOOR_KDF)
        vault.put_secret("after", b"1")
        assert vault.has_unfinished_erasure
    with open_vault(tmp_path / "A.ckvault", passphrase="q", clock=CLOCK) as vault:
        assert not vault.has_unfinished_erasure
        assert vault.get_secret("after") == b"1"
        assert vault.get_record_body("con-b") == b"body of b"


def test_an_unfinished_erasure_waits_for_the_new_passphrase_after_recovery(tmp_path: Path):
    folder = tmp_path / "A.ckvault"
    vault = filled(folder)
    secret = vault.new_recovery()
    vault.close()
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(folder), "remove-files"], check=False
    )
    with open_vault(folder, recovery=secret.age_identity, clock=CLOCK) as vault:
        assert vault.has_unfinished_erasure
        vault.set_passphrase("new", kdf=FLOOR_KDF)
        assert not vault.has_unfinished_erasure


def test_an_erasure_that_is_not_to_be_leaves_everything(tmp_path: Path):
    with filled(tmp_path / "A.ckvault") as vault:

        def refuse() -> None:
            raise StateError("record.legal-hold")

        with pytest.raises(StateError):
            vault.erase_record("con-a", row("a", "Erased"), also=refuse)
        assert vault.get_record_body("con-a") == b"body of a"
        assert vault.open_blob(vault.list_blobs("con-a")[0].id) == b"face"
        assert not vault.has_unfinished_erasure
