"""What keeps a draft from being sealed, and what is sealed in the end."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.domain.evidence import Answer, EvidenceKind
from consentkit.domain.scope import Condition, DataCategory, Purpose
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import AskingMatch
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.marking import Marked, Problem, Slot
from consentkit.ui.recording.words import summary


@pytest.fixture(name="begun")
def begin(samples):
    return mark.from_conversation(samples.conversation(2, 101, 133), samples.NOW, name="Partner 2")


def whole(begun):
    return replace(
        begun,
        question=Marked(Fraction(105), Fraction(112)),
        answer=Marked(Fraction(112), Fraction(116)),
        heard=Answer.YES,
        is_adult_stated=True,
    )


def test_a_whole_marking_can_be_sealed(begun):
    assert mark.problems(whole(begun)) == ()


def test_the_keys_go_on_to_the_answer_when_the_question_is_whole(begun):
    marked = begun.mark_in(Fraction(105)).mark_out(Fraction(112))
    assert marked.slot is Slot.ANSWER
    assert marked.question.range == TimeRange(Fraction(105), Fraction(112))


def test_a_beginning_after_the_end_drops_the_end():
    assert Marked(Fraction(1), Fraction(2)).with_start(Fraction(3)) == Marked(Fraction(3), None)


@pytest.mark.parametrize("age", [None, False])
def test_nobody_who_did_not_say_to_be_of_age_can_give(begun, age):
    found = mark.problems(replace(whole(begun), is_adult_stated=age))
    assert found == (Problem.NOT_ADULT,)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNCLEAR])
def test_a_refusal_needs_nothing_but_itself(begun, answer):
    refused = replace(begun, heard=answer)
    assert mark.problems(refused) == ()
    draft = mark.draft(refused)
    assert set(draft.answers.values()) == {answer}
    assert draft.spoken is None


def test_a_yes_with_nothing_to_show_for_it_cannot_be_sealed(begun):
    bare = replace(whole(begun), question=Marked(), answer=Marked())
    assert mark.problems(bare) == (Problem.NOTHING_SHOWN,)
    assert mark.problems(replace(bare, statement="Agreed by phone.")) == ()


def test_a_no_to_one_purpose_stays_a_no(begun):
    marked = mark.with_answer_to(whole(begun), Purpose.MONETISE_ADS, Answer.NO)
    draft = mark.draft(marked)
    assert draft.answers[Purpose.MONETISE_ADS] is Answer.NO
    assert draft.answers[Purpose.PUBLISH] is Answer.YES


def test_an_overall_no_outweighs_a_yes_to_one_purpose(begun):
    marked = mark.with_answer_to(whole(begun), Purpose.PUBLISH, Answer.YES)
    draft = mark.draft(replace(marked, heard=Answer.NO))
    assert draft.answers[Purpose.PUBLISH] is Answer.NO


def test_a_yes_with_every_purpose_refused_is_no_yes(begun):
    marked = whole(begun)
    for purpose in marked.scope.purposes:
        marked = mark.with_answer_to(marked, purpose, Answer.NO)
    assert mark.problems(marked) == (Problem.ALL_NO,)


def test_an_answer_before_its_question_is_told(begun):
    marked = replace(whole(begun), answer=Marked(Fraction(102), Fraction(104)))
    assert Problem.ANSWER_FIRST in mark.problems(marked)


def test_question_and_answer_a_quarter_of_an_hour_apart_are_told(begun):
    long = replace(begun, clip=TimeRange(begun.clip.start, Fraction(1300)))
    marked = replace(whole(long), answer=Marked(Fraction(1200), Fraction(1203)))
    assert mark.problems(marked) == (Problem.TOO_LONG,)


def test_an_answer_outside_the_conversation_is_told_as_sealing_would(begun):
    end = begun.clip.end
    near = replace(whole(begun), answer=Marked(end - 1, end + 1))
    assert mark.problems(near) == ()
    far = replace(whole(begun), answer=Marked(end, end + 2))
    assert mark.problems(far) == (Problem.ANSWER_OUTSIDE,)


def test_a_card_brings_its_own_scope_to_the_marking(begun, samples):
    asking = replace(
        samples.match().asking,
        purposes=(Purpose.KEEP, Purpose.RESEARCH),
        data=frozenset({DataCategory.VOICE}),
        years=3,
    )
    found = mark.with_match(begun, AskingMatch(asking, (), ""))
    assert found.scope.purposes == (Purpose.KEEP, Purpose.RESEARCH)
    assert found.scope.data == {DataCategory.VOICE}
    assert found.scope.conditions == {Condition.BLUR_FACE}
    assert found.scope.ends_at.year == begun.starts_at.year + 3


def test_a_term_that_is_over_before_the_chat_is_told(begun):
    scope = replace(begun.scope, ends_at=begun.starts_at - timedelta(days=1))
    assert mark.problems(replace(whole(begun), scope=scope)) == (Problem.TERM_OVER,)


def test_a_preset_without_the_face_asks_to_blur_it(samples):
    scope = mark.scope_of_preset("voice-only-2y", samples.NOW)
    assert scope.conditions == {Condition.BLUR_FACE}


def test_buttons_pressed_while_chatting_become_first_marks(begun, samples):
    marked = mark.with_match(begun, samples.match())
    assert marked.question.end == Fraction(112)
    assert marked.answer.end == Fraction(121)
    assert marked.question.end <= marked.answer.start
    assert marked.digits == "318402"
    assert marked.party_name == "Sari"


def test_a_pressed_yes_is_not_what_a_listener_heard(begun, samples):
    assert mark.with_match(begun, samples.match()).heard is None


def test_the_number_counts_only_when_there_was_one(begun):
    draft = mark.draft(replace(whole(begun), is_number_heard=True))
    assert draft.spoken.is_number_heard is False


def test_the_same_file_is_attached_once(begun):
    file = mark.attachment_of(Path("/x/chat.PNG"))
    assert file.kind is EvidenceKind.IMAGE
    marked = mark.with_attachments(mark.with_attachments(begun, (file,)), (file,))
    assert len(marked.attachments) == 1


def test_a_program_is_no_attachment():
    assert mark.attachment_of(Path("/x/setup.exe")) is None


def test_what_plays_reaches_from_the_question_to_the_number(begun):
    marked = replace(whole(begun), number=Marked(Fraction(116), Fraction(120)))
    assert marked.listening_range == TimeRange(Fraction(105), Fraction(120))


def test_the_summary_names_what_was_refused(begun):
    marked = mark.with_answer_to(whole(begun), Purpose.MONETISE_ADS, Answer.NO)
    text = summary(marked)
    assert "Partner 2 allows: Record, Keep" in text
    assert "Not allowed: Earn with ads." in text


def test_a_deferral_says_that_nothing_is_permitted(begun):
    assert "Nothing is permitted" in summary(replace(begun, heard=Answer.UNCLEAR))
