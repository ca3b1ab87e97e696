"""One writer per vault: a lock of the operating system, gone with the process that held it."""

import contextlib
from pathlib import Path

import filelock

from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import ResourceError, VaultInUseError

FILE_NAME = "lock"


class WriterLock:
    """The right to write to the vault in one folder, held until ``release``."""

    def __init__(self, folder: Path) -> None:
        # Closing happens on another thread than opening, so the lock must not be per thread.
        self._lock = filelock.FileLock(folder / FILE_NAME, timeout=0, thread_local=False)

    def acquire(self) -> None:
        """Take the lock, or refuse at once.

        Raises:
            VaultInUseError: Another process, or another handle of this one, writes to the vault.
            ResourceError: The folder cannot be written, or its disk knows no locks.
        """
        try:
            self._lock.acquire()
        except filelock.Timeout as exc:
            raise VaultInUseError from exc
        except OSError as exc:
            raise resource_error(exc) from exc
        except NotImplementedError as exc:
            raise ResourceError("disk.no-locks") from exc

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        with contextlib.suppress(OSError):
            self._lock.release(force=True)
