"""A folder of recordings and edits with their truths, scanned once and kept for the next run.

``FOLDER/sessions/NAME.mp4`` are recordings, ``FOLDER/edits/NAME.mp4`` finished videos, each with a
``NAME.truth.json`` beside it. Results of taps are kept by file, tap and version, so that only what
changed is scanned again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consentkit.bench.truth import (
    EditTruth,
    RecordingTruth,
    load_edit_truth,
    load_recording_truth,
)
from consentkit.domain.conversation import Conversation, Conversations
from consentkit.domain.segmentation import propose_conversations
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange, seconds
from consentkit.media.match.library import MemoryIndex, Postings, Volume, entries
from consentkit.media.match.picture_lookup import picture_keys
from consentkit.media.match.sound_keys import sound_keys
from consentkit.media.stored_tap import decode_tap_result, encode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.panes import signals_from_result
from consentkit.media.taps.registry import make_taps
from consentkit.media.worker import scan_recording

_SUFFIX = ".truth.json"
_Keys = tuple[NDArray[np.uint32], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file and what the decode pass left of it.

    Attributes:
        path: The file.
        duration: Seconds.
        taps: Results by name.
    """

    path: Path
    duration: Fraction
    taps: Mapping[str, TapResult]


class ScanStore:
    """Scans files and keeps the results in a folder.

    Args:
        folder: Where results are kept; nothing else may be in it.
        is_fresh: Whether to forget what was kept.
    """

    def __init__(self, folder: Path, *, is_fresh: bool = False) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir() if is_fresh else ():
            old.unlink()

    def scan(self, path: Path, taps: Sequence[str], *, quick: bool = False) -> Scanned:
        """Return the results of the taps, from the folder where they are there.

        Raises:
            ConsentKitError: The file cannot be scanned.
        """
        facts = path.stat()
        stem = f"{path.stem}-{facts.st_size:x}-{facts.st_mtime_ns:x}{'-quick' * quick}"
        places = {
            tap.name: self._folder / f"{stem}-{tap.name}-v{tap.version}.npz"
            for tap in make_taps(taps)
        }
        missing = [name for name, place in places.items() if not place.is_file()]
        length = self._folder / f"{stem}.json"
        if missing or not length.is_file():
            result = scan_recording(path, missing, quick=quick)
            length.write_text(json.dumps(str(result.duration)), encoding="utf-8")
            for name in missing:
                places[name].write_bytes(encode_tap_result(result.taps[name]))
        found = {name: decode_tap_result(place.read_bytes()) for name, place in places.items()}
        return Scanned(path, Fraction(json.loads(length.read_text(encoding="utf-8"))), found)


class FolderLibrary:
    """Scanned recordings as matching sees them, all in memory; a ``Library``.

    Attributes:
        entry_count: Entries of the indexes that were asked so far.
    """

    def __init__(self, recordings: Mapping[str, Scanned]) -> None:
        self._recordings = recordings
        self.entry_count = 0
        self._names = sorted(recordings)

    @cached_property
    def _sound(self) -> MemoryIndex:
        return self._index("sound-prints", sound_keys)

    @cached_property
    def _picture(self) -> MemoryIndex:
        return self._index("picture-prints", picture_keys)

    def _index(self, tap: str, keys_of: Callable[[TapResult], _Keys]) -> MemoryIndex:
        parts: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
        for number, name in enumerate(self._names):
            found = self._recordings[name].taps.get(tap)
            if found is not None:
                keys, places = keys_of(found)
                parts.append(entries(keys, number, places))
        self.entry_count += sum(map(len, parts))
        return MemoryIndex(np.concatenate(parts))

    def sound_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        return self._sound.lookup(keys, per_key_max)

    def picture_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        return self._picture.lookup(keys, per_key_max)

    def volume(self, number: int) -> Volume | None:
        """Return the volume of that number: a whole recording."""
        if not 0 <= number < len(self._names):
            return None
        name = self._names[number]
        return Volume(name, 0.0, float(self._recordings[name].duration))

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        """Return what a tap left of a recording."""
        found = self._recordings.get(recording_id)
        return found.taps.get(tap) if found is not None else None


@dataclass(frozen=True, slots=True)
class Media:
    """A folder's files with their truths.

    Attributes:
        recordings: File and truth by the truth's identifier.
        edits: File and truth of every edit, by name.
    """

    recordings: Mapping[str, tuple[Path, RecordingTruth]]
    edits: tuple[tuple[Path, EditTruth], ...]

    @property
    def truths(self) -> dict[str, RecordingTruth]:
        """Truths of the recordings by identifier."""
        return {name: truth for name, (_, truth) in self.recordings.items()}


def load_media(folder: Path) -> Media:
    """Return the files of a folder that have a truth.

    Raises:
        MalformedError: ``bench.truth``, also where there is nothing to measure.
    """
    recordings = {}
    for path, truth_path in _pairs(folder / "sessions"):
        truth = load_recording_truth(truth_path)
        recordings[truth.id] = (path, truth)
    edits = tuple((path, load_edit_truth(place)) for path, place in _pairs(folder / "edits"))
    if not recordings or not edits:
        raise MalformedError("bench.truth")
    return Media(recordings, edits)


def true_conversations(truth: RecordingTruth) -> Conversations:
    """Return a recording's partners as if a person had corrected every edge by hand."""
    return tuple(
        Conversation(item.id, truth.id, TimeRange(seconds(item.start), seconds(item.end)))
        for item in truth.encounters
    )


def found_conversations(truth: RecordingTruth, panes: TapResult) -> Conversations:
    """Return the conversations that are proposed for a recording, with no correction.

    Each carries the identifier of the true partner that most of it belongs to, or one of its own.
    """
    found = tuple(
        Conversation(f"{truth.id}-{number}", truth.id, proposal.range, proposal.confidence)
        for number, proposal in enumerate(propose_conversations(signals_from_result(panes)))
    )
    names = conversation_names(found, truth)
    return tuple(replace(item, id=names[item.id]) for item in found)


def conversation_names(found: Conversations, truth: RecordingTruth) -> dict[str, str]:
    """Return the true conversation most of each found one belongs to, by identifier.

    One that belongs to none keeps its own identifier, which no truth has.
    """
    names = {}
    for item in found:
        start, end = float(item.range.start), float(item.range.end)
        shares = [(min(end, e.end) - max(start, e.start), e.id) for e in truth.encounters]
        share, best = max(shares, default=(0.0, ""))
        names[item.id] = best if share > 0 else item.id
    return names


def _pairs(folder: Path) -> list[tuple[Path, Path]]:
    pairs = [
        (place.with_name(place.name.removesuffix(_SUFFIX) + ".mp4"), place)
        for place in sorted(folder.glob(f"*{_SUFFIX}"))
    ]
    return [pair for pair in pairs if pair[0].is_file()]
