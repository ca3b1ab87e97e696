"""Replies that OpenSSL made: one good one, thirteen that must be refused."""

import pytest
from asn1crypto import tsp

from consentkit.kernel.errors import ConsentKitError
from consentkit.timestamping.rfc3161 import verify_reply

pytestmark = pytest.mark.shared

EXPECTED = {
    "bad_sig.tsr": "time.bad-signature",
    "deep.tsr": "time.malformed",
    "empty.tsr": "time.malformed",
    "expired_cert.tsr": "time.expired-at-gen-time",
    "good.tsr": None,
    "html_200.tsr": "time.malformed",
    "huge_len.tsr": "time.malformed",
    "rejected_status.tsr": "time.rejected",
    "rogue_root.tsr": "time.untrusted",
    "time_edited.tsr": "time.bad-signature",
    # OpenSSL takes this one; we do not take bytes nobody accounts for.
    "trailing.tsr": "time.malformed",
    "truncated.tsr": "time.malformed",
    "wrong_imprint.tsr": "time.wrong-imprint",
    "wrong_nonce.tsr": "time.wrong-nonce",
}


def test_one_reply_is_accepted_and_thirteen_are_refused(shared):
    folder = shared / "vectors/tsa-generated"
    data, root = (folder / "data.txt").read_bytes(), (folder / "root.pem").read_bytes()
    nonce = tsp.TimeStampReq.load((folder / "req.tsq").read_bytes())["nonce"].native
    found: dict[str, str | None] = {}
    for path in sorted(folder.glob("*.tsr")):
        try:
            verify_reply(path.read_bytes(), data, [root], nonce=nonce)
            found[path.name] = None
        except ConsentKitError as exc:
            found[path.name] = exc.code

    assert found == EXPECTED
    assert sum(code is None for code in found.values()) == 1
    assert len(found) == 14


def test_without_the_nonce_only_the_replayed_reply_is_taken_too(shared):
    """Offline the request is gone; the reply over the same data under another nonce is sound."""
    folder = shared / "vectors/tsa-generated"
    data, root = (folder / "data.txt").read_bytes(), (folder / "root.pem").read_bytes()
    accepted = set()
    for path in folder.glob("*.tsr"):
        try:
            verify_reply(path.read_bytes(), data, [root])
        except ConsentKitError:
            continue
        accepted.add(path.name)

    assert accepted == {"good.tsr", "wrong_nonce.tsr"}
