"""Reading a ``scope.toml`` from disk."""

from pathlib import Path

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import InputError
from consentkit.kernel.limits import SCOPE_FILE_MAX_BYTES
from consentkit.wire.scope_file import ScopeFile, parse_scope_file


def load_scope_file(path: Path, clock: Clock) -> ScopeFile:
    """Return what a ``scope.toml`` says, with terms that begin now.

    Raises:
        InputError: It cannot be read, or is not in its form.
    """
    try:
        with path.open("rb") as stream:
            untrusted = stream.read(SCOPE_FILE_MAX_BYTES + 1)
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    return parse_scope_file(untrusted, clock.now().replace(microsecond=0))
