"""The packet trees of a file alone: no packet is decoded, so that an hour takes a few seconds."""

from pathlib import Path

from consentkit.domain.recording import PacketTree
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.progress import Progress, ProgressUpdate, silent
from consentkit.media import pyav_reader
from consentkit.media.files import check_regular
from consentkit.media.packets import PacketTrees
from consentkit.media.scan import STEP, packets_of
from consentkit.media.tally import Tally

_REPORT_EVERY_S = 0.2


def packet_trees_of(path: Path, progress: Progress = silent) -> tuple[PacketTree, ...]:
    """Return the packet trees of a file; meant to run in the worker process.

    Raises:
        InputError: It cannot be read as a recording.
        MalformedError: ``media.nothing-decodes``: no stream has a packet.
    """
    size_bytes = check_regular(path)
    clock = SystemClock()
    told = clock.monotonic()
    position = 0
    with pyav_reader.open_untrusted(path) as container:
        bases, origin = pyav_reader.time_bases(container), pyav_reader.origin(container)
        trees = PacketTrees(bases, origin)
        for packet in packets_of(container, Tally()):
            if packet is None:
                continue
            trees.add(packet)
            position = max(position, packet.pos or 0)
            now = clock.monotonic()
            if now - told >= _REPORT_EVERY_S:
                told = now
                progress(ProgressUpdate(STEP, min(position, size_bytes), size_bytes))
        found = trees.summaries()
    if not any(tree.size for tree in found):
        raise MalformedError("media.nothing-decodes")
    return found
