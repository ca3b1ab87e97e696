"""Values of an opened recording to show in tests: made up, small, and of every status."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QPainter

from consentkit.domain.asking import Asking, Mark, MarkKind
from consentkit.domain.consent import (
    Actor,
    ConsentEvent,
    ConsentNumber,
    ConsentRecord,
    NoticeGiven,
    Status,
    Step,
)
from consentkit.domain.conversation import Conversation, Origin
from consentkit.domain.evidence import Evidence, EvidenceKind, Fact, Grade
from consentkit.domain.party import Controller, Party
from consentkit.domain.recording import Damage, Recording, StreamInfo, StreamKind
from consentkit.domain.scope import Permission, Purpose, Term
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import (
    AskingMatch,
    ConsentDetail,
    ConversationView,
    Filmstrip,
    LogPlace,
    RecordingDetail,
    Waveform,
)

NOW = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
NOTICE = NoticeGiven("spoken", "1", "id", "ab" * 32)


def jpeg(hue: int, width: int = 160, height: int = 90) -> bytes:
    """Return a small picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(hue % 360, 90, 150))
    painter = QPainter(image)
    painter.setBrush(QColor(222, 190, 160))
    painter.drawEllipse(width // 2 - 18, height // 2 - 24, 36, 48)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 80)
    return bytes(data.data())


def recording(duration: int = 5400, **changes: object) -> Recording:
    """Return a recording of 90 minutes, or another length."""
    made = Recording(
        id="rec-1",
        title="2026-11-20 21-04-11.mkv",
        sha256="cd" * 32,
        size_bytes=4_831_838_208,
        container="matroska",
        duration=Fraction(duration),
        streams=(
            StreamInfo(0, StreamKind.VIDEO, "h264", 1920, 1080, Fraction(30000, 1001)),
            StreamInfo(1, StreamKind.AUDIO, "aac", sample_rate_hz=48000, channels=2),
        ),
        packet_trees=(),
        is_variable_rate=True,
        damage=Damage(),
        added_at=NOW,
        claimed_start_at=NOW - timedelta(hours=3),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def conversation(
    number: int,
    start: float,
    end: float,
    *,
    status: Status = Status.UNKNOWN,
    partner: str = "",
    confidence: float = 0.95,
    consent_id: str = "",
    is_discarded: bool = False,
    answered: bool = False,
) -> ConversationView:
    """Return one conversation."""
    stretch = TimeRange(
        Fraction(start).limit_denominator(1000), Fraction(end).limit_denominator(1000)
    )
    question = answer = None
    if answered:
        question = TimeRange(stretch.start + 20, stretch.start + 28)
        answer = TimeRange(stretch.start + 28, stretch.start + 33)
    return ConversationView(
        Conversation(
            f"cnv-{number}",
            "rec-1",
            stretch,
            confidence,
            Origin.PROPOSED,
            partner,
            is_discarded=is_discarded,
        ),
        consent_id=consent_id,
        status=status,
        question=question,
        answer=answer,
        partner=partner,
    )


def conversations() -> tuple[ConversationView, ...]:
    """Return conversations of every kind."""
    return (
        conversation(
            1, 12, 95, partner="Sari", status=Status.GIVEN, consent_id="con-1", answered=True
        ),
        conversation(2, 101, 133, partner="", confidence=0.55),
        conversation(3, 140, 610, partner="Дмитрий", status=Status.REFUSED, consent_id="con-2"),
        conversation(4, 640, 702, partner="Alex", is_discarded=True),
        conversation(5, 702, 1500, partner="Lucía", status=Status.DEFERRED, consent_id="con-3"),
        conversation(6, 1530, 2400, partner="Budi", status=Status.GIVEN, consent_id="con-4"),
        conversation(7, 2420, 2431, confidence=0.4),
        conversation(8, 2440, 3900, partner="Ayşe", status=Status.SUSPENDED, consent_id="con-5"),
        conversation(
            9, 3960, 4700, partner="Maria das Dores", status=Status.WITHDRAWN, consent_id="c6"
        ),
        conversation(10, 4720, 5390),
    )


def waveform(duration: int) -> Waveform:
    """Return loudness that rises and falls."""
    values = bytes(
        int(abs(math.sin(step / 37) * math.sin(step / 1009)) * 190 + (step * 7919 % 41))
        for step in range(duration * 50)
    )
    return Waveform(50, values)


def filmstrip(duration: int, every: int = 20) -> Filmstrip:
    """Return a picture every ``every`` seconds."""
    pictures = [jpeg(hue * 29) for hue in range(24)]
    times = tuple(Fraction(at) for at in range(0, duration, every))
    return Filmstrip(times, tuple(pictures[index % 24] for index in range(len(times))))


def detail(duration: int = 5400) -> RecordingDetail:
    """Return an opened recording."""
    from pathlib import Path

    return RecordingDetail(
        recording=recording(duration),
        path=Path("/nowhere/2026-11-20 21-04-11.mkv"),
        is_missing=True,
        conversations=conversations() if duration >= 5400 else (),
        filmstrip=filmstrip(duration),
        waveform=waveform(duration),
    )


def permissions(*purposes: Purpose) -> tuple[Permission, ...]:
    """Return permissions for two years."""
    term = Term(NOW, NOW.replace(year=2028))
    return tuple(Permission(purpose, term) for purpose in purposes)


def consent(*steps: Step, record_id: str = "con-1") -> ConsentDetail:
    """Return a record on which ``steps`` were taken after a yes."""
    wanted = permissions(Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS)
    purposes = tuple(item.purpose for item in wanted)
    at = NOW
    events = [
        ConsentEvent(Step.REQUEST, purposes, at, at, Actor.CREATOR),
        ConsentEvent(Step.GRANT, purposes[:3], at, at, Actor.PARTNER),
        ConsentEvent(Step.REFUSE, purposes[3:], at, at, Actor.PARTNER),
    ]
    statuses = dict.fromkeys(purposes[:3], Status.GIVEN) | {purposes[3]: Status.REFUSED}
    results = {Step.SUSPEND: Status.SUSPENDED, Step.WITHDRAW: Status.WITHDRAWN}
    for step in steps:
        at += timedelta(days=3)
        events.append(
            ConsentEvent(step, purposes[:3], at, at, Actor.CREATOR, "A viewer reported the clip.")
        )
        statuses |= dict.fromkeys(purposes[:3], results[step])
    stretch = TimeRange(Fraction(27), Fraction(50))
    record = ConsentRecord(
        record_id,
        Party("Sari", country="ID", languages=("id", "en"), is_adult_stated=True),
        Controller("Night Chats", "mail"),
        wanted,
        events=tuple(events),
        evidence=(
            Evidence(
                "ev-1", EvidenceKind.EXCERPT, "ab" * 32, 3_400_000, "video/mp4",
                source_range=stretch, container="mp4",
            ),
            Evidence("ev-2", EvidenceKind.IMAGE, "ab" * 32, 220_000, "image/png", "Chat after"),
        ),
        notice=NOTICE,
        number=ConsentNumber("318402"),
    )  # fmt: skip
    return ConsentDetail(
        record=record,
        statuses=statuses,
        summary=statuses[Purpose.PUBLISH],
        ends_at=dict.fromkeys(purposes, NOW.replace(year=2028)),
        grade=Grade.B,
        facts=frozenset({
            Fact.EXCERPT_FROM_RECORDING,
            Fact.QUESTION_AND_ANSWER_HEARD,
            Fact.RECORDING_SEALED_FIRST,
            Fact.NUMBER_HEARD,
            Fact.SEALED_BY_TOKEN,
        }),
        missing=frozenset({Fact.NUMBER_FROM_TOKEN, Fact.TWO_AUTHORITIES, Fact.WITNESSED}),
        places=(LogPlace(3, "grant", NOW),),
        is_pending=True,
        short_id="K7QF-2M",
    )


def match(conversation_id: str = "cnv-2") -> AskingMatch:
    """Return an asking whose marks fall into a conversation."""
    asking = Asking(
        "ask-1",
        NOW,
        NOTICE,
        ConsentNumber("318402", "ef" * 32),
        (Mark(MarkKind.ASKED, NOW), Mark(MarkKind.YES, NOW + timedelta(seconds=9))),
        "Sari",
    )
    return AskingMatch(
        asking, ((MarkKind.ASKED, Fraction(112)), (MarkKind.YES, Fraction(121))), conversation_id
    )
