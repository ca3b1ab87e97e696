"""A holder of key bytes that shows nothing and can be wiped."""

import hmac

from typing_extensions import override

from consentkit.kernel.errors import VaultLockedError


class SecretBytes:
    """Key material in one buffer of its own.

    Wiping overwrites this buffer. Copies that libraries make while they compute are beyond
    Python's reach; they live only as long as the call.
    """

    __slots__ = ("_buffer",)

    def __init__(self, data: bytes) -> None:
        self._buffer: bytearray | None = bytearray(data)

    def reveal(self) -> bytes:
        """Return a copy of the bytes, to be handed to a cipher and dropped.

        Raises:
            VaultLockedError: The holder was wiped.
        """
        if self._buffer is None:
            raise VaultLockedError
        return bytes(self._buffer)

    def wipe(self) -> None:
        """Overwrite the bytes with zeros; afterwards ``reveal`` refuses."""
        if self._buffer is not None:
            self._buffer[:] = bytes(len(self._buffer))
            self._buffer = None

    @property
    def is_wiped(self) -> bool:
        """Whether the bytes are gone."""
        return self._buffer is None

    @override
    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same bytes, compared in constant time."""
        if not isinstance(other, SecretBytes):
            return NotImplemented
        return hmac.compare_digest(self.reveal(), other.reveal())

    @override
    def __hash__(self) -> int:
        """Refuse to become a key of a table.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a secret is not hashed")

    @override
    def __repr__(self) -> str:
        """Return a text without the secret."""
        return "SecretBytes(...)"

    @override
    def __reduce__(self) -> str | tuple[object, ...]:
        """Refuse to be copied or stored.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a secret is not serialised")
