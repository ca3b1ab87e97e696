"""SD-JWTs that the reference implementation made: RFC 9901's examples and its own test cases."""

import collections
import itertools
import json

import pytest

from consentkit.kernel.errors import InputError, VerificationError
from consentkit.wire import jose, sd_jwt

pytestmark = pytest.mark.shared

# The public half of the issuer's key in each folder's settings.yml.
ISSUER = {
    "kty": "EC",
    "crv": "P-256",
    "x": "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
    "y": "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8",
}
# Its header has the number 42 as ``kid``, which RFC 7515 section 4.1.4 says is a text.
NOT_A_JWS = {"header_mod"}


@pytest.mark.parametrize(
    ("folder", "accepted", "refused", "bound"),
    [("sd-jwt-rfc9901-examples", 26, 0, 4), ("sd-jwt-testcases", 28, 2, 1)],
)
def test_what_the_reference_issuer_made_is_understood(shared, folder, accepted, refused, bound):
    counts: collections.Counter = collections.Counter()
    for path in sorted((shared / "vectors" / folder).glob("*/sd_jwt_*.txt")):
        if path.stem == "sd_jwt_jws_part":
            continue
        try:
            found = sd_jwt.verify(path.read_text().strip(), ISSUER, typ=None)
        except InputError:
            assert path.parent.name in NOT_A_JWS
            counts["refused"] += 1
            continue
        counts["accepted"] += 1
        if path.stem == "sd_jwt_presentation":
            assert found.claims == json.loads((path.parent / "verified_contents.json").read_text())
            counts["bound"] += found.key_binding is not None

    assert counts == {"accepted": accepted, "refused": refused, "bound": bound} or (
        refused == 0 and counts == {"accepted": accepted, "bound": bound}
    )


@pytest.mark.parametrize("folder", ["sd-jwt-rfc9901-examples", "sd-jwt-testcases"])
def test_each_presentation_without_its_last_signature_byte_is_refused(shared, folder):
    for path in sorted((shared / "vectors" / folder).glob("*/sd_jwt_presentation.txt")):
        jwt, *rest = path.read_text().strip().split("~")
        head, payload, signature = jwt.split(".")
        broken = "~".join([f"{head}.{payload}.{signature[:-2]}", *rest])

        with pytest.raises((InputError, VerificationError)):
            sd_jwt.verify(broken, ISSUER, typ=None)


def test_naughty_strings_survive_hiding_and_showing(shared):
    strings = json.loads((shared / "vectors/blns/blns.json").read_text(encoding="utf-8"))
    key = jose.parse_signing_key({**ISSUER, "d": "Ur2bNKuBPOrAaxsRnbSH6hIhmNTxSGXshDSUD1a1y7g"})
    salts = (number.to_bytes(16, "big") for number in itertools.count())
    claims = {"list": strings, "object": {text: text for text in strings}}
    paths = [("list", place) for place in range(len(strings))]
    paths += [("object", text) for text in set(strings[:300])]

    issued = sd_jwt.issue(claims, paths, salts, key)

    assert sd_jwt.verify(issued.encode(), ISSUER).claims == claims
    some = sd_jwt.verify(sd_jwt.present(issued, paths[:5]), ISSUER)
    assert some.claims["list"] == strings[:5]
