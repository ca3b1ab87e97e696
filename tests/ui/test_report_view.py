"""A report in words: the verdict, each check, and what is not proven."""

import json

import pytest

from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.kernel.resources import resource_path
from consentkit.ui.widgets.report import ReportView, check_name, not_proven_words, reason_words

GOOD = tuple(
    Check(code, Outcome.PASSED) for code in ("integrity", "issuer", "receipt", "log", "time.1")
)


@pytest.fixture
def view(themed, qtbot):
    made = ReportView()
    qtbot.addWidget(made)
    return made


def test_proof_that_holds_is_said_to(view):
    view.show_report(VerificationReport(GOOD), "a.consentproof")
    assert view.verdict() == "This proof holds."


def test_one_failed_check_fails_the_proof(view):
    checks = (*GOOD, Check("excerpt", Outcome.FAILED, "excerpt.other"))
    view.show_report(VerificationReport(checks), "a.consentproof")
    assert view.verdict() == "This proof does not hold."
    assert "[Failed] The excerpt is the one on record: The excerpt is not from" in view.as_text()


def test_proof_without_a_trusted_time_is_neither(view):
    checks = (*GOOD[:4], Check("time.1", Outcome.NOT_CHECKED, "time.demonstration"))
    view.show_report(VerificationReport(checks), "a.consentproof")
    assert view.verdict().startswith("Nothing failed")
    assert "This time stamp is a demonstration." in view.as_text()


def test_markup_in_a_claim_stays_letters(view, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    view.show_report(
        VerificationReport(GOOD, claims={"party.name": "<b>x</b>"}), "<i>.consentproof"
    )
    shown = view.findChildren(QLabel)
    assert any(item.text() == "<b>x</b>" for item in shown)
    assert all(item.textFormat() == Qt.TextFormat.PlainText for item in shown if item.text())


def test_numbered_checks_share_their_words():
    assert check_name("time.1") == check_name("time.12") == check_name("time")


def test_reason_of_a_check_that_rests_on_another_is_said_so():
    check = Check("log", Outcome.NOT_CHECKED, "needs.receipt")
    assert reason_words(check) == "A check it rests on did not pass."


@pytest.mark.parametrize("language", ["en", "id", "ru"])
def test_every_limit_of_a_proof_has_words(language):
    path = resource_path("certificate", f"{language}.json")
    codes = tuple(json.loads(path.read_text(encoding="utf-8"))["not_proven"])
    assert len(not_proven_words(codes)) == len(codes) > 10
