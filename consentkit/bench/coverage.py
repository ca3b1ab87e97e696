"""Coverage of finished videos against their truth, ConsentKit and others in one table."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consentkit.bench import comparators
from consentkit.bench.finder import Finder
from consentkit.bench.folder import (
    FolderLibrary,
    Media,
    ScanStore,
    found_conversations,
    true_conversations,
)
from consentkit.bench.lanes import LaneScore, faults, score
from consentkit.bench.scoring import Answer
from consentkit.bench.truth import EditTruth
from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Lane, spans_of
from consentkit.kernel.errors import NotFoundError, ResourceError

OURS = "ConsentKit"
OURS_ALONE = "ConsentKit, conversations as proposed"
OURS_QUICK = "ConsentKit, quick scan of the edit"
CHROMAPRINT = "Chromaprint"
VPDQ = "vPDQ"

Say = Callable[[str], None]
Answered = tuple[tuple[EditTruth, tuple[Answer, ...]], ...]


@dataclass(frozen=True, slots=True)
class ToolScore:
    """One tool.

    Attributes:
        name: What it is called in the tables.
        lanes: Scores of the lanes it speaks of.
        answers: What it said of every edit.
        cpu_s: Processor seconds it took to look up all edits after their scans; None if unknown.
    """

    name: str
    lanes: tuple[LaneScore, ...]
    answers: Answered
    cpu_s: float | None = None


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What was measured.

    Attributes:
        tools: Ours first.
        missing: Tools that are not installed here, not measured.
        faults: Longest wrong and missed stretches of ours.
        edit_s: Seconds of all edits.
        recorded_s: Seconds of all recordings.
        index_mib_per_hour: Entries of both lanes at eight bytes, per recorded hour.
        prints_mib_per_hour: Stored prints, per recorded hour.
    """

    tools: tuple[ToolScore, ...]
    missing: tuple[str, ...]
    faults: tuple[dict[str, Any], ...]
    edit_s: float
    recorded_s: float
    index_mib_per_hour: float
    prints_mib_per_hour: float

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "edit_s": round(self.edit_s, 1),
            "recorded_s": round(self.recorded_s, 1),
            "index_mib_per_hour": round(self.index_mib_per_hour, 2),
            "prints_mib_per_hour": round(self.prints_mib_per_hour, 2),
            "not_measured": list(self.missing),
            "tools": {
                tool.name: {
                    "lookup_cpu_s": None if tool.cpu_s is None else round(tool.cpu_s, 2),
                    **{lane.lane.value: lane.as_json() for lane in tool.lanes},
                }
                for tool in self.tools
            },
            "faults": list(self.faults),
        }


def measure_coverage(
    media: Media,
    store: ScanStore,
    finder: Finder,
    say: Say,
    *,
    others: bool = True,
    quick: bool = True,
) -> CoverageReport:
    """Return how every tool does on a folder's edits.

    Args:
        media: The recordings and edits.
        store: Where results of scans are kept.
        finder: The product's own matching.
        say: Told what is going on.
        others: Whether to measure the other tools as well.
        quick: Whether to measure quick scans of the edits as well.

    Raises:
        ConsentKitError: A file cannot be scanned.
    """
    recordings = {}
    for name, (path, _) in media.recordings.items():
        say(f"scan {path.name}")
        recordings[name] = store.scan(path, finder.recording_taps)
    library = FolderLibrary(recordings)
    corrected = {name: true_conversations(truth) for name, (_, truth) in media.recordings.items()}
    proposed = {
        name: found_conversations(truth, recordings[name].taps["panes"])
        for name, (_, truth) in media.recordings.items()
    }
    found = _found(media, store, library, finder, say, is_quick=False)
    tools = [_ours(OURS, media, found, corrected), _ours(OURS_ALONE, media, found, proposed)]
    if quick:
        hasty = _found(media, store, library, finder, say, is_quick=True)
        tools.append(_ours(OURS_QUICK, media, hasty, corrected))
    missing: list[str] = []
    for measure, name in ((_chromaprint, CHROMAPRINT), (_vpdq, VPDQ)) if others else ():
        say(name)
        try:
            tools.append(measure(media))
        except (NotFoundError, ResourceError) as exc:
            missing.append(f"{name} ({exc})")
    hours = sum(float(item.duration) for item in recordings.values()) / 3600
    held = sum(
        sum(array.nbytes for array in result.arrays.values())
        for item in recordings.values()
        for name, result in item.taps.items()
        if name in {"sound-prints", "picture-prints", "picture-track"}
    )
    return CoverageReport(
        tuple(tools),
        tuple(missing),
        tuple(faults(tools[0].answers, media.truths)[:40]),
        sum(truth.duration for _, truth in media.edits),
        hours * 3600,
        library.entry_count * 8 / hours / 2**20,
        held / hours / 2**20,
    )


def answers_of(
    coverage: CoverageMap, conversations: Mapping[str, Conversations]
) -> tuple[Answer, ...]:
    """Return what a coverage map says, span by span."""
    return tuple(
        Answer(
            span.lane,
            float(span.edit.start),
            float(span.edit.end),
            span.match.recording_id,
            span.conversation_id,
            float(span.match.source_start),
            float(span.match.speed),
            span.match.confidence,
        )
        for span in spans_of(coverage, conversations)
        if span.match is not None
    )


@dataclass(frozen=True, slots=True)
class _Found:
    maps: tuple[CoverageMap, ...]
    cpu_s: float


def _found(
    media: Media,
    store: ScanStore,
    library: FolderLibrary,
    finder: Finder,
    say: Say,
    *,
    is_quick: bool,
) -> _Found:
    maps: list[CoverageMap] = []
    cpu_s = 0.0
    for path, _ in media.edits:
        scanned = store.scan(path, finder.edit_taps, quick=is_quick)
        begun = time.process_time()
        maps.append(finder.find(scanned.taps, scanned.duration, library, is_quick))
        took = time.process_time() - begun
        say(f"{path.name} in {took:.2f} CPU-s")
        cpu_s += took
    return _Found(tuple(maps), cpu_s)


def _ours(
    name: str, media: Media, found: _Found, conversations: Mapping[str, Conversations]
) -> ToolScore:
    answered = tuple(
        (truth, answers_of(coverage, conversations))
        for (_, truth), coverage in zip(media.edits, found.maps, strict=True)
    )
    said = {lane for coverage in found.maps for lane in coverage.lanes}
    lanes = tuple(lane for lane in Lane if lane in said)
    return scored(name, lanes, answered, media, found.cpu_s)


def _chromaprint(media: Media) -> ToolScore:
    library = {name: comparators.chroma_of(path) for name, (path, _) in media.recordings.items()}
    answered = []
    cpu_s = 0.0
    for path, truth in media.edits:
        words = comparators.chroma_of(path)
        begun = time.process_time()
        answered.append((truth, comparators.match_chroma(words, library, media.truths)))
        cpu_s += time.process_time() - begun
    return scored(CHROMAPRINT, (Lane.SOUND,), tuple(answered), media, cpu_s)


def _vpdq(media: Media) -> ToolScore:
    library = {name: comparators.pdq_of(path) for name, (path, _) in media.recordings.items()}
    answered = []
    cpu_s = 0.0
    for path, truth in media.edits:
        frames = comparators.pdq_of(path)
        begun = time.process_time()
        answered.append((truth, comparators.match_pdq(frames, library, media.truths)))
        cpu_s += time.process_time() - begun
    return scored(VPDQ, (Lane.PICTURE,), tuple(answered), media, cpu_s)


def scored(
    name: str, lanes: Sequence[Lane], answered: Answered, media: Media, cpu_s: float | None
) -> ToolScore:
    """Return a tool's scores in the lanes it speaks of."""
    truths = media.truths
    return ToolScore(name, tuple(score(lane, answered, truths) for lane in lanes), answered, cpu_s)


def shared_answer(tool: ToolScore, folder: Path) -> None:
    """Write a tool's answers as ``EDIT.json``, in the form the media folder's own scorer reads."""
    import json

    folder.mkdir(parents=True, exist_ok=True)
    for truth, answers in tool.answers:
        rows: dict[str, list[dict[str, Any]]] = {lane.value: [] for lane in Lane}
        for item in answers:
            rows[item.lane.value].append({
                "start": item.start,
                "end": item.end,
                "session": item.recording,
                "conversation": item.conversation,
                "src_start": item.source_start,
                "speed": item.speed,
                "confidence": item.confidence,
            })
        place = folder / f"{truth.id}.json"
        place.write_text(json.dumps(rows, indent=1), encoding="utf-8")
