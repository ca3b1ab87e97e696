"""How choices, faces and boxes become actions and orders."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import CoverageMap, Lane, Match, Span
from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.lawful_edit import Proposal
from consentkit.domain.plan import PublishPlan, Redaction, RedactionKind
from consentkit.domain.policy import Verdict
from consentkit.domain.redacted_facts import Silence
from consentkit.domain.redaction import (
    Action,
    FaceFindings,
    FacePoint,
    FaceTrack,
    PersonTreatment,
    Treatment,
    UnsureMoment,
    UnsureReason,
)
from consentkit.domain.redaction_changes import ChangeKind, HandChange
from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.redact.order import Doubt, DoubtKind, RenderResult
from consentkit.services.check_views import OwnMark
from consentkit.services.redaction_project import (
    blurred_stretches,
    not_looked_at,
    silence_in,
    to_look_at,
    work_out,
)
from consentkit.services.redaction_rendering import (
    as_heard,
    checked_target,
    lineage_of,
    order_digest,
    order_of,
    own_after,
    plan_for,
    redaction_claims,
)
from consentkit.services.stored_check import EditFacts, StoredCheck
from consentkit.services.stored_redaction import StoredRedaction

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LEFT, RIGHT = FrameBox(0, 0, FULL // 2, FULL), FrameBox(FULL // 2, 0, FULL, FULL)
THEIRS, MINE = FrameBox(9000, 9000, 19_000, 29_000), FrameBox(42_000, 9000, 52_000, 29_000)


def stretch(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def track(name, box, start=0, end=20):
    return FaceTrack(name, (FacePoint(Fraction(start), box),), Fraction(end))


def check(**changes):
    match = Match(
        Lane.PICTURE, stretch(0, 20), "rec-a", Fraction(100), partner_box=LEFT, own_box=RIGHT
    )
    spans = (JudgedSpan(Span(Lane.PICTURE, match.edit, match, "cnv-a"), Verdict.BLOCKED),)
    made = StoredCheck(
        "chk-a",
        Path("/videos/final.mp4"),
        EditFacts("ab" * 32, 1, Fraction(20), has_picture=True, has_sound=True, sound_streams=1),
        NOW,
        NOW,
        CoverageMap(Fraction(20), (Lane.PICTURE,), (match,)),
        spans,
        silent=(stretch(3, 4),),
    )
    return replace(made, **changes)


def worked(*changes, actions=None, tracks=None, made=None):
    """Return a redaction in which the partner is blurred from second 5 to 10."""
    wanted = actions or (Action(Treatment.BLUR_FACE, stretch(5, 10), "cnv-a"),)
    proposal = Proposal((PersonTreatment("cnv-a"),), wanted, True, (), {"cnv-a": ()}, (), ())
    faces = tracks or (track("f1", THEIRS), track("f2", MINE))
    stored = StoredRedaction("chk-a", "ab" * 32, FaceFindings(tracks=faces), changes)
    return work_out(made or check(), stored, Silence(), lambda _chosen: proposal)


def blurred(found, person="cnv-a"):
    return {name for one in found.actions if one.person == person for name in one.tracks}


def test_the_partners_face_is_blurred_and_the_creators_is_not():
    found = worked()
    assert blurred(found) == {"f1"}
    assert found.own_faces == {"f2"}


def test_a_face_is_blurred_or_left_as_chosen():
    found = worked(
        HandChange(ChangeKind.FACE, track="f1", is_blurred=False),
        HandChange(ChangeKind.FACE, track="f2", is_blurred=True),
    )
    assert blurred(found) == {"f2"}
    assert blurred(found, "") == {"f2"}


def test_a_face_that_was_taken_out_is_not_blurred():
    assert blurred(worked(HandChange(ChangeKind.REMOVE, track="f1"))) == set()


def bare(found, *unsure):
    """Return where nothing covers the partner although all was looked at."""
    looked = FaceFindings((stretch(0, 20),), tuple(found.edited.tracks.values()), unsure)
    moments = to_look_at(looked, found, blurred_stretches(found.actions))
    assert all(one.reason is UnsureReason.NOBODY for one in moments if not one.track)
    return [one.edit for one in moments if not one.track]


def test_where_nothing_covers_the_partner_somebody_is_told_whoever_else_is_seen():
    assert bare(worked()) == []
    assert bare(worked(tracks=(track("f1", THEIRS, 0, 7), track("f2", MINE)))) == [stretch(7, 10)]
    assert bare(worked(tracks=(track("f2", MINE),))) == [stretch(5, 10)]
    assert bare(worked(tracks=(track("f1", THEIRS, 0, Fraction(97, 10)),))) == []


@pytest.mark.parametrize(
    "change",
    [
        HandChange(ChangeKind.REMOVE, track="f1"),
        HandChange(ChangeKind.FACE, track="f1", is_blurred=False),
    ],
)
def test_a_face_that_is_left_by_hand_is_told_as_one_that_was_not_found(change):
    assert bare(worked(change)) == [stretch(5, 10)]
    drawn = HandChange(
        ChangeKind.BOX, at=Fraction(5), until=Fraction(8), box=THEIRS, new_track="hand-1"
    )
    assert bare(worked(change, drawn)) == [stretch(Fraction(8), 10)]


def test_only_moments_about_a_covered_face_are_to_be_looked_at():
    about = [UnsureMoment(stretch(6, 7), UnsureReason.WEAK, name) for name in ("f1", "f2")]
    found = worked()
    looked = FaceFindings((stretch(0, 20),), (), tuple(about))
    assert to_look_at(looked, found, blurred_stretches(found.actions)) == (about[0],)


def test_a_box_drawn_by_hand_is_blurred_wherever_it_is():
    found = worked(
        HandChange(
            ChangeKind.BOX, at=Fraction(15), until=Fraction(17), box=MINE, new_track="hand-1"
        )
    )
    [drawn] = [one for one in found.actions if not one.person]
    assert (drawn.edit, drawn.tracks) == (stretch(15, 17), ("hand-1",))
    assert blurred_stretches(found.actions) == (stretch(5, 10),)


def test_a_face_is_blurred_a_little_beyond_its_stretch_in_the_same_shot():
    order = order_of(worked(), Fraction(20))
    assert [(where, one.id) for where, one in order.blurs] == [
        (stretch(Fraction(9, 2), Fraction(21, 2)), "f1")
    ]
    short = worked(tracks=(track("f1", THEIRS, 5, 8),))
    assert [where for where, _ in order_of(short, Fraction(20)).blurs] == [stretch(5, 8)]


def test_what_is_heard_in_the_written_file_is_not_stated_as_muted():
    actions = (
        Action(Treatment.CUT, stretch(0, 2), "cnv-b"),
        Action(Treatment.MUTE, stretch(6, 10), "cnv-a"),
    )
    found = worked(actions=actions)
    doubts = (
        Doubt(DoubtKind.SOUND, stretch(5, 6)),
        Doubt(DoubtKind.FACE, stretch(4, 5)),
    )
    left = as_heard(found, doubts)
    plan = plan_for(PublishPlan("youtube"), left, "cd" * 32)
    stated = [one.edit for one in plan.redactions if one.kind is RedactionKind.MUTE]
    assert stated == [stretch(4, 5), stretch(6, 8)]
    assert lineage_of(check(), plan, left).silent == (stretch(1, 2), stretch(4, 5), stretch(6, 8))
    assert as_heard(found, doubts[1:]) == found


def test_the_log_tells_how_many_faces_were_left_by_hand():
    result = RenderResult("cd" * 32, 1, Fraction(20), Fraction(10), Fraction(10), ())

    def claimed(*changes):
        found = worked(*changes)
        order = order_of(found, Fraction(20))
        claims = redaction_claims(check(), found, result, order, is_passed=True)
        return [claims[name] for name in ("faces_blurred", "faces_left", "faces_left_by_hand")]

    spared = HandChange(ChangeKind.FACE, track="f1", is_blurred=False)
    assert claimed() == [1, 1, 0]
    assert claimed(spared) == [0, 2, 1]
    assert claimed(HandChange(ChangeKind.REMOVE, track="f1")) == [0, 2, 1]
    assert claimed(HandChange(ChangeKind.FACE, track="f2", is_blurred=False)) == [1, 1, 0]
    assert claimed(spared, HandChange(ChangeKind.FACE, track="f1", is_blurred=True)) == [1, 1, 0]


def test_everything_is_ordered_by_what_it_is():
    actions = (
        Action(Treatment.CUT, stretch(0, 2), "cnv-b"),
        Action(Treatment.CUT, stretch(2, 3), "cnv-c"),
        Action(Treatment.MUTE, stretch(4, 6), "cnv-a"),
        Action(Treatment.ALTER_VOICE, stretch(7, 8), "cnv-a"),
        Action(Treatment.HIDE_PICTURE, stretch(9, 12), ""),
    )
    order = order_of(worked(actions=actions), Fraction(20), 7)
    assert (order.cuts, order.altered, order.hidden) == (
        (stretch(0, 3),),
        (stretch(7, 8),),
        (stretch(9, 12),),
    )
    assert [(one.range, one.streams) for one in order.muted] == [(stretch(4, 6), None)]
    assert order_digest(order) == order_digest(replace(order, voice_seed=8))
    assert order_digest(order) != order_digest(replace(order, cuts=()))


def test_silence_tells_nothing_of_several_streams_of_sound():
    assert silence_in(check(), {}).everywhere == (stretch(3, 4),)
    for streams in (0, 2):
        facts = replace(check().facts, sound_streams=streams)
        assert silence_in(check(facts=facts), {}) == Silence()


def test_only_what_nobody_looked_at_is_looked_at():
    assert not_looked_at([stretch(0, 10)], [stretch(2, 4)]) == (stretch(0, 2), stretch(4, 10))
    assert not_looked_at([stretch(2, 3)], [stretch(2, 4)]) == ()


# ── the new video ──


def test_what_was_only_stated_before_is_not_known_of_the_new_video():
    plan = PublishPlan("youtube", redactions=(Redaction(RedactionKind.OWN_WORDS, "cnv-a"),))
    cut = Action(Treatment.CUT, stretch(0, 2), "cnv-b")
    hidden = Action(Treatment.HIDE_PICTURE, stretch(4, 6), "")
    found = worked(actions=(cut, hidden, Action(Treatment.MUTE, stretch(8, 9), "cnv-a")))
    mark = OwnMark(Lane.SOUND, stretch(1, 5), "mine", NOW)
    made = check(own=(mark,))
    new = plan_for(plan, found, "cd" * 32)
    assert new.file_sha256 == "cd" * 32
    assert {one.kind for one in new.redactions} >= {RedactionKind.OWN_WORDS, RedactionKind.MUTE}
    lineage = lineage_of(made, new, found)
    assert RedactionKind.OWN_WORDS not in {one.kind for one in lineage.redactions}
    assert lineage.silent == (stretch(1, 2), stretch(6, 7))
    assert lineage.blank == (stretch(2, 4),)
    assert lineage.coverage.duration == 18
    shown = [one.edit for one in lineage.coverage.matches]
    assert shown == [stretch(0, 2), stretch(4, 18)]
    assert [one.edit for one in own_after(made, found)] == [stretch(0, 3)]


def test_a_target_must_be_free_and_of_a_kind_that_can_be_written(tmp_path):
    source = tmp_path / "a.mp4"
    source.write_bytes(b"a")
    assert checked_target(tmp_path / "b.MKV", source) == tmp_path / "b.MKV"
    for name, code in (("a.mp4", "redaction.exists"), ("b.avi", "redaction.container")):
        with pytest.raises(InputError, match=code.replace(".", r"\.")):
            checked_target(tmp_path / name, source)
