"""The scores of one tool in one lane, gathered over all edits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from consentkit.bench.calibration import Bin, expected_error, reliability
from consentkit.bench.scoring import (
    Answer,
    Outcome,
    Step,
    Tally,
    border_errors,
    by_second,
    judge,
    tally,
)
from consentkit.bench.truth import EditTruth, RecordingTruth
from consentkit.domain.coverage import Lane

_WORST = 0.95


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that have something in common.

    Attributes:
        name: What they have in common.
        every: Counts of all of them.
        away: Counts of those that are not near a cut.
    """

    name: str
    every: Tally
    away: Tally


@dataclass(frozen=True, slots=True)
class LaneScore:
    """One tool, one lane.

    Attributes:
        lane: Picture or sound.
        whole: All steps.
        kinds: Steps by family of transformation.
        details: Steps by transformation as the truth names it.
        edits: Steps by edit.
        border_s: Errors of borders in seconds, in order of size.
        source_s: Errors of the source's time in seconds, in order of size.
        bins: How confidence meets accuracy.
        seconds: Precision and recall by second and recording, mean over edits that have them.
    """

    lane: Lane
    whole: Group
    kinds: tuple[Group, ...]
    details: tuple[Group, ...]
    edits: tuple[Group, ...]
    border_s: tuple[float, ...]
    source_s: tuple[float, ...]
    bins: tuple[Bin, ...]
    seconds: tuple[float | None, float | None]

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "all": _group_json(self.whole),
            "kinds": {item.name: _group_json(item) for item in self.kinds},
            "details": {item.name: _group_json(item) for item in self.details},
            "edits": {item.name: _group_json(item) for item in self.edits},
            "border_error_s": _spread(self.border_s),
            "source_error_s": _spread(self.source_s),
            "precision_by_second": _round(self.seconds[0]),
            "recall_by_second": _round(self.seconds[1]),
            "calibration_error": _round(expected_error(self.bins)),
            "calibration": [
                {
                    "from": item.low,
                    "to": item.high,
                    "steps": item.steps,
                    "confidence": _round(item.mean_confidence),
                    "accuracy": _round(item.accuracy),
                }
                for item in self.bins
                if item.steps
            ],
        }


def score(
    lane: Lane,
    edits: Sequence[tuple[EditTruth, Sequence[Answer]]],
    recordings: Mapping[str, RecordingTruth],
) -> LaneScore:
    """Return the scores of a tool's answers in one lane."""
    steps: list[Step] = []
    borders: list[float] = []
    seconds: list[tuple[float | None, float | None]] = []
    for truth, answers in edits:
        steps += (step for step in judge(truth, answers, recordings) if step.lane is lane)
        borders += border_errors(truth, answers, lane)
        seconds.append(by_second(truth, answers, lane))
    return LaneScore(
        lane,
        _group("all", steps),
        _grouped(steps, lambda step: step.kinds),
        _grouped(steps, lambda step: step.details),
        _grouped(steps, lambda step: (step.edit,)),
        tuple(sorted(borders)),
        tuple(sorted(step.source_error for step in steps if step.source_error is not None)),
        reliability(steps),
        (_mean(pair[0] for pair in seconds), _mean(pair[1] for pair in seconds)),
    )


def faults(
    edits: Sequence[tuple[EditTruth, Sequence[Answer]]],
    recordings: Mapping[str, RecordingTruth],
) -> list[dict[str, Any]]:
    """Return stretches away from cuts that were answered wrongly or missed, the longest first."""
    found: list[dict[str, Any]] = []
    for truth, answers in edits:
        open_runs: dict[Lane, dict[str, Any]] = {}
        for step in judge(truth, answers, recordings):
            if step.is_near_cut or step.outcome in {Outcome.HIT, Outcome.QUIET}:
                continue
            run = open_runs.get(step.lane)
            key = (step.outcome.value, sorted(step.kinds))
            if run is None or run["key"] != key or step.at - run["to"] > 1:
                run = {
                    "edit": step.edit,
                    "lane": step.lane.value,
                    "outcome": step.outcome.value,
                    "kinds": sorted(step.kinds),
                    "details": list(step.details),
                    "from": step.at,
                    "to": step.at,
                    "key": key,
                }
                open_runs[step.lane] = run
                found.append(run)
            run["to"] = step.at
    for run in found:
        del run["key"]
    return sorted(found, key=lambda run: run["from"] - run["to"])


def spread_of(values: Sequence[float]) -> tuple[float, float] | None:
    """Return median and 95th percentile of values in order of size; None without any."""
    if not values:
        return None
    return median(values), values[min(len(values) - 1, int(len(values) * _WORST))]


def _grouped(steps: Sequence[Step], names_of: Callable[[Step], Iterable[str]]) -> tuple[Group, ...]:
    groups: dict[str, list[Step]] = {}
    for step in steps:
        for name in names_of(step):
            groups.setdefault(name, []).append(step)
    return tuple(_group(name, groups[name]) for name in sorted(groups))


def _group(name: str, steps: Sequence[Step]) -> Group:
    return Group(name, tally(steps), tally(step for step in steps if not step.is_near_cut))


def _group_json(group: Group) -> dict[str, Any]:
    return {"every_step": _tally_json(group.every), "away_from_cuts": _tally_json(group.away)}


def _tally_json(counts: Tally) -> dict[str, Any]:
    return {
        "steps": counts.steps,
        "known": counts.known,
        "hits": counts.hits,
        "misses": counts.misses,
        "wrong": counts.wrong,
        "claimed": counts.claimed,
        "false": counts.false,
        "precision": _round(counts.precision),
        "recall": _round(counts.recall),
        "f1": _round(counts.f1),
        "false_coverage": _round(counts.false_coverage),
    }


def _spread(values: Sequence[float]) -> dict[str, float] | None:
    found = spread_of(values)
    if found is None:
        return None
    return {"median": round(found[0], 3), "p95": round(found[1], 3), "count": len(values)}


def _mean(values: Iterable[float | None]) -> float | None:
    kept = [value for value in values if value is not None]
    return sum(kept) / len(kept) if kept else None


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
