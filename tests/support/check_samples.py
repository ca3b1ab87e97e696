"""Checks of finished videos to show in tests: made up, with every verdict and kind of finding."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from consentkit.domain.claims import ClaimState
from consentkit.domain.coverage import Lane, Match, Pane, Span
from consentkit.domain.policy import Verdict
from consentkit.domain.splice import SpliceFinding, SpliceKind
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_views import (
    CheckCard,
    CheckSpan,
    ClaimCheck,
    ConversationTotal,
    EditCheck,
)

NOW = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
LENGTH = Fraction(128)


def stretch(start, end):
    return TimeRange(Fraction(start).limit_denominator(1000), Fraction(end).limit_denominator(1000))


def span(lane, start, end, verdict, *reasons, source=None, conversation="", consent="", **more):
    """Return one stretch; ``source`` is (recording, second) or None."""
    where = stretch(start, end)
    match = None
    if source is not None:
        match = Match(
            lane,
            where,
            source[0],
            Fraction(source[1]).limit_denominator(1000),
            speed=more.pop("speed", Fraction(1)),
            confidence=more.pop("confidence", 0.97),
            is_mirrored=more.pop("mirrored", False),
            pane=Pane.PARTNER if lane is Lane.PICTURE else Pane.BOTH,
            pitch_semitones=more.pop("pitch", 0.0),
        )
    details = more.pop("details", tuple("" for _ in reasons))
    return CheckSpan(
        Span(lane, where, match, conversation), consent, verdict, reasons, details=details, **more
    )


def spans(recording="rec-1"):
    """Return stretches of every verdict in both lanes."""
    sari = {"conversation": "cnv-1", "consent": "con-1"}
    dima = {"conversation": "cnv-3", "consent": "con-2", "details": ("refused",)}
    budi = {"conversation": "cnv-6", "consent": "con-4"}
    picture, sound = Lane.PICTURE, Lane.SOUND
    return (
        span(picture, 0, 6, Verdict.UNKNOWN, "core.unmapped"),
        span(picture, 6, 31.5, Verdict.CLEARED, source=(recording, 14), **sari),
        span(
            picture, 31.5, 52, Verdict.BLOCKED, "core.not-given",
            source=(recording, 150), mirrored=True, speed=Fraction(11, 10), **dima,
        ),
        span(picture, 52, 58, Verdict.OWN, "core.own-pane", source=(recording, 156)),
        span(
            picture, 58, 90, Verdict.REDACT, "core.conditions",
            source=(recording, 1540), conditions=("blur_face",), **budi,
        ),
        span(picture, 90, 101, Verdict.BLOCKED, "core.no-consent", source=("rec-2", 4),
             conversation="cnv-20"),
        span(picture, 101, 104, Verdict.UNKNOWN, "core.unmapped"),
        span(picture, 104, 128, Verdict.CLEARED, source=(recording, 60), **sari),
        span(sound, 0, 7, Verdict.UNKNOWN, "core.unmapped"),
        span(sound, 7, 31.5, Verdict.CLEARED, source=(recording, 15), **sari),
        span(
            sound, 31.5, 55, Verdict.BLOCKED, "core.not-given", source=(recording, 150),
            speed=Fraction(11, 10), pitch=-2.0, **dima,
        ),
        span(sound, 55, 58, Verdict.OWN, "core.silent"),
        span(sound, 58, 90, Verdict.CLEARED, source=(recording, 1540), **budi),
        span(sound, 90, 101, Verdict.BLOCKED, "core.no-consent", source=("rec-2", 4),
             conversation="cnv-20"),
        span(sound, 101, 128, Verdict.CLEARED, source=(recording, 57), **sari),
    )  # fmt: skip


def total(conversation, partner, verdict, *reasons, **changes):
    made = ConversationTotal(
        conversation_id=conversation,
        recording_id="rec-1",
        recording_title="2026-11-20 21-04-11.mkv",
        partner=partner,
        consent_id="",
        picture_s=Fraction(20),
        sound_s=Fraction(23),
        verdict=verdict,
        reasons=reasons,
        first_at=Fraction(6),
    )
    return replace(made, **changes)


def totals():
    return (
        total("cnv-1", "Sari", Verdict.CLEARED, consent_id="con-1", picture_s=Fraction(99, 2)),
        total("cnv-3", "Дмитрий", Verdict.BLOCKED, "core.not-given", consent_id="con-2",
              first_at=Fraction(63, 2)),
        total("cnv-6", "Budi", Verdict.REDACT, "core.conditions", consent_id="con-4",
              first_at=Fraction(58)),
        total("cnv-20", "", Verdict.BLOCKED, "core.no-consent", recording_id="rec-2",
              recording_title="2026-11-21 01-12-40.mkv", first_at=Fraction(90)),
    )  # fmt: skip


def findings():
    return (
        SpliceFinding(
            SpliceKind.ORDER, Lane.SOUND, stretch(104, 128), "rec-1", "cnv-1", stretch(52, 84)
        ),
        SpliceFinding(
            SpliceKind.SPEED, Lane.SOUND, stretch(31.5, 55), "rec-1", "cnv-3", stretch(145, 181),
            Fraction(11, 10),
        ),
        SpliceFinding(
            SpliceKind.CUT_UTTERANCE, Lane.SOUND, stretch(90, 90.5), "rec-2", "cnv-20",
            stretch(0, 9),
        ),
    )  # fmt: skip


def claims():
    return (
        ClaimCheck(
            Lane.PICTURE, stretch(6, 31.5), "Sari 1", stretch(14, 39.5), "rec-1",
            ClaimState.CONFIRMED,
        ),
        ClaimCheck(
            Lane.PICTURE, stretch(90, 101), "talk.mkv", stretch(0, 11), "rec-1",
            ClaimState.CONTRADICTED,
        ),
    )  # fmt: skip


def check(**changes):
    """Return a check in which everything occurs."""
    made = EditCheck(
        id="chk-1",
        path=Path("/nowhere/night talks 12 final.mp4"),
        sha256="ab" * 32,
        duration=LENGTH,
        made_at=NOW,
        lanes=(Lane.PICTURE, Lane.SOUND),
        spans=spans(),
        totals=totals(),
        is_passed=False,
        reasons=("core.not-given", "core.no-consent", "core.unmapped", "core.conditions"),
        undecided_s=Fraction(157, 2),
        findings=findings(),
        claims=claims(),
        policies=(("core", "1"),),
        is_missing=True,
        recordings_compared=2,
    )
    return replace(made, **changes)


def passed_check(**changes):
    """Return a check in which nothing needs a decision."""
    kept = (
        span(Lane.PICTURE, 0, 128, Verdict.CLEARED, source=("rec-1", 14), conversation="cnv-1",
             consent="con-1"),
        span(Lane.SOUND, 0, 128, Verdict.CLEARED, source=("rec-1", 14), conversation="cnv-1",
             consent="con-1"),
    )  # fmt: skip
    return (
        check(
            spans=kept,
            totals=totals()[:1],
            is_passed=True,
            reasons=(),
            undecided_s=Fraction(0),
            findings=(),
            claims=(),
        )
        if not changes
        else replace(passed_check(), **changes)
    )


def card(number=1, **changes):
    made = CheckCard(
        f"chk-{number}",
        Path(f"/nowhere/night talks {number} final.mp4"),
        NOW,
        LENGTH,
        is_passed=False,
        undecided_s=Fraction(157, 2),
    )
    return replace(made, **changes)
