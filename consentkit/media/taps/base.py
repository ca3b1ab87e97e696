"""What a tap is: a consumer of the one decode pass.

The scan decodes a recording once and hands every tap what it asked for, in order of time. A tap
never opens the file, never keeps whole frames, and gives a small ``TapResult`` at the end. Its
``version`` changes whenever the same input would give another result, so that stored results of an
older version are computed anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

FRAME_WIDTH_PX = 320
FRAME_HEIGHT_PX = 180
FRAMES_PER_SECOND = 4
AUDIO_RATE_HZ = 16_000
GRID_ROWS, GRID_COLUMNS = 36, 64


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What a tap may know before the first frame.

    Attributes:
        width_px: Width of the picture as shown (after rotation), 0 without picture.
        height_px: Height of the picture as shown, 0 without picture.
        has_picture: Whether there is a video stream that decodes.
        has_sound: Whether there is an audio stream that decodes.
        is_quick: Whether only keyframes are decoded of the picture; the sound is always whole.
    """

    width_px: int
    height_px: int
    has_picture: bool
    has_sound: bool
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class SampledFrame:
    """One frame of the 4-per-second sampling, squeezed to 320x180 whatever its shape was.

    Attributes:
        at: Presentation time in seconds from the start of the recording.
        gray: ``(180, 320) uint8``, luma, area-averaged; shared between taps, never written to.
        is_keyframe: Whether the decoder marked it as a keyframe.
    """

    at: Fraction
    gray: NDArray[np.uint8]
    is_keyframe: bool


@dataclass(frozen=True, slots=True)
class DetailFrame:
    """One frame in its true shape, for taps that need more than 320x180.

    Attributes:
        at: Presentation time in seconds from the start of the recording.
        gray: ``(height, width) uint8``, luma, area-averaged, upright, pixels square; its longer
            side is what the tap asked for, or less when the picture is smaller.
        is_keyframe: Whether the decoder marked it as a keyframe.
    """

    at: Fraction
    gray: NDArray[np.uint8]
    is_keyframe: bool


@dataclass(frozen=True, slots=True)
class GridFrame:
    """Points of one decoded frame, cheap enough to be taken of every one.

    Attributes:
        at: Presentation time in seconds from the start of the recording.
        points: ``(GRID_ROWS, GRID_COLUMNS) uint8``, single luma values at even distances over the
            picture as it is coded (not turned upright).
    """

    at: Fraction
    points: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class AudioBlock:
    """A run of sound without gaps.

    Attributes:
        at: Time of the first sample in seconds from the start of the recording.
        samples: ``(n,) float32`` mono at 16 kHz in [-1, 1]; shared between taps.
    """

    at: Fraction
    samples: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TapResult:
    """What a tap leaves behind: named arrays and small values that fit into JSON.

    Attributes:
        arrays: Name to array; integer, float or uint8, no objects.
        values: Name to str, int, float, bool, None, or lists and dicts of them.
    """

    arrays: Mapping[str, NDArray[np.generic]]
    values: Mapping[str, object]


class Tap(Protocol):
    """A consumer of the decode pass; what one does not ask for, it leaves to the bodies here.

    Attributes:
        name: Stable name, the key of its result.
        version: Counts up with every change of its results.
    """

    name: str
    version: int

    def begin(self, facts: StreamFacts) -> None:
        """Take what is known before the first frame."""
        del facts

    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next sampled frame."""
        del frame

    def on_audio(self, block: AudioBlock) -> None:
        """Take the next block of sound."""
        del block

    def finish(self) -> TapResult:
        """Return the result; called once, after the last frame, also when the file broke off."""
        ...


@runtime_checkable
class DetailTap(Tap, Protocol):
    """A tap that is also handed frames in their true shape.

    Attributes:
        detail_side_px: Length of the longer side it asks for.
        detail_per_second: Frames per second it asks for: 1, 2 or 4.
    """

    detail_side_px: int
    detail_per_second: int

    def on_detail(self, frame: DetailFrame) -> None:
        """Take the next frame in its true shape; ``on_frame`` has had the same moment before."""
        ...


@runtime_checkable
class GridTap(Tap, Protocol):
    """A tap that is also handed a few points of every single frame that is decoded."""

    def on_grid(self, frame: GridFrame) -> None:
        """Take the points of the next frame, before ``on_frame`` has it if it is sampled."""
        ...
