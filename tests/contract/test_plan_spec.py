"""The specifications of plans and packs say what the program reads."""

import re

import pytest

from consentkit.domain.gate_predicates import GATE_PREDICATES
from consentkit.domain.plan import DeclaredFact, RedactionKind
from consentkit.domain.policy import PACK_LANGUAGES
from consentkit.kernel.limits import PLAN_MAX_BYTES, PLAN_MAX_ITEMS
from consentkit.kernel.resources import resource_path
from consentkit.wire.plan_file import parse_plan_file
from consentkit.wire.policy_pack import parse_checked_pack

SPEC = resource_path("specs", "plan-1.md").read_text(encoding="utf-8")
PACK_SPEC = resource_path("specs", "policy-pack-1.md").read_text(encoding="utf-8")


def example(text):
    return re.search(r"```toml\n(.*?)```", text, re.DOTALL)[1].encode()


def test_the_example_is_a_plan():
    plan = parse_plan_file(example(SPEC))
    assert plan.territory == ("ID", "MY")
    assert plan.complaints == ()
    assert plan.redactions[0].kind is RedactionKind.BLUR_FACE


@pytest.mark.parametrize("word", [*DeclaredFact, *RedactionKind])
def test_the_specification_names_every_word(word):
    assert f"`{word.value}`" in SPEC


def test_the_specification_gives_the_limits():
    assert f"{PLAN_MAX_BYTES // 1024} KiB" in SPEC
    assert f"{PLAN_MAX_ITEMS:,}" in SPEC


def test_the_example_is_a_pack():
    pack = parse_checked_pack(example(PACK_SPEC))
    assert {language for language, _ in pack.titles} == set(PACK_LANGUAGES)
    assert pack.gate[0].predicate in GATE_PREDICATES
