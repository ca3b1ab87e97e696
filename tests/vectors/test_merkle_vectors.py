"""Proof vectors of transparency-dev/merkle (Apache-2.0)."""

import base64
import collections
import json
from pathlib import Path

import pytest

from consentkit.kernel.errors import VerificationError
from consentkit.tlog import merkle

pytestmark = pytest.mark.shared


def unbase64(text: str | None) -> bytes:
    return base64.b64decode(text or "")


STRICTER = {
    # Valid only for who takes any bytes for a root: these roots have 12 bytes.
    "sizes-are-equal-one-and-proof-is-empty.json",
}


def run(folder: Path, check) -> collections.Counter:
    counts: collections.Counter = collections.Counter()
    for path in sorted(folder.rglob("*.json")):
        case = json.loads(path.read_text())
        try:
            check(case)
            accepted = True
        except VerificationError:
            accepted = False
        if path.name in STRICTER:
            assert not accepted, path
            assert len(unbase64(case["root1"])) == 12
        else:
            assert accepted is not case["wantErr"], path
        counts["accepted" if accepted else "refused"] += 1
    return counts


def test_inclusion_vectors(shared):
    counts = run(
        shared / "vectors/merkle/testdata/inclusion",
        lambda case: merkle.verify_inclusion(
            unbase64(case["leafHash"]),
            case["leafIdx"],
            case["treeSize"],
            [unbase64(item) for item in case["proof"] or ()],
            unbase64(case["root"]),
        ),
    )

    assert counts == {"accepted": 6, "refused": 92}


def test_consistency_vectors(shared):
    counts = run(
        shared / "vectors/merkle/testdata/consistency",
        lambda case: merkle.verify_consistency(
            case["size1"],
            case["size2"],
            unbase64(case["root1"]),
            unbase64(case["root2"]),
            [unbase64(item) for item in case["proof"] or ()],
        ),
    )

    assert counts == {"accepted": 5, "refused": 93}
