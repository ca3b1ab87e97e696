"""What a creator could try with the program itself to make a record say more than was said."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from consentkit.domain.consent import Status
from consentkit.domain.evidence import Answer, EvidenceKind, Grade
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import (
    InputError,
    MalformedError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultDamagedError,
)
from consentkit.kernel.timebase import TimeRange
from consentkit.services.keeper import restore_backup


def test_a_yes_is_not_recorded_over_an_excerpt_that_says_no(filled):
    draft = filled.draft()
    lying = replace(draft, spoken=replace(draft.spoken, heard=Answer.NO))
    with pytest.raises(MalformedError, match="draft.heard"):
        filled.workspace.consents.seal(lying)


def test_an_answer_of_another_conversation_is_not_taken(filled):
    other = filled.draft(1)
    with pytest.raises(MalformedError, match="draft.answer-outside"):
        filled.workspace.consents.seal(filled.draft(0, spoken=other.spoken))


def test_a_yes_after_a_sealed_no_rests_on_the_creators_word(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft(answer=Answer.NO))
    purposes = detail.record.purposes
    service.ask_again(detail.record.id, purposes, partner_began=True)
    later = service.answer(detail.record.id, dict.fromkeys(purposes, Answer.YES))
    assert later.summary is Status.GIVEN
    assert later.grade is Grade.E


def test_a_renewal_without_new_evidence_rests_on_the_creators_word(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft(asking_id=filled.asked()))
    assert detail.grade is Grade.B
    end = filled.clock.now() + timedelta(days=900)
    assert service.renew(detail.record.id, detail.record.purposes, end).grade is Grade.E


def test_a_no_is_not_asked_over_in_the_same_conversation(filled):
    filled.workspace.consents.seal(filled.draft(answer=Answer.NO))
    with pytest.raises(StateError, match="refused-recently"):
        filled.workspace.consents.seal(filled.draft())


def test_a_new_record_after_a_withdrawal_names_the_one_it_supersedes(filled):
    service = filled.workspace.consents
    first = service.seal(filled.draft())
    service.withdraw(first.record.id, first.record.purposes)
    assert service.seal(filled.draft()).record.supersedes == first.record.id


def test_one_asking_serves_one_record(filled):
    asking = filled.asked()
    filled.workspace.consents.seal(filled.draft(asking_id=asking))
    with pytest.raises(StateError, match="asking.used"):
        filled.workspace.consents.seal(filled.draft(1, asking_id=asking))


def test_while_tokens_are_pending_no_number_is_given_out_twice(filled):
    first, second = (filled.workspace.askings.get(filled.asked()).number for _ in range(2))
    assert first.is_bound_to_time
    assert not second.is_bound_to_time


def test_a_clock_set_back_does_not_undo_a_withdrawal(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft())
    service.withdraw(detail.record.id, detail.record.purposes)
    filled.clock.offset = -timedelta(days=3)
    assert service.detail(detail.record.id).summary is Status.WITHDRAWN
    conversation = filled.recording.conversations[1].conversation
    with pytest.raises(StateError, match="log.clock-set-back"):
        service.attach_clip(detail.record.id, filled.recording.recording.id, conversation.id, None)


def test_a_withdrawal_dated_before_a_renewal_ends_the_renewed_permission(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft())
    happened = filled.clock.now() + timedelta(days=5)
    filled.clock.offset = timedelta(days=10)
    service.renew(
        detail.record.id, detail.record.purposes, filled.clock.now() + timedelta(days=900)
    )
    filled.clock.offset = timedelta(days=20)
    late = service.withdraw(detail.record.id, detail.record.purposes, happened_at=happened)
    assert late.summary is Status.WITHDRAWN


def test_nothing_is_recorded_that_has_not_happened_yet(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft())
    tomorrow = filled.clock.now() + timedelta(days=1)
    with pytest.raises(StateError, match="in-the-future"):
        service.withdraw(detail.record.id, (Purpose.PUBLISH,), happened_at=tomorrow)


def test_an_old_vault_in_the_place_of_the_new_one_takes_no_entry(filled, tmp_path):
    (tmp_path / "backups").mkdir()
    service = filled.workspace.consents
    detail = service.seal(filled.draft())
    backup = filled.workspace.keeper.backup(tmp_path / "backups")
    service.withdraw(detail.record.id, detail.record.purposes)
    filled.workspace.close()
    filled.folder = restore_backup(backup.folder, tmp_path / "old.ckvault")
    old = filled.reopen()
    with pytest.raises(StateError, match="log.rolled-back"):
        old.consents.suspend(detail.record.id, detail.record.purposes, "dispute")
    assert old.activity.status().trouble == "log.rolled-back"
    old.activity.accept()
    assert old.consents.suspend(detail.record.id, detail.record.purposes, "dispute")


def test_keys_outlive_a_first_entry_that_was_rolled_back(desk, monkeypatch):
    vault = desk.workspace._vault

    def fail(*arguments):
        raise ResourceError("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "put_checkpoint", fail)
        with pytest.raises(ResourceError):
            desk.asked()
    desk.asked()
    assert desk.reopen().activity.status().is_intact


def test_a_head_that_cannot_be_remembered_loses_no_evidence(filled, tmp_path, monkeypatch):
    detail = filled.workspace.consents.seal(filled.draft())
    letter = tmp_path / "letter.txt"
    letter.write_text("I agree", encoding="utf-8")

    def fail(*arguments):
        raise ResourceError("disk.full")

    monkeypatch.setattr("consentkit.services.ledger.remember_head", fail)
    after = filled.workspace.consents.add_evidence(detail.record.id, letter, EvidenceKind.DOCUMENT)
    item = after.record.evidence[-1]
    filled.workspace.consents.export_evidence(detail.record.id, item.id, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"I agree"


def test_a_damaged_record_whose_term_is_over_does_not_keep_the_vault_shut(filled):
    detail = filled.workspace.consents.seal(filled.draft())
    vault = filled.workspace._vault
    with vault.transaction():
        vault._write("UPDATE record_bodies SET body = x'00'")
    filled.clock.offset = timedelta(days=1000)
    workspace = filled.reopen()
    with pytest.raises(VaultDamagedError):
        workspace.consents.detail(detail.record.id)
    assert workspace.keeper.check().findings


def test_what_a_crash_left_behind_is_gone_at_the_next_opening(filled):
    vault = filled.workspace._vault
    blob = vault.put_blob(
        "con-aaaaaaaaaaaaaaaa", b"excerpt", media_type="video/mp4", purpose="excerpt"
    )
    leftover = filled.folder / ".work-crash"
    leftover.mkdir()
    (leftover / "excerpt.mp4").write_bytes(b"plain")
    workspace = filled.reopen()
    assert not leftover.exists()
    with pytest.raises(NotFoundError):
        workspace._vault.get_blob(blob.id)


def test_a_scope_file_must_say_what_was_heard(tmp_path):
    from consentkit.wire.scope_file import parse_scope_file

    text = b'[party]\npseudonym = "x"\n[scope]\npreset = "keep-only-1y"\n'
    with pytest.raises(InputError, match="scope-file.fields"):
        parse_scope_file(text, None)


def test_evidence_that_is_gone_is_named_by_the_check(filled):
    detail = filled.workspace.consents.seal(filled.draft())
    gone = detail.record.evidence[0].id
    filled.workspace._vault.delete_blob(gone)
    found = filled.workspace.keeper.check().findings
    assert [(item.kind, item.subject_id) for item in found] == [("blob", gone)]


def test_a_question_from_before_the_conversation_is_not_taken(filled):
    draft = filled.draft(1)
    early = replace(draft.spoken, question=TimeRange(Fraction(1, 2), Fraction(1)))
    with pytest.raises(MalformedError, match="draft.answer-outside"):
        filled.workspace.consents.seal(replace(draft, spoken=early))
