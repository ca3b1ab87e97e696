"""What a platform is told about a video that is uploaded: title, description, tags and marks."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consentkit.domain.plan import PublishPlan
from consentkit.domain.published_link import YOUTUBE
from consentkit.kernel.errors import MalformedError, StateError

TITLE_MAX_CHARS = 100
"""Source: YouTube Data API, videos resource, ``snippet.title``."""

DESCRIPTION_MAX_BYTES = 5000
"""Source: YouTube Data API, videos resource, ``snippet.description``; counted in UTF-8."""

TAGS_MAX_CHARS = 500
"""Source: YouTube Data API, videos resource, ``snippet.tags``; commas and quotes count."""

PEOPLE_AND_BLOGS = "22"
"""YouTube's category for talking to people; every channel has it."""

_CATEGORY = re.compile(r"[0-9]{1,4}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_FORBIDDEN = frozenset("<>")


class Privacy(StrEnum):
    """Who may see a video."""

    PRIVATE = "private"  # The channel and whom it invites.
    UNLISTED = "unlisted"  # Everybody who has the link.
    PUBLIC = "public"  # Everybody.


@dataclass(frozen=True, slots=True)
class VideoDetails:
    """What YouTube is told about a video.

    Attributes:
        title: 1 to 100 characters without angle brackets.
        description: At most 5000 bytes in UTF-8, without angle brackets.
        tags: Words it is found by.
        category_id: YouTube's number of a category.
        language: BCP 47 tag of title and description; empty when not stated.
        privacy: Who may see it.
        is_made_for_kids: As YouTube asks for it; None takes the plan's answer.
        is_synthetic: Altered or made content that looks real; None takes the plan's answer.
        publish_at: When a private video becomes public; None for never by itself.

    Raises:
        MalformedError: ``details.title``, ``details.description``, ``details.tags``,
            ``details.category``, ``details.language`` or ``details.publish-at``.
    """

    title: str
    description: str = ""
    tags: tuple[str, ...] = ()
    category_id: str = PEOPLE_AND_BLOGS
    language: str = ""
    privacy: Privacy = Privacy.PRIVATE
    is_made_for_kids: bool | None = None
    is_synthetic: bool | None = None
    publish_at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse what YouTube would refuse after the upload began."""
        if not _is_text(self.title) or "\n" in self.title or not self.title.strip():
            raise MalformedError("details.title")
        if len(self.title) > TITLE_MAX_CHARS:
            raise MalformedError("details.title", limit=TITLE_MAX_CHARS)
        if not _is_text(self.description):
            raise MalformedError("details.description")
        if len(self.description.encode()) > DESCRIPTION_MAX_BYTES:
            raise MalformedError("details.description", limit_bytes=DESCRIPTION_MAX_BYTES)
        if any(not _is_text(tag) or not tag.strip() or "\n" in tag for tag in self.tags):
            raise MalformedError("details.tags")
        if _tags_chars(self.tags) > TAGS_MAX_CHARS:
            raise MalformedError("details.tags", limit=TAGS_MAX_CHARS)
        if _CATEGORY.fullmatch(self.category_id) is None:
            raise MalformedError("details.category")
        if self.language and _LANGUAGE.fullmatch(self.language) is None:
            raise MalformedError("details.language")
        if self.publish_at is not None and (
            self.publish_at.tzinfo is None or self.privacy is not Privacy.PRIVATE
        ):
            raise MalformedError("details.publish-at")


def _is_text(text: str) -> bool:
    """Return whether YouTube takes the characters of a text, and UTF-8 can carry them."""
    return not any(
        char in _FORBIDDEN or (char < " " and char != "\n") or "\ud800" <= char <= "\udfff"
        for char in text
    )


def _tags_chars(tags: tuple[str, ...]) -> int:
    """Return the length YouTube counts: commas between tags, quotes around those with a space."""
    quoted = sum(len(tag) + (2 if " " in tag else 0) for tag in tags)
    return quoted + max(0, len(tags) - 1)


def details_as_planned(details: VideoDetails, plan: PublishPlan, now: datetime) -> VideoDetails:
    """Return the details with the plan's answers where they have none of their own.

    Args:
        details: As a person wrote them.
        plan: The plan the gate decided on.
        now: The moment of uploading.

    Raises:
        StateError: ``upload.other-platform``, or ``upload.not-as-planned`` with the ``field``: what
            the gate decided on is not what would be published.
    """
    if plan.platform != YOUTUBE:
        raise StateError("upload.other-platform")
    is_early = plan.publish_at is not None and plan.publish_at > now
    if is_early and details.privacy is not Privacy.PRIVATE:
        raise StateError("upload.not-as-planned", field="privacy")
    # The gate decided for the planned moment alone: by a later one a permission may have ended.
    if details.publish_at not in {None, plan.publish_at}:
        raise StateError("upload.not-as-planned", field="publish_at")
    return VideoDetails(
        title=details.title,
        description=details.description,
        tags=details.tags,
        category_id=details.category_id,
        language=details.language,
        privacy=details.privacy,
        is_made_for_kids=_agreed(details.is_made_for_kids, plan.is_made_for_kids, "made_for_kids"),
        is_synthetic=_agreed(details.is_synthetic, plan.is_altered_content, "altered_content"),
        publish_at=details.publish_at,
    )


def _agreed(said: bool | None, planned: bool | None, field: str) -> bool | None:  # noqa: FBT001 -- an answer
    if said is not None and planned is not None and said != planned:
        raise StateError("upload.not-as-planned", field=field)
    return planned if said is None else said
