"""No word is cut off at the size the window is designed for, in the languages with longer words."""

import shutil

import pytest
from cut_words import cut_off

from consentkit.domain.party import Controller
from consentkit.services.preferences import Preferences
from consentkit.services.workspace import open_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.desk import PAGES
from consentkit.ui.language import Translators
from consentkit.ui.window import MainWindow

PASSPHRASE = "people of the tests"

SIZE = (1280, 800)


@pytest.fixture(name="window")
def make_window(home, tmp_path, themed, qtbot):
    vault = tmp_path / home.vault.name
    shutil.copytree(home.vault, vault)
    settings = PreferencesHolder(
        Preferences(controller=Controller("Night Chats", "night@example.org"), authorities=())
    )
    window = MainWindow(Bridge(), settings)
    qtbot.addWidget(window)
    window.resize(*SIZE)
    window.show()
    window.vault_of_the_test = vault
    yield window
    window.shut()
    Translators(themed).install("en")


@pytest.mark.parametrize("language", ["id", "ru"])
def test_no_word_is_cut_off(window, themed, home, qtbot, language):
    translators = Translators(themed)
    translators.install(language)

    def settle():
        qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=30_000)
        qtbot.wait(1)

    found = {}

    def look(name):
        settle()
        found[name] = cut_off(window)

    window.show_start()
    look("start")
    window.show_wizard()
    look("wizard")
    window.show_unlock(window.vault_of_the_test)
    look("unlock")
    window.show_workspace(
        open_vault(
            window.vault_of_the_test, passphrase=PASSPHRASE, preferences=window.preferences.read
        )
    )
    desk = window.desk
    for entry in PAGES:
        if entry.title:
            desk.navigate(entry.name)
            look(entry.name)
    for section in desk.page("settings")._sections:
        desk.navigate("settings", section=section)
        look(f"settings {section}")
    people = desk.page("permissions")
    desk.navigate("permissions")
    settle()
    people.table.selectRow(0)
    qtbot.waitUntil(people.detail.isVisible)
    look("permissions with one chosen")
    people.table.selectAll()
    look("permissions with all chosen")
    desk.navigate("proofs", consent_id=people.presenter.shown_id)
    look("export")
    desk.navigate("proofs", verify=home.proof)
    view = desk.page("proofs").verify_view
    qtbot.waitUntil(lambda: view._report is not None, timeout=30_000)
    look("verified")
    desk.navigate("ask")
    settle()
    desk.page("ask").presenter.choose("id")
    desk.page("ask").presenter.open_card("Dewi")
    look("card")
    translators.install("en")
    assert {name: words for name, words in found.items() if words} == {}
