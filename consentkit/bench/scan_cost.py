"""What a scan costs beside a bare decode of the same file, and beside separate tools."""

import contextlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from consentkit.bench.programs import Cost, program, run
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import InputError, NotFoundError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media.result import Thumb
from consentkit.media.worker import quick_filmstrip

LONG_S = 7200
_DONE = frozenset({0})
_FPCALC_CODES = frozenset({0, 3})
_SEPARATE = ("sha256sum", "PySceneDetect", "vPDQ", "fpcalc", "thumbnails")


@dataclass(frozen=True, slots=True)
class ScanCost:
    """One file.

    Attributes:
        name: Which one.
        seconds: Its length.
        bare: ``ffmpeg -i FILE -f null -``.
        whole: A scan with all taps of a recording.
        quick: Keyframes and all the sound.
        others: Each separate tool; one that is not installed is missing.
        kept_bytes: What the taps leave, by tap, before packing.
    """

    name: str
    seconds: float
    bare: Cost
    whole: Cost
    quick: Cost
    others: tuple[tuple[str, Cost], ...]
    kept_bytes: tuple[tuple[str, int], ...]

    @property
    def whole_ratio(self) -> float:
        """Processor time of the scan as a share of the bare decode."""
        return self.whole.cpu_s / self.bare.cpu_s

    @property
    def quick_ratio(self) -> float:
        """Processor time of the quick scan as a share of the bare decode."""
        return self.quick.cpu_s / self.bare.cpu_s

    @property
    def separate_ratio(self) -> float | None:
        """Share of the separate tools' time that the scan takes; None if one was not measured."""
        if {name for name, _ in self.others} != set(_SEPARATE):
            return None
        return self.whole.cpu_s / sum(cost.cpu_s for _, cost in self.others)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "name": self.name,
            "seconds": round(self.seconds, 1),
            "bare_cpu_s": round(self.bare.cpu_s, 2),
            "scan_cpu_s": round(self.whole.cpu_s, 2),
            "scan_wall_s": round(self.whole.wall_s, 2),
            "scan_ratio": round(self.whole_ratio, 3),
            "scan_peak_mib": round(self.whole.peak_mib),
            "quick_cpu_s": round(self.quick.cpu_s, 2),
            "quick_ratio": round(self.quick_ratio, 3),
            "others_cpu_s": {name: round(cost.cpu_s, 2) for name, cost in self.others},
            "share_of_separate_tools": _rounded(self.separate_ratio),
            "kept_bytes": dict(self.kept_bytes),
        }


@dataclass(frozen=True, slots=True)
class LongFile:
    """A recording of two hours.

    Attributes:
        seconds: Its length.
        first_thumb_s: Seconds until the first picture of the filmstrip.
        whole: A scan with all taps.
    """

    seconds: float
    first_thumb_s: float
    whole: Cost

    def as_json(self) -> dict[str, Any]:
        """Return the figures as values that fit into JSON."""
        return {
            "seconds": round(self.seconds),
            "first_thumb_s": round(self.first_thumb_s, 2),
            "scan_cpu_s": round(self.whole.cpu_s, 1),
            "scan_wall_s": round(self.whole.wall_s, 1),
            "scan_peak_mib": round(self.whole.peak_mib),
        }


def measure_scan(path: Path, name: str, folder: Path, *, others: bool = True) -> ScanCost:
    """Return what scanning a file costs, everything measured in this run.

    Args:
        path: The recording.
        name: What to call it.
        folder: Where thumbnails of the separate tool go.
        others: Whether to measure the separate tools.

    Raises:
        NotFoundError: ``ffmpeg`` is not installed.
        ResourceError: A program failed.
    """
    bare = run([program("ffmpeg"), "-nostdin", "-v", "error", "-i", _url(path), "-f", "null", "-"])
    whole = run(_scan_command(path), keeps_output=True)
    quick = run([*_scan_command(path), "--quick"])
    said = json.loads(whole.output)
    return ScanCost(
        name,
        float(said["seconds"]),
        bare,
        whole,
        quick,
        tuple(_others(path, folder)) if others else (),
        tuple(sorted(said["kept_bytes"].items())),
    )


def make_skippable(path: Path, target: Path, seconds: int = 120) -> None:
    """Write a recording whose frames are mostly not referred to by others, as encoders of GPUs do.

    Raises:
        NotFoundError: ``ffmpeg`` is not installed.
        ResourceError: It failed.
    """
    command = [program("ffmpeg"), "-nostdin", "-v", "error", "-y", "-stream_loop", "-1"]
    command += ["-i", _url(path), "-t", str(seconds), "-vf", "scale=1920:-2,fps=30"]
    command += ["-c:v", "libx264", "-preset", "medium", "-bf", "3", "-b_strategy", "0"]
    command += ["-x264-params", "b-pyramid=none", "-crf", "23", "-c:a", "copy", str(target)]
    run(command)


def make_longer(path: Path, target: Path, seconds: int) -> None:
    """Write a recording that plays a short one again and again, its packets copied.

    Raises:
        NotFoundError: ``ffmpeg`` is not installed.
        ResourceError: It failed.
    """
    command = [program("ffmpeg"), "-nostdin", "-v", "error", "-y", "-stream_loop", "-1"]
    run([*command, "-i", _url(path), "-t", str(seconds), "-c", "copy", str(target)])


def measure_long(path: Path, target: Path, seconds: int = LONG_S) -> LongFile:
    """Return what a recording of two hours costs, made by playing a short one again and again.

    Raises:
        NotFoundError: ``ffmpeg`` is not installed.
        ResourceError: It failed.
    """
    make_longer(path, target, seconds)
    whole = run(_scan_command(target), keeps_output=True)
    length = float(json.loads(whole.output)["seconds"])
    return LongFile(length, first_thumb(target), whole)


def first_thumb(path: Path) -> float:
    """Return the seconds until the first picture of the quick filmstrip is there.

    Raises:
        InputError: ``media.no-picture``.
    """
    clock = SystemClock()
    begun = clock.monotonic()
    stop = CancelToken()
    times: list[float] = []

    def on_thumb(thumb: Thumb) -> None:
        if thumb.at >= Fraction(0):
            times.append(clock.monotonic() - begun)
            stop.cancel()

    with contextlib.suppress(Cancelled):
        quick_filmstrip(path, on_thumb, cancel=stop)
    if not times:
        raise InputError("media.no-picture")
    return times[0]


def scan_tables(costs: Sequence[ScanCost], long: LongFile | None) -> str:
    """Return the figures as Markdown."""
    from consentkit.bench.tables import markdown_table

    head = ("File", "length s", "bare decode CPU-s", "scan / bare", "quick / bare", "memory MiB")
    rows = [
        (
            item.name,
            f"{item.seconds:.0f}",
            f"{item.bare.cpu_s:.1f}",
            f"{item.whole_ratio:.2f}",
            f"{item.quick_ratio:.2f}",
            f"{item.whole.peak_mib:.0f}",
        )
        for item in costs
    ]
    parts = [markdown_table(head, rows)]
    for item in costs:
        if item.others:
            cells = [(name, f"{cost.cpu_s:.1f}") for name, cost in item.others]
            together = sum(cost.cpu_s for _, cost in item.others)
            cells += [
                ("together", f"{together:.1f}"),
                ("one scan", f"{item.whole.cpu_s:.1f}"),
                ("scan / together", f"{item.whole.cpu_s / together:.2f}"),
            ]
            missing = set(_SEPARATE) - {name for name, _ in item.others}
            cells += [(name, "not measured") for name in sorted(missing)]
            parts.append(f"{item.name}, separate tools:\n")
            parts.append(markdown_table(("Tool", "CPU-s"), cells))
    if long is not None:
        parts.append(
            f"{long.seconds / 3600:.1f} h: first picture after {long.first_thumb_s:.2f} s, scan "
            f"{long.whole.cpu_s:.0f} CPU-s, memory {long.whole.peak_mib:.0f} MiB.\n"
        )
    return "\n".join(parts)


def _others(path: Path, folder: Path) -> list[tuple[str, Cost]]:
    folder.mkdir(parents=True, exist_ok=True)
    ffmpeg = ["-nostdin", "-v", "error", "-y", "-skip_frame", "nokey", "-i", _url(path)]
    commands: dict[str, tuple[str, list[str]]] = {
        "sha256sum": ("sha256sum", [str(path)]),
        "PySceneDetect": (
            "scenedetect",
            ["-q", "-i", str(path), "-o", str(folder), "detect-content"],
        ),
        "fpcalc": ("fpcalc", ["-raw", "-length", "0", str(path)]),
        "thumbnails": (
            "ffmpeg",
            [*ffmpeg, "-vf", "scale=320:-2", "-fps_mode", "vfr", str(folder / "thumb-%05d.jpg")],
        ),
    }
    found: list[tuple[str, Cost]] = []
    for name, (tool, arguments) in commands.items():
        try:
            where = program(tool)
        except NotFoundError:
            continue
        accepted = _FPCALC_CODES if tool == "fpcalc" else _DONE
        found.append((name, run([where, *arguments], accepted=accepted)))
    try:
        import pdqhash  # noqa: F401 -- whether it is there
    except ImportError:
        return found
    command = [sys.executable, "-m", "consentkit.bench.scan_once", str(path), "--pdq"]
    return [*found, ("vPDQ", run(command))]


def _scan_command(path: Path) -> list[str]:
    return [sys.executable, "-m", "consentkit.bench.scan_once", str(path)]


def _url(path: Path) -> str:
    return f"file:{path}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
