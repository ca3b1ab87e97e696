"""Time tokens, demonstration authorities and consent numbers."""

from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError
from consentkit.kernel.resources import resource_path
from consentkit.timestamping import consent_number, rfc3161, trust
from consentkit.timestamping.authority import TimeAuthority
from consentkit.timestamping.demonstration import DemonstrationAuthority
from consentkit.timestamping.token_parts import parse_reply

NOW = datetime(2026, 11, 21, 12, 0, 0, 250_000, tzinfo=UTC)
DATA = b"a checkpoint\n"
NONCE = 0x8000_0000_0000_0001


@pytest.fixture(scope="module")
def first():
    return DemonstrationAuthority("A", ManualClock(NOW))


@pytest.fixture(scope="module")
def second():
    return DemonstrationAuthority("B", ManualClock(NOW))


@pytest.fixture(scope="module")
def reply(first):
    return first.answer(rfc3161.build_request(DATA, NONCE))


def rebuilt(reply: bytes, change) -> bytes:
    """Return the reply after ``change`` was made to its SignedData."""
    parsed = tsp.TimeStampResp.load(reply)
    signed = parsed["time_stamp_token"]["content"]
    change(signed)
    return parsed.dump(force=True)


def test_a_token_tells_when_by_whom_and_under_which_root(reply, first):
    token = rfc3161.verify_reply(reply, DATA, [first.root_pem], nonce=NONCE)

    assert token.gen_time == NOW.replace(microsecond=0)
    assert "DEMONSTRATION" in token.authority
    assert "not a real authority" in token.authority
    assert token.anchor_pem == first.root_pem
    assert token.is_trusted
    assert token.serial_number == 1
    assert not token.has_surplus


def test_untrusted_and_broken_are_told_apart(reply, second):
    with pytest.raises(VerificationError, match=r"time\.untrusted"):
        rfc3161.verify_reply(reply, DATA, [second.root_pem])
    with pytest.raises(VerificationError, match=r"time\.wrong-imprint"):
        rfc3161.verify_reply(reply, b"other", [second.root_pem], is_trust_required=False)

    token = rfc3161.verify_reply(reply, DATA, [second.root_pem], is_trust_required=False)

    assert not token.is_trusted


def test_no_roots_trust_nobody(reply):
    with pytest.raises(VerificationError, match=r"time\.untrusted"):
        rfc3161.verify_reply(reply, DATA, [])


def test_roots_of_one_check_are_forgotten_by_the_next(reply, first, second):
    rfc3161.verify_reply(reply, DATA, [first.root_pem])

    with pytest.raises(VerificationError, match=r"time\.untrusted"):
        rfc3161.verify_reply(reply, DATA, [second.root_pem])


def test_a_bare_token_verifies_as_its_reply_does(reply, first):
    token = rfc3161.token_der(reply)

    assert rfc3161.verify_token(token, DATA, [first.root_pem]) == rfc3161.verify_reply(
        reply, DATA, [first.root_pem]
    )
    assert rfc3161.token_der(rfc3161.wrap_token(token)) == token


def test_an_expired_chain_still_proves_what_it_proved():
    """Certificates are held against the token's time, so the reader's clock plays no part."""
    old = DemonstrationAuthority("Old", ManualClock(NOW - timedelta(days=60 * 365)))
    reply = old.answer(rfc3161.build_request(DATA, NONCE))

    token = rfc3161.verify_reply(reply, DATA, [old.root_pem])

    certificate = parse_reply(reply).certificates[0]
    assert certificate.not_valid_after_utc < NOW
    assert token.gen_time < certificate.not_valid_after_utc


def test_a_token_made_after_its_certificate_ended_is_refused():
    clock = ManualClock(NOW)
    authority = DemonstrationAuthority("A", clock)
    clock.instant = NOW + timedelta(days=40 * 365)
    reply = authority.answer(rfc3161.build_request(DATA, NONCE))

    with pytest.raises(VerificationError, match=r"time\.expired-at-gen-time"):
        rfc3161.verify_reply(reply, DATA, [authority.root_pem])


def test_a_chain_in_another_order_is_taken_and_means_the_same(reply, first):
    """``openssl ts`` sends it unsorted, which strict DER forbids."""

    one, two = (
        certificate.public_bytes(Encoding.DER) for certificate in parse_reply(reply).certificates
    )
    turned = reply.replace(one + two, two + one)

    assert turned != reply
    assert rfc3161.verify_reply(turned, DATA, [first.root_pem]).is_trusted


def test_a_granted_reply_with_modifications_is_taken(reply, first):
    parsed = tsp.TimeStampResp.load(reply)
    parsed["status"] = {"status": "granted_with_mods"}

    assert rfc3161.verify_reply(parsed.dump(force=True), DATA, [first.root_pem]).is_trusted


def test_the_signer_is_the_one_that_is_named_not_one_from_the_bag(reply, second):
    """The rogue's certificate in place of the signer's, under the signer's name, is not enough."""
    theirs = second.answer(rfc3161.build_request(DATA, NONCE))
    bag = tsp.TimeStampResp.load(theirs)["time_stamp_token"]["content"]["certificates"]

    def swap(signed):
        signed["certificates"] = cms.CertificateSet(list(bag))

    with pytest.raises(VerificationError, match=r"time\.no-signer"):
        rfc3161.verify_reply(rebuilt(reply, swap), DATA, [second.root_pem])


def test_a_reply_without_certificates_is_refused(reply, first):
    def strip(signed):
        signed["certificates"] = cms.CertificateSet([])

    with pytest.raises(VerificationError, match=r"time\.no-signer"):
        rfc3161.verify_reply(rebuilt(reply, strip), DATA, [first.root_pem])


def test_the_demonstration_authority_refuses_what_is_no_request(first):
    refusal = first.answer(b"\x30\x00")

    with pytest.raises(VerificationError, match=r"time\.rejected"):
        rfc3161.verify_reply(refusal, DATA, [first.root_pem])


@pytest.mark.parametrize("nonce", [0, -1, 2**64])
def test_a_nonce_out_of_range_is_refused(nonce):
    with pytest.raises(MalformedError, match=r"time\.nonce"):
        rfc3161.build_request(DATA, nonce)


def test_a_reply_beyond_the_limit_is_refused_before_it_is_read():
    with pytest.raises(LimitError):
        rfc3161.verify_reply(b"\x30" * 300_000, DATA, [])


@pytest.mark.parametrize("root", [b"", b"-----BEGIN CERTIFICATE-----", "\u0416", b"\x30\x00"])
def test_a_root_that_is_none_is_refused(reply, root):
    with pytest.raises(MalformedError, match=r"time\.root"):
        rfc3161.verify_reply(reply, DATA, [root])


# Consent numbers


def test_the_number_follows_from_the_tokens_digest_as_the_specification_says():
    digest = sha256(b"token")
    words = trust_words()
    bits = "".join(f"{byte:08b}" for byte in digest[8:16])[:44]

    assert consent_number.derive_digits(b"token") == f"{int(digest[:8].hex(), 16) % 1_000_000:06d}"
    assert consent_number.derive_words(b"token") == tuple(
        words[int(bits[place : place + 11], 2)] for place in range(0, 44, 11)
    )


def trust_words() -> list[str]:
    from mnemonic import Mnemonic

    return Mnemonic("english").wordlist


def test_known_numbers_stay_what_they_are():
    assert consent_number.derive_digits(b"token") == "212819"
    assert consent_number.derive_words(b"token") == ("kid", "buzz", "stay", "prepare")


def test_the_specifications_example_is_what_we_derive():
    text = (resource_path("specs") / "consent-number.md").read_text(encoding="utf-8")

    assert sha256(b"token").hex() in text
    assert consent_number.derive_digits(b"token") in text
    assert " ".join(consent_number.derive_words(b"token")) in text


def test_a_number_is_verified_against_its_token(reply, first):
    verified = rfc3161.verify_reply(reply, DATA, [first.root_pem])
    digits = consent_number.derive_digits(rfc3161.token_der(reply))

    consent_number.verify_digits(digits, reply, verified)

    wrong = f"{(int(digits) + 1) % 1_000_000:06d}"
    with pytest.raises(VerificationError, match=r"number\.mismatch"):
        consent_number.verify_digits(wrong, reply, verified)
    again = first.answer(rfc3161.build_request(DATA, NONCE))
    with pytest.raises(VerificationError, match=r"number\.other-token"):
        consent_number.verify_digits(digits, again, verified)


def add_unsigned_attribute(signed) -> None:
    signer = signed["signer_infos"][0]
    signer["unsigned_attrs"] = cms.CMSAttributes([
        {"type": "1.2.3.4", "values": [core.OctetString(b"chosen")]}
    ])


def add_strangers_certificate(signed) -> None:
    stranger = DemonstrationAuthority("A", ManualClock(NOW))
    certificate = x509.load_pem_x509_certificate(stranger.root_pem.encode())
    extra = cms.CertificateChoices.load(certificate.public_bytes(Encoding.DER))
    signed["certificates"] = cms.CertificateSet([*signed["certificates"], extra])


def add_digest_algorithm(signed) -> None:
    signed["digest_algorithms"] = [{"algorithm": "sha256"}, {"algorithm": "1.2.3.4.5"}]


def add_parameters(signed) -> None:
    signed["signer_infos"][0]["signature_algorithm"] = {
        "algorithm": "sha256_ecdsa",
        "parameters": core.OctetString(b"chosen"),
    }


@pytest.mark.parametrize(
    "change",
    [
        add_unsigned_attribute,
        add_strangers_certificate,
        add_digest_algorithm,
        add_parameters,
    ],
)
def test_a_token_somebody_padded_gives_no_number(reply, first, change):
    """Whoever may add unsigned bytes could try until the digest gives the number they like."""
    padded = rebuilt(reply, change)
    try:
        verified = rfc3161.verify_reply(padded, DATA, [first.root_pem])
    except (VerificationError, MalformedError):
        return
    digits = consent_number.derive_digits(rfc3161.token_der(padded))

    with pytest.raises(VerificationError, match=r"number\.surplus"):
        consent_number.verify_digits(digits, padded, verified)


# Pinned roots


def test_two_authorities_are_asked_from_the_start_and_each_has_its_roots():
    known = trust.load_authorities()

    assert [(item.authority.id, item.is_default) for item in known] == [
        ("digicert", True),
        ("globalsign", True),
        ("sectigo", False),
    ]
    assert [item.id for item in trust.default_authorities()] == ["digicert", "globalsign"]
    assert all(item.authority.root_pems for item in known)
    assert not any(item.authority.is_demonstration for item in known)


def test_the_pinned_roots_are_the_ones_the_readme_names():
    readme = (resource_path("trust") / "README.md").read_text(encoding="utf-8")
    fingerprints = {
        sha256(rfc3161.load_certificate(pem).public_bytes(Encoding.DER)).hex()
        for pem in trust.pinned_roots()
    }

    assert len(fingerprints) == 4
    assert all(f"`{fingerprint}`" in readme for fingerprint in fingerprints)
    assert {pem for item in trust.load_authorities() for pem in item.authority.root_pems} == set(
        trust.pinned_roots()
    )
    assert all(trust.root_ends_at(pem) > NOW for pem in trust.pinned_roots())
    assert any("DigiCert Trusted Root G4" in trust.root_name(pem) for pem in trust.pinned_roots())


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "ftp://x/", "http://", "http://u:p@host/", "javascript:1"]
)
def test_an_authority_at_no_web_address_is_refused(url):
    with pytest.raises(MalformedError, match=r"time\.url"):
        TimeAuthority("x", "X", url, ())
