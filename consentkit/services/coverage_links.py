"""Which records cover which conversations: one small document per record and recording.

They let the library and the timeline show statuses without opening a single sealed record.
"""

from dataclasses import dataclass

from consentkit.domain.consent import ConsentRecord, ConversationLink, Status
from consentkit.domain.conversation import Conversation, Conversations
from consentkit.domain.evidence import Grade
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import ConversationView
from consentkit.vault.rows import RecordRow
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored

_LINKS_PER_RECORDING = 10_000


@dataclass(frozen=True, slots=True)
class StoredLink:
    """Which stretches of one recording a record covers, and where it was asked and answered."""

    links: tuple[ConversationLink, ...]
    question: TimeRange | None = None
    answer: TimeRange | None = None


def links_by_recording(record: ConsentRecord) -> dict[str, StoredLink]:
    """Return the record's links, one value per recording."""
    found: dict[str, StoredLink] = {}
    for link in record.links:
        links = found[link.recording_id].links if link.recording_id in found else ()
        spoken = next(
            (
                item.spoken
                for item in record.evidence
                if item.spoken and item.spoken.recording_id == link.recording_id
            ),
            None,
        )
        found[link.recording_id] = StoredLink(
            (*links, link),
            spoken.question if spoken else None,
            spoken.answer if spoken else None,
        )
    return found


def link_kind(recording_id: str) -> str:
    """Return the kind of document that holds the links into a recording."""
    return f"link:{recording_id}"


def conversation_views(
    vault: Vault, recording_id: str, conversations: Conversations
) -> tuple[ConversationView, ...]:
    """Return conversations with the newest record that covers each."""
    documents = vault.list_documents(
        link_kind(recording_id), newest_first=True, limit=_LINKS_PER_RECORDING
    )
    rows = vault.get_rows([document.id for document in documents])
    known = [
        (rows[document.id], decode_stored(document.body, StoredLink))
        for document in documents
        if document.id in rows
    ]
    known.sort(key=lambda pair: pair[0].created_at, reverse=True)
    return tuple(_view(item, known) for item in conversations)


def _view(item: Conversation, known: list[tuple[RecordRow, StoredLink]]) -> ConversationView:
    for row, stored in known:
        for link in stored.links:
            is_same = link.conversation_id == item.id
            is_clip_inside = not link.conversation_id and item.range.encloses(link.range)
            if is_same or is_clip_inside:
                inside = stored.question and item.range.overlap(stored.question) > 0
                return ConversationView(
                    item,
                    consent_id=row.id,
                    status=Status(row.status),
                    grade=Grade(row.grade) if row.grade else None,
                    question=stored.question if inside else None,
                    answer=stored.answer if inside else None,
                    partner=row.pseudonym,
                )
    return ConversationView(item, partner=item.partner)
