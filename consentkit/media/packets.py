"""The packets' hash trees: what later shows that an excerpt is a piece of this recording."""

from __future__ import annotations

import hashlib

from av.packet import Packet
from av.stream import Stream

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import LimitError
from consentkit.media.bounds import PACKETS_MAX
from consentkit.tlog.merkle import MerkleTree, leaf_hash

_BATCH = 1024


def payload_leaf(packet: Packet[Stream]) -> bytes:
    """Return the leaf hash of a packet: RFC 9162 over the SHA-256 of its payload."""
    return leaf_hash(hashlib.sha256(packet).digest())


class PacketTrees:
    """One growing tree per stream of a recording.

    Leaves wait in small batches, because the tree takes many at once several times faster.
    """

    def __init__(self, stream_count: int) -> None:
        self._trees = [MerkleTree() for _ in range(stream_count)]
        self._waiting: list[list[bytes]] = [[] for _ in range(stream_count)]
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
        waiting.append(payload_leaf(packet))
        position = len(self._trees[index]) + len(waiting) - 1
        if len(waiting) >= _BATCH:
            self._settle(index)
        return position

    def tree(self, stream_index: int) -> MerkleTree:
        """Return the tree of one stream with every packet added so far."""
        self._settle(stream_index)
        return self._trees[stream_index]

    def summaries(self) -> tuple[PacketTree, ...]:
        """Return size and root of every tree."""
        return tuple(
            PacketTree(index, len(self.tree(index)), self.tree(index).root().hex())
            for index in range(len(self._trees))
        )

    def _settle(self, index: int) -> None:
        waiting = self._waiting[index]
        if waiting:
            self._trees[index].extend(waiting)
            waiting.clear()
