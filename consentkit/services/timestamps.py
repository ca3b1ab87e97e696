"""Asking time authorities for tokens, now or later, and never letting anybody wait for it."""

import secrets
from collections.abc import Callable
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
from consentkit.services.ledger import PENDING
from consentkit.services.views import AuthorityTest, AuthorityView, PendingStamps
from consentkit.timestamping.authority import TimeAuthority, request_token
from consentkit.timestamping.consent_number import derive_digits
from consentkit.timestamping.rfc3161 import TimeToken, verify_token
from consentkit.vault.rows import TokenRow
from consentkit.vault.vault import Vault

STAMPED = "stamped"
NONCE_BITS = 64
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=6)
"""Doubling from a minute to six hours: an authority that is down for a day is asked 12 times."""

REQUEST_TIMEOUT_S = 20.0


def as_authority(view: AuthorityView) -> TimeAuthority:
    """Return the configured authority in the form the client takes."""
    return TimeAuthority(
        id=view.id,
        name=view.name,
        url=view.url,
        root_pems=(view.roots_pem,) if view.roots_pem else (),
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
        now = self._clock.now()
        known = {view.id: view for view in self._authorities() if view.is_enabled}
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
            self._try(row, as_authority(known[row.authority]))
        return self.pending()

    def _try(self, row: TokenRow, authority: TimeAuthority) -> None:
        checkpoint = self._vault.checkpoint(row.checkpoint_size)
        if checkpoint is None:
            self._vault.delete_token(row.id)
            return
        try:
            der, token = _ask(authority, checkpoint.note.encode())
        except (ResourceError, RemoteRefusedError, VerificationError, InputError) as exc:
            self._postpone(row, exc.code)
            return
        with self._vault.transaction():
            still_wanted = {pending.id for pending in self._vault.pending_tokens()}
            if row.id in still_wanted:
                self._vault.delete_token(row.id)
            self._vault.put_token(
                TokenRow(
                    id=row.id,
                    checkpoint_size=row.checkpoint_size,
                    authority=row.authority,
                    der=der,
                    state=STAMPED,
                    attempts=row.attempts + 1,
                    next_try_at=None,
                    last_error_code=None,
                    created_at=row.created_at,
                    gen_time=token.gen_time,
                )
            )
            self._vault.mark_stamped(row.checkpoint_size)

    def _postpone(self, row: TokenRow, code: str) -> None:
        wait = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(row.attempts, 16))
        self._vault.update_token(
            TokenRow(
                id=row.id,
                checkpoint_size=row.checkpoint_size,
                authority=row.authority,
                der=None,
                state=PENDING,
                attempts=row.attempts + 1,
                next_try_at=self._clock.now() + wait,
                last_error_code=code,
                created_at=row.created_at,
                gen_time=None,
            )
        )

    def test(self, authority: AuthorityView) -> AuthorityTest:
        """Ask an authority once, over random bytes, and return what came of it."""
        try:
            _, token = _ask(as_authority(authority), secrets.token_bytes(32))
        except (ResourceError, RemoteRefusedError, VerificationError, InputError) as exc:
            return AuthorityTest(authority.id, exc.code)
        return AuthorityTest(authority.id, "", token.gen_time)

    def consent_number(self) -> ConsentNumber:
        """Return the number of the newest time token, or a random one while there is none."""
        newest = self._vault.newest_token()
        if newest is None or newest.der is None:
            return ConsentNumber(f"{secrets.randbelow(10**6):06d}")
        return ConsentNumber(derive_digits(newest.der), sha256_hex(newest.der))

    def tokens_covering(self, index: int) -> tuple[TokenRow, ...]:
        """Return the earliest token of each authority whose checkpoint holds entry ``index``."""
        found: dict[str, TokenRow] = {}
        for row in self._vault.tokens_from(index + 1):
            if row.der is not None:
                found.setdefault(row.authority, row)
        return tuple(found.values())

    def name_of(self, authority_id: str) -> tuple[str, bool]:
        """Return an authority's name and whether it is a demonstration; its id if it is gone."""
        for view in self._authorities():
            if view.id == authority_id:
                return view.name, view.is_demonstration
        return authority_id, False

    def view(self, authority_id: str) -> AuthorityView:
        """Return the configured authority.

        Raises:
            NotFoundError: It is not configured any more.
        """
        for view in self._authorities():
            if view.id == authority_id:
                return view
        raise NotFoundError("time.authority-unknown")


def _ask(authority: TimeAuthority, data: bytes) -> tuple[bytes, TimeToken]:
    nonce = secrets.randbits(NONCE_BITS)
    der = request_token(authority, data, nonce, timeout_s=REQUEST_TIMEOUT_S)
    return der, verify_token(der, data, authority.root_pems, nonce=nonce)


def proven_times(service: TimeService, index: int) -> tuple[tuple[str, datetime, bool], ...]:
    """Return who proves that entry ``index`` existed, by when, and whether it is a demonstration."""
    found: list[tuple[str, datetime, bool]] = []
    for row in service.tokens_covering(index):
        if row.gen_time is not None:
            name, is_demonstration = service.name_of(row.authority)
            found.append((name, row.gen_time, is_demonstration))
    return tuple(found)
