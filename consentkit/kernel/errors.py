"""Every error ConsentKit raises on purpose.

::

    ConsentKitError
    ├── InputError              theirs: what was handed in cannot be used
    │   ├── MalformedError      it is not what its format says
    │   ├── LimitError          it is larger, deeper or longer than we accept
    │   └── NotFoundError       there is no such thing under that name
    ├── ResourceError           the machine's: disk, memory, network, a missing program
    ├── VerificationError       the evidence's: a check was made and did not hold
    ├── VaultError              the vault's state
    │   ├── VaultLockedError    locked, or the passphrase does not open it
    │   ├── VaultInUseError     another process writes to it
    │   ├── VaultDamagedError   header, database or log is not what was written
    │   └── VaultVersionError   written by a newer ConsentKit
    ├── StateError              a step that the present status does not allow
    └── RemoteRefusedError      an outside service answered, and said no

A cancelled operation is ``consentkit.kernel.progress.Cancelled``, outside this tree. A bug is any
other exception: it is not caught. ``code`` is stable and names the cause; ``facts`` hold small
values that help a sentence along, never names, paths, secrets or anything about a person.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from typing_extensions import override

Fact = str | int | bool | None


class ConsentKitError(Exception):
    """Base of all errors raised on purpose.

    Attributes:
        code: Stable dotted name of the cause, for scripts and translations.
        facts: Small values for the sentence shown to a person.
    """

    default_code: ClassVar[str] = "error"

    def __init__(self, code: str | None = None, **facts: Fact) -> None:
        self.code: str = code or self.default_code
        self.facts: Mapping[str, Fact] = MappingProxyType(dict(facts))
        super().__init__(self.code)

    @override
    def __str__(self) -> str:
        """Return code and facts, fit for a log line."""
        if not self.facts:
            return self.code
        return f"{self.code} ({', '.join(f'{k}={v}' for k, v in self.facts.items())})"


class InputError(ConsentKitError):
    """What was handed in cannot be used."""

    default_code = "input"


class MalformedError(InputError):
    """It is not what its format says it is."""

    default_code = "input.malformed"


class LimitError(InputError):
    """It is larger, deeper or longer than we accept (``kernel.limits``)."""

    default_code = "input.limit"


class NotFoundError(InputError):
    """There is no such thing under that name."""

    default_code = "input.not-found"


class ResourceError(ConsentKitError):
    """The machine could not do it: disk, memory, network, a missing program."""

    default_code = "resource"


class VerificationError(ConsentKitError):
    """A check was made and did not hold."""

    default_code = "verification"


class VaultError(ConsentKitError):
    """The vault is not in a state that allows it."""

    default_code = "vault"


class VaultLockedError(VaultError):
    """The vault is locked, or the passphrase does not open it; the cause is not told apart."""

    default_code = "vault.locked"


class VaultInUseError(VaultError):
    """Another process writes to this vault."""

    default_code = "vault.in-use"


class VaultDamagedError(VaultError):
    """Header, database or log is not what was written."""

    default_code = "vault.damaged"


class VaultVersionError(VaultError):
    """The vault was written by a newer ConsentKit."""

    default_code = "vault.newer-version"


class StateError(ConsentKitError):
    """A step that the present status does not allow."""

    default_code = "state"


class RemoteRefusedError(ConsentKitError):
    """An outside service answered, and said no."""

    default_code = "remote.refused"
