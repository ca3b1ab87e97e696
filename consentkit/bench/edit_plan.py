"""The plan of an edit with one kind of transformation per stretch, drawn from a seed.

A plan is a JSON file::

    {"edit_id": "t1", "seed": 7, "width": 1280, "height": 720, "fps": 30,
     "v_bitrate": "900k", "a_bitrate": "96k",
     "sessions": [{"path": ..., "truth": ...}], "clips": [{"id": ..., "path": ...}],
     "music": [...], "talk": [...], "segments": [{"kind": "zoom2"}, {"kind": "unknown"}, ...]}

``clips`` are footage of no recording. Kinds: ``plain unknown reencode360 crop_fill crop_fit zoomX
mirror grade:NAME caption_top caption_bottom overlay known_in_pip unknown_inset vertical_centre
stack blurfill speed:X:keep speed:X:resample musicDB talkDB pitchN voiceover broll own_only mute
reordered pieces2s freeze combo3``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from consentkit.kernel.errors import MalformedError

GRADES = {
    "bright": "eq=brightness=0.08:contrast=1.1",
    "warm": "colorbalance=rs=.12:bs=-.12:rm=.06",
    "cool": "colorbalance=rs=-.12:bs=.14",
    "sat": "eq=saturation=1.6:contrast=1.08",
    "grey": "hue=s=0",
    "sepia": "colorchannelmixer=.393:.769:.189:0:.349:.686:.168:0:.272:.534:.131",
    "fade": "eq=contrast=0.8:brightness=0.05:saturation=0.8",
    "vignette": "vignette=PI/4",
    "dark": "eq=gamma=0.65",
    "lift": "curves=all=0/0.15 0.5/0.55 1/0.95",
}
_CORNERS = ("tl", "tr", "bl", "br")
_SECONDS = 11.0
_SHORT_S = 2.0
_INSIDE_S = 0.2


@dataclass(frozen=True, slots=True)
class Source:
    """A recording that edits are made of.

    Attributes:
        path: Its file.
        truth: Its truth as read.
    """

    path: str
    truth: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of footage of no recording.

    Attributes:
        id: Its name.
        path: Its file.
        start: Second where the stretch begins.
        seconds: How long it is.
    """

    id: str
    path: str
    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the edit that is rendered in one go.

    Attributes:
        kind: Its transformation as the truth names it.
        frames: Its length.
        source: Number of the recording; None for footage of no recording.
        start: Second of the recording.
        view: What of the frame is shown: full, fill, fit, zoom, centre, stack, blur, own or none.
        zoom: How many times the pane is enlarged.
        at: Where in the pane a zoom looks, 0 to 1 across and down.
        speed: Seconds of the recording per second of the edit.
        is_resampled: Pitch goes along with the speed.
        pitch: Semitones.
        is_mirrored: Left and right are exchanged.
        is_low: Encoded at 360 lines and low bitrate on the way.
        is_frozen: The first picture stands still.
        grade: Name of a colour grade, or empty.
        caption: Text, or empty.
        caption_at: ``top`` or ``bottom``.
        overlay: Share of the frame that boxes cover.
        clip: Footage of no recording that is shown: alone, under, over, or in place of the picture.
        clip_role: ``alone``, ``under``, ``over`` or ``broll``; empty without a clip.
        width: Width of an inset as a share of the frame.
        corner: Where an inset sits.
        sound: original, clip, other or none.
        other: Music or talk: file, second where it begins; None without.
        mix_db: Loudness of ``other`` beside the original's; None where it stands alone.
        seed: Decides boxes of an overlay.
    """

    kind: str
    frames: int
    source: int | None = None
    start: float = 0.0
    view: str = "full"
    zoom: float = 1.0
    at: tuple[float, float] = (0.5, 0.35)
    speed: float = 1.0
    is_resampled: bool = False
    pitch: float = 0.0
    is_mirrored: bool = False
    is_low: bool = False
    is_frozen: bool = False
    grade: str = ""
    caption: str = ""
    caption_at: str = "bottom"
    overlay: float = 0.0
    clip: Clip | None = None
    clip_role: str = ""
    width: float = 0.35
    corner: str = "tl"
    sound: str = "original"
    other: tuple[str, float] | None = None
    mix_db: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class EditPlan:
    """All that decides an edit.

    Attributes:
        id: Its name.
        seed: Decides what the plan leaves open.
        size: Width and height in pixels.
        fps: Frames per second.
        v_bitrate: Of the picture, as ffmpeg takes it.
        a_bitrate: Of the sound.
        sources: The recordings.
        clips: Footage of no recording, by name and file.
        music: Files.
        talk: Files.
        segments: Kind and seconds of each stretch, seconds 0 for the usual length.
    """

    id: str
    seed: int
    size: tuple[int, int]
    fps: int
    v_bitrate: str
    a_bitrate: str
    sources: tuple[Source, ...]
    clips: tuple[tuple[str, str], ...]
    music: tuple[str, ...]
    talk: tuple[str, ...]
    segments: tuple[tuple[str, float], ...]


def load_plan(path: Path) -> EditPlan:
    """Return the plan in a file.

    Raises:
        MalformedError: ``bench.plan``.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        sources = tuple(
            Source(str(row["path"]), json.loads(Path(row["truth"]).read_text(encoding="utf-8")))
            for row in found["sessions"]
        )
        return EditPlan(
            str(found["edit_id"]),
            int(found["seed"]),
            (int(found["width"]), int(found["height"])),
            int(found["fps"]),
            str(found["v_bitrate"]),
            str(found["a_bitrate"]),
            sources,
            tuple((str(row["id"]), str(row["path"])) for row in found["clips"]),
            tuple(map(str, found["music"])),
            tuple(map(str, found["talk"])),
            tuple((str(row["kind"]), float(row.get("seconds", 0))) for row in found["segments"]),
        )
    except (OSError, KeyError, TypeError, ValueError) as exc:
        raise MalformedError("bench.plan") from exc


def plan_parts(plan: EditPlan, lengths: Mapping[str, float]) -> tuple[Part, ...]:
    """Return the parts of an edit in order.

    Args:
        plan: The plan.
        lengths: Seconds of every clip, music and talk file.

    Raises:
        MalformedError: ``bench.plan``: a kind is not known, or no recording is long enough.
    """
    return tuple(_Planner(plan, lengths).parts())


@dataclass(slots=True)
class _Planner:
    plan: EditPlan
    lengths: Mapping[str, float]
    clips_used: int = 0
    visits: dict[tuple[int, str], int] = field(default_factory=dict)

    def parts(self) -> list[Part]:
        self.rng = np.random.default_rng(self.plan.seed)
        self.order = list(self.rng.permutation(len(self.plan.clips)))
        found: list[Part] = []
        for kind, seconds in self.plan.segments:
            found += self._segment(kind, seconds or _SECONDS)
        return found

    rng: np.random.Generator = field(init=False)
    order: list[int] = field(init=False)

    def _segment(self, kind: str, seconds: float) -> list[Part]:
        if kind == "unknown":
            return [self._unknown(seconds if seconds != _SECONDS else self._between(3, 6))]
        if kind == "reordered":
            whole = self._known(kind, seconds)
            length = whole.frames // 4
            step = length / self.plan.fps
            return [
                replace(whole, frames=length, start=whole.start + place * step)
                for place in (2, 0, 3, 1)
            ]
        if kind == "pieces2s":
            return [self._known(kind, _SHORT_S) for _ in range(6)]
        return [self._one(kind, seconds)]

    def _one(self, kind: str, seconds: float) -> Part:
        name, _, value = kind.partition(":")
        speed = _number(value.partition(":")[0]) if name == "speed" else 1.0
        part = self._known(kind, seconds, speed)
        other = self._pick(
            self.plan.talk if name.startswith(("talk", "voice")) else self.plan.music
        )
        seed = int(self.rng.integers(1 << 30))
        corner = str(self.rng.choice(_CORNERS))
        match name:
            case "plain" | "mute" | "freeze" | "reencode360" | "mirror":
                return replace(
                    part,
                    sound="none" if name == "mute" else "original",
                    is_frozen=name == "freeze",
                    is_low=name == "reencode360",
                    is_mirrored=name == "mirror",
                )
            case "crop_fill" | "crop_fit":
                return replace(part, view=name[5:])
            case "grade":
                return replace(part, grade=value, view=self._view())
            case "caption_top" | "caption_bottom":
                return replace(part, caption="WAIT FOR IT", caption_at=name[8:], view=self._view())
            case "overlay":
                return replace(part, overlay=self._between(0.3, 0.4), seed=seed, view=self._view())
            case "known_in_pip" | "unknown_inset":
                role = "under" if name == "known_in_pip" else "over"
                clip = self._clip(part.frames / self.plan.fps)
                width = self._between(0.3, 0.4)
                return replace(part, clip=clip, clip_role=role, width=width, corner=corner)
            case "vertical_centre" | "stack" | "blurfill" | "own_only":
                views = {"vertical_centre": "centre", "blurfill": "blur", "own_only": "own"}
                return replace(part, view=views.get(name, name))
            case "speed":
                return replace(part, is_resampled=value.endswith("resample"), view=self._view())
            case "voiceover":
                return replace(part, sound="other", other=other, view=self._view())
            case "broll":
                clip = self._clip(part.frames / self.plan.fps)
                return replace(part, clip=clip, clip_role="broll", view="none")
            case "combo3":
                return replace(
                    part,
                    view="zoom",
                    zoom=1.5,
                    grade=str(self.rng.choice(("warm", "cool", "fade", "dark"))),
                    caption="PART 2",
                    other=other,
                    mix_db=-9.0,
                )
            case _:
                return self._numbered(kind, part, other)

    def _numbered(self, kind: str, part: Part, other: tuple[str, float]) -> Part:
        for name in ("zoom", "music", "talk", "pitch"):
            if kind.startswith(name):
                number = _number(kind.removeprefix(name))
                match name:
                    case "zoom":
                        at = (self._between(0.25, 0.75), self._between(0.15, 0.6))
                        return replace(part, view="zoom", zoom=number, at=at)
                    case "pitch":
                        return replace(part, pitch=number, view=self._view())
                    case _:
                        return replace(part, other=other, mix_db=number, view=self._view())
        raise MalformedError("bench.plan")

    def _known(self, kind: str, seconds: float, speed: float = 1.0) -> Part:
        """Return a stretch inside one conversation, the least visited ones first."""
        talks = [
            (number, row)
            for number, source in enumerate(self.plan.sources)
            for row in source.truth["encounters"]
            if row["kind"] == "talk"
        ]
        fitting = [
            (number, row, room)
            for number, row in talks
            if (room := row["end"] - row["start"] - 3 * _INSIDE_S) >= min(seconds * speed, 6.0)
        ]
        if not fitting:
            raise MalformedError("bench.plan")
        seen = [
            self.visits.get((number, str(row["encounter_id"])), 0) for number, row, _ in fitting
        ]
        least = [item for item, count in zip(fitting, seen, strict=True) if count == min(seen)]
        number, row, room = least[int(self.rng.integers(len(least)))]
        self.visits[number, str(row["encounter_id"])] = min(seen) + 1
        length = min(seconds * speed, room)
        start = self._between(row["start"] + _INSIDE_S, row["end"] - length - _INSIDE_S)
        frames = max(1, int(length / speed * self.plan.fps))
        return Part(kind, frames, number, start, speed=speed)

    def _unknown(self, seconds: float) -> Part:
        clip = self._clip(seconds)
        frames = max(2, int(clip.seconds * self.plan.fps))
        other = self._pick(self.plan.music)
        return Part(
            "unknown", frames, clip=clip, clip_role="alone", view="none", sound="other", other=other
        )

    def _clip(self, seconds: float) -> Clip:
        name, path = self.plan.clips[self.order[self.clips_used % len(self.order)]]
        self.clips_used += 1
        length = min(seconds, self.lengths[path] - 0.15)
        return Clip(
            name, path, self._between(0, max(0, self.lengths[path] - 0.15 - length)), length
        )

    def _pick(self, files: Sequence[str]) -> tuple[str, float]:
        path = files[int(self.rng.integers(len(files)))]
        room = max(0.0, self.lengths[path] - 2 * _SECONDS)
        return path, self._between(0, room)

    def _view(self) -> str:
        return str(self.rng.choice(("full", "fill", "fit")))

    def _between(self, low: float, high: float) -> float:
        return float(self.rng.uniform(low, high)) if high > low else low


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as exc:
        raise MalformedError("bench.plan") from exc
