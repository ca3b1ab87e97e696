"""Asking time authorities for tokens, now or later, and never letting anybody wait for it."""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from consentkit.domain.consent import ConsentNumber
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    RemoteRefusedError,
    ResourceError,
    VerificationError,
)
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.services.ledger import wish
from consentkit.services.views import AuthorityTest, AuthorityView, PendingStamps
from consentkit.timestamping.authority import TimeAuthority, TimeReply, request_token
from consentkit.timestamping.consent_number import derive_digits
from consentkit.timestamping.rfc3161 import token_der
from consentkit.timestamping.trust import pinned_roots
from consentkit.vault.rows import Document, TokenRow
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

STAMPED, DEMONSTRATION = "stamped", "demonstration"
"""States of a token that is here: one that can prove something, and one that only shows how."""

NONCE_BITS = 64
_AUTHORITY = "authority"
_TOKEN = "token"  # noqa: S105 -- a kind of document: the token's row by its digest
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=6)
"""Doubling from a minute to six hours: an authority that is down for a day is asked 12 times."""

REQUEST_TIMEOUT_S = 20.0


_PEM_END = "-----END CERTIFICATE-----"


def split_pem(text: str) -> tuple[str, ...]:
    """Return the certificates of a PEM text one by one."""
    parts = text.split(_PEM_END)[:-1]
    return tuple(f"{part.strip()}\n{_PEM_END}\n" for part in parts)


def as_authority(view: AuthorityView) -> TimeAuthority:
    """Return the configured authority in the form the client takes.

    One without roots of its own is held against the roots that come with the product.

    Raises:
        MalformedError: Its address is none of the web.
    """
    return TimeAuthority(
        id=view.id,
        name=view.name,
        url=view.url,
        root_pems=split_pem(view.roots_pem) if view.roots_pem else pinned_roots(),
        is_demonstration=view.is_demonstration,
    )


class TimeService:
    """Time tokens over the checkpoints of one vault.

    Args:
        vault: The open vault.
        clock: Tells when a retry is due.
        authorities: Gives the authorities as configured now.
    """

    def __init__(
        self, vault: Vault, clock: Clock, authorities: Callable[[], tuple[AuthorityView, ...]]
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._authorities = authorities

    def pending(self) -> PendingStamps:
        """Return what is still to be stamped."""
        waiting = self._vault.pending_tokens()
        newest = self._vault.newest_token()
        covered = newest.checkpoint_size if newest else 0
        tries = [row.next_try_at for row in waiting if row.next_try_at]
        errors = [row.last_error_code for row in waiting if row.last_error_code]
        return PendingStamps(
            entries=max(0, self._vault.log_size() - covered),
            requests=len(waiting),
            next_try_at=min(tries) if tries else None,
            last_error=errors[-1] if errors else "",
        )

    def stamp_due(
        self,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
        *,
        now_all: bool = False,
    ) -> PendingStamps:
        """Ask the authorities for what is due and return what is still to come.

        Args:
            progress: Told of each request.
            cancel: Looked at between requests.
            now_all: Ask for all that waits, whether its retry is due or not.
        """
        if self._vault.is_read_only:
            return self.pending()
        now = self._clock.now()
        known = {view.id: view for view in self._authorities() if view.is_enabled}
        self._renew_wishes(frozenset(known), now)
        due = [
            row
            for row in self._vault.pending_tokens()
            if row.authority in known
            and (now_all or row.next_try_at is None or row.next_try_at <= now)
        ]
        for place, row in enumerate(due):
            progress(ProgressUpdate("stamp", place, len(due)))
            if cancel is not None:
                cancel.check()
            self._try(row, known[row.authority])
        return self.pending()

    def _renew_wishes(self, known: frozenset[str], now: datetime) -> None:
        """Wish for the newest checkpoint what authorities that are asked now have not given.

        Authorities that were taken out of the settings are no longer waited for.
        """
        waiting = self._vault.pending_tokens()
        size = self._vault.log_size()
        gone = [row for row in waiting if row.authority not in known]
        has = {row.authority for row in (*waiting, *self._vault.tokens_for(size))}
        missing = known - has if size else frozenset()
        if not gone and not missing:
            return
        with self._vault.transaction():
            for row in gone:
                self._vault.delete_token(row.id)
            for authority_id in sorted(missing):
                self._vault.put_token(wish(size, authority_id, now))

    def _try(self, row: TokenRow, view: AuthorityView) -> None:
        checkpoint = self._vault.checkpoint(row.checkpoint_size)
        if checkpoint is None:
            self._vault.delete_token(row.id)
            return
        try:
            reply = _ask(view, checkpoint.note.encode())
        except (ResourceError, RemoteRefusedError, VerificationError, InputError) as exc:
            self._postpone(row, exc.code)
            return
        stamped = replace(
            row,
            der=reply.der,
            state=DEMONSTRATION if view.is_demonstration else STAMPED,
            attempts=row.attempts + 1,
            next_try_at=None,
            last_error_code=None,
            gen_time=reply.token.gen_time,
        )
        with self._vault.transaction():
            # A newer entry may have replaced the wish meanwhile; the token counts all the same.
            self._vault.delete_token(row.id)
            self._vault.put_token(stamped)
            self._vault.mark_stamped(row.checkpoint_size)
            digest = sha256_hex(token_der(reply.der))
            self._vault.put_document(Document(_TOKEN, digest, row.created_at, row.id))
            self._vault.put_document(
                Document(_AUTHORITY, view.id, row.created_at, encode_stored(view).decode())
            )

    def _postpone(self, row: TokenRow, code: str) -> None:
        wait = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(row.attempts, 16))
        later = replace(
            row,
            attempts=row.attempts + 1,
            next_try_at=self._clock.now() + wait,
            last_error_code=code,
        )
        with contextlib.suppress(NotFoundError):  # A newer entry replaced the wish meanwhile.
            self._vault.update_token(later)

    def test(self, authority: AuthorityView) -> AuthorityTest:
        """Ask an authority once, over random bytes, and return what came of it."""
        try:
            reply = _ask(authority, secrets.token_bytes(32))
        except (ResourceError, RemoteRefusedError, VerificationError, InputError) as exc:
            return AuthorityTest(authority.id, exc.code)
        return AuthorityTest(authority.id, "", reply.token.gen_time)

    def consent_number(self, used: frozenset[str] = frozenset()) -> ConsentNumber:
        """Return the number of the newest time token, or a random one.

        Args:
            used: Digests of tokens whose number another partner was asked to repeat; a number is
                not given out twice.
        """
        newest = self._vault.newest_token()
        if newest is not None and newest.der is not None:
            token = token_der(newest.der)
            if sha256_hex(token) not in used:
                return ConsentNumber(derive_digits(token), sha256_hex(token))
        return ConsentNumber(f"{secrets.randbelow(10**6):06d}")

    def tokens_covering(self, index: int) -> tuple[TokenRow, ...]:
        """Return the earliest token of each authority whose checkpoint holds entry ``index``."""
        authorities = [document.id for document in self._vault.list_documents(_AUTHORITY)]
        rows = [self._vault.earliest_token(authority, index + 1) for authority in authorities]
        found = [row for row in rows if row is not None]
        return tuple(sorted(found, key=lambda row: (row.checkpoint_size, row.authority)))

    def knows_token(self, token_sha256: str) -> bool:
        """Return whether a verified token with this digest is here, and not a demonstration's."""
        row = self.token(token_sha256)
        return row is not None and row.state == STAMPED

    def token(self, token_sha256: str) -> TokenRow | None:
        """Return the verified token with this digest, or None."""
        document = self._vault.find_document(_TOKEN, token_sha256)
        row = self._vault.get_token(document.body) if document else None
        is_same = row is not None and row.der and sha256_hex(token_der(row.der)) == token_sha256
        return row if is_same else None

    def authority(self, authority_id: str) -> AuthorityView:
        """Return an authority as it was when it last gave a token.

        Raises:
            NotFoundError: It never gave one.
        """
        document = self._vault.get_document(_AUTHORITY, authority_id)
        return decode_stored(document.body, AuthorityView)

    def proven_times(self, index: int) -> tuple[tuple[str, datetime, bool], ...]:
        """Return who proves that entry ``index`` existed, by when, and whether for show only."""
        return tuple(
            (self.authority(row.authority).name, row.gen_time, row.state == DEMONSTRATION)
            for row in self.tokens_covering(index)
            if row.gen_time is not None
        )


def _ask(view: AuthorityView, data: bytes) -> TimeReply:
    nonce = secrets.randbits(NONCE_BITS - 1) + 1
    return request_token(as_authority(view), data, nonce, timeout_s=REQUEST_TIMEOUT_S)
