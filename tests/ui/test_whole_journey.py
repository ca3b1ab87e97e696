"""From an empty screen to a permission that was taken back, through the window and with keys."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import Answer, EvidenceKind
from consentkit.domain.report import Outcome
from consentkit.services.preferences import Preferences
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.start.page import StartPage
from consentkit.ui.start.wizard import PROFILE, SHEET, VaultWizard
from consentkit.ui.unlock.page import UnlockPage
from consentkit.ui.window import MainWindow

PASSPHRASE = "purple tomato wanders north"
LONG_MS = 60_000


@pytest.fixture(name="window")
def make_window(themed, qtbot):
    settings = Preferences(language="en", theme="light", authorities=())
    made = MainWindow(Bridge(), PreferencesHolder(settings))
    qtbot.addWidget(made)
    told = []
    made._bridge.errorRaised.connect(told.append)
    made._bridge.bugRaised.connect(told.append)
    with qtbot.waitActive(made, timeout=LONG_MS):
        made.show()
        made.activateWindow()
    yield made
    made.shut()
    assert told == []


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def make_vault(window, qtbot, place):
    window.stack.currentWidget().newWanted.emit()
    wizard = window.stack.currentWidget()
    assert isinstance(wizard, VaultWizard)
    wizard._place = place
    wizard.name_field.setText("Night talks")
    wizard.next_button.click()
    wizard.pair.first.setText(PASSPHRASE)
    wizard.pair.second.setText(PASSPHRASE)
    wizard.next_button.click()
    qtbot.waitUntil(lambda: wizard.step == SHEET, timeout=LONG_MS)
    for position, field in wizard._question._fields.items():
        field.setText(wizard._sheet.words[position])
    wizard.next_button.click()
    assert wizard.step == PROFILE
    wizard.creator_name.setText("Night Talks")
    wizard.creator_contact.setText("me@example.org")
    wizard.next_button.click()
    assert window.desk is not None


def add_recording(window, qtbot, path):
    drop(window, path)
    cards = window.desk.workspace.recordings.cards
    page = window.desk.page("recordings")
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 1, timeout=LONG_MS)
    settle(window, qtbot)
    assert cards()[0].conversation_count == 2
    return cards()[0].recording.id


def ask(window, qtbot):
    window.desk.navigate("ask")
    settle(window, qtbot)
    page = window.desk.page("ask")
    page.presenter.choose("id")
    page.partner.setText("Dewi")
    qtbot.keyClick(page.partner, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.presenter.card is not None)
    settle(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    asking_id = page.presenter.card.asking.id
    askings = window.desk.workspace.askings
    for count, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2), start=1):
        qtbot.keyClick(page.card, key)
        qtbot.waitUntil(lambda wanted=count: len(askings.get(asking_id).marks) == wanted)
    kinds = [mark.kind for mark in askings.get(asking_id).marks]
    assert kinds == [MarkKind.ASKED, MarkKind.YES]
    settle(window, qtbot)


def mark_and_seal(window, qtbot, recording_id):
    window.desk.navigate("recording", recording_id=recording_id)
    page = window.desk.page("recording")
    presenter = page.presenter
    qtbot.waitUntil(lambda: presenter.detail is not None)
    settle(window, qtbot)
    assert len(presenter.conversations) == 2
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_BracketRight)
    assert presenter.selected is presenter.conversations[0]
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert presenter.marking is not None
    start = presenter.selected.conversation.range.start
    for key, moment in (
        (Qt.Key.Key_I, Fraction(1)),
        (Qt.Key.Key_O, Fraction(3)),
        (Qt.Key.Key_I, Fraction(3)),
        (Qt.Key.Key_O, Fraction(5)),
    ):
        presenter.seek(start + moment)
        qtbot.keyClick(page, key)
    panel = page.inspector.marking
    panel.heard.button_of(Answer.YES).click()
    panel.adult.button_of(True).click()
    panel.name.clear()
    qtbot.keyClicks(panel.name, "Dewi")
    assert panel.seal_button.isEnabled()
    panel.seal_button.click()
    qtbot.waitUntil(lambda: presenter.marking is None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: presenter.consent is not None)
    settle(window, qtbot)
    sealed = presenter.consent
    assert sealed.summary is Status.GIVEN
    assert EvidenceKind.EXCERPT in {item.kind for item in sealed.record.evidence}
    page.primary_action()
    return sealed.record.id


def export(window, qtbot, path):
    page = window.desk.page("proofs")
    assert window.desk.current == "proofs"
    qtbot.waitUntil(lambda: bool(page.sheet.boxes), timeout=LONG_MS)
    page.sheet.export_to(path)
    qtbot.waitUntil(lambda: page.sheet._stack.currentIndex() == 1, timeout=LONG_MS)
    settle(window, qtbot)
    assert path.is_file()


def verify(window, qtbot, path):
    drop(window, path)
    view = window.desk.page("proofs").verify_view
    qtbot.waitUntil(lambda: view._report is not None, timeout=LONG_MS)
    settle(window, qtbot)
    outcomes = {check.code: check.outcome for check in view._report.checks}
    assert Outcome.FAILED not in outcomes.values()
    assert outcomes["log"] is Outcome.PASSED
    assert outcomes["excerpt"] is Outcome.PASSED


def lock_and_unlock(window, qtbot):
    window.lock()
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=LONG_MS)
    qtbot.keyClicks(page.passphrase, PASSPHRASE)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    settle(window, qtbot)
    assert window.desk.log_notice.isHidden()


def withdraw(window, qtbot, consent_id):
    window.desk.navigate("permissions", consent_id=consent_id)
    page = window.desk.page("permissions")
    panel = page.detail.panel
    qtbot.waitUntil(lambda: panel.detail is not None)
    panel.open_sheet(Step.WITHDRAW)
    panel.sheet._do.click()
    consents = window.desk.workspace.consents
    qtbot.waitUntil(lambda: consents.detail(consent_id).summary is Status.WITHDRAWN)
    qtbot.waitUntil(lambda: panel.detail.summary is Status.WITHDRAWN)
    settle(window, qtbot)


def test_a_vault_is_made_a_yes_is_sealed_proven_and_taken_back(
    window, qtbot, tmp_path, sample_recording
):
    assert isinstance(window.stack.currentWidget(), StartPage)
    make_vault(window, qtbot, tmp_path)
    recording_id = add_recording(window, qtbot, sample_recording.path)
    ask(window, qtbot)
    consent_id = mark_and_seal(window, qtbot, recording_id)
    proof = tmp_path / "dewi.consentproof"
    export(window, qtbot, proof)
    verify(window, qtbot, proof)
    lock_and_unlock(window, qtbot)
    withdraw(window, qtbot, consent_id)


def test_a_log_that_is_not_the_last_seen_is_said_on_every_page(window, qtbot, tmp_path):
    from consentkit.services.views import LogStatus

    make_vault(window, qtbot, tmp_path)
    settle(window, qtbot)
    desk = window.desk
    desk._log_known(LogStatus(3, "", is_intact=False, last_seen_at=None, trouble="log.rolled-back"))
    for page in ("recordings", "ask", "permissions", "proofs", "settings"):
        desk.navigate(page)
        assert desk.log_notice.isVisible()
    assert "Nothing is written" in desk.log_notice.words.text()
    desk._log_known(LogStatus(3, "", is_intact=True, last_seen_at=None))
    assert not desk.log_notice.isVisible()
    settle(window, qtbot)
