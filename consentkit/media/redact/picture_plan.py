"""How the pictures of a video are to be redacted: all copied, joined, or all encoded anew."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from av.container import OutputContainer
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.domain.recording import StreamKind
from consentkit.kernel.errors import InputError, MalformedError, ResourceError
from consentkit.kernel.timebase import union
from consentkit.media import pyav_reader
from consentkit.media.bounds import PICTURE_MAX_PIXELS
from consentkit.media.redact import h264
from consentkit.media.redact.clocks import PictureClock, TickRanges
from consentkit.media.redact.drawing import Blurs
from consentkit.media.redact.order import RedactOrder, RenderedStream, StreamFate
from consentkit.media.redact.picture_encoder import JoiningEncoder, PictureForm, form_of, set_up
from consentkit.media.redact.picture_lane import Canvas, DecodingTimes, PictureLane, delay_of
from consentkit.media.redact.pieces import Piece, ShownTimes, plan_pieces
from consentkit.media.redact.survey import Survey

COPYABLE_FAMILIES = frozenset({"mp4", "matroska", "flv"})
"""Containers whose packets can be taken over as they are."""

_COPYABLE = {
    "mp4": frozenset({"h264", "hevc", "av1", "vp9", "mpeg4"}),
    "mov": frozenset({"h264", "hevc", "mpeg4"}),
    "matroska": frozenset({"h264", "hevc", "av1", "vp9", "vp8", "mpeg4"}),
}
_NOTHING_JOINED = array("q", [0])


@dataclass(frozen=True, slots=True)
class _Joined:
    """Pictures of which at least some are copied.

    Attributes:
        pieces: What is done with them.
        decoding: Their decoding times.
        form: How the others are encoded.
        joining: The encoder of the others; None where all are copied.
        configuration: The parameter sets of both; empty where all are copied.
    """

    pieces: list[Piece]
    decoding: DecodingTimes
    form: PictureForm
    joining: JoiningEncoder | None = None
    configuration: bytes = b""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a plan is made from."""

    source: VideoStream
    muxer: str
    found: Survey
    shown: ShownTimes
    clock: PictureClock
    base: Fraction
    is_touched: Callable[[int], bool]
    has_cuts: bool


def add_picture(
    source: VideoStream,
    output: OutputContainer,
    muxer: str,
    order: RedactOrder,
    found: Survey,
) -> tuple[PictureLane, RenderedStream]:
    """Add a stream for the redacted pictures and return what writes it, and what becomes of them.

    Args:
        source: The pictures of the source.
        output: The container that is written.
        muxer: Its name.
        order: What is to be done.
        found: The first reading of the source.

    Raises:
        ResourceError: ``redaction.encoder``.
    """
    base = source.time_base or Fraction(1)
    origin = found.origin
    clock = PictureClock(base, origin, order.removed)
    shown = ShownTimes(found.pictures)
    blurs = Blurs(order.blurs)
    hidden = union(order.hidden)
    touched = TickRanges(union([*blurs.ranges, *hidden]), base, origin)

    def is_touched(tick: int) -> bool:
        return touched.meets(tick, shown.until(tick))

    facts = _Facts(source, muxer, found, shown, clock, base, is_touched, bool(order.removed))
    plan = _joined(facts)
    fate, reason = StreamFate.ENCODED, ""
    if isinstance(plan, _Joined):
        fate = StreamFate.COPIED if plan.joining is None else StreamFate.JOINED
        stream = _copied_stream(output, source, plan.configuration)
    else:
        reason = plan
        form = form_of(source, clock.unit, found.bit_rate(source.index))
        stream, form = _encoded_stream(output, source, form)
        least = shown.sorted[0] if shown.sorted else 0
        everything = [_piece(max(1, len(found.pictures.times)), least, is_encoded=True)]
        plan = _Joined(everything, DecodingTimes(_NOTHING_JOINED, 0, 1), form)
    stream.time_base = clock.unit
    source.thread_type = "AUTO"
    source.codec_context.options = {"max_pixels": str(PICTURE_MAX_PIXELS)}
    lane = PictureLane(
        source,
        stream,
        plan.pieces,
        shown,
        clock,
        Canvas(blurs, hidden, base, origin),
        plan.decoding,
        plan.form,
        plan.joining,
    )
    return lane, RenderedStream(source.index, StreamKind.VIDEO, fate, reason)


def _joined(facts: _Facts) -> _Joined | str:
    """Return how copied and new pictures are joined, or why they cannot be, as a code."""
    times, shown, clock = facts.found.pictures, facts.shown, facts.clock
    family = pyav_reader.FAMILIES.get(facts.source.container.format.name.split(",")[0], "")
    codec = facts.source.codec_context.codec.canonical_name
    if not times.is_complete or times.has_hidden or not _is_rising(shown, len(times.times)):
        return "times"
    if family not in COPYABLE_FAMILIES or codec not in _COPYABLE[facts.muxer]:
        return "container"
    form = form_of(facts.source, clock.unit, facts.found.bit_rate(facts.source.index))
    delay = delay_of(times.times, shown.sorted)
    decoding = _decoding_times(facts, delay)
    if not facts.has_cuts and not any(map(facts.is_touched, shown.sorted)):
        return _Joined(
            [_piece(len(times.times), shown.sorted[0], is_encoded=False)], decoding, form
        )
    if codec != "h264":
        return "codec"
    pieces = plan_pieces(times, facts.is_touched, clock.is_removed)
    if pieces is None or times.has_sets:
        return "groups"
    if not any(piece.is_encoded for piece in pieces):
        return _Joined(pieces, decoding, form)
    context = facts.source.codec_context
    if (form.width, form.height) != (context.width, context.height):
        return "size"
    try:
        sets = h264.read_configuration(context.extradata)
        sequence = [h264.read_sequence_set(unit) for unit in sets.sequence]
        profile = h264.PROFILES.get(sequence[0].profile, "")
        if not profile or not all(item.is_progressive for item in sequence):
            return "profile"
        form = replace(form, profile=profile, is_reordered=delay > 0)
        joining = JoiningEncoder(form, sets.free_id())
        configuration = h264.joined_configuration(sets, joining.header)
    except (MalformedError, ResourceError):
        # The source's profile or level does not go with what libx264 makes.
        return "profile"
    return _Joined(pieces, decoding, form, joining, configuration)


def _piece(count: int, shown_from: int, *, is_encoded: bool) -> Piece:
    """Return one piece of all pictures."""
    return Piece(0, count, is_encoded=is_encoded, decode_from=0, shown_from=shown_from)


def _is_rising(shown: ShownTimes, count: int) -> bool:
    """Return whether every picture has a time of its own."""
    times = shown.sorted
    if not count or len(times) != count:
        return False
    return all(times[place] < times[place + 1] for place in range(count - 1))


def _decoding_times(facts: _Facts, delay: int) -> DecodingTimes:
    clock = facts.clock
    kept = (clock.moved(tick) for tick in facts.shown.sorted if not clock.is_removed(tick))
    step = round(facts.shown.usual_step * facts.base / clock.unit)
    return DecodingTimes(array("q", kept) or _NOTHING_JOINED, delay, max(1, step))


def _copied_stream(output: OutputContainer, source: VideoStream, configuration: bytes) -> Stream:
    try:
        stream = output.add_stream_from_template(source, opaque=True)
    except ValueError as exc:
        raise ResourceError("redaction.no-container") from exc
    if configuration:
        stream.codec_context.extradata = configuration
    shape = source.sample_aspect_ratio
    if shape is not None:
        # The container's word on the shape of pixels goes before the codec's.
        stream.codec_context.sample_aspect_ratio = shape
    return stream


def _encoded_stream(
    output: OutputContainer, source: VideoStream, form: PictureForm
) -> tuple[VideoStream, PictureForm]:
    first = _first_frame(Path(source.container.name.removeprefix("file:")))
    if first is not None and first.interlaced_frame:
        form = replace(form, is_interlaced=True)
    stream = output.add_stream("libx264", rate=form.rate)
    set_up(stream.codec_context, form, None)
    if first is not None and first.rotation:
        stream.set_display_rotation(first.rotation)
    return stream, form


def _first_frame(path: Path) -> VideoFrame | None:
    try:
        return pyav_reader.first_picture(path)
    except InputError:
        return None
