"""With a window on the screen: make a vault, lock it, open it, be refused, look at the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from consentkit.domain.party import Controller
from consentkit.services.preferences import Preferences, load_preferences
from consentkit.services.workspace import create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.desk import PAGES
from consentkit.ui.start.page import StartPage
from consentkit.ui.start.wizard import PROFILE, SECRET, SHEET, VaultWizard
from consentkit.ui.unlock.page import UnlockPage
from consentkit.ui.window import MainWindow

PASSPHRASE = "purple tomato wanders north"
LONG_MS = 30_000


@pytest.fixture
def window(themed, qtbot):
    settings = Preferences(language="en", theme="light", authorities=())
    made = MainWindow(Bridge(), PreferencesHolder(settings))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shut()


@pytest.fixture
def vault(tmp_path):
    workspace, _sheet = create_vault(tmp_path / "Talks", PASSPHRASE, preferences=Preferences)
    folder = workspace.folder
    workspace.close()
    return folder


def front(window, kind):
    widget = window.stack.currentWidget()
    assert isinstance(widget, kind)
    return widget


def unlock(window, qtbot, folder, passphrase=PASSPHRASE):
    window.show_unlock(folder)
    page = front(window, UnlockPage)
    qtbot.keyClicks(page.passphrase, passphrase)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    return page


def test_new_vault_is_made_in_three_steps_and_opens(window, qtbot, tmp_path):
    front(window, StartPage).newWanted.emit()
    wizard = front(window, VaultWizard)
    wizard._place = tmp_path
    wizard.name_field.setText("Night talks")
    wizard.next_button.click()
    assert wizard.step == SECRET
    assert not wizard.next_button.isEnabled()
    wizard.pair.first.setText(PASSPHRASE)
    assert not wizard.next_button.isEnabled()
    wizard.pair.second.setText(PASSPHRASE)
    wizard.next_button.click()
    qtbot.waitUntil(lambda: wizard.step == SHEET, timeout=LONG_MS)
    assert wizard.pair.text == ""
    sheet, question = wizard._sheet, wizard._question
    for place, field in question._fields.items():
        field.setText(f"not-{sheet.words[place]}")
    wizard.next_button.click()
    assert wizard.step == SHEET
    assert question.trouble.isVisible()
    for place, field in question._fields.items():
        field.setText(sheet.words[place].upper())
    wizard.next_button.click()
    assert wizard.step == PROFILE
    wizard.creator_name.setText("Night Talks")
    wizard.creator_contact.setText("me@example.org")
    wizard.next_button.click()
    assert window.desk is not None
    assert window.desk.workspace.name == "Night talks"
    assert load_preferences().controller == Controller("Night Talks", "me@example.org")
    assert load_preferences().recent_vaults == (str(tmp_path / "Night talks.ckvault"),)


def test_locking_takes_every_page_off_the_screen_and_unlocking_brings_the_desk_back(
    window, qtbot, vault
):
    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    desk = window.desk
    gone = []
    desk.destroyed.connect(lambda: gone.append(True))
    del desk
    window.lock()
    assert window.desk is None
    assert window.stack.count() == 1
    qtbot.waitUntil(lambda: bool(gone))
    page = front(window, UnlockPage)
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=LONG_MS)
    qtbot.keyClicks(page.passphrase, PASSPHRASE)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)


def test_vault_locks_itself_when_the_machine_goes_to_sleep(window, qtbot, vault):
    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    window.guard.prepare_for_sleep(False)
    assert window.desk is not None
    window.guard.prepare_for_sleep(True)
    assert window.desk is None
    page = front(window, UnlockPage)
    assert page._note.isVisible()
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=LONG_MS)


def test_idle_lock_lets_running_work_finish(window, qtbot, vault):
    import threading

    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    held = threading.Event()
    window._bridge.job("scan", "Scan", lambda _p, _c: held.wait(20))
    window._idled()
    assert window.desk is not None
    held.set()
    qtbot.waitUntil(lambda: not window._bridge.is_busy, timeout=LONG_MS)
    window._idled()
    assert window.desk is None
    qtbot.waitUntil(lambda: window._closing is None, timeout=LONG_MS)


def test_wrong_passphrase_and_wrong_words_are_answered_alike(window, qtbot, vault):
    page = unlock(window, qtbot, vault, "something else entirely")
    qtbot.waitUntil(page._trouble.isVisible, timeout=LONG_MS)
    first = (page._trouble.title.text(), page._trouble.words.text())
    page._show_form(1)
    page.words.setPlainText("abandon " * 23 + "art")
    qtbot.waitUntil(page.recover_button.isEnabled)
    page.recover_button.click()
    qtbot.waitUntil(page._trouble.isVisible, timeout=LONG_MS)
    assert (page._trouble.title.text(), page._trouble.words.text()) == first
    assert window.desk is None


def test_recovery_words_open_the_vault_after_a_new_passphrase(window, qtbot, tmp_path):
    workspace, sheet = create_vault(tmp_path / "Talks", PASSPHRASE, preferences=Preferences)
    workspace.close()
    window.show_unlock(workspace.folder)
    page = front(window, UnlockPage)
    page._show_form(1)
    page.words.setPlainText(" ".join(sheet.words))
    page.recover_button.click()
    qtbot.waitUntil(lambda: page.forms.currentIndex() == 2, timeout=LONG_MS)
    page.pair.first.setText("another good long phrase")
    page.pair.second.setText("another good long phrase")
    page.renew_button.click()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)


def test_vault_in_use_is_offered_read_only(window, qtbot, vault):
    from consentkit.services.workspace import open_vault

    other = open_vault(vault, passphrase=PASSPHRASE, preferences=Preferences)
    try:
        page = unlock(window, qtbot, vault)
        qtbot.waitUntil(page._read_only.isVisible, timeout=LONG_MS)
        page._read_only.click()
        qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
        assert window.desk.workspace.is_read_only
        assert window.desk.read_only_notice.isVisible()
    finally:
        other.close()


def test_every_page_of_the_rail_opens(window, qtbot, vault):
    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    for entry in PAGES:
        if entry.title:
            window.desk.navigate(entry.name)
            assert window.desk._buttons[entry.name].isChecked()
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)


def test_proof_dropped_anywhere_goes_to_proofs(window, qtbot, vault):
    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    asked = []
    window.desk.navigate = lambda page, **arguments: asked.append((page, arguments))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/x.consentproof")])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert asked == [("proofs", {"verify": Path("/tmp/x.consentproof")})]


def test_settings_apply_and_are_kept(window, qtbot, vault):
    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    window.desk.navigate("settings", section="locking")
    page = window.desk.page("settings")
    locking = page._sections["locking"]
    locking.minutes.setValue(7)
    locking.on_suspend.setChecked(False)
    assert load_preferences().lock_after_minutes == 7
    assert not load_preferences().lock_on_suspend
    locking.on_idle.setChecked(False)
    assert load_preferences().lock_after_minutes == 0
    page.show_section("check")
    check = page._sections["check"]
    check.check_button.click()
    qtbot.waitUntil(check.result.isVisible, timeout=LONG_MS)


def test_controls_of_every_page_have_names(window, qtbot, vault):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

    unlock(window, qtbot, vault)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    nameless = []
    for entry in PAGES:
        if not entry.title:
            continue
        page = window.desk.page(entry.name)
        kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)
        for kind in kinds:
            for control in page.findChildren(kind):
                inner = control.objectName().startswith("qt_") or isinstance(
                    control.parent(), QComboBox | QSpinBox | QLineEdit
                )
                text = getattr(control, "text", str)() if kind is QAbstractButton else ""
                if not inner and not (control.accessibleName() or text):
                    nameless.append((
                        entry.name,
                        type(control).__name__,
                        type(control.parent()).__name__,
                    ))
    assert nameless == []
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)


def test_vault_of_a_demo_opens_by_itself_and_any_other_asks(window, qtbot, tmp_path):
    from consentkit.services.demo import DEMO_PASSPHRASE

    for name, passphrase in (("Sample", DEMO_PASSPHRASE), ("Mine", PASSPHRASE)):
        workspace, _sheet = create_vault(tmp_path / name, passphrase, preferences=Preferences)
        workspace.close()
    (tmp_path / "demonstration-roots.pem").write_text("roots", encoding="ascii")
    window.open_given(tmp_path / "Mine.ckvault")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), UnlockPage), timeout=LONG_MS)
    assert window.desk is None
    window.open_given(tmp_path / "Sample.ckvault")
    qtbot.waitUntil(lambda: window.desk is not None, timeout=LONG_MS)
    assert window.desk.workspace.name == "Sample"
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)
