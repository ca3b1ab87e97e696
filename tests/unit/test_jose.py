"""Compact JWS: what is signed verifies, and nothing else does."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.errors import ConsentKitError, LimitError, MalformedError, VerificationError
from consentkit.wire import jose

# The keys of RFC 7515 appendix A.3 and RFC 8037 appendix A, known to everybody.
P256 = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
}
ED25519 = {
    "kty": "OKP",
    "crv": "Ed25519",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}
KEYS = {"ES256": jose.parse_signing_key(P256), "EdDSA": jose.parse_signing_key(ED25519)}
RFC_8037_JWS = (
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3"
    "AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
)


@pytest.fixture(params=["ES256", "EdDSA"])
def key(request) -> jose.SigningKey:
    return KEYS[request.param]


def forged(header: dict, payload: bytes = b"{}", signature: bytes = bytes(64)) -> str:
    parts = (json.dumps(header).encode(), payload, signature)
    return ".".join(jose.encode_base64url(part) for part in parts)


def test_what_is_signed_verifies(key):
    jws = jose.sign(key, {"typ": "example", "kid": "1"}, b"payload")

    found = jose.verify(jws, {**key.public_jwk, "kid": "1"})

    assert found.payload == b"payload"
    assert found.header == {"alg": key.algorithm, "typ": "example", "kid": "1"}


def test_the_example_of_rfc_8037_verifies():
    found = jose.verify(RFC_8037_JWS, KEYS["EdDSA"].public_jwk)

    assert found.payload == b"Example of Ed25519 signing"


def test_the_example_of_rfc_8037_has_its_thumbprint():
    assert (
        jose.thumbprint(KEYS["EdDSA"].public_jwk) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    )


def test_the_header_name_of_rfc_9864_is_taken_too():
    head, payload, _ = RFC_8037_JWS.split(".")
    head = jose.encode_base64url(b'{"alg":"Ed25519"}')
    signature = KEYS["EdDSA"].private_key.private_key.sign(f"{head}.{payload}".encode())

    jose.verify(f"{head}.{payload}.{jose.encode_base64url(signature)}", KEYS["EdDSA"].public_jwk)


def test_keys_come_from_pem_and_show_no_secret():
    for private, algorithm in (
        (ec.generate_private_key(ec.SECP256R1()), "ES256"),
        (ed25519.Ed25519PrivateKey.generate(), "EdDSA"),
    ):
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

        key = jose.parse_signing_key(pem)

        assert key.algorithm == algorithm
        assert "private_key" not in repr(key)
        assert "d" not in key.public_jwk
        jose.verify(jose.sign(key, {}, b"x"), key.public_jwk)


@pytest.mark.parametrize(
    "secret",
    [
        b"",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        {},
        {"kty": "oct", "k": "AAAA"},
        {name: value for name, value in P256.items() if name != "d"},
        {**P256, "crv": "P-384"},
    ],
)
def test_what_is_no_private_key_of_ours_is_refused(secret):
    with pytest.raises(MalformedError):
        jose.parse_signing_key(secret)


def test_another_key_refuses_the_signature(key):
    other = jose.parse_signing_key(
        ec.generate_private_key(ec.SECP256R1()).private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        )
    )
    jws = jose.sign(KEYS["ES256"], {}, b"x")

    with pytest.raises(VerificationError, match=r"jws\.bad-signature"):
        jose.verify(jws, other.public_jwk)
    with pytest.raises(VerificationError, match=r"jws\.wrong-algorithm"):
        jose.verify(jws, KEYS["EdDSA"].public_jwk)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "ES384", "RS256", "es256", ""])
def test_the_header_does_not_choose_the_algorithm(algorithm):
    with pytest.raises(VerificationError, match=r"jws\.wrong-algorithm"):
        jose.verify(forged({"alg": algorithm}), KEYS["ES256"].public_jwk)


@pytest.mark.parametrize("length", [0, 63, 65, 70, 72, 128])
def test_signatures_of_another_length_are_refused(key, length):
    jws = jose.sign(key, {}, b"x")
    head, payload, signature = jws.split(".")
    changed = (jose.parse_base64url(signature) * 2)[:length]

    with pytest.raises(VerificationError, match=r"jws\.bad-signature"):
        jose.verify(f"{head}.{payload}.{jose.encode_base64url(changed)}", key.public_jwk)


@pytest.mark.parametrize(
    "header",
    [{}, {"alg": 1}, {"alg": "ES256", "crit": ["exp"], "exp": 1}, {"alg": "ES256", "b64": False}],
)
def test_headers_that_ask_for_more_are_refused(header):
    with pytest.raises(MalformedError, match=r"jws\.header"):
        jose.verify(forged(header), KEYS["ES256"].public_jwk)


@pytest.mark.parametrize("header", [{"alg": "EdDSA"}, {"crit": ["x"]}, {"b64": False}])
def test_headers_that_would_mislead_are_not_signed(header):
    with pytest.raises(MalformedError, match=r"jws\.header"):
        jose.sign_es256(KEYS["ES256"], header, b"")


def test_a_key_of_another_name_is_not_tried():
    jws = jose.sign(KEYS["ES256"], {"kid": "1"}, b"x")

    with pytest.raises(VerificationError, match=r"jws\.wrong-key"):
        jose.verify(jws, {**KEYS["ES256"].public_jwk, "kid": "2"})


@pytest.mark.parametrize(
    "change",
    [
        {"d": P256["d"]},
        {"use": "enc"},
        {"key_ops": ["sign"]},
        {"key_ops": "verify"},
        {"alg": "ES384"},
        {"crv": "P-384"},
        {"kty": "RSA"},
        {"kty": []},
        {"crv": {}},
        {"alg": []},
        {"use": []},
        {"x": "\ud800"},
        {"x": 1},
        {"x": P256["x"] + "="},
        {"x": P256["x"][:-2]},
        {"x": P256["y"], "y": P256["y"]},
        {"y": "A" * 43},
    ],
)
def test_public_keys_that_are_not_for_this_are_refused(change):
    with pytest.raises(MalformedError):
        jose.parse_public_jwk({**KEYS["ES256"].public_jwk, **change})


@pytest.mark.parametrize(
    "jws", ["", "a.b", "a.b.c.d", "..", "!.!.!", forged({"alg": "ES256"}) + "=", " . . "]
)
def test_what_is_no_compact_jws_is_refused(jws):
    with pytest.raises(MalformedError):
        jose.verify(jws, KEYS["ES256"].public_jwk)


def test_a_payload_beyond_the_limit_is_refused(key):
    with pytest.raises(LimitError):
        jose.sign(key, {}, bytes(5_000_000))
    with pytest.raises(LimitError):
        jose.verify("A" * 9_000_000, key.public_jwk)


def test_a_payload_within_the_limit_is_taken(key):
    payload = bytes(4_000_000)

    assert jose.verify(jose.sign(key, {}, payload), key.public_jwk).payload == payload


def test_an_es256_call_takes_no_other_key():
    with pytest.raises(MalformedError):
        jose.sign_es256(KEYS["EdDSA"], {}, b"")
    with pytest.raises(MalformedError):
        jose.verify_es256(RFC_8037_JWS, KEYS["EdDSA"].public_jwk)
    jws = jose.sign_es256(KEYS["ES256"], {}, b"x")
    assert jose.verify_es256(jws, KEYS["ES256"].public_jwk).payload == b"x"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_character_altered_is_refused(data):
    jws = jose.sign(KEYS["EdDSA"], {"typ": "example"}, b'{"a":1}')
    place = data.draw(st.integers(0, len(jws) - 1))
    char = data.draw(st.characters(max_codepoint=127).filter(lambda c: c != jws[place]))

    with pytest.raises(ConsentKitError):
        jose.verify(jws[:place] + char + jws[place + 1 :], KEYS["EdDSA"].public_jwk)


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_base64url_has_one_spelling(data):
    text = jose.encode_base64url(data)

    assert jose.parse_base64url(text) == data
    for other in (text + "=", text + "A=", "\n" + text, text + " "):
        with pytest.raises(MalformedError):
            jose.parse_base64url(other)
