"""Sealed results and segments are what ``resources/specs/vault.md`` says, read here without us."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from consentkit.kernel.clock import ManualClock
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.posting_catalogue import SourceRow, VolumeRow
from consentkit.vault.posting_index import PostingIndex
from consentkit.vault.rows import RecordingRow, ScanRow
from consentkit.vault.vault import create_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))


def read_segment(data: bytes, vault_id: str, lane: str, segment_id: str, count: int, secret: bytes):
    """Return the entries of a segment, following the specification and nothing else."""
    key = HKDF(
        hashes.SHA256(),
        32,
        vault_id.encode(),
        f"consentkit/v1/postings/{lane}/{segment_id}".encode(),
    ).derive(secret)
    prefix = f"consentkit.postings/1 {lane} {segment_id} ".encode()

    def opened(nonce: bytes, sealed: bytes, number: int, entries: int) -> bytes:
        context = prefix + number.to_bytes(6, "little") + entries.to_bytes(2, "little")
        return AESGCM(key).decrypt(nonce, sealed, context)

    assert data[:16] == b"consentkit.post\x01"
    pages = (count + 511) // 512
    at = len(data) - 5 * pages - 16
    directory = opened(b"\xff" * 12, data[at:], pages, count % 512)
    found, place = [], 16
    for page in range(pages):
        first = int.from_bytes(directory[4 * page : 4 * page + 4], "little")
        w = directory[4 * pages + page]
        e = 512 if page < pages - 1 else count - 512 * (pages - 1)
        end = place + e * (6 + w) + 16
        plain = opened(page.to_bytes(12, "little"), data[place:end], page, e)
        place = end
        for i in range(e):
            payload = int.from_bytes(plain[4 * i : 4 * i + 4], "little")
            low = int.from_bytes(plain[4 * e + 2 * i : 4 * e + 2 * i + 2], "little")
            high = int.from_bytes(plain[6 * e + w * i : 6 * e + w * (i + 1)], "little")
            found.append((first + (high << 16) + low) << 32 | payload)
    assert place == at
    return found


def test_segments_and_results_are_read_as_specified(tmp_path: Path):
    rng = np.random.default_rng(4)
    # Crowded keys, sparse ones and very sparse ones, so that pages of all three widths occur.
    keys = np.concatenate([
        rng.integers(0, 9000, 1500),
        rng.integers(2**20, 2**24, 1500),
        rng.integers(2**25, 2**32, 1500),
    ]).astype(np.uint64)
    payloads = np.uint64(16383 << 18) | rng.integers(0, 2**18, len(keys)).astype(np.uint64)
    made = np.sort(keys << np.uint64(32) | payloads)
    content = b"points" * 10_000
    vault, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with vault:
        vault.add_recording(RecordingRow("rec-1", "ab" * 32, 1, "/x", CLOCK.now(), "{}"))
        PostingIndex(vault).add(
            {"sound": made},
            [VolumeRow(16383, "rec-1", 0, 1)],
            [SourceRow("rec-1", "sound", "1/1")],
        )
        (row,) = vault.catalogue().segments
        data = (vault.folder / "postings" / f"{row.id}.postings").read_bytes()
        found = read_segment(data, vault.vault_id, "sound", row.id, row.entries, row.secret)
        assert found == made.tolist()
        assert row.volumes == bytes(2047) + b"\x80"

        vault.put_scan(ScanRow("rec-1", "tap", 7, "ab" * 32, content))
        stamp = vault.scan_stamp("rec-1", "tap")
        assert stamp is not None
        ((secret,),) = vault._rows("SELECT secret FROM scans")
        sealed = (vault.folder / "scans" / stamp[5:7] / f"{stamp}.sealed").read_bytes()
        context = f"consentkit.scan/1\n{stamp}\nrec-1\ntap\n7\n{'ab' * 32}".encode()
        assert AESGCM(secret).decrypt(sealed[:12], sealed[12:], context) == content
