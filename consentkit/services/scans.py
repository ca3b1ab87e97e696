"""Scanning files for the vault: scans that go on after a crash, and results brought up to date."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consentkit.kernel.errors import InputError, LimitError, ResourceError, VerificationError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media import worker
from consentkit.media.result import ScanResult
from consentkit.media.stored_tap import decode_tap_result, encode_tap_result, without_stretch
from consentkit.media.taps.registry import RECORDING_TAPS, TAP_VERSIONS
from consentkit.vault.edit_store import EditScanRow
from consentkit.vault.rows import Document, RecordingRow, ScanRow
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

CHECKPOINT = "checkpoint"
"""Stands where the name of a tap stands: how far a scan had come that broke off."""
FORGOTTEN = "forgotten"
"""Kind of the document with the stretches of a recording whose pictures are not to be kept."""


@dataclass(frozen=True, slots=True)
class StaleScan:
    """A recording that lacks results a scan of today would leave.

    Attributes:
        recording_id: The recording.
        taps: What is missing, or of an older version.
        is_missing: Whether the file is not where it was last seen, so that it cannot be scanned.
    """

    recording_id: str
    taps: tuple[str, ...]
    is_missing: bool


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Stretches of one recording whose pictures were erased for a person, and stay erased."""

    stretches: tuple[TimeRange, ...] = ()


class ScanService:
    """Scans of one vault's files.

    Args:
        vault: The open vault.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def scan(
        self,
        path: Path,
        taps: Sequence[str],
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ScanResult:
        """Return what the decode pass finds, going on where a former scan of the file broke off.

        About once a minute the vault is given a sealed checkpoint, which goes when the scan is
        done.

        Raises:
            InputError: It is no recording, or cannot be read.
            ResourceError: The decoder died; the next scan of the file goes on from there.
            Cancelled: A stop was asked for; as before.
        """
        key = _checkpoint_key(path)
        version = _taps_version(taps)
        row = self._vault.get_edit_scan(key, CHECKPOINT)
        saved = row.data if row is not None and row.version == version else None
        room = True

        def save(data: bytes) -> None:
            nonlocal room
            if room:
                try:
                    self._vault.put_edit_scan(key, EditScanRow(CHECKPOINT, version, data))
                except (LimitError, ResourceError):
                    # A scan without checkpoints is better than none.
                    room = False

        if self._vault.is_read_only:
            return worker.scan_recording(path, taps, progress, cancel)
        scan = worker.scan_recording(path, taps, progress, cancel, saved=saved, save=save)
        self.forget_checkpoint(path)
        return scan

    def forget_checkpoint(self, path: Path) -> None:
        """Drop how far a scan of a file had come."""
        self._vault.drop_edit(_checkpoint_key(path))

    # ── results of recordings ──

    def stale(self) -> tuple[StaleScan, ...]:
        """Return the recordings that a scan would bring up to date, the newest first."""
        found: list[StaleScan] = []
        for row in self._vault.list_recordings():
            taps = self.stale_taps(row)
            if taps:
                found.append(StaleScan(row.id, taps, not Path(row.path).is_file()))
        return tuple(found)

    def stale_taps(self, row: RecordingRow) -> tuple[str, ...]:
        """Return which results of a recording are missing or of another version."""
        kept = {
            info.tap: info.version
            for info in self._vault.list_scans(row.id)
            if info.input_sha256 == row.sha256
        }
        return tuple(name for name in RECORDING_TAPS if kept.get(name) != TAP_VERSIONS[name])

    def update(
        self,
        row: RecordingRow,
        taps: Sequence[str],
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        """Scan a recording's file again for the results of ``taps`` only.

        Raises:
            VerificationError: ``recording.other-file``: the file is not the one that was added.
            InputError: The file is gone or cannot be read.
            ResourceError: The decoder died or the disk is full; the former results are kept.
            Cancelled: A stop was asked for; as before.
        """
        path = Path(row.path)
        if not path.is_file():
            raise InputError("recording.missing")
        scan = self.scan(path, taps, progress, cancel)
        if scan.sha256 != row.sha256:
            raise VerificationError("recording.other-file")
        with self._vault.transaction():
            self.store(row.id, scan)

    def store(self, recording_id: str, scan: ScanResult) -> None:
        """Keep the results of a scan for a recording, without what was erased for a person."""
        forgotten = self._forgotten(recording_id)
        for name, result in scan.taps.items():
            kept = result
            for stretch in forgotten.stretches:
                kept = without_stretch(name, kept, stretch)
            self._vault.put_scan(
                ScanRow(
                    recording_id,
                    name,
                    scan.tap_versions[name],
                    scan.sha256,
                    encode_tap_result(kept),
                )
            )

    def forget(self, row: RecordingRow, stretch: TimeRange) -> None:
        """Take what shows or tells who was there in a stretch out of a recording's results.

        No later scan brings it back.
        """
        for info in self._vault.list_scans(row.id):
            kept = self._vault.get_scan(row.id, info.tap) if info.tap in TAP_VERSIONS else None
            if kept is None:
                continue
            result = decode_tap_result(kept.data)
            left = without_stretch(info.tap, result, stretch)
            if left is not result:
                self._vault.put_scan(replace(kept, data=encode_tap_result(left)))
        before = self._forgotten(row.id).stretches
        body = encode_stored(Forgotten((*before, stretch))).decode()
        self._vault.put_document(Document(FORGOTTEN, row.id, row.added_at, body))
        self.forget_checkpoint(Path(row.path))

    def drop(self, row: RecordingRow) -> None:
        """Forget what is kept beside the results of a recording that is removed."""
        self._vault.delete_document(FORGOTTEN, row.id)
        self.forget_checkpoint(Path(row.path))

    def _forgotten(self, recording_id: str) -> Forgotten:
        document = self._vault.find_document(FORGOTTEN, recording_id)
        return Forgotten() if document is None else decode_stored(document.body, Forgotten)


def _checkpoint_key(path: Path) -> str:
    """Return the name a file's checkpoint has; the file's own digest is not known yet."""
    return hashlib.sha256(b"consentkit.checkpoint\n" + os.fsencode(path)).hexdigest()


def _taps_version(taps: Sequence[str]) -> int:
    """Return a number that changes with the taps and their versions."""
    text = ",".join(f"{name}:{TAP_VERSIONS[name]}" for name in taps)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")
