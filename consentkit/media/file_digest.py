"""The digest of a file, computed beside the work on it."""

import hashlib
import threading
from pathlib import Path

from consentkit.kernel.digest import CHUNK_BYTES
from consentkit.kernel.errors import ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate

_REPORT_EVERY_S = 0.2


class FileDigest:
    """SHA-256 of a file in a thread; reading ahead, it also warms the cache for the demuxer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hasher = hashlib.sha256()
        self._stopped = threading.Event()
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="digest", daemon=True)
        self._thread.start()

    def wait(self, progress: Progress, update: ProgressUpdate, cancel: CancelToken | None) -> str:
        """Return the digest when it is there, telling ``update`` until then.

        Raises:
            ResourceError: The file could not be read.
            Cancelled: A stop was asked for.
        """
        while self._thread.is_alive():
            self._thread.join(_REPORT_EVERY_S)
            progress(update)
            if cancel is not None:
                cancel.check()
        if self._error is not None:
            raise ResourceError("file.read") from self._error
        return self._hasher.hexdigest()

    def stop(self) -> None:
        """End the thread."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            with self._path.open("rb", buffering=0) as handle:
                while not self._stopped.is_set() and (chunk := handle.read(CHUNK_BYTES)):
                    self._hasher.update(chunk)
        except OSError as exc:
            self._error = exc
