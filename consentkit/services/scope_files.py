"""Reading a ``scope.toml`` from disk."""

from pathlib import Path

from consentkit.kernel.clock import Clock
from consentkit.kernel.limits import SCOPE_FILE_MAX_BYTES
from consentkit.kernel.small_files import read_bounded
from consentkit.wire.scope_file import ScopeFile, parse_scope_file


def load_scope_file(path: Path, clock: Clock) -> ScopeFile:
    """Return what a ``scope.toml`` says, with terms that begin now.

    Raises:
        InputError: It cannot be read, or is not in its form.
    """
    untrusted = read_bounded(path, SCOPE_FILE_MAX_BYTES)
    return parse_scope_file(untrusted, clock.now().replace(microsecond=0))
