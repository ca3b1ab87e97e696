"""The channel videos are uploaded to: asked for in the browser, kept in the vault, given up."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import (
    InputError,
    RemoteRefusedError,
    ResourceError,
    StateError,
    VaultError,
)
from consentkit.kernel.limits import CLIENT_FILE_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.publish.endpoints import Endpoints
from consentkit.publish.oauth import Access, ClientSecrets, OAuth, OpenBrowser, parse_client_file
from consentkit.publish.web import Web
from consentkit.services.stored_upload import CHANNEL, StoredChannel
from consentkit.services.upload_views import ChannelAccount, ChannelState
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

_ID = "youtube"


class Channel:
    """The channel of one vault.

    Args:
        vault: The open vault; what is secret stays in it.
        clock: Tells when a channel was connected, and when a token runs out.
        endpoints: Where the provider is asked.
    """

    def __init__(self, vault: Vault, clock: Clock, endpoints: Endpoints) -> None:
        self._vault = vault
        self._clock = clock
        self._endpoints = endpoints

    def account(self) -> ChannelAccount:
        """Return the channel that is connected, or that none is."""
        stored = self._stored()
        if stored is None:
            return ChannelAccount(ChannelState.NONE)
        state = ChannelState.CONNECTED if stored.refresh_token else ChannelState.REVOKED
        return ChannelAccount(state, stored.client_id, stored.connected_at)

    def connect(
        self,
        client_file: Path,
        open_browser: OpenBrowser,
        *,
        is_audited: bool,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ChannelAccount:
        """Ask the person in the browser for access to a channel, and keep it in the vault.

        Args:
            client_file: The ``client_secret.json`` of the owner's own project.
            open_browser: Is given the address to open.
            is_audited: The owner says that YouTube has audited the project. Videos of others are
                locked private, for which uploading is no use.
            progress: Told that the person is waited for.
            cancel: Looked at several times a second.

        Raises:
            StateError: ``upload.not-audited``.
            InputError: The file cannot be read or is none (``oauth.client-file``).
            RemoteRefusedError: The person or the provider said no.
            ResourceError: Nobody answered, or the provider cannot be reached.
            VaultError: The vault is only read.
            Cancelled: A stop was asked for; nothing was kept.
        """
        self._require_writer()
        if not is_audited:
            raise StateError("upload.not-audited")
        client = _read_client(client_file)
        progress(ProgressUpdate("upload.connect"))
        with Web() as web:
            oauth = OAuth(client, self._endpoints, web, self._clock)
            grant = oauth.ask_person(open_browser, cancel or CancelToken())
        # A former grant is not revoked: with Google that would end the new one, too.
        self._put(
            StoredChannel(
                client.client_id, client.client_secret, grant.refresh_token, self._clock.now()
            )
        )
        return self.account()

    def disconnect(self, cancel: CancelToken | None = None) -> bool:
        """Forget the channel, and return whether the provider took the access back, too.

        Where it could not be asked, access ends by hand: on the account's page of connected apps.

        Raises:
            StateError: No channel is connected (``upload.not-connected``).
            VaultError: The vault is only read.
            Cancelled: A stop was asked for; the channel is still connected.
        """
        self._require_writer()
        stored = self._stored()
        if stored is None:
            raise StateError("upload.not-connected")
        is_revoked = not stored.refresh_token
        if not is_revoked:
            try:
                with Web() as web:
                    self._oauth(stored, web).revoke(stored.refresh_token, cancel)
                is_revoked = True
            except (ResourceError, RemoteRefusedError):
                pass  # It is forgotten here in any case.
        self._vault.delete_document(CHANNEL, _ID)
        return is_revoked

    def require(self) -> None:
        """Return if a channel is connected.

        Raises:
            StateError: None is (``upload.not-connected``).
            RemoteRefusedError: Access was taken back (``oauth.revoked``).
        """
        self._usable()

    @contextmanager
    def access(self, web: Web) -> Iterator[Access]:
        """Yield tokens for the channel; when they are refused for good, that is kept.

        Raises:
            As ``require``.
        """
        stored = self._usable()
        try:
            yield Access(self._oauth(stored, web), stored.refresh_token, self._clock)
        except RemoteRefusedError as exc:
            if exc.code == "oauth.revoked":
                self._put(replace(stored, refresh_token=""))
            raise

    def _usable(self) -> StoredChannel:
        stored = self._stored()
        if stored is None:
            raise StateError("upload.not-connected")
        if not stored.refresh_token:
            raise RemoteRefusedError("oauth.revoked")
        return stored

    def _stored(self) -> StoredChannel | None:
        document = self._vault.find_document(CHANNEL, _ID)
        return decode_stored(document.body, StoredChannel) if document is not None else None

    def _put(self, stored: StoredChannel) -> None:
        body = encode_stored(stored).decode()
        self._vault.put_document(Document(CHANNEL, _ID, stored.connected_at, body))

    def _oauth(self, stored: StoredChannel, web: Web) -> OAuth:
        client = ClientSecrets(stored.client_id, stored.client_secret)
        return OAuth(client, self._endpoints, web, self._clock)

    def _require_writer(self) -> None:
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")


def _read_client(path: Path) -> ClientSecrets:
    try:
        with path.open("rb") as stream:
            untrusted = stream.read(CLIENT_FILE_MAX_BYTES + 1)
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    return parse_client_file(untrusted)
