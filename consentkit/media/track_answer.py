"""What was heard in a recording's streams of sound, on its way from the process that decodes."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec
import numpy as np

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import DURATION_MAX_S, STREAMS_MAX
from consentkit.media.messages import DoneMessage
from consentkit.media.taps.waveform import STEPS_PER_SECOND

_PAIR_BYTES = 16

Heard = Mapping[int, tuple[TimeRange, ...]]
"""By index of the stream, where anything is heard in it: above 1/510 of full scale."""


def encode_heard(found: Mapping[int, Sequence[tuple[int, int]]]) -> tuple[DoneMessage, list[bytes]]:
    """Return the message and blobs for what was heard."""
    order = sorted(found)
    blobs = [np.array(found[index], "<i8").reshape(-1, 2).tobytes() for index in order]
    return DoneMessage(msgspec.Raw(msgspec.json.encode(order)), [len(one) for one in blobs]), blobs


def decode_heard(message: DoneMessage, blobs: Sequence[bytes]) -> Heard:
    """Return what was heard; the answer comes from a process that read hostile input.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    try:
        order = msgspec.json.decode(message.value, type=list[int])
    except msgspec.MsgspecError as exc:
        raise MalformedError("media.worker-message") from exc
    is_whole = len(order) == len(blobs) == len(set(order)) <= STREAMS_MAX
    if not is_whole or any(not 0 <= index < STREAMS_MAX for index in order):
        raise MalformedError("media.worker-message")
    return {index: tuple(_ranges(blob)) for index, blob in zip(order, blobs, strict=True)}


def _ranges(blob: bytes) -> Iterator[TimeRange]:
    if len(blob) % _PAIR_BYTES:
        raise MalformedError("media.worker-message")
    borders = np.frombuffer(blob, "<i8").tolist()
    is_rising = all(before < after for before, after in pairwise(borders))
    limit = DURATION_MAX_S * STEPS_PER_SECOND + STEPS_PER_SECOND
    if borders and not (is_rising and borders[0] >= 0 and borders[-1] <= limit):
        raise MalformedError("media.worker-message")
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        yield TimeRange(Fraction(start, STEPS_PER_SECOND), Fraction(end, STEPS_PER_SECOND))
