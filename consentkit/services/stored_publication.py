"""Publications as a vault keeps them: identifiers, digests and times, no names of people.

Who is where in a video is kept twice: as *places*, all stretches of one video in a document of its
own, and as *uses*, one small document per person and video under a kind that names the person, so
that a withdrawal finds every video without opening any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from consentkit.domain.coverage import Lane
from consentkit.domain.gate_scene import EVERYWHERE, is_covered
from consentkit.domain.obligations import Use
from consentkit.domain.plan import PublishPlan, Redaction, RedactionKind
from consentkit.domain.scope import Purpose
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.stored_check import StoredCheck
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

PUBLICATION, PLACES = "publication", "publication-places"
_PEOPLE = "use-people"
_REDACTED_BY = {Lane.PICTURE: RedactionKind.BLUR_FACE, Lane.SOUND: RedactionKind.MUTE}


@dataclass(frozen=True, slots=True)
class StoredPublication:
    """A publication.

    Attributes:
        id: Identifier here.
        platform: Lower-case name.
        video_id: The platform's identifier of the video.
        url: Link to it.
        check_id: The check it was bound to.
        sha256: Digest of the file that was checked.
        duration: Its seconds.
        title: Its title; empty when a person named in it was erased.
        named: Records of those whom the plan named in the title.
        published_at: When it was published, as stated.
        bound_at: When it was entered here.
        consent_ids: The records of everybody in it.
        taken_down_at: When it was taken down.
        proof_id: Short identifier of the decision of the gate.
        gate_id: That decision.
        override: Why it was bound all the same; empty where nothing stood in the way.
        redactions: What was blurred or muted in it, as the plan said when it was bound.
    """

    id: str
    platform: str
    video_id: str
    url: str
    check_id: str
    sha256: str
    duration: Fraction
    title: str
    named: tuple[str, ...]
    published_at: datetime
    bound_at: datetime
    consent_ids: tuple[str, ...]
    taken_down_at: datetime | None = None
    proof_id: str = ""
    gate_id: str = ""
    override: str = ""
    redactions: tuple[Redaction, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a published video and where it is from.

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the video.
        recording_id: The recording; empty for footage of unknown origin.
        source_start: Second of the recording at its start.
        speed: Seconds of the recording per second of the video.
        conversation_id: The conversation; empty outside of any.
        consent_ids: The records of those who are in it.
    """

    lane: Lane
    edit: TimeRange
    recording_id: str = ""
    source_start: Fraction = Fraction(0)
    speed: Fraction = Fraction(1)
    conversation_id: str = ""
    consent_ids: tuple[str, ...] = ()

    def source_at(self, moment: Fraction) -> Fraction:
        """Return the second of the recording that is shown at a moment of the video."""
        return self.source_start + (moment - self.edit.start) * self.speed


@dataclass(frozen=True, slots=True)
class StoredPlaces:
    """All stretches of one published video that show or let be heard somebody."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StoredUse:
    """Where one person is in one video."""

    use: Use
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredPeople:
    """Whose documents there are about one video."""

    consent_ids: tuple[str, ...]


def places_of(check: StoredCheck) -> StoredPlaces:
    """Return the stretches of a check with their persons, recordings and conversations."""
    found = []
    for item in check.judged:
        match, edit = item.span.match, item.span.edit
        if match is None or not (item.consent_ids or item.span.conversation_id):
            continue
        found.append(
            Place(
                item.span.lane,
                edit,
                match.recording_id,
                match.source_at(edit.start),
                match.speed,
                item.span.conversation_id,
                item.consent_ids,
            )
        )
    return StoredPlaces(tuple(found))


def uses_of(check: StoredCheck) -> dict[str, Use]:
    """Return where each person is in a checked video, by record.

    A stretch in which the plan has the face blurred, or the voice muted, is not counted. Whoever is
    in the thumbnail or title alone is there, too.
    """
    plan = check.plan
    lanes: dict[str, dict[Lane, list[TimeRange]]] = {}
    for item in check.judged:
        for person in item.consent_ids:
            lanes.setdefault(person, {lane: [] for lane in Lane})[item.span.lane].append(
                item.span.edit
            )
    shown = _shown(plan)
    earns = _earns(plan)
    found: dict[str, Use] = {}
    for person in dict.fromkeys([*lanes, *sorted(shown)]):
        picture, sound = (
            _left(plan, person, lane, lanes.get(person, {}).get(lane, ())) for lane in Lane
        )
        found[person] = Use(picture, sound, person in shown, earns)
    return found


def _shown(plan: PublishPlan | None) -> frozenset[str]:
    if plan is None:
        return frozenset()
    items = (*(plan.thumbnail or ()), *(plan.title or ()))
    return frozenset(item.person for item in items if item.person)


def _earns(plan: PublishPlan | None) -> frozenset[Purpose]:
    found = set()
    if plan is not None and plan.is_monetised:
        found.add(Purpose.MONETISE_ADS)
    if plan is not None and plan.sponsor:
        found.add(Purpose.ADVERTISE_SPONSOR)
    return frozenset(found)


def _left(
    plan: PublishPlan | None, person: str, lane: Lane, ranges: Iterable[TimeRange]
) -> tuple[TimeRange, ...]:
    """Return the stretches of a lane in which a person was not made unrecognisable."""
    redactions = (plan.redactions or ()) if plan is not None else ()
    done = union(
        item.edit or EVERYWHERE
        for item in redactions
        if item.kind is _REDACTED_BY[lane] and item.person in {"", person}
    )
    return union(one for one in ranges if not is_covered(one, done))


def checked_kind(consent_id: str) -> str:
    """Return the kind of document that holds where a person is in checked videos."""
    return f"checked:{consent_id}"


def published_kind(consent_id: str) -> str:
    """Return the kind of document that holds where a person is in published videos."""
    return f"published:{consent_id}"


def bound_kind(check_id: str) -> str:
    """Return the kind of document that names the publications of a check."""
    return f"bound:{check_id}"


class UseIndex:
    """The small documents that lead from a person to videos.

    Args:
        vault: The open vault.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def people_of(self, subject: str) -> tuple[str, ...]:
        """Return the records that have a document about a check or publication."""
        document = self._vault.find_document(_PEOPLE, subject)
        return decode_stored(document.body, StoredPeople).consent_ids if document else ()

    def put(
        self, subject: str, uses: dict[str, Use], sha256: str, at: datetime, *, is_published: bool
    ) -> tuple[str, ...]:
        """Keep the uses of one video in place of former ones; returns everybody concerned.

        To be called within a transaction.
        """
        kind = published_kind if is_published else checked_kind
        before = self.people_of(subject)
        for person in before:
            if person not in uses:
                self._vault.delete_document(kind(person), subject)
        for person, use in uses.items():
            body = encode_stored(StoredUse(use, sha256)).decode()
            self._vault.put_document(Document(kind(person), subject, at, body))
        if uses:
            people = encode_stored(StoredPeople(tuple(uses))).decode()
            self._vault.put_document(Document(_PEOPLE, subject, at, people))
        else:
            self._vault.delete_document(_PEOPLE, subject)
        return tuple(dict.fromkeys([*before, *uses]))

    def use(self, subject: str, consent_id: str, *, is_published: bool) -> Use | None:
        """Return where a person is in one video, or None."""
        kind = published_kind(consent_id) if is_published else checked_kind(consent_id)
        document = self._vault.find_document(kind, subject)
        return decode_stored(document.body, StoredUse).use if document else None

    def published(self, consent_ids: Iterable[str]) -> dict[str, dict[str, Use]]:
        """Return the uses of several persons in published videos, by record and publication."""
        found: dict[str, dict[str, Use]] = {}
        for document in self._vault.list_documents_of(map(published_kind, consent_ids)):
            person = document.kind.partition(":")[2]
            use = decode_stored(document.body, StoredUse).use
            found.setdefault(person, {})[document.id] = use
        return found

    def unpublished(self, consent_ids: Iterable[str]) -> dict[str, dict[str, Use]]:
        """Return the uses of several persons in checked videos that were not published."""
        documents = self._vault.list_documents_of(map(checked_kind, consent_ids))
        checks = {document.id for document in documents}
        bound = self._vault.list_documents_of(map(bound_kind, checks))
        published = {document.kind.partition(":")[2] for document in bound}
        found: dict[str, dict[str, Use]] = {}
        for document in documents:
            if document.id not in published:
                person = document.kind.partition(":")[2]
                use = decode_stored(document.body, StoredUse).use
                found.setdefault(person, {})[document.id] = use
        return found
