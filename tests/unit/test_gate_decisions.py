"""The gate's decision: packs that apply, overrides, people who are taken out, and replays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from gate_maker import NOW, PLAN, leaf, passing, person, span

from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import (
    Effect,
    combine_packs,
    decide_publication,
    verify_decision,
)
from consentkit.domain.gate_facts import RecordChecks, planned_moment
from consentkit.domain.gate_scene import State
from consentkit.domain.plan import Appearance, Override, PublishPlan, Redaction, RedactionKind
from consentkit.domain.policy import Applies, Severity, Verdict
from consentkit.domain.report import Outcome
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.kernel.resources import resource_path
from consentkit.services.policies import all_packs, core_pack, load_packs
from consentkit.wire.gate_case import (
    decode_gate_case,
    encode_gate_case,
    gate_claims,
    make_gate_case,
    verify_gate_case,
)
from consentkit.wire.policy_pack import parse_checked_pack

PACKS = all_packs()
PENDING = RecordChecks(*[Outcome.PASSED] * 4, is_time_pending=True)


def decide(facts):
    return decide_publication(facts, PACKS)


def planned(**changes):
    return passing(plan=replace(PLAN, **changes))


def effect(decision, rule):
    return decision.outcomes_of(rule)[0].effect


# ── which packs ──


def applied(**changes):
    country = changes.pop("country", "ID")
    facts = passing(plan=replace(PLAN, **changes), people=(person(country=country),))
    return {pack.id for pack in decide(facts).packs} - {"core", "evidence", "minors", "yt", "ome"}


def test_the_country_of_a_person_brings_its_laws():
    assert applied(territory=("JP",)) == {"id-pdp", "id-hc", "id-ite"}
    assert applied(territory=("JP",), country="DE") == {"gdpr"}
    assert applied(territory=("JP",), country="RU") == {"ru"}
    assert applied(territory=("JP",), country="US") == {"us-ca"}
    assert applied(territory=("JP",), country="JP") == set()


def test_an_unknown_country_brings_every_law():
    every = {"gdpr", "id-pdp", "id-hc", "id-ite", "ru", "us-ca"}
    assert applied(territory=("JP",), country=None) == every


def test_a_territory_and_the_creators_country_bring_laws():
    assert applied(territory=("DE",), country="JP") == {"gdpr"}
    assert applied(territory=("JP",), country="JP", creator_country="FR") == {"gdpr"}
    assert applied(country="JP") == {"gdpr", "id-pdp", "id-hc", "id-ite", "ru"}
    assert applied(territory=None, country="JP") == applied(country="JP")


def test_rules_of_a_platform_are_asked_there_alone():
    rules = {item.rule for item in decide(planned(platform="vimeo")).outcomes}
    assert not any(rule.startswith("yt.") for rule in rules)
    assert "ome.adult" in rules
    elsewhere = {item.rule for item in decide(planned(source_platform="")).outcomes}
    assert not any(rule.startswith("ome.") for rule in elsewhere)


def test_a_chat_of_unknown_origin_is_held_to_the_strictest_rules():
    rules = {item.rule for item in decide(planned(source_platform=None)).outcomes}
    assert "ome.adult" in rules


def test_laws_are_asked_of_those_they_concern():
    people = (person(country="DE", notice=None), person("con-b", country="JP", notice=None))
    spans = (span(0, 10), span(10, 20, ids=("con-b",)))
    plan = replace(PLAN, territory=("JP",))
    [outcome] = decide(passing(plan=plan, people=people, spans=spans)).outcomes_of("gdpr.notice")
    assert outcome.persons == ("con-a",)
    assert [(one.start, one.end) for one in outcome.spans] == [(0, 10)]


def test_a_video_without_anybody_passes_without_laws():
    decision = decide(passing(people=(), spans=(span(0, 20, verdict=Verdict.OWN, ids=()),)))
    assert decision.is_passed
    assert {pack.id for pack in decision.packs} == {"core", "evidence", "minors", "yt", "ome"}


# ── persons and stretches ──


def test_persons_with_one_answer_stand_together():
    people = tuple(person(f"con-{n}", checks=PENDING) for n in "abc")
    spans = tuple(span(n * 5, n * 5 + 5, ids=(f"con-{one}",)) for n, one in enumerate("abc"))
    [outcome] = decide(passing(people=people, spans=spans)).outcomes_of("evidence.time")
    assert (outcome.state, outcome.effect) == (State.CANNOT_TELL, Effect.BLOCK)
    assert outcome.persons == ("con-a", "con-b", "con-c")
    assert [(one.start, one.end) for one in outcome.spans] == [(0, 15)]


def test_two_in_one_pane_need_both_their_yes():
    refused = person("con-b", leaves=(leaf(Purpose.PUBLISH, status=Status.REFUSED),))
    both = span(0, 20, verdict=Verdict.BLOCKED, ids=("con-b", "con-a"), code="core.not-given")
    facts = passing(people=(person(), refused), spans=(both,))
    [outcome] = decide(facts).outcomes_of("core.consent")
    assert outcome.persons == ("con-b",)
    blurred = replace(PLAN, redactions=(Redaction(RedactionKind.BLUR_FACE, "con-b"),))
    assert effect(decide(replace(facts, plan=blurred)), "core.consent") is Effect.PASS


def test_who_is_taken_out_is_asked_nothing_more_but_whether_a_name_remains():
    hidden = person(leaves=(leaf(Purpose.PUBLISH, status=Status.REFUSED),), notice=None)
    spans = tuple(span(0, 20, lane, Verdict.BLOCKED, code="core.not-given") for lane in Lane)
    plan = replace(
        PLAN, redactions=(Redaction(RedactionKind.BLUR_FACE), Redaction(RedactionKind.MUTE))
    )
    decision = decide(passing(plan=plan, people=(hidden,), spans=spans))
    assert decision.is_passed
    assert decision.outcomes_of("gdpr.notice")[0].reason == "taken-out"
    named = replace(plan, declared=())
    reasons = decide(passing(plan=named, people=(hidden,), spans=spans)).reasons
    assert "yt.identifiable" in reasons


def test_who_is_in_the_thumbnail_is_not_taken_out():
    redactions = (Redaction(RedactionKind.BLUR_FACE), Redaction(RedactionKind.MUTE))
    plan = replace(PLAN, redactions=redactions, thumbnail=(Appearance("con-a"),))
    decision = decide(passing(plan=plan, people=(person(notice=None),)))
    assert {"core.thumbnail", "gdpr.notice"} <= set(decision.reasons)


@pytest.mark.parametrize("verdict", [Verdict.BLOCKED, Verdict.REDACT, Verdict.UNKNOWN])
@pytest.mark.parametrize("ids", [(), ("con-a",)])
def test_no_stretch_that_needs_a_decision_gets_through(verdict, ids):
    facts = passing(spans=(span(0, 20, verdict=verdict, ids=ids),))
    assert not decide(facts).is_passed


def test_facts_that_leave_somebody_out_cannot_be_made():
    with pytest.raises(MalformedError, match=r"gate\.person-missing"):
        passing(people=())


def test_a_plan_asks_for_the_moment_of_publication_but_never_a_past_one():
    later, earlier = NOW + timedelta(days=3), NOW - timedelta(days=3)
    assert planned_moment(PublishPlan("youtube", publish_at=later), NOW) == later
    assert planned_moment(PublishPlan("youtube", publish_at=earlier), NOW) == NOW
    assert planned_moment(PublishPlan("youtube"), NOW) == NOW


# ── overrides ──


def test_an_override_sets_aside_what_may_be_set_aside_and_stays_visible():
    facts = passing(
        people=(person(checks=PENDING),),
        plan=replace(PLAN, overrides=(Override("evidence.time", "The authority is down."),)),
    )
    decision = decide(facts)
    assert decision.is_passed
    [outcome] = decision.outcomes_of("evidence.time")
    assert (outcome.effect, outcome.override_reason) == (
        Effect.OVERRIDDEN,
        "The authority is down.",
    )


def test_an_override_for_one_person_leaves_the_others_blocked():
    people = (person(checks=PENDING), person("con-b", checks=PENDING))
    spans = (span(0, 10), span(10, 20, ids=("con-b",)))
    plan = replace(PLAN, overrides=(Override("evidence.time", "Known to me.", "con-b"),))
    blocked, overridden = decide(passing(people=people, spans=spans, plan=plan)).outcomes_of(
        "evidence.time"
    )
    assert (blocked.effect, blocked.persons) == (Effect.BLOCK, ("con-a",))
    assert (overridden.effect, overridden.persons) == (Effect.OVERRIDDEN, ("con-b",))


def test_what_nobody_may_set_aside_stays_blocked():
    plan = replace(PLAN, overrides=(Override("core.consent", "I want to."),))
    facts = passing(plan=plan, spans=(span(0, 20, verdict=Verdict.BLOCKED),))
    decision = decide(facts)
    assert decision.reasons == ("core.consent",)
    assert decision.refused_overrides == ("core.consent",)


# ── packs that contradict ──


def with_gate(pack, place, **changes):
    gate = list(pack.gate)
    gate[place] = replace(gate[place], **changes)
    return replace(pack, gate=tuple(gate), digest="")


def test_packs_that_contradict_each_other_are_refused():
    evidence = next(pack for pack in PACKS if pack.id == "evidence")
    other = replace(evidence, version="2")
    with pytest.raises(MalformedError) as caught:
        combine_packs([*PACKS, other])
    assert caught.value.code == "policy.contradiction"
    assert caught.value.facts == {"pack": "evidence", "rule": "evidence.grade"}
    changed = with_gate(evidence, 1, sources=("Nobody",))
    with pytest.raises(MalformedError) as caught:
        combine_packs([*PACKS, changed])
    assert caught.value.facts["rule"] == "evidence.excerpt"


def test_a_pack_given_twice_counts_once():
    assert combine_packs([*PACKS, *PACKS]) == PACKS


def test_a_decision_without_a_core_is_refused():
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        combine_packs(pack for pack in PACKS if pack.id != "core")
    shorter = replace(core_pack(), gate=core_pack().gate[1:])
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        combine_packs([shorter])
    narrow = replace(core_pack(), applies=Applies(platforms=frozenset({"vimeo"})))
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        combine_packs([narrow])


# ── packs edited by hand ──

GDPR = resource_path("policies", "gdpr.toml").read_text(encoding="utf-8")


def line_with(text):
    return next(n for n, line in enumerate(GDPR.splitlines(), 1) if text in line)


SEVERITY, PREDICATE = 'severity = "block"', '"notice-kept"'
REMEDIES = 'remedies = ["ask_again", "cut", "override"]'
PRAYER = 'remedies = ["ask_again", "pray", "override"]'


@pytest.mark.parametrize(
    ("old", "new", "code", "field", "line"),
    [
        (SEVERITY, 'severity = "ignore"', "policy.fields", "gate[0].severity", SEVERITY),
        (SEVERITY, 'severity = "warn"', "policy.too-mild", "gate[0].severity", SEVERITY),
        (PREDICATE, '"notice-guess"', "policy.predicate", "gate[0].predicate", PREDICATE),
        (REMEDIES, "remedies = []", "policy.remedies", "gate[0]", "[[gate]]"),
        (REMEDIES, PRAYER, "policy.fields", "gate[0].remedies[1]", REMEDIES),
        ('territories = ["AT"', 'territories = ["ZZ"', "policy.country", "", None),
    ],
)
def test_a_pack_edited_by_hand_with_an_error_names_line_and_field(old, new, code, field, line):
    with pytest.raises(MalformedError) as caught:
        parse_checked_pack(GDPR.replace(old, new, 1).encode())
    where = 1 if line is None else line_with(line)
    assert (caught.value.code, caught.value.facts) == (code, {"field": field, "line": where})


def test_a_pack_cannot_let_a_child_be_overridden():
    text = resource_path("policies", "id-pdp.toml").read_text(encoding="utf-8")
    before, after = text.split('predicate = "child-represented"')
    changed = after.replace('remedies = ["cut", "state"]', 'remedies = ["cut", "override"]', 1)
    with pytest.raises(MalformedError) as caught:
        parse_checked_pack((before + 'predicate = "child-represented"' + changed).encode())
    assert (caught.value.code, caught.value.facts["field"]) == (
        "policy.too-mild",
        "gate[4].remedies",
    )


def test_a_folder_with_two_versions_of_a_pack_is_refused(tmp_path):
    for pack in ("core", "gdpr"):
        text = resource_path("policies", f"{pack}.toml").read_text(encoding="utf-8")
        (tmp_path / f"{pack}.toml").write_text(text, encoding="utf-8")
    assert [pack.id for pack in load_packs(tmp_path)] == ["core", "gdpr"]
    (tmp_path / "mine.toml").write_text(GDPR.replace('"block"', '"block" ', 1), encoding="utf-8")
    with pytest.raises(MalformedError, match=r"policy\.contradiction"):
        load_packs(tmp_path)


def test_every_text_is_a_sentence_in_every_language():
    for pack in PACKS:
        for rule in pack.gate:
            for language in ("en", "id", "ru"):
                assert rule.text(language).endswith(".")
            assert rule.severity is Severity.BLOCK or rule.is_overridable


# ── replay ──


def test_a_kept_decision_is_repeated_from_its_bytes():
    facts = passing(
        people=(person(notice=None), person("con-b", country=None)),
        spans=(
            span(0, 10),
            span(10, 20, ids=("con-b",)),
            span(20, 22, verdict=Verdict.UNKNOWN, ids=()),
        ),
        plan=replace(PLAN, overrides=(Override("gdpr.notice", "It was given on paper."),)),
    )
    kept = encode_gate_case(make_gate_case(facts, PACKS))
    case = decode_gate_case(kept)
    verify_gate_case(case)
    assert decide_publication(case.facts, case.packs) == case.decision == decide(facts)
    assert encode_gate_case(case) == kept


def test_a_decision_that_was_changed_is_noticed():
    case = make_gate_case(passing(people=(person(notice=None),)), PACKS)
    assert not case.decision.is_passed
    with pytest.raises(VerificationError, match=r"gate\.other-answer"):
        verify_decision(case.facts, case.packs, replace(case.decision, is_passed=True))
    with pytest.raises(VerificationError, match=r"gate\.other-packs"):
        verify_decision(case.facts, case.packs[:-1], case.decision)
    with pytest.raises(VerificationError, match=r"gate\.other-version"):
        verify_decision(case.facts, case.packs, replace(case.decision, version=2))


def test_the_log_commits_to_plan_facts_packs_and_answer():
    case = make_gate_case(passing(), PACKS)
    claims = gate_claims(case)
    assert claims["decision"] == "pass"
    assert {pack["id"]: pack["sha256"] for pack in claims["packs"]} == {
        pack.id: pack.digest for pack in case.packs
    }
    other = gate_claims(make_gate_case(planned(is_monetised=False), PACKS))
    changed = {name for name in claims if claims[name] != other[name]}
    assert changed == {"plan_sha256", "decision_sha256"}


def test_nothing_of_a_person_but_what_rules_ask_is_kept():
    kept = encode_gate_case(make_gate_case(passing(), PACKS))
    for name in (b'"pseudonym"', b'"contact"', b'"label"', b'"condition_text"'):
        assert name not in kept
