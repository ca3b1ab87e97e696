"""The policy packs that come with ConsentKit."""

from functools import cache
from pathlib import Path

from consentkit.domain.clearance_rules import check_core
from consentkit.domain.gate import combine_packs
from consentkit.domain.policy import PolicyPack
from consentkit.kernel.errors import InputError, LimitError, MalformedError, ResourceError
from consentkit.kernel.limits import POLICY_PACK_MAX_BYTES, POLICY_PACKS_MAX
from consentkit.kernel.resources import resource_path
from consentkit.kernel.small_files import read_bounded
from consentkit.wire.policy_pack import parse_checked_pack


@cache
def core_pack() -> PolicyPack:
    """Return the rules every check applies.

    Raises:
        ResourceError: The install is incomplete.
        MalformedError: The file is not as it was shipped.
    """
    return check_core(_load(resource_path("policies", "core.toml")))


@cache
def all_packs() -> tuple[PolicyPack, ...]:
    """Return all packs of the install, the core first, the others by the names of their files.

    Raises:
        ResourceError: The install is incomplete.
        LimitError: There are more packs than anybody has.
        MalformedError: A pack was changed by hand and is wrong, with ``pack``, ``line`` and
            ``field``, or two packs contradict each other (``policy.contradiction``).
    """
    core_pack()  # Refuses a core that leaves a question unasked.
    return load_packs(resource_path("policies"))


def load_packs(folder: Path) -> tuple[PolicyPack, ...]:
    """Return the packs of a folder, the core first, the others by the names of their files.

    Raises:
        ResourceError: A file cannot be read.
        LimitError: A file is longer than any pack, or there are too many.
        MalformedError: As ``all_packs``.
    """
    paths = sorted(folder.glob("*.toml"))
    if len(paths) > POLICY_PACKS_MAX:
        raise LimitError("policy.too-many", limit=POLICY_PACKS_MAX)
    return combine_packs(_load(path) for path in paths)


def _load(path: Path) -> PolicyPack:
    try:
        untrusted = read_bounded(path, POLICY_PACK_MAX_BYTES)
    except InputError as exc:
        raise ResourceError("install.resource-missing", name=f"policies/{path.name}") from exc
    try:
        return parse_checked_pack(untrusted)
    except MalformedError as exc:
        # Line and field are found only by who knows which of the files they are in.
        raise MalformedError(exc.code, **{**exc.facts, "pack": path.stem}) from exc
