"""Rules of the vault that hold for whatever is put in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import InputError, MalformedError, VaultError
from consentkit.vault import record_store
from consentkit.vault.bech32 import decode_bech32, encode_bech32
from consentkit.vault.header import parse_header
from consentkit.vault.instants import from_micros, to_micros
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.recovery import new_recovery_secret, parse_recovery_secret
from consentkit.vault.rows import SORT_COLUMNS, RecordQuery, RecordRow, folded
from consentkit.vault.vault import create_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

text = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=12)
instants = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
rows = st.builds(
    RecordRow,
    id=st.integers(0, 10**9).map(lambda n: f"con-{n}"),
    created_at=instants,
    updated_at=instants,
    pseudonym=text,
    country=st.sampled_from(["ID", "RU", ""]),
    languages=st.lists(st.sampled_from(["id", "en", "ru"]), unique=True).map(tuple),
    status=st.sampled_from(["Given", "Refused", "Withdrawn"]),
    grade=st.sampled_from(["A", "B", ""]),
    expires_at=st.none() | instants,
    purposes=st.lists(st.sampled_from(["publish", "keep"]), unique=True).map(tuple),
    recording_id=st.none() | st.just("rec-1"),
    conversation_id=st.none(),
    has_token=st.booleans(),
    search=text | st.sampled_from(["a", "abc", "abc ab"]),
)
queries = st.builds(
    RecordQuery,
    text=text | st.sampled_from(["a", "ab", "abc"]),
    statuses=st.frozensets(st.sampled_from(["Given", "Refused"])),
    languages=st.frozensets(st.sampled_from(["id", "en"])),
    expiring_before=st.none() | instants,
    without_token=st.booleans(),
    sort=st.sampled_from(SORT_COLUMNS),
    descending=st.booleans(),
    limit=st.integers(0, 30),
    offset=st.integers(0, 5),
)


def matches(row: RecordRow, query: RecordQuery) -> bool:
    return (
        all(word in row.search for word in folded(query.text).split())
        and (not query.statuses or row.status in query.statuses)
        and (not query.languages or bool(query.languages & set(row.languages)))
        and (
            query.expiring_before is None
            or (row.expires_at is not None and row.expires_at < query.expiring_before)
        )
        and not (query.without_token and row.has_token)
    )


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("properties") / "A.ckvault"
    made, _ = create_vault(folder, "p", clock=ManualClock(NOON), kdf=FLOOR_KDF)
    yield made
    made.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    put=st.lists(rows, max_size=8, unique_by=lambda row: row.id),
    asked=st.lists(queries, min_size=1, max_size=4),
    few=st.sampled_from([1, 2, 4000]),
)
def test_queries_answer_as_a_slow_look_at_every_row_does(vault, put, asked, few):
    class UndoneError(Exception):
        pass

    # The number of rows that counts as few decides how SQLite is asked, never the answer.
    with (
        mock.patch.object(record_store, "_FEW_ROWS", few),
        pytest.raises(UndoneError),
        vault.transaction(),
    ):
        for row in put:
            vault.put_record(row, row.id.encode())
        for row in put:
            assert vault.get_row(row.id) == row
            assert vault.get_record_body(row.id) == row.id.encode()
        for query in asked:
            wanted = {row.id for row in put if matches(row, query)}
            assert vault.count_records(query) == len(wanted)
            found = [row.id for row in vault.query_records(query)]
            assert set(found) <= wanted
            assert len(found) == len(set(found))
            assert len(found) == max(0, min(query.limit, len(wanted) - query.offset))
        raise UndoneError
    assert vault.record_ids() == ()


@given(st.binary(max_size=64))
def test_bech32_gives_back_what_it_was_given(data: bytes):
    assert decode_bech32("age-secret-key-", encode_bech32("age-secret-key-", data)) == data
    assert decode_bech32("age", encode_bech32("age", data).upper()) == data


@given(st.binary(min_size=32, max_size=32), st.integers(0, 57), st.sampled_from("qpzry9x8gf2tvdw0"))
def test_one_wrong_letter_is_noticed(data: bytes, place: int, letter: str):
    right = encode_bech32("age", data)
    place += len("age1")
    wrong = right[:place] + letter + right[place + 1 :]
    if wrong != right:
        with pytest.raises(MalformedError):
            decode_bech32("age", wrong)


@given(text)
def test_text_that_is_no_recovery_secret_is_refused(anything: str):
    with pytest.raises(MalformedError):
        parse_recovery_secret(anything)


def test_both_forms_of_a_recovery_secret_are_the_same_secret():
    for _ in range(20):
        secret = new_recovery_secret()
        assert len(secret.words) == 24
        assert parse_recovery_secret("\n".join(secret.words)) == secret
        assert parse_recovery_secret(secret.age_identity.lower()) == secret


@given(st.binary(max_size=200) | text.map(lambda value: value.encode()))
def test_no_bytes_break_the_parser_of_headers(untrusted: bytes):
    with pytest.raises((InputError, VaultError)):
        parse_header(untrusted)


@given(instants, instants)
def test_instants_keep_their_order_and_their_microseconds(one: datetime, other: datetime):
    assert from_micros(to_micros(one)) == one
    assert (to_micros(one) < to_micros(other)) == (one < other)
    assert to_micros(one + timedelta(microseconds=1)) == to_micros(one) + 1
