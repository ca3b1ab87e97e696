"""The main job through the services: from a recording to a proof a stranger can check."""

import base64
import json
import shutil
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import InvalidReason, Status, Step
from consentkit.domain.evidence import Answer, EvidenceKind, Fact, Grade
from consentkit.domain.party import Controller, Party
from consentkit.domain.report import Outcome
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    StateError,
    VaultInUseError,
    VaultLockedError,
    VerificationError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.services.keeper import restore_backup
from consentkit.services.verifying import verify_file
from consentkit.services.views import PermissionFilter, ProofOptions
from consentkit.services.workspace import open_vault


def suggested(desk, consent_id):
    return frozenset(f.path for f in desk.workspace.proofs.fields(consent_id) if f.is_suggested)


def export(desk, consent_id, out, **options):
    chosen = {"disclose": suggested(desk, consent_id)} | options
    return desk.workspace.proofs.export(consent_id, out, ProofOptions(**chosen))


def test_a_recording_brings_its_conversations_and_its_log_entry(filled, sample_recording):
    truth = sample_recording.truth.conversations
    found = [view.conversation.range for view in filled.recording.conversations]
    assert len(found) == len(truth)
    for wanted, got in zip(truth, found, strict=True):
        assert abs(wanted.range.start - got.start) <= 1
        assert abs(wanted.range.end - got.end) <= 1
    assert filled.recording.filmstrip.jpegs[0].startswith(b"\xff\xd8")
    assert max(filled.recording.waveform.peaks) > 20
    assert [row.kind for row in filled.workspace.activity.rows()] == ["ingest"]


def test_the_same_content_is_not_added_twice(filled, sample_recording, tmp_path):
    copy = tmp_path / "copy.mp4"
    shutil.copyfile(sample_recording.path, copy)
    again = filled.workspace.recordings.add(copy)
    assert again.recording.id == filled.recording.recording.id
    assert again.path == copy
    assert len(filled.workspace.recordings.cards()) == 1


def test_a_spoken_yes_becomes_a_record_of_grade_b(filled):
    asking = filled.asked()
    detail = filled.workspace.consents.seal(filled.draft(asking_id=asking))
    assert detail.summary is Status.GIVEN
    assert detail.grade is Grade.B
    assert {Fact.RECORDING_SEALED_FIRST, Fact.NUMBER_HEARD} <= detail.facts
    assert {item.kind for item in detail.record.evidence} == {
        EvidenceKind.EXCERPT,
        EvidenceKind.STILL,
    }
    assert detail.is_pending
    assert filled.workspace.time.stamp_due().entries == 0
    assert not filled.workspace.consents.detail(detail.record.id).is_pending
    assert filled.workspace.askings.waiting() == ()


def test_a_demonstration_token_raises_no_grade(filled):
    detail = filled.workspace.consents.seal(filled.draft(asking_id=filled.asked()))
    filled.workspace.time.stamp_due()
    facts = filled.workspace.consents.detail(detail.record.id).facts
    assert not facts & {Fact.NUMBER_FROM_TOKEN, Fact.SEALED_BY_TOKEN, Fact.TWO_AUTHORITIES}


def test_an_exported_proof_holds_for_a_stranger_and_not_with_one_changed_bit(filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft(asking_id=filled.asked()))
    filled.workspace.time.stamp_due()
    made = export(filled, detail.record.id, tmp_path / "a.consentproof", languages=("id", "ru"))
    report = verify_file(made.path, trusted_roots_pem=filled.roots)
    assert report.holds
    assert report.grade == "B"
    outcomes = {check.code: check.outcome for check in report.checks}
    assert outcomes["excerpt"] is outcomes["excerpt.recording"] is Outcome.PASSED
    data = bytearray(made.path.read_bytes())
    data[len(data) // 3] ^= 4
    (tmp_path / "b.consentproof").write_bytes(data)
    assert not verify_file(tmp_path / "b.consentproof", trusted_roots_pem=filled.roots).holds


def test_without_trusted_roots_a_proof_does_not_hold(filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft())
    filled.workspace.time.stamp_due()
    made = export(filled, detail.record.id, tmp_path / "a.consentproof")
    assert not verify_file(made.path).holds


def test_a_field_that_was_kept_is_not_in_the_proof(filled, tmp_path):
    party = Party("Budi", name="Budiman Hartono", contact="wa 0812", is_adult_stated=True)
    detail = filled.workspace.consents.seal(filled.draft(party=party))
    made = export(filled, detail.record.id, tmp_path / "a.consentproof")
    assert b"Hartono" not in made.path.read_bytes()
    shown = suggested(filled, detail.record.id) | {"pii_principal.name"}
    told = export(filled, detail.record.id, tmp_path / "b.consentproof", disclose=shown)
    report = verify_file(told.path)
    assert "Budiman Hartono" in report.claims.values()


def test_a_field_that_is_not_there_cannot_be_shown(filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft())
    with pytest.raises(NotFoundError, match="proof.field"):
        export(filled, detail.record.id, tmp_path / "a.consentproof", disclose=frozenset({"x"}))
    assert not (tmp_path / "a.consentproof").exists()


def test_after_a_withdrawal_the_proof_says_so(filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft())
    filled.workspace.consents.withdraw(detail.record.id, (Purpose.PUBLISH,), "changed my mind")
    made = export(filled, detail.record.id, tmp_path / "a.consentproof")
    report = verify_file(made.path, trusted_roots_pem=filled.roots)
    assert "withdrawn" in str(dict(report.claims))


def test_a_no_and_a_silence_are_kept_and_permit_nothing(filled):
    refused = filled.workspace.consents.seal(filled.draft(answer=Answer.NO))
    unclear = filled.workspace.consents.seal(filled.draft(1, answer=Answer.UNCLEAR))
    assert refused.summary is Status.REFUSED
    assert unclear.summary is Status.DEFERRED
    assert [row.kind for row in filled.workspace.activity.rows()][:2] == ["defer", "refuse"]


def test_nobody_grants_without_saying_to_be_of_age(filled):
    with pytest.raises(StateError, match="not-adult"):
        filled.workspace.consents.seal(filled.draft(party=Party("Kid")))
    assert filled.workspace.consents.count(PermissionFilter()) == 0


def test_a_purpose_without_an_answer_is_refused(filled):
    draft = filled.draft()
    answers = dict(draft.answers)
    del answers[Purpose.PUBLISH]
    with pytest.raises(InputError, match="draft.answers"):
        filled.workspace.consents.seal(replace(draft, answers=answers))


def test_marks_outside_the_recording_are_refused_and_nothing_is_kept(filled):
    draft = filled.draft()
    late = replace(
        draft.spoken,
        question=TimeRange(Fraction(999), Fraction(1000)),
        answer=TimeRange(Fraction(1000), Fraction(1001)),
    )
    with pytest.raises(InputError, match="draft.answer-outside"):
        filled.workspace.consents.seal(replace(draft, spoken=late))
    assert filled.workspace.keeper.check().evidence == 0
    assert not list(filled.folder.glob(".work-*"))


def test_a_cancelled_seal_keeps_nothing(filled):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        filled.workspace.consents.seal(filled.draft(), cancel=token)
    assert filled.workspace.consents.count(PermissionFilter()) == 0
    assert filled.workspace.activity.status().size == 1


def test_a_recording_changed_since_it_was_added_cannot_be_excerpted(
    filled, sample_recording, tmp_path
):
    changed = tmp_path / "changed.mp4"
    data = bytearray(sample_recording.path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    changed.write_bytes(data)
    with pytest.raises(VerificationError, match="other-file"):
        filled.workspace.recordings.relocate(filled.recording.recording.id, changed)
    copy = tmp_path / "copy.mp4"
    shutil.copyfile(sample_recording.path, copy)
    filled.workspace.recordings.relocate(filled.recording.recording.id, copy)
    copy.write_bytes(data)
    with pytest.raises((VerificationError, InputError)):
        filled.workspace.consents.seal(filled.draft())


def test_a_missing_recording_is_shown_as_missing_and_found_again(
    filled, sample_recording, tmp_path
):
    moved = tmp_path / "moved.mp4"
    shutil.copyfile(sample_recording.path, moved)
    filled.workspace.recordings.relocate(filled.recording.recording.id, moved)
    moved.unlink()
    assert filled.workspace.recordings.cards()[0].is_missing
    with pytest.raises(InputError, match="recording.missing"):
        filled.workspace.consents.seal(filled.draft())
    shutil.copyfile(sample_recording.path, moved)
    assert not filled.workspace.recordings.detail(filled.recording.recording.id).is_missing


def test_attachments_are_sealed_and_come_back_the_same(filled, tmp_path):
    letter = tmp_path / "=cmd|' calc'!A0.txt"
    letter.write_text("I agree. \u202e<script>", encoding="utf-8")
    draft = filled.draft(attachments=((letter, EvidenceKind.DOCUMENT, ""),), spoken=None)
    detail = filled.workspace.consents.seal(draft)
    assert detail.grade is Grade.D
    item = detail.record.evidence[0]
    kept = tmp_path / "kept"
    filled.workspace.consents.export_evidence(detail.record.id, item.id, kept)
    assert kept.read_bytes() == letter.read_bytes()


def test_a_file_that_is_no_document_is_not_attached(filled, tmp_path):
    script = tmp_path / "run.exe"
    script.write_bytes(b"MZ")
    with pytest.raises(InputError, match="attachment.type"):
        filled.workspace.consents.seal(
            filled.draft(attachments=((script, EvidenceKind.DOCUMENT, ""),))
        )


def test_another_conversation_can_be_covered_by_the_same_record(filled):
    detail = filled.workspace.consents.seal(filled.draft())
    other = filled.recording.conversations[1].conversation
    filled.workspace.consents.attach_clip(
        detail.record.id, filled.recording.recording.id, other.id, None
    )
    views = filled.workspace.recordings.views(filled.recording.recording.id)
    assert [view.consent_id for view in views] == [detail.record.id] * 2
    assert views[1].status is Status.GIVEN


def test_every_step_is_offered_only_where_it_is_allowed(filled):
    service = filled.workspace.consents
    detail = service.seal(filled.draft())
    key, purposes = detail.record.id, detail.record.purposes
    assert service.allowed_steps(key) == {
        Step.WITHDRAW,
        Step.REVOKE,
        Step.SUSPEND,
        Step.RENEW,
        Step.INVALIDATE,
    }
    service.suspend(key, purposes, "complaint")
    assert Step.RESUME in service.allowed_steps(key)
    service.resume(key, purposes, "cleared")
    service.invalidate(key, purposes, InvalidReason.FORGED, "not the person")
    assert service.detail(key).summary is Status.INVALIDATED
    assert service.allowed_steps(key) == {Step.ERASE}


def test_an_erased_record_is_gone_and_every_proof_of_others_still_holds(filled, tmp_path):
    service = filled.workspace.consents
    first = service.seal(filled.draft(party=Party("Wulan", is_adult_stated=True)))
    second = service.seal(filled.draft(1))
    service.revoke(first.record.id, first.record.purposes, "over")
    with pytest.raises(StateError):
        service.erase(second.record.id, "not allowed yet")
    gone = service.erase(first.record.id, "asked for it")
    assert gone.summary is Status.ERASED
    assert service.query(PermissionFilter(text="Wulan")) == ()
    filled.workspace.time.stamp_due()
    made = export(filled, second.record.id, tmp_path / "a.consentproof")
    assert verify_file(made.path, trusted_roots_pem=filled.roots).holds
    found = filled.workspace.keeper.check()
    assert (found.findings, found.records) == ((), 1)
    assert filled.workspace.activity.status().is_intact


def test_a_term_that_ended_while_the_vault_was_closed_shows_as_expired(filled):
    detail = filled.workspace.consents.seal(filled.draft())
    filled.clock.offset = timedelta(days=365 * 3)
    filled.reopen()
    expired = filled.workspace.consents.query(
        PermissionFilter(statuses=frozenset({Status.EXPIRED}))
    )
    assert [row.id for row in expired] == [detail.record.id]


def test_a_clock_set_back_is_noticed(filled):
    filled.clock.offset = -timedelta(days=2)
    assert filled.workspace.activity.status().trouble == "log.clock-set-back"


def test_a_restored_old_vault_is_noticed_until_it_is_accepted(filled, tmp_path):
    (tmp_path / "backups").mkdir()
    backup = filled.workspace.keeper.backup(tmp_path / "backups")
    filled.workspace.consents.seal(filled.draft())
    filled.workspace.close()
    place = restore_backup(backup.folder, tmp_path / "restored.ckvault")
    filled.folder = place
    restored = filled.reopen()
    assert restored.activity.status().trouble == "log.rolled-back"
    assert restored.activity.accept().is_intact


def test_authorities_that_are_down_leave_the_record_usable_and_pending(desk, sample_recording):
    down = tuple(replace(a, url="http://127.0.0.1:9/") for a in desk.preferences.authorities)
    desk.preferences = replace(desk.preferences, authorities=down)
    desk.recording = desk.workspace.recordings.add(sample_recording.path)
    pending = desk.workspace.time.stamp_due()
    assert pending.last_error.startswith("network.")
    assert pending.entries == 1
    assert pending.next_try_at > desk.clock.now()
    asking = desk.workspace.askings.get(desk.asked())
    assert not asking.number.is_bound_to_time
    detail = desk.workspace.consents.seal(desk.draft(asking_id=asking.id))
    assert detail.summary is Status.GIVEN
    assert desk.workspace.time.stamp_due().entries == 3


def test_a_retry_waits_its_time_and_then_succeeds(desk, sample_recording):
    good = desk.preferences
    down = tuple(replace(a, url="http://127.0.0.1:9/") for a in good.authorities)
    desk.preferences = replace(good, authorities=down)
    desk.workspace.recordings.add(sample_recording.path)
    desk.workspace.time.stamp_due()
    desk.preferences = good
    assert desk.workspace.time.stamp_due().entries == 1
    desk.clock.offset = timedelta(minutes=5)
    assert desk.workspace.time.stamp_due().entries == 0


def test_an_asking_needs_a_name_and_a_contact_to_read_out(desk):
    desk.preferences = replace(desk.preferences, controller=Controller("Kanal", ""))
    with pytest.raises(StateError, match="profile.incomplete"):
        desk.workspace.askings.open_card("ru", ())


def test_an_asking_is_matched_with_the_recording_it_happened_in(filled):
    recording = filled.recording.recording
    start = filled.recording.conversations[1].conversation.range.start
    now = filled.clock.now()
    begin = recording.claimed_start_at
    filled.clock.offset = begin - now + timedelta(seconds=float(start) + 2)
    asking = filled.asked()
    filled.workspace.askings.mark(asking, MarkKind.YES)
    (match,) = filled.workspace.askings.matches(recording.id)
    assert match.asking.id == asking
    assert match.conversation_id == filled.recording.conversations[1].conversation.id
    assert abs(match.positions[0][1] - start - 2) < 1


def test_corrections_can_be_undone_and_a_covered_conversation_does_not_vanish(filled):
    library, key = filled.workspace.recordings, filled.recording.recording.id
    before = library.views(key)
    middle = before[0].conversation.range.start + 5
    assert len(library.split(key, middle)) == len(before) + 1
    assert library.undo(key) == before
    assert len(library.redo(key)) == len(before) + 1
    library.undo(key)
    filled.workspace.consents.seal(filled.draft(1))
    first, second = (view.conversation.id for view in before)
    with pytest.raises(StateError, match="has-record"):
        library.merge(key, first, second)


def test_a_second_process_reads_while_the_first_writes(filled):
    with pytest.raises(VaultInUseError):
        open_vault(filled.folder, passphrase="a passphrase for tests")
    reader = open_vault(filled.folder, passphrase="a passphrase for tests", read_only=True)
    try:
        assert reader.is_read_only
        assert len(reader.recordings.cards()) == 1
    finally:
        reader.close()


def test_a_locked_vault_gives_nothing_away(filled):
    filled.workspace.close()
    with pytest.raises(VaultLockedError):
        filled.workspace.recordings.cards()
    filled.reopen()


def test_the_recovery_words_open_the_vault_and_a_new_passphrase_is_due(filled):
    workspace = filled.reopen(passphrase=None, recovery_words=filled.words)
    assert workspace.needs_new_passphrase
    workspace.set_passphrase("another passphrase")
    assert not workspace.needs_new_passphrase
    with pytest.raises(VaultLockedError):
        filled.reopen()
    assert len(filled.reopen(passphrase="another passphrase").recordings.cards()) == 1


def test_the_recovery_sheet_is_a_pdf_with_its_words(filled, tmp_path):
    sheet = filled.workspace.keeper.new_recovery_sheet()
    filled.workspace.keeper.save_recovery_pdf(sheet, tmp_path / "sheet.pdf", "id")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    filled.workspace.keeper.confirm_recovery(sheet, {0: sheet.words[0], 7: sheet.words[7]})
    with pytest.raises(VerificationError):
        filled.workspace.keeper.confirm_recovery(sheet, {0: "wrong"})
    with pytest.raises(VaultLockedError):
        filled.reopen(passphrase=None, recovery_words=filled.words)
    filled.reopen()


def test_what_is_logged_tells_nothing_about_the_person_not_even_how_many(filled):
    filled.workspace.consents.seal(filled.draft(asking_id=filled.asked()))
    for entry in filled.workspace._vault.entries(0, 9):
        payload = entry.leaf.split(b".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
        people = {name: claims.pop(name, {}) for name in ("pii_principal", "pii_controller")}
        assert set(claims) == {"iss", "iat", "schema", "kind", "log", "_sd", "_sd_alg"}
        assert all(set(value) <= {"_sd"} for value in people.values())


def test_a_proof_that_shows_nothing_still_holds_and_says_nothing(filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft(asking_id=filled.asked()))
    filled.workspace.time.stamp_due()
    nothing = {"disclose": frozenset(), "has_excerpt": False}
    made = export(filled, detail.record.id, tmp_path / "a.consentproof", **nothing)
    report = verify_file(made.path, trusted_roots_pem=filled.roots)
    assert report.holds
    assert b"Budi" not in made.path.read_bytes()
    assert "Budi" not in str(dict(report.claims))


def test_an_erasure_leaves_no_name_anywhere_in_the_vault(filled, tmp_path):
    conversation = filled.recording.conversations[0].conversation
    recording = filled.recording.recording.id
    filled.workspace.recordings.rename(recording, conversation.id, "Wulan")
    asking = filled.workspace.askings.open_card("id", (), "Wulan").asking.id
    draft = filled.draft(party=Party("Wulan", is_adult_stated=True), asking_id=asking)
    detail = filled.workspace.consents.seal(draft)
    export(filled, detail.record.id, tmp_path / "a.consentproof", made_for="label")
    filled.workspace.consents.revoke(detail.record.id, detail.record.purposes, "over")
    filled.workspace.consents.erase(detail.record.id, "asked for it")
    assert filled.workspace.recordings.undo(recording)[0].partner == ""
    assert filled.workspace.askings.today() == ()
    assert filled.workspace.proofs.exports() == ()
    stretch = conversation.range
    strip = filled.workspace.recordings.detail(recording).filmstrip
    assert strip.times
    assert not any(stretch.contains(at) for at in strip.times)
    assert filled.workspace.recordings.cards()[0].thumbnail in strip.jpegs
    vault = filled.workspace._vault
    for table in ("records", "record_search", "documents", "conversations", "recordings"):
        assert "Wulan" not in str(vault._rows(f"SELECT * FROM {table}"))


def test_two_partners_are_not_asked_to_repeat_the_same_number(filled):
    first = filled.workspace.askings.get(filled.asked())
    filled.workspace.time.stamp_due()
    second = filled.workspace.askings.get(filled.asked())
    assert first.number.token_sha256 != second.number.token_sha256
    assert [row.kind for row in filled.workspace.activity.rows()][:2] == ["request", "request"]


def test_authorities_that_were_changed_are_asked_and_the_old_ones_no_longer_waited_for(
    filled, prepared
):
    down = tuple(
        replace(item, id=f"gone-{place}", url="http://127.0.0.1:9/")
        for place, item in enumerate(filled.preferences.authorities)
    )
    good = filled.preferences
    filled.preferences = replace(good, authorities=down)
    filled.asked()
    assert filled.workspace.time.stamp_due().entries == 1
    filled.preferences = good
    pending = filled.workspace.time.stamp_due()
    assert (pending.entries, pending.requests) == (0, 0)


def test_a_number_of_a_demonstration_is_marked_as_one(filled):
    card = filled.workspace.askings.open_card("en", ())
    assert card.asking.number.is_bound_to_time
    assert card.is_demonstration


def test_an_authority_that_stays_down_is_asked_less_and_less_also_after_new_entries(filled):
    good = filled.preferences
    down = (replace(good.authorities[0], url="http://127.0.0.1:9/"),)
    filled.preferences = replace(good, authorities=down)
    filled.asked()
    waits = []
    for _ in range(3):
        pending = filled.workspace.time.stamp_due(now_all=True)
        waits.append(pending.next_try_at - filled.clock.now())
    assert waits[0] < waits[1] < waits[2]
    filled.asked()
    assert filled.workspace.time.pending().next_try_at - filled.clock.now() > waits[1]


def test_a_recording_logged_after_the_record_was_is_not_sealed_first(filled, monkeypatch):
    vault = filled.workspace._vault
    ingests = vault.entry_index_for(filled.recording.recording.id)
    monkeypatch.setattr(
        vault,
        "entry_index_for",
        lambda key: (
            tuple(place + 100 for place in ingests)
            if key == filled.recording.recording.id
            else type(vault).entry_index_for(vault, key)
        ),
    )
    detail = filled.workspace.consents.seal(filled.draft())
    assert Fact.RECORDING_SEALED_FIRST not in detail.facts
    assert detail.grade is Grade.E
