"""What a verification of a proof reports, line by line."""

import io
import itertools
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest
from proof_maker import (
    ALL_C_FACTS,
    EXCERPT,
    LATER,
    NOW,
    ORIGIN,
    PACKET_PROOF,
    ProofMaker,
    authority,
    issuer_key,
)

from consentkit.domain.evidence import Fact, Grade
from consentkit.domain.report import Outcome, VerificationReport
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import InputError, MalformedError, VerificationError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.proof.age_files import encrypt_file
from consentkit.proof.build import ProofExcerpt, ProofToken, build_proof
from consentkit.proof.bundle import BAGIT, MANIFEST, MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.verify import verify_proof
from consentkit.tlog.note import NoteSigner

ALICE = pyrage.x25519.Identity.generate()


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> ProofMaker:
    return ProofMaker([authority(monkeypatch, label, is_real=True) for label in "AB"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "proof.consentproof"


def good_checker(stream, extension, proof, trees) -> None:
    assert stream.read() == EXCERPT
    assert extension in {"mp4", ""}
    assert proof == PACKET_PROOF
    assert [tree.root for tree in trees] == ["cd" * 32]


def check(path: Path, maker: ProofMaker, **options) -> VerificationReport:
    settings = {"trusted_roots": maker.roots, "now": LATER, "check_excerpt": good_checker}
    return verify_proof(path, **(settings | options))


def lines(report: VerificationReport) -> dict[str, str]:
    return {c.code: c.reason or c.outcome.value for c in report.checks}


def with_members(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Write the bundle again with other members, container and manifest made right."""
    with BundleReader.open(path) as reader:
        members = {n: reader.read(n) for n in reader.members if n not in {BAGIT, MANIFEST}}
    change(members)
    path.write_bytes(b"".join(bundle_chunks([MemberSource(*item) for item in members.items()])))


def test_a_whole_proof_passes_every_line(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    report = check(out, maker, known_issuers={maker.thumbprint: "Kanal Contoh"})

    assert {c.outcome for c in report.checks} == {Outcome.PASSED}
    assert [c.code for c in report.checks] == [
        "integrity",
        "issuer",
        "issuer.known",
        "receipt",
        "log",
        "recording",
        "time.1",
        "time.2",
        "excerpt",
        "excerpt.recording",
        "evidence",
        "term",
        "grade",
    ]
    assert report.holds
    assert report.grade == "C"
    assert report.claims["pii_principal.pseudonym"] == "Blue hoodie"
    assert report.claims["iss"] == ORIGIN


def test_the_same_content_gives_the_same_bytes(maker: ProofMaker, tmp_path: Path) -> None:
    content = maker.make()

    first = build_proof(content, tmp_path / "a")
    second = build_proof(content, tmp_path / "b")

    assert first == second
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sha256_hex((tmp_path / "a").read_bytes()) == first.sha256


def test_an_excerpt_from_a_file_gives_the_same_bytes(maker: ProofMaker, tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(EXCERPT)
    content = maker.make()
    from_file = replace(content.excerpt, source=tmp_path / "clip.mp4")

    one = build_proof(content, tmp_path / "a")
    two = build_proof(replace(content, excerpt=from_file), tmp_path / "b")

    assert one == two


def test_an_unknown_issuer_is_not_a_broken_one(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    report = check(out, maker)

    assert lines(report)["issuer"] == "passed"
    assert lines(report)["issuer.known"] == "issuer.unknown"
    assert report.holds
    assert "issuer_key" in report.not_proven


def test_tokens_of_unknown_authorities_do_not_make_a_proof_hold(
    maker: ProofMaker, out: Path
) -> None:
    build_proof(maker.make(), out)

    report = check(out, maker, trusted_roots=())

    assert lines(report)["time.1"] == "time.untrusted"
    assert not report.holds
    assert all(c.outcome is not Outcome.FAILED for c in report.checks)
    assert "time_none" in report.not_proven


def test_demonstration_tokens_say_so_and_count_for_nothing(
    monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    maker = ProofMaker([authority(monkeypatch, label, is_real=False) for label in "AB"])
    build_proof(maker.make(), out)

    unknown, trusted = check(out, maker, trusted_roots=()), check(out, maker)

    assert lines(unknown)["time.1"] == "time.demonstration"
    assert trusted.holds
    (line,) = [c for c in trusted.checks if c.code == "time.1"]
    assert line.outcome is Outcome.PASSED
    assert line.facts["demonstration"] == "yes"
    (grade,) = [c for c in trusted.checks if c.code == "grade"]
    assert "sealed_by_token" not in grade.facts["facts"]
    assert "time_none" in trusted.not_proven


def test_a_proof_without_tokens_does_not_hold(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(tokens=()), out)

    report = check(out, maker)

    assert lines(report)["time"] == "time.none"
    assert not report.holds


def test_grade_a_takes_number_two_authorities_and_a_witness(maker: ProofMaker, out: Path) -> None:
    maker.is_witnessed = True
    build_proof(maker.make(has_number=True, grade=Grade.B), out)

    vkey = maker.witness.verifier.encode()
    report = check(out, maker, trusted_witnesses=(vkey,))
    without_witness = check(out, maker)

    assert lines(report)["number"] == "passed"
    assert report.grade == "A"
    assert without_witness.grade == "B"
    assert "log_unwitnessed" in without_witness.not_proven


def test_two_tokens_of_one_authority_are_not_two_authorities(maker: ProofMaker, out: Path) -> None:
    content = maker.make()
    twice = tuple(
        ProofToken(maker.stamp(content.checkpoint, 0, NOW + timedelta(minutes=n))) for n in (1, 2)
    )
    build_proof(replace(content, tokens=twice), out)

    (grade,) = [c for c in check(out, maker).checks if c.code == "grade"]

    assert "sealed_by_token" in grade.facts["facts"]
    assert "two_authorities" not in grade.facts["facts"]


def test_without_the_excerpt_the_grade_here_is_lower_and_not_failed(
    maker: ProofMaker, out: Path
) -> None:
    build_proof(maker.make(excerpt=None), out)

    report = check(out, maker)

    assert lines(report)["excerpt"] == "excerpt.not-included"
    assert lines(report)["grade"] == "grade.lower-here"
    assert report.grade == "E"
    assert report.holds
    assert "excerpt_not_included" in report.not_proven


def test_without_a_packet_checker_the_recording_line_is_open(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    report = check(out, maker, check_excerpt=None)

    assert lines(report)["excerpt"] == "passed"
    assert lines(report)["excerpt.recording"] == "excerpt.no-checker"


def test_packets_of_another_recording_fail_that_line(maker: ProofMaker, out: Path) -> None:
    def refusing(*_: object) -> None:
        raise VerificationError("excerpt.other-recording")

    build_proof(maker.make(), out)

    report = check(out, maker, check_excerpt=refusing)

    assert lines(report)["excerpt.recording"] == "excerpt.other-recording"
    assert not report.holds


def test_only_what_was_disclosed_is_told(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(disclose=("pii_principal.pseudonym",), excerpt=None), out)

    report = check(out, maker)

    assert report.holds
    assert {k for k in report.claims if k.startswith("pii")} == {"pii_principal.pseudonym"}
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Sari" not in everything


def test_a_key_that_nobody_tied_to_the_partner_counts_for_nothing(
    maker: ProofMaker, out: Path
) -> None:
    content = maker.make()
    jws = maker.partner_jws(content.receipt.split("~")[0])
    build_proof(content, out)
    with_members(out, lambda m: m.update({"data/partner.jws": jws.encode()}))

    report = check(out, maker)

    (line,) = [c for c in report.checks if c.code == "partner"]
    assert (line.outcome, line.reason) == (Outcome.NOT_CHECKED, "partner.unbound")
    assert report.grade == "C"
    assert "partner_key" not in report.checks[-1].facts["facts"]


@pytest.mark.parametrize(
    ("subject", "secret", "code"),
    [("another receipt", 7, "partner.other-receipt"), (None, 1, "partner.key-is-issuers")],
)
def test_a_partners_signature_that_is_not_the_partners_fails(
    maker: ProofMaker, out: Path, subject: str | None, secret: int, code: str
) -> None:
    content = maker.make()
    jws = maker.partner_jws(subject or content.receipt.split("~")[0], secret)
    build_proof(content, out)
    with_members(out, lambda m: m.update({"data/partner.jws": jws.encode()}))

    assert lines(check(out, maker))["partner"] == code


def test_a_proof_sealed_to_a_recipient_opens_with_the_identity(
    maker: ProofMaker, tmp_path: Path
) -> None:
    sealed = tmp_path / "proof.consentproof.age"
    build_proof(maker.make(), sealed, recipients=(str(ALICE.to_public()),))

    assert check(sealed, maker, identities=(str(ALICE),)).holds
    with pytest.raises(InputError) as caught:
        check(sealed, maker)
    assert caught.value.code == "proof.sealed"
    stranger = pyrage.x25519.Identity.generate()
    with pytest.raises(VerificationError):
        check(sealed, maker, identities=(str(stranger),))
    assert [path.name for path in tmp_path.iterdir()] == ["proof.consentproof.age"]


def test_a_sealed_excerpt_is_checked_by_whoever_can_open_it(maker: ProofMaker, out: Path) -> None:
    content = maker.make()
    excerpt = replace(content.excerpt, recipients=(str(ALICE.to_public()),))
    build_proof(replace(content, excerpt=excerpt), out)

    assert lines(check(out, maker))["excerpt"] == "excerpt.sealed"
    opened = lines(check(out, maker, identities=(str(ALICE),)))
    assert (opened["excerpt"], opened["excerpt.recording"]) == ("passed", "passed")
    stranger = pyrage.x25519.Identity.generate()
    assert lines(check(out, maker, identities=(str(stranger),)))["excerpt"] == "age.not-opened"
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_file_that_is_no_bundle_fails_integrity_and_nothing_else_is_checked(
    maker: ProofMaker, out: Path
) -> None:
    out.write_bytes(b"\xff\xd8\xff\xe0 a picture, maybe")

    report = check(out, maker)

    assert lines(report) == {
        "integrity": "bundle.not-a-bundle",
        "issuer": "needs.integrity",
        "receipt": "needs.integrity",
        "log": "needs.integrity",
        "time": "needs.integrity",
    }
    assert not report.holds


def test_a_file_that_is_not_there_raises(maker: ProofMaker, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        check(tmp_path / "none", maker)


def test_verifying_stops_when_asked(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        check(out, maker, cancel=cancel)


# ── a bundle whose container is right and whose content is not ──


def test_a_receipt_signed_by_another_key_is_broken(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    other = ProofMaker(maker.authorities, key=issuer_key(2)).make().receipt.encode()
    with_members(out, lambda m: m.update({"data/receipt.sd-jwt": other}))

    report = lines(check(out, maker))

    assert report["issuer"] == "jws.wrong-key"
    assert report["receipt"] == "needs.issuer"
    assert report["log"] == "needs.receipt"
    assert report["time.1"] == "needs.log"


def test_a_receipt_that_is_not_in_the_log_fails_there(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    other = maker.make(grade=Grade.A).receipt.encode()
    with_members(out, lambda m: m.update({"data/receipt.sd-jwt": other}))

    report = lines(check(out, maker))

    assert (report["issuer"], report["receipt"]) == ("passed", "passed")
    assert report["log"] == "log.inclusion"
    assert report["time.1"] == "needs.log"


def test_another_log_of_the_same_name_cannot_take_its_place(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    forged = ProofMaker(maker.authorities, log=NoteSigner.from_seed(ORIGIN, bytes(32)))
    jwt = maker.make().receipt.split("~")[0]

    def change(members: dict[str, bytes]) -> None:
        receipt = members["data/receipt.sd-jwt"].decode().split("~")[0]
        proof, checkpoint = forged.log_around(receipt)
        members["data/receipt.tlog-proof"] = proof
        members["data/checkpoint"] = checkpoint
        members["data/log.vkey"] = forged.log.verifier.encode().encode() + b"\n"

    with_members(out, change)

    assert jwt
    assert lines(check(out, maker))["log"] == "log.other-key"


def test_a_token_over_another_checkpoint_fails(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    other = maker.stamp(b"another checkpoint")
    with_members(out, lambda m: m.update({"data/checkpoint.1.tsr": other}))

    report = check(out, maker)

    assert lines(report)["time.1"] == "time.wrong-imprint"
    assert not report.holds


def test_another_excerpt_fails(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    with_members(out, lambda m: m.update({"data/excerpt.mp4": b"something else"}))

    assert lines(check(out, maker))["excerpt"] == "excerpt.other"


def test_two_excerpts_are_refused(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    with_members(out, lambda m: m.update({"data/excerpt.mkv": EXCERPT}))

    assert lines(check(out, maker))["excerpt"] == "excerpt.more-than-one"


def test_roots_beside_the_tokens_are_never_trusted(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    report = check(out, maker, trusted_roots=maker.roots[1:])

    assert lines(report)["time.1"] == "time.untrusted"
    assert lines(report)["time.2"] == "passed"


def test_a_number_from_another_token_fails(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(has_number=True), out)
    other = maker.stamp(b"an earlier checkpoint\n", at=NOW - timedelta(hours=2))
    with_members(out, lambda m: m.update({"data/number.tsr": other}))

    assert lines(check(out, maker))["number"] == "number.other-token"


def test_a_missing_number_token_is_said(maker: ProofMaker, out: Path) -> None:
    build_proof(replace(maker.make(has_number=True), number=None), out)

    assert lines(check(out, maker))["number"] == "number.token-not-included"


def test_the_key_file_must_name_its_own_fingerprint(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)
    with_members(
        out,
        lambda m: m.update({
            "data/issuer.jwk": m["data/issuer.jwk"].replace(
                maker.thumbprint.encode(), b"another-name"
            )
        }),
    )

    assert lines(check(out, maker))["issuer"] in {"issuer.key-name", "jws.wrong-key"}


def test_a_changed_disclosure_is_refused(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    def change(members: dict[str, bytes]) -> None:
        jwt, first, *rest = members["data/receipt.sd-jwt"].split(b"~")
        swapped = first[:-2] + (b"AA" if first[-2:] != b"AA" else b"AQ")
        members["data/receipt.sd-jwt"] = b"~".join([jwt, swapped, *rest])

    with_members(out, change)

    report = lines(check(out, maker))
    assert report["issuer"] == "passed"
    assert report["receipt"] == "sd-jwt.unused-disclosure"


# ── what cannot be exported ──


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda m, _: {"checkpoint": b"x"}, "log.other-checkpoint"),
        (lambda m, c: {"tokens": (ProofToken(m.stamp(b"other")),)}, "time.wrong-imprint"),
        (lambda m, c: {"log_key": m.witness.verifier.encode()}, "receipt.other-log"),
        (lambda m, c: {"issuer_jwk": dict(issuer_key(9).public_jwk)}, "jws.bad-signature"),
        (
            lambda m, c: {"excerpt": ProofExcerpt(b"x", "mp4", "00" * 32)},
            "excerpt.digest",
        ),
        (
            lambda m, c: {"excerpt": ProofExcerpt(b"x", "mp4", sha256_hex(b"x"))},
            "excerpt.other",
        ),
    ],
)
def test_parts_that_do_not_fit_are_not_exported(
    maker: ProofMaker, out: Path, change, code: str
) -> None:
    content = maker.make()

    with pytest.raises(VerificationError) as caught:
        build_proof(replace(content, **change(maker, content)), out)

    assert caught.value.code == code
    assert not out.exists()


def test_nothing_is_left_when_building_is_stopped(maker: ProofMaker, out: Path) -> None:
    content, calls = maker.make(), itertools.count()
    cancel = CancelToken()

    def progress(_: object) -> None:
        if next(calls) == 3:
            cancel.cancel()

    with pytest.raises(Cancelled):
        build_proof(content, out, progress=progress, cancel=cancel)

    assert list(out.parent.iterdir()) == []


def test_an_unknown_language_is_refused(maker: ProofMaker, out: Path) -> None:
    with pytest.raises(MalformedError) as caught:
        build_proof(maker.make(languages=("xx",)), out)
    assert caught.value.code == "certificate.language"


def test_a_foreign_age_file_in_place_of_a_proof_is_looked_at_first(
    maker: ProofMaker, out: Path
) -> None:
    encrypt_file(b"no bundle", out, [str(ALICE.to_public())])

    report = check(out, maker, identities=(str(ALICE),))

    assert lines(report)["integrity"] == "bundle.not-a-bundle"
    out.write_bytes(out.read_bytes().replace(b"-> X25519", b"-> scrypt"))
    with pytest.raises(VerificationError) as caught:
        check(out, maker, identities=(str(ALICE),))
    assert caught.value.code == "age.recipient-type"


def test_every_changed_byte_of_a_whole_proof_is_refused_or_reported(
    maker: ProofMaker, out: Path
) -> None:
    build_proof(maker.make(), out)
    good = out.read_bytes()

    for place in range(0, len(good), 997):
        changed = bytearray(good)
        changed[place] ^= 0x01
        out.write_bytes(bytes(changed))
        report = check(out, maker)
        assert not report.holds
        assert report.checks[0].outcome is Outcome.FAILED


def test_facts_and_grade_of_the_input_are_on_the_certificate_only(
    maker: ProofMaker, out: Path
) -> None:
    build_proof(maker.make(grade=Grade.C, facts=ALL_C_FACTS | {Fact.WITNESSED}), out)

    report = check(out, maker)

    (grade,) = [c for c in report.checks if c.code == "grade"]
    assert "witnessed" not in grade.facts["facts"]


def test_the_stream_of_a_bundle_is_closed_after_a_report(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    with BundleReader(io.BytesIO(out.read_bytes())) as reader:
        assert reader.has("data/certificate.pdf")
        assert reader.read("data/certificate.pdf").startswith(b"%PDF-")


def test_a_demonstration_is_marked_even_when_the_caller_forgets(
    monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    maker = ProofMaker([authority(monkeypatch, "A", is_real=False)])
    build_proof(maker.make(), out)

    with BundleReader.open(out) as reader:
        text = reader.read("data/VERIFY.txt").decode()

    assert text.count("DEMONSTRATION authority and proves nothing") == 1
    assert text.count("DEMONSTRASI") == 1
    assert text.count("ДЕМОНСТРАЦИОННОГО") == 1


def test_tokens_are_numbered_without_a_gap(maker: ProofMaker, out: Path) -> None:
    build_proof(maker.make(), out)

    def change(members: dict[str, bytes]) -> None:
        members["data/checkpoint.3.tsr"] = members.pop("data/checkpoint.1.tsr")

    with_members(out, change)

    assert lines(check(out, maker))["time"] == "time.numbering"
