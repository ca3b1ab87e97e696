"""A moving picture in some hundred bytes a second, that numpy alone can read back.

Frames of luma on a small grid are cut into 8x8 blocks and transformed (DCT-II). A coefficient keeps
its level until the picture has left it by more than ``_HOLD`` steps, so noise costs nothing and a
still background is told once. The changes of a chunk lie as gaps and values, each packed by zlib.
A chunk stands by itself. The step of a chunk is the finest whose size stays below the cap; where
even the coarsest is too large, every other frame is left out, and again, so size and memory never
depend on what is shown.

Source: scalar quantisation of the DCT as in ITU-T T.81 (JPEG), held over time by a dead zone.
"""

import zlib
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import TapResult

BLOCK = 8
GRID_MAX = 512
"""Longest side of a grid that is read."""
ASPECT_MAX = 64.0
FRAMES_MAX = 4 * 60 * 60 * 24
CHUNK_FRAMES_MAX = 1024

_COEFFICIENTS = BLOCK * BLOCK
_STEPS = (16, 20, 24, 28, 32, 40, 48, 64, 80, 96, 128)
_HOLD = 0.7
"""Measured on a minute each of two sessions: at the same size 0.7 leaves 4 to 5 % less error than
1.0 with a finer step."""
_ESCAPE = 255
_MIDDLE = 128.0
_CACHED_CHUNKS = 4
_CACHED_FRAMES = 160

Pictures = NDArray[np.float32]
"""``(frames, rows, columns) float32`` luma, 0 to 255 but for the error of the coding."""


@dataclass(frozen=True, slots=True)
class TrackGrid:
    """Shape and pace of a track.

    Attributes:
        columns: Cells across, a multiple of 8.
        rows: Cells down, a multiple of 8.
        aspect: Width of the picture by its height; the grid only comes near it.
        chunk_ms: Length of a chunk in milliseconds.
        chunk_bytes: Most bytes a chunk may have.
    """

    columns: int
    rows: int
    aspect: float
    chunk_ms: int
    chunk_bytes: int


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The coefficients of a chunk that are ever anything but 0.

    Attributes:
        places: ``(n,) int64``: block * 64 + coefficient.
        levels: ``(n, frames) int16``.
        step: What a level counts.
    """

    places: NDArray[np.int64]
    levels: NDArray[np.int16]
    step: int


class TrackEncoder:
    """Packs frames as they come; holds one chunk's coefficients at a time."""

    def __init__(self, grid: TrackGrid) -> None:
        self._grid = grid
        self._times: list[int] = []
        self._spectra: list[NDArray[np.float32]] = []
        self._kept_times: list[int] = []
        self._counts: list[int] = []
        self._steps: list[int] = []
        self._packed = bytearray()
        self._sizes: list[tuple[int, int]] = []
        self._step_index = 2

    def add(self, at_ms: int, luma: NDArray[np.uint8]) -> None:
        """Take the next frame, ``(rows, columns) uint8``; one that is not later is passed over."""
        if at_ms < 0 or (self._times and at_ms <= self._times[-1]):
            return
        if self._times and at_ms // self._grid.chunk_ms != self._times[0] // self._grid.chunk_ms:
            self._close_chunk()
        self._times.append(at_ms)
        self._spectra.append(_spectrum(luma))

    def finish(self) -> TapResult:
        """Return the track.

        Arrays: ``at_ms`` ``(frames,) int64``; per chunk ``counts`` int32 frames, ``steps`` int16,
        ``gap_sizes`` and ``value_sizes`` int32 bytes; ``packed`` uint8. Values: ``columns``,
        ``rows``, ``aspect`` width by height.
        """
        if self._times:
            self._close_chunk()
        sizes = np.array(self._sizes, np.int32).reshape(-1, 2)
        return TapResult(
            arrays={
                "at_ms": np.array(self._kept_times, np.int64),
                "counts": np.array(self._counts, np.int32),
                "steps": np.array(self._steps, np.int16),
                "gap_sizes": sizes[:, 0].copy(),
                "value_sizes": sizes[:, 1].copy(),
                "packed": np.frombuffer(self._packed, np.uint8),
            },
            values={
                "columns": self._grid.columns,
                "rows": self._grid.rows,
                "aspect": self._grid.aspect,
            },
        )

    def _close_chunk(self) -> None:
        times, spectra = self._times, np.stack(self._spectra)
        self._times, self._spectra = [], []
        while True:
            step, gaps, values = self._fit(spectra)
            if len(gaps) + len(values) <= self._grid.chunk_bytes or len(times) == 1:
                break
            times, spectra = times[::2], spectra[::2]
        self._kept_times += times
        self._counts.append(len(times))
        self._steps.append(step)
        self._packed += gaps + values
        self._sizes.append((len(gaps), len(values)))

    def _fit(self, spectra: NDArray[np.float32]) -> tuple[int, bytes, bytes]:
        """Return the finest coding within the cap, or the coarsest there is.

        Looks from the last chunk's step up or down, as neighbours are alike.
        """
        index = self._step_index
        best = _pack(spectra, _STEPS[index])
        if self._fits(best):
            while index > 0:
                finer = _pack(spectra, _STEPS[index - 1])
                if not self._fits(finer):
                    break
                best, index = finer, index - 1
        else:
            while not self._fits(best) and index + 1 < len(_STEPS):
                index += 1
                best = _pack(spectra, _STEPS[index])
        self._step_index = index
        return _STEPS[index], *best

    def _fits(self, packed: tuple[bytes, bytes]) -> bool:
        return len(packed[0]) + len(packed[1]) <= self._grid.chunk_bytes


class TrackReader:
    """Frames of a track by time; unpacks a chunk when it is asked for and keeps the last few.

    Args:
        result: What ``TrackEncoder.finish`` returned, fresh or stored.

    Raises:
        MalformedError: ``track.prints``: sizes, counts or times do not belong together.
    """

    def __init__(self, result: TapResult) -> None:
        arrays, values = result.arrays, result.values
        try:
            self._at_ms = np.asarray(arrays["at_ms"], np.int64)
            counts = np.asarray(arrays["counts"], np.int64)
            self._steps = np.asarray(arrays["steps"], np.int64)
            sizes = [np.asarray(arrays[name], np.int64) for name in ("gap_sizes", "value_sizes")]
            self._packed = np.asarray(arrays["packed"])
            columns, rows, aspect = values["columns"], values["rows"], values["aspect"]
        except (KeyError, TypeError, ValueError) as exc:
            raise MalformedError("track.prints") from exc
        if not isinstance(columns, int) or not isinstance(rows, int):
            raise MalformedError("track.prints")
        if not isinstance(aspect, float) or not 1 / ASPECT_MAX <= aspect <= ASPECT_MAX:
            raise MalformedError("track.prints")
        self.columns, self.rows, self.aspect = columns, rows, aspect
        self._check(counts, sizes)
        self._first = np.concatenate([[0], np.cumsum(counts)])
        self._gap_sizes = sizes[0]
        self._offsets = np.concatenate([[0], np.cumsum(sizes[0] + sizes[1])])
        self._chunks: OrderedDict[int, _Chunk] = OrderedDict()
        self._frames: OrderedDict[tuple[int, int], NDArray[np.float32]] = OrderedDict()

    def _check(self, counts: NDArray[np.int64], sizes: list[NDArray[np.int64]]) -> None:
        one_row = [self._at_ms, counts, self._steps, self._packed, *sizes]
        if any(array.ndim != 1 for array in one_row) or self._packed.dtype != np.uint8:
            raise MalformedError("track.prints")
        sides = (self.columns, self.rows)
        if any(side < BLOCK or side > GRID_MAX or side % BLOCK for side in sides):
            raise MalformedError("track.prints")
        if not len(counts) == len(self._steps) == len(sizes[0]) == len(sizes[1]):
            raise MalformedError("track.prints")
        if len(counts) and not (
            counts.min() >= 1
            and counts.max() <= CHUNK_FRAMES_MAX
            and self._steps.min() >= 1
            and min(part.min() for part in sizes) >= 0
        ):
            raise MalformedError("track.prints")
        if counts.sum() != len(self._at_ms) or sum(p.sum() for p in sizes) != len(self._packed):
            raise MalformedError("track.prints")
        times = self._at_ms
        if len(times) and (
            len(times) > FRAMES_MAX or times[0] < 0 or np.diff(times).min(initial=1) < 1
        ):
            raise MalformedError("track.prints")

    @property
    def times_s(self) -> NDArray[np.float64]:
        """``(frames,) float64``: seconds of every frame, rising."""
        return self._at_ms / 1000

    def between(self, start_s: float, end_s: float) -> tuple[int, int]:
        """Return first and past-last index of the frames in ``[start_s, end_s)``."""
        first, last = np.searchsorted(self._at_ms, [round(start_s * 1000), round(end_s * 1000)])
        return int(first), int(last)

    def pictures(self, indices: NDArray[np.int64], shrunk: int = 1) -> Pictures:
        """Return frames by index, in the order asked for.

        Args:
            indices: ``(n,)`` of frames that exist.
            shrunk: 1, 2 or 4: so many times fewer rows and columns, from the low frequencies alone,
                at a fraction of the cost.

        Raises:
            MalformedError: ``track.prints``: a chunk is not what it should be.
        """
        side = BLOCK // shrunk
        missing = [int(index) for index in indices if (int(index), shrunk) not in self._frames]
        for chunk in {
            int(np.searchsorted(self._first, index, side="right")) - 1 for index in missing
        }:
            first, last = self._first[chunk], self._first[chunk + 1]
            mine = [index for index in missing if first <= index < last]
            held = self._chunk(chunk)
            for index, picture in zip(
                mine, self._draw(held, np.array(mine) - first, side), strict=True
            ):
                self._frames[index, shrunk] = picture
        found = [self._frames[int(index), shrunk] for index in indices]
        while len(self._frames) > _CACHED_FRAMES:
            self._frames.popitem(last=False)
        shape = (0, self.rows // shrunk, self.columns // shrunk)
        return np.stack(found) if found else np.zeros(shape, np.float32)

    def _draw(self, chunk: _Chunk, frames: NDArray[np.int64], side: int) -> Pictures:
        blocks_down, blocks_across = self.rows // BLOCK, self.columns // BLOCK
        keep, basis = side * side, _basis(side)
        is_kept = chunk.places % _COEFFICIENTS < keep
        block, coefficient = np.divmod(chunk.places[is_kept], _COEFFICIENTS)
        flat = np.zeros((len(frames), blocks_down * blocks_across * keep), np.float32)
        flat[:, block * keep + coefficient] = chunk.levels[is_kept][:, frames].T
        luma = flat.reshape(-1, keep) @ (basis * np.float32(chunk.step))
        shaped = luma.reshape(len(frames), blocks_down, blocks_across, side, side)
        pictures = shaped.transpose(0, 1, 3, 2, 4).reshape(
            len(frames), blocks_down * side, blocks_across * side
        )
        return pictures + np.float32(_MIDDLE)

    def _chunk(self, number: int) -> _Chunk:
        held = self._chunks.get(number)
        if held is not None:
            self._chunks.move_to_end(number)
            return held
        start, end = self._offsets[number], self._offsets[number + 1]
        border = start + self._gap_sizes[number]
        frames = int(self._first[number + 1] - self._first[number])
        blocks = (self.rows // BLOCK) * (self.columns // BLOCK)
        places, levels = _unpack(
            self._packed[start:border].tobytes(),
            self._packed[border:end].tobytes(),
            blocks * _COEFFICIENTS,
            frames,
        )
        held = _Chunk(places, levels, int(self._steps[number]))
        self._chunks[number] = held
        if len(self._chunks) > _CACHED_CHUNKS:
            self._chunks.popitem(last=False)
        return held


@lru_cache(maxsize=1)
def _order() -> NDArray[np.int64]:
    """Return the coefficients' order: a 2x2 square of low frequencies, then 4x4, then the rest."""
    down, across = np.divmod(np.arange(_COEFFICIENTS), BLOCK)
    square = np.searchsorted([1, 2, 4], np.maximum(down, across), side="right")
    return np.lexsort((down, down + across, square)).astype(np.int64)


@lru_cache(maxsize=4)
def _dct(size: int) -> NDArray[np.float32]:
    """Return the orthonormal DCT-II matrix, a row per frequency."""
    place = np.arange(size)
    matrix = np.cos((2 * place[None, :] + 1) * place[:, None] * np.pi / (2 * size))
    matrix *= np.sqrt(2 / size)
    matrix[0] /= np.sqrt(2)
    return matrix.astype(np.float32)


@lru_cache(maxsize=4)
def _basis(side: int) -> NDArray[np.float32]:
    """Return the picture of ``side`` x ``side`` that each of the lowest frequencies stands for."""
    matrix = _dct(side)
    down, across = np.divmod(_order()[: side * side], BLOCK)
    pictures = matrix[down][:, :, None] * matrix[across][:, None, :] * np.float32(side / BLOCK)
    return np.ascontiguousarray(pictures.reshape(side * side, side * side))


def _spectrum(luma: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return ``(blocks, coefficients) float32`` of a frame."""
    rows, columns = luma.shape
    blocks = luma.reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK).transpose(0, 2, 1, 3)
    flat = blocks.reshape(-1, _COEFFICIENTS).astype(np.float32) - np.float32(_MIDDLE)
    return np.asarray(flat @ _basis(BLOCK).T, np.float32)


def _pack(spectra: NDArray[np.float32], step: int) -> tuple[bytes, bytes]:
    """Return gaps and values of the changes of a chunk."""
    level = np.zeros(spectra.shape[1:], np.int16)
    changes = np.zeros(spectra.shape, np.int8)
    for place, spectrum in enumerate(spectra):
        apart = spectrum / np.float32(step) - level
        change = np.where(np.abs(apart) > _HOLD, np.rint(apart), 0)
        changes[place] = np.clip(change, -127, 127)
        level += changes[place]
    flat = np.ascontiguousarray(changes.transpose(1, 2, 0)).reshape(-1)
    places = np.flatnonzero(flat)
    gaps = np.diff(places, prepend=0)
    escapes = gaps // _ESCAPE
    coded = np.full(len(gaps) + int(escapes.sum()), _ESCAPE, np.uint8)
    coded[np.cumsum(escapes + 1) - 1] = gaps % _ESCAPE
    return zlib.compress(coded.tobytes(), 6), zlib.compress(flat[places].tobytes(), 6)


def _unpack(
    gaps: bytes, values: bytes, coefficients: int, frames: int
) -> tuple[NDArray[np.int64], NDArray[np.int16]]:
    """Return places and levels of ``_Chunk``."""
    size = coefficients * frames
    # A change takes one gap; escapes come once per 255 places.
    coded = np.frombuffer(_inflate(gaps, size + size // _ESCAPE + 1), np.uint8)
    change = np.frombuffer(_inflate(values, size), np.int8)
    places = np.cumsum(coded, dtype=np.int64)[coded != _ESCAPE]
    if len(places) != len(change) or (len(places) and places[-1] >= size):
        raise MalformedError("track.prints")
    row, frame = np.divmod(places, frames)
    used = np.zeros(coefficients, np.bool_)
    used[row] = True
    number = np.cumsum(used) - 1
    dense = np.zeros((int(used.sum()), frames), np.int16)
    dense[number[row], frame] = change
    return np.flatnonzero(used), np.cumsum(dense, axis=1, dtype=np.int16)


def _inflate(packed: bytes, size_max: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(packed, size_max + 1)
    except zlib.error as exc:
        raise MalformedError("track.prints") from exc
    if len(plain) > size_max or not unpacker.eof or unpacker.unused_data:
        raise MalformedError("track.prints")
    return plain
