"""Credentials of a checked video: a sidecar with its release code, and a signed copy of it.

A signed copy has another digest than the video that was checked. It is accepted as that video
because its packets are the same, every one, at the same times; both digests enter the log.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from consentkit import __version__
from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.release_status import Release, release_of
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex, sha256_hex
from consentkit.kernel.durable import (
    durable_replace,
    private_folder,
    resource_error,
    sync_folder,
)
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    ResourceError,
    StateError,
    VerificationError,
)
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media import worker
from consentkit.publish.content_credentials import (
    Signing,
    make_root,
    media_type_of,
    read_credentials,
    require_extra,
    sign_video,
)
from consentkit.services.check_views import EditCheck, Outdated
from consentkit.services.checks import CheckService
from consentkit.services.credential_views import (
    Credential,
    CredentialKind,
    CredentialLook,
    CredentialState,
)
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import CARD, StoredCard
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.content_credentials import (
    COVERAGE_LABEL,
    CredentialContent,
    coverage_assertion,
    manifest_definition,
    overridden_rules,
    parent_ingredient,
    redactions_of,
    sources_of,
)
from consentkit.wire.gate_case import GateCase, decision_digest
from consentkit.wire.receipt import plain_entry
from consentkit.wire.v1.stored import decode_stored, encode_stored
from consentkit.wire.xmp_sidecar import XmpContent, encode_xmp

_KIND = "credential:"
"""Beginning of the kinds of documents, one kind for each check."""

_ROOT = "credential-root"
_WORK_PREFIX = ".part-credentials-"
_SIDECAR = ".xmp"
_SIGNED_MARK = ".c2pa"
_READABLE = 0o644


@dataclass(frozen=True, slots=True)
class StoredRoot:
    """The certificate of the vault's issuer, as PEM."""

    pem: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """A check that still holds, with the decision it was given and what follows for releases."""

    check: EditCheck
    case: GateCase
    proof_id: str
    release: Release


class CredentialService:
    """The credentials of one vault's checks.

    Args:
        vault: The open vault.
        clock: Tells when something was written.
        ledger: Takes an entry for each; its issuer signs.
        recordings: Knows the digests of recordings.
        checks: The checks.
        gate: The decisions on their plans.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        recordings: RecordingService,
        checks: CheckService,
        gate: GateService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._recordings = recordings
        self._checks = checks
        self._gate = gate

    # ── writing ──

    def xmp(
        self,
        check_id: str,
        out: Path | None = None,
        *,
        video: Path | None = None,
        is_replacing: bool = False,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> Credential:
        """Write a sidecar with the video's release code.

        Args:
            check_id: The check; its video was decided on by a plan.
            out: Where it goes; None for beside the video, under its name with ``.xmp``.
            video: The video it lies beside; None for the one that was checked. A signed copy of it
                is taken, too.
            is_replacing: A file that is there already is replaced.
            progress: Told bytes of the video.
            cancel: Asked while the video is read.

        Raises:
            NotFoundError: There is no such check, or its decision is not kept any more.
            StateError: ``credentials.no-decision``, ``credentials.outdated``; or the log takes no
                entry; nothing was written.
            InputError: ``edit.missing``; ``credentials.exists``; ``credentials.own-place``: it
                would take the place of the video.
            VerificationError: ``credentials.other-file``: it is not the video that was checked.
            VaultError: The vault is only read.
            ResourceError: The disk is full or not writable; nothing was written.
            Cancelled: A stop was asked for; nothing was written.
        """
        self._require_writer()
        ground = self._ground(check_id)
        video = (video or ground.check.path).resolve()
        out = (out or video.with_suffix(_SIDECAR)).resolve()
        self._require_place(out, (video, ground.check.path), is_replacing=is_replacing)
        digest = self._digest(video, self.accepted_digests(check_id), progress, cancel)
        now = self._clock.now()
        packet = encode_xmp(
            XmpContent(
                digest,
                ground.check.sha256,
                check_id,
                ground.proof_id,
                ground.case.decision.is_passed,
                ground.release,
                ground.case.decision.at,
                now,
            )
        )
        with private_folder(out.parent, _WORK_PREFIX) as folder:
            made = folder / out.name
            durable_replace(made, packet, mode=_READABLE)
            credential = self._credential(
                ground, CredentialKind.XMP, out, sha256_hex(packet), digest
            )
            return self._put_in_place(made, credential, is_replacing=is_replacing)

    def sign(
        self,
        check_id: str,
        out: Path | None = None,
        *,
        is_replacing: bool = False,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> Credential:
        """Write a copy of the checked video with signed content credentials (C2PA) in it.

        The copy was read back, and its packets compared with the video's, before it gets its name.

        Args:
            check_id: The check; its video was decided on by a plan.
            out: Where it goes; None for beside the video, with ``.c2pa`` before its ending.
            is_replacing: A file that is there already is replaced.
            progress: Told step by step.
            cancel: Asked several times a second.

        Raises:
            NotFoundError: There is no such check, or its decision is not kept any more.
            StateError: As ``xmp``.
            InputError: As ``xmp``; ``credentials.container``: the video is neither MP4 nor
                QuickTime.
            VerificationError: ``credentials.other-file``; ``credentials.other-packets``: the copy
                is not the same video; ``credentials.not-valid``.
            VaultError: The vault is only read.
            ResourceError: ``credentials.extra-missing``, ``credentials.signing``,
                ``credentials.temporary-space``, the disk.
            Cancelled: A stop was asked for; nothing was written.
        """
        self._require_writer()
        require_extra()
        ground = self._ground(check_id)
        video = ground.check.path
        out = (out or video.with_suffix(f"{_SIGNED_MARK}{video.suffix}")).resolve()
        self._require_place(out, (video,), is_replacing=is_replacing)
        accepted = frozenset({ground.check.sha256})
        self._digest(video, accepted, progress, cancel)
        media_type_of(video)
        content = self._content(ground)
        root = self._root()
        signing = Signing(
            manifest_definition(content),
            parent_ingredient(content.sha256),
            self._ledger.issuer_secret(),
            root,
            self._clock.now(),
        )
        with private_folder(out.parent, _WORK_PREFIX) as folder:
            made = folder / out.name
            sign_video(video, made, signing, progress, cancel)
            read = read_credentials(made, root)
            if not read.is_trusted or read.assertions[COVERAGE_LABEL] != coverage_assertion(
                content
            ):
                raise VerificationError("credentials.not-valid", reason="coverage")
            self._compare(video, made, progress, cancel)
            # It was read under its name several times, and must have been the same throughout.
            self._digest(video, accepted, progress, cancel)
            digest = file_sha256_hex(made, cancel=cancel)
            credential = self._credential(ground, CredentialKind.C2PA, out, digest, digest)
            return self._put_in_place(made, credential, is_replacing=is_replacing)

    @staticmethod
    def _compare(video: Path, made: Path, progress: Progress, cancel: CancelToken | None) -> None:
        def tell(update: ProgressUpdate) -> None:
            progress(ProgressUpdate("credentials.compare", update.done, update.total))

        before, after = (worker.packet_trees(path, tell, cancel) for path in (video, made))
        if before != after:
            raise VerificationError("credentials.other-packets")

    def _ground(self, check_id: str) -> _Ground:
        check = self._checks.get(check_id)
        if check.gate is None or not check.gate_id:
            raise StateError("credentials.no-decision")
        if Outdated.CONSENTS in check.outdated:
            raise StateError("credentials.outdated")
        case = self._gate.case(check.gate_id)
        release = release_of(case.facts, case.decision)
        return _Ground(check, case, self._gate.short_id(check.gate_id), release)

    def _content(self, ground: _Ground) -> CredentialContent:
        facts, decision = ground.case.facts, ground.case.decision
        return CredentialContent(
            version=__version__,
            sha256=ground.check.sha256,
            duration=ground.check.duration,
            spans=facts.spans,
            is_passed=decision.is_passed,
            at=decision.at,
            packs=decision.packs,
            overridden=overridden_rules(decision),
            decision_sha256=decision_digest(decision),
            proof_id=ground.proof_id,
            issuer=self._ledger.issuer_thumbprint,
            release=ground.release,
            redactions=redactions_of(facts.plan),
            sources=sources_of(facts, self._digests_of(facts.spans)),
        )

    def _digests_of(self, spans: tuple[JudgedSpan, ...]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for recording_id in {item.span.match.recording_id for item in spans if item.span.match}:
            # One that was removed cannot be named any more.
            with contextlib.suppress(NotFoundError):
                found[recording_id] = self._recordings.get(recording_id).sha256
        return found

    def _credential(
        self, ground: _Ground, kind: CredentialKind, out: Path, sha256: str, video_sha256: str
    ) -> Credential:
        return Credential(
            id=new_id("crd"),
            check_id=ground.check.id,
            kind=kind,
            path=out,
            sha256=sha256,
            video_sha256=video_sha256,
            checked_sha256=ground.check.sha256,
            release=ground.release.status.value,
            is_passed=ground.case.decision.is_passed,
            proof_id=ground.proof_id,
            made_at=self._clock.now(),
        )

    # ── before and after writing ──

    def _require_writer(self) -> None:
        with self._vault.transaction():
            # Who may not enter it may not write it either.
            pass

    @staticmethod
    def _require_place(out: Path, videos: tuple[Path, ...], *, is_replacing: bool) -> None:
        if out.exists() and any(video.exists() and out.samefile(video) for video in videos):
            raise InputError("credentials.own-place")
        _require_free(out, is_replacing=is_replacing)

    @staticmethod
    def _digest(
        video: Path, accepted: frozenset[str], progress: Progress, cancel: CancelToken | None
    ) -> str:
        if not video.is_file():
            raise InputError("edit.missing")
        digest = file_sha256_hex(video, progress, cancel)
        if digest not in accepted:
            raise VerificationError("credentials.other-file")
        return digest

    def _put_in_place(
        self, made: Path, credential: Credential, *, is_replacing: bool
    ) -> Credential:
        """Enter what was written into the log and give it its name; both happen, or neither."""
        out = credential.path
        entry = plain_entry(
            self._ledger.head("credentials"),
            "credentials",
            {
                "kind": credential.kind.value,
                "edit_sha256": credential.checked_sha256,
                "video_sha256": credential.video_sha256,
                "sha256": credential.sha256,
                "release": credential.release,
                "decision": "pass" if credential.is_passed else "blocked",
                "proof": credential.proof_id,
            },
        )
        body = encode_stored(credential).decode()
        kind = f"{_KIND}{credential.check_id}"
        is_placed = False
        try:
            with self._vault.transaction():
                self._ledger.enter(entry)
                self._vault.put_document(Document(kind, credential.id, credential.made_at, body))
                _require_free(out, is_replacing=is_replacing)
                made.replace(out)
                is_placed = True
                sync_folder(out.parent)
        except BaseException as exc:
            if is_placed:
                with contextlib.suppress(OSError):
                    out.unlink(missing_ok=True)
            if isinstance(exc, OSError):
                raise resource_error(exc) from exc
            raise
        self._ledger.remember()
        return credential

    # ── the issuer's certificate ──

    def _kept_root(self) -> str:
        document = self._vault.find_document(_ROOT, "issuer")
        return decode_stored(document.body, StoredRoot).pem if document is not None else ""

    def _root(self) -> str:
        kept = self._kept_root()
        if kept:
            return kept
        now = self._clock.now()
        made = make_root(self._ledger.issuer_secret(), self._ledger.origin, now)
        body = encode_stored(StoredRoot(made)).decode()
        self._vault.put_document(Document(_ROOT, "issuer", now, body))
        return made

    def anchor(self) -> str:
        """Return the certificate by which others can trust what is signed here, as PEM.

        Raises:
            VaultError: There is none yet, and the vault is only read.
        """
        return self._root()

    # ── looking ──

    @staticmethod
    def can_sign() -> bool:
        """Return whether the extra for signed copies is installed."""
        try:
            require_extra()
        except ResourceError:
            return False
        return True

    def of_check(self, check_id: str) -> tuple[Credential, ...]:
        """Return what was written for a check, the newest first."""
        return tuple(
            decode_stored(document.body, Credential)
            for document in self._vault.list_documents(f"{_KIND}{check_id}")
        )

    def accepted_digests(self, check_id: str) -> frozenset[str]:
        """Return the digests of files that are the checked video: its own, and of signed copies.

        Raises:
            NotFoundError: There is no such check.
        """
        card = self._vault.find_document(CARD, check_id)
        if card is None:
            raise NotFoundError("check.not-found")
        checked = decode_stored(card.body, StoredCard).sha256
        signed = (
            item.sha256
            for item in self.of_check(check_id)
            if item.kind is CredentialKind.C2PA and item.checked_sha256 == checked
        )
        return frozenset({checked, *signed})

    def looks(
        self, check_id: str, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> tuple[CredentialLook, ...]:
        """Return what was written for a check, the newest first, with how its files are now.

        What was replaced comes last.

        Only a file that is byte for byte the one written here is given to the native reader.

        Raises:
            ResourceError: Reading broke off.
            Cancelled: A stop was asked for.
        """
        found: dict[Path, CredentialLook] = {}
        former: list[CredentialLook] = []
        for item in self.of_check(check_id):
            if item.path in found:
                former.append(CredentialLook(item, CredentialState.REPLACED))
            else:
                found[item.path] = CredentialLook(item, self._state(item, progress, cancel))
        return (*found.values(), *former)

    def _state(
        self, item: Credential, progress: Progress, cancel: CancelToken | None
    ) -> CredentialState:
        if not item.path.is_file():
            return CredentialState.MISSING
        if file_sha256_hex(item.path, progress, cancel) != item.sha256:
            return CredentialState.CHANGED
        if item.kind is CredentialKind.C2PA:
            try:
                read_credentials(item.path, self._kept_root())
            except VerificationError:
                return CredentialState.NOT_VALID
            except ResourceError as exc:
                if exc.code != "credentials.extra-missing":
                    raise
                return CredentialState.NOT_CHECKED
        return CredentialState.HOLDS

    # ── tidying ──

    def tidy(self) -> None:
        """Drop what is kept for checks that are gone; does nothing in a vault that is only read."""
        if self._vault.is_read_only:
            return
        for kind in self._vault.kinds_marked(_KIND):
            if self._vault.find_document(CARD, kind.removeprefix(_KIND)) is None:
                for document in self._vault.list_documents(kind):
                    self._vault.delete_document(kind, document.id)


def _require_free(out: Path, *, is_replacing: bool) -> None:
    if out.exists() and not (is_replacing and out.is_file()):
        raise InputError("credentials.exists")
