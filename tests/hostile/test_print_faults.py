"""Sealed results and postings under a process killed, and a disk filled, at its k-th call.

Uses the shared tracing library, which sees every write, sync and cut of the files in one folder.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.posting_index import PostingIndex
from consentkit.vault.vault import create_vault, open_vault

pytestmark = [pytest.mark.shared, pytest.mark.outside]

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
POINTS = int(os.environ.get("CONSENTKIT_FAULT_POINTS", "6"))
KEYS = np.arange(3000, dtype=np.uint32)

CHILD = """
    import os, sys
    from datetime import UTC, datetime
    from pathlib import Path
    import numpy as np
    from consentkit.kernel.clock import SystemClock
    from consentkit.kernel.errors import ConsentKitError
    from consentkit.vault.posting_catalogue import SourceRow, VolumeRow
    from consentkit.vault.posting_index import PostingIndex
    from consentkit.vault.rows import RecordingRow, ScanRow
    from consentkit.vault.vault import open_vault

    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    def did(name):
        os.write(1, name.encode() + b";")
    try:
        vault = open_vault(Path(sys.argv[1]), passphrase="p", clock=SystemClock())
        index = PostingIndex(vault)
        for number in range(3):
            name = f"rec-{number}"
            with vault.transaction():
                vault.add_recording(RecordingRow(name, f"{number:064x}", 1, "/x", now, "{}"))
                vault.put_scan(ScanRow(name, "prints", 1, f"{number:064x}", bytes(50_000)))
            did(f"put-{number}")
            keys = np.arange(3000, dtype=np.uint64) << np.uint64(32)
            index.add({"sound": keys | np.uint64(number << 18)},
                      [VolumeRow(number, name, 0.0, 1.0)], [SourceRow(name, "sound", "1/1")])
            did(f"add-{number}")
        index.merge()
        did("merge")
        vault.put_scan(ScanRow("rec-0", "prints", 2, f"{0:064x}", bytes(60_000)))
        did("replace")
        vault.delete_recording("rec-1")
        did("delete")
        index.purge()
        did("purge")
        vault.close()
    except ConsentKitError as exc:
        os.write(2, exc.code.encode())
        sys.exit(3)
"""


@pytest.fixture(scope="module")
def tracer(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tracing library, built here."""
    library = tmp_path_factory.mktemp("tracer") / "crashtrace.so"
    source = shared / "tools" / "faults" / "crashtrace.c"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O2", "-w", "-o", library, source, "-ldl", "-lpthread"],
        check=True,
    )
    return library


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "A.ckvault"
    create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)[0].close()
    return folder


def run(folder: Path, tracer: Path, log: Path, **faults: int):
    environment = {
        **os.environ,
        "LD_PRELOAD": str(tracer),
        "CT_ROOT": str(folder),
        "CT_LOG": str(log),
        **{name: str(value) for name, value in faults.items()},
    }
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(folder)],
        check=False,
        env=environment,
        capture_output=True,
    )
    return done.returncode, set(done.stdout.decode().split(";")) - {""}, done.stderr.decode()


def points(original: Path, tracer: Path, tmp_path: Path) -> list[int]:
    folder = tmp_path / "traced.ckvault"
    shutil.copytree(original, folder)
    code, done, errors = run(folder, tracer, tmp_path / "trace")
    assert (code, errors) == (0, "")
    assert len(done) == 10
    content, place, total = (tmp_path / "trace").read_bytes(), 0, 0
    while place < len(content):
        name, other, _, size = struct.unpack_from("<HHQQ", content, place + 1)
        kind = content[place : place + 1]
        total += kind in b"WTS"
        place += 21 + name + other + (size if kind == b"W" else 0)
    return sorted({1 + total * step // POINTS for step in range(POINTS)})


def assert_whole(folder: Path, done: set[str]) -> None:
    """Check that what was acknowledged is there, nothing is half there, and no file is left."""
    with open_vault(folder, passphrase="p", clock=CLOCK) as vault:
        assert vault.check().damages == ()
        index = PostingIndex(vault)
        found = index.lookup("sound", KEYS, 100)
        live = set((found.payloads >> 18).tolist())
        for number in live:
            assert ((found.payloads >> 18) == number).sum() == len(KEYS)
        names = {row.id for row in vault.list_recordings()}
        for number in range(3):
            name = f"rec-{number}"
            is_gone = number == 1 and name not in names
            if f"add-{number}" in done and not is_gone and number != 0:
                assert number in live
            if f"put-{number}" in done and not is_gone:
                scan = vault.get_scan(name, "prints")
                assert scan is not None
                assert len(scan.data) == (50_000 if scan.version == 1 else 60_000)
        assert not ("delete" in done and "rec-1" in names)
        assert 1 not in live or "rec-1" in names
        if "purge" in done:
            assert not any(1 in row.numbers() for row in vault.catalogue().segments)
        kept = {f"{row.id}.postings" for row in vault.catalogue().segments}
        assert {path.name for path in folder.glob("postings/*")} == kept
        stamps = {f"{stamp}.sealed" for stamp in vault.scan_stamps("prints").values()}
        assert {path.name for path in folder.glob("scans/*/*")} == stamps


@pytest.mark.parametrize("fault", ["killed", "full", "failed"])
def test_prints_are_whole_after_a_fault_anywhere(original, tracer, tmp_path: Path, fault: str):
    for number in points(original, tracer, tmp_path):
        folder = tmp_path / f"{number}.ckvault"
        shutil.copytree(original, folder)
        faults = {
            "killed": {"CT_KILL_AT": number},
            "full": {"CT_FAIL_AT": number, "CT_FAIL_N": 10**9, "CT_ERR": 28},
            "failed": {"CT_FAIL_AT": number, "CT_ERR": 5},
        }[fault]
        code, done, errors = run(folder, tracer, tmp_path / "log", **faults)
        assert code in ({-signal.SIGKILL} if fault == "killed" else {0, 3}), (number, errors)
        assert errors in {"", "disk.full", "disk.io", "disk.not-writable"}, number
        assert_whole(folder, done)
        shutil.rmtree(folder)
