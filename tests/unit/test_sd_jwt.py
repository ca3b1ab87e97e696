"""SD-JWT: the holder shows what they want, and the verifier refuses every trick."""

import itertools
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import (
    ConsentKitError,
    LimitError,
    MalformedError,
    NotFoundError,
    VerificationError,
)
from consentkit.wire import jose, sd_jwt

ISSUER = jose.parse_signing_key({
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
})
HOLDER = jose.parse_signing_key({
    "kty": "OKP",
    "crv": "Ed25519",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
})
NOW = datetime(2026, 11, 21, tzinfo=UTC)
CLAIMS = {
    "iss": "https://creator.example",
    "iat": 1_795_000_000,
    "kind": "consent-receipt",
    "subject": {"pseudonym": "Tamu", "country": "ID"},
    "languages": ["id", "en"],
    "purposes": [{"purpose": "publish", "term": {"ends": "2028-11-21"}}, {"purpose": "keep"}],
    "cnf": {"jwk": dict(HOLDER.public_jwk)},
}
PATHS = [
    ("subject",),
    ("subject", "pseudonym"),
    ("subject", "country"),
    ("languages", 0),
    ("languages", 1),
    ("purposes", 0),
    ("purposes", 0, "term"),
    ("purposes", 0, "term", "ends"),
    ("purposes", 1),
]


def salts():
    return (sha256(number.to_bytes(4, "big"))[:16] for number in itertools.count())


def issue(claims=None, paths=None, **options) -> sd_jwt.SdJwt:
    return sd_jwt.issue(
        CLAIMS if claims is None else claims,
        PATHS if paths is None else paths,
        salts(),
        ISSUER,
        **options,
    )


def verify(text: str, **options) -> sd_jwt.VerifiedSdJwt:
    return sd_jwt.verify(text, ISSUER.public_jwk, **options)


def signed(payload: dict, *disclosures: list) -> str:
    """Return an SD-JWT whose payload and disclosures are as given, however wrong."""
    encoded = [encode(item) for item in disclosures]
    jwt = jose.sign(ISSUER, {"typ": sd_jwt.RECEIPT_TYPE}, json.dumps(payload).encode())
    return "~".join([jwt, *encoded, ""])


def encode(disclosure: object) -> str:
    return jose.encode_base64url(json.dumps(disclosure).encode())


def digest(disclosure: object) -> str:
    return jose.encode_base64url(sha256(encode(disclosure).encode()))


def test_all_disclosures_give_back_the_claims():
    issued = issue()

    found = verify(issued.encode())

    assert found.claims == CLAIMS
    assert set(found.disclosed) == set(PATHS)
    assert found.hidden == 0
    assert found.header["typ"] == "consent-receipt+sd-jwt"
    assert found.key_binding is None


def test_nothing_hidden_is_readable_in_what_the_issuer_signed():
    payload = jose.split_jws(issue().issuer_jwt)[1]

    for word in (b"Tamu", b"ID", b"2028", b"keep", b"publish", b'"en"'):
        assert word not in payload
    assert b"consent-receipt" in payload


def test_only_what_is_chosen_is_shown_with_what_encloses_it():
    text = sd_jwt.present(issue(), [("purposes", 0, "term"), ("languages", 1)])

    found = verify(text)

    assert found.claims["purposes"] == [{"purpose": "publish", "term": {}}]
    assert found.claims["languages"] == ["en"]
    assert "subject" not in found.claims
    assert found.hidden == 4


def test_showing_nothing_leaves_the_open_claims():
    found = verify(sd_jwt.present(issue(), []))

    assert found.claims == {
        "iss": CLAIMS["iss"],
        "iat": CLAIMS["iat"],
        "kind": CLAIMS["kind"],
        "cnf": CLAIMS["cnf"],
        "languages": [],
        "purposes": [],
    }


def test_a_stored_sd_jwt_knows_its_paths_again():
    issued = issue()

    again = sd_jwt.parse_sd_jwt(issued.encode(), ISSUER.public_jwk)

    assert {item.path for item in again.disclosures} == set(PATHS)
    assert {item.encoded for item in again.disclosures} == {
        item.encoded for item in issued.disclosures
    }
    shown = sd_jwt.present(again, [("subject", "country")])
    assert verify(shown).claims["subject"] == {"country": "ID"}


def test_the_same_salts_give_the_same_claims_to_sign():
    payloads = {jose.split_jws(issue(paths=order).issuer_jwt)[1] for order in (PATHS, PATHS[::-1])}

    assert len(payloads) == 1


def test_without_hidden_claims_nothing_is_added():
    assert json.loads(jose.split_jws(issue(paths=[]).issuer_jwt)[1]) == CLAIMS


@pytest.mark.parametrize(
    "path", [(), ("nothing",), ("languages", 2), ("languages", "0"), ("iss", 0), ("subject", 0)]
)
def test_a_path_to_nothing_is_refused(path):
    with pytest.raises(NotFoundError, match=r"sd-jwt\.path"):
        issue(paths=[path])
    with pytest.raises(NotFoundError, match=r"sd-jwt\.path"):
        sd_jwt.present(issue(), [path])


@pytest.mark.parametrize(
    "claims", [{"_sd": []}, {"a": {"_sd_alg": 1}}, {"a": [{"...": "x"}]}, {"a": float("nan")}]
)
def test_claims_with_reserved_names_are_not_issued(claims):
    with pytest.raises(MalformedError):
        issue(claims, [])


def test_short_salts_are_refused():
    with pytest.raises(MalformedError, match=r"sd-jwt\.salt"):
        sd_jwt.issue(CLAIMS, [("kind",)], iter([bytes(15)]), ISSUER)


NAME = ["salt", "name", "Tamu"]
ELEMENT = ["salt", "Tamu"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (signed({"_sd": [digest(NAME)]}, NAME, NAME), "sd-jwt.unused-disclosure"),
        (signed({"_sd": [digest(NAME)]}, NAME, ["salt", "other", 1]), "sd-jwt.unused-disclosure"),
        (signed({}, NAME), "sd-jwt.unused-disclosure"),
        (signed({"_sd": [digest(NAME), digest(NAME)]}, NAME), "sd-jwt.digest-twice"),
        (signed({"_sd": ["x"], "a": {"_sd": ["x"]}}), "sd-jwt.digest-twice"),
        (signed({"_sd": ["x"], "a": [{"...": "x"}]}), "sd-jwt.digest-twice"),
        (signed({"_sd": [digest(NAME)], "name": "Other"}, NAME), "sd-jwt.name"),
        (signed({"_sd": [digest(["s", "_sd", 1])]}, ["s", "_sd", 1]), "sd-jwt.name"),
        (signed({"_sd": [digest(["s", "...", 1])]}, ["s", "...", 1]), "sd-jwt.name"),
        (signed({"_sd": [digest(["s", "_sd_alg", 1])]}, ["s", "_sd_alg", 1]), "sd-jwt.name"),
        (
            signed({"_sd": [digest(NAME), digest(["s2", "name", 1])]}, NAME, ["s2", "name", 1]),
            "sd-jwt.name",
        ),
        (signed({"_sd": [digest(ELEMENT)]}, ELEMENT), "sd-jwt.disclosure"),
        (signed({"a": [{"...": digest(NAME)}]}, NAME), "sd-jwt.disclosure"),
        (signed({"_sd": [digest([1, "a", 1])]}, [1, "a", 1]), "sd-jwt.disclosure"),
        (signed({"_sd": [digest(["s", 1, 1])]}, ["s", 1, 1]), "sd-jwt.disclosure"),
        (signed({"_sd": [digest({})]}, {}), "sd-jwt.disclosure"),
        (signed({"_sd": [digest([])]}, []), "sd-jwt.disclosure"),
        (signed({"_sd": "x"}), "sd-jwt.digests"),
        (signed({"_sd": [1]}), "sd-jwt.digests"),
        (signed({"a": [{"...": "x", "b": 1}]}), "sd-jwt.digests"),
        (signed({"a": [{"...": 1}]}), "sd-jwt.digests"),
        (signed({"...": "x"}), "sd-jwt.name"),
        (signed({"_sd_alg": "md5"}), "sd-jwt.algorithm"),
        (signed({"_sd_alg": ["sha-256"]}), "sd-jwt.algorithm"),
    ],
)
def test_tricks_with_digests_and_disclosures_are_refused(text, code):
    with pytest.raises(ConsentKitError) as caught:
        verify(text)

    assert caught.value.code == code


def test_a_disclosure_with_a_name_twice_in_an_object_is_refused():
    content = jose.encode_base64url(b'["s","a",{"b":1,"b":2}]')
    value = jose.encode_base64url(sha256(content.encode()))
    jwt = signed({"_sd": [value]}).removesuffix("~")

    with pytest.raises(MalformedError, match=r"json\.duplicate-name"):
        verify(f"{jwt}~{content}~")


def test_disclosures_nested_without_end_are_refused():
    disclosures, inner = [], {}
    for _ in range(100):
        disclosure = ["s", "a", inner]
        disclosures.append(disclosure)
        inner = {"_sd": [digest(disclosure)]}

    with pytest.raises(LimitError, match=r"json\.too-deep"):
        verify(signed(inner, *disclosures))


def test_too_many_disclosures_are_refused():
    text = signed({}).removesuffix("~") + "~" + "AA~" * 1025

    with pytest.raises(LimitError, match=r"sd-jwt\.disclosures"):
        verify(text)


@pytest.mark.parametrize("text", ["", "a.b.c", "~", "~~", "a.b.c~~", "a.b.c~\ud800~"])
def test_what_is_no_sd_jwt_is_refused(text):
    with pytest.raises(MalformedError):
        verify(text)


def test_another_type_is_refused():
    with pytest.raises(VerificationError, match=r"sd-jwt\.type"):
        verify(issue(typ="example+sd-jwt").encode())

    assert verify(issue(typ="example+sd-jwt").encode(), typ=None).claims == CLAIMS


def test_another_issuer_is_refused():
    with pytest.raises(VerificationError):
        sd_jwt.verify(issue().encode(), HOLDER.public_jwk)


def test_times_are_held_against_the_given_moment():
    second = int(NOW.timestamp())
    for claims, code in (
        ({"exp": second}, "sd-jwt.expired"),
        ({"nbf": second + 1}, "sd-jwt.not-yet-valid"),
        ({"exp": "never"}, "sd-jwt.times"),
        ({"nbf": True}, "sd-jwt.times"),
    ):
        text = issue(claims, []).encode()
        with pytest.raises(ConsentKitError) as caught:
            verify(text, now=NOW)
        assert caught.value.code == code
        verify(text)
    verify(issue({"exp": second + 1, "nbf": second}, []).encode(), now=NOW)


# Key binding


def bound(**changes) -> str:
    options = {"audience": "https://platform.example", "nonce": "n-1", "issued_at": NOW} | changes
    return sd_jwt.bind(sd_jwt.present(issue(), [("languages", 0)]), HOLDER, **options)


def test_a_bound_presentation_tells_for_whom_it_was_made():
    found = verify(bound(), audience="https://platform.example", nonce="n-1")

    assert found.key_binding == sd_jwt.KeyBinding(
        "https://platform.example", "n-1", int(NOW.timestamp())
    )
    assert verify(bound()).key_binding == found.key_binding


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"audience": "https://other.example"}, "sd-jwt.audience"),
        ({"nonce": "n-2"}, "sd-jwt.nonce"),
    ],
)
def test_a_presentation_for_somebody_else_is_refused(options, code):
    with pytest.raises(VerificationError) as caught:
        verify(bound(), **options)

    assert caught.value.code == code


def test_a_presentation_without_binding_is_refused_where_one_is_wanted():
    with pytest.raises(VerificationError, match=r"sd-jwt\.key-binding-missing"):
        verify(issue().encode(), nonce="n-1")


def test_a_binding_over_other_disclosures_is_refused():
    *_, binding = bound().split("~")
    more = sd_jwt.present(issue(), [("languages", 0), ("languages", 1)])

    with pytest.raises(VerificationError, match=r"sd-jwt\.key-binding"):
        verify(more + binding)


@pytest.mark.parametrize(
    ("header", "changes"),
    [
        ({"typ": "JWT"}, {}),
        ({}, {"sd_hash": "x"}),
        ({}, {"aud": 1}),
        ({}, {"nonce": None}),
        ({}, {"iat": "1"}),
    ],
)
def test_a_binding_of_another_shape_is_refused(header, changes):
    presentation = sd_jwt.present(issue(), [])
    payload = {
        "aud": "a",
        "nonce": "n",
        "iat": 1,
        "sd_hash": jose.encode_base64url(sha256(presentation.encode())),
    }
    sign = jose.sign(HOLDER, {"typ": "kb+jwt"} | header, json.dumps(payload | changes).encode())

    with pytest.raises(VerificationError, match=r"sd-jwt\.key-binding"):
        verify(presentation + sign)


def test_a_binding_by_another_key_is_refused():
    text = sd_jwt.bind(sd_jwt.present(issue(), []), ISSUER, audience="a", nonce="n", issued_at=NOW)

    with pytest.raises(VerificationError, match=r"jws\.wrong-algorithm"):
        verify(text)


def test_a_binding_where_the_issuer_named_no_key_is_refused():
    claims = {name: value for name, value in CLAIMS.items() if name != "cnf"}
    text = sd_jwt.bind(
        sd_jwt.present(issue(claims, []), []), HOLDER, audience="a", nonce="n", issued_at=NOW
    )

    with pytest.raises(VerificationError, match=r"sd-jwt\.key-binding"):
        verify(text)


def test_a_bound_presentation_is_not_bound_again():
    with pytest.raises(MalformedError):
        sd_jwt.bind(bound(), HOLDER, audience="a", nonce="n", issued_at=NOW)


# Properties and a second implementation

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).filter(
    lambda name: name not in {"_sd", "_sd_alg", "...", "iss", "cnf", "exp", "nbf"}
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


def all_paths(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from all_paths(inner, (*path, step))


def shown_part(value, path, hidden, shown):
    """Return what is left of a value, by the slow and obvious way."""
    if isinstance(value, dict):
        items = [(name, inner, (*path, name)) for name, inner in value.items()]
        return {
            name: shown_part(inner, place, hidden, shown)
            for name, inner, place in items
            if place not in hidden or place in shown
        }
    if isinstance(value, list):
        return [
            shown_part(inner, (*path, index), hidden, shown)
            for index, inner in enumerate(value)
            if (*path, index) not in hidden or (*path, index) in shown
        ]
    return value


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(names, json_values, max_size=4), st.data())
def test_what_is_shown_is_what_was_chosen(claims, data):
    paths = list(all_paths(claims))
    hidden = set(data.draw(st.lists(st.sampled_from(paths)))) if paths else set()
    chosen = set(data.draw(st.lists(st.sampled_from(sorted(hidden, key=str))))) if hidden else set()
    shown = {place for place in hidden if any(path[: len(place)] == place for path in chosen)}

    found = verify(sd_jwt.present(issue(claims, hidden), chosen))

    assert found.claims == shown_part(claims, (), hidden, shown)
    assert set(found.disclosed) == shown


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_presentation_with_any_character_altered_is_refused(data):
    text = bound()
    place = data.draw(st.integers(0, len(text) - 1))
    char = data.draw(st.characters(max_codepoint=127).filter(lambda c: c != text[place]))

    with pytest.raises(ConsentKitError):
        verify(text[:place] + char + text[place + 1 :])


def test_the_reference_implementation_reads_what_we_issue():
    verifier = pytest.importorskip("sd_jwt.verifier", reason="the sd-jwt package is not installed")
    from jwcrypto.jwk import JWK

    text = sd_jwt.present(issue(), [("purposes", 0, "term", "ends"), ("subject", "pseudonym")])

    payload = verifier.SDJWTVerifier(
        text, lambda issuer, header: JWK(**ISSUER.public_jwk)
    ).get_verified_payload()

    assert payload == verify(text).claims
    assert payload["subject"] == {"pseudonym": "Tamu"}
