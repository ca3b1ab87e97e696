"""Proofs of the hash tree against a slow oracle that follows the RFC's recursion."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.tlog import merkle


def slow_root(leaves: list[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    left, right = slow_root(leaves[:k]), slow_root(leaves[k:])
    return hashlib.sha256(b"\x01" + left + right).digest()


def leaves_of(count: int) -> list[bytes]:
    return [merkle.leaf_hash(str(i).encode()) for i in range(count)]


sizes = st.integers(1, 130)


@settings(deadline=None)
@given(sizes)
def test_three_ways_to_the_root_agree(size):
    leaves = leaves_of(size)
    bulk, single = merkle.MerkleTree(leaves), merkle.MerkleTree()
    for leaf in leaves:
        single.append(leaf)

    assert bulk.root() == single.root() == merkle.root_of(leaves) == slow_root(leaves)


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), max_size=6))
def test_a_tree_grown_in_parts_is_the_tree_grown_at_once(parts):
    leaves = leaves_of(sum(parts))
    tree, done = merkle.MerkleTree(), 0
    for part in parts:
        tree.extend_packed(b"".join(leaves[done : done + part]))
        done += part

    assert tree.root() == slow_root(leaves)
    assert tree.packed_leaves() == b"".join(leaves)


@settings(deadline=None)
@given(sizes, st.data())
def test_every_leaf_of_every_earlier_tree_is_proved(size, data):
    leaves = leaves_of(size)
    tree = merkle.MerkleTree(leaves)
    past = data.draw(st.integers(1, size))
    index = data.draw(st.integers(0, past - 1))

    proof = tree.inclusion_proof(index, past)

    merkle.verify_inclusion(leaves[index], index, past, proof, slow_root(leaves[:past]))


@settings(deadline=None)
@given(sizes, st.data())
def test_every_earlier_tree_is_proved_to_be_the_beginning(size, data):
    leaves = leaves_of(size)
    tree = merkle.MerkleTree(leaves)
    old = data.draw(st.integers(1, size))

    proof = merkle.consistency_proof(old, size, tree.node)

    merkle.verify_consistency(old, size, slow_root(leaves[:old]), tree.root(), proof)


@settings(deadline=None)
@given(sizes, st.data())
def test_every_range_of_leaves_is_proved(size, data):
    leaves = leaves_of(size)
    tree = merkle.MerkleTree(leaves)
    start = data.draw(st.integers(0, size - 1))
    stop = data.draw(st.integers(start + 1, size))

    proof = tree.range_proof(start, stop)

    assert len(proof) <= 2 * (size - 1).bit_length()
    merkle.verify_range(leaves[start:stop], start, size, proof, slow_root(leaves))


def altered(data, hashes: list[bytes]) -> list[bytes]:
    """Return the hashes with one bit of one of them changed."""
    which = data.draw(st.integers(0, len(hashes) - 1))
    bit = data.draw(st.integers(0, 255))
    changed = bytearray(hashes[which])
    changed[bit // 8] ^= 1 << bit % 8
    return [*hashes[:which], bytes(changed), *hashes[which + 1 :]]


@settings(deadline=None)
@given(st.integers(2, 130), st.data())
def test_an_inclusion_proof_with_any_bit_altered_is_refused(size, data):
    tree = merkle.MerkleTree(leaves_of(size))
    index = data.draw(st.integers(0, size - 1))
    leaf, root, *proof = altered(
        data, [tree.node(0, index), tree.root(), *tree.inclusion_proof(index)]
    )

    with pytest.raises(VerificationError, match=r"log\.inclusion"):
        merkle.verify_inclusion(leaf, index, size, proof, root)


@settings(deadline=None)
@given(st.integers(2, 130), st.data())
def test_a_consistency_proof_with_any_bit_altered_is_refused(size, data):
    tree = merkle.MerkleTree(leaves_of(size))
    old = data.draw(st.integers(1, size))
    old_root, new_root, *proof = altered(
        data, [tree.root(old), tree.root(), *merkle.consistency_proof(old, size, tree.node)]
    )

    with pytest.raises(VerificationError, match=r"log\.consistency"):
        merkle.verify_consistency(old, size, old_root, new_root, proof)


@settings(deadline=None)
@given(st.integers(1, 130), st.data())
def test_a_range_proof_with_any_bit_altered_is_refused(size, data):
    tree = merkle.MerkleTree(leaves_of(size))
    start = data.draw(st.integers(0, size - 1))
    stop = data.draw(st.integers(start + 1, size))
    count = stop - start
    hashes = altered(
        data,
        [
            tree.root(),
            *(tree.node(0, i) for i in range(start, stop)),
            *tree.range_proof(start, stop),
        ],
    )

    with pytest.raises(VerificationError, match=r"log\.range"):
        merkle.verify_range(hashes[1 : 1 + count], start, size, hashes[1 + count :], hashes[0])


@settings(max_examples=50, deadline=None)
@given(st.integers(2, 60), st.data())
def test_a_range_proof_does_not_hold_elsewhere(size, data):
    leaves = leaves_of(size)
    tree = merkle.MerkleTree(leaves)
    start = data.draw(st.integers(0, size - 1))
    stop = data.draw(st.integers(start + 1, size))
    other = data.draw(st.integers(0, size).filter(lambda value: value != start))
    proof = tree.range_proof(start, stop)

    with pytest.raises(VerificationError, match=r"log\.range"):
        merkle.verify_range(leaves[start:stop], other, size, proof, tree.root())
    with pytest.raises(VerificationError, match=r"log\.range"):
        merkle.verify_range(leaves[start:stop], start, size, [*proof, proof[-1:] or b""], b"")


def test_a_log_of_millions_answers_with_some_dozen_nodes():
    asked: list[tuple[int, int]] = []

    def read(level: int, position: int) -> bytes:
        asked.append((level, position))
        return hashlib.sha256(f"{level}/{position}".encode()).digest()

    merkle.inclusion_proof(1_234_567, 9_999_999, read)
    merkle.consistency_proof(1_234_567, 9_999_999, read)
    merkle.range_proof(1_234_567, 1_240_000, 9_999_999, read)

    assert len(asked) < 150


@pytest.mark.parametrize(
    "call",
    [
        lambda t: t.inclusion_proof(3),
        lambda t: t.inclusion_proof(-1),
        lambda t: t.inclusion_proof(0, 4),
        lambda t: t.range_proof(1, 1),
        lambda t: t.range_proof(0, 4),
        lambda t: t.node(0, 3),
        lambda t: t.node(1, -1),
        lambda t: t.node(9, 0),
        lambda t: t.append(b"short"),
        lambda t: t.extend([b"short"]),
        lambda t: t.extend_packed(b"short"),
        lambda t: t.packed_leaves(0, 4),
        lambda t: merkle.consistency_proof(0, 3, t.node),
        lambda t: merkle.consistency_proof(4, 3, t.node),
        lambda t: merkle.root(-1, t.node),
    ],
)
def test_what_is_not_in_the_tree_cannot_be_asked_for(call):
    tree = merkle.MerkleTree(leaves_of(3))

    with pytest.raises(MalformedError):
        call(tree)
    assert len(tree) == 3


def test_an_empty_old_tree_proves_nothing():
    empty = merkle.EMPTY_ROOT

    with pytest.raises(VerificationError, match=r"log\.consistency"):
        merkle.verify_consistency(0, 0, empty, empty, [])
