"""What somebody typed about a complaint: a link, a timecode, or both in one field."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.published_link import PublishedLink, parse_published_link
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.timebase import parse_time
from consentkit.services.publication_views import Publication


class Lack(StrEnum):
    """Why what was typed is not enough."""

    NOTHING = "nothing"  # Nothing was typed.
    VIDEO = "video"  # No video is named or chosen.
    UNKNOWN_VIDEO = "unknown-video"  # The link leads to no video of the list.
    TIME = "time"  # No moment is named.
    FORM = "form"  # It is neither a link nor a timecode.


@dataclass(frozen=True, slots=True)
class Moment:
    """What was understood.

    Attributes:
        publication: The video; None where it is not known.
        at: The second of it; None where it is not known.
        lack: What is still missing; None when both are known.
    """

    publication: Publication | None
    at: Fraction | None
    lack: Lack | None = None


def read_moment(
    text: str, publications: Iterable[Publication], chosen: Publication | None = None
) -> Moment:
    """Return the video and the second that a text means.

    ``https://youtu.be/…?t=83``, ``https://youtu.be/… 1:23``, and ``1:23`` for the chosen video.

    Args:
        text: What was typed or pasted; not trusted.
        publications: The videos of the list.
        chosen: The video meant where the text names none.
    """
    words = text.split()
    if not words:
        return Moment(chosen, None, Lack.NOTHING)
    link, at, is_odd = _sorted_out(words)
    if is_odd:
        return Moment(chosen if link is None else None, at, Lack.FORM)
    publication = chosen
    if link is not None:
        at = link.at if at is None else at
        publication = _found(link, publications)
        if publication is None:
            return Moment(None, at, Lack.UNKNOWN_VIDEO)
    if publication is None:
        return Moment(None, at, Lack.VIDEO)
    return Moment(publication, at, None if at is not None else Lack.TIME)


def _sorted_out(words: list[str]) -> tuple[PublishedLink | None, Fraction | None, bool]:
    """Return the link, the second, and whether there was anything else."""
    link: PublishedLink | None = None
    at: Fraction | None = None
    for word in words:
        bare = word.strip(",;()[]<>")
        try:
            moment = parse_time(bare)
        except (MalformedError, LimitError):
            moment = None
        if moment is not None and moment >= 0 and at is None:
            at = moment
            continue
        try:
            found = parse_published_link(bare)
        except LimitError:
            return link, at, True
        except MalformedError:
            # "at", "around": words between the link and the time.
            continue
        if link is not None:
            return link, at, True
        link = found
    return link, at, link is None and at is None


def _found(link: PublishedLink, publications: Iterable[Publication]) -> Publication | None:
    for made in publications:
        is_same_video = bool(link.video_id) and made.video_id == link.video_id
        if made.platform == link.platform and (is_same_video or made.url == link.url):
            return made
    return None
