"""Wycheproof (Apache-2.0): JWS, JWK, ECDSA P-256 in IEEE P1363 form, Ed25519."""

import collections
import json

import pytest

from consentkit.kernel.errors import InputError, VerificationError
from consentkit.wire import jose

pytestmark = pytest.mark.shared


@pytest.fixture
def wycheproof(shared):
    def load(name: str):
        path = shared / "vectors/wycheproof/testvectors_v1" / f"{name}.json"
        groups = json.loads(path.read_text(encoding="utf-8"))["testGroups"]
        return [(group, test) for group in groups for test in group["tests"]]

    return load


def is_accepted(jws: str, jwk: dict) -> bool:
    try:
        jose.verify(jws, jwk)
    except (InputError, VerificationError):
        return False
    return True


def is_ours(jwk: dict) -> bool:
    return (jwk.get("kty"), jwk.get("crv")) in {("EC", "P-256"), ("OKP", "Ed25519")}


def test_web_signatures(wycheproof):
    counts: collections.Counter = collections.Counter()
    for group, test in wycheproof("json_web_signature_test"):
        jwk = group.get("public") or group["private"]
        accepted = is_accepted(test["jws"], jwk)
        counts["ours" if is_ours(jwk) else "other", test["result"], accepted] += 1

    assert counts == {
        ("ours", "valid", True): 2,
        ("ours", "invalid", False): 39,
        # RSA, HMAC, other curves: no algorithm but the two is ever taken.
        ("other", "valid", False): 44,
        ("other", "invalid", False): 316,
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "json_web_key_test",
            {("ours", "invalid", False): 4, ("other", "valid", False): 4, "key sets": 4}
            | {("other", "invalid", False): 14},
        ),
        (
            "json_web_crypto_test",
            {("ours", "valid", True): 1, ("ours", "invalid", False): 14, "key sets": 3, "jwe": 34}
            | {("other", "valid", False): 2, ("other", "invalid", False): 29},
        ),
    ],
)
def test_web_keys(wycheproof, name, expected):
    counts: collections.Counter = collections.Counter()
    for group, test in wycheproof(name):
        key = group.get("public") or group["private"]
        keys = key.get("keys", [key])
        if "jws" not in test:
            counts["jwe"] += 1
        elif len(keys) > 1:
            counts["key sets"] += 1
        else:
            accepted = is_accepted(test["jws"], keys[0])
            counts["ours" if is_ours(keys[0]) else "other", test["result"], accepted] += 1

    assert counts == expected


def raw_verdicts(wycheproof, name: str, algorithm: str, jwk_of) -> collections.Counter:
    """Check raw signatures through the primitive a JWS uses, with the JWS length rule."""
    counts: collections.Counter = collections.Counter()
    registry = jose._Pinned(algorithm)
    for group, test in wycheproof(name):
        kind, jwk = jwk_of(group)
        signature = bytes.fromhex(test["sig"])
        key = jose._import_public(kind, jose.parse_public_jwk(jwk)[1])
        accepted = len(signature) == jose.SIGNATURE_BYTES and registry.get_alg(algorithm).verify(
            bytes.fromhex(test["msg"]), signature, key
        )
        counts[test["result"], accepted] += 1
    return counts


def test_ecdsa_p256_signatures_of_64_bytes(wycheproof):
    def jwk_of(group):
        point = bytes.fromhex(group["publicKey"]["uncompressed"])
        x, y = (jose.encode_base64url(part) for part in (point[1:33], point[33:65]))
        return jose.ES256, {"kty": "EC", "crv": "P-256", "x": x, "y": y}

    counts = raw_verdicts(wycheproof, "ecdsa_secp256r1_sha256_p1363_test", "ES256", jwk_of)

    assert counts == {("valid", True): 173, ("invalid", False): 89}


def test_ed25519_signatures(wycheproof):
    def jwk_of(group):
        x = jose.encode_base64url(bytes.fromhex(group["publicKey"]["pk"]))
        return jose.EDDSA, {"kty": "OKP", "crv": "Ed25519", "x": x}

    counts = raw_verdicts(wycheproof, "ed25519_test", "EdDSA", jwk_of)

    assert counts == {("valid", True): 88, ("invalid", False): 63}
