"""Measured figures as Markdown tables, for a person to read."""

from collections.abc import Iterable, Sequence

from consentkit.bench.coverage import CoverageReport, ToolScore
from consentkit.bench.lanes import Group, LaneScore, spread_of
from consentkit.bench.scoring import Tally
from consentkit.bench.truth import UNKNOWN_KIND
from consentkit.domain.coverage import Lane

_NONE = "-"


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, the first column left, the others right."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def coverage_tables(report: CoverageReport) -> str:
    """Return everything that was measured of coverage."""
    parts = [
        _extent(report),
        _summary(report),
    ]
    for lane in Lane:
        kept = [tool for tool in report.tools if _lane(tool, lane) is not None]
        parts += [f"### {lane.value.title()}, F1 by kind\n", _by_kind(kept, lane)]
    ours = report.tools[0]
    for lane in Lane:
        found = _lane(ours, lane)
        if found is not None:
            parts += [
                f"### {ours.name}, {lane.value}\n",
                _details(found.kinds),
                f"\nBy edit:\n\n{_details(found.edits)}",
                f"\nConfidence and how often it was right:\n\n{_calibration(found)}",
            ]
    if report.missing:
        parts.append("Not measured: " + "; ".join(report.missing) + ".\n")
    return "\n".join(parts)


def _extent(report: CoverageReport) -> str:
    edits, recordings = report.edit_s / 60, report.recorded_s / 60
    return f"{edits:.1f} minutes of edits against {recordings:.1f} minutes of recordings.\n"


def _summary(report: CoverageReport) -> str:
    head = (
        "Tool",
        "Lane",
        "F1",
        "P",
        "R",
        "false coverage",
        "F1 away from cuts",
        "false away from cuts",
        "border, median s",
        "source time, median s",
        "calibration error",
        "lookup CPU-s",
    )
    rows = []
    for tool in report.tools:
        for lane in tool.lanes:
            every, away = lane.whole.every, lane.whole.away
            error = lane.as_json()["calibration_error"]
            rows.append((
                tool.name,
                lane.lane.value,
                *(_three(x) for x in (every.f1, every.precision, every.recall)),
                _percent(every.false_coverage),
                _three(away.f1),
                _percent(away.false_coverage),
                _median(lane.border_s),
                _median(lane.source_s),
                _three(error),
                _NONE if tool.cpu_s is None else f"{tool.cpu_s:.1f}",
            ))
    return markdown_table(head, rows)


def _by_kind(tools: Sequence[ToolScore], lane: Lane) -> str:
    names = sorted({group.name for tool in tools for group in _groups(tool, lane)})
    names = [name for name in names if name != UNKNOWN_KIND]
    rows: list[list[str]] = []
    for name in names:
        cells = [name]
        for tool in tools:
            group = next((item for item in _groups(tool, lane) if item.name == name), None)
            if group is None or not group.every.known:
                cells.append(_NONE)
            else:
                cells.append(f"{_three(group.every.f1)} / {_three(group.away.f1)}")
        if any(cell != _NONE for cell in cells[1:]):
            rows.append(cells)
    head = ["every step / away from cuts", *(tool.name for tool in tools)]
    return markdown_table(head, rows)


def _details(groups: Sequence[Group]) -> str:
    head = ("", "steps", "known", "P", "R", "F1", "false", "F1 away", "false away")
    rows = [
        (
            group.name,
            str(group.every.steps),
            str(group.every.known),
            *_figures(group.every),
            _three(group.away.f1),
            _percent(group.away.false_coverage),
        )
        for group in groups
    ]
    return markdown_table(head, rows)


def _figures(counts: Tally) -> tuple[str, str, str, str]:
    return (
        _three(counts.precision),
        _three(counts.recall),
        _three(counts.f1),
        _percent(counts.false_coverage),
    )


def _calibration(lane: LaneScore) -> str:
    rows = [
        (
            f"{item.low:.2f} to {item.high:.2f}",
            str(item.steps),
            _three(item.mean_confidence),
            _three(item.accuracy),
        )
        for item in lane.bins
        if item.steps
    ]
    return markdown_table(("said", "half seconds", "mean said", "right"), rows)


def _lane(tool: ToolScore, lane: Lane) -> LaneScore | None:
    return next((item for item in tool.lanes if item.lane is lane), None)


def _groups(tool: ToolScore, lane: Lane) -> tuple[Group, ...]:
    found = _lane(tool, lane)
    return found.kinds if found is not None else ()


def _median(values: Sequence[float]) -> str:
    spread = spread_of(values)
    return _NONE if spread is None else f"{spread[0]:.2f}"


def _three(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _percent(value: float | None) -> str:
    return _NONE if value is None else f"{value * 100:.1f} %"
