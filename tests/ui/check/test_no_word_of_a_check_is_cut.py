"""No word of a check is cut off at the size the window is designed for, nor where it is narrow."""

import decision_samples
import pytest
import redaction_samples
from cut_words import cut_off

from consentkit.services.decision_reading import PlanField
from consentkit.ui.check.decision_presenter import Grouping
from consentkit.ui.check.opened import View
from consentkit.ui.check.page import CheckPage
from consentkit.ui.language import Translators

SIZES = {"designed": (1096, 764), "narrow": (816, 644)}
"""What is left for a page in windows of 1280x800 and 1024x680."""


@pytest.mark.parametrize("language", ["id", "ru"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_plan_decision_and_edit_is_cut_off(themed, home, idle, qtbot, language, size):
    translators = Translators(themed)
    translators.install(language)
    home.checks.found["chk-1"] = decision_samples.decided(is_missing=True)
    page = CheckPage(home.context)
    qtbot.addWidget(page)
    page.resize(*SIZES[size])
    page.show()
    page.presenter.open("chk-1")
    idle()
    found = {}

    def look(name):
        idle()
        qtbot.wait(1)
        found[name] = cut_off(page)

    parts = page.publishing
    page.show_view(View.PLAN)
    look("plan")
    for key in (PlanField.COMPLAINTS, PlanField.DOUBTS, PlanField.REDACTIONS):
        parts.plan.form.fields[key].add()
    look("plan with entries")
    page.show_view(View.DECISION)
    for card in parts.decision.cards:
        card.set_open(is_open=True)
    look("decision by person")
    parts.deciding.group(Grouping.RULE)
    look("decision by rule")
    page.show_view(View.EDIT)
    look("edit")
    parts.edit.tabs.setCurrentIndex(1)
    look("moments to look at")
    parts.editing.take(redaction_samples.project(has_faces=False, is_missing=False))
    look("faces to be looked for")
    translators.install("en")
    page.hide()
    assert {name: words for name, words in found.items() if words} == {}
