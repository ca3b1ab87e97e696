"""The ffmpeg command that renders one part of an edit."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from consentkit.bench.edit_plan import GRADES, Clip, EditPlan, Part, Source

SOUND_HZ = 48_000
_MARGIN_S = 0.6
_ALONE_DB = -20.0
"""Mean loudness of music or talk that stands alone."""
_CAPTION_SHARE = 0.16
_LOW = ("-c:v", "libx264", "-preset", "veryfast", "-b:v", "140k", "-maxrate", "180k")
_LOW_SOUND = ("-bufsize", "280k", "-c:a", "aac", "-b:a", "40k")
_PLAIN = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "15", "-c:a", "pcm_s16le")
Box = tuple[int, int, int, int]


@dataclass(slots=True)
class PartCommand:
    """Builds the command of one part.

    Attributes:
        plan: The edit.
        part: The part.
        gain_db: Gain of the part's music or talk.
        inputs: Arguments of the inputs so far.
        graph: Filter chains so far.
    """

    plan: EditPlan
    part: Part
    gain_db: float = 0.0
    inputs: list[str] = field(default_factory=list)
    graph: list[str] = field(default_factory=list)
    _count: int = 0

    def build(self, target: Path) -> list[str]:
        """Return the arguments after the program's name."""
        part, fps = self.part, self.plan.fps
        own = self._recording()
        label = self._picture(own)
        self._sound(own)
        self.graph.append(f"[{label}]{self._finish()}[vo]")
        head = ["-nostdin", "-v", "error", "-y", *self.inputs]
        head += ["-filter_complex", ";".join(self.graph), "-map", "[vo]", "-map", "[ao]"]
        head += ["-frames:v", str(part.frames), "-r", str(fps)]
        if part.is_low:
            width, height = self.plan.size
            low = "640x360" if width > height else "360x640"
            return [*head, "-s", low, *_LOW, *_LOW_SOUND, str(target)]
        return [*head, *_PLAIN, "-video_track_timescale", "90000", str(target)]

    def enlarged(self, low: Path, target: Path) -> list[str]:
        """Return the arguments that bring a part of low quality back to the edit's size."""
        width, height = self.plan.size
        samples = self.part.frames * SOUND_HZ // self.plan.fps
        filters = f"scale={width}:{height},setsar=1,tpad=stop_mode=clone:stop_duration=1"
        sound = f"aresample={SOUND_HZ},apad,atrim=end_sample={samples}"
        command = ["-nostdin", "-v", "error", "-y", "-i", str(low), "-vf", filters, "-af", sound]
        command += ["-frames:v", str(self.part.frames), "-ac", "2", *_PLAIN]
        return [*command, "-video_track_timescale", "90000", str(target)]

    def _input(self, *arguments: str) -> int:
        self.inputs += arguments
        self._count += 1
        return self._count - 1

    def _recording(self) -> int | None:
        part = self.part
        if part.source is None:
            return None
        seconds = self._seconds * part.speed + _MARGIN_S
        span = ("-ss", f"{part.start:.4f}", "-t", f"{seconds:.4f}")
        return self._input(*span, "-i", self.plan.sources[part.source].path)

    @property
    def _seconds(self) -> float:
        return self.part.frames / self.plan.fps

    def _picture(self, own: int | None) -> str:
        part = self.part
        if own is None or part.source is None or part.view == "none":
            if part.clip is not None:
                self._clip(part.clip, self._fit if part.clip_role == "alone" else self._fill, "v0")
            return "v0"
        base = f"[{own}:v]setpts=(PTS-STARTPTS)/{part.speed},fps={self.plan.fps}"
        if part.is_frozen:
            still = f"tpad=stop_mode=clone:stop_duration={self._seconds + 1}"
            base = f"[{own}:v]trim=end_frame=1,setpts=PTS-STARTPTS,{still},fps={self.plan.fps}"
        self.graph.append(f"{base},{self._view(self.plan.sources[part.source])}[v0]")
        if part.clip is None:
            return "v0"
        width, margin = int(self.plan.size[0] * part.width / 2) * 2, self.plan.size[0] // 40
        across = str(margin) if part.corner.endswith("l") else f"W-w-{margin}"
        down = str(margin) if part.corner.startswith("t") else f"H-h-{margin}"
        if part.clip_role == "under":
            self._clip(part.clip, self._fill, "u")
            self.graph.append(f"[v0]scale={width}:-2[s];[u][s]overlay={across}:{down}[v1]")
        else:
            self._clip(part.clip, f"scale={width}:-2", "u")
            self.graph.append(f"[v0][u]overlay={across}:{down}:eof_action=pass[v1]")
        return "v1"

    def _clip(self, clip: Clip, filters: str, label: str) -> None:
        number = self._input("-i", clip.path)
        span = f"trim=start={clip.start:.4f}:duration={clip.seconds:.4f}"
        # A clip that ends early stands still, but an inset goes away.
        still = "" if self.part.clip_role == "over" else ",tpad=stop_mode=clone:stop_duration=60"
        self.graph.append(
            f"[{number}:v]{span},setpts=PTS-STARTPTS,fps={self.plan.fps},{filters}{still}[{label}]"
        )

    def _view(self, source: Source) -> str:
        width, height = self.plan.size
        pane = box_of(self.plan, self.part)
        match self.part.view:
            case "fill" | "own" | "zoom" | "centre":
                return f"{_crop(pane)},{self._fill}"
            case "fit":
                return f"{_crop(pane)},{self._fit}"
            case "stack":
                half = f"scale={width}:{height // 2}:force_original_aspect_ratio=increase"
                half += f",crop={width}:{height // 2}"
                partner, own = (_box(source, name) for name in ("pane_partner", "pane_self"))
                return (
                    f"split[a][b];[a]{_crop(partner)},{half}[a1];[b]{_crop(own)},{half}[b1];"
                    f"[a1][b1]vstack,scale={width}:{height},setsar=1"
                )
            case "blur":
                inside = f"scale={width}:{height}:force_original_aspect_ratio=decrease"
                return (
                    f"{_crop(pane)},split[a][b];[a]{self._fill},boxblur=24:2[a1];[b]{inside}[b1];"
                    "[a1][b1]overlay=(W-w)/2:(H-h)/2,setsar=1"
                )
            case _:
                return self._fit

    @property
    def _fit(self) -> str:
        width, height = self.plan.size
        scale = f"scale={width}:{height}:force_original_aspect_ratio=decrease"
        return f"{scale},pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1"

    @property
    def _fill(self) -> str:
        width, height = self.plan.size
        scale = f"scale={width}:{height}:force_original_aspect_ratio=increase"
        return f"{scale},crop={width}:{height},setsar=1"

    def _finish(self) -> str:
        part, (width, height) = self.part, self.plan.size
        filters = [GRADES[part.grade]] if part.grade else []
        if part.is_mirrored:
            filters.append("hflip")
        if part.caption:
            tall = int(height * _CAPTION_SHARE)
            top = 0 if part.caption_at == "top" else height - tall
            size = int(min(width, height) * 0.075)
            filters.append(f"drawbox=x=0:y={top}:w={width}:h={tall}:color=black@0.65:t=fill")
            text = f"drawtext=text='{part.caption}':fontsize={size}:fontcolor=yellow"
            filters.append(f"{text}:x=(w-tw)/2:y={top + tall // 3}")
        filters += self._boxes()
        return ",".join((*filters, "tpad=stop_mode=clone:stop_duration=5", "format=yuv420p"))

    def _boxes(self) -> list[str]:
        """Return opaque boxes that cover about the share wished, drawn from the part's seed."""
        rng = np.random.default_rng(self.part.seed)
        width, height = self.plan.size
        cells = np.zeros((32, 32), bool)
        boxes = []
        while cells.mean() < self.part.overlay:
            wide, tall = rng.uniform(0.1, 0.3, 2)
            left, top = rng.uniform(0, 1 - wide), rng.uniform(0, 1 - tall)
            rows = slice(round(top * 32), round((top + tall) * 32))
            cells[rows, round(left * 32) : round((left + wide) * 32)] = True
            place = f"x={int(left * width)}:y={int(top * height)}"
            size = f"w={int(wide * width)}:h={int(tall * height)}"
            boxes.append(f"drawbox={place}:{size}:color=0x{rng.integers(1 << 24):06x}:t=fill")
        return boxes

    def _sound(self, own: int | None) -> None:
        part = self.part
        form = f"aresample={SOUND_HZ},aformat=channel_layouts=stereo:sample_fmts=fltp"
        mixed = []
        if part.sound == "original" and own is not None:
            chain = f"[{own}:a]asetpts=PTS-STARTPTS,aresample={SOUND_HZ}"
            self.graph.append(f"{chain}{_retimed(part)},{form}[sa]")
            mixed.append("[sa]")
        if part.other is not None:
            path, start = part.other
            span = ("-ss", f"{start:.3f}", "-t", f"{self._seconds + 0.3:.3f}")
            number = self._input(*span, "-i", path)
            gain = f"volume={self.gain_db:.2f}dB"
            self.graph.append(f"[{number}:a]asetpts=PTS-STARTPTS,{form},{gain}[oa]")
            mixed.append("[oa]")
        if not mixed:
            source = f"anullsrc=r={SOUND_HZ}:cl=stereo"
            number = self._input("-f", "lavfi", "-t", f"{self._seconds + 0.2}", "-i", source)
            mixed.append(f"[{number}:a]")
        together = "anull"
        if len(mixed) > 1:
            together = f"amix=inputs={len(mixed)}:duration=longest:normalize=0"
        samples = self.part.frames * SOUND_HZ // self.plan.fps
        end = f"alimiter=limit=0.95:level=disabled,apad,atrim=end_sample={samples}"
        self.graph.append(f"{''.join(mixed)}{together},{end},asetpts=PTS-STARTPTS[ao]")


def box_of(plan: EditPlan, part: Part) -> Box:
    """Return what of the recording's frame a part shows: left, top, width, height in pixels."""
    if part.source is None:
        return 0, 0, 0, 0
    source = plan.sources[part.source]
    whole = (0, 0, int(source.truth["width"]), int(source.truth["height"]))
    pane = _box(source, "pane_partner")
    shape = plan.size[0] / plan.size[1]
    match part.view:
        case "own":
            return _box(source, "pane_self")
        case "fill" | "fit":
            return pane
        case "blur":
            return pane if shape > 1 else whole
        case "centre":
            width = min(whole[2], _even(whole[3] * shape))
            left = pane[0] + pane[2] / 2 - width / 2
            return _even(min(max(left, 0), whole[2] - width)), 0, width, whole[3]
        case "zoom":
            wide = min(pane[2], pane[3] * shape) / part.zoom
            tall = wide / shape
            left = pane[0] + (pane[2] - wide) * part.at[0]
            top = pane[1] + (pane[3] - tall) * part.at[1]
            return _even(left), _even(top), _even(wide), _even(tall)
        case _:
            return whole


def pane_share(box: Box, pane: Box) -> float:
    """Return the share of a pane that lies within a box."""
    wide = min(box[0] + box[2], pane[0] + pane[2]) - max(box[0], pane[0])
    tall = min(box[1] + box[3], pane[1] + pane[3]) - max(box[1], pane[1])
    return max(0, wide) * max(0, tall) / (pane[2] * pane[3])


def loudness_wanted(part: Part, original_db: float) -> float:
    """Return how loud the part's music or talk is to be, in decibels."""
    if part.mix_db is None:
        return _ALONE_DB
    return max(-40.0, original_db) + part.mix_db


def _box(source: Source, name: str) -> Box:
    left, top, width, height = (int(value) for value in source.truth[name])
    return left, top, width, height


def _crop(box: Box) -> str:
    return f"crop={box[2]}:{box[3]}:{box[0]}:{box[1]}"


def _even(value: float) -> int:
    return int(value) // 2 * 2


def _retimed(part: Part) -> str:
    chain = ""
    if part.speed != 1:
        chain = f",atempo={part.speed}"
        if part.is_resampled:
            chain = f",asetrate={round(SOUND_HZ * part.speed)},aresample={SOUND_HZ}"
    if part.pitch:
        ratio = 2 ** (part.pitch / 12)
        chain += f",asetrate={round(SOUND_HZ * ratio)},aresample={SOUND_HZ},atempo={1 / ratio:.6f}"
    return chain
