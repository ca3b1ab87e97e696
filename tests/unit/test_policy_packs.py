"""Policy packs are read strictly, and no file can be milder than its predicates."""

import re

import pytest

from consentkit.domain.clearance_rules import PREDICATES, check_core, check_pack
from consentkit.domain.policy import PACK_LANGUAGES, Verdict, strictest
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import POLICY_PACK_MAX_BYTES
from consentkit.kernel.resources import resource_path
from consentkit.services.policies import core_pack
from consentkit.wire.policy_pack import parse_policy_pack

CORE = resource_path("policies", "core.toml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> bytes:
    assert old in CORE
    return CORE.replace(old, new, 1).encode()


def test_the_core_pack_uses_every_predicate_and_speaks_every_language():
    pack = core_pack()
    assert {rule.predicate for rule in pack.rules} == set(PREDICATES)
    for rule in pack.rules:
        for language in PACK_LANGUAGES:
            assert rule.text(language).endswith(".")
    assert pack.rules[0].text("fr") == pack.rules[0].text("en")


def test_the_core_pack_names_the_gravest_rules_first():
    order = [Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.REDACT, Verdict.CLEARED, Verdict.OWN]
    places = [order.index(rule.verdict) for rule in core_pack().rules]
    assert places == sorted(places)


def test_a_broken_line_is_named():
    with pytest.raises(MalformedError) as caught:
        parse_policy_pack(changed('version = "1"', "version = "))
    assert caught.value.code == "policy.toml"
    assert caught.value.facts["line"] == CORE.splitlines().index('version = "1"') + 1


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('verdict = "blocked"', 'verdict = "allowed"', "rule[0].verdict"),
        ('verdict = "blocked"', 'verdict = "blocked"\nseverity = 3', "rule[0].severity"),
        ('version = "1"', "version = 1", "version"),
        ('predicate = "status-not-permitting"\n', "", "rule[0].predicate"),
    ],
)
def test_a_field_that_does_not_fit_is_named(old, new, field):
    with pytest.raises(MalformedError) as caught:
        parse_policy_pack(changed(old, new))
    assert (caught.value.code, caught.value.facts["field"]) == ("policy.fields", field)


def test_a_rule_without_a_language_is_refused():
    without = re.sub(r"\nru = .*", "", CORE.split("[[rule]]")[1])
    text = CORE.replace(CORE.split("[[rule]]")[1], without, 1)
    with pytest.raises(MalformedError) as caught:
        parse_policy_pack(text.encode())
    assert (caught.value.code, caught.value.facts["field"]) == ("policy.languages", "rule[0]")


def test_a_rule_without_a_source_is_refused():
    with pytest.raises(MalformedError, match=r"policy\.no-source"):
        parse_policy_pack(
            changed('sources = ["YouTube Help 9229229", "DPV 2.3 ConsentStatus"]', "sources = []")
        )


def test_two_rules_of_one_id_are_refused():
    with pytest.raises(MalformedError, match=r"policy\.rule-ids"):
        parse_policy_pack(changed('id = "core.no-consent"', 'id = "core.not-given"'))


def test_a_rule_of_another_pack_is_refused():
    with pytest.raises(MalformedError, match=r"policy\.rule-ids"):
        parse_policy_pack(changed('id = "core.no-consent"', 'id = "yt.no-consent"'))


def test_a_pack_cannot_clear_somebody_without_consent():
    with pytest.raises(MalformedError) as caught:
        check_pack(parse_policy_pack(changed('verdict = "blocked"', 'verdict = "cleared"')))
    assert (caught.value.code, caught.value.facts["field"]) == (
        "policy.too-mild",
        "rule[0].verdict",
    )


def test_a_pack_may_be_stricter():
    assert check_pack(parse_policy_pack(changed('verdict = "own"', 'verdict = "blocked"')))


def test_an_unknown_predicate_is_refused():
    with pytest.raises(MalformedError) as caught:
        check_pack(parse_policy_pack(changed('predicate = "no-record"', 'predicate = "no-rule"')))
    assert caught.value.facts["field"] == "rule[1].predicate"


def test_a_core_that_leaves_a_question_unasked_is_refused():
    rule = CORE.split("[[rule]]")[2]
    shorter = parse_policy_pack(CORE.replace("[[rule]]" + rule, "", 1).encode())
    assert check_pack(shorter)
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        check_core(shorter)


@pytest.mark.parametrize("text", [b"\xff\xfe", b"", b"[" * 100_000])
def test_what_is_no_pack_is_refused(text):
    with pytest.raises(MalformedError):
        parse_policy_pack(text)


def test_a_pack_that_is_too_long_is_refused():
    with pytest.raises(LimitError):
        parse_policy_pack(b"#" * (POLICY_PACK_MAX_BYTES + 1))


def test_where_nothing_is_said_nothing_is_cleared():
    assert strictest([]) is Verdict.UNKNOWN
    assert strictest([Verdict.OWN, Verdict.CLEARED, Verdict.REDACT]) is Verdict.REDACT
