"""Words for codes and values: statuses, purposes, facts, steps of work, times and sizes.

Sentences for errors are in ``error_texts``; ``error_sentence`` is offered here as well.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTimeZone

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import Actor, InvalidReason, Status, Step
from consentkit.domain.evidence import Answer, EvidenceKind, Fact
from consentkit.domain.report import Outcome
from consentkit.domain.scope import Condition, DataCategory, EditKind, LegalBasis, Purpose
from consentkit.kernel.timebase import format_time as media_time
from consentkit.ui.error_texts import ErrorText, code_sentence, error_sentence
from consentkit.ui.words import QT_TRANSLATE_NOOP

__all__ = ["ErrorText", "code_sentence", "error_sentence"]


STATUS_NAMES: Mapping[Status, str] = {
    Status.UNKNOWN: QT_TRANSLATE_NOOP("messages", "Unknown"),
    Status.REQUESTED: QT_TRANSLATE_NOOP("messages", "Requested"),
    Status.DEFERRED: QT_TRANSLATE_NOOP("messages", "Deferred"),
    Status.REFUSED: QT_TRANSLATE_NOOP("messages", "Refused"),
    Status.GIVEN: QT_TRANSLATE_NOOP("messages", "Given"),
    Status.RENEWED_GIVEN: QT_TRANSLATE_NOOP("messages", "Renewed"),
    Status.EXPIRED: QT_TRANSLATE_NOOP("messages", "Expired"),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("messages", "Withdrawn"),
    Status.REVOKED: QT_TRANSLATE_NOOP("messages", "Revoked"),
    Status.INVALIDATED: QT_TRANSLATE_NOOP("messages", "Void"),
    Status.SUSPENDED: QT_TRANSLATE_NOOP("messages", "Suspended"),
    Status.ERASED: QT_TRANSLATE_NOOP("messages", "Erased"),
}

STATUS_MEANINGS: Mapping[Status, str] = {
    Status.UNKNOWN: QT_TRANSLATE_NOOP("messages", "Nothing was asked yet."),
    Status.REQUESTED: QT_TRANSLATE_NOOP("messages", "Asked; no answer is on record."),
    Status.DEFERRED: QT_TRANSLATE_NOOP("messages", "They left, or the answer was unclear."),
    Status.REFUSED: QT_TRANSLATE_NOOP("messages", "They said no."),
    Status.GIVEN: QT_TRANSLATE_NOOP("messages", "They said yes."),
    Status.RENEWED_GIVEN: QT_TRANSLATE_NOOP("messages", "They said yes again."),
    Status.EXPIRED: QT_TRANSLATE_NOOP("messages", "The term is over."),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("messages", "They took it back."),
    Status.REVOKED: QT_TRANSLATE_NOOP("messages", "You, a platform or an agency ended it."),
    Status.INVALIDATED: QT_TRANSLATE_NOOP("messages", "It was void from the start."),
    Status.SUSPENDED: QT_TRANSLATE_NOOP("messages", "In doubt; not to be used until cleared."),
    Status.ERASED: QT_TRANSLATE_NOOP("messages", "The data were destroyed; a mark stays."),
}

STATUS_LOOKS: Mapping[Status, tuple[str, str]] = {
    Status.UNKNOWN: ("hollow-circle", "grey"),
    Status.REQUESTED: ("clock", "blue"),
    Status.DEFERRED: ("door", "grey"),
    Status.REFUSED: ("hand", "red"),
    Status.GIVEN: ("tick-circle", "green"),
    Status.RENEWED_GIVEN: ("tick-circle", "green"),
    Status.EXPIRED: ("arrow-back", "amber"),
    Status.WITHDRAWN: ("arrow-back", "amber"),
    Status.REVOKED: ("arrow-back", "amber"),
    Status.INVALIDATED: ("struck-circle", "red"),
    Status.SUSPENDED: ("pause", "violet"),
    Status.ERASED: ("dashed-circle", "grey"),
}
"""Icon and tone of each status."""

PURPOSE_NAMES: Mapping[Purpose, str] = {
    Purpose.RECORD: QT_TRANSLATE_NOOP("messages", "Record"),
    Purpose.KEEP: QT_TRANSLATE_NOOP("messages", "Keep"),
    Purpose.PUBLISH: QT_TRANSLATE_NOOP("messages", "Publish"),
    Purpose.PROMOTE_CLIP: QT_TRANSLATE_NOOP("messages", "Short clips"),
    Purpose.THUMBNAIL: QT_TRANSLATE_NOOP("messages", "Thumbnail"),
    Purpose.MONETISE_ADS: QT_TRANSLATE_NOOP("messages", "Earn with ads"),
    Purpose.ADVERTISE_SPONSOR: QT_TRANSLATE_NOOP("messages", "Sponsored advertising"),
    Purpose.EDUCATIONAL_REUSE: QT_TRANSLATE_NOOP("messages", "Teaching"),
    Purpose.RESEARCH: QT_TRANSLATE_NOOP("messages", "Research"),
    Purpose.AI_TRAINING: QT_TRANSLATE_NOOP("messages", "AI training"),
}

PURPOSE_HINTS: Mapping[Purpose, str] = {
    Purpose.RECORD: QT_TRANSLATE_NOOP("messages", "Recording the conversation."),
    Purpose.KEEP: QT_TRANSLATE_NOOP("messages", "Keeping the recording."),
    Purpose.PUBLISH: QT_TRANSLATE_NOOP("messages", "Showing it in a published video."),
    Purpose.PROMOTE_CLIP: QT_TRANSLATE_NOOP("messages", "Short clips that advertise the video."),
    Purpose.THUMBNAIL: QT_TRANSLATE_NOOP("messages", "The person's picture on the cover."),
    Purpose.MONETISE_ADS: QT_TRANSLATE_NOOP("messages", "Advertising before and in the video."),
    Purpose.ADVERTISE_SPONSOR: QT_TRANSLATE_NOOP("messages", "Use in a sponsor's advertising."),
    Purpose.EDUCATIONAL_REUSE: QT_TRANSLATE_NOOP("messages", "Use in lessons and courses."),
    Purpose.RESEARCH: QT_TRANSLATE_NOOP("messages", "Use in scientific work."),
    Purpose.AI_TRAINING: QT_TRANSLATE_NOOP("messages", "Use to train machine models."),
}

FACT_NAMES: Mapping[Fact, str] = {
    Fact.STATEMENT: QT_TRANSLATE_NOOP("messages", "Your own statement"),
    Fact.ATTACHMENT: QT_TRANSLATE_NOOP("messages", "A document or picture is attached"),
    Fact.EXCERPT_FROM_RECORDING: QT_TRANSLATE_NOOP("messages", "Excerpt cut from the recording"),
    Fact.QUESTION_AND_ANSWER_HEARD: QT_TRANSLATE_NOOP("messages", "Question and answer heard"),
    Fact.RECORDING_SEALED_FIRST: QT_TRANSLATE_NOOP("messages", "Recording sealed beforehand"),
    Fact.NUMBER_HEARD: QT_TRANSLATE_NOOP("messages", "Consent number repeated"),
    Fact.NUMBER_FROM_TOKEN: QT_TRANSLATE_NOOP("messages", "Number drawn from a time stamp"),
    Fact.SEALED_BY_TOKEN: QT_TRANSLATE_NOOP("messages", "Record sealed by a time stamp"),
    Fact.TWO_AUTHORITIES: QT_TRANSLATE_NOOP("messages", "Two independent time authorities"),
    Fact.PARTNER_KEY: QT_TRANSLATE_NOOP("messages", "Signed with the partner's own key"),
    Fact.WITNESSED: QT_TRANSLATE_NOOP("messages", "A witness signed the log"),
}

STEP_NAMES: Mapping[Step, str] = {
    Step.REQUEST: QT_TRANSLATE_NOOP("messages", "Asked"),
    Step.GRANT: QT_TRANSLATE_NOOP("messages", "Permission given"),
    Step.REFUSE: QT_TRANSLATE_NOOP("messages", "Permission refused"),
    Step.DEFER: QT_TRANSLATE_NOOP("messages", "Answer left open"),
    Step.RENEW: QT_TRANSLATE_NOOP("messages", "Permission renewed"),
    Step.WITHDRAW: QT_TRANSLATE_NOOP("messages", "Withdrawn by the partner"),
    Step.REVOKE: QT_TRANSLATE_NOOP("messages", "Revoked by you"),
    Step.SUSPEND: QT_TRANSLATE_NOOP("messages", "Suspended"),
    Step.RESUME: QT_TRANSLATE_NOOP("messages", "Suspension lifted"),
    Step.INVALIDATE: QT_TRANSLATE_NOOP("messages", "Declared void"),
    Step.ERASE: QT_TRANSLATE_NOOP("messages", "Data erased"),
}

JOB_STEPS: Mapping[str, str] = {
    "digest": QT_TRANSLATE_NOOP("messages", "Reading the file"),
    "open": QT_TRANSLATE_NOOP("messages", "Opening"),
    "probe": QT_TRANSLATE_NOOP("messages", "Opening the file"),
    "scan": QT_TRANSLATE_NOOP("messages", "Watching the recording"),
    "check.scan": QT_TRANSLATE_NOOP("messages", "Watching the video"),
    "quick": QT_TRANSLATE_NOOP("messages", "Taking a quick look"),
    "match": QT_TRANSLATE_NOOP("messages", "Comparing with your recordings"),
    "judge": QT_TRANSLATE_NOOP("messages", "Asking the permissions"),
    "postings": QT_TRANSLATE_NOOP("messages", "Bringing the index up to date"),
    "segment": QT_TRANSLATE_NOOP("messages", "Finding conversations"),
    "seal": QT_TRANSLATE_NOOP("messages", "Sealing"),
    "excerpt": QT_TRANSLATE_NOOP("messages", "Cutting the excerpt"),
    "log": QT_TRANSLATE_NOOP("messages", "Writing the log"),
    "stamp": QT_TRANSLATE_NOOP("messages", "Asking for time stamps"),
    "backup": QT_TRANSLATE_NOOP("messages", "Copying the vault"),
    "restore": QT_TRANSLATE_NOOP("messages", "Restoring the vault"),
    "copy": QT_TRANSLATE_NOOP("messages", "Copying"),
    "check": QT_TRANSLATE_NOOP("messages", "Checking the vault"),
    "database": QT_TRANSLATE_NOOP("messages", "Checking the database"),
    "records": QT_TRANSLATE_NOOP("messages", "Opening every record"),
    "evidence": QT_TRANSLATE_NOOP("messages", "Opening every piece of evidence"),
    "certificate": QT_TRANSLATE_NOOP("messages", "Setting the certificate"),
    "export": QT_TRANSLATE_NOOP("messages", "Exporting the proof"),
    "verify": QT_TRANSLATE_NOOP("messages", "Checking the proof"),
    "erase": QT_TRANSLATE_NOOP("messages", "Erasing"),
    "upload.connect": QT_TRANSLATE_NOOP("messages", "Waiting for your answer in the browser"),
    "upload.send": QT_TRANSLATE_NOOP("messages", "Uploading"),
    "upload.wait": QT_TRANSLATE_NOOP("messages", "Waiting for YouTube"),
    "redact.faces": QT_TRANSLATE_NOOP("messages", "Looking for faces"),
    "redact.render": QT_TRANSLATE_NOOP("messages", "Writing the video"),
    "redact.look": QT_TRANSLATE_NOOP("messages", "Looking at what was written"),
    "rekey": QT_TRANSLATE_NOOP("messages", "Changing keys"),
    "demo": QT_TRANSLATE_NOOP("messages", "Making the demo vault"),
    "draw": QT_TRANSLATE_NOOP("messages", "Drawing a sample recording"),
}
"""Steps that work reports, by the last part of their code."""

DATA_NAMES: Mapping[DataCategory, str] = {
    DataCategory.FACE: QT_TRANSLATE_NOOP("messages", "Face"),
    DataCategory.VOICE: QT_TRANSLATE_NOOP("messages", "Voice"),
    DataCategory.NAME: QT_TRANSLATE_NOOP("messages", "Name"),
    DataCategory.LOCATION_SAID: QT_TRANSLATE_NOOP("messages", "Places mentioned"),
    DataCategory.CHAT_TEXT: QT_TRANSLATE_NOOP("messages", "Typed messages"),
}

EDIT_NAMES: Mapping[EditKind, str] = {
    EditKind.TRIM: QT_TRANSLATE_NOOP("messages", "Shorten"),
    EditKind.REORDER: QT_TRANSLATE_NOOP("messages", "Change the order"),
    EditKind.SUBTITLE: QT_TRANSLATE_NOOP("messages", "Add subtitles"),
    EditKind.TRANSLATE: QT_TRANSLATE_NOOP("messages", "Translate"),
    EditKind.EFFECTS: QT_TRANSLATE_NOOP("messages", "Add effects"),
}

CONDITION_NAMES: Mapping[Condition, str] = {
    Condition.BLUR_FACE: QT_TRANSLATE_NOOP("messages", "Blur the face"),
    Condition.ALTER_VOICE: QT_TRANSLATE_NOOP("messages", "Change the voice"),
    Condition.HIDE_PLACE: QT_TRANSLATE_NOOP("messages", "Hide the place"),
}

BASIS_NAMES: Mapping[LegalBasis, str] = {
    LegalBasis.CONSENT: QT_TRANSLATE_NOOP("messages", "Consent"),
    LegalBasis.CONTRACT: QT_TRANSLATE_NOOP("messages", "Contract"),
}

EVIDENCE_NAMES: Mapping[EvidenceKind, str] = {
    EvidenceKind.EXCERPT: QT_TRANSLATE_NOOP("messages", "Excerpt"),
    EvidenceKind.STILL: QT_TRANSLATE_NOOP("messages", "Still picture"),
    EvidenceKind.IMAGE: QT_TRANSLATE_NOOP("messages", "Picture"),
    EvidenceKind.DOCUMENT: QT_TRANSLATE_NOOP("messages", "Document"),
    EvidenceKind.MESSAGE: QT_TRANSLATE_NOOP("messages", "Typed message"),
    EvidenceKind.AUDIO: QT_TRANSLATE_NOOP("messages", "Sound"),
}

EVIDENCE_ICONS: Mapping[EvidenceKind, str] = {
    EvidenceKind.EXCERPT: "film",
    EvidenceKind.STILL: "camera",
    EvidenceKind.IMAGE: "image",
    EvidenceKind.DOCUMENT: "document",
    EvidenceKind.MESSAGE: "message",
    EvidenceKind.AUDIO: "microphone",
}

ANSWER_NAMES: Mapping[Answer, str] = {
    Answer.YES: QT_TRANSLATE_NOOP("messages", "Yes"),
    Answer.NO: QT_TRANSLATE_NOOP("messages", "No"),
    Answer.UNCLEAR: QT_TRANSLATE_NOOP("messages", "Unclear"),
}

MARK_NAMES: Mapping[MarkKind, str] = {
    MarkKind.ASKED: QT_TRANSLATE_NOOP("messages", "Asked"),
    MarkKind.YES: QT_TRANSLATE_NOOP("messages", "Yes"),
    MarkKind.NO: QT_TRANSLATE_NOOP("messages", "No"),
    MarkKind.GONE: QT_TRANSLATE_NOOP("messages", "Gone"),
}

ACTOR_NAMES: Mapping[Actor, str] = {
    Actor.PARTNER: QT_TRANSLATE_NOOP("messages", "Partner"),
    Actor.CREATOR: QT_TRANSLATE_NOOP("messages", "You"),
    Actor.PLATFORM: QT_TRANSLATE_NOOP("messages", "Platform"),
    Actor.AGENCY: QT_TRANSLATE_NOOP("messages", "Agency"),
    Actor.AUTHORITY: QT_TRANSLATE_NOOP("messages", "Authority"),
}

INVALID_REASONS: Mapping[InvalidReason, str] = {
    InvalidReason.MINOR: QT_TRANSLATE_NOOP("messages", "The person was not of age"),
    InvalidReason.COERCED: QT_TRANSLATE_NOOP("messages", "The person was pressed to agree"),
    InvalidReason.FORGED: QT_TRANSLATE_NOOP("messages", "The evidence was forged"),
    InvalidReason.FORM_DEFECT: QT_TRANSLATE_NOOP("messages", "Something required was missing"),
}

OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.PASSED: QT_TRANSLATE_NOOP("messages", "Passed"),
    Outcome.FAILED: QT_TRANSLATE_NOOP("messages", "Failed"),
    Outcome.NOT_CHECKED: QT_TRANSLATE_NOOP("messages", "Not checked"),
}

OUTCOME_LOOKS: Mapping[Outcome, tuple[str, str]] = {
    Outcome.PASSED: ("tick-circle", "green"),
    Outcome.FAILED: ("cross-circle", "red"),
    Outcome.NOT_CHECKED: ("hollow-circle", "grey"),
}
"""Icon and tone of each outcome of a check."""

PRESET_NAMES: Mapping[str, str] = {
    "youtube-ads-2y": QT_TRANSLATE_NOOP("messages", "YouTube with ads, face and voice, two years"),
    "youtube-no-ads-2y": QT_TRANSLATE_NOOP(
        "messages", "YouTube without ads, face and voice, two years"
    ),
    "youtube-clips-thumbnail-2y": QT_TRANSLATE_NOOP(
        "messages", "YouTube with ads, short clips and thumbnail, two years"
    ),
    "voice-only-2y": QT_TRANSLATE_NOOP(
        "messages", "YouTube with ads, voice only, face blurred, two years"
    ),
    "keep-only-1y": QT_TRANSLATE_NOOP("messages", "Record and keep only, one year"),
}


def _named(table: Mapping[StrEnum, str], member: StrEnum) -> str:
    return QCoreApplication.translate("messages", table[member])


def status_name(status: Status) -> str:
    """Return the word for a status."""
    return QCoreApplication.translate("messages", STATUS_NAMES[status])


def status_meaning(status: Status) -> str:
    """Return one sentence on what a status means."""
    return QCoreApplication.translate("messages", STATUS_MEANINGS[status])


def status_icon(status: Status) -> str:
    """Return the name of a status's icon."""
    return STATUS_LOOKS[status][0]


def status_tone(status: Status) -> str:
    """Return the name of a status's tone."""
    return STATUS_LOOKS[status][1]


def purpose_name(purpose: Purpose) -> str:
    """Return the word for a purpose."""
    return QCoreApplication.translate("messages", PURPOSE_NAMES[purpose])


def purpose_hint(purpose: Purpose) -> str:
    """Return one sentence on what a purpose is."""
    return QCoreApplication.translate("messages", PURPOSE_HINTS[purpose])


def fact_name(fact: Fact) -> str:
    """Return a fact of a grade in words."""
    return QCoreApplication.translate("messages", FACT_NAMES[fact])


def event_name(step: Step) -> str:
    """Return what happened to a permission, in words."""
    return QCoreApplication.translate("messages", STEP_NAMES[step])


def step_name(code: str) -> str:
    """Return what a running job is doing; empty for a step without words."""
    text = JOB_STEPS.get(code) or JOB_STEPS.get(code.rsplit(".", 1)[-1])
    return QCoreApplication.translate("messages", text) if text else ""


def data_name(data: DataCategory) -> str:
    """Return the word for what of a person is used."""
    return QCoreApplication.translate("messages", DATA_NAMES[data])


def edit_name(edit: EditKind) -> str:
    """Return the words for a kind of edit."""
    return QCoreApplication.translate("messages", EDIT_NAMES[edit])


def condition_name(condition: Condition) -> str:
    """Return the words for a condition."""
    return QCoreApplication.translate("messages", CONDITION_NAMES[condition])


def basis_name(basis: LegalBasis) -> str:
    """Return the word for a legal basis."""
    return QCoreApplication.translate("messages", BASIS_NAMES[basis])


def evidence_name(kind: EvidenceKind) -> str:
    """Return the word for a kind of evidence."""
    return QCoreApplication.translate("messages", EVIDENCE_NAMES[kind])


def evidence_icon(kind: EvidenceKind) -> str:
    """Return the name of the icon for a kind of evidence."""
    return EVIDENCE_ICONS[kind]


def answer_name(answer: Answer) -> str:
    """Return the word for what was heard."""
    return QCoreApplication.translate("messages", ANSWER_NAMES[answer])


def mark_name(kind: MarkKind) -> str:
    """Return the word for a mark of an asking."""
    return QCoreApplication.translate("messages", MARK_NAMES[kind])


def actor_name(actor: Actor) -> str:
    """Return the word for who took a step."""
    return QCoreApplication.translate("messages", ACTOR_NAMES[actor])


def invalid_reason_name(reason: InvalidReason) -> str:
    """Return why a permission was void, in words."""
    return QCoreApplication.translate("messages", INVALID_REASONS[reason])


def outcome_name(outcome: Outcome) -> str:
    """Return the word for how a check came out."""
    return QCoreApplication.translate("messages", OUTCOME_NAMES[outcome])


def outcome_look(outcome: Outcome) -> tuple[str, str]:
    """Return icon and tone for how a check came out."""
    return OUTCOME_LOOKS[outcome]


def preset_name(code: str) -> str:
    """Return the words for a preset; the code itself where there are none."""
    text = PRESET_NAMES.get(code)
    return QCoreApplication.translate("messages", text) if text else code


HOURS_A_DAY = 24


# Times, sizes, places ------------------------------------------------------


def format_time(moment: Fraction, *, decimals: int = 1) -> str:
    """Return a moment of a recording as ``1:02:33.4``."""
    return media_time(moment, decimals=decimals)


def _local(instant: datetime) -> QDateTime:
    milliseconds = round(instant.timestamp() * 1000)
    return QDateTime.fromMSecsSinceEpoch(
        milliseconds, QTimeZone(QTimeZone.Initialization.LocalTime)
    )


def format_date(instant: datetime) -> str:
    """Return the day of ``instant`` as the reader's locale writes it."""
    return QLocale().toString(_local(instant).date(), QLocale.FormatType.ShortFormat)


def format_long_date(instant: datetime) -> str:
    """Return the day of ``instant`` with the month in words."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    for weekday in ("dddd, ", "dddd d", "dddd"):
        replacement = "d" if weekday == "dddd d" else ""
        pattern = pattern.replace(weekday, replacement)
    return locale.toString(_local(instant).date(), pattern.strip(" ,"))


def format_clock(instant: datetime) -> str:
    """Return the time of day of ``instant`` as the reader's locale writes it."""
    return QLocale().toString(_local(instant).time(), QLocale.FormatType.ShortFormat)


def format_date_time(instant: datetime) -> str:
    """Return day and time of ``instant`` in the reader's locale and time zone."""
    return f"{format_date(instant)}, {format_clock(instant)}"


def format_utc(instant: datetime) -> str:
    """Return ``instant`` in UTC to the second, for details."""
    return instant.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def format_ago(instant: datetime, now: datetime) -> str:
    """Return how long ago ``instant`` was: "just now", "12 minutes ago", then the day."""
    spent = int((now - instant).total_seconds())
    minutes, hours = spent // 60, spent // 3600
    if minutes < 1:
        return QCoreApplication.translate("messages", "just now")
    if hours < 1:
        return QCoreApplication.translate("messages", "%n minute(s) ago", "", minutes)
    if hours < HOURS_A_DAY:
        return QCoreApplication.translate("messages", "%n hour(s) ago", "", hours)
    return format_date_time(instant)


def format_left(seconds: float) -> str:
    """Return the time some work still takes, coarsely."""
    steps, minutes, hours = (round(seconds / unit) for unit in (5, 60, 3600))
    coarse = max(1, steps) * 5
    if minutes < 1:
        return QCoreApplication.translate("messages", "%n second(s) left", "", coarse)
    if hours < 1:
        return QCoreApplication.translate("messages", "%n minute(s) left", "", minutes)
    return QCoreApplication.translate("messages", "%n hour(s) left", "", hours)


def format_size(size_bytes: int) -> str:
    """Return a number of bytes as the reader's locale writes it, "1.4 GB"."""
    return QLocale().formattedDataSize(
        size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def format_number(number: int) -> str:
    """Return a whole number with the reader's separators."""
    return QLocale().toString(number)


def country_name(code: str | None) -> str:
    """Return a country's name, in the reader's language for that language's own countries.

    Qt knows names of countries in English and in their own languages alone; a code it does not
    know is returned as it is.
    """
    if not code:
        return ""
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyTerritory:
        return code
    own = QLocale(QLocale().language(), territory)
    if own.territory() is territory and own.nativeTerritoryName():
        return own.nativeTerritoryName()
    return QLocale.territoryToString(territory)


_WHEREVER_SPOKEN: Mapping[str, str] = {
    "en": "English",
    "es": "Español",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "zh": "中文",
}
"""Names Qt has otherwise: by the most likely region ("American English"), or as the country's."""


def language_name(tag: str) -> str:
    """Return a language's name in itself, with a capital; the tag where Qt does not know it."""
    if tag in _WHEREVER_SPOKEN:
        return _WHEREVER_SPOKEN[tag]
    locale = QLocale(tag)
    if locale.language() is QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName() or tag
    return name[:1].upper() + name[1:]


def elide(text: str, limit: int = 60) -> str:
    """Return ``text`` on one line, with its middle left out beyond ``limit`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    half = (limit - 1) // 2
    return f"{flat[:half]}…{flat[-half:]}"


PLAIN = Qt.TextFormat.PlainText
"""Labels that show what came from outside use this format, so that markup stays letters."""
