"""Where the files of ``resources/`` are, in a checkout and in an install alike."""

from functools import cache
from pathlib import Path

from consentkit.kernel.errors import ResourceError


@cache
def resources_root() -> Path:
    """Return the folder that holds ``icons``, ``i18n``, ``notices`` and the rest.

    Raises:
        ResourceError: The install is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_resources", package.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise ResourceError("install.resources-missing")


def resource_path(*parts: str) -> Path:
    """Return the path of one resource.

    Raises:
        ResourceError: There is no such file or folder in this install.
    """
    path = resources_root().joinpath(*parts)
    if not path.exists():
        raise ResourceError("install.resource-missing", name="/".join(parts))
    return path
