"""The report of a check has the form its specification and schema say."""

import json
import re
from fractions import Fraction

import pytest
from consent_maker import (
    GIVEN,
    NOW,
    REC,
    conversation,
    event,
    publish_leaf,
    record,
    span,
    span_of_time,
    unmapped,
)
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from consentkit.domain.claims import ClaimState, TimelineClaim, TimelineClip
from consentkit.domain.clearance import Knowledge, Verdict, judge
from consentkit.domain.consent import Step
from consentkit.domain.coverage import Lane
from consentkit.domain.decision import decide, totals
from consentkit.domain.policy import PolicyPack
from consentkit.domain.scope import Condition
from consentkit.domain.splice import SpliceFinding, SpliceKind
from consentkit.kernel.resources import resource_path
from consentkit.services.check_views import CheckSpan, ClaimCheck, ConversationTotal
from consentkit.services.policies import core_pack
from consentkit.wire.check_report import CheckReport, check_report, encode_check_report

PACK: PolicyPack = core_pack()
SCHEMA = json.loads(resource_path("schemas", "check-1.json").read_text(encoding="utf-8"))
SPEC = resource_path("specs", "check-1.md").read_text(encoding="utf-8")
KEYS = ["schema", "edit", "spans", "decision", "reasons", "policies"]
SPAN_KEYS = [
    "lane",
    "start",
    "end",
    "recording",
    "source_start",
    "source_end",
    "speed",
    "mirrored",
    "conversation",
    "consent",
    "confidence",
    "verdict",
    "reasons",
]
"""As the design gives them; what we add comes behind."""


def check_span(judged):
    return CheckSpan(
        judged.span,
        judged.consent_id,
        judged.verdict,
        judged.codes,
        judged.conditions,
        tuple(reason.detail for reason in judged.reasons),
    )


def report(**changes):
    third = Fraction(1, 3)
    spans = [
        span(0, third, source=Fraction(61)),
        unmapped(third, 10),
        span(0, 5, lane=Lane.SOUND, source=10),
        span(5, 10, lane=Lane.SOUND, source=150, conversation_id="cnv-2", speed=Fraction(5, 4)),
    ]
    leaf = publish_leaf(conditions=frozenset({Condition.BLUR_FACE}))
    withdrawn = record("con-2", "cnv-2", events=(*GIVEN, event(Step.WITHDRAW, 1)))
    known = Knowledge(
        {REC: (record(permissions=(leaf,)), withdrawn)},
        {REC: (conversation(), conversation("cnv-2", 100, 200))},
    )
    judged = judge(spans, known, PACK, NOW)
    decision = decide(judged, PACK, is_provisional=False)
    uses = [
        ConversationTotal(
            use.conversation_id,
            use.recording_id,
            "the evening",
            "Budi",
            use.consent_id,
            use.picture_s,
            use.sound_s,
            use.verdict,
            use.reasons,
            use.first_at,
        )
        for use in totals(judged, PACK)
    ]
    clip = TimelineClip(Lane.PICTURE, span_of_time(0, 4), "a", "a.mp4", span_of_time(1, 5))
    claim = TimelineClaim(clip, REC, ClaimState.CONFIRMED)
    values = {
        "path": "/home/creator/talks.mp4",
        "sha256": "0f" * 32,
        "duration": Fraction(10),
        "spans": [check_span(one) for one in judged],
        "is_passed": decision.is_passed,
        "reasons": decision.reasons,
        "policies": ((PACK.id, PACK.version),),
        "undecided_s": decision.undecided_s,
        "conversations": uses,
        "splices": (
            SpliceFinding(
                SpliceKind.SPEED,
                Lane.SOUND,
                span_of_time(5, 10),
                REC,
                "cnv-2",
                span_of_time(145, 162),
                Fraction(5, 4),
            ),
        ),
        "claims": [ClaimCheck(clip.lane, clip.edit, clip.name, clip.source, REC, claim.state)],
    }
    return CheckReport(**(values | changes))


def written(**changes):
    return json.loads(encode_check_report(report(**changes)))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "changes", [{}, {"claims": None}, {"spans": (), "conversations": (), "splices": ()}]
)
def test_a_report_fits_the_schema(changes):
    Draft202012Validator(SCHEMA).validate(written(**changes))


def test_the_example_of_the_specification_fits_the_schema():
    (example,) = re.findall(r"```json\n(.*?)```", SPEC, re.DOTALL)
    Draft202012Validator(SCHEMA).validate(json.loads(example))
    assert list(json.loads(example)) == list(written())
    assert list(json.loads(example)["spans"][0]) == list(written()["spans"][0])


def test_the_schema_refuses_what_the_specification_does_not_name():
    for place, value in (("decision", "maybe"), ("schema", "consentkit.check/2"), ("spans", None)):
        with pytest.raises(ValidationError):
            Draft202012Validator(SCHEMA).validate(written() | {place: value})


def test_keys_come_in_the_order_of_the_design_with_additions_behind():
    value = written()
    assert list(value)[: len(KEYS)] == KEYS
    assert list(value["edit"]) == ["path", "sha256", "duration"]
    for line in value["spans"]:
        assert list(line)[: len(SPAN_KEYS)] == SPAN_KEYS


def test_seconds_have_at_most_three_decimals():
    text = encode_check_report(report()).decode()
    numbers = re.findall(r"-?\d+\.(\d+)", text)
    assert numbers
    assert max(len(decimals) for decimals in numbers) <= 3
    assert '"end": 0.333' in text


def test_spans_of_a_lane_touch_after_rounding():
    lines = [line for line in written()["spans"] if line["lane"] == "picture"]
    assert [line["start"] for line in lines[1:]] == [line["end"] for line in lines[:-1]]


def test_verdicts_reasons_details_and_conditions_are_told():
    lines = written()["spans"]
    assert [
        (line["verdict"], line["reasons"], line["details"], line["conditions"]) for line in lines
    ] == [
        ("redact", ["core.conditions"], [None], ["blur_face"]),
        ("unknown", ["core.unmapped"], [None], []),
        ("cleared", [], [], []),
        ("blocked", ["core.not-given"], ["withdrawn"], []),
    ]
    assert written()["decision"] == "blocked"
    assert written()["reasons"] == ["core.not-given", "core.unmapped", "core.conditions"]


def test_no_name_of_a_person_is_in_a_report():
    assert b"Budi" not in encode_check_report(report())


def test_a_path_that_is_no_text_is_readable_all_the_same():
    path = b"/home/\xff/talks.mp4".decode("utf-8", "surrogateescape")
    assert written(path=path)["edit"]["path"] == "/home/\ufffd/talks.mp4"


def test_a_passing_report_says_pass():
    value = check_report(report(is_passed=True, reasons=(), spans=()))
    assert (value["decision"], value["reasons"]) == ("pass", [])
    assert Verdict.CLEARED.value in SPEC
