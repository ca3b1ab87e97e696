"""A recording counts as sealed before the receipt only where the log shows it."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from proof_maker import ALL_C_FACTS, LATER, ORIGIN, ProofMaker, authority, issuer_key

from consentkit.domain.evidence import Fact
from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.kernel.errors import ConsentKitError, VerificationError
from consentkit.proof.build import ProofRecording, build_proof
from consentkit.proof.bundle import BAGIT, MANIFEST, MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.verify import verify_proof
from consentkit.tlog.note import NoteSigner

ENTRY, PROOF = "data/recording.sd-jwt", "data/recording.tlog-proof"
Change = Callable[[dict[str, bytes]], object]


@pytest.fixture(scope="module")
def maker() -> ProofMaker:
    with pytest.MonkeyPatch.context() as patch:
        return ProofMaker([authority(patch, "A", is_real=True)])


def verified(path: Path, maker: ProofMaker) -> VerificationReport:
    return verify_proof(path, trusted_roots=maker.roots, now=LATER, check_excerpt=lambda *_: None)


def changed(maker: ProofMaker, path: Path, change: Change, **options) -> VerificationReport:
    """Return the report on a proof whose members were changed and packed anew."""
    build_proof(maker.make(**options), path)
    with BundleReader(io.BytesIO(path.read_bytes())) as reader:
        members = {n: reader.read(n) for n in reader.members if n not in {BAGIT, MANIFEST}}
    change(members)
    path.write_bytes(b"".join(bundle_chunks([MemberSource(*item) for item in members.items()])))
    return verified(path, maker)


def line(report: VerificationReport) -> Check:
    (found,) = [c for c in report.checks if c.code == "recording"]
    return found


def is_counted(report: VerificationReport) -> bool:
    return Fact.RECORDING_SEALED_FIRST.value in report.checks[-1].facts["facts"].split()


def test_a_recording_logged_before_the_receipt_counts(maker: ProofMaker, tmp_path: Path) -> None:
    build_proof(maker.make(), tmp_path / "p")

    report = verified(tmp_path / "p", maker)

    assert line(report).outcome is Outcome.PASSED
    assert line(report).facts["index"] == "1"
    assert is_counted(report)
    assert report.grade == "C"


def test_the_issuers_word_alone_does_not_count(maker: ProofMaker, tmp_path: Path) -> None:
    def without(members: dict[str, bytes]) -> None:
        del members[ENTRY], members[PROOF]

    report = changed(maker, tmp_path / "p", without)

    assert (line(report).outcome, line(report).reason) == (
        Outcome.NOT_CHECKED,
        "recording.not-included",
    )
    assert not is_counted(report)
    assert report.grade == "E"
    assert report.holds


def test_what_the_issuer_does_not_claim_does_not_count(maker: ProofMaker, tmp_path: Path) -> None:
    build_proof(maker.make(facts=ALL_C_FACTS - {Fact.RECORDING_SEALED_FIRST}), tmp_path / "p")

    report = verified(tmp_path / "p", maker)

    assert line(report).outcome is Outcome.PASSED
    assert not is_counted(report)


def relogged(maker: ProofMaker, entries: Callable[[str], list[str]], ingest: str) -> Change:
    """Return a change that gives the bundle another log of the issuer's."""

    def change(members: dict[str, bytes]) -> None:
        receipt = members["data/receipt.sd-jwt"].decode().split("~")[0]
        listed = entries(receipt)
        proofs, checkpoint = maker.log_of(listed)
        members["data/receipt.tlog-proof"] = proofs[listed.index(receipt)]
        members[ENTRY] = ingest.encode()
        members[PROOF] = proofs[listed.index(ingest)]
        members["data/checkpoint"] = checkpoint
        members["data/checkpoint.1.tsr"] = maker.stamp(checkpoint)

    return change


def test_a_recording_logged_after_the_receipt_fails(maker: ProofMaker, tmp_path: Path) -> None:
    ingest = maker.ingest()
    change = relogged(maker, lambda receipt: ["x", receipt, ingest], ingest)

    report = changed(maker, tmp_path / "p", change)

    assert line(report).reason == "recording.after-receipt"
    assert not is_counted(report)
    assert not report.holds


@pytest.mark.parametrize(
    ("ingest", "reason"),
    [
        (lambda m: m.ingest(sha256="ef" * 32), "recording.other"),
        (lambda m: m.ingest(packet_trees=[]), "recording.other"),
        (lambda m: m.ingest("grant"), "recording.entry-kind"),
        (lambda m: replace(m, key=issuer_key(5)).ingest(), "jws.bad-signature"),
        (
            lambda m: replace(m, log=NoteSigner.from_seed(ORIGIN, bytes(32))).ingest(),
            "recording.other-log",
        ),
        (lambda m: m.ingest().split("~")[0] + "~", "recording.other"),
    ],
)
def test_another_entry_in_place_of_the_recordings_fails(
    maker: ProofMaker, tmp_path: Path, ingest: Callable[[ProofMaker], str], reason: str
) -> None:
    entry = ingest(maker)

    report = changed(
        maker, tmp_path / "p", relogged(maker, lambda receipt: [entry, receipt], entry)
    )

    assert (line(report).outcome, line(report).reason) == (Outcome.FAILED, reason)
    assert not is_counted(report)


def test_another_recording_of_the_receipt_does_not_stand_for_the_excerpts(
    maker: ProofMaker, tmp_path: Path
) -> None:
    other = replace(maker.recording(), id="rec-bbbbbbbbbbbbbbbb", sha256="ee" * 32)
    both = replace(maker, earlier_recordings=(other,))
    entry = maker.ingest(sha256="ee" * 32)

    report = changed(both, tmp_path / "p", relogged(both, lambda receipt: [entry, receipt], entry))

    assert (line(report).outcome, line(report).reason) == (Outcome.FAILED, "recording.other")
    assert not is_counted(report)


def test_an_entry_under_another_checkpoint_fails(maker: ProofMaker, tmp_path: Path) -> None:
    ingest = maker.ingest()
    proofs, _ = maker.log_of([ingest, "other"])

    report = changed(maker, tmp_path / "p", lambda m: m.update({PROOF: proofs[0]}))

    assert line(report).reason == "log.other-checkpoint"
    assert not is_counted(report)


def test_an_entry_without_its_proof_fails(maker: ProofMaker, tmp_path: Path) -> None:
    report = changed(maker, tmp_path / "p", lambda m: m.pop(PROOF))

    assert line(report).reason == "bundle.no-such-member"


def test_an_entry_whose_recording_the_receipt_keeps_back_is_open(
    maker: ProofMaker, tmp_path: Path
) -> None:
    ingest = maker.ingest()
    shown = ("facts", "evidence.0", "evidence.1")
    build_proof(maker.make(disclose=shown), tmp_path / "p")

    report = changed(
        maker,
        tmp_path / "p",
        relogged(maker, lambda receipt: [ingest, receipt], ingest),
        disclose=shown,
    )

    assert line(report).reason == "recording.not-disclosed"
    assert not is_counted(report)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda m, c: (m.ingest(sha256="ef" * 32), c.recording.log_proof), "recording.other"),
        (lambda m, c: (c.recording.entry, c.log_proof), "log.inclusion"),
        (lambda m, c: (c.recording.entry, m.log_of([m.ingest()])[0][0]), "log.other-checkpoint"),
    ],
)
def test_an_entry_that_does_not_fit_is_not_exported(
    maker: ProofMaker, tmp_path: Path, make, reason: str
) -> None:
    content = maker.make()

    with pytest.raises(ConsentKitError) as caught:
        build_proof(
            replace(content, recording=ProofRecording(*make(maker, content))), tmp_path / "p"
        )

    assert isinstance(caught.value, VerificationError)
    assert caught.value.code == reason
