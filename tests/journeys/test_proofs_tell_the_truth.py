"""What a proof from a vault shows, and what an export leaves behind."""

import os
import tempfile
import time
import zipfile
from dataclasses import replace

import pytest

from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import NotFoundError, StateError, VaultError
from consentkit.services.verifying import WORK_PREFIX, verify_file
from consentkit.services.views import ProofOptions
from consentkit.timestamping.trust import pinned_roots

RECORDING = "data/recording.sd-jwt"


def sealed(desk):
    detail = desk.workspace.consents.seal(desk.draft(asking_id=desk.asked()))
    desk.workspace.time.stamp_due()
    return detail.record.id


def suggested(desk, consent_id):
    return frozenset(f.path for f in desk.workspace.proofs.fields(consent_id) if f.is_suggested)


def export(desk, consent_id, out, disclose=None, **options):
    chosen = suggested(desk, consent_id) if disclose is None else disclose
    return desk.workspace.proofs.export(consent_id, out, ProofOptions(chosen, **options)).path


def reasons(path, desk):
    report = verify_file(path, trusted_roots_pem=desk.roots)
    return {check.code: check.reason or check.outcome.value for check in report.checks}


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_proof_shows_that_its_recording_was_logged_first(filled, tmp_path):
    path = export(filled, sealed(filled), tmp_path / "a.consentproof")

    assert reasons(path, filled)["recording"] == "passed"
    assert RECORDING in members(path)


def test_a_recording_that_is_kept_back_takes_its_log_entry_along(filled, tmp_path):
    record_id = sealed(filled)
    shown = {path for path in suggested(filled, record_id) if not path.startswith("recordings")}
    path = export(filled, record_id, tmp_path / "a.consentproof", frozenset(shown))

    assert reasons(path, filled)["recording"] == "recording.not-included"
    assert RECORDING not in members(path)


def test_a_vault_without_the_entrys_text_exports_without_it(filled, tmp_path):
    record_id = sealed(filled)
    filled.workspace._vault.delete_document("ingest", filled.recording.recording.id)
    path = export(filled, record_id, tmp_path / "a.consentproof")

    assert reasons(path, filled)["recording"] == "recording.not-included"


def test_the_entrys_text_goes_with_its_recording(filled):
    recording_id = filled.recording.recording.id
    vault = filled.workspace._vault
    assert vault.find_document("ingest", recording_id) is not None

    filled.workspace.recordings.remove(recording_id)

    assert vault.find_document("ingest", recording_id) is None
    with pytest.raises(NotFoundError):
        filled.workspace.recordings.get(recording_id)


# ── what is always shown ──


def test_every_line_about_a_purpose_is_shown_whatever_was_ticked(filled, tmp_path):
    record_id = sealed(filled)
    filled.workspace.consents.withdraw(record_id, (Purpose.MONETISE_ADS,), "not my face")
    fields = filled.workspace.proofs.fields(record_id)
    required = {field.path for field in fields if field.is_required}
    assert required == {field.path for field in fields if field.path.startswith("pii_processing")}
    assert len(required) > 1

    path = export(filled, record_id, tmp_path / "a.consentproof", frozenset())
    report = verify_file(path, trusted_roots_pem=filled.roots)

    assert "withdrawn" in report.claims.values()
    assert "hidden_fields" in report.not_proven
    assert "hidden_permissions" not in report.not_proven
    assert set(filled.workspace.proofs.exports()[0].disclosed) == required


# ── what an export leaves behind ──


def test_an_export_that_cannot_be_entered_leaves_no_file(filled, tmp_path, monkeypatch):
    record_id = sealed(filled)

    def refuses(*_):
        raise StateError("log.rolled-back")

    monkeypatch.setattr(filled.workspace.ledger, "enter", refuses)
    with pytest.raises(StateError):
        export(filled, record_id, tmp_path / "a.consentproof")

    assert list(tmp_path.glob("*.consentproof*")) == []
    assert filled.workspace.proofs.exports() == ()


def test_a_vault_opened_for_reading_exports_nothing(filled, tmp_path):
    record_id = sealed(filled)
    workspace = filled.reopen(read_only=True)
    with pytest.raises(VaultError):
        workspace.proofs.export(record_id, tmp_path / "a.consentproof", ProofOptions(frozenset()))

    assert not (tmp_path / "a.consentproof").exists()


def test_a_token_of_an_authority_without_roots_of_its_own_comes_with_the_pinned_ones(
    filled, tmp_path, monkeypatch
):
    record_id = filled.workspace.consents.seal(filled.draft()).record.id
    filled.workspace.time.stamp_due()
    bare, other = filled.preferences.authorities
    known = filled.workspace.time.authority

    def as_configured(authority_id):
        view = known(authority_id)
        return replace(view, roots_pem="") if authority_id == bare.id else view

    monkeypatch.setattr(filled.workspace.time, "authority", as_configured)
    path = export(filled, record_id, tmp_path / "a.consentproof")

    shipped = members(path)["data/tsa-roots.pem"].decode()
    assert all(root.strip() in shipped for root in pinned_roots())
    assert other.roots_pem.strip() in shipped
    assert bare.roots_pem.strip() not in shipped


# ── what a check leaves behind ──


def test_a_check_removes_what_an_old_one_left_and_nothing_else(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, new, other = (tmp_path / f"{name}x" for name in (WORK_PREFIX, f"{WORK_PREFIX}n", "else-"))
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "excerpt.mp4").write_bytes(b"private")
    two_days_ago = time.time() - 2 * 86_400
    for folder in (old, other):
        os.utime(folder, (two_days_ago, two_days_ago))
    path = export(filled, sealed(filled), tmp_path / "a.consentproof")

    assert reasons(path, filled)["excerpt.recording"] == "passed"

    assert {item.name for item in tmp_path.iterdir() if item.is_dir()} >= {new.name, other.name}
    assert [item.name for item in tmp_path.glob(f"{WORK_PREFIX}*")] == [new.name]
