"""An order on its way to the process that decodes, and its answers, checked on arrival."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.recording import StreamKind
from consentkit.domain.redaction import FacePoint, FaceTrack
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import DURATION_MAX_S, STREAMS_MAX
from consentkit.media.messages import DoneMessage, decode_fraction, encode_fraction
from consentkit.media.redact.order import (
    Doubt,
    DoubtKind,
    Quiet,
    RedactOrder,
    RenderedStream,
    StreamFate,
)

_REASON = re.compile(r"[a-z-]{0,20}")
_DOUBTS_MAX = 100_000

_Stretch = tuple[str, str]
_Point = tuple[str, int, int, int, int]


class _Track(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    points: list[_Point]
    until: str


class _Order(msgspec.Struct, forbid_unknown_fields=True):
    """``blurs`` names tracks by their place."""

    tracks: list[_Track]
    blurs: list[tuple[_Stretch, int]]
    hidden: list[_Stretch]
    muted: list[tuple[_Stretch, list[int] | None]]
    altered: list[_Stretch]
    cuts: list[_Stretch]
    voice_seed: int


class _Stream(msgspec.Struct, forbid_unknown_fields=True):
    source_index: int
    kind: StreamKind
    fate: StreamFate
    reason: str


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    duration: str
    copied_s: str
    encoded_s: str
    streams: list[_Stream]


def encode_order(order: RedactOrder) -> bytes:
    """Return an order as bytes."""
    tracks: dict[int, FaceTrack] = {id(track): track for _, track in order.blurs}
    places = {key: place for place, key in enumerate(tracks)}
    coded = _Order(
        tracks=[_coded_track(track) for track in tracks.values()],
        blurs=[(_coded(stretch), places[id(track)]) for stretch, track in order.blurs],
        hidden=[_coded(item) for item in order.hidden],
        muted=[
            (_coded(quiet.range), None if quiet.streams is None else list(quiet.streams))
            for quiet in order.muted
        ],
        altered=[_coded(item) for item in order.altered],
        cuts=[_coded(item) for item in order.cuts],
        voice_seed=order.voice_seed,
    )
    return msgspec.json.encode(coded)


def decode_order(data: bytes) -> RedactOrder:
    """Return the order that ``encode_order`` wrote.

    Raises:
        MalformedError: It is none.
    """
    try:
        coded = msgspec.json.decode(data, type=_Order)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as exc:
        raise MalformedError("redaction.order") from exc
    tracks = [
        FaceTrack(
            track.id,
            tuple(
                FacePoint(decode_fraction(at), FrameBox(*corners)) for at, *corners in track.points
            ),
            decode_fraction(track.until),
        )
        for track in coded.tracks
    ]
    if any(not 0 <= place < len(tracks) for _, place in coded.blurs):
        raise MalformedError("redaction.order")
    return RedactOrder(
        blurs=tuple((_range(stretch), tracks[place]) for stretch, place in coded.blurs),
        hidden=tuple(map(_range, coded.hidden)),
        muted=tuple(
            Quiet(_range(stretch), None if streams is None else tuple(streams))
            for stretch, streams in coded.muted
        ),
        altered=tuple(map(_range, coded.altered)),
        cuts=tuple(map(_range, coded.cuts)),
        voice_seed=coded.voice_seed,
    )


def encode_written(
    duration: Fraction, copied_s: Fraction, encoded_s: Fraction, streams: Sequence[RenderedStream]
) -> DoneMessage:
    """Return the message for what was written."""
    written = _Written(
        encode_fraction(duration),
        encode_fraction(copied_s),
        encode_fraction(encoded_s),
        [_Stream(item.source_index, item.kind, item.fate, item.reason) for item in streams],
    )
    return DoneMessage(msgspec.Raw(msgspec.json.encode(written)))


def decode_written(
    message: DoneMessage,
) -> tuple[Fraction, Fraction, Fraction, tuple[RenderedStream, ...]]:
    """Return duration, copied and encoded seconds, and what became of the streams.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    try:
        written = msgspec.json.decode(message.value, type=_Written)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as exc:
        raise MalformedError("media.worker-message") from exc
    lengths = [
        decode_fraction(text) for text in (written.duration, written.copied_s, written.encoded_s)
    ]
    # Pictures may overlap where a file is damaged, so that their sum is more than its length.
    if not all(0 <= length <= 2 * DURATION_MAX_S for length in lengths):
        raise MalformedError("media.worker-message")
    indexes = [item.source_index for item in written.streams]
    if indexes != list(range(len(indexes))) or not 0 < len(indexes) <= STREAMS_MAX:
        raise MalformedError("media.worker-message")
    if not all(_REASON.fullmatch(item.reason) for item in written.streams):
        raise MalformedError("media.worker-message")
    streams = tuple(
        RenderedStream(item.source_index, item.kind, item.fate, item.reason)
        for item in written.streams
    )
    return lengths[0], lengths[1], lengths[2], streams


def encode_doubts(doubts: Sequence[Doubt]) -> DoneMessage:
    """Return the message for what a look at a written file left in doubt."""
    rows = [(doubt.kind, *_coded(doubt.range)) for doubt in doubts[:_DOUBTS_MAX]]
    return DoneMessage(msgspec.Raw(msgspec.json.encode(rows)))


def decode_doubts(message: DoneMessage) -> tuple[Doubt, ...]:
    """Return what is in doubt.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    try:
        rows = msgspec.json.decode(message.value, type=list[tuple[DoubtKind, str, str]])
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as exc:
        raise MalformedError("media.worker-message") from exc
    if len(rows) > _DOUBTS_MAX:
        raise MalformedError("media.worker-message")
    doubts: list[Doubt] = []
    for kind, start_text, end_text in rows:
        start, end = decode_fraction(start_text), decode_fraction(end_text)
        if not 0 <= start < end <= 2 * DURATION_MAX_S:
            raise MalformedError("media.worker-message")
        doubts.append(Doubt(kind, TimeRange(start, end)))
    return tuple(doubts)


def _coded(stretch: TimeRange) -> _Stretch:
    return encode_fraction(stretch.start), encode_fraction(stretch.end)


def _range(coded: _Stretch) -> TimeRange:
    return TimeRange(decode_fraction(coded[0]), decode_fraction(coded[1]))


def _coded_track(track: FaceTrack) -> _Track:
    return _Track(
        track.id,
        [
            (
                encode_fraction(point.at),
                point.box.left,
                point.box.top,
                point.box.right,
                point.box.bottom,
            )
            for point in track.points
        ],
        encode_fraction(track.until),
    )
