"""Makes an edit and its truth: ``python -m consentkit.bench.make_edit PLAN OUT.mp4 TRUTH``.

See ``consentkit.bench.edit_plan`` for the plan. Needs ffmpeg and ffprobe.
"""

import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from consentkit.bench.edit_graph import (
    SOUND_HZ,
    PartCommand,
    box_of,
    loudness_wanted,
    pane_share,
)
from consentkit.bench.edit_plan import EditPlan, Part, load_plan, plan_parts
from consentkit.bench.programs import program, run
from consentkit.kernel.errors import ConsentKitError, MalformedError

_VISIBLE = 0.1
_MEAN = re.compile(r"mean_volume: (-?[\d.]+) dB")
_ARGUMENTS = 3


def main(arguments: Sequence[str]) -> int:
    """Make the edit of a plan; return 0, or 2 when it cannot be made."""
    if len(arguments) != _ARGUMENTS:
        sys.stderr.write(
            "usage: python -m consentkit.bench.make_edit PLAN OUT.mp4 OUT.truth.json\n"
        )
        return 2
    plan_path, out, truth = map(Path, arguments)
    try:
        plan = load_plan(plan_path)
        parts = plan_parts(plan, _lengths(plan))
        render(plan, parts, out)
    except ConsentKitError as exc:
        sys.stderr.write(f"{exc}\n")
        return 2
    found = truth_of(plan, parts, out.name)
    truth.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


def render(plan: EditPlan, parts: Sequence[Part], out: Path) -> None:
    """Write the edit.

    Raises:
        NotFoundError: ``bench.program``: ffmpeg is not installed.
        ResourceError: ``bench.program-failed``.
    """
    ffmpeg = program("ffmpeg")
    with tempfile.TemporaryDirectory(prefix="consentkit-bench-") as folder:
        names = []
        for number, part in enumerate(parts):
            target = Path(folder) / f"{number:04d}.mov"
            command = PartCommand(plan, part, _gain(plan, part))
            if part.is_low:
                low = target.with_suffix(".low.mp4")
                run([ffmpeg, *command.build(low)])
                run([ffmpeg, *command.enlarged(low, target)])
            else:
                run([ffmpeg, *command.build(target)])
            names.append(f"file '{target}'\n")
        listed = Path(folder) / "parts.txt"
        listed.write_text("".join(names), encoding="utf-8")
        head = [ffmpeg, "-nostdin", "-v", "error", "-y", "-f", "concat", "-safe", "0"]
        codec = ["-c:v", "libx264", "-preset", "veryfast", "-b:v", plan.v_bitrate]
        codec += ["-maxrate", plan.v_bitrate, "-bufsize", plan.v_bitrate, "-pix_fmt", "yuv420p"]
        sound = ["-c:a", "aac", "-b:a", plan.a_bitrate, "-ar", str(SOUND_HZ)]
        run([*head, "-i", str(listed), *codec, *sound, "-movflags", "+faststart", str(out)])


def truth_of(plan: EditPlan, parts: Sequence[Part], name: str) -> dict[str, Any]:
    """Return the truth of an edit, in the form ``consentkit.bench.truth`` reads."""
    intervals: list[dict[str, Any]] = []
    frames = 0
    for part in parts:
        start = frames / plan.fps
        frames += part.frames
        intervals.append({
            "kind": part.kind,
            "edit_start": round(start, 4),
            "edit_end": round(frames / plan.fps, 4),
            "picture": _picture(plan, part),
            "sound": _sound(plan, part),
        })
    return {
        "edit_id": plan.id,
        "file": name,
        "seed": plan.seed,
        "width": plan.size[0],
        "height": plan.size[1],
        "fps": plan.fps,
        "duration": round(frames / plan.fps, 4),
        "sessions": [source.truth["session_id"] for source in plan.sources],
        "intervals": intervals,
    }


def _picture(plan: EditPlan, part: Part) -> dict[str, Any]:
    if part.source is None or part.view == "none":
        clip = part.clip
        found = {"kind": "clip", "transforms": []}
        return found if clip is None else found | {"clip": clip.id, "src_start": clip.start}
    source = plan.sources[part.source]
    share = 1.0
    if part.view not in {"full", "stack"}:
        pane = source.truth["pane_partner"]
        share = pane_share(box_of(plan, part), (pane[0], pane[1], pane[2], pane[3]))
    speed = 0.0 if part.is_frozen else part.speed
    return {
        "kind": "session",
        **_origin(plan, part, speed),
        "view": part.view,
        "partner_pane_visible": share > _VISIBLE,
        "partner_pane_visible_fraction": round(share, 3),
        "mirrored": part.is_mirrored,
        "transforms": [part.kind],
    }


def _sound(plan: EditPlan, part: Part) -> dict[str, Any]:
    if part.source is None or part.sound != "original":
        return {"kind": "silence" if part.other is None else "other"}
    pitch = 12 * math.log2(part.speed) if part.is_resampled else part.pitch
    found = {"kind": "session", **_origin(plan, part, part.speed), "pitch_semitones": pitch}
    return found if part.mix_db is None else found | {"mixed_db": part.mix_db}


def _origin(plan: EditPlan, part: Part, speed: float) -> dict[str, Any]:
    source = plan.sources[part.source or 0]
    row = next(row for row in source.truth["encounters"] if row["start"] <= part.start < row["end"])
    return {
        "session": source.truth["session_id"],
        "src_start": round(part.start, 4),
        "src_end": round(part.start + part.frames / plan.fps * speed, 4),
        "speed": speed,
        "encounter_id": row["encounter_id"],
        "partner_id": row["partner_id"],
        "encounter_kind": row["kind"],
    }


def _gain(plan: EditPlan, part: Part) -> float:
    """Return the gain that brings music or talk to the loudness wanted."""
    if part.other is None:
        return 0.0
    seconds = part.frames / plan.fps
    original = 0.0
    if part.source is not None and part.mix_db is not None:
        path = plan.sources[part.source].path
        original = _loudness(path, part.start, seconds * part.speed)
    path, start = part.other
    return loudness_wanted(part, original) - _loudness(path, start, seconds)


def _loudness(path: str, start: float, seconds: float) -> float:
    command = [program("ffmpeg"), "-nostdin", "-v", "info", "-ss", f"{start:.3f}"]
    command += ["-t", f"{seconds:.3f}", "-i", path, "-vn", "-af", "volumedetect", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    found = _MEAN.search(told.stderr)
    if found is None:
        raise MalformedError("bench.plan")
    return float(found[1])


def _lengths(plan: EditPlan) -> dict[str, float]:
    paths = {path for _, path in plan.clips} | set(plan.music) | set(plan.talk)
    return {path: _length(path) for path in sorted(paths)}


def _length(path: str) -> float:
    command = [program("ffprobe"), "-v", "error", "-show_entries", "format=duration"]
    told = run([*command, "-of", "csv=p=0", path], keeps_output=True).output
    try:
        return float(told)
    except ValueError as exc:
        raise MalformedError("bench.plan") from exc


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
