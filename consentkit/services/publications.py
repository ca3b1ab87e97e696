"""Published videos, bound to the check that let them go out and to the consents of all in them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from consentkit.domain.consent import ConsentRecord
from consentkit.domain.obligations import Use
from consentkit.domain.party import Party, checked_text
from consentkit.domain.plan import PublishPlan
from consentkit.domain.published_link import PublishedLink, parse_published_link
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import MalformedError, NotFoundError, StateError, VaultError
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import format_instant
from consentkit.services.check_views import Outdated
from consentkit.services.checks import CheckService
from consentkit.services.consents import ConsentService
from consentkit.services.credentials import CredentialService
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.publication_views import Publication
from consentkit.services.stored_check import BODY, StoredCheck
from consentkit.services.stored_publication import (
    PLACES,
    PUBLICATION,
    StoredPlaces,
    StoredPublication,
    UseIndex,
    bound_kind,
    places_of,
    published_kind,
    uses_of,
)
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.receipt import JSONLike, plain_entry
from consentkit.wire.v1.stored import decode_stored, encode_stored

_ERASED_TEXT = "\u2014"
"""Stands for a text that may have spoken of somebody who was erased."""

_WORD = re.compile(r"\w{3,}")

_LONGEST_CHAIN = 20
"""Records that supersede one another; older ones lie years back."""

OnChange = Callable[[Iterable[str]], None]
OnPutBack = Callable[[str], None]
IsNeeded = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Unbound:
    """A publication that was taken off the list, to be put back."""

    stored: StoredPublication
    places: StoredPlaces
    uses: dict[str, Use]


class PublicationService:
    """The publications of one vault.

    Args:
        vault: The open vault.
        clock: Tells when something is entered.
        ledger: Takes the entries.
        checks: The checks of finished videos.
        consents: The records.
        gate: Knows the decisions.
        credentials: Knows the signed copies of checked videos, which are accepted in their place.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        checks: CheckService,
        consents: ConsentService,
        gate: GateService,
        credentials: CredentialService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._checks = checks
        self._consents = consents
        self._gate = gate
        self._credentials = credentials
        self._index = UseIndex(vault)
        self._unbound: dict[str, _Unbound] = {}
        self._on_change: list[OnChange] = []
        self._on_put_back: list[OnPutBack] = []
        self._is_needed: list[IsNeeded] = []
        checks.follow(self._check_changed)
        consents.follow(self._record_changed)

    def follow(self, on_change: OnChange) -> None:
        """Call ``on_change`` with the records whose videos changed, within the transaction."""
        self._on_change.append(on_change)

    def when_put_back(self, on_put_back: OnPutBack) -> None:
        """Call ``on_put_back`` with every video that is up again, within the transaction."""
        self._on_put_back.append(on_put_back)

    def keep_listed(self, is_needed: IsNeeded) -> None:
        """Keep a publication on the list as long as ``is_needed`` says so of its identifier."""
        self._is_needed.append(is_needed)

    # ── binding ──

    def bind(
        self,
        check_id: str,
        link_or_id: str,
        title: str,
        published_at: datetime | None = None,
        *,
        reason: str = "",
        path: Path | None = None,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> Publication:
        """Bind a published video to its check and to the consents of everybody in it.

        Args:
            check_id: The check.
            link_or_id: Link to the video, or its identifier on YouTube; not trusted.
            title: Its title.
            published_at: When it was published; the present without one.
            reason: Why it is bound although its plan does not pass or the file is not the one that
                was checked; it is kept, and its digest logged.
            path: The file that was published, where it is not the checked one in its place.
            progress: Told of bytes read, where the file has to be read.
            cancel: Asked several times a second.

        Raises:
            NotFoundError: There is no such check.
            MalformedError: Link, title or time are not what they should be.
            LimitError: Link or title are too long.
            StateError: The plan does not pass (``publication.not-passed``), the file differs or is
                away (``publication.other-file``), and no reason was given; the video is bound
                already (``publication.bound-already``); or the log takes no entry.
            VaultError: The vault is only read.
            Cancelled: A stop was asked for; nothing was kept.
        """
        self._require_writer()
        link = parse_published_link(link_or_id)
        clean = checked_text(title)
        why = checked_text(reason, limit=TEXT_MAX_CHARS)
        now = self._clock.now()
        when = published_at or now
        if when.tzinfo is None:
            raise MalformedError("publication.time")
        check = self._judged(check_id, cancel)
        if self._find(link) is not None:
            raise StateError("publication.bound-already")
        if not why:
            self.require_allowed(check, path, progress, cancel)
        stored = self._made(check, link, clean, when, now, why)
        with self._vault.transaction():
            self._enter("bind", stored, override=sha256_hex(why.encode()) if why else "")
            self._save(stored, places_of(check), uses_of(check))
        self._ledger.remember()
        return self.get(stored.id)

    def _judged(self, check_id: str, cancel: CancelToken | None) -> StoredCheck:
        """Return a check by the permissions of this moment; its decision stays where it holds."""
        is_outdated = Outdated.CONSENTS in self._checks.get(check_id).outdated
        if is_outdated or not self._checks.still_passes(check_id, cancel=cancel):
            self._checks.rejudge(check_id)
        return self._checks.stored(check_id)

    def require_allowed(
        self,
        check: StoredCheck,
        path: Path | None = None,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        """Return if the plan of a check passes and the file is the one that was checked.

        Raises:
            StateError: ``publication.not-passed`` or ``publication.other-file``.
            Cancelled: A stop was asked for.
        """
        if check.gate is None or not check.gate.is_passed:
            raise StateError("publication.not-passed")
        if not self.is_checked_file(check.id, path or check.path, progress, cancel):
            raise StateError("publication.other-file")

    def is_checked_file(
        self,
        check_id: str,
        path: Path,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> bool:
        """Return whether a file is the checked video as it was, or its signed copy.

        Raises:
            NotFoundError: There is no such check.
            Cancelled: A stop was asked for.
        """
        accepted = self._credentials.accepted_digests(check_id)
        return self._checks.file_digest(path, progress, cancel) in accepted

    def _made(
        self,
        check: StoredCheck,
        link: PublishedLink,
        title: str,
        published_at: datetime,
        now: datetime,
        why: str,
    ) -> StoredPublication:
        plan = check.plan
        named = tuple(item.person for item in (plan.title or ()) if item.person) if plan else ()
        return StoredPublication(
            id=new_id("pub"),
            platform=link.platform,
            video_id=link.video_id,
            url=link.url,
            check_id=check.id,
            sha256=check.facts.sha256,
            duration=check.facts.duration,
            title=title,
            named=named,
            published_at=published_at,
            bound_at=now,
            consent_ids=tuple(uses_of(check)),
            proof_id=self._gate.short_id(check.gate_id),
            gate_id=check.gate_id,
            override=why,
            redactions=(plan.redactions or ()) if plan is not None else (),
        )

    def _enter(self, kind: str, stored: StoredPublication, **more: JSONLike) -> None:
        """Enter a step into the log, once for every record, so that each can show its own."""
        for consent_id in stored.consent_ids or ("",):
            value: dict[str, JSONLike] = {
                "publication_id": stored.id,
                "edit_sha256": stored.sha256,
                "platform": stored.platform,
                "video_id": stored.video_id,
                "url_sha256": sha256_hex(stored.url.encode()),
                "published_at": format_instant(stored.published_at),
                "gate_id": stored.gate_id,
                "record_id": consent_id,
                **more,
            }
            self._ledger.enter(
                plain_entry(self._ledger.head(kind), "publication", value), consent_id
            )

    def _save(self, stored: StoredPublication, places: StoredPlaces, uses: dict[str, Use]) -> None:
        at = stored.bound_at
        self._put(stored)
        body = encode_stored(places).decode()
        self._vault.put_document(Document(PLACES, stored.id, at, body))
        self._vault.put_document(Document(bound_kind(stored.check_id), stored.id, at, "{}"))
        people = self._index.put(stored.id, uses, stored.sha256, at, is_published=True)
        self._tell(people)

    def _put(self, stored: StoredPublication) -> None:
        body = encode_stored(stored).decode()
        self._vault.put_document(Document(PUBLICATION, stored.id, stored.bound_at, body))

    def _tell(self, consent_ids: Iterable[str]) -> None:
        people = tuple(consent_ids)
        for on_change in self._on_change:
            on_change(people)

    def _require_writer(self) -> None:
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")

    # ── reading ──

    def stored(self, publication_id: str) -> StoredPublication:
        """Return a publication as it is kept.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        document = self._vault.find_document(PUBLICATION, publication_id)
        if document is None:
            raise NotFoundError("publication.not-found")
        return decode_stored(document.body, StoredPublication)

    def places(self, publication_id: str) -> StoredPlaces:
        """Return who is where in a published video.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        document = self._vault.find_document(PLACES, publication_id)
        if document is None:
            raise NotFoundError("publication.not-found")
        return decode_stored(document.body, StoredPlaces)

    def get(self, publication_id: str) -> Publication:
        """Return a publication.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        return self._shown(self.stored(publication_id))

    def all_stored(self) -> tuple[StoredPublication, ...]:
        """Return all publications as they are kept, the newest first."""
        documents = self._vault.list_documents(PUBLICATION)
        return tuple(decode_stored(document.body, StoredPublication) for document in documents)

    def cards(self) -> tuple[Publication, ...]:
        """Return all publications, the newest first."""
        return tuple(self._shown(stored) for stored in self.all_stored())

    def publications_of(self, consent_id: str) -> tuple[Publication, ...]:
        """Return the publications a person is in, the newest first."""
        documents = self._vault.list_documents(published_kind(consent_id))
        return tuple(self.get(document.id) for document in documents)

    def publications_of_check(self, check_id: str) -> tuple[Publication, ...]:
        """Return the publications of a check, the newest first."""
        documents = self._vault.list_documents(bound_kind(check_id))
        return tuple(self.get(document.id) for document in documents)

    def find(self, link: PublishedLink) -> Publication | None:
        """Return the publication that a link leads to, or None."""
        found = self._find(link)
        return self._shown(found) if found is not None else None

    def _find(self, link: PublishedLink) -> StoredPublication | None:
        for stored in self.all_stored():
            is_same_video = bool(link.video_id) and stored.video_id == link.video_id
            if stored.platform == link.platform and (is_same_video or stored.url == link.url):
                return stored
        return None

    def _shown(self, stored: StoredPublication) -> Publication:
        is_kept = self._vault.find_document(BODY, stored.check_id) is not None
        return Publication(
            stored.id,
            stored.platform,
            stored.video_id,
            stored.url,
            stored.check_id if is_kept else "",
            stored.sha256,
            stored.title,
            stored.published_at,
            stored.bound_at,
            stored.consent_ids,
            stored.taken_down_at,
            stored.proof_id,
            stored.override,
        )

    # ── steps ──

    def take_down(self, publication_id: str, at: datetime | None = None) -> Publication:
        """Note that a video was taken down, or made private.

        Raises:
            NotFoundError: There is none with that identifier.
            StateError: It is down already (``publication.down-already``), the moment lies in the
                future, or the log takes no entry.
            VaultError: The vault is only read.
        """
        now = self._clock.now()
        when = at or now
        stored = self.stored(publication_id)
        if stored.taken_down_at is not None:
            raise StateError("publication.down-already")
        if when > now:
            raise StateError("event.in-the-future")
        return self._changed("take-down", replace(stored, taken_down_at=when))

    def put_back(self, publication_id: str) -> Publication:
        """Note that a video is up again, or that it was never taken down.

        Complaints that were closed by taking it down are open again.

        Raises:
            NotFoundError: There is none with that identifier.
            StateError: It is up (``publication.up-already``), or the log takes no entry.
            VaultError: The vault is only read.
        """
        stored = self.stored(publication_id)
        if stored.taken_down_at is None:
            raise StateError("publication.up-already")
        return self._changed("put-back", replace(stored, taken_down_at=None), self._on_put_back)

    def _changed(
        self, kind: str, stored: StoredPublication, followers: Iterable[OnPutBack] = ()
    ) -> Publication:
        with self._vault.transaction():
            self._enter(kind, stored)
            self._put(stored)
            for follower in followers:
                follower(stored.id)
            self._tell(stored.consent_ids)
        self._ledger.remember()
        return self._shown(stored)

    def unbind(self, publication_id: str) -> None:
        """Take a publication off the list; ``bring_back`` undoes it while the vault is open.

        Raises:
            NotFoundError: There is none with that identifier.
            StateError: A permission that ended, or a complaint, still asks for something in it
                (``publication.still-needed``); or the log takes no entry.
            VaultError: The vault is only read.
        """
        stored = self.stored(publication_id)
        if any(is_needed(publication_id) for is_needed in self._is_needed):
            raise StateError("publication.still-needed")
        former = _Unbound(stored, self.places(publication_id), self._uses(stored))
        with self._vault.transaction():
            self._enter("unbind", stored)
            for kind in (PUBLICATION, PLACES):
                self._vault.delete_document(kind, publication_id)
            self._vault.delete_document(bound_kind(stored.check_id), publication_id)
            self._tell(self._index.put(publication_id, {}, "", stored.bound_at, is_published=True))
        self._unbound[publication_id] = former
        self._ledger.remember()

    def bring_back(self, publication_id: str) -> Publication:
        """Put a publication back that was unbound since the vault was opened.

        Raises:
            NotFoundError: None was unbound under that identifier.
            StateError: The log takes no entry.
        """
        found = self._unbound.pop(publication_id, None)
        if found is None:
            raise NotFoundError("publication.not-found")
        with self._vault.transaction():
            self._enter("bind", found.stored)
            self._save(found.stored, found.places, found.uses)
        self._ledger.remember()
        return self.get(publication_id)

    def _uses(self, stored: StoredPublication) -> dict[str, Use]:
        found = {
            person: self._index.use(stored.id, person, is_published=True)
            for person in self._index.people_of(stored.id)
        }
        return {person: use for person, use in found.items() if use is not None}

    # ── following ──

    def _check_changed(self, check_id: str, check: StoredCheck | None) -> None:
        """Keep the index of a check, and who is in the videos that were published from it."""
        now = self._clock.now()
        uses = uses_of(check) if check is not None else {}
        sha256 = check.facts.sha256 if check is not None else ""
        if check is not None:
            uses = self._with_erased(check_id, sha256, uses)
        people = set(self._index.put(check_id, uses, sha256, now, is_published=False))
        if check is not None:
            for document in self._vault.list_documents(bound_kind(check_id)):
                people.update(self._refreshed(document.id, check))
        if people:
            self._tell(sorted(people))

    def index_checks(self) -> None:
        """Index the checks of a vault that an older version wrote; within a transaction."""
        for document in self._vault.list_documents(BODY):
            self._check_changed(document.id, decode_stored(document.body, StoredCheck))

    def _with_erased(self, check_id: str, sha256: str, uses: dict[str, Use]) -> dict[str, Use]:
        """Return the uses with those of persons who are erased: their faces stay in the file."""
        found = dict(uses)
        gone = [one for one in self._index.people_of(check_id) if one not in uses]
        rows = self._vault.get_rows(gone) if gone else {}
        for person in gone:
            use = self._index.use(check_id, person, is_published=False)
            row = rows.get(person)
            if use is not None and row is not None and row.status == "erased" and sha256:
                found[person] = use
        return found

    def _refreshed(self, publication_id: str, check: StoredCheck) -> tuple[str, ...]:
        """Bring a publication up to date with its check; the same file only."""
        stored = self.stored(publication_id)
        if stored.sha256 != check.facts.sha256:
            return ()
        before = self._uses(stored)
        uses = self._published_uses(stored, check, before)
        if tuple(uses) != stored.consent_ids:
            stored = replace(stored, consent_ids=tuple(uses))
            self._put(stored)
        found = places_of(check)
        if {place.recording_id for place in found.places} or not before:
            body = encode_stored(found).decode()
            self._vault.put_document(Document(PLACES, stored.id, stored.bound_at, body))
        return self._index.put(stored.id, uses, stored.sha256, stored.bound_at, is_published=True)

    def _published_uses(
        self, stored: StoredPublication, check: StoredCheck, before: dict[str, Use]
    ) -> dict[str, Use]:
        """Return who is where in a published video by the records of this moment.

        Thumbnail, money and redactions are those of the video that went out: another plan for the
        next one changes nothing about it.
        """
        went_out = PublishPlan(stored.platform, redactions=stored.redactions)
        earns = frozenset[Purpose]().union(*(use.earns for use in before.values()))
        found: dict[str, Use] = {}
        former: set[str] = set()
        for person, use in uses_of(replace(check, plan=went_out)).items():
            chain = self._superseded(person)
            former |= chain
            is_shown = any(before[one].is_shown for one in {person, *chain} if one in before)
            found[person] = replace(use, is_shown=is_shown, earns=earns)
        # Whoever cannot be told any more, as the recording was removed, stays in the video.
        left = {one: use for one, use in before.items() if one not in found and one not in former}
        return found | left

    def _superseded(self, person: str) -> frozenset[str]:
        """Return the records that a person's record took the place of."""
        found: set[str] = set()
        before = person
        while len(found) < _LONGEST_CHAIN:
            try:
                before = self._consents.stored(before).record.supersedes
            except (NotFoundError, StateError):
                break
            if not before or before in found:
                break
            found.add(before)
        return frozenset(found)

    def _record_changed(self, record: ConsentRecord, *, is_erased: bool) -> None:
        """Drop texts that may speak of a person who is erased; identifiers and times stay."""
        if not is_erased:
            return
        self._unbound.clear()
        for document in self._vault.list_documents(published_kind(record.id)):
            stored = self.stored(document.id)
            is_told = record.id in stored.named or _speaks_of(record.party, stored.title)
            title = "" if is_told else stored.title
            override = _ERASED_TEXT if stored.override else ""
            if (title, override) != (stored.title, stored.override):
                self._put(replace(stored, title=title, override=override))


def _speaks_of(party: Party, text: str) -> bool:
    """Return whether a text has a word of a person's name in it, however it came there."""
    said = set(_WORD.findall(text.casefold()))
    return not said.isdisjoint(_WORD.findall(f"{party.pseudonym} {party.name or ''}".casefold()))
