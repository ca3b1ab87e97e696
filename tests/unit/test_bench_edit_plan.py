"""Plans of edits with one transformation per stretch, and the truth that goes with them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from consentkit.bench.edit_graph import PartCommand, box_of, loudness_wanted, pane_share
from consentkit.bench.edit_plan import EditPlan, Part, Source, load_plan, plan_parts
from consentkit.bench.make_edit import truth_of
from consentkit.bench.truth import UNKNOWN_KIND, load_edit_truth
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import MalformedError

KINDS = (
    "plain",
    "unknown",
    "reencode360",
    "crop_fill",
    "crop_fit",
    "zoom2",
    "mirror",
    "grade:warm",
    "caption_top",
    "caption_bottom",
    "overlay",
    "known_in_pip",
    "unknown_inset",
    "vertical_centre",
    "stack",
    "blurfill",
    "speed:0.93:keep",
    "speed:1.1:resample",
    "music-12",
    "talk0",
    "pitch+3",
    "voiceover",
    "broll",
    "own_only",
    "mute",
    "reordered",
    "pieces2s",
    "freeze",
    "combo3",
)
TRUTH = {
    "session_id": "r",
    "width": 1280,
    "height": 720,
    "pane_partner": [4, 40, 634, 520],
    "pane_self": [642, 40, 634, 520],
    "encounters": [
        {"encounter_id": "r1", "partner_id": "a", "kind": "talk", "start": 2, "end": 40},
        {"encounter_id": "r2", "partner_id": "b", "kind": "skip", "start": 41, "end": 60},
        {"encounter_id": "r3", "partner_id": "c", "kind": "talk", "start": 61, "end": 99},
    ],
}
LENGTHS = {"clip": 9.0, "music": 60.0, "talk": 60.0}


def _plan(*kinds: str, size=(1280, 720), seed=1) -> EditPlan:
    return EditPlan(
        "e",
        seed,
        size,
        30,
        "900k",
        "96k",
        (Source("r.mp4", TRUTH),),
        (("c", "clip"),),
        ("music",),
        ("talk",),
        tuple((kind, 0.0) for kind in kinds),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_parts_a_command_and_a_truth_that_is_read(tmp_path, kind):
    plan = _plan(kind)
    parts = plan_parts(plan, LENGTHS)
    for part in parts:
        command = PartCommand(plan, part).build(Path("out.mov"))
        graph = command[command.index("-filter_complex") + 1]
        assert graph.count("[vo]") == graph.count("[ao]") == 1
    place = tmp_path / "e.truth.json"
    place.write_text(json.dumps(truth_of(plan, parts, "e.mp4")), encoding="utf-8")
    truth = load_edit_truth(place)
    assert truth.duration == pytest.approx(sum(part.frames for part in parts) / 30, abs=1e-3)
    for lane in Lane:
        assert len(truth.lane(lane)) == len(parts)
        for piece in truth.lane(lane):
            assert piece.kinds != {UNKNOWN_KIND} or kind == "unknown"


def test_a_seed_decides_everything():
    assert plan_parts(_plan(*KINDS), LENGTHS) == plan_parts(_plan(*KINDS), LENGTHS)
    assert plan_parts(_plan(*KINDS, seed=2), LENGTHS) != plan_parts(_plan(*KINDS), LENGTHS)


def test_stretches_stay_inside_one_conversation_and_take_turns():
    parts = plan_parts(_plan(*["plain"] * 6), LENGTHS)
    rows = [row for row in TRUTH["encounters"] if row["kind"] == "talk"]
    seen = []
    for part in parts:
        inside = [
            row["encounter_id"]
            for row in rows
            if row["start"] < part.start and part.start + part.frames / 30 < row["end"]
        ]
        assert len(inside) == 1
        seen += inside
    assert seen.count("r1") == seen.count("r3") == 3


@pytest.mark.parametrize("kind", ["nothing", "zoomx", "pitch", "speed:x:keep"])
def test_an_unknown_kind_is_refused(kind):
    with pytest.raises(MalformedError):
        plan_parts(_plan(kind), LENGTHS)


def test_a_recording_without_room_is_refused():
    short = dict(TRUTH, encounters=[dict(TRUTH["encounters"][0], end=4)])
    with pytest.raises(MalformedError):
        plan_parts(replace(_plan("plain"), sources=(Source("r.mp4", short),)), LENGTHS)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_a_zoom_lies_within_the_pane_in_the_shape_of_the_edit(size):
    part = Part("zoom2", 30, 0, 5.0, view="zoom", zoom=2, at=(0.75, 0.6))
    left, top, width, height = box_of(_plan(size=size), part)
    assert pane_share((4, 40, 634, 520), (left, top, width, height)) == 1
    assert width / height == pytest.approx(size[0] / size[1], rel=0.03)


def test_a_centred_crop_stays_in_the_frame():
    part = Part("vertical_centre", 30, 0, 5.0, view="centre")
    left, top, width, height = box_of(_plan(size=(720, 1280)), part)
    assert left >= 0
    assert left + width <= 1280
    assert (top, height) == (0, 720)


def test_only_the_own_pane_does_not_show_the_partner():
    plan = _plan("own_only")
    (row,) = truth_of(plan, plan_parts(plan, LENGTHS), "e.mp4")["intervals"]
    assert row["picture"]["partner_pane_visible"] is False


def test_boxes_of_an_overlay_cover_what_was_wished():
    plan = _plan("overlay")
    (part,) = plan_parts(plan, LENGTHS)
    command = " ".join(PartCommand(plan, part).build(Path("out.mov")))
    areas = [
        int(box.split("w=")[1].split(":")[0]) * int(box.split("h=")[1].split(":")[0])
        for box in command.split("drawbox=")[1:]
    ]
    assert sum(areas) >= 0.9 * part.overlay * 1280 * 720


def test_music_is_as_loud_as_the_plan_says_beside_the_original():
    assert loudness_wanted(Part("music-12", 1, mix_db=-12), -24) == -36
    assert loudness_wanted(Part("voiceover", 1), -24) == -20


def test_what_is_no_plan_is_refused(tmp_path):
    place = tmp_path / "plan.json"
    place.write_text('{"edit_id": "e"}', encoding="utf-8")
    with pytest.raises(MalformedError):
        load_plan(place)
