"""The written format and the program say the same."""

import re
from collections.abc import Iterator

import pytest

from consentkit.kernel.limits import GIB, KIB, MIB
from consentkit.kernel.resources import resource_path
from consentkit.proof import bundle
from consentkit.tlog.note import parse_verifier_key
from consentkit.wire import jose

UNITS = {"B": 1, "KiB": KIB, "MiB": MIB, "GiB": GIB}


def spec() -> str:
    return resource_path("specs", "consentproof-1.md").read_text(encoding="utf-8")


def rows() -> Iterator[tuple[str, bool, int]]:
    """Yield name, whether it is required and the limit of every member in the table."""
    pattern = r"^\| `([^`]+)` \| ([^|]+) \| (\d+) (B|KiB|MiB|GiB) \|"
    for name, needed, number, unit in re.findall(pattern, spec(), re.MULTILINE):
        yield name, needed == "yes", int(number) * UNITS[unit]


def test_every_member_of_the_table_is_known_with_its_limit() -> None:
    for name, is_needed, limit in rows():
        real = name.replace(".N.", ".1.").replace(".EXT", ".mp4")
        assert bundle.largest_bytes(real) == limit, name
        assert (real in bundle.REQUIRED) == is_needed, name


def test_every_member_of_the_program_is_in_the_table() -> None:
    named = {name for name, _, _ in rows()}

    assert {name for name in vars(bundle).values() if str(name).startswith("data/")} <= named
    assert named >= bundle.REQUIRED
    for extension in bundle.EXCERPT_EXTENSIONS:
        assert f"`{extension}`" in spec() or f"excerpt.{extension}" in spec()


def test_the_keys_of_the_example_are_keys() -> None:
    (vkey,) = re.findall(r"^ {4}(consentkit\.local/\S+)$", spec(), re.MULTILINE)
    values = dict(re.findall(r'"(crv|kid|kty|x|y)":"([^"]+)"', spec()))

    assert parse_verifier_key(vkey).name == "consentkit.local/vlt-aaaabbbbccccdddd"
    assert jose.thumbprint({k: v for k, v in values.items() if k != "kid"}) == values["kid"]


@pytest.mark.parametrize(
    "line",
    ["integrity", "issuer.known", "recording", "excerpt.recording", "evidence", "term", "number"],
)
def test_the_lines_of_a_report_are_named(line: str) -> None:
    assert f"`{line}`" in spec()
