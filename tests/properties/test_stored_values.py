"""Whatever a vault stores reads back as the same value, and nothing else reads at all."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.consent import ConsentRecord, ConversationLink
from consentkit.domain.conversation import Conversation
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import DataCategory, Permission, Purpose, Term
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.v1.stored import decode_stored, encode_stored

names = st.text(min_size=1, max_size=50).filter(
    lambda t: t.strip() and all(ord(c) >= 32 or c in "\n\t" for c in t) and t.isprintable()
)
instants = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
moments = st.fractions(0, 10_000, max_denominator=90_000)
ranges = st.tuples(moments, moments).map(lambda p: TimeRange(min(p), max(p) + 1))
terms = instants.map(lambda start: Term(start, start + timedelta(days=400)))
leaves = st.builds(
    Permission,
    purpose=st.sampled_from(Purpose),
    term=terms,
    data=st.frozensets(st.sampled_from(DataCategory), min_size=1),
)
records = st.builds(
    ConsentRecord,
    id=st.just("con-aaaaaaaaaaaaaaaa"),
    party=st.builds(Party, pseudonym=names, is_adult_stated=st.sampled_from([None, True, False])),
    controller=st.just(Controller()),
    permissions=st.lists(leaves, min_size=1, unique_by=lambda leaf: leaf.purpose).map(tuple),
    links=st.lists(
        st.builds(ConversationLink, st.just("rec-a"), st.just("00"), st.just("cnv-a"), ranges)
    ).map(tuple),
)


@given(records)
def test_a_record_reads_back_as_it_was(record):
    data = encode_stored(record)
    assert decode_stored(data, ConsentRecord) == record
    assert encode_stored(decode_stored(data, ConsentRecord)) == data


def test_a_value_of_another_type_is_refused():
    data = encode_stored(Conversation("c", "r", TimeRange(Fraction(0), Fraction(9))))
    with pytest.raises(MalformedError, match="stored.type"):
        decode_stored(data, ConsentRecord)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b'{"v":2,"type":"Party","value":{"pseudonym":"x"}}',
        b'{"v":1,"type":"Party","value":{"pseudonym":""}}',
        b'{"v":1,"type":"Party","value":{"pseudonym":"x","country":"ind"}}',
        b'{"v":1,"type":"Party","value":{"pseudonym":5}}',
    ],
)
def test_what_is_no_stored_value_is_refused(text):
    with pytest.raises(MalformedError):
        decode_stored(text, Party)
