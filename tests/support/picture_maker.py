"""Video chats and edits of them as frames, handed straight to the taps: no file, no codec."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import (
    VOLUME_MAX_S,
    MemoryIndex,
    Postings,
    Volume,
    entries,
)
from consentkit.media.match.picture_lookup import picture_keys
from consentkit.media.taps.base import DetailFrame, DetailTap, SampledFrame, StreamFacts, TapResult
from consentkit.media.taps.edit_picture import EditPictureTap
from consentkit.media.taps.edit_track import EditTrackTap
from consentkit.media.taps.picture_prints import PicturePrintsTap
from consentkit.media.taps.picture_track import PictureTrackTap

Picture = NDArray[np.uint8]
Film = Callable[[float], Picture]
"""Second to picture."""

WIDTH, HEIGHT = 960, 540
PANE = (440, 400)
PARTNER_AT, OWN_AT = (20, 70), (500, 70)
SECONDS_A_PARTNER = 12.0


@cache
def texture(seed: int, width: int, height: int) -> Picture:
    """Return a picture with detail of every size, another one for every seed."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for size in (4, 9, 20, 45):
        small = rng.standard_normal((height // size + 2, width // size + 2)).astype(np.float32)
        total += np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))
    low, high = np.percentile(total, (1, 99))
    return np.asarray(np.clip((total - low) / (high - low), 0, 1) * 225 + 15, np.uint8)


def person(seed: int, at_s: float, room: int | None = None) -> Picture:
    """Return a pane with somebody moving before a room of their own, or before ``room``."""
    width, height = PANE
    pane = texture(1000 + seed if room is None else room, width, height).copy()
    size = 190
    left = int(width / 2 - size / 2 + 50 * np.sin(0.9 * at_s + seed))
    top = int(120 + 25 * np.sin(1.7 * at_s + 2 * seed))
    pane[top : top + size, left : left + size] = texture(2000 + seed, size, size)
    mouth = texture(3000 + (seed + int(at_s * 4)) % 40, 60, 30)
    pane[top + 130 : top + 160, left + 65 : left + 125] = mouth
    return pane


def chat(partners: Iterable[int], *, room: int | None = None) -> Film:
    """Return a chat, side by side, with one partner after the other, 12 seconds each."""
    seeds = tuple(partners)

    def film(at_s: float) -> Picture:
        whole = np.full((HEIGHT, WIDTH), 30, np.uint8)
        seed = seeds[min(len(seeds) - 1, int(at_s / SECONDS_A_PARTNER))]
        for (left, top), pane in (
            (PARTNER_AT, person(seed, at_s, room)),
            (OWN_AT, person(77, at_s, 77)),
        ):
            whole[top : top + PANE[1], left : left + PANE[0]] = pane
        return whole

    return film


def resized(picture: Picture, width: int, height: int) -> Picture:
    """Return the picture in another size."""
    return np.asarray(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def partner_only(film: Film) -> Film:
    """Return the partner's pane alone, filling the frame."""

    def edited(at_s: float) -> Picture:
        left, top = PARTNER_AT
        high = PANE[0] * HEIGHT // WIDTH
        return resized(film(at_s)[top : top + high, left : left + PANE[0]], WIDTH, HEIGHT)

    return edited


def scanned(taps: Iterable[str], film: Film, seconds: float) -> dict[str, TapResult]:
    """Return what taps leave of a film, by name."""
    made = {
        "picture-prints": PicturePrintsTap,
        "picture-track": PictureTrackTap,
        "edit-picture": EditPictureTap,
        "edit-track": EditTrackTap,
    }
    running = {name: made[name]() for name in taps}
    facts = StreamFacts(WIDTH, HEIGHT, has_picture=True, has_sound=False)
    for tap in running.values():
        tap.begin(facts)
    for quarter in range(int(seconds * 4)):
        at = Fraction(quarter, 4)
        picture = film(float(at))
        small = SampledFrame(at, resized(picture, 320, 180), is_keyframe=False)
        for tap in running.values():
            tap.on_frame(small)
            if isinstance(tap, DetailTap) and quarter % (4 // tap.detail_per_second) == 0:
                side = tap.detail_side_px
                gray = picture if side >= WIDTH else resized(picture, side, side * HEIGHT // WIDTH)
                tap.on_detail(DetailFrame(at, gray, is_keyframe=False))
    return {name: tap.finish() for name, tap in running.items()}


class PictureLibrary:
    """A library of recordings that were scanned for their picture."""

    def __init__(self, recordings: Mapping[str, Mapping[str, TapResult]]) -> None:
        self.recordings = recordings
        self._volumes = [Volume(name, 0.0, VOLUME_MAX_S) for name in recordings]
        found = [np.zeros(0, np.uint64)]
        for number, prints in enumerate(recordings.values()):
            keys, places = picture_keys(prints["picture-prints"])
            found.append(entries(keys, number, places))
        self._index = MemoryIndex(np.concatenate(found))

    def sound_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return nothing: these recordings are silent."""
        return Postings(np.zeros(0, np.int64), np.zeros(0, np.uint32))

    def picture_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key."""
        return self._index.lookup(keys, per_key_max)

    def volume(self, number: int) -> Volume | None:
        """Return the volume of that number."""
        return self._volumes[number] if number < len(self._volumes) else None

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        """Return what a tap left of a recording."""
        return self.recordings.get(recording_id, {}).get(tap)


def panes() -> TapResult:
    """Return what the tap that finds panes says of a ``chat``."""
    return TapResult(
        {},
        {
            name: [
                left / WIDTH,
                top / HEIGHT,
                (left + PANE[0]) / WIDTH,
                (top + PANE[1]) / HEIGHT,
            ]
            for name, (left, top) in (("partner", PARTNER_AT), ("own", OWN_AT))
        },
    )
