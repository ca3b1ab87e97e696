"""The rail and the status line count who waits; uploads that were begun are offered at start."""

import published_samples as samples
import pytest

from consentkit.services.preferences import Preferences
from consentkit.services.workspace import create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.language import Translators
from consentkit.ui.window import MainWindow
from consentkit.vault.kdf import FLOOR_KDF


@pytest.fixture(name="desk")
def make_desk(themed, qtbot, tmp_path):
    translators = Translators(themed)
    translators.install("en")
    settings = PreferencesHolder(Preferences(language="en", theme="light", authorities=()))
    workspace, _ = create_vault(
        tmp_path / "Night talks", "p" * 9, preferences=settings.read, kdf=FLOOR_KDF
    )
    window = MainWindow(Bridge(), settings)
    qtbot.addWidget(window)
    window.show()
    window.show_workspace(workspace)
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=30_000)
    yield window.desk
    window.shut()


def test_the_rail_and_the_status_line_count_who_waits(desk, qtbot):
    rail = desk._buttons["published"]
    assert desk.status.todo.isHidden()
    assert rail.accessibleName() == "Published"
    width = rail.sizeHint().width()
    desk._todo_known(samples.listed().reaches)
    assert desk.status.todo.text() == "3 people waiting"
    assert rail.accessibleName() == "Published, 3 people waiting"
    assert rail.sizeHint().width() == width
    desk.status.todo.click()
    assert desk.current == "published"
    desk._todo_known(())
    assert desk.status.todo.isHidden()
    assert rail.accessibleName() == "Published"


def test_an_upload_that_was_begun_is_offered_at_start(desk):
    assert desk.upload_notice.isHidden()
    desk._uploads_known((samples.pending(),))
    assert desk.upload_notice.title.text() == "1 upload to be continued"
    desk._see_uploads()
    assert desk.upload_notice.isHidden()
    assert desk.current == "published"


def test_a_key_leads_to_the_page(desk):
    from PySide6.QtGui import QShortcut

    keys = {made.key().toString() for made in desk.findChildren(QShortcut)}
    assert {f"Ctrl+{number}" for number in range(1, 9)} <= keys
