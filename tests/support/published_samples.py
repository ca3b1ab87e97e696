"""Made-up published videos, reaches, complaints and hand-overs, for pages and their presenters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import MEASURES, Measure, ReachKind, TaskState
from consentkit.kernel.timebase import TimeRange
from consentkit.services.credential_views import Credential, CredentialKind
from consentkit.services.publication_views import (
    ChecklistLine,
    ComplaintKit,
    HandOver,
    HandOverStep,
    Publication,
    Reach,
    ReachTask,
)
from consentkit.services.upload_views import ChannelAccount, ChannelState, PendingUpload
from consentkit.ui.published.complaint_presenter import OpenedKit, Voice
from consentkit.ui.published.handover_presenter import Prepared
from consentkit.ui.published.reading import Listed, PersonLine, VideoDetail

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
IDS = ("dQw4w9WgXcQ", "aaaaaaaaaaa", "bbbbbbbbbbb", "ccccccccccc")


def stretch(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def publication(place=0, **changes):
    made = Publication(
        id=f"pub-{place}",
        platform="youtube",
        video_id=IDS[place],
        url=f"https://www.youtube.com/watch?v={IDS[place]}",
        check_id=f"chk-{place}",
        sha256="ab" * 32,
        title="Night talks 12: singing for strangers",
        published_at=NOW - 12 * DAY,
        bound_at=NOW - 12 * DAY,
        consent_ids=("rec-dewi", "rec-oleg"),
        proof_id="K7QF-2MZA",
    )
    return replace(made, **changes)


def publications():
    return (
        publication(0),
        publication(1, title="Best of October", published_at=NOW - 30 * DAY),
        publication(
            2,
            platform="tiktok",
            video_id="",
            url="https://www.tiktok.com/@nighttalks/video/7300000000000000000",
            title="She guessed the song in one second",
            published_at=NOW - 40 * DAY,
            consent_ids=("rec-sam",),
        ),
        publication(
            3,
            title="Night talks 9",
            published_at=NOW - 90 * DAY,
            taken_down_at=NOW - 3 * DAY,
            consent_ids=("rec-dewi",),
        ),
    )


STRETCHES = (
    (Lane.PICTURE, stretch(3, 9)),
    (Lane.PICTURE, stretch(62, 71)),
    (Lane.PICTURE, stretch(3600, 3672)),
    (Lane.SOUND, stretch(3, 12)),
)


def task(kind=ReachKind.RANGE, subject="pub-0", **changes):
    made = ReachTask(
        id=f"{kind.value}.{subject}",
        kind=kind,
        name="Night talks 12: singing for strangers",
        publication_id="pub-0" if kind in {ReachKind.RANGE, ReachKind.THUMBNAIL} else "",
        check_id="chk-0" if kind in {ReachKind.RANGE, ReachKind.CLIP} else "",
        lanes=frozenset({Lane.PICTURE, Lane.SOUND}),
        ranges=(stretch(3, 12),),
        url="https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s",
        due_at=NOW + 2 * DAY + timedelta(hours=3),
        state=TaskState.OPEN,
        remedies=(*MEASURES[kind], Measure.KEEP),
        reason="withdrawn",
        stretches=STRETCHES if kind in {ReachKind.RANGE, ReachKind.CLIP} else (),
        since=NOW - timedelta(hours=21),
    )
    return replace(made, **changes)


def reach(**changes):
    made = Reach(
        consent_id="rec-dewi",
        partner="Dewi",
        reason="withdrawn",
        since=NOW - timedelta(hours=21),
        due_at=NOW + 2 * DAY + timedelta(hours=3),
        tasks=(
            task(),
            task(ReachKind.RECORDING, "rec-1", name="Night talks, 12 November"),
            task(
                ReachKind.PROOF,
                "exp-1",
                name="dewi.consentproof",
                state=TaskState.DONE,
                done_at=NOW - timedelta(hours=1),
                done_by="inform",
            ),
        ),
        is_complete=False,
    )
    return replace(made, **changes)


def late_reach():
    due = NOW - timedelta(hours=5)
    late = task(
        subject="pub-1",
        name="Best of October",
        publication_id="pub-1",
        due_at=due,
        since=due - 3 * DAY,
        state=TaskState.LATE,
    )
    return Reach("rec-oleg", "Oleg", "withdrawn", late.since, due, (late,), is_complete=False)


def complaint_reach():
    received = NOW - timedelta(hours=30)
    made = task(
        ReachKind.COMPLAINT,
        "cmp-1",
        publication_id="pub-2",
        name="She guessed the song in one second",
        complaint_id="cmp-1",
        reason="complaint",
        since=received,
        due_at=received + timedelta(hours=48),
        remedies=MEASURES[ReachKind.COMPLAINT],
    )
    return Reach(
        "", "", "complaint", received, made.due_at, (made,), is_complete=False, complaint_id="cmp-1"
    )


def complete_reach():
    done = tuple(
        replace(
            one, state=TaskState.DONE, done_at=NOW - timedelta(minutes=9), done_by=one.remedies[0]
        )
        for one in reach().tasks
    )
    return reach(tasks=done, is_complete=True)


def pending(**changes):
    made = PendingUpload(
        "upl-1",
        "chk-0",
        Path("night_talks.12.mp4"),
        "Night talks 12",
        734_003_200,
        NOW - timedelta(hours=2),
        may_be_finished=False,
        video_id="",
        is_missing=False,
    )
    return replace(made, **changes)


def listed(**changes):
    made = Listed(publications(), (late_reach(), complaint_reach(), reach()), ())
    return replace(made, **changes)


def video(**changes):
    made = VideoDetail(
        publication(),
        "night_talks.12.final.mp4",
        is_passed=True,
        is_outdated=True,
        people=(
            PersonLine("rec-dewi", "Dewi", Status.WITHDRAWN),
            PersonLine("rec-oleg", "Oleg", Status.GIVEN),
        ),
        duties=((reach(), (task(),)),),
    )
    return replace(made, **changes)


REPLY = """Hello,

thank you for writing about “Night talks 12: singing for strangers” at 1:23
(https://www.youtube.com/watch?v=dQw4w9WgXcQ). The person agreed before the camera to be shown.
I look at it again and answer until 2026-11-23 12:00 UTC.

Night Chats
night@example.org"""


def kit(**changes):
    made = ComplaintKit(
        publication=publication(),
        at=Fraction(83),
        consent_ids=("rec-dewi",),
        partners=("Dewi",),
        recording_id="rec-1",
        source_at=Fraction(720),
        stretches=STRETCHES,
        statuses=("given",),
        evidence_ids=("evi-1",),
        remedies=(Measure.ANSWER, Measure.TAKE_DOWN, Measure.CUT, Measure.BLUR, Measure.MUTE),
        reply=REPLY,
        language="en",
        due_at=NOW + timedelta(hours=18),
        id="cmp-1",
        received_at=NOW - timedelta(hours=30),
    )
    return replace(made, **changes)


def opened(**changes):
    return OpenedKit(kit(**changes), (Voice("Dewi", "rec-1", "cnv-1"),))


def hand_over(**changes):
    made = HandOver(
        check_id="chk-0",
        path=Path("/videos/night_talks.12.final.mp4"),
        sha256="ab" * 32,
        is_allowed=True,
        proof_id="K7QF-2MZA",
        title="Night talks 12 final",
        description=(
            "Random video chats. Everybody you see or hear agreed to be shown.\n\n"
            "Are you in this video and want it changed? Write to night@example.org.\n\n"
            "Proof: K7QF-2MZA (checked with ConsentKit)"
        ),
        tags=("video chat", "strangers", "ome.tv", "Night Chats"),
        checklist=(
            ChecklistLine(HandOverStep.SAME_FILE, is_done=True, detail="ab" * 32),
            ChecklistLine(HandOverStep.GATE_PASSED, is_done=True),
            ChecklistLine(HandOverStep.PROOF_EXPORTED, is_done=False, detail="2"),
            ChecklistLine(HandOverStep.TIME_PROVEN, is_done=True),
            ChecklistLine(HandOverStep.AUDIENCE, is_done=None, detail="no"),
            ChecklistLine(HandOverStep.ALTERED, is_done=None, detail="yes"),
            ChecklistLine(HandOverStep.SPONSOR, is_done=None, detail="Acme"),
            ChecklistLine(HandOverStep.THUMBNAIL, is_done=None, detail="1"),
            ChecklistLine(HandOverStep.BIND, is_done=False),
        ),
        url="https://www.youtube.com/upload",
    )
    return replace(made, **changes)


def credential():
    return Credential(
        "crd-1",
        "chk-0",
        CredentialKind.XMP,
        Path("/videos/night_talks.12.final.xmp"),
        "cd" * 32,
        "ab" * 32,
        "ab" * 32,
        "MR-UMR",
        is_passed=True,
        proof_id="K7QF-2MZA",
        made_at=NOW,
    )


def prepared(**changes):
    return Prepared(hand_over(**changes), "youtube", (credential(),), is_read_only=False)


def account(state=ChannelState.CONNECTED):
    if state is ChannelState.NONE:
        return ChannelAccount(state)
    return ChannelAccount(state, "123-abc.apps.googleusercontent.com", NOW - 30 * DAY)
