"""The state of a tap as plain data, so that a scan that was broken off can go on.

A tap is an object that holds numbers, texts, arrays, containers of them, and helpers of our own
that hold the same. Its state is written as JSON and raw arrays, and filled into a fresh tap of the
same version. What holds something else (a detector of a library) is left as the fresh tap has it.
No code is stored and none is looked up outside this program: a state that does not fit is refused.
"""

import importlib
import json
import struct
from collections import Counter, deque
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import cast

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError

_OURS = ("consentkit.media.taps.", "consentkit.domain.", "consentkit.kernel.")
"""Modules whose objects are kept; none of them does anything when it is imported."""

_LENGTH = struct.Struct(">Q")
_PACKED_FROM = 64
"""Lists of at least so many whole numbers are kept as an array."""
_KINDS = "biuf"

_Json = object


class _Foreign:
    """Stands for a value that is not ours to keep."""


_FOREIGN = _Foreign()


def pack_state(value: object) -> bytes:
    """Return a value of plain data as bytes.

    Raises:
        MalformedError: ``media.state``: an array holds objects, or a value is an enumeration's.
    """
    blobs: list[bytes] = []
    header = json.dumps(_pack(value, blobs), separators=(",", ":")).encode()
    parts = [header, *blobs]
    return b"".join([
        _LENGTH.pack(len(parts)),
        *(_LENGTH.pack(len(part)) for part in parts),
        *parts,
    ])


def unpack_state(data: bytes, fresh: object = _FOREIGN) -> object:
    """Return the value that ``pack_state`` wrote.

    Args:
        data: What it wrote.
        fresh: An object to fill; it and what it holds keep what was not ours to pack.

    Raises:
        MalformedError: ``media.state``: it is something else, or of another shape than ``fresh``.
    """
    try:
        (count,) = _LENGTH.unpack_from(data)
        if count * _LENGTH.size > len(data):
            raise MalformedError("media.state")
        lengths = struct.unpack_from(f">{count}Q", data, _LENGTH.size)
        start, parts = (count + 1) * _LENGTH.size, []
        for length in lengths:
            parts.append(memoryview(data)[start : start + length])
            start += length
        if start != len(data) or not parts:
            raise MalformedError("media.state")
        return _unpack(json.loads(bytes(parts[0])), parts[1:], fresh)
    except (
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        ImportError,
        RecursionError,
        ZeroDivisionError,
        struct.error,
    ) as exc:
        raise MalformedError("media.state") from exc


def _pack(value: object, blobs: list[bytes]) -> _Json:
    if value is None or type(value) in {bool, int, float, str}:
        return value
    if isinstance(value, Enum):
        raise MalformedError("media.state")
    for kinds, pack in _PACKERS:
        if isinstance(value, kinds):
            return pack(value, blobs)
    kind = type(value)
    if not kind.__module__.startswith(_OURS):
        return {"foreign": True}
    fields = {name: _pack(item, blobs) for name, item in _fields(value).items()}
    return {"object": [kind.__module__, kind.__qualname__], "fields": fields}


def _pack_list(value: object, blobs: list[bytes]) -> _Json:
    items = cast("list[object]", value)
    if len(items) >= _PACKED_FROM and all(type(item) is int for item in items):
        try:
            return {"ints": _array(np.array(items, np.int64), blobs)}
        except OverflowError:
            pass
    return {"list": [_pack(item, blobs) for item in items]}


def _pack_deque(value: object, blobs: list[bytes]) -> _Json:
    items = cast("deque[object]", value)
    return {"deque": [_pack(item, blobs) for item in items], "longest": items.maxlen}


def _pack_mapping(value: object, blobs: list[bytes]) -> _Json:
    items = cast("Mapping[object, object]", value)
    pairs = [[_pack(name, blobs), _pack(item, blobs)] for name, item in items.items()]
    return {"counter" if isinstance(value, Counter) else "dict": pairs}


def _pack_array(value: object, blobs: list[bytes]) -> _Json:
    return {"array": _array(cast("NDArray[np.generic]", value), blobs)}


def _array(array: NDArray[np.generic], blobs: list[bytes]) -> _Json:
    if array.dtype.kind not in _KINDS:
        raise MalformedError("media.state")
    blobs.append(np.ascontiguousarray(array).tobytes())
    return [array.dtype.str, list(array.shape), len(blobs) - 1]


def _pack_bytes(value: object, blobs: list[bytes]) -> _Json:
    blobs.append(bytes(cast("bytes | bytearray", value)))
    return {"bytearray" if isinstance(value, bytearray) else "bytes": len(blobs) - 1}


def _pack_scalar(value: object, blobs: list[bytes]) -> _Json:
    return {"scalar": _array(np.asarray(value).reshape(1), blobs)}


def _pack_many(name: str) -> Callable[[object, list[bytes]], _Json]:
    def pack(value: object, blobs: list[bytes]) -> _Json:
        return {name: [_pack(item, blobs) for item in cast("list[object]", value)]}

    return pack


_PACKERS: tuple[tuple[type | tuple[type, ...], Callable[[object, list[bytes]], _Json]], ...] = (
    (np.ndarray, _pack_array),
    (np.generic, _pack_scalar),
    (list, _pack_list),
    (tuple, _pack_many("tuple")),
    ((set, frozenset), _pack_many("set")),
    (deque, _pack_deque),
    (dict, _pack_mapping),
    ((bytes, bytearray), _pack_bytes),
    (Fraction, lambda value, _: {"fraction": str(value)}),
)


def _fields(value: object) -> dict[str, object]:
    """Return what an object of ours holds, from its dictionary and its slots."""
    found: dict[str, object] = dict(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, name) and name != "__weakref__":
                found[name] = getattr(value, name)
    return found


def _unpack(packed: _Json, blobs: list[memoryview], fresh: object = _FOREIGN) -> object:
    if not isinstance(packed, dict):
        return packed
    if "foreign" in packed:
        if isinstance(fresh, _Foreign):
            raise MalformedError("media.state")
        return fresh
    if "object" in packed:
        return _unpack_object(packed, blobs, fresh)
    (kind, content), *_ = packed.items()
    if kind in {"array", "ints", "scalar"}:
        dtype, shape, place = content
        array = np.frombuffer(blobs[place], np.dtype(dtype)).reshape(shape).copy()
        if array.dtype.kind not in _KINDS:
            raise MalformedError("media.state")
        return array.tolist() if kind == "ints" else array[0] if kind == "scalar" else array
    if kind in {"bytes", "bytearray"}:
        return bytearray(blobs[content]) if kind == "bytearray" else bytes(blobs[content])
    if kind == "fraction":
        return Fraction(content)
    if kind in {"dict", "counter"}:
        pairs = {_unpack(name, blobs): _unpack(item, blobs) for name, item in content}
        return Counter(pairs) if kind == "counter" else pairs
    items = [_unpack(item, blobs) for item in content]
    match kind:
        case "list":
            return items
        case "tuple":
            return tuple(items)
        case "set":
            return set(items)
        case "deque":
            return deque(items, packed["longest"])
        case _:
            raise MalformedError("media.state")


def _unpack_object(packed: dict[str, object], blobs: list[memoryview], fresh: object) -> object:
    module, name = cast("list[str]", packed["object"])
    if not module.startswith(_OURS):
        raise MalformedError("media.state")
    kind: object = importlib.import_module(module)
    for part in name.split("."):
        kind = getattr(kind, part)
    if not isinstance(kind, type) or kind.__module__ != module:
        raise MalformedError("media.state")
    target = fresh if type(fresh) is kind else object.__new__(kind)
    for field, item in cast("dict[str, object]", packed["fields"]).items():
        before = getattr(fresh, field, _FOREIGN) if target is fresh else _FOREIGN
        # Frozen values are filled the same way.
        object.__setattr__(target, field, _unpack(item, blobs, before))
    return target
