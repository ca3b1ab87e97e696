"""The policy packs that come with ConsentKit."""

from functools import cache

from consentkit.domain.clearance_rules import check_core
from consentkit.domain.policy import PolicyPack
from consentkit.kernel.errors import ResourceError
from consentkit.kernel.limits import POLICY_PACK_MAX_BYTES
from consentkit.kernel.resources import resource_path
from consentkit.wire.policy_pack import parse_policy_pack


@cache
def core_pack() -> PolicyPack:
    """Return the rules every check applies.

    Raises:
        ResourceError: The install is incomplete.
        MalformedError: The file is not as it was shipped.
    """
    try:
        with resource_path("policies", "core.toml").open("rb") as stream:
            untrusted = stream.read(POLICY_PACK_MAX_BYTES + 1)
    except OSError as exc:
        raise ResourceError("install.resource-missing", name="policies/core.toml") from exc
    return check_core(parse_policy_pack(untrusted))
