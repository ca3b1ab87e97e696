"""Every code a rule can answer with has words, in every language the window speaks."""

import ast
import re
import tomllib
from pathlib import Path

import decision_samples as samples
import pytest

import consentkit.domain
from consentkit.domain.gate import Effect
from consentkit.domain.plan import DeclaredFact
from consentkit.domain.policy import Remedy
from consentkit.services.policies import all_packs
from consentkit.ui.check import decision_words as words
from consentkit.ui.language import SPOKEN, Translators

VECTORS = Path(__file__).parents[2] / "vectors" / "gate"
PREDICATES = ("gate", "gate_core", "gate_laws", "gate_platforms", "gate_scene")
MAKERS = {"failed": 0, "cannot_tell": 0, "Finding": 1, "settled": 2}
"""Functions that make an answer, with the place of the reason among their arguments."""

PLACES = re.compile(r"[{}]")


def vector_answers():
    for path in sorted(VECTORS.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            if case.get("reason"):
                yield case["reason"], case.get("detail", "")


def strings(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return strings(node.body) | strings(node.orelse)
    return set()


def reasons_in_the_code():
    """Return every reason that is written where a predicate answers."""
    found = set()
    folder = Path(consentkit.domain.__file__).parent
    for name in PREDICATES:
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = MAKERS.get(called)
                if place is not None and len(node.args) > place:
                    found |= strings(node.args[place])
            elif isinstance(node, ast.Assign) and any(
                getattr(target, "id", "") == "reason" for target in node.targets
            ):
                found |= strings(node.value)
    return found - {""}


def test_the_codes_are_found_in_the_code():
    found = reasons_in_the_code()
    assert {"not-permitted", "condition-not-met", "bundled", "taken-out", "declared"} <= found
    assert {reason for reason, _ in vector_answers()} - found <= {
        "thumbnail-not-stated",
        "title-not-stated",
    }


@pytest.mark.parametrize("language", SPOKEN)
def test_every_reason_has_words(themed, language):
    translators = Translators(themed)
    translators.install(language)
    codes = reasons_in_the_code() | {reason for reason, _ in vector_answers()}
    for code in sorted(codes):
        assert code in words.REASONS, code
    for reason, detail in vector_answers():
        said = words.reason_sentence(reason, detail)
        assert said
        assert "-" not in reason or reason not in said, reason
        assert not PLACES.search(said), said
        assert not detail or "_" not in said, said
    translators.install("en")


def test_an_unknown_code_shows_itself():
    assert words.reason_sentence("brand-new", "x") == "brand-new x"


@pytest.mark.parametrize("fact", DeclaredFact)
def test_every_statement_is_asked_in_words(english, fact):
    assert words.question_of(fact).endswith("?")


def test_every_remedy_and_effect_has_words(english):
    assert {words.remedy_name(item) for item in Remedy}
    assert len({words.effect_name(item) for item in Effect}) == len(Effect)
    assert len({words.EFFECT_LOOKS[item] for item in Effect}) == len(Effect)


def test_every_rule_of_every_pack_is_said_in_the_language_spoken(themed):
    translators = Translators(themed)
    rules = {rule.id: rule for pack in all_packs() for rule in pack.gate}
    for language in SPOKEN:
        translators.install(language)
        for rule in rules.values():
            assert words.rule_text(rule.id) == dict(rule.texts)[language]
        assert words.pack_title("core") != "core"
    translators.install("en")
    assert words.rule_text("other.rule") == "other.rule"


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("YouTube Help 2801895", "https://support.google.com/youtube/answer/2801895"),
        ("https://example.org/rules", "https://example.org/rules"),
        ("http://example.org/rules", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://user:word@example.org/", ""),
        ("https://", ""),
        ("GDPR Art. 7(1)", ""),
        ("YouTube Help 2801895 https://elsewhere.example", ""),
    ],
)
def test_only_web_addresses_are_links(source, link):
    assert words.source_link(source) == link


def test_the_verdict_is_a_sentence(english):
    assert words.verdict_line(samples.passing().gate) == "By this plan, the video may be published."
    blocked = samples.decided()
    assert words.verdict_line(blocked.gate).endswith("things stand in the way.")
