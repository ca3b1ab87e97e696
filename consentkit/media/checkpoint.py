"""How far a scan has come: enough to go on after a crash or a stop, in a process of its own.

The costly part, decoded pictures, is not done again. Packets are read and hashed again from the
beginning, which costs a hundredth of it and shows that the file is still the one the scan began
with; sound is decoded again, which costs another hundredth and leaves no seam.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consentkit.kernel.errors import MalformedError
from consentkit.media.plain_state import pack_state, unpack_state
from consentkit.media.taps.base import Tap

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A moment of a scan when every tap had taken what was decoded until then.

    Attributes:
        file_state: Size and time of change of the file.
        packets: How many packets had been taken.
        roots: Root of every stream's packet tree at that moment.
        decode_from: Number of the packet, a keyframe, from which pictures are decoded again.
        picture: State of the picture lane; None without picture.
        sound_blocks: How many blocks of sound the taps had taken.
        taps: By name, the version and the state of every tap.
    """

    file_state: tuple[int, int]
    packets: int
    roots: tuple[str, ...]
    decode_from: int
    picture: Mapping[str, object] | None
    sound_blocks: int
    taps: Mapping[str, tuple[int, bytes]]

    def fits(self, file_state: tuple[int, int], taps: Sequence[Tap]) -> bool:
        """Return whether it was taken of such a file with these very taps."""
        versions = {name: version for name, (version, _) in self.taps.items()}
        return self.file_state == file_state and versions == {tap.name: tap.version for tap in taps}

    def restore(self, taps: Sequence[Tap]) -> None:
        """Fill fresh taps, which have begun, with their states.

        Raises:
            MalformedError: ``media.state``: a state does not fit.
        """
        for tap in taps:
            unpack_state(self.taps[tap.name][1], tap)


def tap_states(taps: Sequence[Tap]) -> dict[str, tuple[int, bytes]]:
    """Return version and state of every tap, by name.

    Raises:
        MalformedError: ``media.state``: a tap holds what cannot be kept.
    """
    return {tap.name: (tap.version, pack_state(tap)) for tap in taps}


def encode_checkpoint(checkpoint: Checkpoint) -> bytes:
    """Return a checkpoint as bytes."""
    return pack_state({
        "format": FORMAT,
        "file_state": checkpoint.file_state,
        "packets": checkpoint.packets,
        "roots": checkpoint.roots,
        "decode_from": checkpoint.decode_from,
        "picture": checkpoint.picture,
        "sound_blocks": checkpoint.sound_blocks,
        "taps": dict(checkpoint.taps),
    })


def decode_checkpoint(data: bytes) -> Checkpoint:
    """Return the checkpoint that ``encode_checkpoint`` wrote.

    Raises:
        MalformedError: ``media.state``: it is something else, or of another version.
    """
    fields = unpack_state(data)
    if not isinstance(fields, dict) or fields.pop("format", None) != FORMAT:
        raise MalformedError("media.state")
    try:
        return Checkpoint(**fields)
    except TypeError as exc:
        raise MalformedError("media.state") from exc
