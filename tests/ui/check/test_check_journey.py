"""From a dropped video to a decision, through the window, over a real vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from small_edits import write_edit

from consentkit.domain.policy import Verdict
from consentkit.services.preferences import Preferences
from consentkit.services.workspace import create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.check.presenter import Part
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.window import MainWindow
from consentkit.vault.kdf import FLOOR_KDF

LONG_MS = 120_000


@pytest.fixture(name="window")
def make_window(themed, english, qtbot, tmp_path, sample_recording):
    settings = PreferencesHolder(Preferences(language="en", theme="light", authorities=()))
    workspace, _ = create_vault(
        tmp_path / "Night talks", "p" * 9, preferences=settings.read, kdf=FLOOR_KDF
    )
    workspace.recordings.add(sample_recording.path)
    made = MainWindow(Bridge(), settings)
    qtbot.addWidget(made)
    told = []
    made._bridge.errorRaised.connect(told.append)
    made._bridge.bugRaised.connect(told.append)
    made.show()
    made.show_workspace(workspace)
    yield made
    made.shut()
    assert told == []


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)


def drop(window, path: Path):
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


def test_a_dropped_video_is_checked_marked_and_found_again(
    window, qtbot, tmp_path, sample_recording
):
    edit = tmp_path / "final.mp4"
    write_edit(sample_recording.path, edit, ((3, 8),), lead_in=3.0)
    settle(window, qtbot)
    desk = window.desk
    drop(window, edit)
    qtbot.waitUntil(desk.choice.isVisible)
    desk.choice.edit_button.click()
    page = desk.page("check")
    presenter = page.presenter
    qtbot.waitUntil(lambda: presenter.check is not None and not presenter.job_id, timeout=LONG_MS)
    settle(window, qtbot)
    assert presenter.part is Part.RESULT
    assert not presenter.check.is_provisional
    assert Verdict.BLOCKED in {item.verdict for item in presenter.check.spans}
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    unknown = [item for item in presenter.matters if item.verdict is Verdict.UNKNOWN]
    presenter.mark_own(tuple(unknown), "my intro")
    settle(window, qtbot)
    assert {item.verdict for item in presenter.check.spans} == {Verdict.OWN, Verdict.BLOCKED}
    blocked = next(item for item in presenter.matters if item.verdict is Verdict.BLOCKED)
    presenter.select_matter(blocked)
    settle(window, qtbot)
    assert page.result.source._title.text() == "chat.mp4"
    presenter.back()
    settle(window, qtbot)
    assert page.start.list.model().rowCount() == 1
    qtbot.keyClick(page.start.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.start.list, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert presenter.check.own_marks
    remedy = page.result.inspector.overview.cards[0].remedy
    assert remedy.remedy.text() == "Mark the permission"
    remedy.remedy.click()
    settle(window, qtbot)
    assert desk.current == "recording"
    assert desk.page("recording").presenter.selected is not None
    # Players let go of their files while events still run; see ``Player``.
    page.result.close_media()
    desk.page("recording").player.close_media()
    settle(window, qtbot)
    qtbot.wait(1)


def test_a_video_dropped_into_a_vault_without_recordings_is_a_recording(
    themed, english, qtbot, tmp_path, sample_recording
):
    settings = PreferencesHolder(Preferences(language="en", theme="light", authorities=()))
    workspace, _ = create_vault(
        tmp_path / "Empty", "p" * 9, preferences=settings.read, kdf=FLOOR_KDF
    )
    window = MainWindow(Bridge(), settings)
    qtbot.addWidget(window)
    window.show()
    window.show_workspace(workspace)
    settle(window, qtbot)
    window.desk.navigate("check")
    drop(window, sample_recording.path)
    qtbot.waitUntil(lambda: window.desk.current == "recordings")
    assert not window.desk.choice.isVisible()
    settle(window, qtbot)
    window.shut()
