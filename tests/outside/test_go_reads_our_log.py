"""Our log's proofs, checked by the packages of the Go project."""

import subprocess

import pytest
from go_tools import built_verifier

from consentkit.tlog import merkle
from consentkit.tlog.checkpoint import Checkpoint, sign_checkpoint
from consentkit.tlog.note import NoteSigner, SignatureType, cosign_note
from consentkit.tlog.tlog_proof import TlogProof

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def go_verify(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tlogverify")
    program = built_verifier(folder)

    def verify(vkey: str, proof: bytes, leaf: bytes) -> tuple[int, str]:
        (folder / "proof").write_bytes(proof)
        (folder / "leaf").write_bytes(leaf)
        done = subprocess.run(
            [program, vkey, folder / "proof", folder / "leaf"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout.strip()

    return verify


def make_proof(leaves: list[bytes], index: int) -> tuple[str, TlogProof]:
    signer = NoteSigner.from_seed("consentkit.local/vlt-example", bytes(range(32)))
    tree = merkle.MerkleTree(merkle.leaf_hash(leaf) for leaf in leaves)
    head = Checkpoint(signer.verifier.name, len(leaves), tree.root())
    note = sign_checkpoint(head, signer)
    witness = NoteSigner.from_seed("witness.example", bytes(32), SignatureType.COSIGNATURE_V1)
    signed = cosign_note(note, witness, 1_795_000_000)
    return signer.verifier.encode(), TlogProof(
        index, tree.inclusion_proof(index), signed.encode(), b"extra"
    )


def test_go_verifies_every_entry_of_logs_of_many_sizes(go_verify):
    for size in (1, 2, 3, 7, 8, 21):
        leaves = [f"entry {i}".encode() for i in range(size)]
        for index in range(size):
            vkey, proof = make_proof(leaves, index)

            assert go_verify(vkey, proof.encode(), leaves[index]) == (0, f"verified {index} {size}")


def test_go_refuses_another_leaf_and_another_key(go_verify):
    leaves = [f"entry {i}".encode() for i in range(5)]
    vkey, proof = make_proof(leaves, 2)
    stranger = NoteSigner.from_seed("consentkit.local/vlt-example", bytes(32)).verifier.encode()

    assert go_verify(vkey, proof.encode(), b"entry 3")[0] == 1
    assert go_verify(stranger, proof.encode(), leaves[2])[0] == 1
