"""Signed claims that contradict each other, terms that ran out, and what is kept back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from proof_maker import ALL_C_FACTS, LATER, NOW, PACKET_PROOF, ProofMaker, authority

from consentkit.domain import consent
from consentkit.domain.consent import ConsentRecord, ConversationLink, Step
from consentkit.domain.evidence import Answer, Fact, Grade
from consentkit.domain.recording import PacketTree
from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.domain.scope import Purpose
from consentkit.kernel.timebase import TimeRange
from consentkit.proof.build import ProofToken, build_proof
from consentkit.proof.verify import verify_proof
from consentkit.wire import receipt

RECORDING = ("rec-aaaaaaaaaaaaaaaa", "ab" * 32)


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> ProofMaker:
    return ProofMaker([authority(monkeypatch, "A", is_real=True)])


@pytest.fixture
def verified(maker: ProofMaker, tmp_path: Path) -> Callable[..., VerificationReport]:
    """Return a function that makes a proof and verifies it."""

    def run(
        *,
        now=LATER,
        check_excerpt=lambda *_: None,
        hide: tuple[str, ...] = (),
        stamped_after: timedelta | None = None,
        **options,
    ) -> VerificationReport:
        if hide:
            issued = maker.issue(ALL_C_FACTS, grade=Grade.C)
            paths = {receipt.path_text(item.path) for item in issued.disclosures}
            lists = {path.split(".")[0] for path in hide}
            options["disclose"] = tuple(paths - set(hide) - lists)
        content = maker.make(**options)
        if stamped_after is not None:
            reply = maker.stamp(content.checkpoint, at=NOW + stamped_after)
            content = replace(content, tokens=(ProofToken(reply),))
        build_proof(content, tmp_path / "p")
        return verify_proof(
            tmp_path / "p", trusted_roots=maker.roots, now=now, check_excerpt=check_excerpt
        )

    return run


def line(report: VerificationReport, code: str) -> Check:
    (found,) = [c for c in report.checks if c.code == code]
    return found


def outcome(report: VerificationReport, code: str) -> tuple[Outcome, str]:
    return line(report, code).outcome, line(report, code).reason


def facts(report: VerificationReport) -> set[str]:
    return set(line(report, "grade").facts["facts"].split())


# ── what was heard ──


@pytest.mark.parametrize("heard", [Answer.NO, Answer.UNCLEAR])
def test_a_permission_whose_only_excerpt_has_no_yes_fails(maker, verified, heard) -> None:
    maker.heard = heard

    report = verified()

    assert outcome(report, "evidence") == (Outcome.FAILED, "evidence.heard-not-yes")
    assert not report.holds
    assert report.grade == "E"


def test_what_is_kept_back_may_explain_a_no_and_then_it_counts_for_nothing(maker, verified) -> None:
    maker.heard = Answer.NO

    report = verified(hide=("events.1",))

    assert outcome(report, "evidence") == (Outcome.NOT_CHECKED, "evidence.heard-not-yes")
    assert Fact.QUESTION_AND_ANSWER_HEARD.value not in facts(report)
    assert report.holds


def test_a_later_question_explains_a_no(maker, verified) -> None:
    def asked_again(record: ConsentRecord) -> ConsentRecord:
        later = consent.ConsentEvent(Step.REQUEST, record.purposes, NOW, NOW, consent.Actor.PARTNER)
        return replace(record, events=(*record.events[:1], later, *record.events[1:]))

    maker.heard, maker.change = Answer.NO, asked_again

    report = verified()

    assert line(report, "evidence").outcome is Outcome.NOT_CHECKED
    assert Fact.QUESTION_AND_ANSWER_HEARD.value not in facts(report)


def test_a_no_that_permits_nothing_is_no_contradiction(maker, verified) -> None:
    def refused(record: ConsentRecord) -> ConsentRecord:
        refusal = replace(record.events[1], step=Step.REFUSE)
        return replace(record, events=(record.events[0], refusal, *record.events[2:]))

    maker.heard, maker.change = Answer.NO, refused

    report = verified()

    assert line(report, "evidence").outcome is Outcome.PASSED
    assert Fact.QUESTION_AND_ANSWER_HEARD.value in facts(report)
    assert "term" not in {check.code for check in report.checks}


def test_a_number_counts_only_where_the_answer_fits(maker, verified) -> None:
    maker.heard = Answer.NO

    assert Fact.NUMBER_HEARD.value not in facts(verified(has_number=True))


def test_an_answer_the_issuer_does_not_count_is_not_counted(verified) -> None:
    report = verified(facts=ALL_C_FACTS - {Fact.QUESTION_AND_ANSWER_HEARD})

    assert Fact.QUESTION_AND_ANSWER_HEARD.value not in facts(report)


# ── where it was said ──


def linked(*stretches: tuple[int, int]) -> Callable[[ConsentRecord], ConsentRecord]:
    """Return a change that makes the record about these stretches of its recording."""
    links = tuple(
        ConversationLink(*RECORDING, "", TimeRange(Fraction(a), Fraction(b))) for a, b in stretches
    )
    return lambda record: replace(record, links=links)


@pytest.mark.parametrize("stretches", [((0, 58),), ((71, 90),), ((0, 63), (64, 68)), ((66, 70),)])
def test_an_answer_outside_every_conversation_fails(maker, verified, stretches) -> None:
    maker.change = linked(*stretches)

    report = verified()

    assert outcome(report, "evidence") == (Outcome.FAILED, "evidence.outside-conversation")
    assert not report.holds


@pytest.mark.parametrize("stretches", [((50, 80),), ((0, 5), (61, 69)), ((65, 70),)])
def test_an_answer_in_a_conversation_passes_to_a_second(maker, verified, stretches) -> None:
    maker.change = linked(*stretches)

    assert line(verified(), "evidence").outcome is Outcome.PASSED


def test_a_conversation_that_is_kept_back_may_hold_the_answer(maker, verified) -> None:
    maker.change = linked((0, 10), (50, 80))

    report = verified(hide=("conversations.1",))

    assert outcome(report, "evidence") == (Outcome.NOT_CHECKED, "evidence.outside-conversation")
    assert report.holds


@pytest.mark.parametrize(
    "source_range", ['["55","76"]', '["0","20"]', '["55"]', "7", '["55","75","80"]', '["x","75"]']
)
def test_a_packet_proof_of_another_stretch_fails(maker, verified, source_range) -> None:
    other = PACKET_PROOF.replace('["55","75"]', source_range)
    content = maker.make()

    report = verified(excerpt=replace(content.excerpt, packet_proof=other))

    assert line(report, "excerpt.recording").outcome is Outcome.FAILED
    assert Fact.EXCERPT_FROM_RECORDING.value not in facts(report)
    assert not report.holds


def test_the_trees_are_those_of_the_excerpts_own_recording(maker, verified) -> None:
    other = replace(
        maker.recording(),
        id="rec-bbbbbbbbbbbbbbbb",
        sha256="ee" * 32,
        packet_trees=(replace(maker.recording().packet_trees[0], root="ff" * 32),),
    )
    maker.earlier_recordings = (other,)
    seen: list[tuple[PacketTree, ...]] = []

    report = verified(check_excerpt=lambda *given: seen.append(given[3]))

    assert line(report, "excerpt.recording").outcome is Outcome.PASSED
    assert [tree.root for trees in seen for tree in trees] == ["cd" * 32]
    hidden = verified(hide=("recordings.1",), check_excerpt=lambda *given: seen.append(given[3]))
    assert line(hidden, "excerpt.recording").reason == "excerpt.recording-not-disclosed"
    assert len(seen) == 1


# ── when ──


def test_a_receipt_dated_after_its_time_token_fails(maker, verified) -> None:
    maker.issued_at = NOW + timedelta(minutes=10)

    report = verified(stamped_after=timedelta(minutes=5))

    assert outcome(report, "time.1") == (Outcome.FAILED, "time.before-receipt")
    assert line(report, "time.1").facts["time"]
    assert Fact.SEALED_BY_TOKEN.value not in facts(report)
    assert not report.holds


def test_a_clock_a_minute_ahead_of_the_authority_is_no_contradiction(maker, verified) -> None:
    maker.issued_at = NOW + timedelta(minutes=6)

    assert line(verified(stamped_after=timedelta(minutes=5)), "time.1").outcome is (Outcome.PASSED)


@pytest.mark.parametrize("name", ["event_time", "recorded_time"])
def test_an_event_dated_after_the_time_token_fails(maker, verified, name: str) -> None:
    def later(record: ConsentRecord) -> ConsentRecord:
        event = replace(record.events[1], **{name: NOW + timedelta(hours=1)})
        return replace(record, events=(record.events[0], event, *record.events[2:]))

    maker.change = later

    assert outcome(verified(), "time.1") == (Outcome.FAILED, "time.before-event")


def test_a_number_from_a_token_later_than_the_seal_fails(maker, verified) -> None:
    def earlier(record: ConsentRecord) -> ConsentRecord:
        then = NOW - timedelta(hours=3)
        events = (replace(e, event_time=then, recorded_time=then) for e in record.events)
        return replace(record, events=tuple(events))

    maker.issued_at, maker.change = NOW - timedelta(hours=3), earlier

    report = verified(has_number=True, stamped_after=timedelta(hours=-2))

    assert line(report, "time.1").outcome is Outcome.PASSED
    assert outcome(report, "number") == (Outcome.FAILED, "number.later-than-seal")
    assert Fact.NUMBER_FROM_TOKEN.value not in facts(report)


def test_a_term_that_has_ended_is_told_and_the_proof_still_holds(verified) -> None:
    report = verified(now=NOW + timedelta(days=365 * 2 + 2))

    assert outcome(report, "term") == (Outcome.NOT_CHECKED, "term.ended")
    assert Purpose.PUBLISH.value in line(report, "term").facts["purposes"].split()
    assert Purpose.THUMBNAIL.value not in line(report, "term").facts["purposes"].split()
    assert report.holds


def test_terms_that_run_are_told_too(verified) -> None:
    assert line(verified(now=NOW + timedelta(days=365)), "term").outcome is Outcome.PASSED


# ── what is kept back ──


def test_a_hidden_field_is_told(verified) -> None:
    report = verified(hide=("pii_principal.name",))

    assert "hidden_fields" in report.not_proven
    assert "hidden_permissions" not in report.not_proven


def test_a_hidden_line_about_a_purpose_is_told(verified) -> None:
    assert "hidden_permissions" in verified(hide=("pii_processing.1",)).not_proven
    nothing = verified(disclose=("pii_principal.pseudonym",), excerpt=None)
    assert "hidden_permissions" in nothing.not_proven


def test_a_receipt_without_hidden_fields_says_nothing_of_them(verified) -> None:
    assert not {"hidden_fields", "hidden_permissions"} & set(verified().not_proven)
