"""The hash tree of RFC 9162: roots, and proofs that entries, prefixes and ranges lie in a tree.

Leaf hashes are ``SHA-256(0x00 || data)``, inner nodes ``SHA-256(0x01 || left || right)``; the tree
over ``n > 1`` leaves splits at the largest power of two below ``n``.

A stored log is read through ``ReadNode``: ``read_node(level, position)`` returns the hash over the
leaves ``[position * 2**level, (position + 1) * 2**level)`` and is only ever asked for subtrees that
are complete in the tree in question, about ``2 * log2(size)`` of them per proof.

Invariants:
    Every hash is 32 bytes; verifiers check this of every hash they are given.
    A verifier looks at every hash of a proof: a proof with a hash too many is refused.

Source: RFC 9162 section 2.1.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from consentkit.kernel.errors import MalformedError, VerificationError

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
MAX_TREE_SIZE = 2**63 - 1
"""Largest size a checkpoint can carry in every known verifier (Go's ``int64``)."""

ReadNode = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf that holds ``data``."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of the node above ``left`` and ``right``."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaf_hashes: Sequence[bytes]) -> bytes:
    """Return the root over all of ``leaf_hashes``; SHA-256 of nothing for an empty tree."""
    if not leaf_hashes:
        return EMPTY_ROOT
    level = list(leaf_hashes)
    while len(level) > 1:
        above = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def root(size: int, read_node: ReadNode) -> bytes:
    """Return the root of the stored tree as it was with ``size`` leaves.

    Raises:
        MalformedError: The size is no size of a tree.
    """
    _check_size(size)
    return _subtree(0, size, read_node) if size else EMPTY_ROOT


def append(
    new_leaf_hash: bytes, size: int, read_node: ReadNode
) -> tuple[tuple[int, int, bytes], ...]:
    """Return the nodes that one more leaf completes, as ``(level, position, hash)``.

    Args:
        new_leaf_hash: Hash of the leaf at index ``size``.
        size: Number of leaves before.
        read_node: Reads the nodes stored so far.

    Raises:
        MalformedError: The size or the length of the hash is wrong.
    """
    _check_size(size)
    if len(new_leaf_hash) != HASH_BYTES:
        raise MalformedError("log.hash-length")
    nodes = [(0, size, new_leaf_hash)]
    level, position, value = nodes[0]
    while position % 2:
        value = node_hash(read_node(level, position - 1), value)
        level, position = level + 1, position // 2
        nodes.append((level, position, value))
    return tuple(nodes)


def inclusion_proof(index: int, size: int, read_node: ReadNode) -> tuple[bytes, ...]:
    """Return the sibling hashes of leaf ``index`` from the leaf upwards.

    Raises:
        MalformedError: There is no such leaf in a tree of this size.

    Source: RFC 9162 section 2.1.3.1.
    """
    _check_size(size)
    if not 0 <= index < size:
        raise MalformedError("log.index")
    proof: list[bytes] = []
    start, stop = 0, size
    while stop - start > 1:
        middle = start + _split(stop - start)
        if index < middle:
            proof.append(_subtree(middle, stop, read_node))
            stop = middle
        else:
            proof.append(_subtree(start, middle, read_node))
            start = middle
    return tuple(reversed(proof))


def consistency_proof(old_size: int, new_size: int, read_node: ReadNode) -> tuple[bytes, ...]:
    """Return the hashes that show the tree of ``old_size`` to be the beginning of the newer one.

    Raises:
        MalformedError: The old size is zero or larger than the new one.

    Source: RFC 9162 section 2.1.4.1.
    """
    _check_size(new_size)
    if not 0 < old_size <= new_size:
        raise MalformedError("log.size")
    proof: list[bytes] = []
    start, stop = 0, new_size
    while old_size != stop:
        middle = start + _split(stop - start)
        if old_size <= middle:
            proof.append(_subtree(middle, stop, read_node))
            stop = middle
        else:
            proof.append(_subtree(start, middle, read_node))
            start = middle
    if start:
        # The old tree's last subtree is no root the verifier knows, so it is part of the proof.
        proof.append(_subtree(start, stop, read_node))
    return tuple(reversed(proof))


def range_proof(start: int, stop: int, size: int, read_node: ReadNode) -> tuple[bytes, ...]:
    """Return what shows that the leaves ``[start, stop)`` lie in the tree of ``size`` leaves.

    The proof is the hashes of the largest subtrees of the RFC 9162 tree that hold no leaf of the
    range, in the order of their leaves from left to right: first all those left of the range, the
    first covering leaf 0, then all those right of it, the last covering leaf ``size - 1``. Written
    to a file it is these hashes of 32 bytes one after another. It is empty when the range is the
    whole tree, and has at most ``2 * ceil(log2(size))`` hashes.

    Raises:
        MalformedError: The range is empty or not within the tree.
    """
    _check_size(size)
    if not 0 <= start < stop <= size:
        raise MalformedError("log.range")

    def walk(low: int, high: int) -> Iterator[bytes]:
        if start <= low and high <= stop:
            return
        if high <= start or stop <= low:
            yield _subtree(low, high, read_node)
            return
        middle = low + _split(high - low)
        yield from walk(low, middle)
        yield from walk(middle, high)

    return tuple(walk(0, size))


def verify_inclusion(
    leaf: bytes, index: int, tree_size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that ``leaf`` is entry ``index`` of the tree with this ``root``.

    Args:
        leaf: The entry's leaf hash, 32 bytes.
        index: Position of the entry, from 0.
        tree_size: Number of entries the root covers; greater than ``index``.
        proof: Sibling hashes from the leaf upwards, 32 bytes each.
        root: Root hash from a verified checkpoint, 32 bytes.

    Raises:
        VerificationError: ``log.inclusion``: the proof has the wrong length or leads to another
            root.

    Source: RFC 9162 section 2.1.3.2.
    """
    failed = VerificationError("log.inclusion")
    if not 0 <= index < tree_size <= MAX_TREE_SIZE or not _all_hashes(leaf, root, *proof):
        raise failed
    fn, sn, r = index, tree_size - 1, leaf
    for p in proof:
        if sn == 0:
            raise failed
        if fn % 2 or fn == sn:
            r = node_hash(p, r)
            while not fn % 2 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    if sn != 0 or r != root:
        raise failed


def verify_consistency(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Check that the tree with ``old_root`` is the beginning of the tree with ``new_root``.

    An old size of zero is refused, also against a new size of zero: an empty tree says nothing
    about what follows, and a proof from it would be taken for more than it is.

    Raises:
        VerificationError: ``log.consistency``: sizes, length or a root do not agree.

    Source: RFC 9162 section 2.1.4.2.
    """
    failed = VerificationError("log.consistency")
    if not 0 < old_size <= new_size <= MAX_TREE_SIZE:
        raise failed
    if not _all_hashes(old_root, new_root, *proof):
        raise failed
    if old_size == new_size:
        if proof or old_root != new_root:
            raise failed
        return
    is_power_of_two = old_size & (old_size - 1) == 0
    path = [old_root, *proof] if is_power_of_two else list(proof)
    if not path or not proof:
        raise failed
    fn, sn = old_size - 1, new_size - 1
    while fn % 2:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            raise failed
        if fn % 2 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn % 2 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    if sn != 0 or fr != old_root or sr != new_root:
        raise failed


def verify_range(
    leaf_hashes: Sequence[bytes], start: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that ``leaf_hashes`` are the leaves from ``start`` on of the tree with this ``root``.

    Args:
        leaf_hashes: Hashes of the leaves ``[start, start + len(leaf_hashes))``, at least one.
        start: Index of the first of them.
        size: Number of leaves of the tree.
        proof: As ``range_proof`` orders it.
        root: Root of the tree, 32 bytes.

    Raises:
        VerificationError: ``log.range``: range, length or root do not agree.
    """
    failed = VerificationError("log.range")
    stop = start + len(leaf_hashes)
    if not 0 <= start < stop <= size <= MAX_TREE_SIZE:
        raise failed
    if not _all_hashes(root, *proof) or not _all_hashes(*leaf_hashes):
        raise failed
    rest = iter(proof)

    def walk(low: int, high: int) -> bytes:
        if start <= low and high <= stop:
            return root_of(leaf_hashes[low - start : high - start])
        if high <= start or stop <= low:
            outside = next(rest, None)
            if outside is None:
                raise failed
            return outside
        middle = low + _split(high - low)
        left = walk(low, middle)
        return node_hash(left, walk(middle, high))

    if walk(0, size) != root or next(rest, None) is not None:
        raise failed


class MerkleTree:
    """A tree in memory that only grows; made for the packets of one recording.

    Every level is one run of bytes, so two million leaves take 128 MB and no Python object each.
    Not safe for writing from several threads.
    """

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[bytearray] = [bytearray()]
        self.extend(leaf_hashes)

    def __len__(self) -> int:
        """Return the number of leaves."""
        return len(self._levels[0]) // HASH_BYTES

    def append(self, new_leaf_hash: bytes) -> None:
        """Add one leaf.

        Raises:
            MalformedError: The hash is not 32 bytes long.
        """
        for level, _, value in append(new_leaf_hash, len(self), self.node):
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += value

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Add many leaves; several times faster than one by one.

        Raises:
            MalformedError: A hash is not 32 bytes long; the tree is as before.
        """
        added = list(leaf_hashes)
        if not _all_hashes(*added):
            raise MalformedError("log.hash-length")
        self._levels[0] += b"".join(added)
        self._grow()

    def extend_packed(self, packed: bytes) -> None:
        """Add the leaves whose hashes stand one after another in ``packed``.

        Raises:
            MalformedError: The length is no multiple of 32; the tree is as before.
        """
        if len(packed) % HASH_BYTES:
            raise MalformedError("log.hash-length")
        self._levels[0] += packed
        self._grow()

    def packed_leaves(self, start: int = 0, stop: int | None = None) -> bytes:
        """Return the leaf hashes ``[start, stop)`` one after another, as ``extend_packed`` takes.

        Raises:
            MalformedError: The range is not within the tree.
        """
        end = len(self) if stop is None else stop
        if not 0 <= start <= end <= len(self):
            raise MalformedError("log.range")
        return bytes(self._levels[0][start * HASH_BYTES : end * HASH_BYTES])

    def node(self, level: int, position: int) -> bytes:
        """Return the hash of a complete subtree, as ``ReadNode`` promises.

        Raises:
            MalformedError: There is no such complete subtree.
        """
        if 0 <= level < len(self._levels) and position >= 0:
            start = position * HASH_BYTES
            value = bytes(self._levels[level][start : start + HASH_BYTES])
            if value:
                return value
        raise MalformedError("log.node")

    def root(self, size: int | None = None) -> bytes:
        """Return the root, or the root as it was with the first ``size`` leaves.

        Raises:
            MalformedError: The tree is smaller than ``size``.
        """
        return root(self._known(size), self.node)

    def inclusion_proof(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the proof that leaf ``index`` is in the tree of ``size`` leaves.

        Raises:
            MalformedError: There is no such leaf, or the tree is smaller than ``size``.
        """
        return inclusion_proof(index, self._known(size), self.node)

    def range_proof(self, start: int, stop: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the proof that the leaves ``[start, stop)`` are in the tree of ``size`` leaves.

        Raises:
            MalformedError: The range is empty or outside, or the tree is smaller than ``size``.
        """
        return range_proof(start, stop, self._known(size), self.node)

    def _known(self, size: int | None) -> int:
        if size is not None and size > len(self):
            raise MalformedError("log.size")
        return len(self) if size is None else size

    def _grow(self) -> None:
        level = 0
        pair = 2 * HASH_BYTES
        sha256 = hashlib.sha256
        while len(self._levels[level]) >= pair:
            if level + 1 == len(self._levels):
                self._levels.append(bytearray())
            below, above = self._levels[level], self._levels[level + 1]
            begin, end = 2 * len(above), len(below) - len(below) % pair
            above += b"".join([
                sha256(b"\x01" + below[i : i + pair]).digest() for i in range(begin, end, pair)
            ])
            level += 1


def _split(count: int) -> int:
    """Return the largest power of two below ``count``, which is at least 2."""
    return 1 << ((count - 1).bit_length() - 1)


def _subtree(start: int, stop: int, read_node: ReadNode) -> bytes:
    """Return the hash over ``[start, stop)``, a subtree that a walk from the root arrives at.

    There ``start`` is a multiple of the smallest power of two not below the length, so that all
    but the last subtree on its right edge are complete.
    """
    parts: list[bytes] = []
    while stop > start:
        count = stop - start
        level = count.bit_length() - 1
        parts.append(read_node(level, start >> level))
        start += 1 << level
    value = parts.pop()
    while parts:
        value = node_hash(parts.pop(), value)
    return value


def _check_size(size: int) -> None:
    if not 0 <= size <= MAX_TREE_SIZE:
        raise MalformedError("log.size")


def _all_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
