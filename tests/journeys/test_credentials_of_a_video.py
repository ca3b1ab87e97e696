"""Credentials of a checked video: written, logged, accepted in its place, refused when unlike."""

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from xml.dom import minidom

import pytest
from click.testing import CliRunner
from cryptography import x509
from small_edits import write_edit

from consentkit.cli.main import cli
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultError,
    VerificationError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media import worker
from consentkit.publish.content_credentials import read_credentials
from consentkit.services import credentials as service
from consentkit.services.credential_views import CredentialKind, CredentialState
from consentkit.services.gating import read_plan
from consentkit.services.preferences import save_preferences

PASSPHRASE = "a passphrase for tests"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PLAN = """
platform = "youtube"
channel = "Kanal"
monetised = true
sponsor = ""
territory = ["world"]
made_for_kids = false
altered_content = false
source_platform = "ometv"
thumbnail = []
title = []
complaints = []
doubts = []
[[disclosures]]
range = "0-1:00"
note = "Shortened; the description says so."
[[overrides]]
rule = "evidence.time"
reason = "Only a demonstration authority here."
"""
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
WHOLE = PLAN + "".join(f'[[declared]]\nfact = "{fact}"\nis_true = false\n' for fact in NOT_SO)


@pytest.fixture(scope="module", name="original")
def make_original(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "Budi says hello.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    return path


@pytest.fixture(name="edit")
def make_edit(tmp_path, original) -> Path:
    return Path(shutil.copy(original, tmp_path / original.name))


@pytest.fixture(name="plan_file")
def make_plan_file(tmp_path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@pytest.fixture(name="checked")
def make_checked(filled, edit, plan_file):
    """Return a check whose plan passes, with its record sealed."""
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    sealed = filled.workspace.consents.seal(draft)
    checks = filled.workspace.checks
    made = checks.check(edit, plan=read_plan(plan_file))
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in made.spans if item.verdict is Verdict.UNKNOWN
    )
    if unknown:
        made = checks.mark_own(made.id, unknown, "an intro")
    assert made.is_passed
    return made, sealed.record.id


def elements(path, namespace, name):
    document = minidom.parseString(path.read_bytes())
    return [
        "".join(node.data for node in element.childNodes)
        for element in document.getElementsByTagNameNS(namespace, name)
    ]


def test_a_sidecar_says_by_which_release_and_by_ids_alone(filled, checked, edit):
    made, consent_id = checked
    written = filled.workspace.credentials.xmp(made.id)
    assert written.path == edit.with_suffix(".xmp")
    assert written.kind is CredentialKind.XMP
    assert elements(written.path, PLUS, "ModelReleaseStatus") == [
        "http://ns.useplus.org/ldf/vocab/MR-LMR"
    ]
    assert elements(written.path, RDF, "li") == [consent_id]
    text = written.path.read_text(encoding="utf-8")
    assert "Budi" not in text
    assert made.sha256 in text
    assert filled.workspace.gate.short_id(made.gate_id) in text
    assert filled.workspace.activity.rows()[0].kind == "credentials"
    assert filled.workspace.credentials.of_check(made.id) == (written,)


def test_nothing_is_replaced_without_being_told(filled, checked, edit):
    made, _ = checked
    credentials = filled.workspace.credentials
    side = edit.with_suffix(".xmp")
    side.write_text("of an editor")
    with pytest.raises(InputError, match=r"credentials\.exists"):
        credentials.xmp(made.id)
    assert side.read_text() == "of an editor"
    credentials.xmp(made.id, is_replacing=True)
    assert "xmpmeta" in side.read_text(encoding="utf-8")
    for write in (credentials.xmp, credentials.sign):
        with pytest.raises(InputError, match=r"credentials\.own-place"):
            write(made.id, edit, is_replacing=True)
    assert edit.stat().st_size


def test_a_signed_copy_is_the_same_video_and_is_accepted_in_its_place(filled, checked, edit):
    made, consent_id = checked
    credentials = filled.workspace.credentials
    steps = []
    signed = credentials.sign(made.id, progress=lambda update: steps.append(update.step))
    assert signed.path.name == "Budi says hello.c2pa.mp4"
    assert signed.sha256 != made.sha256
    assert credentials.accepted_digests(made.id) == {made.sha256, signed.sha256}
    assert worker.packet_trees(signed.path) == worker.packet_trees(edit)
    assert set(steps) >= {"digest"}
    assert [look.state for look in credentials.looks(made.id)] == [CredentialState.HOLDS]
    read = read_credentials(signed.path, credentials.anchor())
    assert read.is_trusted
    coverage = read.assertions["org.consentkit.coverage"]
    assert coverage["edit"] == {"sha256": made.sha256, "duration": float(round(made.duration, 3))}
    assert coverage["decision"] == "pass"
    assert coverage["overridden"] == ["evidence.time"]
    assert coverage["persons"] == 1
    assert coverage["release"] == "MR-LMR"
    assert coverage["issuer"] == filled.workspace.ledger.issuer_thumbprint
    assert coverage["proof"] == filled.workspace.gate.short_id(made.gate_id)
    assert {pack["id"] for pack in coverage["packs"]} == {name for name, _ in made.policies}
    source = filled.recording.recording.sha256
    assert [item["sha256"] for item in coverage["sources"]] == [source]
    assert ("componentOf", f"urn:sha256:{source}") in read.ingredients
    assert ("parentOf", f"urn:sha256:{made.sha256}") in read.ingredients
    content = signed.path.read_bytes()
    before = edit.read_bytes()
    for secret in (b"Budi", b"chat.mp4", consent_id.encode(), bytes(filled.folder)):
        assert content.count(secret) == before.count(secret)


def test_hand_over_takes_a_signed_copy_for_the_checked_video_and_no_other_file(filled, checked):
    made, _ = checked
    signed = filled.workspace.credentials.sign(made.id)
    handing_over = filled.workspace.handing_over
    assert handing_over.check_file(made.id, signed.path)
    data = bytearray(signed.path.read_bytes())
    data[-1] ^= 1
    signed.path.write_bytes(data)
    assert not handing_over.check_file(made.id, signed.path)


def test_a_sidecar_lies_beside_a_signed_copy_as_well(filled, checked):
    made, _ = checked
    credentials = filled.workspace.credentials
    signed = credentials.sign(made.id)
    side = credentials.xmp(made.id, video=signed.path)
    assert side.path == signed.path.with_suffix(".xmp")
    assert (side.video_sha256, side.checked_sha256) == (signed.sha256, made.sha256)


def test_digests_stay_accepted_when_the_vault_is_opened_again(filled, checked):
    made, _ = checked
    signed = filled.workspace.credentials.sign(made.id)
    again = filled.reopen()
    assert again.credentials.accepted_digests(made.id) == {made.sha256, signed.sha256}
    second = again.credentials.sign(made.id, is_replacing=True)
    assert second.sha256 in again.credentials.accepted_digests(made.id)
    states = [look.state for look in again.credentials.looks(made.id)]
    assert states == [CredentialState.HOLDS, CredentialState.REPLACED]
    certificate = x509.load_pem_x509_certificate(again.credentials.anchor().encode())
    assert again.ledger.origin in certificate.subject.rfc4514_string()


def test_a_changed_or_missing_copy_is_told(filled, checked):
    made, _ = checked
    credentials = filled.workspace.credentials
    signed = credentials.sign(made.id)
    data = bytearray(signed.path.read_bytes())
    data[len(data) // 2] ^= 1
    signed.path.write_bytes(data)
    assert [look.state for look in credentials.looks(made.id)] == [CredentialState.CHANGED]
    signed.path.unlink()
    assert [look.state for look in credentials.looks(made.id)] == [CredentialState.MISSING]


def test_another_file_under_the_name_is_refused(filled, checked, edit):
    made, _ = checked
    edit.write_bytes(edit.read_bytes() + b"\0")
    credentials = filled.workspace.credentials
    for write in (credentials.xmp, credentials.sign):
        with pytest.raises(VerificationError, match=r"credentials\.other-file"):
            write(made.id)
    edit.unlink()
    for write in (credentials.xmp, credentials.sign):
        with pytest.raises(InputError, match=r"edit\.missing"):
            write(made.id)
    assert credentials.of_check(made.id) == ()
    assert sorted(item.name for item in edit.parent.glob(".part*")) == []


def test_a_copy_with_other_packets_gets_no_name(filled, checked, edit, monkeypatch):
    made, _ = checked
    real = service.worker.packet_trees
    monkeypatch.setattr(
        service.worker,
        "packet_trees",
        lambda path, *rest: real(path, *rest)[: 1 if path != edit else None],
    )
    with pytest.raises(VerificationError, match=r"credentials\.other-packets"):
        filled.workspace.credentials.sign(made.id)
    assert not edit.with_suffix(".c2pa.mp4").exists()
    assert filled.workspace.credentials.of_check(made.id) == ()
    assert "credentials" not in {row.kind for row in filled.workspace.activity.rows()}


def test_what_the_log_does_not_take_is_not_written(filled, checked, edit, monkeypatch):
    made, _ = checked

    def refuse(*_):
        raise StateError("log.forked")

    monkeypatch.setattr(filled.workspace.ledger, "enter", refuse)
    for write in (filled.workspace.credentials.xmp, filled.workspace.credentials.sign):
        with pytest.raises(StateError):
            write(made.id)
    assert {item.name for item in edit.parent.iterdir() if "Budi" in item.name} == {edit.name}


def test_a_withdrawal_makes_the_check_too_old_and_the_code_strict(filled, checked):
    made, consent_id = checked
    credentials = filled.workspace.credentials
    filled.clock.offset = timedelta(minutes=5)
    filled.workspace.consents.withdraw(consent_id, [Purpose.PUBLISH])
    with pytest.raises(StateError, match=r"credentials\.outdated"):
        credentials.xmp(made.id)
    filled.workspace.checks.rejudge(made.id)
    written = credentials.xmp(made.id)
    assert (written.release, written.is_passed) == ("MR-NON", False)
    assert elements(written.path, RDF, "li") == []


def test_without_a_plan_there_is_nothing_to_certify(filled, edit):
    made = filled.workspace.checks.check(edit)
    with pytest.raises(StateError, match=r"credentials\.no-decision"):
        filled.workspace.credentials.xmp(made.id)
    with pytest.raises(NotFoundError):
        filled.workspace.credentials.accepted_digests("chk-none")


def test_erasing_a_record_takes_the_decision_and_leaves_digests(filled, checked):
    made, consent_id = checked
    credentials = filled.workspace.credentials
    signed = credentials.sign(made.id)
    filled.clock.offset = timedelta(minutes=5)
    filled.workspace.consents.withdraw(
        consent_id,
        [leaf.purpose for leaf in filled.workspace.consents.detail(consent_id).record.permissions],
    )
    filled.workspace.consents.erase(consent_id, "asked for it")
    assert signed.sha256 in credentials.accepted_digests(made.id)
    with pytest.raises((NotFoundError, StateError)):
        credentials.xmp(made.id)


def test_a_vault_that_is_only_read_writes_nothing(filled, checked, edit):
    made, _ = checked
    filled.workspace.credentials.sign(made.id)
    reader = filled.reopen(read_only=True)
    for write in (reader.credentials.xmp, reader.credentials.sign):
        with pytest.raises(VaultError):
            write(made.id, is_replacing=True)
    assert [look.state for look in reader.credentials.looks(made.id)] == [CredentialState.HOLDS]


def test_a_stop_leaves_nothing_behind(filled, checked, edit):
    made, _ = checked
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        filled.workspace.credentials.sign(made.id, cancel=cancel)
    assert {item.name for item in edit.parent.iterdir() if "Budi" in item.name} == {edit.name}


def test_without_the_extra_a_sidecar_is_written_all_the_same(filled, checked, monkeypatch):
    made, _ = checked
    credentials = filled.workspace.credentials
    credentials.sign(made.id)
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert not credentials.can_sign()
    with pytest.raises(ResourceError, match=r"credentials\.extra-missing"):
        credentials.sign(made.id, is_replacing=True)
    credentials.xmp(made.id)
    states = {look.credential.kind: look.state for look in credentials.looks(made.id)}
    assert states == {
        CredentialKind.XMP: CredentialState.HOLDS,
        CredentialKind.C2PA: CredentialState.NOT_CHECKED,
    }


def test_what_is_kept_of_a_removed_check_goes_at_the_next_opening(filled, checked):
    made, _ = checked
    filled.workspace.credentials.xmp(made.id)
    filled.workspace.checks.remove(made.id)
    filled.workspace.checks.bring_back(made.id)
    assert filled.workspace.credentials.of_check(made.id)
    filled.workspace.checks.remove(made.id)
    assert filled.reopen().credentials.of_check(made.id) == ()


@pytest.fixture(name="run")
def make_run(filled, tmp_path):
    """Return the command line on this vault, which it opens by itself."""
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    save_preferences(filled.preferences)

    def run(*words):
        filled.workspace.close()
        options = ["--vault", str(filled.folder), "--passphrase-file", str(secret)]
        return CliRunner().invoke(cli, ["credentials", *map(str, words), *options])

    return run


def test_commands_write_show_and_say_what_is_wrong(run, checked, edit, tmp_path):
    made, _ = checked
    result = run("xmp", made.id, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["release"] == "MR-LMR"
    assert run("xmp", made.id).exit_code == 2
    result = run("xmp", made.id, "--replace")
    assert "MR-LMR" in result.stdout
    result = run("c2pa", made.id, "--json")
    assert result.exit_code == 0, result.output
    signed = json.loads(result.stdout)
    result = run("show", made.id, "--json")
    assert result.exit_code == 0, result.output
    shown = json.loads(result.stdout)
    assert set(shown["accepted"]) == {made.sha256, signed["sha256"]}
    kinds = [(look["credential"]["kind"], look["state"]) for look in shown["credentials"]]
    assert kinds == [("c2pa", "holds"), ("xmp", "holds"), ("xmp", "replaced")]
    anchor = tmp_path / "anchor.pem"
    assert run("anchor", "--out", anchor).exit_code == 0
    assert run("anchor", "--out", anchor).exit_code == 2
    assert read_credentials(Path(signed["path"]), anchor.read_text()).is_trusted
    edit.write_bytes(edit.read_bytes() + b"\0")
    result = run("c2pa", made.id, "--out", tmp_path / "other.mp4")
    assert result.exit_code == 1
    assert "not the one that was checked" in result.output
    Path(signed["path"]).write_bytes(b"another")
    assert run("show", made.id).exit_code == 1
    assert run("xmp", "chk-none").exit_code == 2
