"""From a decision to a statement through the window, over a real vault and a real check."""

from fractions import Fraction

import pytest
from small_edits import write_edit

from consentkit.domain.evidence import Answer, SpokenAnswer
from consentkit.domain.obligations import Measure, ReachKind
from consentkit.domain.party import Controller, Party
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose, permissions_from_preset
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.timebase import TimeRange
from consentkit.services.gating import read_plan
from consentkit.services.preferences import Preferences
from consentkit.services.views import ConsentDraft
from consentkit.services.workspace import create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.check.opened import View
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.language import Translators
from consentkit.ui.window import MainWindow
from consentkit.vault.kdf import FLOOR_KDF

LONG_MS = 120_000
LINK = "https://youtu.be/dQw4w9WgXcQ"
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
PLAN = """
platform = "youtube"
channel = "Kanal"
monetised = true
sponsor = ""
territory = ["world"]
made_for_kids = false
altered_content = false
source_platform = "ometv"
thumbnail = []
title = []
complaints = []
doubts = []

[[disclosures]]
range = "0-1:00"
note = "Shortened"

[[overrides]]
rule = "evidence.time"
reason = "No authority is set up here."
""" + "".join(f'[[declared]]\nfact = "{fact}"\nis_true = false\n' for fact in NOT_SO)


def sealed(workspace):
    """Seal the first partner's permission, as a person would mark it."""
    card = workspace.recordings.cards()[0]
    detail = workspace.recordings.detail(card.recording.id)
    place = detail.conversations[0].conversation
    permissions = permissions_from_preset("youtube-ads-2y", SystemClock().now())
    asked = workspace.askings.open_card("id", (), "Budi").asking
    start = place.range.start
    return workspace.consents.seal(
        ConsentDraft(
            party=Party("Budi", country="ID", languages=("id",), is_adult_stated=True),
            permissions=permissions,
            answers={leaf.purpose: Answer.YES for leaf in permissions},
            recording_id=detail.recording.id,
            conversation_id=place.id,
            asking_id=asked.id,
            notice=asked.notice,
            spoken=SpokenAnswer(
                detail.recording.id,
                TimeRange(start + 1, start + 3),
                TimeRange(start + 3, start + Fraction(9, 2)),
                Answer.YES,
                is_number_heard=True,
            ),
        )
    )


@pytest.fixture(name="ground")
def make_ground(themed, qtbot, tmp_path, sample_recording, monkeypatch):
    """Return the window over a vault with a passed check, its check and its record."""
    translators = Translators(themed)
    translators.install("en")
    links = []
    monkeypatch.setattr(
        "consentkit.ui.published.page.QDesktopServices.openUrl",
        lambda url: links.append(url.toString()),
    )
    settings = PreferencesHolder(
        Preferences(
            language="en",
            theme="light",
            authorities=(),
            controller=Controller("Kanal", "kanal@example.org"),
        )
    )
    workspace, _ = create_vault(
        tmp_path / "Night talks", "p" * 9, preferences=settings.read, kdf=FLOOR_KDF
    )
    workspace.recordings.add(sample_recording.path)
    record = sealed(workspace).record
    edit = tmp_path / "night_talks.12.mp4"
    write_edit(sample_recording.path, edit, ((3, 9),))
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    check = workspace.checks.check(edit, plan=read_plan(plan))
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in check.spans if item.verdict is Verdict.UNKNOWN
    )
    check = workspace.checks.mark_own(check.id, unknown, "an intro") if unknown else check
    window = MainWindow(Bridge(), settings)
    qtbot.addWidget(window)
    told = []
    window._bridge.errorRaised.connect(told.append)
    window._bridge.bugRaised.connect(told.append)
    window.resize(1280, 800)
    window.show()
    window.show_workspace(workspace)
    yield window, workspace, check, record, links
    window.shut()
    assert told == []


def test_from_the_decision_to_the_statement(ground, qtbot, tmp_path):
    window, workspace, check, record, links = ground
    desk = window.desk

    def settle():
        qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)

    # The decision leads to the hand-over.
    desk.navigate("check", check_id=check.id, view=View.DECISION.value)
    settle()
    decision = desk.page("check").publishing.decision
    assert decision.hand_over_button.isVisible()
    decision.hand_over_button.click()
    settle()
    page = desk.page("published")
    part = page.part
    assert part.isVisible()
    assert part.allowed.isVisible()
    assert workspace.gate.short_id(check.gate_id) in part.texts.description.toPlainText()
    part.studio_button.click()
    assert links == ["https://www.youtube.com/upload"]

    # Its link comes back.
    part.link.field.setText(LINK)
    part.link.bind_button.click()
    settle()
    [made] = workspace.publications.cards()
    assert made.consent_ids == (record.id,)
    assert page.video.isVisible()
    assert page.video.chip.accessibleName() == "Everything is fine"
    assert desk.status.todo.isHidden()

    # The person takes the permission back.
    workspace.consents.withdraw(record.id, (Purpose.PUBLISH,))
    desk.refresh()
    settle()
    assert desk.status.todo.isVisible()
    assert page.video.chip.accessibleName() == "1 thing to do"
    desk.navigate("permissions", consent_id=record.id)
    settle()
    people = desk.page("permissions")
    assert people.detail.reach.isVisible()
    people.detail.reach_button.click()
    settle()
    assert page.reach.name.text() == "Budi"
    assert "2 days 23 hours left" in page.reach.chip.accessibleName()
    task = next(card for card in page.reach.cards if card.task.kind is ReachKind.RANGE)

    # Done, undone, done; then the person gets a statement.
    for card_way in ("done", "undo", "done"):
        if card_way == "done":
            task.buttons[Measure.CUT].click()
        else:
            desk.toast.undo_button.click()
        settle()
        task = next(card for card in page.reach.cards if card.task.kind is ReachKind.RANGE)
    for card in page.reach.cards:
        if card.buttons:
            workspace.reach.done(record.id, card.task.id, card.task.remedies[0])
    desk.refresh()
    settle()
    assert page.reach.statement_button.isVisible()
    page.reach.save(str(tmp_path / "statement.pdf"))
    settle()
    assert (tmp_path / "statement.pdf").read_bytes().startswith(b"%PDF")
    assert desk.status.todo.isHidden()

    # Somebody complains about a second of it.
    page.primary_action()
    page.entry.field.setText(f"{LINK}?t=3")
    page.entry.enter_button.click()
    settle()
    assert page.kit.isVisible()
    assert page.complaints.opened.kit.partners == ("Budi",)
    assert desk.status.todo.isVisible()
    page.kit.buttons[Measure.TAKE_DOWN].click()
    settle()
    assert workspace.publications.get(made.id).taken_down_at is not None
    desk.toast.undo_button.click()
    settle()
    assert workspace.publications.get(made.id).taken_down_at is None
    assert len(workspace.complaints.open_ones()) == 1
