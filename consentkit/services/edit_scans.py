"""Scans of finished videos: made once, kept sealed in the vault, found again by digest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import InputError
from consentkit.kernel.limits import GIB
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.kernel.timebase import TimeRange
from consentkit.media import worker
from consentkit.media.result import ScanResult
from consentkit.media.stored_tap import decode_tap_result, encode_tap_result, filmstrip_without
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.registry import EDIT_TAPS, TAP_VERSIONS
from consentkit.services.scans import CHECKPOINT
from consentkit.services.stored_check import FACTS, EditFacts, facts_of_scan
from consentkit.services.tap_views import filmstrip_of
from consentkit.vault.edit_store import EditScanRow
from consentkit.vault.instants import to_micros
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

SHOWN = ("filmstrip", "waveform", "thumbnail")
"""Results that a check shows: they stay as long as the check does."""

_THUMBNAIL_VERSION = 1
_PICTURE_TAPS = frozenset({"edit-picture", "edit-track", "cuts", "faces", "filmstrip", "blank"})
_SOUND_TAPS = frozenset({"sound-prints", "waveform"})

KEPT_MAX_BYTES = 1 * GIB
"""Results for matching that are kept; a 10-minute video takes some 10 MB."""

CHECKPOINTS_KEPT = timedelta(days=7)
"""How long a scan of a recording that broke off may be taken up again."""


@dataclass(frozen=True, slots=True)
class EditScan:
    """What is known of a finished video.

    Attributes:
        facts: What it is.
        taps: Results by name, of the lanes it has.
    """

    facts: EditFacts
    taps: Mapping[str, TapResult]


def _of_its_lanes(facts: EditFacts, taps: Mapping[str, TapResult]) -> dict[str, TapResult]:
    """Return the results of lanes the video has: a tap that saw nothing leaves one as well."""
    left_out = frozenset[str]()
    if not facts.has_picture:
        left_out |= _PICTURE_TAPS
    if not facts.has_sound:
        left_out |= _SOUND_TAPS
    return {name: result for name, result in taps.items() if name not in left_out}


class EditScans:
    """The scans of finished videos of one vault.

    Args:
        vault: The open vault.
        clock: Tells when something was kept.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def scan(
        self,
        path: Path,
        progress: Progress,
        cancel: CancelToken | None,
        on_quick: Callable[[EditScan], None] | None,
    ) -> EditScan:
        """Return the scan of a video: a kept one, or a new one.

        Args:
            path: The video; its content is not trusted.
            progress: Told how far it is.
            cancel: Asked several times a second.
            on_quick: Takes a quick scan before the full one begins; not called for a kept one.

        Raises:
            InputError: It is no video that can be read.
            ResourceError: The decoder died, or the disk is full.
            Cancelled: A stop was asked for.
        """
        kept = self._kept_of(path, progress, cancel)
        if kept is not None:
            return kept
        if on_quick is not None:
            on_quick(self.quick(path, progress, cancel))
        scan = worker.scan_recording(path, EDIT_TAPS, _as("check.scan", progress), cancel)
        facts = facts_of_scan(scan)
        if not self._vault.is_read_only:
            self._keep(scan, facts)
        return EditScan(facts, _of_its_lanes(facts, scan.taps))

    def quick(self, path: Path, progress: Progress, cancel: CancelToken | None) -> EditScan:
        """Return a quick scan of a video, from its keyframes and all of its sound."""
        scan = worker.scan_recording(
            path, EDIT_TAPS, _as("check.quick", progress), cancel, quick=True
        )
        facts = facts_of_scan(scan)
        return EditScan(facts, _of_its_lanes(facts, scan.taps))

    def _kept_of(
        self, path: Path, progress: Progress, cancel: CancelToken | None
    ) -> EditScan | None:
        """Return the kept scan of a file; only one of a kept one's size is read for its digest."""
        try:
            size = path.stat().st_size
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        documents = self._vault.list_documents(FACTS)
        if not any(decode_stored(item.body, EditFacts).size_bytes == size for item in documents):
            return None
        return self.kept(file_sha256_hex(path, _as("check.digest", progress), cancel))

    def kept(self, sha256: str) -> EditScan | None:
        """Return the kept scan of a video, if all of it is there and of this version."""
        document = self._vault.find_document(FACTS, sha256)
        if document is None:
            return None
        taps: dict[str, TapResult] = {}
        for name in EDIT_TAPS:
            row = self._vault.get_edit_scan(sha256, name)
            if row is None or row.version != TAP_VERSIONS[name]:
                return None
            taps[name] = decode_tap_result(row.data)
        if not self._vault.is_read_only:
            self._vault.touch_edit(sha256)
        facts = decode_stored(document.body, EditFacts)
        if facts.has_sound and not facts.sound_streams:
            return None  # It was kept before streams of sound were counted.
        return EditScan(facts, _of_its_lanes(facts, taps))

    def _keep(self, scan: ScanResult, facts: EditFacts) -> None:
        with self._vault.transaction():
            for name, result in scan.taps.items():
                row = EditScanRow(name, scan.tap_versions[name], encode_tap_result(result))
                self._vault.put_edit_scan(scan.sha256, row)
            self._put_thumbnail(scan.sha256, scan.taps.get("filmstrip"))
            body = encode_stored(facts).decode()
            self._vault.put_document(Document(FACTS, scan.sha256, self._clock.now(), body))

    def _put_thumbnail(self, sha256: str, strip: TapResult | None) -> None:
        jpegs = filmstrip_of(strip).jpegs
        picture = jpegs[len(jpegs) // 3] if jpegs else b""
        self._vault.put_edit_scan(sha256, EditScanRow("thumbnail", _THUMBNAIL_VERSION, picture))

    def tap(self, sha256: str, name: str) -> TapResult | None:
        """Return the kept result of one tap, or None."""
        row = self._vault.get_edit_scan(sha256, name)
        return decode_tap_result(row.data) if row is not None else None

    def thumbnail(self, sha256: str) -> bytes:
        """Return one picture of a video as a JPEG file, or nothing."""
        row = self._vault.get_edit_scan(sha256, "thumbnail")
        return row.data if row is not None else b""

    def tidy(self, shown: frozenset[str], checkpoints_kept: timedelta = CHECKPOINTS_KEPT) -> None:
        """Drop what no check shows, and, beyond ``KEPT_MAX_BYTES``, what was not used longest.

        Args:
            shown: Digests of the videos that checks are about.
            checkpoints_kept: How long scans of recordings that broke off are kept, which lie here
                as well.
        """
        oldest = to_micros(self._clock.now() - checkpoints_kept)
        total = 0
        for kept in self._vault.list_edits():
            if CHECKPOINT in kept.taps and kept.used_at_us > oldest:
                continue
            total += kept.size_bytes
            if kept.sha256 not in shown:
                self._drop(kept.sha256)
            elif total > KEPT_MAX_BYTES:
                self._vault.drop_edit(kept.sha256, but=SHOWN)

    def _drop(self, sha256: str) -> None:
        with self._vault.transaction():
            self._vault.drop_edit(sha256)
            self._vault.delete_document(FACTS, sha256)

    def forget(self, sha256: str, stretches: tuple[TimeRange, ...]) -> None:
        """Drop the pictures of some stretches, as when a person's data are erased.

        What matching needs goes as well; the video is scanned again when it is checked again.
        """
        row = self._vault.get_edit_scan(sha256, "filmstrip")
        self._vault.drop_edit(sha256, but=("filmstrip", "waveform"))
        if row is None:
            return
        strip = decode_tap_result(row.data)
        for stretch in stretches:
            strip = filmstrip_without(strip, stretch)
        self._vault.put_edit_scan(sha256, replace(row, data=encode_tap_result(strip)))
        self._put_thumbnail(sha256, strip)


def _as(step: str, progress: Progress) -> Progress:
    """Return a progress that reports every update under another step."""

    def tell(update: ProgressUpdate) -> None:
        progress(replace(update, step=step))

    return tell
