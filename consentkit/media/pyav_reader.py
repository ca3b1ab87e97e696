"""Opening recordings that come from outside, with PyAV.

What keeps a hostile file from more than wasting its own decoder's time:

- only listed containers are tried, so playlists, scripts and image patterns are never recognised;
- the name is passed with ``file:`` and only that protocol is allowed, also for whatever a
  container would open by itself, and external data references are off;
- only listed decoders run;
- counts of streams, pixels and channels are bounded.

It all happens in a process without keys; see ``consentkit.media.worker``.
"""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import av
import av.error
import av.logging
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.domain.recording import StreamInfo, StreamKind
from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.media.bounds import (
    AUDIO_MAX_CHANNELS,
    OPENING_PACKETS_MAX,
    PICTURE_MAX_PIXELS,
    STREAMS_MAX,
)
from consentkit.media.files import check_regular, lacks_index

FAMILIES = {
    "mov": "mp4",
    "matroska": "matroska",
    "flv": "flv",
    "avi": "avi",
    "mpegts": "mpegts",
    "mpeg": "mpeg",
    "nut": "nut",
}
"""First name of FFmpeg's demuxer to the name of the container's family."""

FORMAT_WHITELIST = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,flv,avi,mpegts,mpeg,nut"

PIXEL_SHAPE_MIN, PIXEL_SHAPE_MAX = Fraction(1, 4), Fraction(4)
"""Pixels narrower or wider than this are a mistake in the file and count as square."""

PICTURE_CODECS = frozenset({
    "h264",
    "hevc",
    "vp8",
    "vp9",
    "av1",
    "mpeg4",
    "mpeg2video",
    "mpeg1video",
    "h263",
    "h263p",
    "flv",
    "flv1",
    "mjpeg",
    "vp6",
    "vp6f",
    "msmpeg4",
    "msmpeg4v2",
    "msmpeg4v3",
    "prores",
    "ffv1",
    "rawvideo",
})
SOUND_CODECS = frozenset({
    "aac",
    "aac_latm",
    "mp3",
    "mp3float",
    "mp2",
    "mp2float",
    "opus",
    "libopus",
    "vorbis",
    "libvorbis",
    "ac3",
    "eac3",
    "flac",
    "alac",
    "amrnb",
    "amrwb",
    "amr_nb",
    "amr_wb",
    "libopencore_amrnb",
    "libopencore_amrwb",
    "speex",
    "libspeex",
    "nellymoser",
    "pcm_s16le",
    "pcm_s16be",
    "pcm_u8",
    "pcm_s24le",
    "pcm_s24be",
    "pcm_s32le",
    "pcm_s32be",
    "pcm_f32le",
    "pcm_f32be",
    "pcm_alaw",
    "pcm_mulaw",
    "pcm_bluray",
    "adpcm_ms",
    "adpcm_ima_wav",
    "adpcm_swf",
})
_PICTURE_DECODERS = PICTURE_CODECS | {"libdav1d", "libvpx", "libvpx-vp9", "libaom-av1"}

_OPTIONS = {
    "format_whitelist": FORMAT_WHITELIST,
    "protocol_whitelist": "file",
    "codec_whitelist": ",".join(sorted(_PICTURE_DECODERS | SOUND_CODECS)),
    "enable_drefs": "0",
    "use_absolute_path": "0",
    "max_streams": str(STREAMS_MAX),
    "max_pixels": str(PICTURE_MAX_PIXELS),
}

PICTURE_OPTIONS = {"skip_loop_filter": "all", "max_pixels": str(PICTURE_MAX_PIXELS)}
"""Settings of a decoder of small pictures."""

_DECODER_THREADS_MAX = 4

DECODING_ERRORS = (av.error.FFmpegError, ValueError, IndexError)
"""What PyAV raises for bad data; an IndexError when a stream appears that the header left out."""

# FFmpeg's messages quote file names and come at any rate a hostile file likes.
av.logging.set_level(None)


@contextlib.contextmanager
def open_untrusted(path: Path) -> Iterator[InputContainer]:
    """Yield the container of a file from outside; closed when the block ends.

    FFmpeg's errors that leave the block become errors of ours.

    Raises:
        InputError: ``file.unreadable``, ``file.not-regular``.
        MalformedError: ``media.empty``, ``media.not-media``, ``media.index-missing``,
            ``media.no-streams``, ``media.unreadable``.
        LimitError: ``media.streams``, ``media.memory``.
    """
    check_regular(path)
    # "file:" makes a name like "http:x" or "concat:a|b" a plain name.
    try:
        with translated():
            container = av.open(
                f"file:{path}", mode="r", options=_OPTIONS, metadata_errors="replace"
            )
    except MalformedError as exc:
        if lacks_index(path):
            raise MalformedError("media.index-missing") from exc
        raise
    try:
        with translated():
            if len(container.streams) > STREAMS_MAX:
                raise LimitError("media.streams", limit=STREAMS_MAX)
            if not container.streams:
                raise MalformedError("media.no-streams")
            yield container
    finally:
        container.close()


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn FFmpeg's errors that leave the block into errors of ours."""
    try:
        yield
    except MemoryError as exc:
        raise LimitError("media.memory") from exc
    except (av.error.FileNotFoundError, av.error.PermissionError) as exc:
        raise InputError("file.unreadable") from exc
    except (av.error.InvalidDataError, av.error.EOFError, av.error.ArgumentError) as exc:
        # A container that is recognised but not listed is an argument error to FFmpeg.
        raise MalformedError("media.not-media") from exc
    except av.error.OSError as exc:
        raise resource_error(exc) from exc
    except av.error.FFmpegError as exc:
        raise MalformedError("media.unreadable") from exc


def family(container: InputContainer) -> str:
    """Return the name of the container's family ("mp4", "matroska", ...)."""
    return FAMILIES.get(container.format.name.split(",")[0], "unknown")


def picture_stream(container: InputContainer) -> VideoStream | None:
    """Return the stream of moving pictures that is decoded, or None."""
    candidates = [stream for stream in container.streams.video if _is_picture(stream)]
    best = container.streams.best("video")
    for stream in candidates:
        if best is not None and stream.index == best.index:
            return stream
    return candidates[0] if candidates else None


def sound_streams(container: InputContainer) -> list[AudioStream]:
    """Return every stream of sound that decodes; microphones often have tracks of their own."""
    return [stream for stream in container.streams.audio if _is_sound(stream)]


def sound_stream(container: InputContainer) -> AudioStream | None:
    """Return the stream of sound that is decoded, or None."""
    candidates = sound_streams(container)
    best = container.streams.best("audio")
    for stream in candidates:
        if best is not None and stream.index == best.index:
            return stream
    return candidates[0] if candidates else None


def prepare_picture(stream: VideoStream, *, keyframes_only: bool = False) -> None:
    """Set the decoder up for small pictures: threads, no loop filter, a bound on pixels.

    Leaving the loop filter out changes a 320x180 picture by about one grey level and saves a
    tenth to a quarter of the time.
    """
    context = stream.codec_context
    threads = 1 if keyframes_only else decoder_threads(os.cpu_count() or 1)
    stream.thread_type = "SLICE" if threads == 1 else "AUTO"
    context.thread_count = threads
    context.options = PICTURE_OPTIONS
    if keyframes_only:
        context.skip_frame = "NONKEY"


def decoder_threads(cores: int) -> int:
    """Return how many threads decode a recording's pictures.

    Every thread more costs some CPU, a tenth for the second one, and a picture's memory. On two
    cores the taps have the other one.
    """
    return max(1, min(_DECODER_THREADS_MAX, cores - 1))


def first_picture(path: Path) -> VideoFrame | None:
    """Return the first picture that decodes near the beginning; None when there is none.

    Raises:
        InputError: As ``open_untrusted``.
    """
    with open_untrusted(path) as container:
        stream = picture_stream(container)
        if stream is None:
            return None
        prepare_picture(stream)
        packets = container.demux(stream)
        for _ in range(OPENING_PACKETS_MAX):
            try:
                packet = next(packets, None)
                frames = [] if packet is None else packet.decode()
            except DECODING_ERRORS:
                continue
            if packet is None:
                return None
            if frames:
                return frames[0]
    return None


def describe_streams(container: InputContainer, first: VideoFrame | None) -> tuple[StreamInfo, ...]:
    """Return the facts of every stream.

    Args:
        container: The open container.
        first: The first picture of ``picture_stream``, which knows how it is turned.
    """
    shown = picture_stream(container)
    infos: list[StreamInfo] = []
    for stream in container.streams:
        turn = 0
        if first is not None and shown is not None and stream.index == shown.index:
            turn = quarter_turns(first) * 90
        infos.append(_describe(stream, turn))
    return tuple(infos)


def quarter_turns(frame: VideoFrame) -> int:
    """Return how many quarter turns counter-clockwise bring the frame upright, 0 to 3."""
    return round(frame.rotation / 90) % 4


def shown_size(
    width_px: int, height_px: int, pixel_shape: Fraction | None, turns: int
) -> tuple[int, int]:
    """Return width and height as shown, from the coded size, the pixels' shape and the turns."""
    if pixel_shape is not None and PIXEL_SHAPE_MIN <= pixel_shape <= PIXEL_SHAPE_MAX:
        width_px = round(width_px * pixel_shape)
    return (height_px, width_px) if turns % 2 else (width_px, height_px)


def origin(container: InputContainer) -> Fraction:
    """Return the earliest start of picture and sound in seconds, the zero of all our times."""
    starts = [
        stream.start_time * stream.time_base
        for stream in (picture_stream(container), sound_stream(container))
        if stream is not None and stream.start_time is not None and stream.time_base is not None
    ]
    return min(starts, default=Fraction(0))


def time_bases(container: InputContainer) -> tuple[Fraction, ...]:
    """Return what the times of every stream's packets count in, in seconds."""
    return tuple(stream.time_base or Fraction(1, av.time_base) for stream in container.streams)


def claimed_duration(container: InputContainer) -> Fraction | None:
    """Return the seconds the header claims, or None when it claims nothing sensible."""
    if container.duration is None or container.duration <= 0:
        return None
    return Fraction(container.duration, av.time_base)


def claimed_creation(container: InputContainer) -> datetime | None:
    """Return when the recorder says the file was made, as UTC; None when it does not say."""
    text = container.metadata.get("creation_time", "")
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    # Recorders without a clock write 1904 or 1970, the zero of their format.
    year_of_first_recorder = 1990
    if instant.year < year_of_first_recorder:
        return None
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _is_picture(stream: VideoStream) -> bool:
    context = stream.codec_context
    return (
        _has_decoder(stream)
        and context.codec.name.removeprefix("lib") in _PICTURE_NAMES
        and not stream.disposition & Disposition.attached_pic
        and 0 < context.width * context.height <= PICTURE_MAX_PIXELS
    )


def _is_sound(stream: AudioStream) -> bool:
    context = stream.codec_context
    return (
        _has_decoder(stream)
        and context.codec.name in SOUND_CODECS
        and 0 < context.channels <= AUDIO_MAX_CHANNELS
        and context.sample_rate > 0
    )


def _has_decoder(stream: Stream) -> bool:
    # The context is None when FFmpeg knows no decoder, which its type does not say.
    return getattr(stream, "codec_context", None) is not None


_PICTURE_NAMES = {name.removeprefix("lib") for name in _PICTURE_DECODERS}


def _describe(stream: Stream, rotation_deg: int) -> StreamInfo:
    codec = stream.codec_context.codec.canonical_name if _has_decoder(stream) else "unknown"
    if isinstance(stream, VideoStream) and _is_picture(stream):
        context = stream.codec_context
        width, height = shown_size(
            context.width, context.height, stream.sample_aspect_ratio, rotation_deg // 90
        )
        return StreamInfo(
            index=stream.index,
            kind=StreamKind.VIDEO,
            codec=codec,
            width_px=width,
            height_px=height,
            rotation_deg=rotation_deg,
            average_rate=stream.average_rate or None,
        )
    if isinstance(stream, AudioStream) and _is_sound(stream):
        return StreamInfo(
            index=stream.index,
            kind=StreamKind.AUDIO,
            codec=codec,
            channels=stream.codec_context.channels,
            sample_rate_hz=stream.codec_context.sample_rate,
        )
    return StreamInfo(index=stream.index, kind=StreamKind.OTHER, codec=codec)
