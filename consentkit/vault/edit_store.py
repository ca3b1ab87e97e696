"""Kept results of scans of finished videos, so that a second check need not decode again.

They are a cache beside the database, each in a file sealed to a key of its own: a file that is not
there, as in a backup, only means that the video is scanned again.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from consentkit.kernel.errors import LimitError, VaultDamagedError
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.kernel.limits import MIB
from consentkit.vault.instants import to_micros
from consentkit.vault.sealed_store import (
    SealedStore,
    open_file,
    seal_file,
    sweep_strangers,
    unlink_quietly,
)

EDITS_FOLDER = "edits"
EDIT_SCAN_MAX_BYTES = 256 * MIB
"""Three hours of a finished video come to about 100 MB of features."""


@dataclass(frozen=True, slots=True)
class EditScanRow:
    """The kept result of one tap for a finished video; ``data`` is the tap's own format."""

    tap: str
    version: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EditScanInfo:
    """Which results are kept of a finished video.

    Attributes:
        sha256: Digest of the video, lower-case hexadecimal.
        taps: Version of each tap's result.
        used_at_us: When they were last used, in microseconds since 1970 UTC.
        size_bytes: Length of all of them.
    """

    sha256: str
    taps: Mapping[str, int]
    used_at_us: int
    size_bytes: int


def _name(stamp: str) -> str:
    return f"{EDITS_FOLDER}/{stamp}.sealed"


def _context(stamp: str, sha256: str, tap: str, version: int) -> bytes:
    """Return what binds a file to its row."""
    return "\n".join(("consentkit.edit-scan/1", stamp, sha256, tap, str(version))).encode()


class EditStore(SealedStore):
    """Reads and writes of the scans of finished videos."""

    def put_edit_scan(self, sha256: str, row: EditScanRow) -> None:
        """Keep the result of one tap, in place of a former one.

        Raises:
            LimitError: It is larger than ``EDIT_SCAN_MAX_BYTES``.
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed; the former result is kept.
        """
        size = len(row.data)
        if size > EDIT_SCAN_MAX_BYTES:
            raise LimitError("vault.scan-size", limit=EDIT_SCAN_MAX_BYTES)
        stamp = make_id("edit", os.urandom(RANDOM_BYTES))
        path = self._folder / _name(stamp)
        with self.transaction():
            self._on_rollback(lambda: unlink_quietly(path))
            secret = seal_file(path, row.data, _context(stamp, sha256, row.tap, row.version))
            self._drop_edit_files("sha256 = ? AND tap = ?", (sha256, row.tap))
            self._write(
                "INSERT OR REPLACE INTO edit_scans"
                " (sha256, tap, version, used_at, stamp, secret, size_bytes)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (sha256, row.tap, row.version, to_micros(self._clock.now()), stamp, secret, size),
            )

    def get_edit_scan(self, sha256: str, tap: str) -> EditScanRow | None:
        """Return the kept result of a tap; None when there is none that can be read."""
        row = self._row(
            "SELECT version, stamp, secret FROM edit_scans WHERE sha256 = ? AND tap = ?",
            (sha256, tap),
        )
        if row is None:
            return None
        version, stamp, secret = row
        try:
            data = open_file(
                self._folder / _name(stamp), secret, _context(stamp, sha256, tap, version)
            )
        except VaultDamagedError:
            return None
        return EditScanRow(tap, version, data)

    def touch_edit(self, sha256: str) -> None:
        """Note that the results of a video were used.

        Raises:
            VaultError: The handle does not write.
        """
        self._write(
            "UPDATE edit_scans SET used_at = ? WHERE sha256 = ?",
            (to_micros(self._clock.now()), sha256),
        )

    def list_edits(self) -> tuple[EditScanInfo, ...]:
        """Return what is kept, the last used video first."""
        taps: dict[str, dict[str, int]] = {}
        used: dict[str, int] = {}
        sizes: dict[str, int] = {}
        for sha256, tap, version, used_at, size in self._rows(
            "SELECT sha256, tap, version, used_at, size_bytes FROM edit_scans"
        ):
            taps.setdefault(sha256, {})[tap] = version
            used[sha256] = max(used.get(sha256, 0), used_at)
            sizes[sha256] = sizes.get(sha256, 0) + size
        found = (EditScanInfo(key, taps[key], used[key], sizes[key]) for key in taps)
        return tuple(sorted(found, key=lambda item: item.used_at_us, reverse=True))

    def drop_edit(self, sha256: str, *, but: tuple[str, ...] = ()) -> None:
        """Remove the results of a video; those of the taps in ``but`` stay.

        Raises:
            VaultError: The handle does not write.
        """
        marks = ",".join("?" for _ in but)
        condition = f"sha256 = ? AND tap NOT IN ({marks})"
        with self.transaction():
            self._drop_edit_files(condition, (sha256, *but))
            self._write(f"DELETE FROM edit_scans WHERE {condition}", (sha256, *but))  # noqa: S608 -- our own words

    def _drop_edit_files(self, condition: str, parameters: tuple[str, ...]) -> None:
        found = self._rows(
            f"SELECT stamp FROM edit_scans WHERE {condition}",  # noqa: S608 -- our own words
            parameters,
        )
        self._queue_sealed_removals(_name(stamp) for (stamp,) in found)

    def _sweep_edit_files(self) -> int:
        """Remove files that no row names, as a crash leaves them; return how many.

        Only at opening, when nobody else writes.
        """
        kept = {_name(stamp) for (stamp,) in self._rows("SELECT stamp FROM edit_scans")}
        return sweep_strangers(self._folder, f"{EDITS_FOLDER}/*", kept)
