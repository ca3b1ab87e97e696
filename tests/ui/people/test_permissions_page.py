"""The table of permissions: pages that come as they are looked at, filters, one and many."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from consentkit.domain.consent import Status, Step
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import LimitError, StateError
from consentkit.kernel.progress import CancelToken, silent
from consentkit.services.views import PermissionFilter, ProofOptions
from consentkit.ui.models.paged_table import PagedModel
from consentkit.ui.models.pages import KEPT, PAGE, WISHES, Pages
from consentkit.ui.permissions import bulk
from consentkit.ui.permissions.bulk import BulkKind, Selection, ranges_of
from consentkit.ui.permissions.page import PermissionsPage
from consentkit.ui.permissions.words import languages_chip, report_lines, report_title
from consentkit.ui.recording.steps import StepRequest

LATER = datetime(2035, 1, 1, tzinfo=UTC)


class Direct:
    """A bridge that holds questions back until they are let through, in order."""

    def __init__(self):
        self.waiting = []

    def query(self, work, done, failed=None, *, owner=None):
        self.waiting.append((work, done, failed))

    def answer(self, count=10_000):
        while self.waiting and count:
            count -= 1
            work, done, failed = self.waiting.pop(0)
            try:
                found = work()
            except LimitError as error:
                failed(error)
            else:
                done(found)


class Numbers(PagedModel[int]):
    """Rows that are numbers."""

    def words(self, row, column):
        return str(row)


def numbers(total, calls=None, errors=None):
    """Return pages over the numbers below ``total`` and the model that shows them."""
    bridge, model = Direct(), Numbers(("n",))

    def fetch(question, offset, limit):
        if calls is not None:
            calls.append((question, offset))
        if question == "too long":
            raise LimitError("vault.query-text")
        return tuple(range(offset, min(total, offset + limit)))

    pages = Pages(
        bridge, lambda _q: total, fetch, model, [].append if errors is None else errors.append
    )
    model.missing.connect(pages.need)
    return pages, bridge, model


def look(model, row):
    return model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=120))
def test_whatever_is_scrolled_to_appears(rows):
    pages, bridge, model = numbers(100_000)
    pages.ask("all")
    bridge.answer()
    for row in rows:
        pages.looked_at(row)
        look(model, row)
        bridge.answer()
        assert look(model, row) == str(row)
    assert len(model.loaded()) <= (KEPT + 1) * PAGE


def test_what_flew_by_is_not_fetched():
    calls = []
    pages, bridge, model = numbers(100_000, calls)
    pages.ask("all")
    bridge.answer()
    calls.clear()
    for page in range(1, 401):
        look(model, page * PAGE)
    bridge.answer()
    assert len(calls) <= WISHES + 1
    assert look(model, 400 * PAGE) == str(400 * PAGE)


def test_of_questions_asked_at_once_only_the_last_is_answered():
    calls = []
    pages, bridge, model = numbers(1000, calls)
    for text in ("j", "ja", "jak"):
        pages.ask(text)
    bridge.answer()
    assert calls == [("jak", 0)]
    assert look(model, 5) == "5"


def test_a_page_of_an_earlier_question_is_dropped():
    pages, bridge, model = numbers(1000)
    pages.ask("one")
    bridge.answer()
    look(model, 900)
    pages.ask("two")
    bridge.answer()
    assert 900 not in model.loaded()
    look(model, 900)
    bridge.answer()
    assert look(model, 900) == "900"


def test_an_error_is_told_once_and_the_next_question_works():
    errors = []
    pages, bridge, model = numbers(10, errors=errors)
    pages.ask("too long")
    bridge.answer()
    pages.ask("short")
    bridge.answer()
    assert [error.code for error in errors] == ["vault.query-text"]
    assert look(model, 3) == "3"


def test_asking_again_keeps_the_place():
    calls = []
    pages, bridge, model = numbers(1000, calls)
    pages.ask("all")
    bridge.answer()
    pages.looked_at(850)
    bridge.answer()
    calls.clear()
    pages.ask("all", is_new=False)
    bridge.answer(1)
    assert calls == [("all", 800)]
    assert look(model, 850) == "850"


def test_stretches_that_touch_are_one():
    assert ranges_of([(5, 7), (0, 2), (3, 3), (10, 10)]) == ((0, 3), (5, 7), (10, 10))


# A real vault


@pytest.fixture(name="page")
def make_page(place, qtbot, idle):
    page = PermissionsPage(place.context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.activated()
    idle()
    return page


def names(page):
    rows = page.table.rows.loaded()
    return [rows[place].pseudonym for place in sorted(rows)]


def test_the_newest_stand_first_and_a_click_on_a_head_sorts(page, idle):
    assert names(page)[0] == "<b>Mallory</b> =cmd"
    page.presenter.sort_by("pseudonym")
    idle()
    assert names(page) == ["<b>Mallory</b> =cmd", "Ayşe", "Dewi", "Oleg", "Sam"]
    page.presenter.sort_by("pseudonym")
    idle()
    assert names(page)[0] == "Sam"


def test_typing_finds_and_escape_shows_all_again(page, qtbot, idle):
    qtbot.keyClicks(page.search, "dewi")
    qtbot.waitUntil(lambda: names(page) == ["Dewi"])
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 5)


def test_filters_narrow_and_clear_brings_all_back(page, idle):
    menu: QMenu = page.status_chip.property("menu")
    refused = next(action for action in menu.actions() if action.data() == Status.REFUSED.value)
    refused.setChecked(True)
    idle()
    assert names(page) == ["Oleg"]
    assert "Refused" in page.status_chip.text()
    page.presenter.wish(languages=frozenset({"id"}))
    idle()
    assert page._stack.currentWidget() is page._nothing
    page._clear()
    idle()
    assert len(names(page)) == 5
    assert not refused.isChecked()


def test_what_no_time_stamp_covers_can_be_found(page, idle):
    page.unstamped_chip.click()
    idle()
    assert "Dewi" not in names(page)
    assert len(names(page)) == 4


def test_the_languages_on_offer_are_those_in_use(page):
    menu: QMenu = page.language_chip.property("menu")
    assert [action.data() for action in menu.actions()] == ["en", "id", "ru", "tr"]
    assert languages_chip(frozenset({"en"})) == "Language: English"


def test_a_row_opens_beside_and_markup_stays_letters(page, idle):
    page.table.selectRow(0)
    idle()
    assert page._aside.isVisible()
    shown = [made for made in page.detail.findChildren(QLabel) if "Mallory" in made.text()]
    assert shown
    assert {made.textFormat() for made in shown} == {Qt.TextFormat.PlainText}


def test_a_named_record_is_shown(page, place, idle):
    page.activated(consent_id=place.record("Oleg"))
    idle()
    assert page.detail.panel.detail.record.party.pseudonym == "Oleg"
    assert page.table.rows.row(page.table.currentIndex().row()).pseudonym == "Oleg"


def test_a_record_that_is_gone_is_no_error(page, place, idle):
    page.activated(consent_id="con-aaaaaaaaaaaaaaaa")
    idle()
    assert not page._aside.isVisible()
    assert place.errors == []


def test_a_step_changes_the_record_and_the_row(page, place, idle):
    page.activated(consent_id=place.record("Dewi"))
    idle()
    purposes = page.detail.panel.detail.record.purposes
    page.detail.panel.stepRequested.emit(StepRequest(Step.WITHDRAW, purposes))
    idle()
    assert place.status("Dewi") is Status.WITHDRAWN
    assert page.detail.panel.detail.summary is Status.WITHDRAWN
    assert place.changes == 1


def test_exporting_leads_to_the_proofs(page, place, idle):
    page.activated(consent_id=place.record("Dewi"))
    idle()
    page.detail.panel.export_button.click()
    assert place.went_to == [("proofs", {"consent_id": place.record("Dewi")})]


def test_several_rows_offer_what_can_be_done_with_many(page, idle):
    page.table.selectAll()
    idle()
    assert page._side.currentWidget() is page._bulk_area
    assert page.presenter.selection.count == 5


def test_many_are_withdrawn_and_what_cannot_be_is_told(page, place, idle):
    page.table.selectAll()
    idle()
    page.bulk._bring(page.bulk._withdraw)
    assert not page.bulk._do_withdraw.isEnabled()
    page.bulk.sure.setChecked(True)
    page.bulk._do_withdraw.click()
    idle()
    assert place.status("Dewi") is Status.WITHDRAWN
    assert place.status("Oleg") is Status.REFUSED
    texts = " ".join(made.text() for made in page.bulk._report.findChildren(QLabel))
    assert "3 permission" in texts
    assert "2 left as they were" in texts


def everything(place, **changes):
    question = PermissionFilter()
    total = place.workspace.consents.count(question)
    return replace(Selection(question, total, ((0, total - 1),), {}), **changes)


def test_many_are_renewed(place):
    report = bulk.renew(place.workspace.consents, everything(place), LATER, silent, CancelToken())
    assert (report.done, report.skipped, report.failed_count) == (3, 2, 0)
    detail = place.workspace.consents.detail(place.record("Dewi"))
    assert detail.ends_at[Purpose.KEEP] == LATER


def test_a_failure_with_one_does_not_keep_the_others(place):
    report = bulk.renew(
        place.workspace.consents,
        everything(place),
        datetime(2020, 1, 1, tzinfo=UTC),
        silent,
        CancelToken(),
    )
    assert report.done == 0
    assert report.failed_count == 3
    assert {failure.error.code for failure in report.failed} == {"consent.renewal-in-the-past"}
    assert "3" in report_lines(report)[-1]


def test_many_proofs_go_into_a_folder_and_overwrite_nothing(place, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    workspace = place.workspace
    options = ProofOptions(frozenset(), made_for="Archive")
    for _ in range(2):
        report = bulk.export(
            workspace.consents,
            workspace.proofs,
            everything(place),
            out,
            options,
            silent,
            CancelToken(),
        )
        assert (report.done, report.kind) == (5, BulkKind.EXPORT)
        assert "5" in report_title(report)
    assert len(list(out.iterdir())) == 10


def test_a_stopped_run_tells_what_was_done(place):
    cancel = CancelToken()
    seen = []

    def progress(update):
        seen.append(update)
        if len(seen) == 3:
            cancel.cancel()

    report = bulk.withdraw(place.workspace.consents, everything(place), "", progress, cancel)
    assert report.is_stopped
    assert report.done + report.skipped == 2


def test_nothing_is_done_when_the_list_is_another(place):
    consents = place.workspace.consents
    with pytest.raises(StateError) as caught:
        bulk.resolve(consents, everything(place, total=4))
    assert caught.value.code == "selection.changed"
    with pytest.raises(StateError):
        bulk.resolve(consents, everything(place, known={0: "con-another"}))


def test_order_and_widths_are_remembered_and_odd_text_is_left_out(page, place, qtbot, idle):
    page.presenter.sort_by("grade")
    idle()
    kept = page.save_layout()
    other = PermissionsPage(place.context)
    qtbot.addWidget(other)
    other.restore_layout(kept)
    assert other.presenter.sort == "grade"
    other.restore_layout('{"sort": "1; DROP", "is_descending": 3, "split": ["x"]}')
    other.restore_layout("no json")
    assert other.presenter.sort == "grade"
