"""What a creator means to publish: where, for whose money, with which picture, and what they state.

A field that is None was not stated; an empty tuple was stated to be empty. What no machine can know
("nobody spoke of their health") is a *declaration*: it is marked as declared wherever it counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain

from consentkit.domain.party import checked_text
from consentkit.domain.scope import WORLD
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import PLAN_MAX_ITEMS, TEXT_MAX_CHARS
from consentkit.kernel.timebase import TimeRange

REFRESH_MONTHS = 24
"""Usual age at which a permission is asked for anew (5-gate, after EDPB Guidelines 05/2020)."""

_LONGEST_REFRESH_MONTHS = 120
_COUNTRY_CHARS = 2
_SHA256_CHARS = 64


class DeclaredFact(StrEnum):
    """What a creator can state about a person or the whole video, because no machine can see it."""

    UNDERSTOOD_LANGUAGE = "understood_language"  # The person understood the language of the notice.
    ANSWERED_EACH = "answered_each"  # Every purpose was answered by itself.
    ROUTE_TOLD = "route_told"  # The person was told how to withdraw.
    NOTICE_COMPLETE = "notice_complete"  # Everything the law lists was told.
    REWARDED = "rewarded"  # Something was given or promised for a yes.
    DOCUMENT_IS_CONSENT = "document_is_consent"  # The document is worded as consent.
    DOCUMENT_IS_CONTRACT = "document_is_contract"  # The document is worded as a contract.
    IN_CALIFORNIA = "in_california"  # The person, or the creator, was in California.
    SIGNATORY_IDENTIFIED = "signatory_identified"  # It is known whose key signed.
    WRITTEN_FORM = "written_form"  # What is attached is in writing and by the person.
    NEEDS_SUPPORT = "needs_support"  # A disability needs another way to communicate.
    SUPPORT_GIVEN = "support_given"  # That way was used.
    IS_MINOR = "is_minor"  # The person is not of age.
    GUARDIAN_AGREED = "guardian_agreed"  # The record is that of a parent or guardian.
    VOLUNTARY = "voluntary"  # The minor takes part of their own will.
    COMMENTS_MODERATED = "comments_moderated"  # Comments are moderated or off.
    NAME_SHOWN = "name_shown"  # A full name is said or shown.
    CONTACT_SHOWN = "contact_shown"  # An address, account or number is said or shown.
    SPECIAL_SHOWN = "special_shown"  # Religion, health and the like are said or shown.
    SPECIAL_AGREED = "special_agreed"  # The person agreed to that expressly.
    SYNTHETIC = "synthetic"  # A voice or face is replaced by one that looks or sounds real.


class RedactionKind(StrEnum):
    """What was done to the finished video for a person's sake."""

    BLUR_FACE = "blur_face"
    ALTER_VOICE = "alter_voice"
    HIDE_PLACE = "hide_place"
    MUTE = "mute"
    OWN_WORDS = "own_words"  # A condition the person set in their own words is met.


@dataclass(frozen=True, slots=True)
class Declaration:
    """One statement of the creator.

    Attributes:
        fact: What is stated.
        is_true: Whether it is so.
        person: The record it is about; empty for everybody in the video.
        note: Why, in words.
    """

    fact: DeclaredFact
    is_true: bool
    person: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse texts that do not fit."""
        checked_text(self.person)
        checked_text(self.note, limit=TEXT_MAX_CHARS)


@dataclass(frozen=True, slots=True)
class Appearance:
    """Who or what a thumbnail or title uses; one of both.

    Attributes:
        person: The record of the person.
        material: The creator's own material, in words.
    """

    person: str = ""
    material: str = ""

    def __post_init__(self) -> None:
        """Refuse an appearance of nobody and nothing, or of both."""
        if bool(checked_text(self.person)) == bool(checked_text(self.material)):
            raise MalformedError("plan.appearance")


@dataclass(frozen=True, slots=True)
class Redaction:
    """A stretch that was blurred, muted or altered.

    Attributes:
        kind: What was done.
        person: The record or conversation it was done for; empty for everybody.
        edit: The stretch of the edit; None for all of it.
    """

    kind: RedactionKind
    person: str = ""
    edit: TimeRange | None = None

    def __post_init__(self) -> None:
        """Refuse texts that do not fit."""
        checked_text(self.person)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A place that the splice guard found, and viewers are told about.

    Attributes:
        edit: The stretch of the edit.
        note: What they are told.
    """

    edit: TimeRange
    note: str

    def __post_init__(self) -> None:
        """Refuse a disclosure that discloses nothing."""
        checked_text(self.note, limit=TEXT_MAX_CHARS, is_required=True)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint about this video or its material that is not closed.

    Attributes:
        received_at: When it came.
        person: The record it is about; empty for another.
        remedy: What was chosen to be done; empty while nothing was.
    """

    received_at: datetime
    person: str = ""
    remedy: str = ""

    def __post_init__(self) -> None:
        """Refuse a complaint without a clock."""
        if self.received_at.tzinfo is None:
            raise MalformedError("plan.time")
        checked_text(self.person)
        checked_text(self.remedy, limit=TEXT_MAX_CHARS)


@dataclass(frozen=True, slots=True)
class AgeDoubt:
    """Somebody doubted that a person is of age.

    Attributes:
        person: The record.
        cleared_by: Who cleared the doubt; it takes two.
    """

    person: str
    cleared_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a doubt about nobody."""
        for text in (self.person, *self.cleared_by):
            checked_text(text, is_required=True)

    @property
    def is_cleared(self) -> bool:
        """Whether two different people cleared it."""
        return len({name.strip().casefold() for name in self.cleared_by}) > 1


@dataclass(frozen=True, slots=True)
class Override:
    """A decision to publish in spite of a rule, with a reason.

    Attributes:
        rule: The rule's id.
        reason: Why; never empty.
        person: The record it is for; empty for everybody the rule speaks of.
    """

    rule: str
    reason: str
    person: str = ""

    def __post_init__(self) -> None:
        """Refuse an override without a reason."""
        checked_text(self.rule, is_required=True)
        checked_text(self.reason, limit=TEXT_MAX_CHARS, is_required=True)
        checked_text(self.person)


@dataclass(frozen=True, slots=True)
class PublishPlan:
    """What is to be published where; None stands for "not stated".

    Attributes:
        platform: Lower-case name ("youtube").
        channel: The channel on it.
        publish_at: When; None for at once.
        is_monetised: The video earns money with advertisements.
        sponsor: Who pays for being named; empty for nobody.
        territory: ISO 3166-1 alpha-2 codes, or ``WORLD`` alone.
        is_made_for_kids: As YouTube asks for it.
        is_altered_content: The platform's mark for altered content is set.
        source_platform: Where the chat took place ("ometv"); empty for none with rules of its own.
        creator_country: Where the creator lives.
        file_sha256: Digest of the file that is to be published; empty when not stated.
        thumbnail: Who and what is in the thumbnail.
        title: Who and what is named in the title.
        redactions: All that was blurred, muted or altered.
        disclosures: What viewers are told about cuts.
        complaints: Those that are open.
        doubts: Doubts about age.
        is_agency: An agency publishes.
        reviewers: Who looked at it besides the creator.
        accepts_pending_time: Publishing before a time token came is accepted by hand.
        refresh_months: Age at which a permission should be asked for anew.
        declared: What the creator states.
        overrides: Rules that are set aside, with reasons.
    """

    platform: str
    channel: str | None = None
    publish_at: datetime | None = None
    is_monetised: bool | None = None
    sponsor: str | None = None
    territory: tuple[str, ...] | None = None
    is_made_for_kids: bool | None = None
    is_altered_content: bool | None = None
    source_platform: str | None = None
    creator_country: str | None = None
    file_sha256: str = ""
    thumbnail: tuple[Appearance, ...] | None = None
    title: tuple[Appearance, ...] | None = None
    redactions: tuple[Redaction, ...] | None = None
    disclosures: tuple[Disclosure, ...] = ()
    complaints: tuple[Complaint, ...] | None = None
    doubts: tuple[AgeDoubt, ...] | None = None
    is_agency: bool = False
    reviewers: tuple[str, ...] = ()
    accepts_pending_time: bool | None = None
    refresh_months: int = REFRESH_MONTHS
    declared: tuple[Declaration, ...] = ()
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a plan that contradicts itself or could not be."""
        platforms = (self.platform, *([self.source_platform] if self.source_platform else []))
        if any(checked_text(name, is_required=True) != name.casefold() for name in platforms):
            raise MalformedError("plan.platform")
        for text in (self.channel or "", self.sponsor or "", *self.reviewers):
            checked_text(text)
        if self.publish_at is not None and self.publish_at.tzinfo is None:
            raise MalformedError("plan.time")
        _check_countries(self.territory)
        if self.creator_country is not None:
            _check_countries((self.creator_country,), is_world_allowed=False)
        is_hex = set(self.file_sha256) <= set("0123456789abcdef")
        if self.file_sha256 and (len(self.file_sha256) != _SHA256_CHARS or not is_hex):
            raise MalformedError("plan.digest")
        if not 1 <= self.refresh_months <= _LONGEST_REFRESH_MONTHS:
            raise MalformedError("plan.refresh")
        self._check_lists()

    def _check_lists(self) -> None:
        lists: Iterable[tuple[object, ...]] = (
            self.declared,
            self.overrides,
            self.disclosures,
            self.reviewers,
            self.territory or (),
            self.thumbnail or (),
            self.title or (),
            self.redactions or (),
            self.complaints or (),
            self.doubts or (),
        )
        if sum(1 for _ in chain.from_iterable(lists)) > PLAN_MAX_ITEMS:
            raise LimitError("plan.too-many", limit=PLAN_MAX_ITEMS)
        for keys in (
            [(item.fact, item.person) for item in self.declared],
            [(item.rule, item.person) for item in self.overrides],
            [item.person for item in self.doubts or ()],
        ):
            if len(set(keys)) != len(keys):
                raise MalformedError("plan.said-twice")

    def is_published_in(self, countries: frozenset[str]) -> bool:
        """Return whether it is published in one of ``countries``; so it is when not stated."""
        if self.territory is None or WORLD in self.territory:
            return bool(countries)
        return not countries.isdisjoint(self.territory)


def _check_countries(codes: tuple[str, ...] | None, *, is_world_allowed: bool = True) -> None:
    if codes is None or (is_world_allowed and codes == (WORLD,)):
        return
    for code in codes:
        if len(code) != _COUNTRY_CHARS or not (code.isascii() and code.isalpha()):
            raise MalformedError("plan.territory")
        if not code.isupper():
            raise MalformedError("plan.territory")
    if not codes:
        raise MalformedError("plan.territory")
