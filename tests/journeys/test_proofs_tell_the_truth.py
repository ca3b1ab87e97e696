"""What a proof from a vault shows, and what an export leaves behind."""

import zipfile

import pytest

from consentkit.kernel.errors import NotFoundError
from consentkit.services.verifying import verify_file
from consentkit.services.views import ProofOptions

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
