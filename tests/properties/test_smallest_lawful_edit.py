"""No combination of treatments passes with fewer changed seconds, or as few and more mildly."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from gate_maker import ASKED_FOR, PLAN, leaf, passing, person
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.consent import Status
from consentkit.domain.coverage import CoverageMap, Lane, Match, Span
from consentkit.domain.gate import Effect, decide_publication
from consentkit.domain.gate_facts import RecordChecks
from consentkit.domain.gate_scene import State
from consentkit.domain.lawful_edit import (
    actions_of,
    cost_of,
    persons_of,
    propose_edit,
    whereabouts,
)
from consentkit.domain.plan import Declaration, DeclaredFact, Redaction, RedactionKind
from consentkit.domain.policy import Remedy, Verdict
from consentkit.domain.redacted_facts import Cuts, Silence, common, cut_coverage, redacted_facts
from consentkit.domain.redaction import (
    PICTURE_TREATMENTS,
    SOUND_TREATMENTS,
    PersonTreatment,
    Treatment,
    after_cuts,
)
from consentkit.domain.scope import Condition, DataCategory
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.policies import all_packs

PACKS = all_packs()
A, B, NOBODY = "con-a", "con-b", ""
CUT = Treatment.CUT
ANY_TIME = settings(deadline=None)
WORDS = {Remedy.STATE, Remedy.CHANGE_PLAN}


def stretch(start, length):
    return TimeRange(Fraction(start), Fraction(start + length))


ranges = st.builds(stretch, st.integers(0, 20), st.integers(1, 5))
range_lists = st.lists(ranges, max_size=5).map(union)

silences = st.builds(
    Silence, range_lists, st.dictionaries(st.sampled_from(["con-a", "cnv"]), range_lists)
)

# ── scenes ──

conditions = st.sampled_from([
    frozenset(),
    frozenset({Condition.BLUR_FACE}),
    frozenset({Condition.ALTER_VOICE}),
    frozenset({Condition.HIDE_PLACE}),
])
agreed = st.builds(
    lambda status, data, wanted: tuple(
        leaf(purpose, status=status, data=data, conditions=wanted) for purpose in ASKED_FOR
    ),
    st.sampled_from([Status.GIVEN, Status.GIVEN, Status.WITHDRAWN]),
    st.sampled_from([
        frozenset({DataCategory.FACE, DataCategory.VOICE}),
        frozenset({DataCategory.FACE}),
        frozenset({DataCategory.VOICE}),
    ]),
    conditions,
)
details = {
    "leaves": agreed,
    "notice": st.sampled_from([None, person().notice]),
    "checks": st.sampled_from([person().checks, person().checks, RecordChecks()]),
    "is_adult_stated": st.sampled_from([True, True, False]),
}
WHO = st.sampled_from([(A,), (B,), (A, B), ("cnv",), (NOBODY,), ()])


def judged(lane, edit, who, people):
    """Return a stretch with the verdict that goes with its people's records."""
    if who in {("cnv",), (NOBODY,), ()}:
        verdict = {("cnv",): Verdict.BLOCKED, (NOBODY,): Verdict.UNKNOWN, (): Verdict.OWN}[who]
        return JudgedSpan(Span(lane, edit, None, who[0] if who else ""), verdict)
    verdicts = [_verdict(lane, people[one]) for one in who]
    worst = next(
        one for one in (Verdict.BLOCKED, Verdict.REDACT, Verdict.CLEARED) if one in verdicts
    )
    match = Match(lane, edit, "rec-a", edit.start + 10)
    return JudgedSpan(Span(lane, edit, match, "cnv-" + "".join(who)), worst, (), who)


def _verdict(lane, one):
    given = one.leaves[0]
    data, removing = {
        Lane.PICTURE: (DataCategory.FACE, Condition.BLUR_FACE),
        Lane.SOUND: (DataCategory.VOICE, Condition.ALTER_VOICE),
    }[lane]
    if not given.is_permitting or (data not in given.data and removing not in given.conditions):
        return Verdict.BLOCKED
    in_lane = {removing, Condition.HIDE_PLACE} if lane is Lane.PICTURE else {removing}
    return Verdict.REDACT if given.conditions & in_lane else Verdict.CLEARED


def laid(lane, pieces, people):
    spans, position = [], 0
    for length, who in pieces:
        spans.append(judged(lane, stretch(position, length), who, people))
        position += length
    return spans


@st.composite
def scenes(draw):
    a, b = (person(name, **{key: draw(value) for key, value in details.items()}) for name in (A, B))
    people = {A: a, B: b}
    pieces = st.lists(st.tuples(st.integers(1, 4), WHO), min_size=1, max_size=4)
    spans = [
        *laid(Lane.PICTURE, draw(pieces), people),
        *laid(Lane.SOUND, draw(pieces), people),
    ]
    is_named = draw(st.sampled_from([None, None, A, B, NOBODY]))
    named = Declaration(DeclaredFact.NAME_SHOWN, is_true=True, person=is_named or "")
    declared = PLAN.declared
    if is_named is not None:
        rest = [one for one in declared if (one.fact, one.person) != (named.fact, named.person)]
        declared = (*rest, named)
    done = draw(
        st.sampled_from([
            None,
            (),
            (Redaction(RedactionKind.BLUR_FACE, A),),
            (Redaction(RedactionKind.MUTE, B, stretch(0, 3)),),
        ])
    )
    present = {one for item in spans for one in item.consent_ids}
    return passing(
        plan=replace(PLAN, declared=declared, redactions=done),
        people=tuple(one for name, one in people.items() if name in present),
        spans=tuple(spans),
    )


# ── every combination ──


def options(where):
    pictures = PICTURE_TREATMENTS[:-1] if where.picture else (Treatment.KEEP,)
    sounds = SOUND_TREATMENTS[:-1] if where.sound else (Treatment.KEEP,)
    return [(CUT, CUT), *product(pictures, sounds)]


def done_already(facts, name):
    end = max(item.span.edit.end for item in facts.spans)
    kinds = {
        Treatment.BLUR_FACE: {RedactionKind.BLUR_FACE},
        Treatment.MUTE: {RedactionKind.MUTE},
        Treatment.ALTER_VOICE: {RedactionKind.MUTE, RedactionKind.ALTER_VOICE},
    }
    return {
        how: union(
            item.edit or TimeRange(Fraction(0), end)
            for item in facts.plan.redactions or ()
            if item.kind in wanted and item.person in {"", name}
        )
        for how, wanted in kinds.items()
    }


def actions_for(facts, wheres, treatments, silence):
    return [
        action
        for where, one in zip(wheres, treatments, strict=True)
        for action in actions_of(
            where, one, silence.around(where.person), done_already(facts, where.person)
        )
    ]


def outcome(facts, wheres, treatments, silence):
    actions = actions_for(facts, wheres, treatments, silence)
    stated = replace(facts, plan=replace(facts.plan, redactions=facts.plan.redactions or ()))
    seen = redacted_facts(stated, actions, silence)
    left = {
        (item.rule, item.reason, item.detail, one)
        for item in decide_publication(seen, PACKS).outcomes
        if item.effect is Effect.BLOCK
        and not (item.state is State.CANNOT_TELL and WORDS & set(item.remedies))
        for one in item.persons or ("",)
    }
    return left, cost_of(actions)


@settings(max_examples=40, deadline=None)
@given(scenes(), silences)
def test_nothing_that_passes_changes_less(facts, silence):
    wheres = whereabouts(facts.spans)
    if len(wheres) > 3:
        wheres = wheres[:3]
        kept = {one.person for one in wheres}
        facts = replace(
            facts,
            spans=tuple(item for item in facts.spans if not set(persons_of(item)) - kept),
        )
        facts = replace(
            facts,
            people=tuple(
                one
                for one in facts.people
                if any(one.consent_id in item.consent_ids for item in facts.spans)
            ),
        )
        wheres = whereabouts(facts.spans)
    if not wheres:
        return
    proposal = propose_edit(facts, PACKS, silence)
    assert [one.person for one in proposal.treatments] == [one.person for one in wheres]
    all_cut = [PersonTreatment(one.person, CUT, CUT) for one in wheres]
    least_left, _ = outcome(facts, wheres, all_cut, silence)
    found_left, found_cost = outcome(facts, wheres, proposal.treatments, silence)
    assert found_left <= least_left
    # The gate is slow beside the arithmetic: only what would be better is asked about.
    for pairs in product(*(options(one) for one in wheres)):
        treatments = [
            PersonTreatment(where.person, *pair) for where, pair in zip(wheres, pairs, strict=True)
        ]
        if cost_of(actions_for(facts, wheres, treatments, silence)) < found_cost:
            left, _ = outcome(facts, wheres, treatments, silence)
            assert not left <= least_left, treatments


# ── cuts ──


@ANY_TIME
@given(range_lists, ranges)
def test_cuts_move_a_stretch_as_the_plain_sum_does(cuts, one):
    made = Cuts(cuts)
    assert made.after(one) == after_cuts(one, cuts)
    assert made.removed_s == sum((cut.duration for cut in cuts), Fraction(0))
    kept = sum((piece.duration for piece in made.left_of(one)), Fraction(0))
    assert kept == one.duration - sum((cut.overlap(one) for cut in cuts), Fraction(0))


@ANY_TIME
@given(range_lists, ranges)
def test_a_stretch_that_no_cut_touches_is_found_again(cuts, one):
    made = Cuts(cuts)
    if any(cut.overlap(one) for cut in cuts):
        return
    assert made.before(made.after(one)) == one


@ANY_TIME
@given(range_lists, range_lists)
def test_common_stretches_lie_in_both(first, second):
    shared = common(first, second)
    for second_of in range(30):
        moment = Fraction(second_of)
        is_in = [any(one.contains(moment) for one in found) for found in (first, second, shared)]
        assert is_in[2] == (is_in[0] and is_in[1])


@ANY_TIME
@given(range_lists)
def test_a_cut_moves_the_edit_and_not_the_source(cuts):
    whole = TimeRange(Fraction(0), Fraction(30))
    match = Match(Lane.SOUND, whole, "rec-a", Fraction(100), speed=Fraction(2))
    moved = cut_coverage(CoverageMap(Fraction(30), (Lane.SOUND,), (match,)), Cuts(cuts))
    assert moved.duration == sum((one.edit.duration for one in moved.matches), Fraction(0))
    made = Cuts(cuts)
    for one in moved.matches:
        before = made.before(one.edit)
        assert one.source_start == match.source_at(before.start)
