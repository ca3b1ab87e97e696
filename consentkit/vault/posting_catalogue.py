"""Which volumes and segments of postings there are: rows of the database, without their content.

A *volume* is a numbered stretch of one recording, a *segment* one sealed file of sorted postings. A
volume that is not live any more keeps its number until no segment holds a posting of it. Postings
are a cache: they can be made anew from the stored results of scans at any time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from consentkit.kernel.errors import LimitError
from consentkit.vault import cipher
from consentkit.vault.sealed_store import SealedStore, sweep_strangers
from consentkit.vault.session import Row

POSTINGS_FOLDER = "postings"

_REVISION = "postings-revision"


@dataclass(frozen=True, slots=True)
class VolumeRow:
    """A numbered stretch of one recording.

    Attributes:
        number: Its number.
        recording_id: The recording.
        start_s: Second of the recording where it begins.
        end_s: Second where it ends.
    """

    number: int
    recording_id: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One sealed file of sorted postings.

    Attributes:
        id: Identifier; names the file.
        lane: Which lane's postings.
        entries: How many.
        size_bytes: Length of the file.
        secret: What its key is derived from, 32 bytes.
        volumes: A bit for each volume number with postings in it, the lowest bit of a byte first.
    """

    id: str
    lane: str
    entries: int
    size_bytes: int
    secret: bytes = field(repr=False)
    volumes: bytes = field(repr=False)

    def numbers(self) -> frozenset[int]:
        """Return the numbers of the volumes with postings in it."""
        return frozenset(
            place * 8 + bit
            for place, byte in enumerate(self.volumes)
            if byte
            for bit in range(8)
            if byte >> bit & 1
        )


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What the postings of a recording in one lane were made from.

    Attributes:
        recording_id: The recording.
        lane: The lane.
        stamp: A text that is another one when they have to be made anew; it begins with the stamp
            of the result of a scan, and a slash.
    """

    recording_id: str
    lane: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All volumes and segments at one moment.

    Attributes:
        revision: Another number after every change.
        volumes: The live volumes.
        dead: Numbers that are not live and not free.
        segments: All segments, the largest first.
    """

    revision: int
    volumes: tuple[VolumeRow, ...]
    dead: frozenset[int]
    segments: tuple[SegmentRow, ...]


def segment_name(segment_id: str) -> str:
    """Return the name of a segment's file in the vault's folder."""
    return f"{POSTINGS_FOLDER}/{segment_id}.postings"


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Return volume numbers as bits, the lowest bit of a byte first."""
    bits = bytearray()
    for number in sorted(numbers):
        bits.extend(bytes(number // 8 + 1 - len(bits)))
        bits[number // 8] |= 1 << number % 8
    return bytes(bits)


class PostingCatalogue(SealedStore):
    """Reads and writes of volumes, segments and their sources."""

    def postings_revision(self) -> int:
        """Return a number that is another one after every change of the catalogue."""
        row = self._row("SELECT value FROM meta WHERE name = ?", (_REVISION,))
        return 0 if row is None else int.from_bytes(row[0])

    def catalogue(self) -> Catalogue:
        """Return all volumes and segments."""
        with self._lock:
            # One statement, so that another process's commit falls before or after all of it.
            rows = self._rows(
                "SELECT 0, value, NULL, NULL, NULL, NULL, NULL FROM meta WHERE name = ?"
                " UNION ALL SELECT 1, number, recording_id, start_s, end_s, is_live, NULL"
                " FROM volumes"
                " UNION ALL SELECT 2, id, lane, entries, size_bytes, secret, volumes"
                " FROM posting_segments",
                (_REVISION,),
            )
        by_kind: dict[int, list[Row]] = {0: [], 1: [], 2: []}
        for kind, *values in rows:
            by_kind[kind].append(tuple(values))
        segments = (SegmentRow(*values) for values in by_kind[2])
        return Catalogue(
            revision=int.from_bytes(by_kind[0][0][0]) if by_kind[0] else 0,
            volumes=tuple(VolumeRow(*values[:4]) for values in by_kind[1] if values[4]),
            dead=frozenset(values[0] for values in by_kind[1] if not values[4]),
            segments=tuple(sorted(segments, key=lambda one: (-one.entries, one.id))),
        )

    def posting_sources(self, recording_id: str | None = None) -> tuple[SourceRow, ...]:
        """Return what the postings of one recording, or of all, were made from."""
        rows = self._rows(
            "SELECT recording_id, lane, stamp FROM posting_sources"
            " WHERE recording_id = ifnull(?, recording_id)",
            (recording_id,),
        )
        return tuple(SourceRow(*row) for row in rows)

    def cut_log(self) -> None:
        """Move the write-ahead log into the database and cut it, with deleted keys in it.

        Raises:
            VaultInUseError: A reader keeps it in use.
            ResourceError: The disk is full or failed.
        """
        with self._lock:
            self._require_writer()
            cipher.checkpoint(self._db)

    def free_volume_numbers(
        self, count: int, limit: int, besides: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        """Return the lowest numbers that no volume has, those ``besides`` left out.

        Raises:
            LimitError: Fewer than ``count`` below ``limit`` are free (``vault.volumes``).
        """
        taken = {number for (number,) in self._rows("SELECT number FROM volumes")} | besides
        free = [number for number in range(limit) if number not in taken][:count]
        if len(free) < count:
            raise LimitError("vault.volumes", limit=limit)
        return tuple(free)

    def drop_postings(self, recording_id: str) -> None:
        """Take a recording out of every lookup; its volumes keep their numbers until a purge.

        Raises:
            VaultError: The handle does not write.
        """
        with self.transaction():
            self._write("DELETE FROM posting_sources WHERE recording_id = ?", (recording_id,))
            if self._write(
                "UPDATE volumes SET is_live = 0 WHERE recording_id = ? AND is_live",
                (recording_id,),
            ):
                self._count_revision()

    def enter_volumes(
        self,
        volumes: Iterable[VolumeRow],
        sources: Iterable[SourceRow],
        changed: frozenset[str] = frozenset(),
    ) -> None:
        """Enter volumes and what they were made from, in place of the recordings' former ones.

        Recordings that were removed or ``changed`` meanwhile get their volumes dead, to be purged.

        Raises:
            StateError: A number is taken (``vault.conflict``).
            VaultError: The handle does not write.
        """
        with self.transaction():
            kept = {name for (name,) in self._rows("SELECT id FROM recordings")} - changed
            volumes, sources = tuple(volumes), tuple(sources)
            for recording_id in {one.recording_id for one in volumes}:
                self.drop_postings(recording_id)
            self._write_many(
                "INSERT INTO volumes (number, recording_id, start_s, end_s, is_live)"
                " VALUES (?, ?, ?, ?, ?)",
                [
                    (one.number, one.recording_id, one.start_s, one.end_s, one.recording_id in kept)
                    for one in volumes
                ],
            )
            self._write_many(
                "INSERT INTO posting_sources (recording_id, lane, stamp) VALUES (?, ?, ?)",
                [
                    (one.recording_id, one.lane, one.stamp)
                    for one in sources
                    if one.recording_id in kept
                ],
            )
            self._count_revision()

    def replace_segments(self, new: Iterable[SegmentRow], former: Iterable[SegmentRow]) -> None:
        """Make ``new`` take the place of ``former``, and set numbers free that nothing holds."""
        gone = [(one.id,) for one in former]
        self._write_many("DELETE FROM posting_segments WHERE id = ?", gone)
        self._write_many(
            "INSERT INTO posting_segments (id, lane, entries, size_bytes, secret, volumes)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (one.id, one.lane, one.entries, one.size_bytes, one.secret, one.volumes)
                for one in new
            ],
        )
        self._queue_sealed_removals(segment_name(segment_id) for (segment_id,) in gone)
        self._free_numbers()
        self._count_revision()

    def _free_numbers(self) -> None:
        held: set[int] = set()
        for segment in self.catalogue().segments:
            held |= segment.numbers()
        dead = self._rows("SELECT number FROM volumes WHERE NOT is_live")
        self._write_many(
            "DELETE FROM volumes WHERE number = ?", [row for row in dead if row[0] not in held]
        )

    def drop_segment(self, segment: SegmentRow) -> None:
        """Forget a segment that cannot be read; its recordings count as not indexed."""
        with self.transaction():
            for number in segment.numbers():
                rows = self._rows("SELECT recording_id FROM volumes WHERE number = ?", (number,))
                for (recording_id,) in rows:
                    self.drop_postings(recording_id)
            self.replace_segments((), (segment,))

    def _count_revision(self) -> None:
        value = (self.postings_revision() + 1).to_bytes(8)
        self._write("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (_REVISION, value))

    def _sweep_posting_files(self) -> None:
        """Bring files and rows into line: strangers go, and segments without their file.

        Only at opening, when nobody else writes.
        """
        segments = self.catalogue().segments
        kept = {segment_name(one.id) for one in segments}
        sweep_strangers(self._folder, f"{POSTINGS_FOLDER}/*", kept)
        for segment in segments:
            if not _is_whole(self._folder / segment_name(segment.id), segment.size_bytes):
                self.drop_segment(segment)


def _is_whole(path: Path, size_bytes: int) -> bool:
    try:
        return path.stat().st_size == size_bytes
    except OSError:
        return False
