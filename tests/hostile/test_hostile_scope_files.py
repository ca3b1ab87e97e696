"""Scope files that mean harm: refused as files, never a bug."""

from datetime import UTC, datetime

import pytest

from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import SCOPE_FILE_MAX_BYTES
from consentkit.wire.scope_file import parse_scope_file

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"a = " + b"[" * 20_000 + b"]" * 20_000,
        b"\xff\xfe",
        b"permission = ",
        b"a = 1\na = 2",
    ],
    ids=["nested", "no text", "broken off", "twice"],
)
def test_what_is_no_toml_is_refused(untrusted):
    with pytest.raises(MalformedError, match="scope-file.toml"):
        parse_scope_file(untrusted, NOW)


def test_a_file_longer_than_any_such_is_refused():
    with pytest.raises(LimitError, match="scope-file.too-long"):
        parse_scope_file(b"#" * (SCOPE_FILE_MAX_BYTES + 1), NOW)
