"""What finding costs among a thousand hours: an edit's whole lookup in a crowd of recordings.

Around a folder's own recordings lie drawn ones. How many postings of theirs a key meets is
measured: it is how often keys of one of the folder's recordings occur in another by chance, per
hour, and a few keys meet far more than most. Keys that occur in both in one rhythm are left out:
the folder's recordings have clips in common, and what is really there twice is not chance. A drawn
recording has the prints of one of the folder's, with pitches and words exchanged and its sound an
hour long, so that a wrong hypothesis about it is opened, looked at and refused as a real one is.
Drawing is not counted; what the vault's own index takes for as many postings is measured beside it
by ``consentkit.vault.bench``.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consentkit.bench.finder import Finder
from consentkit.bench.folder import FolderLibrary, Media, Scanned, ScanStore
from consentkit.bench.programs import program, run
from consentkit.media.match.library import PLACE_BITS, Postings, Volume
from consentkit.media.match.picture_lookup import picture_keys
from consentkit.media.match.ranges import laid_out
from consentkit.media.match.sound_keys import sound_keys
from consentkit.media.taps.base import TapResult

EDIT_S = 600
_HOUR_PLACES = 90_000
_HOUR_S = 3600
_SPREAD = 1.5
"""Standard deviation of the logarithm of how common a key is; a tenth of the keys then meets half
of the postings."""

_DRAWN_MAX = 5000
_RHYTHM_PLACES, _RHYTHM_WITHIN = 4, 300
_RHYTHM_HITS = 3
"""So many hits within 12 s whose distance is the same within 0.16 s are of one clip."""
_STRANGE = np.uint64(0x9E3779B97F4A7C15)
"""Half of its bits are set, so that no word is near what it was."""

_Keys = Callable[[TapResult], tuple[NDArray[np.uint32], NDArray[np.int64]]]
_KEYS: dict[str, _Keys] = {"sound-prints": sound_keys, "picture-prints": picture_keys}


@dataclass(frozen=True, slots=True)
class IndexCost:
    """What was measured.

    Attributes:
        hours: Drawn hours.
        met: Postings that a key meets in an hour of other people's recordings, by tap.
        edit_s: Seconds of the edit.
        cpu_s: Processor seconds of each lookup, the vault's index left out.
        attributed: Share of the edit's picture and sound that was attributed.
        vault: What ``consentkit.vault.bench --postings`` printed.
    """

    hours: int
    met: dict[str, float]
    edit_s: float
    cpu_s: tuple[float, ...]
    attributed: float
    vault: str

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "hours": self.hours,
            "postings_met_per_key_and_hour": self.met,
            "edit_s": round(self.edit_s, 1),
            "lookup_cpu_s": [round(value, 2) for value in self.cpu_s],
            "attributed": round(self.attributed, 3),
            "vault": self.vault.splitlines(),
        }


class CrowdedLibrary:
    """A folder's recordings among drawn ones; a ``Library``.

    Args:
        near: The folder's recordings.
        names: Their identifiers.
        hours: Drawn recordings, an hour each.
        met: Postings that a key meets in an hour, by tap.

    Attributes:
        drawing_s: Processor seconds that went into drawing so far.
    """

    def __init__(
        self, near: FolderLibrary, names: Sequence[str], hours: int, met: Mapping[str, float]
    ) -> None:
        self._near = near
        self._names = sorted(names)
        self._hours = hours
        self._met = met
        self._made_strange: dict[tuple[str, str], TapResult | None] = {}
        self.drawing_s = 0.0

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
        """Return what a tap left; a drawn recording has that of another, made strange."""
        if not recording_id.startswith("drawn-"):
            return self._near.prints(recording_id, tap)
        number = int(recording_id.removeprefix("drawn-"))
        return self._strange(self._names[number % len(self._names)], tap)

    def _strange(self, recording_id: str, tap: str) -> TapResult | None:
        """Return prints as many and as dense as a recording's that nothing can be from."""
        key = (recording_id, tap)
        if key not in self._made_strange:
            begun = time.process_time()
            result = self._near.prints(recording_id, tap)
            self._made_strange[key] = None if result is None else _made_strange(result)
            self.drawing_s += time.process_time() - begun
        return self._made_strange[key]

    def _both(
        self,
        tap: str,
        keys: NDArray[np.uint32],
        per_key_max: int,
        look_up: Callable[[NDArray[np.uint32], int], Postings],
    ) -> Postings:
        near = look_up(keys, per_key_max)
        begun = time.process_time()
        far = self._drawn(keys, self._met[tap] * self._hours)
        crowded = np.bincount(far.asked, minlength=len(keys)) + np.bincount(
            near.asked, minlength=len(keys)
        )
        asked = np.concatenate((near.asked, far.asked))
        payloads = np.concatenate((near.payloads, far.payloads))
        order = np.argsort(asked, kind="stable")
        order = order[crowded[asked[order]] <= per_key_max]
        self.drawing_s += time.process_time() - begun
        return Postings(asked[order], payloads[order])

    def _drawn(self, keys: NDArray[np.uint32], mean: float) -> Postings:
        """Return postings that the key alone decides, ``mean`` for each key on average."""
        wide = keys.astype(np.uint64) + np.uint64(1)
        first, second, third = (_uniform(wide * np.uint64(4) + np.uint64(i)) for i in range(3))
        normal = np.sqrt(-2 * np.log1p(-first)) * np.cos(2 * np.pi * second)
        rate = mean * np.exp(_SPREAD * normal - _SPREAD * _SPREAD / 2)
        counts = np.minimum(np.floor(rate + third), _DRAWN_MAX).astype(np.int64)
        asked, within = laid_out(np.zeros(len(keys), np.int64), counts)
        seed = wide[asked] * np.uint64(_DRAWN_MAX + 1) + within.astype(np.uint64)
        volumes = (_uniform(seed) * self._hours).astype(np.uint32) + np.uint32(len(self._names))
        places = (_uniform(~seed) * _HOUR_PLACES).astype(np.uint32)
        return Postings(asked, (volumes << np.uint32(PLACE_BITS)) | places)


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
        work: A folder for the joined edit.
        hours: Drawn hours.
        say: Told what is going on.

    Raises:
        ResourceError: A program failed.
        ConsentKitError: A file cannot be scanned.
    """
    scanned = {
        name: store.scan(path, finder.recording_taps)
        for name, (path, _) in media.recordings.items()
    }
    near = FolderLibrary(scanned)
    met = {tap: postings_met(tap, scanned) for tap in _KEYS}
    edit = store.scan(_joined(media, work), finder.edit_taps)
    library = CrowdedLibrary(near, list(scanned), hours, met)
    spent: list[float] = []
    attributed = 0.0
    for _ in range(2):
        begun, drawn = time.process_time(), library.drawing_s
        found = finder.find(edit.taps, edit.duration, library, False)  # noqa: FBT003
        spent.append(time.process_time() - begun - (library.drawing_s - drawn))
        say(f"looked up in {spent[-1]:.2f} CPU-s")
        total = sum(float(match.edit.duration) for match in found.matches)
        attributed = total / float(edit.duration) / max(1, len(found.lanes))
    say("the vault's own index")
    command = [sys.executable, "-m", "consentkit.vault.bench", "--postings", str(hours)]
    told = run(command, keeps_output=True).output.decode("utf-8")
    return IndexCost(hours, met, float(edit.duration), tuple(spent), attributed, told)


def index_text(cost: IndexCost) -> str:
    """Return the figures as Markdown."""
    first, *again = cost.cpu_s
    return (
        f"{cost.edit_s / 60:.0f} minutes of edit among {cost.hours} h "
        f"(a key meets {cost.met['sound-prints'] * cost.hours:.1f} postings of sound, "
        f"{cost.met['picture-prints'] * cost.hours:.1f} of picture): {first:.2f} CPU-s at first, "
        f"{again[-1]:.2f} after that; {cost.attributed:.0%} of picture and sound attributed.\n\n"
        f"```\n{cost.vault.strip()}\n```\n"
    )


def postings_met(tap: str, scanned: Mapping[str, Scanned]) -> float:
    """Return how many postings of another recording a key meets by chance, per hour of it.

    Every recording's keys are looked up in every other; 0 without two recordings that have any.
    """
    found: list[tuple[NDArray[np.uint32], NDArray[np.int64], float]] = []
    for item in scanned.values():
        if tap in item.taps:
            keys, places = _KEYS[tap](item.taps[tap])
            order = np.argsort(keys, kind="stable")
            found.append((keys[order], places[order], float(item.duration) / 3600))
    hits = asked = 0.0
    for keys, at, _ in found:
        for others, others_at, hours in found:
            if others is not keys:
                first = np.searchsorted(others, keys)
                row, column = laid_out(first, np.searchsorted(others, keys, "right") - first)
                hits += int(_by_chance(at[row], others_at[column]).sum())
                asked += len(keys) * hours
    return hits / asked if asked else 0.0


def _by_chance(at: NDArray[np.int64], others_at: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which hits no two others lie in line with; cells are laid twice, half a cell apart."""
    lag = others_at - at + (1 << PLACE_BITS)
    chance = np.ones(len(at), np.bool_)
    for shift in (0, _RHYTHM_PLACES // 2):
        for start in (0, _RHYTHM_WITHIN // 2):
            cell = ((lag + shift) // _RHYTHM_PLACES << PLACE_BITS) + (at + start) // _RHYTHM_WITHIN
            _, number, counts = np.unique(cell, return_inverse=True, return_counts=True)
            chance &= counts[number] < _RHYTHM_HITS
    return chance


def _made_strange(result: TapResult) -> TapResult:
    """Return prints with their pitches in another order and their words turned over.

    Sound becomes an hour long: all of a recording's peaks are read when it is opened.
    """
    arrays = dict(result.arrays)
    if "cents" in arrays:
        times = -(-_HOUR_S // max(1, len(arrays["peaks_per_second"])))
        arrays = {name: np.tile(array, times) for name, array in arrays.items()}
        arrays["cents"] = np.random.default_rng(0).permutation(arrays["cents"])
    if "word" in arrays:
        arrays["word"] = arrays["word"].astype(np.uint64) ^ _STRANGE
    return TapResult(arrays, result.values)


def _uniform(seeds: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return ``[0, 1)`` for every seed.

    Source: the finaliser of SplitMix64, Steele, Lea, Flood, OOPSLA 2014.
    """
    mixed = seeds + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) / (1 << 53)


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
