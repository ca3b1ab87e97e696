"""Proofs: exported from a record, and verified on a machine that may hold no vault at all."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from consentkit.domain.consent import ConsentRecord
from consentkit.domain.evidence import Evidence, EvidenceKind
from consentkit.domain.report import VerificationReport
from consentkit.kernel.clock import Clock
from consentkit.kernel.durable import private_folder
from consentkit.kernel.errors import NotFoundError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media.excerpt import SUFFIXES
from consentkit.proof.build import (
    NumberToken,
    ProofExcerpt,
    ProofInput,
    ProofRecording,
    ProofToken,
    build_proof,
)
from consentkit.proof.verify import verify_proof
from consentkit.services.consents import ConsentService
from consentkit.services.evidence_sealing import WORK_PREFIX
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.recordings import INGEST
from consentkit.services.timestamps import DEMONSTRATION, TimeService, split_pem
from consentkit.services.views import DisclosableField, ProofExport, ProofOptions
from consentkit.timestamping.trust import pinned_roots
from consentkit.vault.rows import Document, TokenRow
from consentkit.vault.vault import Vault
from consentkit.wire import sd_jwt
from consentkit.wire.receipt import is_field, is_suggested, path_text, plain_entry
from consentkit.wire.v1.stored import decode_stored, encode_stored

_KIND = "export"
_LISTED = 10_000


@dataclass(frozen=True, slots=True)
class _Covered:
    """A checkpoint that holds an entry, with the tokens over it."""

    size: int
    tokens: tuple[TokenRow, ...]


class ProofService:
    """Exports from one vault.

    Args:
        vault: The open vault.
        clock: Dates exports.
        ledger: Gives log proofs and takes the entry of each export.
        time: Gives tokens.
        consents: Gives records and their facts.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        time: TimeService,
        consents: ConsentService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._time = time
        self._consents = consents

    def _receipt(self, consent_id: str) -> tuple[ConsentRecord, int, sd_jwt.SdJwt]:
        stored = self._consents.stored(consent_id)
        newest = stored.receipts[-1]
        parsed = sd_jwt.parse_sd_jwt(newest.sd_jwt, self._ledger.issuer_jwk)
        return stored.record, newest.index, parsed

    def fields(self, consent_id: str) -> tuple[DisclosableField, ...]:
        """Return the fields of the record's newest receipt that can be shown or kept.

        Raises:
            NotFoundError: There is no such record.
            StateError: It was erased.
        """
        _, _, receipt = self._receipt(consent_id)
        return tuple(
            DisclosableField(
                path_text(item.path),
                _as_text(item.value),
                is_suggested(item.path),
                _is_required(item.path),
            )
            for item in receipt.disclosures
            if is_field(item.path)
        )

    def export(
        self,
        consent_id: str,
        out: Path,
        options: ProofOptions,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ProofExport:
        """Write a proof of the record as it stands, and enter the export into the log.

        Every line about a purpose is shown, ticked or not. A file whose export cannot be entered
        does not stay.

        Raises:
            VaultError: The vault is open for reading only; nothing was written.
            NotFoundError: There is no such record, or a field that is not in its receipt.
            StateError: It was erased, or the log refuses the entry; nothing stays written.
            ResourceError: The disk is full; nothing was written.
            Cancelled: A stop was asked for; nothing was written.
        """
        with self._vault.transaction():
            # Who may not enter the export may not make it either.
            pass
        record, index, receipt = self._receipt(consent_id)
        paths = {path_text(item.path): item.path for item in receipt.disclosures}
        if unknown := options.disclose - set(paths):
            raise NotFoundError("proof.field", count=len(unknown))
        required = {name for name, path in paths.items() if _is_required(path)}
        disclosed = tuple(sorted(options.disclose | required))
        with self._excerpt(record, options) as excerpt:
            content = self._content(record, index, receipt, disclosed, options, excerpt)
            progress(ProgressUpdate("proof.write"))
            built = build_proof(
                content, out, recipients=options.recipients, progress=progress, cancel=cancel
            )
        try:
            made = self._remember(record, out, built.sha256, disclosed, options)
        except BaseException:
            with contextlib.suppress(OSError):
                out.unlink(missing_ok=True)
            raise
        self._ledger.remember()
        return made

    def trial(self, consent_id: str, cancel: CancelToken | None = None) -> VerificationReport:
        """Build a proof of the record without its excerpt, verify it, and keep nothing of it.

        Raises:
            NotFoundError: There is no such record.
            StateError: It was erased.
            VerificationError: The parts of a proof do not fit together.
            VaultDamagedError: A part of the log is missing.
            ResourceError: The disk is full or the typesetter failed.
            Cancelled: A stop was asked for.
        """
        record, index, receipt = self._receipt(consent_id)
        disclosed = tuple(path_text(item.path) for item in receipt.disclosures)
        options = ProofOptions(disclose=frozenset(disclosed), has_excerpt=False)
        content = self._content(record, index, receipt, disclosed, options, None)
        with private_folder(self._vault.folder, WORK_PREFIX) as folder:
            path = folder / "trial.consentproof"
            build_proof(content, path, cancel=cancel)
            return verify_proof(
                path, trusted_roots=content.time_roots, now=self._clock.now(), cancel=cancel
            )

    def _content(
        self,
        record: ConsentRecord,
        index: int,
        receipt: sd_jwt.SdJwt,
        disclosed: tuple[str, ...],
        options: ProofOptions,
        excerpt: ProofExcerpt | None,
    ) -> ProofInput:
        paths = {path_text(item.path): item.path for item in receipt.disclosures}
        shown = sd_jwt.present(receipt, [paths[name] for name in disclosed])
        covered = self._covered(index)
        number = self._number_token(record, options)
        detail = self._consents.detail(record.id)
        return ProofInput(
            receipt=shown,
            log_proof=self._ledger.proof(index, covered.size),
            checkpoint=self._checkpoint(covered.size),
            log_key=self._ledger.verifier_key,
            issuer_jwk=dict(self._ledger.issuer_jwk),
            tokens=tuple(self._token(row) for row in covered.tokens),
            time_roots=self._roots((*covered.tokens, *([number] if number else []))),
            grade=detail.grade,
            facts=detail.facts,
            languages=options.languages,
            excerpt=excerpt,
            number=self._number(number) if number else None,
            recording=self._recording(record, shown, covered.size),
        )

    def _covered(self, index: int) -> _Covered:
        """Return the earliest checkpoint with most authorities' tokens, else the newest one."""
        size = self._vault.best_stamped_size(index + 1)
        if size is None:
            return _Covered(self._ledger.size, ())
        rows = self._vault.tokens_for(size)
        return _Covered(size, tuple(row for row in rows if row.der is not None))

    def _checkpoint(self, size: int) -> bytes:
        row = self._vault.checkpoint(size)
        if row is None:
            raise NotFoundError("log.checkpoint-missing")
        return row.note.encode()

    def _token(self, row: TokenRow) -> ProofToken:
        if row.der is None:
            raise NotFoundError("time.no-token")
        view = self._time.authority(row.authority)
        return ProofToken(row.der, view.name, is_demonstration=row.state == DEMONSTRATION)

    def _roots(self, tokens: tuple[TokenRow, ...]) -> tuple[str, ...]:
        roots: list[str] = []
        for row in tokens:
            own = split_pem(self._time.authority(row.authority).roots_pem)
            roots.extend(own or pinned_roots())
        return tuple(dict.fromkeys(roots))

    def _number_token(self, record: ConsentRecord, options: ProofOptions) -> TokenRow | None:
        """Return the token the consent number comes from, where the number is disclosed."""
        number = record.number
        if (
            number is None
            or not number.is_bound_to_time
            or "consent_number" not in options.disclose
        ):
            return None
        return self._time.token(number.token_sha256)

    def _number(self, row: TokenRow) -> NumberToken:
        return NumberToken(self._token(row), self._checkpoint(row.checkpoint_size))

    def _recording(self, record: ConsentRecord, shown: str, size: int) -> ProofRecording | None:
        """Return the log entry of the excerpt's recording, where the receipt shows that recording.

        Vaults that are older than these entries' keeping have none.
        """
        item = _excerpt_of(record)
        if item is None or item.spoken is None:
            return None
        recording_id = item.spoken.recording_id
        entry = self._vault.find_document(INGEST, recording_id)
        if entry is None or not self._is_disclosed(recording_id, shown):
            return None
        index = self._vault.entry_index_for(recording_id)[0]
        return ProofRecording(entry.body, self._ledger.proof(index, size))

    def _is_disclosed(self, recording_id: str, shown: str) -> bool:
        digest = self._vault.get_recording(recording_id).sha256
        receipt = sd_jwt.parse_sd_jwt(shown, self._ledger.issuer_jwk)
        return any(
            item.path[0] == "recordings"
            and isinstance(item.value, dict)
            and item.value.get("sha256") == digest
            for item in receipt.disclosures
        )

    @contextlib.contextmanager
    def _excerpt(
        self, record: ConsentRecord, options: ProofOptions
    ) -> Iterator[ProofExcerpt | None]:
        """Yield the excerpt in a private folder of the vault, which is gone afterwards."""
        item = _excerpt_of(record)
        if item is None or not options.has_excerpt:
            yield None
            return
        with private_folder(self._vault.folder, WORK_PREFIX) as folder:
            path = folder / "excerpt"
            self._vault.export_blob(item.id, path)
            yield ProofExcerpt(
                path, SUFFIXES[item.container].removeprefix("."), item.sha256, item.packet_proof
            )

    def _remember(
        self,
        record: ConsentRecord,
        out: Path,
        digest: str,
        disclosed: tuple[str, ...],
        options: ProofOptions,
    ) -> ProofExport:
        made = ProofExport(
            id=new_id("prf"),
            consent_id=record.id,
            pseudonym=record.party.pseudonym,
            created_at=self._clock.now(),
            path=out,
            sha256=digest,
            disclosed=disclosed,
            is_encrypted=bool(options.recipients),
            made_for=options.made_for,
        )
        entry = plain_entry(
            self._ledger.head("export"),
            "export",
            {"sha256": digest, "record_id": record.id, "disclosed": list(made.disclosed)},
        )
        with self._vault.transaction():
            self._ledger.enter(entry, record.id)
            self._vault.put_document(
                Document(_KIND, made.id, made.created_at, encode_stored(made).decode())
            )
        return made

    def exports(self) -> tuple[ProofExport, ...]:
        """Return the proofs that were exported, newest first."""
        documents = self._vault.list_documents(_KIND, newest_first=True, limit=_LISTED)
        return tuple(decode_stored(document.body, ProofExport) for document in documents)


def _is_required(path: sd_jwt.Path) -> bool:
    return path[0] == "pii_processing" and len(path) > 1


def _excerpt_of(record: ConsentRecord) -> Evidence | None:
    found = [item for item in record.evidence if item.kind is EvidenceKind.EXCERPT]
    return found[-1] if found else None


def _as_text(value: object) -> str:
    """Return a claim's value as one line."""
    if value is None:
        return "\u2014"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_as_text(item)}" for name, item in value.items() if item)
    if isinstance(value, list | tuple):
        return ", ".join(_as_text(item) for item in value) or "\u2014"
    return str(value) or "\u2014"
