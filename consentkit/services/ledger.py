"""The one place where something enters the log.

An entry is the issuer-signed JWT of a receipt; its disclosures stay with the caller. Each entry
makes a new signed checkpoint, and each enabled authority is to stamp the newest one: a token on a
later checkpoint covers every earlier entry. Entry, checkpoint and wishes are one transaction,
which the caller may widen with ``vault.transaction()``.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import (
    ResourceError,
    StateError,
    VaultDamagedError,
    VerificationError,
)
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.proof import identity
from consentkit.services.views import AuthorityView, LogStatus
from consentkit.tlog import merkle
from consentkit.tlog.checkpoint import Checkpoint, sign_checkpoint, verify_checkpoint
from consentkit.tlog.note import NoteSigner
from consentkit.tlog.tlog_proof import TlogProof
from consentkit.vault.heads import remember_head, remembered_head
from consentkit.vault.rows import CheckpointRow, TokenRow
from consentkit.vault.signing_keys import new_ed25519_seed, new_es256_pem
from consentkit.vault.vault import Vault
from consentkit.wire import jose, sd_jwt
from consentkit.wire.receipt import EntryClaims, EntryHead

_LOG_KEY = "log-ed25519"
_ISSUER_KEY = "issuer-es256"
BACKWARDS_TOLERANCE = timedelta(minutes=2)
"""Network time corrects clocks by seconds; more than this backwards is noticed and noted."""

PENDING = "pending"

NOT_THE_LAST_SEEN = frozenset({"log.rolled-back", "log.forked"})
"""Troubles that only a person can settle: an older or another copy was put in the vault's place."""

_log = logging.getLogger(__name__)


def new_id(prefix: str) -> str:
    """Return a fresh identifier."""
    return make_id(prefix, secrets.token_bytes(RANDOM_BYTES))


def _salts() -> Iterator[bytes]:
    while True:
        yield secrets.token_bytes(sd_jwt.SALT_BYTES)


class Ledger:
    """The log of one vault, with the keys that sign it.

    Args:
        vault: The open vault; keys are made in it at first use.
        clock: Tells when.
        authorities: Gives the authorities to ask, as they are configured now.
    """

    def __init__(
        self, vault: Vault, clock: Clock, authorities: Callable[[], tuple[AuthorityView, ...]]
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._authorities = authorities
        self.origin = f"consentkit.local/{vault.vault_id}"

    def prepare(self) -> None:
        """Make the signing keys of a new vault, in a transaction of their own.

        They must be durable before the first entry: an entry that is rolled back would otherwise
        take the keys along that later entries are signed with.
        """
        made = {_LOG_KEY: new_ed25519_seed, _ISSUER_KEY: new_es256_pem}
        missing = [name for name in made if self._vault.get_secret(name) is None]
        if missing:
            with self._vault.transaction():
                for name in missing:
                    self._vault.put_secret(name, made[name]())

    def _secret(self, name: str) -> bytes:
        found = self._vault.get_secret(name)
        if found is None:
            raise VaultDamagedError("log.key-missing")
        return found

    @cached_property
    def _signer(self) -> NoteSigner:
        return NoteSigner.from_seed(self.origin, self._secret(_LOG_KEY))

    @cached_property
    def _issuer(self) -> jose.SigningKey:
        return jose.parse_signing_key(self._secret(_ISSUER_KEY))

    @property
    def verifier_key(self) -> str:
        """The log's verifier key as C2SP signed-note text."""
        return self._signer.verifier.encode()

    @property
    def issuer_jwk(self) -> dict[str, str]:
        """The public key that signs receipts."""
        return dict(self._issuer.public_jwk)

    @property
    def issuer_thumbprint(self) -> str:
        """RFC 7638 thumbprint of the issuer's key."""
        return jose.thumbprint(self._issuer.public_jwk)

    def issuer_secret(self) -> bytes:
        """Return the issuer's private key as PEM, for the certificates that it issues."""
        return self._secret(_ISSUER_KEY)

    @property
    def size(self) -> int:
        """Number of entries."""
        return self._vault.log_size()

    def head(self, kind: str) -> EntryHead:
        """Return what an entry of ``kind`` made now says openly."""
        return EntryHead(kind, self.origin, self._clock.now(), self.verifier_key)

    def enter(self, entry: EntryClaims, record_id: str = "") -> tuple[int, str]:
        """Sign and append an entry, sign the new head, and wish for time tokens on it.

        Returns:
            The entry's index and its SD-JWT with every disclosure, in compact form.

        Raises:
            StateError: The log is not the one seen last, or the clock stands before its newest
                entry; writing on would hide that. The code says which (``LogStatus.trouble``).
        """
        if trouble := self.status().trouble:
            raise StateError(trouble)
        issued = sd_jwt.issue(entry.claims, entry.disclosable, _salts(), self._issuer)
        leaf = issued.issuer_jwt.encode("ascii")
        leaf_hash = merkle.leaf_hash(leaf)
        now = self._clock.now()
        with self._vault.transaction():
            size = self._vault.log_size()
            nodes = merkle.append(leaf_hash, size, self._vault.get_node)
            index = self._vault.append_entry(
                leaf, leaf_hash, nodes, str(entry.claims["kind"]), record_id or None, now
            )
            root = merkle.root(size + 1, self._vault.get_node)
            note = sign_checkpoint(Checkpoint(self.origin, size + 1, root), self._signer)
            self._vault.put_checkpoint(size + 1, note.encode().decode(), now)
            self._wish_for_tokens(size + 1, now)
        return index, issued.encode()

    def remember(self, *, is_accepted: bool = False) -> None:
        """Remember the head outside the vault; call when the transaction is through.

        The memory is only moved forward along the same log. What was written stays written when
        the memory cannot be: the next entry makes up for it.

        Args:
            is_accepted: A person decided that this log is the one to compare with from now on.
        """
        size = self._vault.log_size()
        if not size or (self.status().trouble in NOT_THE_LAST_SEEN and not is_accepted):
            return
        root = merkle.root(size, self._vault.get_node)
        try:
            remember_head(self._vault.vault_id, size, root)
        except ResourceError as exc:
            _log.warning("log head not remembered: %s", exc.code)

    def _wish_for_tokens(self, size: int, now: datetime) -> None:
        """Wish for tokens on the newest head; an authority that is down keeps its back-off."""
        before = {row.authority: row for row in self._vault.pending_tokens()}
        for row in before.values():
            self._vault.delete_token(row.id)
        for authority in self._authorities():
            if authority.is_enabled:
                self._vault.put_token(wish(size, authority.id, now, before.get(authority.id)))

    def proof(self, index: int, size: int) -> bytes:
        """Return the C2SP proof that entry ``index`` is in the checkpoint of ``size`` entries.

        Raises:
            VaultDamagedError: The vault holds no such checkpoint.
        """
        row = self._vault.checkpoint(size)
        if row is None:
            raise VaultDamagedError("log.checkpoint-missing")
        hashes = merkle.inclusion_proof(index, size, self._vault.get_node)
        return TlogProof(index, hashes, row.note.encode()).encode()

    def status(self) -> LogStatus:
        """Return whether the log is the one that was seen last.

        The head remembered outside the vault must be a prefix of the log: an older copy of the
        vault, or one whose entries were changed, is noticed here.
        """
        size = self._vault.log_size()
        newest = self._vault.newest_checkpoint()
        seen_size, seen_root = remembered_head(self._vault.vault_id) or (0, b"")
        trouble = self._trouble(size, newest, seen_size, seen_root)
        root = merkle.root(size, self._vault.get_node).hex() if size else ""
        seen_at = self._seen_at(seen_size) if not trouble else None
        return LogStatus(size, root, not trouble, seen_at, trouble)

    def _seen_at(self, seen_size: int) -> datetime | None:
        row = self._vault.checkpoint(seen_size)
        return row.created_at if row else None

    def _trouble(
        self, size: int, newest: CheckpointRow | None, seen_size: int, seen_root: bytes
    ) -> str:
        if size == 0 and newest is None:
            return "log.rolled-back" if seen_size else ""
        if newest is None or newest.size != size:
            return "log.checkpoint-missing"
        try:
            verified = verify_checkpoint(newest.note.encode(), self._signer.verifier)
        except VerificationError:
            return "log.checkpoint-forged"
        if verified.checkpoint.root != merkle.root(size, self._vault.get_node):
            return "log.entries-changed"
        if seen_size > size:
            return "log.rolled-back"
        if seen_size and merkle.root(seen_size, self._vault.get_node) != seen_root:
            return "log.forked"
        if newest.created_at > self._clock.now() + BACKWARDS_TOLERANCE:
            return "log.clock-set-back"
        return ""


def wish(size: int, authority_id: str, now: datetime, before: TokenRow | None = None) -> TokenRow:
    """Return the wish for a token on the checkpoint of ``size`` entries.

    Args:
        size: Size of the checkpoint.
        authority_id: Whom to ask.
        now: When it is wished for.
        before: The wish it takes the place of, whose back-off goes on.
    """
    fresh = TokenRow(new_id("tok"), size, authority_id, None, PENDING, 0, now, None, now, None)
    if before is None:
        return fresh
    return replace(
        fresh,
        attempts=before.attempts,
        next_try_at=before.next_try_at,
        last_error_code=before.last_error_code,
    )


def short_id(sd_jwt_text: str) -> str:
    """Return the id of a receipt that a person can read out, as printed on its certificate."""
    return identity.short_id(sd_jwt_text.split("~", 1)[0])
