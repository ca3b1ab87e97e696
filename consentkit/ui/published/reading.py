"""What the Published page reads of the vault, and the rows of its lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from consentkit.domain.consent import Status
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import NotFoundError
from consentkit.services.complaints import StoredComplaint
from consentkit.services.publication_views import Publication, Reach, ReachTask
from consentkit.services.upload_views import PendingUpload
from consentkit.ui.messages import format_long_date
from consentkit.ui.published.lines import Line
from consentkit.ui.published.words import (
    clock_look,
    open_tasks,
    people_words,
    person_words,
    platform_name,
    reason_words,
    task_count,
    title_of,
    video_look,
)

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

MOST_PEOPLE = 40
"""People of a video that are listed by name; the others are counted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Everything the lists are made of."""

    publications: tuple[Publication, ...]
    reaches: tuple[Reach, ...]
    pending: tuple[PendingUpload, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in a video: the record, a name, and whether publishing is permitted."""

    consent_id: str
    name: str
    status: Status


@dataclass(frozen=True, slots=True)
class VideoDetail:
    """A published video with what surrounds it.

    Attributes:
        made: The video.
        file_name: Name of the checked file; empty when the check was removed.
        is_passed: Its plan passes; None without a check or a decision.
        is_outdated: Permissions changed since the check was judged.
        people: Who is in it, the first of them.
        more: How many others there are.
        duties: Reaches with something to do about this video, and what.
        complaints: Complaints about it, the newest first.
    """

    made: Publication
    file_name: str = ""
    is_passed: bool | None = None
    is_outdated: bool = False
    people: tuple[PersonLine, ...] = ()
    more: int = 0
    duties: tuple[tuple[Reach, tuple[ReachTask, ...]], ...] = ()
    complaints: tuple[StoredComplaint, ...] = ()


def tasks_about(
    publication_id: str, reaches: Iterable[Reach]
) -> tuple[tuple[Reach, tuple[ReachTask, ...]], ...]:
    """Return what is still to be done about a video, by reach."""
    found = []
    for reach in reaches:
        tasks = tuple(task for task in open_tasks(reach) if task.publication_id == publication_id)
        if tasks:
            found.append((reach, tasks))
    return tuple(found)


def todo_line(reach: Reach, now: datetime) -> Line:
    """Return the row of a reach."""
    return Line(
        reach.key,
        person_words(reach),
        reason_words(reach.reason, reach.since),
        clock_look(reach.due_at, now),
        task_count(len(open_tasks(reach))),
    )


def video_line(made: Publication, tasks: tuple[ReachTask, ...], now: datetime) -> Line:
    """Return the row of a video."""
    words = (
        platform_name(made.platform),
        format_long_date(made.published_at),
        people_words(len(made.consent_ids)),
    )
    return Line(made.id, title_of(made), " · ".join(words), video_look(made, tasks, now))


def fits(made: Publication, text: str) -> bool:
    """Return whether every word of ``text`` occurs in what is known of a video."""
    known = (made.title, made.url, made.video_id, platform_name(made.platform), made.proof_id)
    whole = " ".join(known).casefold()
    return all(word in whole for word in text.casefold().split())


def read_video(workspace: "Workspace", publication_id: str) -> VideoDetail:
    """Return a video with all that surrounds it.

    Raises:
        NotFoundError: It is not in the list any more.
    """
    made = workspace.publications.get(publication_id)
    file_name, is_passed, is_outdated = "", None, False
    if made.check_id:
        check = workspace.checks.get(made.check_id)
        file_name, is_outdated = check.path.name, bool(check.outdated)
        is_passed = check.gate.is_passed if check.gate is not None else None
    people = tuple(_person(workspace, one) for one in made.consent_ids[:MOST_PEOPLE])
    complaints = tuple(
        one for one in workspace.complaints.all_stored() if one.publication_id == publication_id
    )
    return VideoDetail(
        made,
        file_name,
        is_passed,
        is_outdated,
        people,
        max(0, len(made.consent_ids) - MOST_PEOPLE),
        tasks_about(publication_id, workspace.reach.reaches()),
        complaints,
    )


def _person(workspace: "Workspace", consent_id: str) -> PersonLine:
    try:
        detail = workspace.consents.detail(consent_id)
    except NotFoundError:
        return PersonLine(consent_id, "", Status.UNKNOWN)
    if detail.summary is Status.ERASED:
        return PersonLine(consent_id, "", Status.ERASED)
    status = detail.statuses.get(Purpose.PUBLISH, detail.summary)
    return PersonLine(consent_id, detail.record.party.pseudonym, status)
