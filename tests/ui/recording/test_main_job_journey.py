"""The main job with a real vault: a file is dropped, corrected, marked, and sealed."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import Answer, EvidenceKind, Fact
from consentkit.domain.scope import Purpose
from consentkit.kernel.timebase import TimeRange
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.services.preferences import Preferences
from consentkit.services.workspace import Workspace, create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PageContext, PreferencesHolder
from consentkit.ui.recording.keys import Command
from consentkit.ui.recording.marking import Marked
from consentkit.ui.recording.page import RecordingPage
from consentkit.ui.recording.steps import StepRequest
from consentkit.ui.recordings.page import RecordingsPage
from consentkit.ui.recordings.presenter import Stage
from consentkit.vault.kdf import FLOOR_KDF

LONG_MS = 60_000


@dataclass
class Desk:
    """A vault with the means of a page, and what pages asked for."""

    workspace: Workspace
    bridge: Bridge
    went_to: list = field(default_factory=list)
    said: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    undo: object = None

    def navigate(self, page, **arguments):
        self.went_to.append((page, arguments))

    def toast(self, text, undo=None):
        self.said.append(text)
        self.undo = undo

    @property
    def context(self) -> PageContext:
        return PageContext(
            self.bridge,
            self.workspace,
            PreferencesHolder(Preferences()),
            self.navigate,
            self.toast,
            self.errors.append,
        )


@pytest.fixture(scope="module", name="sample")
def sample_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "chat.mp4"
    partners = tuple(SamplePartner(seed, Fraction(9)) for seed in (3, 14))
    truth = write_sample(path, SamplePlan(partners))
    return path, truth


@pytest.fixture(name="desk")
def open_desk(tmp_path, qapp):
    workspace, _ = create_vault(tmp_path / "vault", "a long passphrase", kdf=FLOOR_KDF)
    bridge = Bridge()
    made = Desk(workspace, bridge)
    bridge.errorRaised.connect(made.errors.append)
    bridge.bugRaised.connect(made.errors.append)
    yield made
    bridge.shutdown()
    workspace.close()
    assert made.errors == []


@pytest.fixture(name="opened")
def open_page(qtbot, desk, sample):
    desk.workspace.recordings.add(sample[0])
    recording_id = desk.workspace.recordings.cards()[0].recording.id
    page = RecordingPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1080, 740)
    page.show()
    page.activated(recording_id=recording_id)
    qtbot.waitUntil(lambda: page.presenter.detail is not None and desk.bridge.is_idle)
    yield page
    page.player.close_media()


def settle(qtbot, desk, timeout=10_000):
    qtbot.waitUntil(lambda: desk.bridge.is_idle, timeout=timeout)


def drop(page, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_a_dropped_recording_becomes_a_row_that_opens(qtbot, desk, sample):
    page = RecordingsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    page.activated()
    settle(qtbot, desk)
    assert page._stack.currentWidget() is page._empty
    drop(page, sample[0])
    assert page.presenter.additions[0].stage is Stage.RUNNING
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 1, timeout=LONG_MS)
    assert page.presenter.additions == ()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert desk.went_to[-1][0] == "recording"
    settle(qtbot, desk)


def test_a_file_that_is_no_recording_says_so_in_its_row(qtbot, desk, tmp_path):
    page = RecordingsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sari", encoding="utf-8")
    drop(page, letter)
    qtbot.waitUntil(lambda: page.presenter.additions[0].stage is Stage.FAILED, timeout=LONG_MS)
    row = page.additions._rows[letter]
    assert row._words.text()
    assert row._retry.isVisible()
    page.presenter.dismiss(letter)
    assert page.presenter.additions == ()
    settle(qtbot, desk)


def test_a_removed_recording_comes_back_with_undo(qtbot, desk, sample):
    desk.workspace.recordings.add(sample[0])
    page = RecordingsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    page.activated()
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 1)
    recording_id = desk.workspace.recordings.cards()[0].recording.id
    page.presenter.remove(recording_id)
    assert page._stack.currentWidget() is page._empty
    desk.undo()
    assert page.list.model().rowCount() == 1
    page.presenter.remove(recording_id)
    page.presenter.finish_removal()
    qtbot.waitUntil(lambda: desk.workspace.recordings.cards() == ())
    settle(qtbot, desk)


def test_conversations_are_split_merged_moved_and_undone(qtbot, desk, opened):
    presenter = opened.presenter
    count = len(presenter.conversations)
    assert count >= 1
    first = presenter.conversations[0].conversation
    presenter.select(first.id)
    presenter.seek((first.range.start + first.range.end) / 2)
    opened.run(Command.SPLIT)
    qtbot.waitUntil(lambda: len(presenter.conversations) == count + 1)
    opened.run(Command.MERGE)
    qtbot.waitUntil(lambda: len(presenter.conversations) == count)
    opened.run(Command.UNDO)
    qtbot.waitUntil(lambda: len(presenter.conversations) == count + 1)
    opened.run(Command.REDO)
    qtbot.waitUntil(lambda: len(presenter.conversations) == count)
    opened.run(Command.UNDO)
    opened.run(Command.UNDO)
    settle(qtbot, desk)
    assert presenter.conversations[0].conversation.range == first.range
    assert not opened.undo_button.isEnabled()


def test_a_conversation_is_set_aside_and_taken_back(qtbot, desk, opened):
    presenter = opened.presenter
    presenter.select(presenter.conversations[0].conversation.id)
    opened.run(Command.DISCARD)
    qtbot.waitUntil(lambda: presenter.selected.conversation.is_discarded)
    settle(qtbot, desk)
    desk.undo()
    qtbot.waitUntil(lambda: not presenter.selected.conversation.is_discarded)
    settle(qtbot, desk)


def test_a_stretch_marked_by_hand_becomes_a_conversation(qtbot, desk, opened):
    presenter = opened.presenter
    count = len(presenter.conversations)
    presenter.select("")
    presenter.seek(Fraction(0))
    opened.run(Command.MARK_IN)
    presenter.seek(Fraction(1))
    opened.run(Command.MARK_OUT)
    assert presenter.pending_range == TimeRange(Fraction(0), Fraction(1))
    opened.run(Command.NEW)
    qtbot.waitUntil(lambda: len(presenter.conversations) == count + 1)
    settle(qtbot, desk)


def mark(page, answer: Answer) -> None:
    presenter = page.presenter
    chosen = presenter.conversations[0].conversation
    presenter.select(chosen.id)
    page.run(Command.LISTEN)
    start = chosen.range.start
    for command, moment in (
        (Command.MARK_IN, start + 1),
        (Command.MARK_OUT, start + 3),
        (Command.MARK_IN, start + 3),
        (Command.MARK_OUT, start + 5),
    ):
        presenter.seek(moment)
        page.run(command)
    presenter.hear(answer)


def test_a_spoken_yes_is_marked_with_keys_and_sealed(qtbot, desk, opened, tmp_path):
    presenter = opened.presenter
    panel = opened.inspector.marking
    mark(opened, Answer.YES)
    assert opened.inspector.currentWidget() is panel
    assert not panel.seal_button.isEnabled()
    panel.adult.button_of(True).click()
    panel.name.setText("Sari")
    panel.name.textEdited.emit("Sari")
    picture = tmp_path / "after.png"
    from PySide6.QtGui import QImage

    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(picture))
    panel.attachments.added.emit((picture,))
    presenter.answer_purpose(Purpose.MONETISE_ADS, Answer.NO)
    assert panel.seal_button.isEnabled()
    panel.seal_button.click()
    qtbot.waitUntil(lambda: presenter.marking is None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: presenter.consent is not None)
    settle(qtbot, desk)
    sealed = presenter.consent
    assert sealed.record.party.pseudonym == "Sari"
    assert sealed.statuses[Purpose.PUBLISH] is Status.GIVEN
    assert sealed.statuses[Purpose.MONETISE_ADS] is Status.REFUSED
    assert {item.kind for item in sealed.record.evidence} >= {
        EvidenceKind.EXCERPT,
        EvidenceKind.IMAGE,
    }
    assert Fact.QUESTION_AND_ANSWER_HEARD in sealed.facts
    assert opened.inspector.conversation.consent.isVisible()
    opened.primary_action()
    assert desk.went_to[-1] == ("proofs", {"consent_id": sealed.record.id})


def test_a_refusal_takes_two_clicks(qtbot, desk, opened):
    presenter = opened.presenter
    presenter.select(presenter.conversations[0].conversation.id)
    opened.inspector.conversation.answerRequested.emit(Answer.NO)
    opened.inspector.marking.seal_button.click()
    qtbot.waitUntil(lambda: presenter.marking is None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: presenter.consent is not None)
    settle(qtbot, desk)
    assert set(presenter.consent.statuses.values()) == {Status.REFUSED}


def test_steps_are_taken_from_the_record_panel(qtbot, desk, opened):
    presenter = opened.presenter
    mark(opened, Answer.YES)
    presenter.change_marking(replace(presenter.marking, is_adult_stated=True))
    presenter.seal()
    qtbot.waitUntil(lambda: presenter.consent is not None, timeout=LONG_MS)
    consent = opened.inspector.conversation.consent
    purposes = presenter.consent.record.purposes
    for step, status, reason in (
        (Step.SUSPEND, Status.SUSPENDED, "A viewer doubts it."),
        (Step.WITHDRAW, Status.WITHDRAWN, ""),
    ):
        consent.stepRequested.emit(StepRequest(step, purposes, reason))
        qtbot.waitUntil(
            lambda status=status: (
                presenter.consent is not None and presenter.consent.summary is status
            )
        )
    consent.stepRequested.emit(StepRequest(Step.ERASE, reason="Asked for."))
    qtbot.waitUntil(
        lambda: presenter.consent is None or presenter.consent.summary is Status.ERASED,
        timeout=LONG_MS,
    )
    settle(qtbot, desk)


def test_leaving_the_marking_mode_forgets_what_was_entered(qtbot, desk, opened):
    mark(opened, Answer.YES)
    opened.run(Command.LEAVE)
    assert opened.presenter.marking is None
    opened.run(Command.LISTEN)
    assert opened.presenter.marking.question == Marked()
    opened.run(Command.LEAVE)


def test_a_second_conversation_is_added_to_a_permission(qtbot, desk, opened):
    presenter = opened.presenter
    presenter.select(presenter.conversations[0].conversation.id)
    middle = presenter.selected.conversation.range
    presenter.seek((middle.start + middle.end) / 2)
    opened.run(Command.SPLIT)
    settle(qtbot, desk)
    opened.inspector.conversation.answerRequested.emit(Answer.NO)
    presenter.seal()
    qtbot.waitUntil(lambda: presenter.consent is not None, timeout=LONG_MS)
    record_id = presenter.consent.record.id
    presenter.select(presenter.conversations[1].conversation.id)
    presenter.actions.attach_to(record_id)
    qtbot.waitUntil(lambda: presenter.selected.consent_id == record_id)
    settle(qtbot, desk)


def test_every_control_of_the_page_has_a_name_to_read_aloud(qtbot, desk, opened):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in opened.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox)
        and not isinstance(widget.parent(), QLineEdit)
        and not hasattr(widget.parent(), "calendarPopup")
    ]
    assert nameless == []
