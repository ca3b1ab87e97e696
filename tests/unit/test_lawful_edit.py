"""What is proposed for a video, and what is left to words, other plans and hands."""

from dataclasses import replace
from fractions import Fraction

from gate_maker import ASKED_FOR, PLAN, leaf, passing, person, span

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane, Span
from consentkit.domain.frame_box import FrameBox
from consentkit.domain.lawful_edit import propose_edit
from consentkit.domain.plan import (
    Appearance,
    Complaint,
    Declaration,
    DeclaredFact,
    Disclosure,
    RedactionKind,
)
from consentkit.domain.policy import Verdict
from consentkit.domain.redacted_facts import NO_SILENCE, Silence, redacted_facts, redacted_plan
from consentkit.domain.redaction import (
    Action,
    FaceFindings,
    FacePoint,
    FaceTrack,
    PersonTreatment,
    Treatment,
)
from consentkit.domain.redaction_changes import (
    ChangeKind,
    HandChange,
    after_changes,
    trimmed,
    with_findings,
)
from consentkit.domain.scope import Condition, DataCategory
from consentkit.domain.splice import SpliceFinding, SpliceKind
from consentkit.kernel.timebase import TimeRange
from consentkit.services.policies import all_packs

PACKS = all_packs()
KEEP, BLUR, MUTE = Treatment.KEEP, Treatment.BLUR_FACE, Treatment.MUTE
HIDE, ALTER, CUT = Treatment.HIDE_PICTURE, Treatment.ALTER_VOICE, Treatment.CUT
BOTH = frozenset({DataCategory.FACE, DataCategory.VOICE})


def stretch(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def agreed(**changes):
    return tuple(leaf(purpose, **changes) for purpose in ASKED_FOR)


def scene(one, verdict=Verdict.CLEARED, **changes):
    spans = (span(0, 20, verdict=verdict), span(0, 20, Lane.SOUND, verdict))
    return passing(people=(one,), spans=spans, **changes)


def proposed(facts, *arguments):
    return propose_edit(facts, PACKS, *arguments)


def ways(proposal):
    return [(one.picture, one.sound) for one in proposal.treatments]


def unknown(start, end, lane):
    return JudgedSpan(Span(lane, stretch(start, end)), Verdict.UNKNOWN)


# ── what is proposed ──


def test_nothing_is_done_to_a_video_that_passes():
    proposal = proposed(passing())
    assert (proposal.is_passed, proposal.actions, proposal.left) == (True, (), ())


def test_a_withdrawal_takes_picture_and_sound():
    facts = scene(person(leaves=agreed(status=Status.WITHDRAWN)), Verdict.BLOCKED)
    proposal = proposed(facts)
    assert ways(proposal) == [(BLUR, MUTE)]
    assert proposal.is_passed
    assert "core.consent" in proposal.rules["con-a"]


def test_a_condition_is_met_in_its_lane_alone_and_mildly():
    altered = person(leaves=agreed(conditions=frozenset({Condition.ALTER_VOICE})))
    assert ways(proposed(scene(altered, Verdict.REDACT))) == [(KEEP, ALTER)]
    placed = person(leaves=agreed(conditions=frozenset({Condition.HIDE_PLACE})))
    assert ways(proposed(scene(placed, Verdict.REDACT))) == [(HIDE, KEEP)]


def test_somebody_who_is_named_can_only_be_cut():
    named = Declaration(DeclaredFact.CONTACT_SHOWN, is_true=True, person="con-a")
    facts = passing(plan=replace(PLAN, declared=(*PLAN.declared, named)), people=(person(),))
    facts = replace(facts, spans=(span(0, 10), span(10, 20, verdict=Verdict.OWN, ids=())))
    proposal = proposed(facts)
    assert ways(proposal) == [(CUT, CUT)]
    assert proposal.removed == (stretch(0, 10),)
    assert proposal.is_passed


def test_nothing_is_left_of_a_video_that_is_cut_whole():
    named = Declaration(DeclaredFact.CONTACT_SHOWN, is_true=True, person="con-a")
    proposal = proposed(passing(plan=replace(PLAN, declared=(*PLAN.declared, named))))
    assert ways(proposal) == [(CUT, CUT)]
    assert not proposal.is_passed


def test_unknown_music_is_muted_and_an_unknown_picture_hidden():
    music = unknown(0, 20, Lane.SOUND)
    proposal = proposed(passing(spans=(span(0, 20), music)))
    assert [one.person for one in proposal.treatments] == ["con-a", ""]
    assert ways(proposal) == [(KEEP, KEEP), (KEEP, MUTE)]
    assert proposal.is_passed
    title = unknown(0, 5, Lane.PICTURE)
    proposal = proposed(passing(spans=(title, span(5, 20), span(0, 20, Lane.SOUND))))
    assert ways(proposal)[-1] == (HIDE, KEEP)
    assert proposal.is_passed
    cut = {"": PersonTreatment("", CUT, CUT)}
    assert proposed(passing(spans=(title, span(5, 20))), NO_SILENCE, cut).removed == (
        stretch(0, 5),
    )


def test_what_is_muted_is_only_what_is_heard():
    facts = scene(person(leaves=agreed(status=Status.WITHDRAWN)), Verdict.BLOCKED)
    proposal = proposed(facts, Silence((stretch(0, 2), stretch(5, 7))))
    muted = [one.edit for one in proposal.actions if one.treatment is MUTE]
    assert muted == [stretch(2, 5), stretch(7, 20)]
    assert proposal.is_passed


# ── what is not mended ──


def test_a_missing_statement_is_left_over_and_nobody_is_cut_for_it():
    declared = tuple(one for one in PLAN.declared if one.fact is not DeclaredFact.NAME_SHOWN)
    proposal = proposed(passing(plan=replace(PLAN, declared=declared)))
    assert proposal.actions == ()
    assert not proposal.is_passed
    assert [item.rule for item in proposal.left] == ["yt.identifiable"]


def test_a_complaint_and_a_thumbnail_are_left_over():
    plan = replace(
        PLAN,
        complaints=(Complaint(passing().at, "con-a"),),
        thumbnail=(Appearance("con-a"),),
    )
    proposal = proposed(passing(plan=plan))
    assert {item.rule for item in proposal.left} >= {"yt.complaint", "core.thumbnail"}
    assert not proposal.is_passed


def test_what_was_chosen_stays_and_what_it_leaves_is_told():
    facts = scene(person(leaves=agreed(status=Status.WITHDRAWN)), Verdict.BLOCKED)
    proposal = proposed(facts, NO_SILENCE, {"con-a": PersonTreatment("con-a", BLUR, KEEP)})
    assert ways(proposal) == [(BLUR, KEEP)]
    assert "core.consent" in {item.rule for item in proposal.left}


def test_stretches_of_what_is_left_are_those_before_the_cuts():
    plan = replace(PLAN, complaints=(Complaint(passing().at, "con-b"),))
    people = (person(leaves=agreed(status=Status.WITHDRAWN)), person("con-b"))
    spans = (span(0, 10, verdict=Verdict.BLOCKED), span(10, 20, ids=("con-b",)))
    facts = passing(plan=plan, people=people, spans=spans)
    proposal = proposed(facts, NO_SILENCE, {"con-a": PersonTreatment("con-a", CUT, CUT)})
    [left] = proposal.left
    assert left.spans == (stretch(10, 20),)


def test_a_cut_that_changes_what_was_said_is_told():
    facts = scene(person(leaves=agreed(status=Status.WITHDRAWN)), Verdict.BLOCKED)
    facts = replace(facts, spans=(*facts.spans[:1], span(0, 10, Lane.SOUND, Verdict.BLOCKED)))
    place = SpliceFinding(
        SpliceKind.CUT_UTTERANCE, Lane.SOUND, stretch(0, 1), "rec-a", "cnv-a", stretch(0, 1)
    )
    cut = {"con-a": PersonTreatment("con-a", CUT, CUT)}
    facts = replace(facts, spans=(span(0, 5, verdict=Verdict.BLOCKED), span(5, 20, ids=())))
    assert proposed(facts, NO_SILENCE, cut).is_passed
    proposal = proposed(facts, NO_SILENCE, cut, lambda _cuts: (place,))
    assert [item.rule for item in proposal.left] == ["yt.misquote"]


# ── what the gate sees ──


def test_persons_of_whom_nothing_is_left_are_not_asked():
    facts = scene(person(leaves=agreed(status=Status.WITHDRAWN)), Verdict.BLOCKED)
    seen = redacted_facts(facts, [Action(CUT, stretch(0, 20), "con-a")])
    assert (seen.spans, seen.people) == ((), ())


def test_what_lies_after_a_cut_moves_forward_with_its_source():
    seen = redacted_facts(passing(), [Action(CUT, stretch(5, 8), "con-a")])
    picture = [item.span for item in seen.spans if item.span.lane is Lane.PICTURE]
    assert [one.edit for one in picture] == [stretch(0, 5), stretch(5, 17)]
    assert [one.match.source_start for one in picture] == [10, 18]
    assert all(one.match.edit == one.edit for one in picture)


def test_a_plan_states_what_was_done_in_its_new_time():
    plan = replace(
        PLAN, disclosures=(Disclosure(stretch(6, 7), "a"), Disclosure(stretch(9, 12), "b"))
    )
    actions = [
        Action(CUT, stretch(5, 8), "con-a"),
        Action(HIDE, stretch(0, 10), "con-b"),
        Action(BLUR, stretch(0, 20), "", ("f1",)),
    ]
    made = redacted_plan(plan, actions)
    assert {(one.kind, one.person, one.edit) for one in made.redactions} == {
        (RedactionKind.BLUR_FACE, "con-b", stretch(0, 7)),
        (RedactionKind.HIDE_PLACE, "con-b", stretch(0, 7)),
    }
    assert [(one.edit, one.note) for one in made.disclosures] == [(stretch(6, 9), "b")]


def test_boxes_drawn_for_nobody_state_nothing():
    assert redacted_plan(PLAN, [Action(BLUR, stretch(0, 20), "", ("hand-1",))]).redactions == ()


# ── changes by hand ──

BOX = FrameBox(0, 0, 1000, 1000)
FAR = FrameBox(10_000, 0, 11_000, 1000)


def track(name="f1", start=0, end=10):
    points = (FacePoint(Fraction(start), BOX), FacePoint(Fraction(end) - 1, FAR))
    return FaceTrack(name, points, Fraction(end))


def changed(*changes, tracks=None):
    return after_changes(FaceFindings(tracks=tracks or (track(),)), changes)


def test_a_moved_box_is_a_point_of_its_track():
    moved = changed(HandChange(ChangeKind.BOX, track="f1", at=Fraction(4), box=FAR))
    assert moved.tracks["f1"].box_at(Fraction(4)) == FAR
    back = changed(
        HandChange(ChangeKind.BOX, track="f1", at=Fraction(4), box=FAR),
        HandChange(ChangeKind.UNBOX, track="f1", at=Fraction(4)),
    )
    assert back.tracks["f1"] == track()


def test_a_split_track_is_where_it_was_in_both_parts():
    split = changed(HandChange(ChangeKind.SPLIT, track="f1", at=Fraction(3), new_track="f9"))
    first, second = split.tracks["f1"], split.tracks["f9"]
    assert (first.range, second.range) == (stretch(0, 3), stretch(3, 10))
    for at in (Fraction(1), Fraction(5, 2), Fraction(3), Fraction(7)):
        mine = first if at < 3 else second
        before = track().box_at(at)
        assert abs(mine.box_at(at).left - before.left) <= 30


def test_a_trim_outside_of_a_track_changes_nothing():
    change = HandChange(ChangeKind.TRIM, track="f1", at=Fraction(20), until=Fraction(30))
    assert changed(change).tracks["f1"] == track()
    assert trimmed(track(), Fraction(2), Fraction(4)).range == stretch(2, 4)


def test_what_was_taken_out_is_remembered_and_what_was_drawn_is_gone():
    made = changed(
        HandChange(ChangeKind.REMOVE, track="f1"),
        HandChange(ChangeKind.BOX, at=Fraction(1), box=BOX, new_track="hand-1"),
        HandChange(ChangeKind.REMOVE, track="hand-1"),
        HandChange(ChangeKind.REMOVE, track="of another file"),
    )
    assert (made.removed, set(made.tracks), made.drawn) == ({"f1"}, {"f1"}, set())


def test_a_reset_leaves_what_was_found():
    made = changed(
        HandChange(ChangeKind.TREAT, "con-a", PersonTreatment("con-a")),
        HandChange(ChangeKind.FACE, track="f1", is_blurred=True),
        HandChange(ChangeKind.RESET),
    )
    assert (made.treatments, made.choices) == ({}, {})


def test_faces_of_more_stretches_get_names_of_their_own():
    before = FaceFindings((stretch(0, 10),), (track("f1"), track("f2")))
    new = FaceFindings((stretch(10, 20),), (track("f1", 10, 20),))
    both = with_findings(before, new)
    assert [one.id for one in both.tracks] == ["f1", "f2", "f3"]
    assert both.looked == (stretch(0, 20),)
