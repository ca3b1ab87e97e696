"""The newest log head this user has seen of each vault, kept outside the vaults.

A database that was put back to an older state looks healthy from inside; only a memory elsewhere
can tell. Comparing the heads is the caller's part.
"""

import json
from pathlib import Path
from typing import Any

from consentkit.kernel.durable import durable_replace, resource_error
from consentkit.kernel.errors import VaultDamagedError
from consentkit.kernel.ids import check_id
from consentkit.kernel.locations import state_folder

_ROOT_BYTES = 32
_MAX_BYTES = 4096


def _path(vault_id: str) -> Path:
    return state_folder() / "heads" / f"{check_id(vault_id)}.json"


def remembered_head(vault_id: str) -> tuple[int, bytes] | None:
    """Return size and root hash (32 bytes) of the newest head seen, or None when there is none.

    Raises:
        MalformedError: The id has another shape.
        VaultDamagedError: The memory cannot be understood (``vault.head-memory``).
    """
    try:
        with _path(vault_id).open("rb") as stream:
            untrusted = stream.read(_MAX_BYTES)
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise resource_error(exc) from exc
    try:
        tree: dict[str, Any] = json.loads(untrusted)
        size, root = tree["size"], bytes.fromhex(tree["root"])
    except (ValueError, LookupError, TypeError, RecursionError) as exc:
        raise VaultDamagedError("vault.head-memory") from exc
    if type(size) is not int or size < 0 or len(root) != _ROOT_BYTES:
        raise VaultDamagedError("vault.head-memory")
    return size, root


def remember_head(vault_id: str, size: int, root: bytes) -> None:
    """Keep size and root hash as the newest head seen of a vault, durably.

    Raises:
        MalformedError: The id has another shape.
        ResourceError: The disk is full or failed; the former memory stays.
    """
    path = _path(vault_id)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise resource_error(exc) from exc
    durable_replace(path, json.dumps({"root": root.hex(), "size": size}).encode("ascii"))
