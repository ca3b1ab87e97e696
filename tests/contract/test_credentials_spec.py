"""The specification of credentials says what is written."""

import json
import re

from consentkit.domain.release_status import AGE_UNKNOWN, RELEASE_RULES, ReleaseStatus
from consentkit.kernel.resources import resource_path
from consentkit.wire.content_credentials import (
    COVERAGE_LABEL,
    REDACTIONS_NAME,
    SCHEMA,
    CredentialContent,
    SourceUse,
    coverage_assertion,
    manifest_definition,
)
from consentkit.wire.xmp_sidecar import encode_xmp

SPEC = resource_path("specs", "credentials-1.md").read_text(encoding="utf-8")


def credential_content():
    from fractions import Fraction

    from gate_maker import DIGEST, NOW, passing

    from consentkit.domain.gate import decide_publication
    from consentkit.domain.release_status import release_of
    from consentkit.services.policies import all_packs

    facts = passing()
    decision = decide_publication(facts, all_packs())
    return CredentialContent(
        version="0",
        sha256=DIGEST,
        duration=Fraction(20),
        spans=facts.spans,
        is_passed=decision.is_passed,
        at=NOW,
        packs=decision.packs,
        overridden=(),
        decision_sha256="ef" * 32,
        proof_id="ABCD-2345",
        issuer="thumb",
        release=release_of(facts, decision),
        redactions=("blur_face",),
        sources=(SourceUse("cd" * 32, Fraction(20), Fraction(20)),),
    )


def test_every_code_and_rule_stands_in_the_table():
    for code in (*ReleaseStatus, AGE_UNKNOWN, *RELEASE_RULES):
        assert f"`{code}`" in SPEC


def test_the_example_of_the_assertion_has_its_fields():
    [example] = re.findall(r"```json\n(.*?)```", SPEC, re.DOTALL)
    shown, made = json.loads(example), coverage_assertion(credential_content())
    assert set(shown) == set(made)
    for name in ("lanes", "packs", "sources"):
        assert set(shown[name][0]) == set(made[name][0])
    assert shown["schema"] == SCHEMA
    assert COVERAGE_LABEL in SPEC


def test_the_example_of_the_sidecar_has_its_elements():
    from datetime import UTC, datetime

    from consentkit.domain.release_status import Release
    from consentkit.wire.xmp_sidecar import XmpContent

    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    release = Release(ReleaseStatus.LIMITED, ("con-a",))
    made = encode_xmp(
        XmpContent("ab" * 32, "ab" * 32, "chk-a", "ABCD-2345", True, release, now, now)
    ).decode()
    [example] = re.findall(r"```xml\n(.*?)```", SPEC, re.DOTALL)
    tags = re.compile(r"<([A-Za-z]+:[A-Za-z0-9]+)")
    assert tags.findall(example) == tags.findall(made)


def test_the_manifest_uses_the_actions_that_are_named_and_no_names():
    definition = manifest_definition(credential_content())
    actions, coverage = definition["assertions"]
    assert [item["action"] for item in actions["data"]["actions"]] == [
        "c2pa.opened",
        "c2pa.placed",
        "c2pa.edited",
    ]
    for name in (*(item["action"] for item in actions["data"]["actions"]), REDACTIONS_NAME):
        assert f"`{name}`" in SPEC
    assert coverage["label"] == COVERAGE_LABEL
    text = json.dumps(definition)
    assert "con-a" not in text
    assert "rec-a" not in text
    assert "cnv-a" not in text
