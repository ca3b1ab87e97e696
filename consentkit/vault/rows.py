"""What the vault hands out and takes in: frozen rows of tables and bytes, without their meaning."""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from consentkit.kernel.errors import LimitError, MalformedError


def folded(text: str) -> str:
    """Return ``text`` as it is searched and sorted: NFKC, case folded, NUL as a space."""
    text = text.replace("\0", " ")  # SQLite's text functions end at NUL.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _check_words(words: tuple[str, ...]) -> None:
    if any(not word or " " in word for word in words):
        raise MalformedError("vault.word")


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording that is referenced, not copied.

    Attributes:
        id: Identifier.
        sha256: Digest of the file, lower-case hexadecimal.
        size_bytes: Size of the file.
        path: Where the file was when it was last seen.
        added_at: When it was added.
        summary: JSON text of what is known of it.
    """

    id: str
    sha256: str
    size_bytes: int
    path: str = field(repr=False)
    added_at: datetime
    summary: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ScanInfo:
    """Which result of a tap is kept for a recording.

    Attributes:
        recording_id: The recording.
        tap: Name of the tap.
        version: Version of the tap's format.
        input_sha256: Digest of the file it was computed from.
        size_bytes: Length of the result.
    """

    recording_id: str
    tap: str
    version: int
    input_sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ScanRow:
    """The kept result of one tap of the decode pass; ``data`` is the tap's own format."""

    recording_id: str
    tap: str
    version: int
    input_sha256: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """One conversation of a recording; ``body`` is JSON, ``position`` its place in order."""

    id: str
    recording_id: str
    position: int
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """The columns of a consent record that the table shows, sorts, filters and searches.

    Attributes:
        id: Identifier of the record.
        created_at: When it was made.
        updated_at: When it last changed.
        pseudonym: What the creator calls the partner.
        country: Country the partner claimed, or empty.
        languages: Language tags.
        status: Summary status.
        grade: Grade A to E, or empty.
        expires_at: When the first permission ends; None when none has an end.
        purposes: Permitted purposes.
        recording_id: Recording it rests on, if any.
        conversation_id: Conversation it rests on, if any.
        has_token: Whether a time token covers it.
        search: Text it is found by; kept in NFKC and case folded.

    Raises:
        MalformedError: A language or a purpose is empty or holds a space.
    """

    id: str
    created_at: datetime
    updated_at: datetime
    pseudonym: str = field(repr=False)
    country: str = field(repr=False)
    languages: tuple[str, ...]
    status: str
    grade: str
    expires_at: datetime | None
    purposes: tuple[str, ...]
    recording_id: str | None
    conversation_id: str | None
    has_token: bool
    search: str = field(repr=False)

    def __post_init__(self) -> None:
        """Fold the search text and refuse words that would run into each other."""
        _check_words(self.languages)
        _check_words(self.purposes)
        object.__setattr__(self, "search", folded(self.search))


SORT_COLUMNS = (
    "created_at",
    "updated_at",
    "pseudonym",
    "country",
    "languages",
    "status",
    "grade",
    "expires_at",
    "purposes",
    "has_token",
)
"""Columns a query may sort by."""

PAGE_MAX_ROWS = 10_000
"""A table shows some dozens of rows; more in one answer would hold the lock for too long."""


QUERY_TEXT_MAX_CHARS = 400
"""At most 200 words; each short one is a term, and SQLite takes expressions 1,000 terms deep."""


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """Which records, in which order, which part of them.

    Attributes:
        text: Words that must all occur, as parts of words too; empty for all records.
        statuses: Any of these; empty for all.
        languages: At least one of these; empty for all.
        expiring_before: Ends before this instant; records without an end do not match.
        without_token: Only records that no time token covers yet.
        sort: One of ``SORT_COLUMNS``; records without an end come last when ascending.
        descending: Largest first.
        limit: Rows at most.
        offset: Rows skipped.

    Raises:
        MalformedError: An unknown column, or a limit or offset out of bounds.
        LimitError: The text is longer than ``QUERY_TEXT_MAX_CHARS``.
    """

    text: str = field(default="", repr=False)
    statuses: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    expiring_before: datetime | None = None
    without_token: bool = False
    sort: str = "updated_at"
    descending: bool = True
    limit: int = 200
    offset: int = 0

    def __post_init__(self) -> None:
        """Refuse a query that could not be answered."""
        if len(self.text) > QUERY_TEXT_MAX_CHARS:
            raise LimitError("vault.query-text", limit=QUERY_TEXT_MAX_CHARS)
        if self.sort not in SORT_COLUMNS:
            raise MalformedError("vault.sort")
        if not 0 <= self.limit <= PAGE_MAX_ROWS or self.offset < 0:
            raise MalformedError("vault.page")


@dataclass(frozen=True, slots=True)
class BlobRef:
    """One sealed piece of evidence.

    Attributes:
        id: Identifier; names the file.
        record_id: Record whose key seals it.
        purpose: What it is for the record ("excerpt", "still", "attachment").
        media_type: IANA media type of the plain bytes.
        sha256: Digest of the plain bytes, lower-case hexadecimal.
        size_bytes: Length of the plain bytes.
        created_at: When it was sealed.
    """

    id: str
    record_id: str
    purpose: str
    media_type: str
    sha256: str
    size_bytes: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A small JSON document of some kind (an asking, an export, a setting)."""

    kind: str
    id: str
    created_at: datetime
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LogEntryRow:
    """One entry of the log; ``leaf`` is the data whose leaf hash the tree holds."""

    idx: int
    leaf: bytes = field(repr=False)
    kind: str
    record_id: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Which log entries.

    Attributes:
        kinds: Any of these; empty for all.
        name: Part of the pseudonym of the record an entry is about; empty for all.
        subjects: Entries about these (recordings, say) match as well as those ``name`` finds.
    """

    kinds: frozenset[str] = frozenset()
    name: str = field(default="", repr=False)
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """A signed head of the log, as the note's text."""

    size: int
    note: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A time token, or the wish for one.

    Attributes:
        id: Identifier.
        checkpoint_size: Size of the checkpoint it covers.
        authority: Which configured authority.
        der: The verified reply; None while there is none.
        state: "pending" while it is to be tried again; every other word is the caller's.
        attempts: Tries so far.
        next_try_at: When to try again.
        last_error_code: Code of the last failure.
        created_at: When it was first wanted.
        gen_time: The authority's time, from the token.
    """

    id: str
    checkpoint_size: int
    authority: str
    der: bytes | None = field(repr=False)
    state: str
    attempts: int
    next_try_at: datetime | None
    last_error_code: str | None
    created_at: datetime
    gen_time: datetime | None
