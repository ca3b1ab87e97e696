"""The age test vectors of CCTV, opened as files from a stranger."""

import hashlib
import io
import zlib
from collections import Counter
from pathlib import Path

import pytest

from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.limits import MIB
from consentkit.proof.age_files import decrypt_stream

REFUSED_ON_PURPOSE = {
    "armor_crlf": "age.armored",
    "armor_full_last_line": "age.armored",
    "armor_hybrid": "age.armored",
    "armor_no_eol": "age.armored",
    "armor_scrypt": "age.armored",
    "armor_whitespace_outside": "age.armored",
    "armor_x25519": "age.armored",
    "hybrid": "age.recipient-type",
    "hybrid_and_x25519": "age.recipient-type",
    "hybrid_grease": "age.recipient-type",
    "hybrid_multiple_recipients": "age.recipient-type",
    "scrypt": "age.recipient-type",
    "stanza_empty_body": "age.recipient-type",
    "stanza_empty_last_line": "age.recipient-type",
    "stanza_valid_characters": "age.recipient-type",
}
"""Good age files of kinds we do not take: armoured, passphrase, hybrid, unknown stanzas."""


def parsed(data: bytes) -> tuple[dict[str, list[str]], bytes]:
    """Return the fields of a vector and the age file behind them."""
    head, body = data.split(b"\n\n", 1)
    fields: dict[str, list[str]] = {}
    for line in head.decode().splitlines():
        name, value = line.split(": ", 1)
        fields.setdefault(name, []).append(value)
    if fields.get("compressed") == ["zlib"]:
        body = zlib.decompress(body)
    return fields, body


@pytest.mark.shared
def test_every_vector_is_opened_or_refused_as_it_says(shared: Path) -> None:
    counts: Counter[str] = Counter()
    on_purpose: dict[str, str] = {}
    for path in sorted((shared / "vectors/cctv/age/testdata").iterdir()):
        fields, body = parsed(path.read_bytes())
        expected = fields["expect"][0]
        identities = fields.get("identity", [])
        try:
            memory = io.BytesIO()
            decrypt_stream(io.BytesIO(body), memory, identities, max_bytes=64 * MIB)
            content = memory.getvalue()
        except ConsentKitError as error:
            counts["refused"] += 1
            if expected == "success":
                on_purpose[path.name] = error.code
            continue
        counts["opened"] += 1
        assert expected == "success", path.name
        assert hashlib.sha256(content).hexdigest() == fields["payload"][0], path.name

    assert counts == {"opened": 11, "refused": 132}
    assert on_purpose == REFUSED_ON_PURPOSE
