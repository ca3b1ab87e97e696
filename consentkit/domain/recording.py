"""A recording as it was when it was added: what identifies it and what is in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction


class StreamKind(StrEnum):
    """What a stream carries."""

    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """One stream of a container.

    Attributes:
        index: Its index in the container.
        kind: What it carries.
        codec: Codec name ("h264", "aac").
        width_px: Width as shown, after rotation; 0 for sound.
        height_px: Height as shown; 0 for sound.
        average_rate: Frames per second on average; None for sound or when unknown.
        sample_rate_hz: Samples per second; 0 for pictures.
        channels: Sound channels; 0 for pictures.
        rotation_deg: Rotation the container asks for: 0, 90, 180 or 270.
    """

    index: int
    kind: StreamKind
    codec: str
    width_px: int = 0
    height_px: int = 0
    average_rate: Fraction | None = None
    sample_rate_hz: int = 0
    channels: int = 0
    rotation_deg: int = 0


@dataclass(frozen=True, slots=True)
class PacketTree:
    """Commitment to every packet of one stream: RFC 9162 tree over payloads and their times.

    Attributes:
        stream_index: The stream.
        size: Number of packets.
        root: Root hash, hexadecimal.
        time_base: Seconds that the packets' times count in.
        origin: The moment of the container's clock, in seconds, where the recording begins; the
            same for all its streams. Ranges within the recording count from it.
    """

    stream_index: int
    size: int
    root: str
    time_base: Fraction
    origin: Fraction


@dataclass(frozen=True, slots=True)
class Damage:
    """What of a recording could not be read.

    Attributes:
        error_count: Packets or frames that did not decode.
        first_at: Time of the first one in seconds; None when unknown.
        is_truncated: The file ends before its streams do.
        header_duration: What the header claims, where it differs by more than a second.
    """

    error_count: int = 0
    first_at: Fraction | None = None
    is_truncated: bool = False
    header_duration: Fraction | None = None

    @property
    def is_any(self) -> bool:
        """Whether anything is amiss."""
        return self.error_count > 0 or self.is_truncated


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded file, referenced and never copied.

    Attributes:
        id: Identifier in this vault.
        title: The file's name when it was added, as plain text.
        sha256: Digest of the whole file, hexadecimal.
        size_bytes: Size of the file.
        container: Container ("mp4", "matroska").
        duration: Seconds that are really there.
        streams: What it holds.
        packet_trees: One commitment per video and audio stream.
        is_variable_rate: Frames come at changing distances.
        damage: What could not be read.
        added_at: When it was added.
        claimed_start_at: When the recording began, as its header or file date claims.
    """

    id: str
    title: str
    sha256: str
    size_bytes: int
    container: str
    duration: Fraction
    streams: tuple[StreamInfo, ...]
    packet_trees: tuple[PacketTree, ...]
    is_variable_rate: bool
    damage: Damage
    added_at: datetime
    claimed_start_at: datetime | None = None

    @property
    def picture(self) -> StreamInfo | None:
        """The first video stream, if any."""
        return next((item for item in self.streams if item.kind is StreamKind.VIDEO), None)

    @property
    def sound(self) -> StreamInfo | None:
        """The first audio stream, if any."""
        return next((item for item in self.streams if item.kind is StreamKind.AUDIO), None)
