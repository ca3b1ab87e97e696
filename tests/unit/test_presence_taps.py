"""Cuts, codes and faces: found where they are, nowhere else, and bounded whatever comes."""

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from consentkit.kernel import resources
from consentkit.kernel.errors import ResourceError
from consentkit.kernel.timebase import TimeRange
from consentkit.media import face_model
from consentkit.media.stored_tap import decode_tap_result, encode_tap_result, without_stretch
from consentkit.media.taps import codes
from consentkit.media.taps.base import GRID_COLUMNS, GRID_ROWS, DetailFrame, GridFrame, StreamFacts
from consentkit.media.taps.codes import CodesTap
from consentkit.media.taps.cuts import CutsTap
from consentkit.media.taps.faces import FacesTap

FACTS = StreamFacts(1280, 720, has_picture=True, has_sound=False)


def scene(seed: int) -> np.ndarray:
    coarse = np.random.default_rng(seed).integers(20, 230, (9, 16)).astype(np.uint8)
    return cv2.resize(coarse, (GRID_COLUMNS, GRID_ROWS), interpolation=cv2.INTER_LINEAR)


def cuts_of(frames, rate: int = 25, *, is_quick: bool = False):
    tap = CutsTap()
    tap.begin(StreamFacts(1280, 720, has_picture=True, has_sound=False, is_quick=is_quick))
    for number, points in enumerate(frames):
        tap.on_grid(GridFrame(Fraction(number, rate), np.ascontiguousarray(points)))
    return tap.finish().arrays


def test_a_cut_is_told_with_the_first_new_and_the_last_old_frame() -> None:
    found = cuts_of([scene(1)] * 60 + [scene(2)] * 60 + [scene(3)] * 40)
    assert found["at_us"].tolist() == [2_400_000, 4_800_000]
    assert found["before_us"].tolist() == [2_360_000, 4_760_000]
    assert found["share"].min() > 200


def test_movement_noise_flashes_and_captions_are_no_cuts() -> None:
    rng = np.random.default_rng(4)
    moving = [np.roll(scene(1), number, axis=1) for number in range(100)]
    assert not len(cuts_of(moving)["at_us"])
    noisy = [
        np.clip(scene(1) + rng.normal(0, 12, scene(1).shape), 0, 255).astype(np.uint8)
        for _ in range(60)
    ]
    assert not len(cuts_of(noisy)["at_us"])
    flash = [scene(1)] * 30 + [np.full_like(scene(1), 250)] + [scene(1)] * 30
    assert not len(cuts_of(flash)["at_us"])
    captioned = scene(1).copy()
    captioned[-5:, 10:-10] = 255
    assert not len(cuts_of([scene(1)] * 30 + [captioned] * 30)["at_us"])


def test_a_cut_within_a_frame_that_is_mostly_border_is_found() -> None:
    def bordered(seed: int) -> np.ndarray:
        picture = np.zeros((GRID_ROWS, GRID_COLUMNS), np.uint8)
        picture[:, 22:42] = scene(seed)[:, 22:42]
        return picture

    assert len(cuts_of([bordered(1)] * 30 + [bordered(2)] * 30)["at_us"]) == 1


def test_a_cut_at_the_very_end_counts_and_a_quick_scan_finds_none() -> None:
    frames = [scene(1)] * 30 + [scene(2)]
    assert len(cuts_of(frames)["at_us"]) == 1
    assert not len(cuts_of(frames, is_quick=True)["at_us"])


def code_frame(*texts: str, at: int = 0) -> DetailFrame:
    picture = np.full((720, 1280), 160, np.uint8)
    for place, text in enumerate(texts):
        matrix = np.array([list(row) for row in segno.make_qr(text).matrix], np.uint8)
        drawn = np.kron(np.pad(1 - matrix, 4, constant_values=1) * 255, np.ones((5, 5), np.uint8))
        left = 40 + place * 420
        picture[60 : 60 + len(drawn), left : left + len(drawn)] = drawn
    return DetailFrame(Fraction(at), picture, is_keyframe=False)


def codes_of(*frames: DetailFrame):
    tap = CodesTap()
    tap.begin(FACTS)
    for frame in frames:
        tap.on_detail(frame)
    return tap.finish()


def test_codes_are_read_with_time_and_place() -> None:
    result = codes_of(code_frame(at=1), code_frame("CK1:one", "two", at=2), code_frame("two", at=3))
    texts = result.values["texts"]
    assert sorted(texts) == ["CK1:one", "two"]
    rows = zip(result.arrays["at_us"].tolist(), result.arrays["text"].tolist(), strict=True)
    assert {(at, texts[text]) for at, text in rows} == {
        (2_000_000, "CK1:one"),
        (2_000_000, "two"),
        (3_000_000, "two"),
    }
    left, top, right, bottom = result.arrays["box"][-1] / 65535
    assert 0.02 < left < right < 0.3
    assert 0.05 < top < bottom < 0.6


def test_hostile_codes_fill_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "TEXTS_MAX", 2)
    result = codes_of(*(code_frame(f"text {number}", at=number) for number in range(4)))
    assert result.values["texts"] == ["text 0", "text 1"]
    assert result.values["is_full"]
    monkeypatch.setattr(codes, "SIGHTINGS_MAX", 3)
    result = codes_of(*(code_frame("same", at=number) for number in range(5)))
    assert len(result.arrays["at_us"]) == 3
    assert result.values["is_full"]
    odd = codes_of(code_frame("\x00\x1b[31m<b>\u202e\U0001f600"))
    assert decode_tap_result(encode_tap_result(odd)).values == odd.values


def test_the_texts_of_an_erased_stretch_go() -> None:
    result = codes_of(code_frame("hers", at=1), code_frame("his", at=5), code_frame("his", at=9))
    left = without_stretch("codes", result, TimeRange(Fraction(0), Fraction(3)))
    assert left.values["texts"] == ["", "his"]
    assert left.arrays["at_us"].tolist() == [5_000_000, 9_000_000]


def test_nothing_is_a_face_where_there_is_none() -> None:
    tap = FacesTap()
    tap.begin(FACTS)
    rng = np.random.default_rng(3)
    for number, shape in enumerate([(180, 320), (320, 180), (32, 320), (9, 16), (1, 1)]):
        picture = rng.integers(0, 255, shape).astype(np.uint8)
        tap.on_detail(DetailFrame(Fraction(number), picture, is_keyframe=False))
    arrays = tap.finish().arrays
    assert arrays["count"].tolist() == [0] * 5
    assert arrays["box"].shape == (0, 4)


def test_another_model_than_ours_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = tmp_path / "model.onnx"
    forged.write_bytes(resources.resource_path("models", face_model.MODEL).read_bytes()[:-1] + b"x")
    monkeypatch.setattr(face_model, "resource_path", lambda *parts: forged)
    with pytest.raises(ResourceError, match=r"install\.resource-damaged"):
        face_model.face_detector((320, 192))


@pytest.mark.shared
def test_faces_of_photographs_are_found(shared: Path) -> None:
    tap = FacesTap()
    tap.begin(FACTS)
    photographs = sorted((shared / "media" / "data" / "dev" / "faces").glob("*.*"))
    for number, path in enumerate(photographs):
        gray = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
        scale = 320 / max(gray.shape)
        small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        tap.on_detail(DetailFrame(Fraction(number), small, is_keyframe=False))
    counts = tap.finish().arrays["count"]
    assert len(counts) == len(photographs) >= 10
    assert counts.min() >= 1


@pytest.mark.shared
def test_codes_held_to_a_camera_are_read(shared: Path) -> None:
    import json

    from consentkit.media.scan import scan_file

    folder = shared / "media" / "qr"
    truth = json.loads((folder / "dqr.truth.json").read_text(encoding="utf-8"))
    result = scan_file(folder / "dqr.mp4", [CodesTap()]).taps["codes"]
    texts = set(result.values["texts"])
    single = [item for item in truth["codes"] if len(item["payloads"]) == 1]
    assert all(item["payloads"][0] in texts for item in single)
    assert texts <= {text for item in truth["codes"] for text in item["payloads"]}
