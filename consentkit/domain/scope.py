"""What a permission covers: purpose, data, place, time, edits and conditions.

Terms are those of the Data Privacy Vocabulary 2.3 and ISO/IEC TS 27560 where they have one.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from consentkit.domain.party import checked_text
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.limits import TEXT_MAX_CHARS


class Purpose(StrEnum):
    """What the data may be used for; each leaf of a record has exactly one."""

    RECORD = "record"
    KEEP = "keep"
    PUBLISH = "publish"
    PROMOTE_CLIP = "promote_clip"
    THUMBNAIL = "thumbnail"
    MONETISE_ADS = "monetise_ads"
    ADVERTISE_SPONSOR = "advertise_sponsor"
    EDUCATIONAL_REUSE = "educational_reuse"
    RESEARCH = "research"
    AI_TRAINING = "ai_training"


class DataCategory(StrEnum):
    """What of the person is used."""

    FACE = "face"
    VOICE = "voice"
    NAME = "name"
    LOCATION_SAID = "location_said"
    CHAT_TEXT = "chat_text"


class EditKind(StrEnum):
    """How the recording may be changed before use."""

    TRIM = "trim"
    REORDER = "reorder"
    SUBTITLE = "subtitle"
    TRANSLATE = "translate"
    EFFECTS = "effects"


class Condition(StrEnum):
    """What must be done before use."""

    BLUR_FACE = "blur_face"
    ALTER_VOICE = "alter_voice"
    HIDE_PLACE = "hide_place"


class LegalBasis(StrEnum):
    """Why the use is allowed; the two are never worded as each other."""

    CONSENT = "consent"
    CONTRACT = "contract"


WORLD = "world"
"""The territory that has no border; others are ISO 3166-1 alpha-2 codes."""

MAX_TERM = timedelta(days=25 * 366)
"""Longest term taken: a permission is never endless, and 25 years are a typing error."""


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when a permission holds: ``[starts_at, ends_at)``, both UTC.

    Raises:
        MalformedError: It is endless, ends before it begins, or an instant has no time zone.
    """

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        """Refuse a term that never ends or never begins."""
        if self.starts_at.tzinfo is None or self.ends_at.tzinfo is None:
            raise MalformedError("scope.term")
        if not self.starts_at < self.ends_at <= self.starts_at + MAX_TERM:
            raise MalformedError("scope.term")

    def contains(self, instant: datetime) -> bool:
        """Return whether the permission is in its term at ``instant``."""
        return self.starts_at <= instant < self.ends_at


@dataclass(frozen=True, slots=True)
class Permission:
    """One leaf of a record: one purpose, and the scope in which it is permitted.

    Attributes:
        purpose: The one purpose; a record has each at most once.
        term: When it holds.
        data: What of the person is used; never empty.
        platforms: Lower-case platform names ("youtube"); empty means none.
        channels: Channels on them; empty means every channel of the creator.
        territory: ISO 3166-1 alpha-2 codes or ``WORLD``; never empty.
        edits: Edits that are allowed.
        conditions: What must be done before use.
        condition_text: A condition in the person's own words.
        basis: Consent or contract.
    """

    purpose: Purpose
    term: Term
    data: frozenset[DataCategory] = frozenset({DataCategory.FACE, DataCategory.VOICE})
    platforms: tuple[str, ...] = ("youtube",)
    channels: tuple[str, ...] = ()
    territory: tuple[str, ...] = (WORLD,)
    edits: frozenset[EditKind] = field(
        default_factory=lambda: frozenset({EditKind.TRIM, EditKind.SUBTITLE})
    )
    conditions: frozenset[Condition] = frozenset()
    condition_text: str = ""
    basis: LegalBasis = LegalBasis.CONSENT

    def __post_init__(self) -> None:
        """Refuse a leaf that permits nothing or nowhere."""
        if not self.data:
            raise MalformedError("scope.data")
        if not self.territory:
            raise MalformedError("scope.territory")
        object.__setattr__(
            self, "condition_text", checked_text(self.condition_text, limit=TEXT_MAX_CHARS)
        )
        for name in (*self.platforms, *self.channels, *self.territory):
            checked_text(name, is_required=True)


@dataclass(frozen=True, slots=True)
class Preset:
    """A scope many people agree on, to start from.

    Attributes:
        code: Stable name, translated by the front end.
        purposes: The leaves it makes, each still answered by itself.
        data: What of the person is used.
        years: Length of the term.
    """

    code: str
    purposes: tuple[Purpose, ...]
    data: frozenset[DataCategory]
    years: int


_FACE_VOICE = frozenset({DataCategory.FACE, DataCategory.VOICE})
PRESETS: tuple[Preset, ...] = (
    Preset(
        "youtube-ads-2y",
        (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS),
        _FACE_VOICE,
        2,
    ),
    Preset("youtube-no-ads-2y", (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH), _FACE_VOICE, 2),
    Preset(
        "youtube-clips-thumbnail-2y",
        (
            Purpose.RECORD,
            Purpose.KEEP,
            Purpose.PUBLISH,
            Purpose.MONETISE_ADS,
            Purpose.PROMOTE_CLIP,
            Purpose.THUMBNAIL,
        ),
        _FACE_VOICE,
        2,
    ),
    Preset(
        "voice-only-2y",
        (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS),
        frozenset({DataCategory.VOICE}),
        2,
    ),
    Preset("keep-only-1y", (Purpose.RECORD, Purpose.KEEP), _FACE_VOICE, 1),
)


def years_later(instant: datetime, years: int) -> datetime:
    """Return the same day and time ``years`` later; 29 February becomes 28 February."""
    try:
        return instant.replace(year=instant.year + years)
    except ValueError:
        return instant.replace(year=instant.year + years, day=28)


def permissions_from_preset(code: str, starts_at: datetime) -> tuple[Permission, ...]:
    """Return the leaves of the preset ``code`` with a term beginning at ``starts_at``.

    Raises:
        MalformedError: There is no such preset.
    """
    for preset in PRESETS:
        if preset.code == code:
            term = Term(starts_at, years_later(starts_at, preset.years))
            conditions = (
                frozenset({Condition.BLUR_FACE})
                if DataCategory.FACE not in preset.data
                else frozenset()
            )
            return tuple(
                Permission(purpose, term, data=preset.data, conditions=conditions)
                for purpose in preset.purposes
            )
    raise MalformedError("scope.preset")
