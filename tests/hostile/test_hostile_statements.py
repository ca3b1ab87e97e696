"""Statements from outside: whatever is in the file, the answer is a report or an error of ours."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.resources import resource_path
from consentkit.proof.statement import (
    SCHEMA,
    STATEMENT_MAX_BYTES,
    StatementFile,
    encode_statement,
    verify_statement,
)
from consentkit.proof.statement_page import (
    STATEMENT_LANGUAGES,
    render_statement,
    statement_texts,
)
from consentkit.services.verifying import verify_file
from consentkit.wire import jose, sd_jwt
from consentkit.wire.receipt import EntryHead, plain_entry

NOW = datetime(2026, 11, 22, tzinfo=UTC)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
MEMBERS = ("schema", "entry", "log_proof", "log_key", "issuer_key")


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(MEMBERS), VALUES))
def test_whatever_stands_in_the_members_does_not_hold(members):
    document = dict.fromkeys(MEMBERS, "") | {"schema": SCHEMA} | members
    assert not verify_statement(json.dumps(document).encode(), now=NOW).holds


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"{}",
        b"{" * 5000,
        b'{"schema":"consentkit.statement/1","schema":"consentkit.statement/1"}',
        b'{"schema": "consentkit.statement/2"}',
        b"\xff\xfe{",
        b'{"a":' + b"[" * 100_000,
    ],
)
def test_what_is_no_statement_is_reported_as_none(data, tmp_path):
    report = verify_statement(data, now=NOW)
    assert not report.holds
    assert report.checks[0].code == "integrity"


def test_a_file_larger_than_statements_are_is_not_read_on(tmp_path):
    path = tmp_path / "large.statement.json"
    path.write_bytes(b'{"schema":"' + b"a" * (STATEMENT_MAX_BYTES + 10) + b'"}')
    assert not verify_file(path).holds


def test_a_receipt_of_another_kind_is_no_statement():
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    key = jose.parse_signing_key(pem)
    head = EntryHead("grant", "consentkit.local/x", NOW, "x+00000000+AAAA")
    entry = plain_entry(head, "statement", {"items": []})
    salts = iter([b"0" * sd_jwt.SALT_BYTES] * 4)
    issued = sd_jwt.issue(entry.claims, entry.disclosable, salts, key)
    data = encode_statement(StatementFile(issued.encode(), "", "", dict(key.public_jwk)))
    report = verify_statement(data, now=NOW)
    assert not report.holds
    assert {check.reason for check in report.checks if check.code == "statement"} == {
        "statement.kind"
    }


def shape(value):
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return len(value) if isinstance(value, list) else type(value).__name__


def test_the_page_says_the_same_in_every_language():
    shapes = [
        shape(json.loads(resource_path("statement", f"{one}.json").read_text(encoding="utf-8")))
        for one in STATEMENT_LANGUAGES
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_the_page_has_words_for_every_reason_kind_and_measure():
    from consentkit.domain.obligations import Measure, ReachKind, Reason

    for language in STATEMENT_LANGUAGES:
        texts = statement_texts(language)
        for group, codes in (("reasons", Reason), ("kinds", ReachKind), ("measures", Measure)):
            assert set(texts[group]) == {code.value for code in codes}


def test_what_is_put_into_the_page_stays_text():
    hostile = '#panic("x") $ \u202e */ \\'
    statement = {
        "record_id": hostile,
        "receipts": [hostile],
        "reason": hostile,
        "controller": {"name": hostile, "contact": hostile * 20},
        "items": [
            {"kind": hostile, "measure": hostile, "url": hostile, "ranges": [{"start": hostile}]},
            *[{"kind": "range", "ranges": [{"lane": "sound", "start": "1", "end": "2"}] * 40}] * 60,
        ],
    }
    pdf = render_statement("ABCD-EFGH", statement, NOW, ("en",))
    assert pdf.startswith(b"%PDF-")
