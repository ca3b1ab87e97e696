"""What a scan costs: ``python -m consentkit.media.bench FILE...``.

For every file: processor time of the whole scan with all taps of a recording, and of the quick
scan, as shares of a plain ``ffmpeg -i FILE -f null -`` in the same run, time to the first and the
last picture of the quick filmstrip, and the decoding process's peak memory. Runs on Linux and
macOS.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import ConsentKitError
from consentkit.media.result import Thumb
from consentkit.media.scan import scan_file
from consentkit.media.taps.registry import RECORDING_TAPS, make_taps
from consentkit.media.worker import quick_filmstrip

_SCAN_ONLY, _QUICK_ONLY = "--scan", "--quick"


def main(arguments: list[str], out: TextIO) -> int:
    """Print a line per file; return the exit code."""
    if sys.platform == "win32" or not arguments:
        out.write("usage: python -m consentkit.media.bench FILE...   (not on Windows)\n")
        return 2
    try:
        if arguments[0] in {_SCAN_ONLY, _QUICK_ONLY}:
            _scan(Path(arguments[1]), out, is_quick=arguments[0] == _QUICK_ONLY)
            return 0
        for name in arguments:
            _measure(Path(name), out)
    except ConsentKitError as exc:
        out.write(f"{exc}\n")
        return 2
    return 0


def _measure(path: Path, out: TextIO) -> None:
    clock = SystemClock()
    begun = clock.monotonic()
    times: list[float] = []

    def on_thumb(thumb: Thumb) -> None:
        del thumb
        times.append(clock.monotonic() - begun)

    quick_filmstrip(path, on_thumb)
    out.write(f"quick filmstrip: first {times[0]:.2f} s, {len(times)} in {times[-1]:.2f} s\n")

    begun = clock.monotonic()
    # The same work as in the sandbox, which does not tell what its processes took.
    scan = [sys.executable, "-m", "consentkit.media.bench", _SCAN_ONLY, str(path)]
    scan_cpu = _children_cpu_of(lambda: _run(scan))
    out.write(f"scan: {scan_cpu:.2f} CPU-s, {clock.monotonic() - begun:.2f} s\n")
    out.write(f"peak memory of a child: {_children_peak_mib():.0f} MiB\n")
    quick = [sys.executable, "-m", "consentkit.media.bench", _QUICK_ONLY, str(path)]
    quick_cpu = _children_cpu_of(lambda: _run(quick))
    out.write(f"quick scan: {quick_cpu:.2f} CPU-s\n")

    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        return
    command = [ffmpeg, "-v", "error", "-nostdin", "-i", f"file:{path}", "-f", "null", "-"]
    plain_cpu = _children_cpu_of(lambda: _run(command))
    out.write(
        f"ffmpeg -f null: {plain_cpu:.2f} CPU-s; scan / ffmpeg = {scan_cpu / plain_cpu:.2f}, "
        f"quick / ffmpeg = {quick_cpu / plain_cpu:.2f}\n"
    )


def _scan(path: Path, out: TextIO, *, is_quick: bool) -> None:
    result = scan_file(path, make_taps(RECORDING_TAPS), is_quick=is_quick)
    held = sum(array.nbytes for tap in result.taps.values() for array in tap.arrays.values())
    packets = sum(tree.size for tree in result.packet_trees)
    out.write(
        f"{float(result.duration):.1f} s, {result.size_bytes / 2**20:.0f} MiB, {packets} packets, "
        f"taps {held / 2**20:.1f} MiB, damage {result.damage.error_count}\n"
    )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 -- ours


def _children_cpu_of(work: Callable[[], None]) -> float:
    """Return the processor seconds that processes started and ended by ``work`` took."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _children_peak_mib() -> float:
    import resource

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], sys.stdout))
