"""What a scan finds out about a recording; values only, so that no codec is loaded to hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from consentkit.domain.recording import Damage, PacketTree, StreamInfo
from consentkit.media.taps.base import TapResult


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What the one decode pass found.

    Attributes:
        sha256: Digest of the whole file, 64 lower-case hexadecimal digits.
        size_bytes: Size of the file.
        container: Name of the container's family ("mp4", "matroska", "flv", "avi", "mpegts",
            "mpeg", "nut").
        streams: Facts of every stream, in order.
        duration: Seconds from the start to the end of the last picture or sound that is there.
        is_variable_rate: Whether pictures come at uneven distances.
        damage: What could not be read.
        packet_trees: One per stream, in order; see ``packets`` for what a leaf is.
        claimed_start_at: When the recorder says it was made (claimed, not proved), or None.
        taps: Results of the taps by name.
        tap_versions: Versions of the taps by name.
        is_quick: Whether only keyframes were decoded of the picture.
    """

    sha256: str
    size_bytes: int
    container: str
    streams: tuple[StreamInfo, ...]
    duration: Fraction
    is_variable_rate: bool
    damage: Damage
    packet_trees: tuple[PacketTree, ...]
    claimed_start_at: datetime | None
    taps: Mapping[str, TapResult]
    tap_versions: Mapping[str, int]
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class Thumb:
    """One picture of a recording.

    Attributes:
        at: Its time in seconds from the start of the recording.
        jpeg: The picture as a JPEG file.
    """

    at: Fraction
    jpeg: bytes
