"""Whatever the decoding process sends, the application gets a value within bounds or an error."""

import io
import json
from fractions import Fraction

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.recording import Damage, PacketTree, StreamInfo, StreamKind
from consentkit.kernel.errors import InputError, LimitError, MalformedError, VerificationError
from consentkit.media.messages import (
    DoneMessage,
    ErrorMessage,
    PictureMessage,
    decode_error,
    decode_scan,
    encode_error,
    encode_scan,
    read_answer,
    write_message,
)
from consentkit.media.result import ScanResult
from consentkit.media.taps.base import TapResult

RESULT = ScanResult(
    sha256="ab" * 32,
    size_bytes=1000,
    container="mp4",
    streams=(
        StreamInfo(0, StreamKind.VIDEO, "h264", 640, 360, Fraction(25), rotation_deg=90),
        StreamInfo(1, StreamKind.AUDIO, "aac", sample_rate_hz=48_000, channels=2),
    ),
    duration=Fraction(76, 3),
    is_variable_rate=True,
    damage=Damage(2, Fraction(1, 3), is_truncated=True, header_duration=Fraction(30)),
    packet_trees=(
        PacketTree(0, 700, "cd" * 32, Fraction(1, 90_000), Fraction(-7, 1000)),
        PacketTree(1, 1200, "ef" * 32, Fraction(1, 1000), Fraction(-7, 1000)),
    ),
    claimed_start_at=None,
    taps={
        "waveform": TapResult({"peak": np.arange(6, dtype=np.uint8)}, {"steps_per_second": 50}),
        "panes": TapResult({"moves": np.ones((3, 4), np.float32)}, {"all": [{"x": 1}], "n": None}),
    },
    tap_versions={"waveform": 1, "panes": 7},
)
TAPS = ("waveform", "panes")


def sent() -> bytes:
    pipe = io.BytesIO()
    message, blobs = encode_scan(RESULT)
    write_message(pipe, message, blobs)
    return pipe.getvalue()


def received(data: bytes) -> ScanResult:
    answer = read_answer(io.BytesIO(data))
    if answer is None or not isinstance(answer[0], DoneMessage):
        raise MalformedError("media.worker-message")
    return decode_scan(answer[0], answer[1], TAPS)


def test_a_result_survives_the_way() -> None:
    result = received(sent())
    assert result.damage == RESULT.damage
    assert result.streams == RESULT.streams
    assert result.packet_trees == RESULT.packet_trees
    assert result.tap_versions == RESULT.tap_versions
    for name, tap in RESULT.taps.items():
        assert result.taps[name].values == tap.values
        for key, array in tap.arrays.items():
            assert np.array_equal(result.taps[name].arrays[key], array)


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_malformed(data: bytes) -> None:
    try:
        answer = read_answer(io.BytesIO(data))
    except MalformedError:
        return
    assert answer is None or len(answer) == 2


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.integers(0, 255), st.integers(0, 2))
def test_a_result_changed_anywhere_is_within_bounds_or_malformed(
    place: int, value: int, kind: int
) -> None:
    data = bytearray(sent())
    place %= len(data)
    if kind == 0:
        data[place] = value
    elif kind == 1:
        del data[place]
    else:
        data.insert(place, value)
    try:
        result = received(bytes(data))
    except MalformedError:
        return
    assert 0 <= result.duration <= 24 * 3600
    assert set(result.taps) == set(TAPS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sha256",), "AB" * 32),
        (("size_bytes",), -1),
        (("container",), "../../etc"),
        (("duration",), "1e9"),
        (("duration",), "99999999"),
        (("duration",), "-1"),
        (("streams", 0, "width_px"), 10**9),
        (("streams", 0, "rotation_deg"), 45),
        (("streams", 0, "codec"), "<script>"),
        (("streams", 1, "channels"), 100_000),
        (("streams",), []),
        (("trees", 0, "root"), "zz" * 32),
        (("trees", 0, "size"), 10**12),
        (("damage", "error_count"), -3),
        (("arrays", 0, "dtype"), "object"),
        (("arrays", 0, "dtype"), "uint16"),
        (("arrays", 0, "shape"), [-6]),
        (("arrays", 0, "shape"), [2**40, 2**40]),
        (("arrays", 0, "shape"), [1] * 40),
        (("arrays", 0, "tap"), "other"),
        (("taps",), {}),
        (("claimed_start_at",), "yesterday"),
        (("surplus",), 1),
    ],
)
def test_a_value_out_of_bounds_is_malformed(path, value) -> None:
    message, blobs = encode_scan(RESULT)
    scan = json.loads(bytes(message.value))
    inner = scan
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    changed = DoneMessage(msgspec.Raw(json.dumps(scan).encode()), message.blobs)
    with pytest.raises(MalformedError):
        decode_scan(changed, blobs, TAPS)


@pytest.mark.parametrize(
    "error",
    [
        InputError("file.unreadable"),
        LimitError("media.packets", limit=12),
        VerificationError("recording.changed"),
    ],
)
def test_errors_keep_class_code_and_facts(error) -> None:
    back = decode_error(encode_error(error))
    assert (type(back), back.code, dict(back.facts)) == (
        type(error),
        error.code,
        dict(error.facts),
    )


@pytest.mark.parametrize(
    "message",
    [
        ErrorMessage("bug", "a.b"),
        ErrorMessage("input", "no spaces please"),
        ErrorMessage("input", "a.b", {"name": "Jane Doe"}),
        ErrorMessage("input", "a.b", {"code": "x"}),
        ErrorMessage("input", "a.b", {f"n{i}": i for i in range(20)}),
    ],
)
def test_an_error_that_could_carry_something_else_is_malformed(message: ErrorMessage) -> None:
    with pytest.raises(MalformedError):
        decode_error(message)


def test_a_blob_that_is_promised_and_not_sent_is_malformed() -> None:
    pipe = io.BytesIO()
    write_message(pipe, PictureMessage("1/2", [50]), [b"short"])
    pipe.seek(0)
    with pytest.raises(MalformedError):
        read_answer(pipe)
