"""Finds or covers the faces of one video in this process, so that its cost is taken from outside.

``python -m consentkit.bench.faces_once find FILE KEPT`` writes the faces found to ``KEPT``,
``... cover FILE KEPT OUT`` writes the video with those faces covered. The product does the same in
a sandbox, which does not tell what its processes took.
"""

import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from consentkit.domain.redaction import FaceFindings
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.faces.find import find_faces
from consentkit.media.redact.order import SUFFIXES, RedactOrder
from consentkit.media.redact.render import render_file
from consentkit.wire.v1.stored import decode_stored, encode_stored

_ALL = TimeRange(Fraction(0), Fraction(24 * 3600))


def main(arguments: Sequence[str]) -> int:
    """Do what is asked and return the exit code."""
    task, path, kept, *rest = arguments
    try:
        if task == "find":
            Path(kept).write_bytes(encode_stored(find_faces(Path(path), [_ALL])))
        else:
            found = decode_stored(Path(kept).read_bytes(), FaceFindings)
            order = RedactOrder(blurs=tuple((track.range, track) for track in found.tracks))
            target = Path(rest[0])
            render_file(Path(path), target, SUFFIXES[target.suffix], order)
    except ConsentKitError as exc:
        sys.stderr.write(f"{exc}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
