"""The packets' hash trees: what later shows that an excerpt is a piece of this recording.

A leaf's data is 40 bytes: the SHA-256 of the packet's payload (32 bytes), then the packet's time as
a signed 64-bit number, most significant byte first. The time is the presentation time in units of
the stream's time base; where the container gives none (AVI, transport streams) it is the decoding
time, and where there is neither it is ``NO_TIME``, ``80 00 00 00 00 00 00 00``. The leaf hash is
that of RFC 9162, SHA-256 of ``00`` and the data. Packets without payload are no leaves.

The decoder's settings are no part of it: containers write them in forms of their own, so that they
do not compare between a recording and its excerpt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import LimitError
from consentkit.media.bounds import PACKETS_MAX
from consentkit.tlog.merkle import MerkleTree, leaf_hash

if TYPE_CHECKING:
    # Whoever only checks leaves needs no decoder.
    from av.packet import Packet
    from av.stream import Stream

NO_TIME = -(2**63)
"""Stands for the time of a packet that has none; FFmpeg's own mark for it."""

_BATCH = 1024


def payload_digest(packet: Packet[Stream]) -> bytes:
    """Return the SHA-256 of a packet's payload."""
    return hashlib.sha256(packet).digest()


def packet_time(packet: Packet[Stream]) -> int | None:
    """Return when a packet is shown, else when it is decoded, in its stream's time base."""
    return packet.dts if packet.pts is None else packet.pts


def packet_leaf(digest: bytes, time: int | None) -> bytes:
    """Return the leaf hash of a packet from the SHA-256 of its payload and its time."""
    at = NO_TIME if time is None else time
    return leaf_hash(digest + at.to_bytes(8, "big", signed=True))


class PacketTrees:
    """One growing tree per stream of a recording.

    Leaves wait in small batches, because the tree takes many at once several times faster.
    """

    def __init__(self, time_bases: Sequence[Fraction], origin: Fraction) -> None:
        """Begin with no packets.

        Args:
            time_bases: Time base of every stream in seconds.
            origin: The moment of the container's clock, in seconds, where the recording begins.
        """
        self._time_bases = tuple(time_bases)
        self._origin = origin
        self._trees = [MerkleTree() for _ in time_bases]
        self._waiting: list[list[bytes]] = [[] for _ in time_bases]
        self._total = 0

    def add(self, packet: Packet[Stream]) -> int | None:
        """Take the next packet; return its leaf's index, or None when it has no payload.

        Raises:
            LimitError: ``media.packets``: there are more than any recording has.
        """
        index = packet.stream_index
        if not packet.size or index >= len(self._trees):
            return None
        self._total += 1
        if self._total > PACKETS_MAX:
            raise LimitError("media.packets", limit=PACKETS_MAX)
        waiting = self._waiting[index]
        waiting.append(packet_leaf(payload_digest(packet), packet_time(packet)))
        position = len(self._trees[index]) + len(waiting) - 1
        if len(waiting) >= _BATCH:
            self._settle(index)
        return position

    def tree(self, stream_index: int) -> MerkleTree:
        """Return the tree of one stream with every packet added so far."""
        self._settle(stream_index)
        return self._trees[stream_index]

    def summaries(self) -> tuple[PacketTree, ...]:
        """Return size, root and clock of every tree."""
        return tuple(
            PacketTree(
                index, len(self.tree(index)), self.tree(index).root().hex(), time_base, self._origin
            )
            for index, time_base in enumerate(self._time_bases)
        )

    def _settle(self, index: int) -> None:
        waiting = self._waiting[index]
        if waiting:
            self._trees[index].extend(waiting)
            waiting.clear()
