"""The record panel: what it offers, what its sheets ask, what it emits."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel, QToolButton

from consentkit.domain.consent import InvalidReason, Step
from consentkit.domain.evidence import EvidenceKind
from consentkit.domain.scope import Purpose
from consentkit.ui.recording.consent_panel import ConsentPanel
from consentkit.ui.recording.consent_sheets import EraseDialog, day_of, end_of_day
from consentkit.ui.recording.steps import Missing, StepRequest, missing, offered, purposes_for

ALL = frozenset(Step)


def actions(panel: ConsentPanel) -> list[str]:
    return [item.text() for item in panel.change_button.menu().actions() if item.text()]


def test_only_steps_the_status_allows_are_offered(qtbot, samples):
    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.set_consent(samples.consent(), frozenset({Step.WITHDRAW, Step.SUSPEND}))
    assert actions(panel) == ["The partner withdrew…", "Suspend…"]


def test_answers_are_offered_only_where_a_question_is_open(samples):
    assert Step.GRANT not in offered(ALL, samples.consent())


def test_a_step_concerns_only_the_leaves_whose_status_allows_it(samples):
    assert purposes_for(Step.WITHDRAW, samples.consent()) == (
        Purpose.RECORD,
        Purpose.KEEP,
        Purpose.PUBLISH,
    )


def test_a_suspension_without_a_reason_cannot_be_asked_for():
    request = StepRequest(Step.SUSPEND, (Purpose.PUBLISH,))
    assert missing(request) == (Missing.REASON,)


def test_a_withdrawal_needs_no_reason():
    assert missing(StepRequest(Step.WITHDRAW, (Purpose.PUBLISH,))) == ()


def test_the_sheet_asks_and_emits_one_whole_request(qtbot, samples):
    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.set_consent(samples.consent(), ALL)
    panel.open_sheet(Step.INVALIDATE)
    assert panel.currentWidget() is panel.sheet
    panel.sheet.set_reason("She was seventeen.")
    with qtbot.waitSignal(panel.stepRequested) as caught:
        panel.sheet._do.click()
    request = caught.args[0]
    assert request.step is Step.INVALIDATE
    assert request.reason == "She was seventeen."
    assert request.reason_code is InvalidReason.MINOR
    assert panel.currentIndex() == 0


def test_the_sheet_of_a_renewal_proposes_two_more_years(qtbot, samples):
    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.set_consent(samples.consent(), ALL)
    panel.open_sheet(Step.RENEW)
    assert panel.sheet.request.new_ends_at.year == 2030


def test_a_day_is_over_when_the_next_begins():
    day = day_of(datetime(2028, 3, 4, 12, tzinfo=UTC))
    assert day_of(end_of_day(day)) == day


def test_erasing_needs_a_reason_and_says_what_stays(qtbot, samples):
    dialog = EraseDialog(samples.consent())
    qtbot.addWidget(dialog)
    texts = " ".join(item.text() for item in dialog.findChildren(QLabel))
    assert "What stays" in texts
    assert not dialog._do.isEnabled()
    dialog.set_reason("Asked for by mail.")
    with qtbot.waitSignal(dialog.acceptedWith) as caught:
        dialog._do.click()
    assert caught.args[0] == StepRequest(Step.ERASE, reason="Asked for by mail.")


def test_evidence_plays_when_it_is_an_excerpt_and_opens_otherwise(qtbot, samples):
    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.set_consent(samples.consent(), ALL)
    heard = []
    panel.playRequested.connect(lambda item: heard.append(("play", item.kind)))
    panel.openRequested.connect(lambda item: heard.append(("open", item.kind)))
    for opener in panel.evidence.findChildren(QToolButton):
        assert opener.accessibleName()
        opener.click()
    assert heard == [("play", EvidenceKind.EXCERPT), ("open", EvidenceKind.IMAGE)]


def test_markup_from_outside_stays_letters(qtbot, samples):
    from PySide6.QtCore import Qt

    panel = ConsentPanel()
    qtbot.addWidget(panel)
    panel.set_consent(samples.consent(Step.SUSPEND), ALL)
    formats = {item.textFormat() for item in panel.findChildren(QLabel) if item.text()}
    assert formats == {Qt.TextFormat.PlainText}
