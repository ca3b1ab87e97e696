"""The library and the activity keep step with what is recorded, however much there is."""

from collections import Counter
from fractions import Fraction

import pytest

from consentkit.domain.consent import Status
from consentkit.kernel.errors import StateError
from consentkit.kernel.timebase import TimeRange
from consentkit.services import askings


def test_a_recording_with_a_clip_outside_every_conversation_stays(filled):
    recording = filled.recording
    first = recording.conversations[0].conversation
    detail = filled.workspace.consents.seal(filled.draft())
    filled.workspace.consents.attach_clip(
        detail.record.id, recording.recording.id, "", TimeRange(Fraction(0), first.range.start)
    )
    filled.workspace.recordings.discard(recording.recording.id, first.id)
    with pytest.raises(StateError, match=r"recording\.in-use"):
        filled.workspace.recordings.remove(recording.recording.id)


def test_cards_follow_every_change_of_a_status(filled):
    workspace = filled.workspace

    def statuses():
        (card,) = workspace.recordings.cards()
        assert card.conversation_count == card.statuses.total()
        return card.statuses

    unknown = statuses()[Status.UNKNOWN]
    detail = workspace.consents.seal(filled.draft())
    assert statuses() == Counter({Status.UNKNOWN: unknown - 1, Status.GIVEN: 1})
    workspace.consents.withdraw(detail.record.id, detail.record.purposes)
    assert statuses() == Counter({Status.UNKNOWN: unknown - 1, Status.WITHDRAWN: 1})
    other = filled.recording.conversations[1].conversation.id
    workspace.recordings.discard(filled.recording.recording.id, other)
    assert statuses() == Counter({Status.UNKNOWN: unknown - 2, Status.WITHDRAWN: 1})
    workspace.consents.erase(detail.record.id, "asked to")
    assert statuses() == Counter({Status.UNKNOWN: unknown - 1})


def test_the_asking_of_an_erased_record_is_forgotten_however_old_it_is(filled, monkeypatch):
    monkeypatch.setattr(askings, "KEPT_IN_LIST", 1)
    workspace = filled.workspace
    asking = filled.asked()
    detail = workspace.consents.seal(filled.draft(asking_id=asking))
    filled.asked()
    workspace.consents.withdraw(detail.record.id, detail.record.purposes)
    workspace.consents.erase(detail.record.id, "asked to")
    with pytest.raises(Exception, match="not-found"):
        workspace.askings.get(asking)


def test_activity_is_found_by_name_and_by_title(filled):
    activity = filled.workspace.activity
    detail = filled.workspace.consents.seal(filled.draft())
    name = detail.record.party.pseudonym
    assert [row.kind for row in activity.rows(text=f" {name.upper()} ")] == ["grant"]
    title = filled.recording.recording.title
    assert [row.kind for row in activity.rows(text=title)] == ["ingest"]
    assert activity.count(text=name) == 1
    assert activity.count(kinds=frozenset({"ingest", "grant"})) == 2
    assert [row.subject for row in activity.rows()] == [name, title]
