"""What services show to front ends: frozen values, with codes instead of sentences.

Everything here may be kept, compared and handed between threads. Texts that came from outside are
plain text and must be shown as such.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from consentkit.domain.asking import Asking, MarkKind
from consentkit.domain.consent import ConsentRecord, NoticeGiven, Status
from consentkit.domain.conversation import Conversation
from consentkit.domain.evidence import Answer, EvidenceKind, Fact, Grade, SpokenAnswer
from consentkit.domain.party import Party
from consentkit.domain.recording import Recording
from consentkit.domain.scope import Permission, Purpose
from consentkit.kernel.timebase import TimeRange


@dataclass(frozen=True, slots=True)
class Filmstrip:
    """Small pictures of a recording in order of time.

    Attributes:
        times: Time of each in seconds of the recording.
        jpegs: The pictures, one JPEG file each.
    """

    times: tuple[Fraction, ...] = ()
    jpegs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Waveform:
    """Loudness over time.

    Attributes:
        per_second: Values per second.
        peaks: One byte per value, 0 silent to 255 full scale.
    """

    per_second: int = 50
    peaks: bytes = b""


@dataclass(frozen=True, slots=True)
class RecordingCard:
    """One row of the library.

    Attributes:
        recording: The recording.
        path: Where the file was last seen.
        is_missing: The file is not there.
        conversation_count: Conversations that are not discarded.
        statuses: How many conversations stand at which status; UNKNOWN for those without a record.
        thumbnail: One JPEG, or empty.
    """

    recording: Recording
    path: Path
    is_missing: bool
    conversation_count: int
    statuses: Mapping[Status, int]
    thumbnail: bytes = b""


@dataclass(frozen=True, slots=True)
class ConversationView:
    """A conversation with what is on record about it.

    Attributes:
        conversation: The conversation.
        consent_id: The newest record that covers it, or empty.
        status: Summary status of that record; UNKNOWN without one.
        grade: Its grade, or None without a record.
        question: Where the question was marked in this recording, if it was.
        answer: Where the answer was marked.
        partner: Name to show: the record's pseudonym, else the conversation's own.
    """

    conversation: Conversation
    consent_id: str = ""
    status: Status = Status.UNKNOWN
    grade: Grade | None = None
    question: TimeRange | None = None
    answer: TimeRange | None = None
    partner: str = ""


@dataclass(frozen=True, slots=True)
class RecordingDetail:
    """A recording opened.

    Attributes:
        recording: The recording.
        path: Where the file was last seen.
        is_missing: The file is not there.
        conversations: In order of time, the discarded ones included.
        filmstrip: Small pictures.
        waveform: Loudness.
        can_undo: A correction can be taken back.
        can_redo: A correction can be done again.
    """

    recording: Recording
    path: Path
    is_missing: bool
    conversations: tuple[ConversationView, ...]
    filmstrip: Filmstrip
    waveform: Waveform
    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class NoticeInfo:
    """A language the ask card speaks.

    Attributes:
        notice: Identifier, version, language, digest.
        own_name: The language's name in itself.
        is_right_to_left: Script direction.
        review: How the text was reviewed ("none", "language", "legal").
    """

    notice: NoticeGiven
    own_name: str
    is_right_to_left: bool
    review: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line to read aloud.

    Attributes:
        role: As the notice names it ("ask", "each", "adult", "number", "yes", "no", ...).
        text: In the partner's language.
        phonetic: The same to be read aloud by someone who does not speak it; may be empty.
    """

    role: str
    text: str
    phonetic: str


@dataclass(frozen=True, slots=True)
class AskCardView:
    """An ask card, ready to be read from.

    Attributes:
        asking: The asking it belongs to; marks are added to it.
        info: The notice it was made from.
        lines: What to say, in order.
        digits_spoken: The number's digits as words, "tiga · satu · ...".
        is_demonstration: The number comes from a demonstration's time token, which proves nothing.
    """

    asking: Asking
    info: NoticeInfo
    lines: tuple[CardLine, ...]
    digits_spoken: str
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class AskingMatch:
    """An asking that fits a recording by its time marks.

    Attributes:
        asking: The asking.
        positions: Where each mark falls in the recording, seconds; in order of the marks.
        conversation_id: The conversation the first of them falls into, or empty.
    """

    asking: Asking
    positions: tuple[tuple[MarkKind, Fraction], ...]
    conversation_id: str


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What a person entered before it is sealed.

    Attributes:
        party: Who.
        permissions: What, one leaf per purpose.
        answers: The answer to each purpose; every leaf needs one.
        recording_id: Where; may be empty when only files are attached.
        conversation_id: The conversation, if it is a whole one.
        clip: The stretch the record covers.
        spoken: Question and answer as marked, or None.
        notice: The notice that was given, or None.
        asking_id: The asking it came from, or empty.
        attachments: Files to seal as evidence, with what they are and a label.
        supersedes: The record this one takes the place of, or empty.
        statement: The creator's own words, kept in the record's first event.
        happened_at: When the partner answered, as claimed.
    """

    party: Party
    permissions: tuple[Permission, ...]
    answers: Mapping[Purpose, Answer]
    recording_id: str = ""
    conversation_id: str = ""
    clip: TimeRange | None = None
    spoken: SpokenAnswer | None = None
    notice: NoticeGiven | None = None
    asking_id: str = ""
    attachments: tuple[tuple[Path, EvidenceKind, str], ...] = ()
    supersedes: str = ""
    statement: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where an entry stands in the log and what time tokens cover it.

    Attributes:
        index: Place in the log, from 0.
        kind: Kind of entry ("grant", "withdraw").
        recorded_at: When it was entered, by the local clock.
        proven_by: Time tokens that cover it: authority name, time, whether it is a demonstration.
    """

    index: int
    kind: str
    recorded_at: datetime
    proven_by: tuple[tuple[str, datetime, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentDetail:
    """A record opened.

    Attributes:
        record: The record; for an erased one only its tombstone.
        statuses: Status per purpose.
        summary: The one status a table shows.
        ends_at: End of each leaf's term, renewals counted.
        grade: Grade the facts support.
        facts: The facts that hold.
        missing: The fewest facts that would raise the grade.
        places: The record's entries in the log, oldest first.
        is_pending: No time token covers its newest entry yet.
        short_id: Short id a person can read out.
    """

    record: ConsentRecord
    statuses: Mapping[Purpose, Status]
    summary: Status
    ends_at: Mapping[Purpose, datetime]
    grade: Grade
    facts: frozenset[Fact]
    missing: frozenset[Fact]
    places: tuple[LogPlace, ...]
    is_pending: bool
    short_id: str


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """One row of the permissions table.

    Attributes:
        id: The record.
        pseudonym: What the creator calls the person; empty for an erased record.
        country: As claimed.
        languages: BCP 47 tags.
        status: Summary status.
        grade: Letter.
        purposes: The purposes of its leaves.
        created_at: When it was sealed.
        ends_at: First end of a permitting term, or None.
        has_token: A time token covers it.
    """

    id: str
    pseudonym: str
    country: str
    languages: tuple[str, ...]
    status: Status
    grade: str
    purposes: tuple[Purpose, ...]
    created_at: datetime
    ends_at: datetime | None
    has_token: bool


@dataclass(frozen=True, slots=True)
class PermissionFilter:
    """What the permissions table is asked for.

    Attributes:
        text: Searched in names, countries, languages, labels; empty for all.
        statuses: Any of these; empty for all.
        languages: Any of these; empty for all.
        ends_before: Only terms that end before this instant.
        without_token: Only records no time token covers.
        sort: "pseudonym", "country", "status", "grade", "created_at" or "ends_at".
        is_descending: Order.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    languages: frozenset[str] = frozenset()
    ends_before: datetime | None = None
    without_token: bool = False
    sort: str = "created_at"
    is_descending: bool = True


@dataclass(frozen=True, slots=True)
class DisclosableField:
    """A field of a receipt that can be shown or kept.

    Attributes:
        path: Its path in the receipt, "party.country".
        value: Its value as text.
        is_suggested: Ticked from the start.
        is_required: In every proof, ticked or not: a purpose that was refused or taken back must
            not disappear beside one that was granted.
    """

    path: str
    value: str
    is_suggested: bool
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class ProofOptions:
    """How a proof is exported.

    Attributes:
        disclose: Paths of the fields that are shown, besides those that always are.
        has_excerpt: The excerpt goes in; otherwise only its digest.
        recipients: age X25519 recipients; empty for an open bundle.
        languages: Languages of the certificate, of id, en and ru.
        made_for: Who receives it, for the list of exports.
    """

    disclose: frozenset[str]
    has_excerpt: bool = True
    recipients: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    made_for: str = ""


@dataclass(frozen=True, slots=True)
class ProofExport:
    """A proof that was exported.

    Attributes:
        id: Identifier of the export.
        consent_id: The record.
        pseudonym: The person, as the creator calls them.
        created_at: When.
        path: Where it was written.
        sha256: Digest of the file.
        disclosed: Paths of the fields shown.
        is_encrypted: It was encrypted to recipients.
        made_for: Who receives it.
    """

    id: str
    consent_id: str
    pseudonym: str
    created_at: datetime
    path: Path
    sha256: str
    disclosed: tuple[str, ...]
    is_encrypted: bool
    made_for: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One entry of the log in words.

    Attributes:
        index: Place in the log.
        kind: Kind of entry.
        recorded_at: When, by the local clock.
        subject_id: The record or recording concerned, or empty.
        subject: Its name to show, or empty when it was erased.
        is_timed: A time token covers it.
    """

    index: int
    kind: str
    recorded_at: datetime
    subject_id: str
    subject: str
    is_timed: bool


@dataclass(frozen=True, slots=True)
class LogStatus:
    """The state of the log.

    Attributes:
        size: Number of entries.
        root: Root hash of the newest checkpoint, hexadecimal; empty while there is none.
        is_intact: The head is consistent with the last one seen.
        last_seen_at: When that head was remembered, or None.
        trouble: Code of what is wrong ("log.rolled-back", "log.clock-set-back"), or empty.
    """

    size: int
    root: str
    is_intact: bool
    last_seen_at: datetime | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PendingStamps:
    """Time stamps that are still to come.

    Attributes:
        entries: Log entries no token covers.
        requests: Requests waiting for another try.
        next_try_at: When the next is made, or None.
        last_error: Code of the last failure, or empty.
    """

    entries: int = 0
    requests: int = 0
    next_try_at: datetime | None = None
    last_error: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """A time authority as configured.

    Attributes:
        id: Stable name.
        name: Name to show.
        url: Address.
        is_enabled: It is asked.
        is_demonstration: It proves nothing to anybody.
        roots_pem: Pinned roots, PEM.
    """

    id: str
    name: str
    url: str
    is_enabled: bool
    is_demonstration: bool = False
    roots_pem: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityTest:
    """What came of asking an authority once.

    Attributes:
        authority_id: Which.
        code: Empty when it answered well, else the error's code.
        time: The time it gave, or None.
    """

    authority_id: str
    code: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The secret that opens a vault without its passphrase, shown once.

    Attributes:
        vault_name: For the sheet's head line.
        words: 24 words.
        key_text: The same secret as one line, for the QR code.
    """

    vault_name: str
    words: tuple[str, ...] = field(repr=False)
    key_text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class VaultSummary:
    """A vault that is open.

    Attributes:
        name: Its folder's name without the ending.
        folder: Where it is.
        is_read_only: Another process writes to it.
        recordings: How many recordings.
        records: How many consent records.
        size_bytes: Size on disk.
        created_at: When it was made.
        last_backup_at: When the newest known backup was made, or None.
    """

    name: str
    folder: Path
    is_read_only: bool
    recordings: int
    records: int
    size_bytes: int
    created_at: datetime
    last_backup_at: datetime | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a vault check found.

    Attributes:
        kind: "database", "record", "evidence", "log", "header".
        subject_id: What is concerned, or empty.
        code: What is wrong.
    """

    kind: str
    subject_id: str
    code: str


@dataclass(frozen=True, slots=True)
class VaultCheckView:
    """What a vault check found.

    Attributes:
        findings: Empty when all is well.
        records: Records opened.
        evidence: Sealed files opened.
        entries: Log entries recomputed.
    """

    findings: tuple[Finding, ...]
    records: int
    evidence: int
    entries: int


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup this vault knows of.

    Attributes:
        folder: Where it was written.
        created_at: When.
        is_present: It is still there.
    """

    folder: Path
    created_at: datetime
    is_present: bool
