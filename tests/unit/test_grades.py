"""Grades follow from facts, and from nothing else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.evidence import (
    Answer,
    Fact,
    Grade,
    SpokenAnswer,
    grade_of,
    missing_for_next,
)
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange

C = {Fact.EXCERPT_FROM_RECORDING, Fact.QUESTION_AND_ANSWER_HEARD, Fact.RECORDING_SEALED_FIRST}
TIMED = {Fact.NUMBER_FROM_TOKEN, Fact.SEALED_BY_TOKEN, Fact.TWO_AUTHORITIES}


@pytest.mark.parametrize(
    ("facts", "grade"),
    [
        (set(), Grade.E),
        ({Fact.STATEMENT}, Grade.E),
        ({Fact.ATTACHMENT}, Grade.D),
        (C, Grade.C),
        (C - {Fact.QUESTION_AND_ANSWER_HEARD}, Grade.E),
        (C | {Fact.NUMBER_HEARD}, Grade.B),
        ({Fact.NUMBER_HEARD}, Grade.E),
        ({Fact.PARTNER_KEY}, Grade.B),
        (C | {Fact.NUMBER_HEARD} | TIMED, Grade.B),
        (C | {Fact.NUMBER_HEARD} | TIMED | {Fact.WITNESSED}, Grade.A),
        (C | {Fact.NUMBER_HEARD, Fact.PARTNER_KEY} | TIMED, Grade.A),
    ],
)
def test_the_facts_make_the_grade(facts, grade):
    assert grade_of(frozenset(facts)) is grade


@given(st.frozensets(st.sampled_from(list(Fact))), st.sampled_from(list(Fact)))
def test_one_more_fact_never_lowers_a_grade(facts, more):
    assert grade_of(facts | {more}).value <= grade_of(facts).value


@given(st.frozensets(st.sampled_from(list(Fact))))
def test_what_is_missing_raises_the_grade(facts):
    missing = missing_for_next(facts)
    if grade_of(facts) is Grade.A:
        assert not missing
    else:
        assert grade_of(facts | missing).value < grade_of(facts).value


def test_an_answer_before_its_question_is_refused():
    early, late = TimeRange(Fraction(1), Fraction(2)), TimeRange(Fraction(5), Fraction(6))
    with pytest.raises(MalformedError):
        SpokenAnswer("rec-x", question=late, answer=early, heard=Answer.YES)
