"""Measured figures as SVG drawings; needs the ``bench`` extra (Matplotlib)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from consentkit.bench.coverage import CoverageReport
from consentkit.bench.lanes import LaneScore
from consentkit.bench.truth import UNKNOWN_KIND
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import NotFoundError

_COLOURS = ("#0b6bcb", "#5aa02c", "#8a6fd1", "#c9772b", "#777777")
_TARGETS = {Lane.PICTURE: 0.9, Lane.SOUND: 0.9}


def draw_coverage(report: CoverageReport, folder: Path) -> tuple[Path, ...]:
    """Write one drawing of F1 by kind per lane and one of the calibration; return the files.

    Raises:
        NotFoundError: ``bench.program``: Matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as exc:
        raise NotFoundError("bench.program", name="matplotlib") from exc
    # The same figures give the same file.
    mpl.rcParams["svg.hashsalt"] = "consentkit"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lane in Lane:
        tools = [
            (tool.name, item) for tool in report.tools for item in tool.lanes if item.lane is lane
        ]
        names = sorted({g.name for _, item in tools for g in item.kinds if g.every.known})
        names = [name for name in names if name != UNKNOWN_KIND]
        figure = Figure(figsize=(9, 1.2 + 0.42 * len(names)), layout="constrained")
        axes = figure.subplots()
        height = 0.8 / max(1, len(tools))
        for index, (name, item) in enumerate(tools):
            values = {g.name: g.away.f1 or 0.0 for g in item.kinds}
            places = [y + (index - (len(tools) - 1) / 2) * height for y in range(len(names))]
            axes.barh(
                places,
                [values.get(n, 0.0) for n in names],
                height * 0.9,
                label=name,
                color=_COLOURS[index % len(_COLOURS)],
            )
        axes.axvline(_TARGETS[lane], color="black", linewidth=0.8, linestyle=":")
        axes.set(
            yticks=range(len(names)),
            yticklabels=names,
            xlim=(0, 1),
            xlabel="F1 by half second, steps within 0.5 s of a cut left out",
            title=lane.value.title(),
        )
        axes.invert_yaxis()
        figure.legend(loc="outside lower center", ncols=2, frameon=False)
        written.append(_save(figure, folder / f"coverage-{lane.value}.svg"))
    figure = Figure(figsize=(5, 4.6), layout="constrained")
    axes = figure.subplots()
    axes.plot((0, 1), (0, 1), color="black", linewidth=0.8, linestyle=":")
    for index, item in enumerate(report.tools[0].lanes):
        _draw_calibration(axes, item, _COLOURS[index])
    axes.set(
        xlim=(0, 1.02),
        ylim=(0, 1.02),
        xlabel="confidence said",
        ylabel="share that was right",
        title="Calibration, every half second",
    )
    axes.legend(loc="upper left", frameon=False)
    written.append(_save(figure, folder / "calibration.svg"))
    return tuple(written)


def draw_bars(
    names: Sequence[str], lines: Mapping[str, Sequence[float]], path: Path, label: str, least: float
) -> Path:
    """Write a drawing of shares, a group of bars for every name; return the file.

    Args:
        names: What is measured.
        lines: A share for every name, by who reached it.
        path: The file.
        label: What the shares are of.
        least: A share to be reached.

    Raises:
        NotFoundError: ``bench.program``: Matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as exc:
        raise NotFoundError("bench.program", name="matplotlib") from exc
    mpl.rcParams["svg.hashsalt"] = "consentkit"
    figure = Figure(figsize=(9, 1.2 + 0.16 * len(names) * max(1, len(lines))), layout="constrained")
    axes = figure.subplots()
    height = 0.8 / max(1, len(lines))
    for index, (name, values) in enumerate(lines.items()):
        places = [y + (index - (len(lines) - 1) / 2) * height for y in range(len(names))]
        axes.barh(
            places, list(values), height * 0.9, label=name, color=_COLOURS[index % len(_COLOURS)]
        )
    axes.axvline(least, color="black", linewidth=0.8, linestyle=":")
    axes.set(yticks=range(len(names)), yticklabels=names, xlim=(0, 1), xlabel=label)
    axes.invert_yaxis()
    figure.legend(loc="outside lower center", ncols=2, frameon=False)
    return _save(figure, path)


def _draw_calibration(axes: "object", lane: LaneScore, colour: str) -> None:
    from matplotlib.axes import Axes

    if not isinstance(axes, Axes):
        return
    kept = [item for item in lane.bins if item.steps]
    axes.plot(
        [item.mean_confidence for item in kept],
        [item.accuracy for item in kept],
        marker="o",
        color=colour,
        label=lane.lane.value,
    )
    for item in kept:
        axes.annotate(
            str(item.steps),
            (item.mean_confidence, item.accuracy),
            fontsize=7,
            xytext=(4, -9),
            textcoords="offset points",
            color=colour,
        )


def _save(figure: "object", path: Path) -> Path:
    from matplotlib.figure import Figure

    if isinstance(figure, Figure):
        figure.savefig(path, metadata={"Date": None, "Creator": None})
    return path
