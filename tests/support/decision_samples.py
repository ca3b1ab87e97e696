"""Checks with a plan and the gate's decision on it, over the people of ``check_samples``."""

from dataclasses import replace
from datetime import timedelta

import check_samples as samples
import gate_maker as maker

from consentkit.domain.clearance import JudgedSpan, Reason
from consentkit.domain.consent import Status
from consentkit.domain.gate import decide_publication
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.plan import Appearance, Declaration, DeclaredFact, Override, PublishPlan
from consentkit.domain.scope import WORLD, Condition, Purpose
from consentkit.services.policies import all_packs

PLAN = PublishPlan(
    platform="youtube",
    channel="Night Talks",
    is_monetised=True,
    sponsor="",
    territory=(WORLD,),
    source_platform="ometv",
    thumbnail=(Appearance(person="con-1"),),
    title=(),
    declared=(
        Declaration(DeclaredFact.NAME_SHOWN, is_true=False),
        Declaration(DeclaredFact.CONTACT_SHOWN, is_true=False, person="con-1"),
    ),
    overrides=(Override("evidence.time", "The authority is down until Monday."),),
)


def people():
    """Return Sari, who agreed; Dmitri, who refused; Budi, who asked for a blurred face."""
    refused = tuple(
        replace(leaf, status=Status.REFUSED, affirmed_at=None)
        if leaf.purpose is Purpose.PUBLISH
        else leaf
        for leaf in maker.person().leaves
    )
    blurred = tuple(
        replace(leaf, conditions=frozenset({Condition.BLUR_FACE})) for leaf in maker.person().leaves
    )
    checks = replace(maker.person().checks, proven_at=None, is_time_pending=True)
    return (
        maker.person("con-1", checks=checks),
        maker.person("con-2", leaves=refused, languages=("ru",), country="RU", checks=checks),
        maker.person("con-4", leaves=blurred, notice=None, is_adult_stated=None),
    )


def facts(plan=PLAN, check=None):
    """Return what a decision about the sample check rests on."""
    shown = check or samples.check()
    spans = tuple(
        JudgedSpan(
            item.span,
            item.verdict,
            tuple(Reason(*pair) for pair in zip(item.reasons, item.details, strict=True)),
            (item.consent_id,) if item.consent_id else (),
            tuple(Condition(one) for one in item.conditions),
        )
        for item in shown.spans
    )
    return GateFacts(
        plan,
        samples.NOW + timedelta(hours=1),
        samples.NOW + timedelta(hours=1),
        spans,
        people(),
        shown.sha256,
        shown.sha256,
        shown.findings,
    )


def decided(plan=PLAN, **changes):
    """Return the sample check with a plan and the gate's decision on it."""
    shown = samples.check(**changes)
    decision = decide_publication(facts(plan, shown), all_packs())
    return replace(shown, plan=plan, gate=decision, gate_id="gate-1", is_passed=decision.is_passed)


def passing():
    """Return a check whose plan passes, with one warning and one rule set aside."""
    plan = replace(
        maker.PLAN,
        is_made_for_kids=None,
        overrides=(Override("evidence.time", "The authority is down until Monday."),),
    )
    shown = samples.passed_check()
    spans = tuple(
        JudgedSpan(item.span, item.verdict, (), (item.consent_id,)) for item in shown.spans
    )
    found = replace(
        facts(plan, shown),
        spans=spans,
        people=(people()[0],),
        splices=(),
    )
    decision = decide_publication(found, all_packs())
    return replace(shown, plan=plan, gate=decision, gate_id="gate-2", is_passed=decision.is_passed)
