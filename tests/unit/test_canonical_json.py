"""JSON is read strictly and written in one form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.wire.canonical_json import MAX_INTEGER, encode_json, parse_json, parse_json_object

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False).filter(
        lambda x: not MAX_INTEGER < abs(x) < 1e21
    )
    | texts
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=20
)


@settings(deadline=None)
@given(values)
def test_what_is_written_reads_back_and_writes_the_same(value):
    encoded = encode_json(value)

    again = parse_json(encoded)

    assert again == value
    assert encode_json(again) == encoded


@settings(deadline=None)
@given(st.dictionaries(texts, scalars, min_size=2))
def test_the_order_of_names_does_not_matter(value):
    turned = dict(reversed(value.items()))

    assert encode_json(value) == encode_json(turned)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_of_chance_parse_or_raise_an_input_error(data):
    try:
        parse_json(data)
    except InputError:
        return


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "json.malformed"),
        (b"\xef\xbb\xbf{}", "json.malformed"),
        (b"\xff", "json.malformed"),
        (b"{} {}", "json.malformed"),
        (b"NaN", "json.malformed"),
        (b"-Infinity", "json.malformed"),
        (b'"\\ud800"', "json.malformed"),
        (b'{"\\udc00": 1}', "json.malformed"),
        (b'"\xed\xa0\x80"', "json.malformed"),
        (b'"\x00"', "json.malformed"),
        (b"[1,]", "json.malformed"),
        (b"01", "json.malformed"),
        (b'{"a": 1, "a": 1}', "json.duplicate-name"),
        (b'[{"b": {"a": 1, "\\u0061": 2}}]', "json.duplicate-name"),
        (b"9007199254740992", "json.number"),
        (b"-9007199254740992", "json.number"),
        (b"1" * 5000, "json.number"),
        (b"1e400", "json.number"),
    ],
)
def test_texts_that_two_parsers_could_read_differently_are_refused(text, code):
    with pytest.raises(InputError) as caught:
        parse_json(text)

    assert caught.value.code == code


def test_depth_and_length_have_limits():
    parse_json(b"[" * 32 + b"]" * 32)
    parse_json(b'"' + b"[" * 1000 + b'"')

    with pytest.raises(LimitError, match=r"json\.too-deep"):
        parse_json(b"[" * 33 + b"]" * 33)
    with pytest.raises(LimitError, match=r"json\.too-deep"):
        parse_json(b'{"a":' * 100_000)
    with pytest.raises(LimitError, match=r"json\.too-long"):
        parse_json(b"[" + b" " * 100 + b"]", max_bytes=100)


def test_an_endless_string_of_escapes_is_refused_in_linear_time():
    with pytest.raises(MalformedError):
        parse_json(b'"' + b'\\"' * 2_000_000)


def test_only_an_object_is_taken_where_one_is_expected():
    assert parse_json_object(b'{"a": [1]}') == {"a": [1]}
    with pytest.raises(MalformedError, match=r"json\.not-an-object"):
        parse_json_object(b"[]")


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 2**53, float(2**53), -1e20, "\ud800", {1: 2}, b"bytes", object()],
)
def test_what_json_cannot_carry_is_refused(value):
    with pytest.raises(MalformedError, match=r"json\.not-canonical"):
        encode_json(value)
