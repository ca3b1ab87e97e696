"""Complaints about a moment of a published video: what is known of it, a draft of a reply, a clock.

A complaint is kept until it is closed, runs on a clock of 48 hours, and stands in the way of
publishing whatever shows the same persons again (rule ``yt.complaint``).
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from consentkit.domain.consent import PERMITTING, ConsentRecord, Status
from consentkit.domain.coverage import Lane
from consentkit.domain.evidence import EvidenceKind
from consentkit.domain.obligations import COMPLAINT_CLOCK, MEASURES, Measure, ReachKind
from consentkit.domain.party import checked_text
from consentkit.domain.plan import Complaint, PublishPlan
from consentkit.domain.published_link import PublishedLink, parse_published_link
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.durable import durable_replace, resource_error
from consentkit.kernel.errors import InputError, MalformedError, NotFoundError, StateError
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.timebase import (
    TimeRange,
    format_instant,
    format_time,
    parse_time,
    union,
)
from consentkit.media.excerpt import SUFFIXES
from consentkit.services.askings import AskingService
from consentkit.services.checks import CheckService
from consentkit.services.consents import ConsentService
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.publication_views import ComplaintKit
from consentkit.services.publications import PublicationService
from consentkit.services.replies import Standing, draft_reply, reply_language
from consentkit.services.stored_check import StoredCheck
from consentkit.services.stored_publication import PUBLICATION, Place, StoredPublication
from consentkit.services.views import ConsentDetail
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.canonical_json import encode_json
from consentkit.wire.receipt import JSONLike, plain_entry
from consentkit.wire.v1.stored import decode_stored, encode_stored

COMPLAINT = "complaint"
"""Kind of the documents that hold complaints."""

ONE_SECOND = Fraction(1)
NEAR_S = Fraction(5)
"""Who is seen or heard this close counts where nobody is at the second itself: a timecode that a
person read off a player is rarely exact."""

_ENDED = frozenset({
    Status.EXPIRED,
    Status.WITHDRAWN,
    Status.REVOKED,
    Status.INVALIDATED,
    Status.SUSPENDED,
    Status.ERASED,
})


@dataclass(frozen=True, slots=True)
class StoredComplaint:
    """A complaint as it is kept.

    Attributes:
        id: Identifier.
        publication_id: The video.
        at: The second complained about.
        received_at: When it came.
        consent_ids: The records of those who are there.
        conversation_ids: Conversations of those there who have no record.
        text: What was written, in the complainant's words; empty when it was dropped, or a person
            there was erased.
        measure: What closed it; None while it is open.
        closed_at: When it was closed.
    """

    id: str
    publication_id: str
    at: Fraction
    received_at: datetime
    consent_ids: tuple[str, ...] = ()
    conversation_ids: tuple[str, ...] = ()
    text: str = ""
    measure: Measure | None = None
    closed_at: datetime | None = None


class ComplaintService:
    """The complaints of one vault.

    Args:
        vault: The open vault.
        clock: Tells when a complaint came.
        ledger: Takes the entries.
        publications: The published videos.
        checks: Asks for complaints when a plan is decided on.
        consents: The records.
        askings: Knows who the creator is.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        publications: PublicationService,
        checks: CheckService,
        consents: ConsentService,
        askings: AskingService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._publications = publications
        self._consents = consents
        self._askings = askings
        consents.follow(self._record_changed)
        publications.keep_listed(self._is_complained_about)
        publications.when_put_back(self._put_back)
        checks.complete_plans(self._completed)

    # ── opening ──

    def open_complaint(
        self,
        link_or_publication_id: str,
        at: Fraction | str | None = None,
        text: str = "",
        *,
        language: str = "",
        received_at: datetime | None = None,
    ) -> ComplaintKit:
        """Enter a complaint, and return all that is known of the moment it is about.

        A vault that is only read keeps nothing; the kit has no identifier then.

        Args:
            link_or_publication_id: Link to the video, or the publication's identifier; not trusted.
            at: The second, or a timecode; None takes that of the link.
            text: What was written.
            language: Language of the draft; empty for that of the person complained about.
            received_at: When it came, which its clock runs from; the present without one.

        Raises:
            MalformedError: Link, time or text are not what they should be; no time was given
                (``complaint.no-time``); it lies beyond the video's end (``complaint.beyond-end``).
            LimitError: Link or text are too long.
            NotFoundError: No publication has that link (``complaint.no-publication``, with
                ``publications``, how many there are).
            StateError: It came in the future (``event.in-the-future``), or the log takes no entry.
        """
        now = self._clock.now()
        if received_at is not None and received_at > now:
            raise StateError("event.in-the-future")
        stored, moment = self._about(link_or_publication_id, at)
        clean = checked_text(text, limit=TEXT_MAX_CHARS)
        places = self._places_at(stored.id, moment)
        made = StoredComplaint(
            id="" if self._vault.is_read_only else new_id("cmp"),
            publication_id=stored.id,
            at=moment,
            received_at=received_at or now,
            consent_ids=tuple(dict.fromkeys(one for item in places for one in item.consent_ids)),
            conversation_ids=tuple(
                dict.fromkeys(
                    item.conversation_id
                    for item in places
                    if item.conversation_id and not item.consent_ids
                )
            ),
            text=clean,
        )
        if made.id:
            with self._vault.transaction():
                self._enter("complaint", made, stored)
                self._put(made)
            self._ledger.remember()
        return self._kit(made, stored, places, language)

    def _about(
        self, untrusted: str, at: Fraction | str | None
    ) -> tuple[StoredPublication, Fraction]:
        """Return the video and the second that a complaint is about."""
        link: PublishedLink | None = None
        try:
            stored = self._publications.stored(untrusted.strip())
        except NotFoundError:
            link = parse_published_link(untrusted)
            found = self._publications.find(link)
            if found is None:
                count = len(self._publications.all_stored())
                raise NotFoundError("complaint.no-publication", publications=count) from None
            stored = self._publications.stored(found.id)
        if at is None and link is not None:
            at = link.at
        if at is None:
            raise MalformedError("complaint.no-time")
        moment = parse_time(at) if isinstance(at, str) else at
        if not 0 <= moment <= stored.duration:
            raise MalformedError("complaint.beyond-end")
        return stored, moment

    def _places_at(self, publication_id: str, at: Fraction) -> tuple[Place, ...]:
        """Return the stretches with persons at a second; those near it where it has none."""
        places = self._publications.places(publication_id).places
        for margin in (Fraction(0), NEAR_S):
            wanted = TimeRange(max(Fraction(0), at - margin), at + ONE_SECOND + margin)
            found = tuple(place for place in places if place.edit.overlap(wanted) > 0)
            if found:
                return found
        return ()

    def _enter(self, kind: str, made: StoredComplaint, stored: StoredPublication) -> None:
        for consent_id in made.consent_ids or ("",):
            value: dict[str, JSONLike] = {
                "complaint_id": made.id,
                "publication_id": made.publication_id,
                "edit_sha256": stored.sha256,
                "at": format_time(made.at, decimals=3),
                "received_at": format_instant(made.received_at),
                "record_id": consent_id,
                "text_sha256": sha256_hex(made.text.encode()) if made.text else "",
                "measure": made.measure.value if made.measure else "",
            }
            self._ledger.enter(plain_entry(self._ledger.head(kind), "complaint", value), consent_id)

    def _put(self, made: StoredComplaint) -> None:
        body = encode_stored(made).decode()
        self._vault.put_document(Document(COMPLAINT, made.id, made.received_at, body))

    # ── the kit ──

    def kit(self, complaint_id: str, language: str = "") -> ComplaintKit:
        """Return what is known of a kept complaint as things stand.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        made = self.stored(complaint_id)
        stored = self._publications.stored(made.publication_id)
        return self._kit(made, stored, self._places_at(stored.id, made.at), language)

    def _kit(
        self,
        made: StoredComplaint,
        stored: StoredPublication,
        places: tuple[Place, ...],
        language: str,
    ) -> ComplaintKit:
        details = tuple(self._details(made.consent_ids))
        statuses = tuple(_status(detail) for detail in details)
        standing = _standing(statuses, has_unknown=bool(made.conversation_ids))
        spoken = tuple(tag for detail in details for tag in detail.record.party.languages)
        tongue = reply_language((language,) if language else spoken)
        due_at = made.received_at + COMPLAINT_CLOCK
        place = places[0] if places else None
        controller = self._askings.controller()
        return ComplaintKit(
            publication=self._publications.get(stored.id),
            at=made.at,
            consent_ids=made.consent_ids,
            partners=tuple(_name(detail) for detail in details),
            recording_id=place.recording_id if place else "",
            source_at=max(Fraction(0), place.source_at(made.at)) if place else None,
            stretches=self._stretches(stored.id, made),
            statuses=tuple(status.value for status in statuses),
            evidence_ids=tuple(
                item.id
                for detail in details
                for item in detail.record.evidence
                if item.kind is EvidenceKind.EXCERPT
            ),
            remedies=_measures(standing),
            reply=draft_reply(standing, tongue, stored, made.at, due_at, controller),
            language=tongue,
            due_at=due_at,
            id=made.id,
            conversation_ids=made.conversation_ids,
            received_at=made.received_at,
            closed_at=made.closed_at,
            closed_by=made.measure.value if made.measure else "",
        )

    def _details(self, consent_ids: Iterable[str]) -> Iterable[ConsentDetail]:
        for consent_id in consent_ids:
            try:
                yield self._consents.detail(consent_id)
            except NotFoundError:
                continue

    def _stretches(
        self, publication_id: str, made: StoredComplaint
    ) -> tuple[tuple[Lane, TimeRange], ...]:
        """Return where the persons complained about are in the whole video."""
        people, unrecorded = set(made.consent_ids), set(made.conversation_ids)
        lanes: dict[Lane, list[TimeRange]] = {lane: [] for lane in Lane}
        for place in self._publications.places(publication_id).places:
            if people & set(place.consent_ids) or place.conversation_id in unrecorded:
                lanes[place.lane].append(place.edit)
        return tuple((lane, one) for lane, ranges in lanes.items() for one in union(ranges))

    def export_kit(self, complaint_id: str, folder: Path, language: str = "") -> tuple[Path, ...]:
        """Write a kept complaint's kit into a new folder, to be handed to whoever decides.

        ``reply.txt`` is the draft, ``complaint.json`` what is known, by identifiers, and each
        excerpt is there as it was sealed: open, so that the folder has to be looked after.

        Raises:
            NotFoundError: There is no such complaint.
            InputError: Something is there already (``complaint.folder-taken``).
            ResourceError: The disk is full; what was written so far is taken away again.
            VaultDamagedError: An excerpt is not what was sealed; likewise.
        """
        kit = self.kit(complaint_id, language)
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError as exc:
            raise InputError("complaint.folder-taken") from exc
        except OSError as exc:
            raise resource_error(exc) from exc
        try:
            return tuple(self._written(kit, folder))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _written(self, kit: ComplaintKit, folder: Path) -> Iterable[Path]:
        reply, known = folder / "reply.txt", folder / "complaint.json"
        durable_replace(reply, kit.reply.encode() + b"\n")
        yield reply
        durable_replace(known, encode_json(_known(kit)) + b"\n")
        yield known
        for detail in self._details(kit.consent_ids):
            for item in detail.record.evidence:
                if item.kind is EvidenceKind.EXCERPT:
                    path = folder / f"{item.id}{SUFFIXES.get(item.container, '')}"
                    self._consents.export_evidence(detail.record.id, item.id, path)
                    yield path

    # ── keeping ──

    def stored(self, complaint_id: str) -> StoredComplaint:
        """Return a complaint as it is kept.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        document = self._vault.find_document(COMPLAINT, complaint_id)
        if document is None:
            raise NotFoundError("complaint.not-found")
        return decode_stored(document.body, StoredComplaint)

    def all_stored(self) -> tuple[StoredComplaint, ...]:
        """Return the complaints about videos that are listed, the newest first."""
        documents = self._vault.list_documents(COMPLAINT)
        found = [decode_stored(document.body, StoredComplaint) for document in documents]
        listed = self._vault.find_documents(PUBLICATION, (made.publication_id for made in found))
        return tuple(made for made in found if made.publication_id in listed)

    def open_ones(self) -> tuple[StoredComplaint, ...]:
        """Return those that wait for an answer, the newest first."""
        return tuple(made for made in self.all_stored() if made.closed_at is None)

    def _is_complained_about(self, publication_id: str) -> bool:
        return any(made.publication_id == publication_id for made in self.open_ones())

    def cards(self) -> tuple[ComplaintKit, ...]:
        """Return the kits of all complaints about videos that are listed, the newest first."""
        return tuple(self.kit(made.id) for made in self.all_stored())

    def close(self, complaint_id: str, measure: Measure) -> ComplaintKit:
        """Close a complaint by what was done about it.

        Raises:
            NotFoundError: There is no such complaint.
            StateError: It is closed (``complaint.closed-already``), that measure does not help
                with complaints (``complaint.measure``), or the log takes no entry.
            VaultError: The vault is only read.
        """
        made = self.stored(complaint_id)
        if made.closed_at is not None:
            raise StateError("complaint.closed-already")
        if measure not in MEASURES[ReachKind.COMPLAINT]:
            raise StateError("complaint.measure")
        return self._changed("close", replace(made, measure=measure, closed_at=self._clock.now()))

    def reopen(self, complaint_id: str) -> ComplaintKit:
        """Take the closing of a complaint back; its clock ran on.

        Raises:
            NotFoundError: There is no such complaint.
            StateError: It is open (``complaint.open-already``), or the log takes no entry.
            VaultError: The vault is only read.
        """
        made = self.stored(complaint_id)
        if made.closed_at is None:
            raise StateError("complaint.open-already")
        return self._changed("reopen", replace(made, measure=None, closed_at=None))

    def _changed(self, kind: str, made: StoredComplaint) -> ComplaintKit:
        stored = self._publications.stored(made.publication_id)
        with self._vault.transaction():
            self._enter(kind, made, stored)
            self._put(made)
        self._ledger.remember()
        return self.kit(made.id)

    def forget_text(self, complaint_id: str) -> ComplaintKit:
        """Drop what was written; the log keeps its digest, and nothing else changes.

        Raises:
            NotFoundError: There is no such complaint.
            VaultError: The vault is only read.
        """
        with self._vault.transaction():
            self._put(replace(self.stored(complaint_id), text=""))
        return self.kit(complaint_id)

    # ── what it is asked for by others ──

    def _put_back(self, publication_id: str) -> None:
        """Open again what was closed by taking a video down that is up again."""
        stored = self._publications.stored(publication_id)
        for made in self.all_stored():
            if made.publication_id == publication_id and made.measure is Measure.TAKE_DOWN:
                opened = replace(made, measure=None, closed_at=None)
                self._enter("reopen", opened, stored)
                self._put(opened)

    def _completed(self, check: StoredCheck, plan: PublishPlan) -> PublishPlan:
        """Return the plan with the open complaints about this video or the persons in it."""
        people = {one for item in check.judged for one in item.consent_ids}
        found: list[Complaint] = []
        for made in self.open_ones():
            concerned = [one for one in made.consent_ids if one in people]
            if concerned or self._is_same_video(made, check):
                named = concerned or ["" if not made.consent_ids else made.consent_ids[0]]
                found.extend(Complaint(made.received_at, one) for one in named)
        if not found:
            return plan
        stated = plan.complaints or ()
        return replace(plan, complaints=(*stated, *(one for one in found if one not in stated)))

    def _is_same_video(self, made: StoredComplaint, check: StoredCheck) -> bool:
        try:
            stored = self._publications.stored(made.publication_id)
        except NotFoundError:
            return False
        return check.id == stored.check_id or check.facts.sha256 == stored.sha256

    def _record_changed(self, record: ConsentRecord, *, is_erased: bool) -> None:
        """Drop what was written about a person who is erased; identifiers and times stay."""
        if not is_erased:
            return
        for document in self._vault.list_documents(COMPLAINT):
            made = decode_stored(document.body, StoredComplaint)
            if record.id in made.consent_ids and made.text:
                self._put(replace(made, text=""))


def _known(kit: ComplaintKit) -> dict[str, JSONLike]:
    """Return what is known of a complaint by identifiers, digests and times."""
    return {
        "complaint_id": kit.id,
        "publication_id": kit.publication.id,
        "url": kit.publication.url,
        "sha256": kit.publication.sha256,
        "at": format_time(kit.at, decimals=3),
        "received_at": format_instant(kit.received_at) if kit.received_at else "",
        "due_at": format_instant(kit.due_at),
        "records": [
            {"record_id": consent_id, "publish": status}
            for consent_id, status in zip(kit.consent_ids, kit.statuses, strict=False)
        ],
        "conversations_without_record": list(kit.conversation_ids),
        "recording_id": kit.recording_id,
        "source_at": "" if kit.source_at is None else format_time(kit.source_at, decimals=3),
        "stretches": [
            {"lane": lane.value, "start": format_time(one.start), "end": format_time(one.end)}
            for lane, one in kit.stretches
        ],
        "excerpts": list(kit.evidence_ids),
    }


def _status(detail: ConsentDetail) -> Status:
    if detail.summary is Status.ERASED:
        return Status.ERASED
    return detail.statuses.get(Purpose.PUBLISH, Status.UNKNOWN)


def _standing(statuses: tuple[Status, ...], *, has_unknown: bool) -> Standing:
    """Return what a reply may say: that a permission ended, only where there was one."""
    if any(status in _ENDED for status in statuses):
        return Standing.ENDED
    if has_unknown or not statuses or not all(status in PERMITTING for status in statuses):
        return Standing.UNKNOWN
    return Standing.STANDS


def _measures(standing: Standing) -> tuple[Measure, ...]:
    """Return what helps, the best first: an answer only where everybody there agreed."""
    measures = MEASURES[ReachKind.COMPLAINT]
    rest = tuple(item for item in measures if item is not Measure.ANSWER)
    return (Measure.ANSWER, *rest) if standing is Standing.STANDS else rest


def _name(detail: ConsentDetail) -> str:
    return "" if detail.summary is Status.ERASED else detail.record.party.pseudonym
