"""Where cases are kept, and what surrounds them in the vault."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from consentkit.kernel.errors import NotFoundError
from consentkit.services.complaints import StoredComplaint
from consentkit.services.proofs import ProofService
from consentkit.services.reach_tasks import Around, Person
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import CARD, StoredCard
from consentkit.services.stored_publication import (
    PUBLICATION,
    StoredPublication,
    UseIndex,
    checked_kind,
    published_kind,
)
from consentkit.services.stored_reach import CLOSED, OPEN, StoredCase
from consentkit.services.views import ProofExport
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

_EXPORT = "export"


class ReachCases:
    """The cases of one vault, and what is looked up for them, many at once.

    Args:
        vault: The open vault.
        recordings: The library.
        proofs: Knows the proofs that were exported.
    """

    def __init__(self, vault: Vault, recordings: RecordingService, proofs: ProofService) -> None:
        self._vault = vault
        self._recordings = recordings
        self._proofs = proofs
        self._index = UseIndex(vault)
        self._exports: Mapping[str, tuple[ProofExport, ...]] = {}
        self._exports_mark: tuple[int, int] | None = None

    def find(self, consent_id: str) -> StoredCase | None:
        """Return the case of a record, or None."""
        for kind in (OPEN, CLOSED):
            document = self._vault.find_document(kind, consent_id)
            if document is not None:
                return decode_stored(document.body, StoredCase)
        return None

    def open_ones(self) -> dict[str, StoredCase]:
        """Return the cases with something to be done, by record."""
        documents = self._vault.list_documents(OPEN)
        return {one.id: decode_stored(one.body, StoredCase) for one in documents}

    def closed_of(self, consent_ids: Iterable[str]) -> dict[str, StoredCase]:
        """Return the cases without anything to be done of these records."""
        found = self._vault.find_documents(CLOSED, consent_ids)
        return {key: decode_stored(one.body, StoredCase) for key, one in found.items()}

    def put(self, case: StoredCase, at: datetime, *, is_open: bool) -> None:
        """Keep a case in place of the former one; within a transaction."""
        kind, other = (OPEN, CLOSED) if is_open else (CLOSED, OPEN)
        body = encode_stored(case).decode()
        self._vault.put_document(Document(kind, case.consent_id, at, body))
        self._vault.delete_document(other, case.consent_id)

    def is_in_videos(self, consent_id: str) -> bool:
        """Return whether a person is in a checked or published video."""
        kinds = (checked_kind(consent_id), published_kind(consent_id))
        return any(self._vault.list_documents(kind, limit=1) for kind in kinds)

    # ── what surrounds them ──

    def people(
        self,
        cases: Mapping[str, StoredCase],
        complaints: Iterable[StoredComplaint],
        consent_ids: Iterable[str],
    ) -> tuple[Person, ...]:
        """Return the persons with their cases, their uses and the complaints about them."""
        wanted = tuple(dict.fromkeys(consent_ids))
        published, checked = self._index.published(wanted), self._index.unpublished(wanted)
        about: dict[str, list[StoredComplaint]] = {}
        for made in complaints:
            for consent_id in made.consent_ids:
                about.setdefault(consent_id, []).append(made)
        return tuple(
            Person(
                one,
                cases.get(one),
                checked.get(one, {}),
                published.get(one, {}),
                tuple(about.get(one, ())),
            )
            for one in wanted
        )

    def around(
        self, people: Iterable[Person], complaints: Iterable[StoredComplaint], now: datetime
    ) -> Around:
        """Return what the tasks of these persons refer to."""
        persons = tuple(people)
        videos = {key for person in persons for key in person.published}
        videos |= {made.publication_id for made in complaints}
        checks = {key for person in persons for key in person.checked}
        cards = self._vault.find_documents(CARD, checks)
        rows = self._vault.get_rows([person.consent_id for person in persons])
        return Around(
            now,
            {
                key: decode_stored(one.body, StoredPublication)
                for key, one in self._vault.find_documents(PUBLICATION, videos).items()
            },
            {key: decode_stored(one.body, StoredCard).path.name for key, one in cards.items()},
            self._titles(persons),
            self._exported(),
            {key: row.pseudonym for key, row in rows.items()},
        )

    def _titles(self, persons: Iterable[Person]) -> dict[str, str]:
        wanted = {
            one.recording_id
            for person in persons
            if person.case is not None
            for one in person.case.stretches
        }
        found: dict[str, str] = {}
        for recording_id in wanted:
            try:
                found[recording_id] = self._recordings.get(recording_id).title
            except NotFoundError:
                continue  # It was removed from the library, and is nothing to be done about here.
        return found

    def _exported(self) -> Mapping[str, tuple[ProofExport, ...]]:
        """Return the exports by record; read again only when there are others than before."""
        mark = self._vault.kinds_marked(_EXPORT).get(_EXPORT)
        if mark != self._exports_mark:
            found: dict[str, list[ProofExport]] = {}
            for export in self._proofs.exports() if mark else ():
                found.setdefault(export.consent_id, []).append(export)
            self._exports = {key: tuple(items) for key, items in found.items()}
            self._exports_mark = mark
        return self._exports
