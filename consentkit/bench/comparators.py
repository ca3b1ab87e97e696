"""Chromaprint and vPDQ, matched as their own documentation says, in the same table.

Both name a recording and a moment; the conversation is looked up in the truth, so neither loses
anything to conversations found wrongly. A tool that is not installed is not measured.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consentkit.bench.programs import program, run
from consentkit.bench.scoring import Answer
from consentkit.bench.truth import RecordingTruth
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import MalformedError, NotFoundError
from consentkit.media.match.ranges import laid_out

# Chromaprint: 4096 samples a frame at 11,025 Hz with two thirds of overlap; a sub-fingerprint
# spans 16 frames and the filters' width. Source: Chromaprint's TEST2 configuration.
CHROMA_STEP_S = 1365 / 11_025
CHROMA_SPAN_S = 2.6
_ALIGN_BITS = 12
"""Equal upper bits of two sub-fingerprints vote for an offset (its fingerprint matcher)."""
_ERROR_BITS_MAX = 10.0
"""A stretch matches while its smoothed bit errors stay below (its default threshold, of 32)."""
_SMOOTH = 16
"""Sub-fingerprints the errors are averaged over, about two seconds."""
_OFFSETS_TRIED = 40
_MATCH_MIN = 16
_FPCALC_CODES = frozenset({0, 3})
"""fpcalc 1.5.1 ends with 3 when the decoder reports the end of the file as an error."""

# vPDQ: one frame a second, frames below quality 50 left out, equal within 31 of 256 bits.
# Source: ThreatExchange, vpdq/README.md, matching parameters.
PDQ_DISTANCE_MAX = 31
PDQ_QUALITY_MIN = 50
PDQ_PER_SECOND = 1
_PDQ_SIDE_PX = 512
"""PDQ itself scales frames down to at most this before hashing."""

Words = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class PdqFrames:
    """Hashes of one frame per second.

    Attributes:
        hashes: ``(n, 32) uint8``: 256 bits each.
        quality: ``(n,) int64``: 0 to 100.
    """

    hashes: NDArray[np.uint8]
    quality: NDArray[np.int64]


def chroma_of(path: Path) -> Words:
    """Return the sub-fingerprints of a file's sound by ``fpcalc -raw``; empty without sound.

    Raises:
        NotFoundError: ``fpcalc`` is not installed.
        ResourceError: It failed.
    """
    command = [program("fpcalc"), "-raw", "-plain", "-length", "0", str(path)]
    cost = run(command, keeps_output=True, accepted=_FPCALC_CODES)
    text = cost.output.decode("ascii").strip()
    return np.array([int(word) & 0xFFFFFFFF for word in text.split(",") if word], np.uint32)


def match_chroma(
    edit: Words, library: Mapping[str, Words], truths: Mapping[str, RecordingTruth]
) -> tuple[Answer, ...]:
    """Return where the sound of an edit is from: stretches of constant offset with few bit errors.

    Where two stretches overlap, the one with fewer errors counts.
    """
    best = np.full(len(edit), np.inf)
    source = np.zeros(len(edit), np.int64)
    name = np.full(len(edit), "", object)
    for recording_id, words in library.items():
        for offset in _offsets(edit, words):
            first = max(0, -offset)
            last = min(len(edit), len(words) - offset)
            if last - first < _MATCH_MIN:
                continue
            errors = np.bitwise_count(edit[first:last] ^ words[first + offset : last + offset])
            kernel = np.ones(min(_SMOOTH, last - first))
            weight = np.convolve(np.ones(last - first), kernel, "same")
            smooth = np.convolve(errors.astype(np.float64), kernel, "same") / weight
            better = (smooth < _ERROR_BITS_MAX) & (smooth < best[first:last])
            better &= _long_enough(smooth < _ERROR_BITS_MAX)
            places = np.flatnonzero(better) + first
            best[places], source[places], name[places] = (
                smooth[places - first],
                places + offset,
                recording_id,
            )
    answers = []
    half = CHROMA_SPAN_S / 2
    for (recording, shift), matched in itertools.groupby(
        range(len(edit)), key=lambda index: (name[index], source[index] - index)
    ):
        if not recording:
            continue
        run_of = list(matched)
        start = run_of[0] * CHROMA_STEP_S + half
        end = (run_of[-1] + 1) * CHROMA_STEP_S + half
        answers += _by_conversation(
            Answer(Lane.SOUND, start, end, recording, "", start + shift * CHROMA_STEP_S), truths
        )
    return tuple(answers)


def pdq_of(path: Path) -> PdqFrames:
    """Return PDQ hashes of one frame per second of a file.

    Raises:
        NotFoundError: ``ffmpeg`` or the package ``pdqhash`` is not installed.
        ResourceError: The program failed.
    """
    try:
        import pdqhash
    except ImportError as exc:
        raise NotFoundError("bench.program", name="pdqhash") from exc
    width, height = _size_of(path)
    scale = min(1.0, _PDQ_SIDE_PX / max(width, height))
    width, height = round(width * scale / 2) * 2, round(height * scale / 2) * 2
    filters = f"fps={PDQ_PER_SECOND},scale={width}:{height}:flags=area"
    command = [program("ffmpeg"), "-nostdin", "-v", "error", "-i", f"file:{path}", "-an"]
    command += ["-vf", filters, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = np.frombuffer(run(command, keeps_output=True).output, np.uint8)
    frames = raw[: len(raw) // (width * height * 3) * width * height * 3]
    hashes, qualities = [], []
    for frame in frames.reshape(-1, height, width, 3):
        bits, quality = pdqhash.compute(frame)
        hashes.append(np.packbits(np.asarray(bits, np.uint8)))
        qualities.append(int(quality))
    return PdqFrames(
        np.array(hashes, np.uint8).reshape(-1, 32), np.array(qualities, np.int64).reshape(-1)
    )


def match_pdq(
    edit: PdqFrames, library: Mapping[str, PdqFrames], truths: Mapping[str, RecordingTruth]
) -> tuple[Answer, ...]:
    """Return where every second of an edit's picture is from: its nearest frame, if near enough."""
    answers: list[Answer] = []
    for second, (bits, quality) in enumerate(zip(edit.hashes, edit.quality, strict=True)):
        if quality < PDQ_QUALITY_MIN:
            continue
        nearest = (PDQ_DISTANCE_MAX + 1, "", 0)
        for recording_id, frames in library.items():
            distances = np.bitwise_count(frames.hashes ^ bits).sum(axis=1).astype(np.int64)
            distances[frames.quality < PDQ_QUALITY_MIN] = 257
            if len(distances):
                place = int(np.argmin(distances))
                nearest = min(nearest, (int(distances[place]), recording_id, place))
        if nearest[0] <= PDQ_DISTANCE_MAX:
            start = second / PDQ_PER_SECOND
            found = Answer(
                Lane.PICTURE, start, start + 1 / PDQ_PER_SECOND, nearest[1], "", float(nearest[2])
            )
            answers += _by_conversation(found, truths)
    return tuple(answers)


def _offsets(edit: Words, words: Words) -> list[int]:
    """Return the offsets that most equal upper bits vote for."""
    shift = np.uint32(32 - _ALIGN_BITS)
    order = np.argsort(words >> shift, kind="stable")
    keys = (words >> shift)[order]
    asked = edit >> shift
    first = np.searchsorted(keys, asked, "left")
    last = np.searchsorted(keys, asked, "right")
    number, places = laid_out(first, last - first)
    found = order[places] - number
    values, votes = np.unique(found, return_counts=True)
    return [int(values[place]) for place in np.argsort(-votes, kind="stable")[:_OFFSETS_TRIED]]


def _long_enough(good: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return ``good`` without runs shorter than a match may be."""
    kept = good.copy()
    edges = np.flatnonzero(np.diff(np.concatenate(([0], good.astype(np.int8), [0]))))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if last - first < _MATCH_MIN:
            kept[first:last] = False
    return kept


def _by_conversation(answer: Answer, truths: Mapping[str, RecordingTruth]) -> list[Answer]:
    """Return an answer cut at the borders of the true conversations of its recording."""
    source = answer.source_start or 0.0
    length = answer.end - answer.start
    truth = truths[answer.recording]
    edges = {0.0, length}
    for item in truth.encounters:
        edges.update(at - source for at in (item.start, item.end) if 0 < at - source < length)
    cut: list[Answer] = []
    for start, end in itertools.pairwise(sorted(edges)):
        within = truth.encounter_at(source + (start + end) / 2)
        cut.append(
            Answer(
                answer.lane,
                answer.start + start,
                answer.start + end,
                answer.recording,
                within.id if within is not None else "",
                source + start,
            )
        )
    return cut


def _size_of(path: Path) -> tuple[int, int]:
    command = [program("ffprobe"), "-v", "error", "-select_streams", "v:0"]
    command += ["-show_entries", "stream=width,height", "-of", "csv=p=0", str(path)]
    text = run(command, keeps_output=True).output.decode("ascii").split(",")
    try:
        return int(text[0]), int(text[1])
    except (ValueError, IndexError) as exc:
        raise MalformedError("bench.picture-size") from exc
