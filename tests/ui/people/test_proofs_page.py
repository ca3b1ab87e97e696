"""Proofs: what is listed, what an export shows, what a check says."""

from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from consentkit.domain.consent import Status
from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.kernel.errors import InputError
from consentkit.services.verifying import verify_file
from consentkit.services.views import DisclosableField
from consentkit.ui.proofs import verify_words
from consentkit.ui.proofs.claims_words import Group, claim_rows, field_rows, group_of
from consentkit.ui.proofs.page import ProofsPage
from consentkit.ui.proofs.presenter import proof_path
from consentkit.ui.proofs.recipients import read_recipients
from consentkit.ui.proofs.verify_presenter import read_keys
from consentkit.ui.proofs.verify_view import CheckRow, VerifyView, is_proof_file

KEY = pyrage.x25519.Identity.generate()
KEPT = "ends_at: 2028-11-22T00:35:13Z, purpose: keep, status: given"
HEARD = "heard: yes, kind: excerpt, source_range: start: 1/1, text: 0:01.0-0:02.0"
OTHER = pyrage.x25519.Identity.generate()


def texts(widget):
    return " ".join(made.text() for made in widget.findChildren(QLabel))


@pytest.fixture(name="page")
def make_page(place, qtbot, idle):
    page = ProofsPage(place.context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activated()
    idle()
    return page


# Words


def codes(source: str, name: str) -> set[str]:
    import re

    return set(re.findall(rf"found\.{name}\(\s*(?:\"|')([a-z.-]+)(?:\"|')", source))


def test_every_check_and_every_reason_the_verifier_knows_has_words():
    import inspect

    from consentkit.proof import facts, verify

    source = inspect.getsource(verify)
    for code in codes(source, "passed") | codes(source, "open") | codes(source, "failed"):
        assert verify_words.check_title(code) != code
    for reason in ("needs.excerpt", "time.demonstration", "time.untrusted", "grade.lower-here"):
        words = verify_words.check_reason(Check("log", Outcome.NOT_CHECKED, reason))
        assert words
        assert words != reason
    listed = facts.not_proven(frozenset(), has_excerpt=True, has_time=True)
    listed += facts.not_proven(frozenset(), has_excerpt=False, has_time=False)
    for code in listed:
        assert verify_words.not_proven_words(code) != code


def test_reasons_given_open_have_words_of_their_own():
    import inspect
    import re

    from consentkit.proof import verify

    source = inspect.getsource(verify)
    for code, reason in re.findall(r"found\.open\(\s*\"([a-z.]+)\",\s*\"([a-z.-]+)\"", source):
        found = verify_words.check_reason(Check(code, Outcome.NOT_CHECKED, reason))
        assert found
        assert reason in verify_words._OPEN


def test_a_demonstration_is_never_called_a_proof(place):
    report = verify_file(place.proof)
    assert verify_words.verdict(report).title == "This proof is a demonstration."
    marked = [line.code for line in verify_words.lines(report) if line.is_demonstration]
    assert {"time.1", "time.2"} <= set(marked)


def test_what_failed_is_said_before_all_else():
    report = VerificationReport((
        Check("integrity", Outcome.FAILED, "bundle.checksum"),
        Check("time.1", Outcome.NOT_CHECKED, "time.demonstration", {"demonstration": "yes"}),
    ))
    assert verify_words.verdict(report).tone == "red"


def test_a_whole_proof_without_a_trusted_time_is_not_complete():
    report = VerificationReport((
        Check("integrity", Outcome.PASSED),
        Check("issuer", Outcome.PASSED),
        Check("log", Outcome.PASSED),
        Check("time", Outcome.NOT_CHECKED, "time.none"),
    ))
    assert verify_words.verdict(report).title == "This proof is not complete."


def test_hostile_values_of_a_report_stay_text():
    line = verify_words.check_line(
        Check("log", Outcome.PASSED, "", {"time": "not a time", "facts": "<b> nobody", "kind": "x"})
    )
    values = [value for _, value in line.facts]
    assert (values[0], values[2]) == ("not a time", "x")
    assert "<b>" in values[1]


def test_fields_are_told_in_words_and_empty_ones_left_out():
    rows = field_rows((
        DisclosableField("pii_processing.0", KEPT, True),
        DisclosableField("pii_principal.contact", "—", False),
        DisclosableField("pii_principal.country", "ID", True),
        DisclosableField("evidence.0", HEARD, True),
        DisclosableField("brand_new.0", "odd: thing", True),
    ))
    assert [row.name for row in rows[:2]] == ["Country they named", "Keep"]
    assert rows[0].value == "Indonesia"
    assert rows[1].value.startswith("Given, until ")
    assert rows[2].value == "0:01.0-0:02.0"
    assert rows[3].name == "brand_new.0"
    assert group_of("brand_new.0") is Group.RECORD


def test_claims_of_a_receipt_are_told_in_words(place):
    report = verify_file(place.proof)
    rows = claim_rows(report.claims)
    assert (Group.PERSON, "Called", "Dewi") in rows
    assert [name for group, name, _ in rows if group is Group.PERMISSIONS] == [
        "Record",
        "Keep",
        "Publish",
        "Earn with ads",
    ]


def test_recipients_are_told_from_other_words():
    good = str(KEY.to_public())
    assert read_recipients(f" {good},\n{good} ").keys == (good,)
    assert read_recipients("").is_valid
    assert not read_recipients(f"{good} age1short").is_valid
    assert not read_recipients("ssh-ed25519 AAAA").is_valid


def test_a_proof_gets_the_ending_it_needs():
    assert proof_path(Path("a.consentproof"), is_encrypted=True).name == "a.consentproof.age"
    assert proof_path(Path("a.consentproof.age"), is_encrypted=False).name == "a.consentproof"
    assert proof_path(Path("a.b"), is_encrypted=False).name == "a.b.consentproof"


def test_keys_are_read_from_a_file_and_nothing_else(tmp_path):
    path = tmp_path / "key.txt"
    path.write_text(f"# created\n# public key\n{KEY}\n")
    assert read_keys(path) == (str(KEY),)
    path.write_bytes(b"\xff\x00" * 40_000)
    with pytest.raises(InputError) as caught:
        read_keys(path)
    assert caught.value.code == "age.identity"
    with pytest.raises(InputError):
        read_keys(tmp_path)


def test_only_proofs_are_taken_when_dropped():
    assert is_proof_file(Path("x.CONSENTPROOF"))
    assert is_proof_file(Path("x.consentproof.age"))
    assert not is_proof_file(Path("x.mp4"))


# The page


def test_exports_are_listed_with_whether_the_file_is_there(page, place, idle, tmp_path):
    row = page.list.rows.row(0)
    assert row.export.pseudonym == "Dewi"
    assert row.is_present
    page.list.setCurrentIndex(page.list.rows.index(0))
    assert page.folder_button.isEnabled()
    gone = replace(row, is_present=False)
    menu = page.list.menu_for(gone)
    assert [action.isEnabled() for action in menu.actions()] == [False, False, True, True, True]


def test_searching_the_exports(page):
    page.presenter.search("platform")
    assert page.list.rows.rowCount() == 1
    page.presenter.search("nobody")
    assert page._stack.currentWidget() is page._nothing


def test_the_short_id_is_copied_while_it_is_still_true(page, place, idle):
    made = page.list.rows.row(0).export
    page.presenter.copy_short_id(made)
    idle()
    short_id = place.workspace.consents.detail(made.consent_id).short_id
    assert short_id in place.said[-1]
    place.workspace.consents.withdraw(
        made.consent_id, place.workspace.consents.detail(made.consent_id).record.purposes
    )
    page.presenter.copy_short_id(made)
    idle()
    assert "changed" in place.said[-1]
    assert place.status("Dewi") is Status.WITHDRAWN


def test_a_proof_is_exported_with_what_was_ticked_and_checked(page, place, idle, tmp_path, qtbot):
    page.activated(consent_id=place.record("Dewi"))
    idle()
    sheet = page.sheet
    for path, box in sheet.boxes.items():
        box.setChecked(path in {"pii_processing.0", "pii_controller.name", "recordings.0"})
    assert f"2 of {len(sheet.boxes)}" in sheet._count.text()
    sheet.form.made_for.setText("Lawyer")
    sheet.export_to(tmp_path / "dewi")
    idle()
    made = tmp_path / "dewi.consentproof"
    report = verify_file(made)
    assert "pii_principal.pseudonym" not in report.claims
    assert report.claims["pii_controller.name"] == "Night Chats"
    assert page.list.rows.row(0).export.made_for == "Lawyer"
    assert page.sheet._stack.currentIndex() == 1
    page.sheet.verifyWanted.emit(page.list.rows.row(0).export)
    idle()
    assert "demonstration" in texts(page.verify_view._result)


def test_a_wrong_recipient_keeps_the_export_back(page, place, idle):
    page.activated(consent_id=place.record("Dewi"))
    idle()
    page.sheet.form.keys.setPlainText("age1nonsense")
    assert not page.sheet.export_button.isEnabled()
    page.sheet.form.keys.setPlainText(str(KEY.to_public()))
    assert page.sheet.export_button.isEnabled()
    for box in page.sheet.form._languages.values():
        box.setChecked(False)
    assert not page.sheet.export_button.isEnabled()


def test_an_encrypted_proof_asks_for_its_key(page, place, idle, tmp_path):
    page.activated(consent_id=place.record("Dewi"))
    idle()
    page.sheet.form.keys.setPlainText(str(KEY.to_public()))
    page.sheet.export_to(tmp_path / "sealed")
    idle()
    sealed = tmp_path / "sealed.consentproof.age"
    assert sealed.is_file()
    page.activated(verify=sealed)
    idle()
    assert page.verify_view._key_notice.isVisible()
    wrong, right = tmp_path / "wrong.txt", tmp_path / "right.txt"
    wrong.write_text(f"{OTHER}\n")
    right.write_text(f"# mine\n{KEY}\n")
    page.verify_view.presenter.use_key(wrong)
    idle()
    assert "does not open" in page.verify_view._key_notice.title.text()
    page.verify_view.presenter.use_key(right)
    idle()
    assert page.verify_view._stack.currentIndex() == 2
    assert place.errors == []


def test_a_changed_proof_is_refused_line_by_line(page, place, idle, tmp_path):
    data = bytearray(place.proof.read_bytes())
    data[len(data) // 2] ^= 1
    changed = tmp_path / "changed.consentproof"
    changed.write_bytes(bytes(data))
    page.activated(verify=changed)
    idle()
    rows = page.verify_view.findChildren(CheckRow)
    assert rows
    assert "does not hold" in texts(page.verify_view._result)
    assert "Failed" in page.verify_view.text()


def test_what_is_no_proof_is_refused_in_words(page, idle, tmp_path):
    page.activated(verify=tmp_path / "absent.consentproof")
    idle()
    assert page.verify_view._trouble.isVisible()


def test_no_vault_is_needed_and_the_report_is_copied_as_text(place, qtbot, idle):
    view = VerifyView(place.bridge)
    qtbot.addWidget(view)
    view.show()
    view.verify(place.proof)
    idle()
    text = view.text()
    assert "[Passed] The receipt stands in the log" in text
    assert "What this does not prove" in text
    assert "pii_principal.pseudonym: Dewi" in text
    opener = view.findChildren(CheckRow)[1].opener
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert opener.isChecked()


def test_roots_of_demonstrations_are_never_trusted_here(page, place):
    from consentkit.services.views import AuthorityView

    place.preferences.update(
        authorities=(
            AuthorityView("d", "D", "http://localhost", True, True, "DEMO ROOT"),
            AuthorityView("o", "Own", "https://tsa.example", True, False, "OWN ROOT"),
        )
    )
    assert page._roots() == ("OWN ROOT",)


def test_fields_no_proof_may_hide_are_ticked_held_and_explained(themed, qtbot):
    from consentkit.services.views import DisclosableField
    from consentkit.ui.proofs.claims_words import field_rows
    from consentkit.ui.proofs.export_sheet import ExportSheet
    from consentkit.ui.proofs.presenter import Draft

    fields = (
        DisclosableField("party.name", "Dewi", is_suggested=False),
        DisclosableField("permissions.publish", "given", is_suggested=False, is_required=True),
    )
    rows = field_rows(fields)
    sheet = ExportSheet()
    qtbot.addWidget(sheet)
    sheet.show_draft(Draft("con-1", "Dewi", "AAAA-BBBB", rows, has_excerpt=False, is_pending=False))
    held, free = sheet.boxes["permissions.publish"], sheet.boxes["party.name"]
    assert held.isChecked()
    assert not held.isEnabled()
    assert held.toolTip().startswith("Always shown")
    assert free.isEnabled()
    assert sheet.disclosed == {"permissions.publish"}
