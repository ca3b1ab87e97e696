"""Outside programs, run with their processor time and memory taken; none is a dependency."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from consentkit.kernel.errors import NotFoundError, ResourceError

_KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program took.

    Attributes:
        cpu_s: Processor seconds, user and system, of it and what it started.
        wall_s: Seconds from start to end.
        peak_mib: Largest resident memory of one of its processes.
        output: What it wrote, when asked to be kept.
    """

    cpu_s: float
    wall_s: float
    peak_mib: float
    output: bytes = b""


def program(name: str) -> str:
    """Return where a program is.

    Raises:
        NotFoundError: ``bench.program``: it is not installed.
    """
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise NotFoundError("bench.program", name=name)
    return found


def run(
    command: Sequence[str], *, keeps_output: bool = False, accepted: frozenset[int] = frozenset({0})
) -> Cost:
    """Run a program to its end and return what it took. Linux and macOS only.

    Args:
        command: The program and its arguments.
        keeps_output: Whether to return what it writes.
        accepted: Exit codes that are no failure.

    Raises:
        ResourceError: ``bench.program-failed``: it did not end well.
    """
    from consentkit.kernel.clock import SystemClock

    clock = SystemClock()
    begun = clock.monotonic()
    sink = subprocess.PIPE if keeps_output else subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 -- arguments are a list, the program is named
        list(command), stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.DEVNULL
    )
    output = process.stdout.read() if process.stdout is not None else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout is not None:
        process.stdout.close()
    if process.returncode not in accepted:
        raise ResourceError("bench.program-failed", name=Path(command[0]).name)
    scale = _KIB_PER_MIB * (_KIB_PER_MIB if sys.platform == "darwin" else 1)
    return Cost(
        usage.ru_utime + usage.ru_stime,
        clock.monotonic() - begun,
        usage.ru_maxrss / scale,
        output,
    )
