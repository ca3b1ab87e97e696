"""How well faces are followed: on composed sequences, on talking clips, and what it costs."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from consentkit.bench.faces_deface import DefaceProgram
from consentkit.bench.faces_score import FaceTally, KnownFace, Sides, tally_frame
from consentkit.bench.plots import draw_bars
from consentkit.bench.programs import program, run
from consentkit.bench.tables import markdown_table
from consentkit.domain.frame_box import FULL
from consentkit.domain.redaction import FaceFindings
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bench_faces import Scene, compose, load_portraits
from consentkit.media.bench_faces_kinds import KINDS
from consentkit.media.bench_faces_sheet import size_of, write_sheets
from consentkit.media.faces.find import find_faces
from consentkit.media.redact.picture_encoder import PRESET, QUALITY

RECALL_MIN = 0.995
"""The recall that must be reached; a line in the drawing."""
FACES_COST_OF = "dp02_pexels_woman,ds01_cap12,dn01_maxine_eyecontact,dl01_latentsync1,di03_asl_book"
FACES_COST_S = 30
_ALL = TimeRange(Fraction(0), Fraction(24 * 3600))
_FOLDERS = ("talk", "self")
_SUFFIXES = frozenset({".mp4", ".mkv", ".mov", ".mpg"})
_LARGE_PX = 700
_NONE = "-"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class KindScore:
    """What was found in the sequences of one kind.

    Attributes:
        kind: What is done to the faces.
        ours: By ConsentKit.
        theirs: By ``deface``; None where it was not measured.
    """

    kind: str
    ours: FaceTally
    theirs: FaceTally | None = None


@dataclass(frozen=True, slots=True)
class ClipCost:
    """What redacting one clip took, in processor seconds.

    Attributes:
        name: The clip.
        base_s: Decoding it and encoding it anew.
        track_s: Finding the faces.
        render_s: Decoding, covering them and encoding.
        deface_s: By ``deface``, by its settings; empty where it was not measured.
    """

    name: str
    base_s: float
    track_s: float
    render_s: float
    deface_s: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Tracking and rendering as a multiple of the base."""
        return (self.track_s + self.render_s) / self.base_s


@dataclass(frozen=True, slots=True)
class FacesReport:
    """Everything that was measured of faces.

    Attributes:
        kinds: The composed sequences.
        clips: The talking clips: name, frames, frames with a box, tracks.
        costs: What clips cost.
    """

    kinds: tuple[KindScore, ...]
    clips: tuple[tuple[str, int, int, int], ...]
    costs: tuple[ClipCost, ...]

    @property
    def whole(self) -> FaceTally:
        """All composed sequences together."""
        return sum((item.ours for item in self.kinds), FaceTally())

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "recall": self.whole.recall,
            "precision": self.whole.precision,
            "kinds": [
                {"kind": item.kind, "ours": _plain(item.ours), "deface": _plain(item.theirs)}
                for item in self.kinds
            ],
            "clips": [
                {"name": name, "frames": frames, "covered": covered, "tracks": tracks}
                for name, frames, covered, tracks in self.clips
            ],
            "cpu": [
                {
                    "name": item.name,
                    "base_s": round(item.base_s, 3),
                    "track_s": round(item.track_s, 3),
                    "render_s": round(item.render_s, 3),
                    "ratio": round(item.ratio, 3),
                    "deface_s": {name: round(cost, 3) for name, cost in item.deface_s.items()},
                }
                for item in self.costs
            ],
        }


@dataclass(frozen=True, slots=True)
class FacesPlan:
    """How much to measure.

    Attributes:
        seeds: Sequences of each kind.
        cost_of: Names of the clips whose cost is taken.
        seconds: How long each of those is made by repeating it.
        deface: The program to measure beside, or None; it sees the first sequence of each kind.
    """

    seeds: int
    cost_of: frozenset[str]
    seconds: int
    deface: DefaceProgram | None = None


def measure_faces(media: Path, out: Path, work: Path, plan: FacesPlan, say: Say) -> FacesReport:
    """Return how well faces are followed, and write contact sheets of the talking clips.

    Args:
        media: Folder with ``faces``, ``bg``, ``talk`` and ``self``.
        out: Where contact sheets go.
        work: Where sequences and encodings are put; whoever calls deletes it.
        plan: How much to measure.
        say: Told what is being measured.

    Raises:
        NotFoundError: ``bench.media`` or ``bench.program``: something is missing.
    """
    portraits = load_portraits(media / "faces")
    kinds = []
    for kind in KINDS:
        ours, theirs = FaceTally(), FaceTally()
        for seed in range(plan.seeds):
            scene = compose(kind, seed, portraits, media / "bg", work)
            ours += _score(scene, _ours(scene))
            if plan.deface is not None and seed == 0:
                theirs += _score(scene, plan.deface.boxes(scene.path))
            scene.path.unlink()
        kinds.append(KindScore(kind, ours, None if plan.deface is None else theirs))
        say(f"faces: {kind}: recall {_figures(ours)[0]}, precision {_figures(ours)[1]}")
    clips, costs = [], []
    for path in _clips(media):
        say(f"faces: {path.name}")
        findings = find_faces(path, [_ALL])
        frames = write_sheets(path, findings.tracks, out / "faces-sheets", path.stem)
        covered = sum(1 for item in frames if item.boxes)
        clips.append((path.stem, len(frames), covered, len(findings.tracks)))
        if path.stem in plan.cost_of:
            costs.append(measure_cost(path, work, plan.deface, plan.seconds))
            say(f"faces: {path.stem}: {costs[-1].ratio:.2f} times decoding and encoding")
    return FacesReport(tuple(kinds), tuple(clips), tuple(costs))


def _clips(media: Path) -> list[Path]:
    """Return the clips of people who talk."""
    return [
        path
        for folder in _FOLDERS
        for path in sorted((media / folder).glob("*.*"))
        if path.suffix in _SUFFIXES
    ]


def _ours(scene: Scene) -> list[list[Sides]]:
    """Return our boxes in every frame of a sequence."""
    findings = find_faces(scene.path, [_ALL])
    return [_boxes(findings, at) for at in scene.times]


def _boxes(findings: FaceFindings, at: Fraction) -> list[Sides]:
    boxes = [track.box_at(at) for track in findings.tracks]
    return [
        (box.left / FULL, box.top / FULL, box.right / FULL, box.bottom / FULL)
        for box in boxes
        if box is not None
    ]


def _score(scene: Scene, boxes: Sequence[Sequence[Sides]]) -> FaceTally:
    tally = FaceTally()
    for known, found in zip(scene.faces, boxes, strict=True):
        faces = [
            KnownFace((it.box.left, it.box.top, it.box.right, it.box.bottom), it.shown)
            for it in known
        ]
        tally += tally_frame(faces, found)
    return tally


def measure_cost(path: Path, work: Path, deface: DefaceProgram | None, seconds: int) -> ClipCost:
    """Return what it takes to find and cover the faces of a clip, repeated to some length.

    Args:
        path: The clip.
        work: Where files are put.
        deface: The program to measure beside, or None.
        seconds: Length of what is measured: of short files the start of the interpreter would be
            measured, which is the same for every length.
    """
    ffmpeg = program("ffmpeg")
    quiet = [ffmpeg, "-nostdin", "-y", "-v", "error"]
    long_file, kept, out = work / "long.mp4", work / "kept.json", work / "out.mp4"
    run([
        *quiet,
        *("-stream_loop", "-1", "-i", str(path), "-t", str(seconds), "-an"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"),
        str(long_file),
    ])
    base = run([
        *(*quiet, "-i", str(long_file), "-an", "-c:v", "libx264", "-preset", PRESET),
        *("-crf", str(QUALITY), str(out)),
    ])
    out.unlink()
    once = [sys.executable, "-m", "consentkit.bench.faces_once"]
    track = run([*once, "find", str(long_file), str(kept)])
    render = run([*once, "cover", str(long_file), str(kept), str(out)])
    out.unlink()
    beside = {} if deface is None else deface.costs(long_file, work, is_large=_is_large(path))
    return ClipCost(path.stem, base.cpu_s, track.cpu_s, render.cpu_s, beside)


def _is_large(path: Path) -> bool:
    width, height = size_of(path)
    return max(width, height) > _LARGE_PX


def faces_tables(report: FacesReport) -> str:
    """Return what was measured of faces as Markdown."""
    has_theirs = any(item.theirs is not None for item in report.kinds)
    theirs_head = ("deface R", "deface P") if has_theirs else ()
    rows = []
    for item in (*report.kinds, _sum(report.kinds)):
        text = KINDS[item.kind].text if item.kind in KINDS else item.kind
        row = [
            text,
            str(item.ours.faces),
            *_figures(item.ours),
            str(item.ours.boxes - item.ours.right),
        ]
        rows.append(row + (list(_figures(item.theirs)) if has_theirs else []))
    parts = [
        markdown_table(("faces", "in frames", "R", "P", "wrong boxes", *theirs_head), rows),
        markdown_table(
            ("clip", "frames", "with a box", "tracks"),
            [(name, *(str(count) for count in counts)) for name, *counts in report.clips],
        ),
    ]
    if report.costs:
        names = sorted({name for cost in report.costs for name in cost.deface_s})
        parts.append(
            markdown_table(
                (
                    "clip",
                    "decode + encode, CPU-s",
                    "find",
                    "cover",
                    "times",
                    *(f"deface {name}, times" for name in names),
                ),
                [
                    (
                        cost.name,
                        *(f"{value:.1f}" for value in (cost.base_s, cost.track_s, cost.render_s)),
                        f"{cost.ratio:.2f}",
                        *(
                            f"{cost.deface_s[name] / cost.base_s:.1f}"
                            if name in cost.deface_s
                            else _NONE
                            for name in names
                        ),
                    )
                    for cost in report.costs
                ],
            )
        )
    return "\n".join(parts)


def draw_faces(report: FacesReport, folder: Path) -> Path:
    """Write a drawing of recall and precision by kind; return the file.

    Raises:
        NotFoundError: ``bench.program``: Matplotlib is not installed.
    """
    names = [KINDS[item.kind].text for item in report.kinds if item.ours.faces]
    kept = [item for item in report.kinds if item.ours.faces]
    lines = {
        "ConsentKit, recall": [item.ours.recall or 0.0 for item in kept],
        "ConsentKit, precision": [item.ours.precision or 0.0 for item in kept],
    }
    if any(item.theirs is not None for item in kept):
        theirs = [item.theirs or FaceTally() for item in kept]
        lines["deface, recall"] = [item.recall or 0.0 for item in theirs]
        lines["deface, precision"] = [item.precision or 0.0 for item in theirs]
    return draw_bars(names, lines, folder / "faces.svg", "share of faces, and of boxes", RECALL_MIN)


def _sum(kinds: Sequence[KindScore]) -> KindScore:
    theirs = [item.theirs for item in kinds if item.theirs is not None]
    return KindScore(
        "all",
        sum((item.ours for item in kinds), FaceTally()),
        sum(theirs, FaceTally()) if theirs else None,
    )


def _figures(tally: FaceTally | None) -> tuple[str, str]:
    values = (None, None) if tally is None else (tally.recall, tally.precision)
    recall, precision = (_NONE if value is None else f"{value:.4f}" for value in values)
    return recall, precision


def _plain(tally: FaceTally | None) -> dict[str, int] | None:
    if tally is None:
        return None
    return {
        "faces": tally.faces,
        "found": tally.found,
        "boxes": tally.boxes,
        "right": tally.right,
    }
