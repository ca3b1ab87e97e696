"""Signed notes, checkpoints and log proofs against the specification's own examples and rules."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.errors import ConsentKitError, LimitError, MalformedError, VerificationError
from consentkit.tlog import merkle
from consentkit.tlog.checkpoint import (
    Checkpoint,
    parse_checkpoint_text,
    sign_checkpoint,
    verify_checkpoint,
)
from consentkit.tlog.note import (
    Note,
    NoteSignature,
    NoteSigner,
    SignatureType,
    VerifierKey,
    cosign_note,
    parse_note,
    parse_verifier_key,
    sign_note,
    verify_note,
)
from consentkit.tlog.tlog_proof import TlogProof, parse_tlog_proof, verify_tlog_proof

ORIGIN = "consentkit.local/vlt-example"
LOG = NoteSigner.from_seed(ORIGIN, bytes(range(32)))
WITNESS = NoteSigner.from_seed("witness.example/w1", b"w" * 32, SignatureType.COSIGNATURE_V1)
LEAVES = [f"entry {i}".encode() for i in range(11)]
TREE = merkle.MerkleTree(merkle.leaf_hash(leaf) for leaf in LEAVES)
HEAD = Checkpoint(ORIGIN, len(TREE), TREE.root())

# Example of c2sp.org/signed-note.
SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6Tf"
    "Xppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()
# Example of c2sp.org/tlog-cosignature; the keys are not published with it.
SPEC_COSIGNED = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzG\
ku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1n\
PZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
""".encode()


def test_the_specifications_note_verifies_with_its_key_and_is_written_to_the_byte():
    key = parse_verifier_key(SPEC_KEY)
    note = parse_note(SPEC_NOTE)

    verified = verify_note(note, [key])

    assert verified.text == "This is an example message.\n"
    assert key.encode() == SPEC_KEY
    assert note.encode() == SPEC_NOTE


def test_the_specifications_cosigned_checkpoint_is_read_and_written_to_the_byte():
    note = parse_note(SPEC_COSIGNED)
    checkpoint = parse_checkpoint_text(note.text)

    assert checkpoint.origin == "example.com/behind-the-sofa"
    assert checkpoint.size == 20852163
    assert checkpoint.encode() == note.text
    assert note.encode() == SPEC_COSIGNED
    assert int.from_bytes(note.signatures[1].signature[:8], "big") == 1679315147


def test_text_may_hold_empty_lines():
    signed = sign_note("a\n\nb\n", [LOG]).encode()

    assert verify_note(parse_note(signed), [LOG.verifier]).text == "a\n\nb\n"


def test_one_broken_signature_of_a_known_key_refuses_the_note():
    other = NoteSigner.from_seed("example.com/other", b"o" * 32)
    good = sign_note("text\n", [LOG, other])
    broken = NoteSignature(ORIGIN, LOG.verifier.key_id, bytes(64))

    with pytest.raises(VerificationError, match=r"note\.bad-signature"):
        verify_note(Note(good.text, (*good.signatures, broken)), [LOG.verifier])
    with pytest.raises(VerificationError, match=r"note\.bad-signature"):
        verify_note(Note(good.text, (broken, good.signatures[1])), [LOG.verifier, other.verifier])


def test_unknown_keys_are_ignored_even_under_a_known_name():
    same_name = NoteSigner.from_seed(ORIGIN, b"s" * 32)
    note = sign_note("text\n", [same_name, LOG])

    assert [s.key for s in verify_note(note, [LOG.verifier]).signatures] == [LOG.verifier]
    with pytest.raises(VerificationError, match=r"note\.unknown-key"):
        verify_note(sign_note("text\n", [same_name]), [LOG.verifier])


def test_a_cosignature_tells_when_the_witness_saw_the_checkpoint():
    signed = cosign_note(sign_checkpoint(HEAD, LOG), WITNESS, 1_795_000_000).encode()

    verified = verify_checkpoint(signed, LOG.verifier, [WITNESS.verifier])

    assert verified.checkpoint == HEAD
    assert [(s.key, s.posix_time) for s in verified.cosignatures] == [
        (WITNESS.verifier, 1_795_000_000)
    ]


def test_a_cosignature_moved_in_time_is_refused():
    note = cosign_note(sign_checkpoint(HEAD, LOG), WITNESS, 1_795_000_000)
    line = note.signatures[1]
    earlier = (1_700_000_000).to_bytes(8, "big") + line.signature[8:]
    forged = Note(
        note.text, (note.signatures[0], NoteSignature(line.name, line.key_id, earlier))
    ).encode()

    with pytest.raises(VerificationError, match=r"note\.bad-signature"):
        verify_checkpoint(forged, LOG.verifier, [WITNESS.verifier])


def test_a_witness_alone_does_not_speak_for_the_log():
    note = Note(HEAD.encode(), ())
    signed = cosign_note(note, WITNESS, 1).encode()

    with pytest.raises(VerificationError, match=r"note\.unknown-key"):
        verify_checkpoint(signed, LOG.verifier, [WITNESS.verifier])


def test_another_logs_checkpoint_under_our_key_is_refused():
    other = Checkpoint("consentkit.local/vlt-another", HEAD.size, HEAD.root)
    signed = sign_note(other.encode(), [LOG]).encode()

    with pytest.raises(VerificationError, match=r"log\.origin"):
        verify_checkpoint(signed, LOG.verifier)
    with pytest.raises(MalformedError, match=r"log\.origin"):
        sign_checkpoint(other, LOG)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "o\n1\n",
        f"o\n01\n{'A' * 43}=\n",
        f"o\n-1\n{'A' * 43}=\n",
        f"o\n1\n{'A' * 43}\n",
        f"o\n1\n{'A' * 42}B=\n",
        f"o\n0\n{'A' * 43}=\n",
        f"o\n1\n{'A' * 43}=\n\n",
        f"o\n1\n{'A' * 43}=",
        f"\n1\n{'A' * 43}=\n",
        f"o\n9223372036854775808\n{'A' * 43}=\n",
        f"o\n\u0661\n{'A' * 43}=\n",
    ],
)
def test_texts_that_are_no_checkpoint_are_refused(text):
    with pytest.raises(MalformedError):
        parse_checkpoint_text(text)


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"text\n",
        b"text\n\n",
        SPEC_NOTE[:-1],
        SPEC_NOTE.replace(b"\n\n", b"\n"),
        SPEC_NOTE.replace("—".encode(), b"-"),
        SPEC_NOTE.replace(b"message", b"mess\x00ge"),
        SPEC_NOTE.replace(b"message", b"mess\rge"),
        SPEC_NOTE.replace(b"message", b"mess\xffge"),
        SPEC_NOTE.replace(b"IneyaQM=", b"IneyaQM"),
        SPEC_NOTE.replace(b"IneyaQM=", b"IneyaQN="),
        SPEC_NOTE.replace(b"com/foo ", b"com/foo+ "),
        SPEC_NOTE.replace(b"com/foo ", b"com/foo"),
        b"text\n\n\xe2\x80\x94 name AAAA\n",
    ],
)
def test_bytes_that_are_no_note_are_refused(note):
    with pytest.raises(MalformedError):
        parse_note(note)


def test_a_note_beyond_the_limits_is_refused():
    line = SPEC_NOTE.partition(b"\n\n")[2]

    with pytest.raises(LimitError):
        parse_note(b"text\n\n" + line * 65)
    with pytest.raises(LimitError):
        parse_note(b"x" * 300_000)
    assert len(parse_note(b"text\n\n" + line * 16).signatures) == 16


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "name",
        "name+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        SPEC_KEY.replace("+530d", "+530D"),
        SPEC_KEY.replace("+Aek", "+Bek"),
        SPEC_KEY[:-4],
        "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    ],
)
def test_texts_that_are_no_vkey_are_refused(vkey):
    with pytest.raises(MalformedError):
        parse_verifier_key(vkey)


def test_keys_never_show_their_private_half():
    assert "private" not in repr(LOG)
    assert VerifierKey(ORIGIN, LOG.verifier.public_key) == LOG.verifier


def whole_proof(index: int, extra: bytes | None = None) -> bytes:
    signed = cosign_note(sign_checkpoint(HEAD, LOG), WITNESS, 1_795_000_000).encode()
    return TlogProof(index, TREE.inclusion_proof(index), signed, extra).encode()


@pytest.mark.parametrize("extra", [None, b"\x00opaque"])
def test_a_log_proof_is_read_verified_and_written_to_the_byte(extra):
    data = whole_proof(3, extra)
    proof = parse_tlog_proof(data)

    verified = verify_tlog_proof(
        proof, merkle.leaf_hash(LEAVES[3]), LOG.verifier, [WITNESS.verifier]
    )

    assert verified.checkpoint == HEAD
    assert len(verified.cosignatures) == 1
    assert proof.extra == extra
    assert proof.encode() == data
    assert data.startswith(b"c2sp.org/tlog-proof@v1\n" + (b"extra " if extra else b"index 3\n"))


def test_a_log_of_one_entry_has_a_proof_without_hashes():
    leaf = merkle.leaf_hash(b"only")
    signed = sign_checkpoint(Checkpoint(ORIGIN, 1, leaf), LOG).encode()
    data = TlogProof(0, (), signed).encode()

    verify_tlog_proof(parse_tlog_proof(data), leaf, LOG.verifier)

    assert data == b"c2sp.org/tlog-proof@v1\nindex 0\n\n" + signed


def test_a_log_proof_of_another_leaf_is_refused():
    with pytest.raises(VerificationError, match=r"log\.inclusion"):
        verify_tlog_proof(
            parse_tlog_proof(whole_proof(3)), merkle.leaf_hash(LEAVES[4]), LOG.verifier
        )


@settings(deadline=None)
@given(st.data())
def test_a_log_proof_with_any_byte_altered_is_refused_or_says_the_same(data):
    """The opaque extra line and unknown witnesses' lines are the only bytes nobody vouches for."""
    whole = whole_proof(5)
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))

    try:
        verified = verify_tlog_proof(
            parse_tlog_proof(bytes(changed)),
            merkle.leaf_hash(LEAVES[5]),
            LOG.verifier,
            [WITNESS.verifier],
        )
    except ConsentKitError:
        return
    # Only a witness's line whose name or identifier was altered can be passed over.
    assert verified.checkpoint == HEAD
    assert verified.cosignatures == ()
    assert place > whole.index("— witness".encode())


@pytest.mark.parametrize(
    "head",
    [
        "c2sp.org/tlog-proof@v2\nindex 3",
        "index 3",
        "c2sp.org/tlog-proof@v1\nindex 03",
        "c2sp.org/tlog-proof@v1\nindex -3",
        "c2sp.org/tlog-proof@v1\nextra \nindex 3",
        "c2sp.org/tlog-proof@v1\nindex 3\nextra AAAA",
        "c2sp.org/tlog-proof@v1\nindex 3\nAAAA",
        "c2sp.org/tlog-proof@v1",
    ],
)
def test_heads_that_are_no_log_proof_are_refused(head):
    signed = sign_checkpoint(HEAD, LOG).encode()

    with pytest.raises(MalformedError):
        parse_tlog_proof(head.encode() + b"\n\n" + signed)


def test_a_log_proof_with_too_many_hashes_is_refused():
    hashes = "\n".join([base64.b64encode(bytes(32)).decode()] * 64)
    signed = sign_checkpoint(HEAD, LOG).encode()

    with pytest.raises(MalformedError):
        parse_tlog_proof(f"c2sp.org/tlog-proof@v1\nindex 3\n{hashes}\n\n".encode() + signed)
