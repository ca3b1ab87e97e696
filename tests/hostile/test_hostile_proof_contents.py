"""Proofs whose container is right and whose members are not: always a report, never a crash."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proof_maker import LATER, PACKET_PROOF, ProofMaker, authority

from consentkit.domain.report import Outcome, VerificationReport
from consentkit.kernel.errors import InputError, ResourceError, VerificationError
from consentkit.proof import bundle
from consentkit.proof.build import build_proof
from consentkit.proof.bundle import MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.verify import verify_proof

FREE = {bundle.CERTIFICATE, bundle.INSTRUCTIONS, bundle.TIME_ROOTS}
"""Members that no signature covers and no check rests on."""


def check_packets(_stream: object, _extension: str, proof: str, _trees: object) -> None:
    if proof != PACKET_PROOF:
        raise VerificationError("log.range")


class Members(dict[str, bytes]):
    """Members by name; hypothesis warns of fixtures whose ``repr`` is large."""

    def __repr__(self) -> str:
        return f"<{len(self)} members>"


@pytest.fixture(scope="module")
def maker() -> ProofMaker:
    with pytest.MonkeyPatch.context() as patch:
        return ProofMaker([authority(patch, label, is_real=True) for label in "AB"])


@pytest.fixture(scope="module")
def members(maker: ProofMaker, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = maker.make(has_number=True)
    jws = maker.partner_jws(content.receipt.split("~")[0])
    path = tmp_path_factory.mktemp("good") / "p"
    build_proof(content, path)
    with BundleReader(io.BytesIO(path.read_bytes())) as reader:
        tags = {bundle.BAGIT, bundle.MANIFEST}
        named = {n: reader.read(n) for n in reader.members if n not in tags}
    return Members(named | {bundle.PARTNER: jws.encode()})


def report_on(members: dict[str, bytes], maker: ProofMaker, path: Path) -> VerificationReport:
    path.write_bytes(b"".join(bundle_chunks([MemberSource(*item) for item in members.items()])))
    return verify_proof(path, trusted_roots=maker.roots, now=LATER, check_excerpt=check_packets)


def times(report: VerificationReport) -> set[tuple[str, str, str]]:
    """Return what time tokens show: which line, when, signed by whom."""
    return {
        (c.code, c.facts["time"], c.facts["signer_sha256"])
        for c in report.checks
        if c.outcome is Outcome.PASSED and "time" in c.facts
    }


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    which=st.integers(0, 1000),
    where=st.integers(0, 2**32),
    length=st.integers(0, 8),
    put=st.binary(max_size=8),
)
def test_a_changed_member_is_reported_and_never_crashes(
    which: int,
    where: int,
    length: int,
    put: bytes,
    maker: ProofMaker,
    members: dict[str, bytes],
    tmp_path: Path,
) -> None:
    name = sorted(members)[which % len(members)]
    good = members[name]
    start = where % (len(good) + 1)
    changed = good[:start] + put + good[start + length :]

    report = report_on(members | {name: changed}, maker, tmp_path / "p")

    assert report.checks[0].outcome is Outcome.PASSED
    if name.endswith(".tsr"):
        # Certificates beside the signer's own chain are unsigned: changing them changes nothing.
        assert times(report) <= times(report_on(members, maker, tmp_path / "good"))
    else:
        assert report.holds == (name in FREE or changed == good)


@pytest.mark.parametrize("junk", [b"", b"\x00", b"\xff" * 40, b"{}", b"~", b"[" * 900, b"\n\n\n"])
def test_junk_in_any_member_is_reported(
    junk: bytes, maker: ProofMaker, members: dict[str, bytes], tmp_path: Path
) -> None:
    for name in sorted(set(members) - FREE):
        report = report_on(members | {name: junk}, maker, tmp_path / "p")
        assert not report.holds, name


def test_any_member_that_is_left_out_costs_what_it_showed(
    maker: ProofMaker, members: dict[str, bytes], tmp_path: Path
) -> None:
    losses = {
        "data/checkpoint.2.tsr": "B",
        "data/number.tsr": "B",
        "data/excerpt-proof.json": "E",
        "data/excerpt.mp4": "E",
        "data/certificate.pdf": "B",
        "data/tsa-roots.pem": "B",
        "data/partner.jws": "B",
    }

    for name, grade in losses.items():
        rest = {key: value for key, value in members.items() if key != name}
        report = report_on(rest, maker, tmp_path / "p")
        assert (report.holds, report.grade) == (True, grade), name


def test_a_decoder_that_dies_over_an_excerpt_leaves_only_that_line_open(
    maker: ProofMaker, members: dict[str, bytes], tmp_path: Path
) -> None:
    def dying(*_: object) -> None:
        raise ResourceError("media.worker-died")

    report_on(members, maker, tmp_path / "p")
    report = verify_proof(tmp_path / "p", trusted_roots=maker.roots, now=LATER, check_excerpt=dying)

    (line,) = [c for c in report.checks if c.code == "excerpt.recording"]
    assert (line.outcome, line.reason) == (Outcome.NOT_CHECKED, "media.worker-died")
    assert report.holds


def test_a_folder_or_a_device_in_place_of_a_proof_is_refused(
    maker: ProofMaker, tmp_path: Path
) -> None:
    places = [tmp_path, *([Path(os.devnull)] if os.name != "nt" else [])]
    for place in places:
        try:
            report = verify_proof(place, trusted_roots=maker.roots, now=LATER)
        except InputError:
            continue
        assert not report.holds
