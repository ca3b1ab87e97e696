"""What finding costs among a thousand hours: an edit's whole lookup against a drawn library.

The library is a folder's recordings among drawn postings of as many hours as wished. A drawn
volume stands for one of the folder's recordings: a wrong hypothesis about it costs what a real one
does, its prints are looked at. Keys are as uneven as ``consentkit.vault.bench`` draws them; the
common ones are the folder's own most frequent.
"""

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consentkit.bench.finder import Finder
from consentkit.bench.folder import FolderLibrary, Media, Scanned, ScanStore, true_conversations
from consentkit.bench.programs import program, run
from consentkit.domain.conversation import Conversations
from consentkit.media.match.library import (
    KEY_BITS,
    PLACE_BITS,
    Postings,
    Volume,
    lookup_sorted,
)
from consentkit.media.match.picture_lookup import picture_keys
from consentkit.media.match.sound_keys import sound_keys
from consentkit.media.taps.base import TapResult

PER_HOUR = {"sound-prints": 300_000, "picture-prints": 180_000}
"""Postings of an hour when all that may be used is used: 83 a second of sound, 50 of picture."""
EDIT_S = 600
_HOUR_PLACES = 90_000
_COMMON_SHARE = 0.25
_COMMON_KEYS = 4000
_CHUNKS = 64

_Keys = Callable[[TapResult], tuple[NDArray[np.uint32], NDArray[np.int64]]]
_KEYS: dict[str, _Keys] = {"sound-prints": sound_keys, "picture-prints": picture_keys}


@dataclass(frozen=True, slots=True)
class IndexCost:
    """What was measured.

    Attributes:
        hours: Drawn hours.
        postings: Entries of both lanes.
        edit_s: Seconds of the edit.
        cpu_s: Processor seconds of each lookup, the first with cold pages.
        attributed: Share of the edit's picture and sound that was attributed.
        vault: What ``consentkit.vault.bench --postings`` printed.
    """

    hours: int
    postings: int
    edit_s: float
    cpu_s: tuple[float, ...]
    attributed: float
    vault: str

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "hours": self.hours,
            "postings": self.postings,
            "edit_s": round(self.edit_s, 1),
            "lookup_cpu_s": [round(value, 2) for value in self.cpu_s],
            "attributed": round(self.attributed, 3),
            "vault": self.vault.splitlines(),
        }


class CrowdedLibrary:
    """A folder's recordings among drawn hours; a ``Library``.

    Args:
        near: The folder's recordings.
        scanned: The same by identifier.
        drawn: ``(n,) uint64`` sorted entries by tap, mapped into memory.
    """

    def __init__(
        self,
        near: FolderLibrary,
        scanned: dict[str, Scanned],
        drawn: dict[str, NDArray[np.uint64]],
    ) -> None:
        self._near = near
        self._names = sorted(scanned)
        self._drawn = drawn

    def sound_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        return self._both("sound-prints", keys, per_key_max, self._near.sound_postings)

    def picture_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        return self._both("picture-prints", keys, per_key_max, self._near.picture_postings)

    def volume(self, number: int) -> Volume | None:
        """Return the volume of that number, drawn ones under names of their own."""
        if number < len(self._names):
            return self._near.volume(number)
        return Volume(f"drawn-{number}", 0.0, 3600.0)

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        """Return what a tap left; a drawn recording has that of one of the folder's."""
        if recording_id.startswith("drawn-"):
            number = int(recording_id.removeprefix("drawn-"))
            recording_id = self._names[number % len(self._names)]
        return self._near.prints(recording_id, tap)

    def _both(
        self,
        tap: str,
        keys: NDArray[np.uint32],
        per_key_max: int,
        look_up: Callable[[NDArray[np.uint32], int], Postings],
    ) -> Postings:
        far = lookup_sorted(self._drawn[tap], keys, per_key_max)
        near = look_up(keys, per_key_max)
        crowded = np.bincount(far.asked, minlength=len(keys)) + np.bincount(
            near.asked, minlength=len(keys)
        )
        asked = np.concatenate((near.asked, far.asked))
        payloads = np.concatenate((near.payloads, far.payloads))
        order = np.argsort(asked, kind="stable")
        order = order[crowded[asked[order]] <= per_key_max]
        return Postings(asked[order], payloads[order])


def measure_index(
    media: Media,
    store: ScanStore,
    finder: Finder,
    work: Path,
    hours: int,
    say: Callable[[str], None],
) -> IndexCost:
    """Return what looking up a 10-minute edit costs among so many hours.

    Args:
        media: The recordings and edits; the edits are joined until they fill ten minutes.
        store: Where results of scans are kept.
        finder: The product's own matching.
        work: An empty folder for the drawn index, about four gigabytes at 1,000 hours.
        hours: Drawn hours.
        say: Told what is going on.

    Raises:
        ResourceError: A program failed.
        ConsentKitError: A file cannot be scanned.
    """
    work.mkdir(parents=True, exist_ok=True)
    scanned = {
        name: store.scan(path, finder.recording_taps)
        for name, (path, _) in media.recordings.items()
    }
    near = FolderLibrary(scanned)
    drawn: dict[str, NDArray[np.uint64]] = {}
    for tap, keys_of in _KEYS.items():
        say(f"draw {hours} h of {tap}")
        results = [item.taps[tap] for item in scanned.values() if tap in item.taps]
        own = np.concatenate([np.zeros(0, np.uint32), *(keys_of(item)[0] for item in results)])
        drawn[tap] = _draw(own, PER_HOUR[tap] * hours, len(scanned), hours, work / f"{tap}.bin")
    edit = store.scan(_joined(media, work), finder.edit_taps)
    library = CrowdedLibrary(near, scanned, drawn)
    conversations = {name: true_conversations(truth) for name, truth in media.truths.items()}

    def of(recording: str) -> Conversations:
        return conversations.get(recording, ())

    spent: list[float] = []
    attributed = 0.0
    for _ in range(2):
        begun = time.process_time()
        found = finder.find(edit.taps, edit.duration, library, of, False)  # noqa: FBT003
        spent.append(time.process_time() - begun)
        say(f"looked up in {spent[-1]:.2f} CPU-s")
        total = sum(float(match.edit.duration) for match in found.matches)
        attributed = total / float(edit.duration) / max(1, len(found.lanes))
    say("the vault's own index")
    command = [sys.executable, "-m", "consentkit.vault.bench", "--postings", str(hours)]
    told = run(command, keeps_output=True).output.decode("utf-8")
    postings = sum(map(len, drawn.values()))
    shutil.rmtree(work)
    return IndexCost(hours, postings, float(edit.duration), tuple(spent), attributed, told)


def index_text(cost: IndexCost) -> str:
    """Return the figures as Markdown."""
    first, *again = cost.cpu_s
    return (
        f"{cost.edit_s / 60:.0f} minutes of edit among {cost.hours} h "
        f"({cost.postings / 1e6:.0f} million postings): {first:.2f} CPU-s the first time, "
        f"{again[-1]:.2f} after that; {cost.attributed:.0%} of picture and sound attributed.\n\n"
        f"```\n{cost.vault.strip()}\n```\n"
    )


def _draw(
    own: NDArray[np.uint32], count: int, first: int, hours: int, path: Path
) -> NDArray[np.uint64]:
    """Write sorted entries range of keys by range of keys and return them mapped into memory."""
    rng = np.random.default_rng(7)
    values, times = np.unique(own, return_counts=True)
    common = np.sort(values[np.argsort(-times, kind="stable")][:_COMMON_KEYS])
    width = (1 << KEY_BITS) // _CHUNKS
    with path.open("wb") as target:
        for chunk in range(_CHUNKS):
            low = chunk * width
            here = common[(common >= low) & (common < low + width)]
            share = round(count * _COMMON_SHARE * len(here) / max(1, len(common)))
            spread = round(count * (1 - _COMMON_SHARE) / _CHUNKS)
            keys = rng.integers(low, low + width, spread, np.uint64)
            if share:
                keys = np.concatenate((keys, rng.choice(here, share).astype(np.uint64)))
            volumes = rng.integers(first, first + hours, len(keys), np.uint64)
            places = rng.integers(0, _HOUR_PLACES, len(keys), np.uint64)
            entries = (keys << np.uint64(KEY_BITS)) | (volumes << np.uint64(PLACE_BITS)) | places
            entries.sort()
            target.write(entries.tobytes())
    return np.memmap(path, np.uint64, "r")


def _joined(media: Media, work: Path) -> Path:
    """Return a file of ten minutes made of the folder's edits, all in one shape."""
    ffmpeg = [program("ffmpeg"), "-nostdin", "-v", "error", "-y"]
    parts: list[Path] = []
    seconds = 0.0
    while seconds < EDIT_S:
        for path, truth in media.edits:
            part = work / f"part-{len(parts)}.ts"
            filters = "scale=1280:720:force_original_aspect_ratio=decrease,pad=1280:720:-1:-1"
            shape = ["-vf", f"{filters},setsar=1,fps=30", "-ar", "48000", "-ac", "2"]
            codec = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "24", "-c:a", "aac"]
            run([*ffmpeg, "-i", f"file:{path}", *shape, *codec, str(part)])
            parts.append(part)
            seconds += truth.duration
            if seconds >= EDIT_S:
                break
    joined = work / "ten-minutes.mp4"
    names = "concat:" + "|".join(str(part) for part in parts)
    run([*ffmpeg, "-i", names, "-t", str(EDIT_S), "-c", "copy", str(joined)])
    return joined
