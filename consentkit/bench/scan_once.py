"""Scans one file in this process, so that its processor time and memory can be taken from outside.

``python -m consentkit.bench.scan_once FILE [--quick | --edit | --pdq]``. The product does the same
in a sandbox, which does not tell what its processes took. ``--pdq`` takes vPDQ's hashes instead.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from consentkit.bench.comparators import pdq_of
from consentkit.kernel.errors import ConsentKitError
from consentkit.media.scan import scan_file
from consentkit.media.taps.registry import EDIT_TAPS, RECORDING_TAPS, make_taps


def main(arguments: Sequence[str]) -> int:
    """Scan, print the seconds and the bytes kept by tap as JSON, and return the exit code."""
    path, *options = arguments
    try:
        if "--pdq" in options:
            sys.stdout.write(json.dumps({"frames": len(pdq_of(Path(path)).hashes)}) + "\n")
            return 0
        names = EDIT_TAPS if "--edit" in options else RECORDING_TAPS
        result = scan_file(Path(path), make_taps(names), is_quick="--quick" in options)
    except ConsentKitError as exc:
        sys.stderr.write(f"{exc}\n")
        return 2
    kept = {
        name: sum(array.nbytes for array in tap.arrays.values())
        for name, tap in result.taps.items()
    }
    sys.stdout.write(json.dumps({"seconds": float(result.duration), "kept_bytes": kept}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
