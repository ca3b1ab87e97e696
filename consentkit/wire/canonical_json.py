"""JSON from outside, read strictly, and JSON of our own in the one canonical form.

A text that two parsers could read differently is no text to sign or to trust. So reading refuses
what RFC 8259 leaves to the parser (names given twice, a byte order mark, unpaired surrogates,
integers that a double cannot hold), and writing follows RFC 8785 (JCS).

Source: RFC 8259, RFC 7493 (I-JSON), RFC 8785.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias, cast

import rfc8785

from consentkit.kernel import limits
from consentkit.kernel.errors import LimitError, MalformedError

JSONValue: TypeAlias = "bool | int | float | str | list[JSONValue] | dict[str, JSONValue] | None"
JSONLike: TypeAlias = (
    "bool | int | float | str | Sequence[JSONLike] | Mapping[str, JSONLike] | None"
)
"""What can be written: as ``JSONValue``, with tuples and any mapping too."""

MAX_INTEGER = 2**53 - 1
"""Largest integer every JSON reader keeps exactly. Source: RFC 7493 section 2.2."""

_MAX_INTEGER_CHARS = 17
_FIRST_WITH_EXPONENT = 1e21
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


def parse_json(
    untrusted: bytes,
    *,
    max_bytes: int = limits.JSON_MAX_BYTES,
    max_depth: int = limits.JSON_MAX_DEPTH,
) -> JSONValue:
    """Return the value that ``untrusted`` holds.

    Args:
        untrusted: The whole text in UTF-8, without a byte order mark.
        max_bytes: Longest text taken.
        max_depth: Most arrays and objects within one another; a scalar has depth 0.

    Raises:
        LimitError: ``json.too-long``, ``json.too-deep``, or ``json.number`` for an integer beyond
            2**53 - 1 or a number no double can hold.
        MalformedError: ``json.malformed``, or ``json.duplicate-name`` when an object has a name
            twice.
    """
    if len(untrusted) > max_bytes:
        raise LimitError("json.too-long", limit_bytes=max_bytes)
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise MalformedError("json.malformed") from exc
    _check_depth(text, max_depth)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_int=_integer,
            parse_float=_float,
        )
        if "\\u" in text:
            # Only an escape can smuggle in half of a surrogate pair; this is the cheap way to see.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except ValueError as exc:
        raise MalformedError("json.malformed") from exc
    return cast("JSONValue", value)


def parse_json_object(
    untrusted: bytes,
    *,
    max_bytes: int = limits.JSON_MAX_BYTES,
    max_depth: int = limits.JSON_MAX_DEPTH,
) -> dict[str, JSONValue]:
    """Return the object that ``untrusted`` holds, read as ``parse_json`` does.

    Raises:
        LimitError: As ``parse_json``.
        MalformedError: As ``parse_json``, or ``json.not-an-object``.
    """
    value = parse_json(untrusted, max_bytes=max_bytes, max_depth=max_depth)
    if not isinstance(value, dict):
        raise MalformedError("json.not-an-object")
    return value


def encode_json(value: JSONLike) -> bytes:
    """Return the canonical form of ``value`` (RFC 8785): one value, one sequence of bytes.

    Raises:
        MalformedError: ``json.not-canonical``: a number, a text or a type JSON cannot carry.
    """
    try:
        return rfc8785.dumps(_plain(value))
    except (rfc8785.CanonicalizationError, RecursionError) as exc:
        raise MalformedError("json.not-canonical") from exc


def _plain(value: JSONLike) -> JSONValue:
    """Return ``value`` in lists and dicts, which are all that rfc8785 knows."""
    if isinstance(value, float) and MAX_INTEGER < abs(value) < _FIRST_WITH_EXPONENT:
        # RFC 8785 writes such a double like an integer, which no reader is bound to keep.
        raise MalformedError("json.not-canonical")
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return [_plain(inner) for inner in value]
    return cast("JSONValue", value)


def _check_depth(text: str, max_depth: int) -> None:
    depth = 0
    for match in _NESTING.finditer(text):
        sign = match.group()
        if sign in {"[", "{"}:
            depth += 1
            if depth > max_depth:
                raise LimitError("json.too-deep", limit=max_depth)
        elif sign in {"]", "}"}:
            depth -= 1


def _object(pairs: list[tuple[str, JSONValue]]) -> dict[str, JSONValue]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise MalformedError("json.duplicate-name")
    return result


def _integer(text: str) -> int:
    # The length comes first: Python needs quadratic time for a number of many digits.
    if len(text) > _MAX_INTEGER_CHARS or abs(number := int(text)) > MAX_INTEGER:
        raise LimitError("json.number")
    return number


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise LimitError("json.number")
    return number


def _refuse_constant(text: str) -> NoReturn:
    raise MalformedError("json.malformed", constant=text)
