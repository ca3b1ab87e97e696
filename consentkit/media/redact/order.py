"""What is to be done to a video, and what was written; values only, so that no codec is loaded.

All times are seconds of the video from its origin, before any cut, unless said otherwise.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.recording import StreamKind
from consentkit.domain.redaction import FaceTrack
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange, union

SUFFIXES = {".mp4": "mp4", ".m4v": "mp4", ".mov": "mov", ".mkv": "matroska"}
"""Endings a redacted video may have, and the container that is written for them."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A stretch in which sound is silenced.

    Attributes:
        range: The stretch.
        streams: Indexes of the streams of the file that are silenced; None for all sound.
    """

    range: TimeRange
    streams: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class RedactOrder:
    """What is to be done to one video.

    Attributes:
        blurs: Stretches with the face that is blurred in each; where the track has no box nothing
            is blurred.
        hidden: Stretches in which the whole picture is covered.
        muted: Stretches in which sound is silenced.
        altered: Stretches in which every voice is changed; it can still be known.
        cuts: Stretches that are taken out, picture and sound.
        voice_seed: What the changed voices wander by; the same seed gives the same sound.

    Raises:
        MalformedError: A stretch is empty, or the seed is negative.
    """

    blurs: tuple[tuple[TimeRange, FaceTrack], ...] = ()
    hidden: tuple[TimeRange, ...] = ()
    muted: tuple[Quiet, ...] = ()
    altered: tuple[TimeRange, ...] = ()
    cuts: tuple[TimeRange, ...] = ()
    voice_seed: int = 0

    def __post_init__(self) -> None:
        """Refuse stretches without time."""
        stretches = (
            *(stretch for stretch, _ in self.blurs),
            *self.hidden,
            *(quiet.range for quiet in self.muted),
            *self.altered,
            *self.cuts,
        )
        if self.voice_seed < 0 or any(stretch.duration <= 0 for stretch in stretches):
            raise MalformedError("redaction.order")

    @property
    def removed(self) -> tuple[TimeRange, ...]:
        """The cuts in order, those that touch as one; what ``after_cuts`` takes."""
        return union(self.cuts)


class StreamFate(StrEnum):
    """What became of a stream of the source."""

    COPIED = "copied"  # Packet by packet.
    JOINED = "joined"  # Copied where nothing was done, encoded anew where something was.
    ENCODED = "encoded"  # All of it was encoded anew.
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RenderedStream:
    """One stream of the source and what became of it.

    Attributes:
        source_index: Its index in the source.
        kind: What it is.
        fate: What became of it.
        reason: Why it was dropped, or its picture not joined, as a code; empty otherwise.
    """

    source_index: int
    kind: StreamKind
    fate: StreamFate
    reason: str = ""


class DoubtKind(StrEnum):
    """Why a stretch of the written file deserves a look."""

    FACE = "face"  # The detector still finds a face where one was blurred.
    SOUND = "sound"  # A silenced stretch is not silent.
    PICTURE = "picture"  # Pictures do not decode.


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of the written file, in its own seconds, that deserves a look."""

    kind: DoubtKind
    range: TimeRange


@dataclass(frozen=True, slots=True)
class RenderResult:
    """A redacted video that was written whole and looked at again.

    Attributes:
        sha256: Digest of the file, 64 lower-case hexadecimal digits.
        size_bytes: Its size.
        duration: Its seconds.
        copied_s: Seconds of picture that were copied without a change.
        encoded_s: Seconds of picture that were encoded anew.
        streams: What became of every stream of the source, in order.
        doubts: What looking at the written file again left in doubt, in order of time.
    """

    sha256: str
    size_bytes: int
    duration: Fraction
    copied_s: Fraction
    encoded_s: Fraction
    streams: tuple[RenderedStream, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def kept(self) -> tuple[RenderedStream, ...]:
        """The streams of the source that are in the file."""
        return tuple(item for item in self.streams if item.fate is not StreamFate.DROPPED)
