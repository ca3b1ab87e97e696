"""Every code the proof package gives has words in the window and on the command line."""

import inspect
import re
from itertools import chain

import pytest

from consentkit.cli.proof import CHECKS, REASONS
from consentkit.domain.report import Check, Outcome
from consentkit.proof import facts, verify_consistency, verify_recording
from consentkit.services.verifying import not_proven_sentence
from consentkit.ui.proofs import verify_words

SOURCES = [inspect.getsource(module) for module in (verify_consistency, verify_recording)]
FAILED = set(
    chain.from_iterable(
        re.findall(r'(?:VerificationError\(|return )"((?:time|evidence|recording)\.[a-z-]+)"', text)
        for text in SOURCES
    )
)
OPEN = {"term.ended", "recording.not-included", "recording.not-disclosed", "partner.unbound"}
DOUBTS = {"evidence.heard-not-yes", "evidence.outside-conversation"}


def test_the_reasons_are_found() -> None:
    assert {"time.before-receipt", "recording.after-receipt"} <= FAILED
    assert all(f'"{code}"' in SOURCES[0] for code in DOUBTS)


@pytest.mark.parametrize("code", sorted(FAILED | DOUBTS | {"evidence.source-range"}))
def test_a_contradiction_has_words_of_its_own(code: str) -> None:
    assert code in verify_words._FAILED
    assert verify_words.check_reason(Check("x", Outcome.FAILED, code))
    assert code in REASONS


@pytest.mark.parametrize("code", sorted(OPEN | DOUBTS))
def test_what_is_left_open_has_words_of_its_own(code: str) -> None:
    assert code in verify_words._OPEN
    assert code in REASONS


@pytest.mark.parametrize("code", ["recording", "evidence", "term"])
def test_a_line_has_a_title(code: str) -> None:
    assert verify_words.check_title(code) != code
    assert code in CHECKS


def test_purposes_of_ended_terms_are_named_in_words() -> None:
    check = Check("term", Outcome.NOT_CHECKED, "term.ended", {"purposes": "publish x<b>"})

    (_, value), *_ = verify_words.check_line(check).facts

    assert value
    assert "publish" not in value
    assert "<" not in value


@pytest.mark.parametrize("language", ["en", "id", "ru"])
def test_what_is_kept_back_is_told_in_every_language(language: str) -> None:
    listed = facts.not_proven(
        frozenset(),
        has_excerpt=True,
        has_time=True,
        has_hidden_fields=True,
        has_hidden_permissions=True,
    )
    for code in ("hidden_fields", "hidden_permissions"):
        assert code in listed
        assert verify_words.not_proven_words(code) != code
        assert not_proven_sentence(code, language) != code
