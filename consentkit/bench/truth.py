"""What an edit really shows and lets be heard, read from a truth file beside it.

An edit ``NAME.mp4`` has ``NAME.truth.json`` with ``intervals``; a recording's truth has
``encounters`` and pane rectangles. Times are seconds.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import MalformedError

UNKNOWN_KIND = "unknown"
PLAIN_KIND = "plain"
_LOW_SIDE_PX = 360
_CROPS = {
    "self": "own pane only",
    "stack": "vertical reframing",
    "partner": "crop to the pane",
    "partner_fill": "crop to the pane",
    "partner_fit": "crop to the pane",
}
_FAMILIES = (
    (r"zoom.*", "zoom into the pane"),
    (r"crop_.*", "crop to the pane"),
    (r"grade.*", "colour grade"),
    (r"caption.*", "caption"),
    (r"overlay.*", "large overlay"),
    (r"hflip|mirror", "mirror"),
    (r"inset_broll|unknown_inset", "unknown inset over it"),
    (r"small_over_broll|known_in_pip", "small inset over unknown"),
    (r"vertical_centre|stack|blurfill", "vertical reframing"),
    (r"speed:.*:resample", "speed, resampled"),
    (r"speed.*", "speed, pitch kept"),
    (r"music0|music-[1-3]", "music at 0 dB"),
    (r"music-[4-8]", "music at -6 dB"),
    (r"music-.*", "music at -12 dB"),
    (r"talk.*", "other talk at 0 dB"),
    (r"pitch.*", "pitch shifted"),
    (r"voiceover", "voice-over"),
    (r"broll", "b-roll over talk"),
    (r"own_only", "own pane only"),
    (r"reordered", "reordered"),
    (r"pieces2s", "pieces of 2 s"),
    (r"kenburns|freeze", "slow zoom or freeze"),
    (r"combo3", "three at once"),
    (r"reencode360", "360p at low bitrate"),
    (r"unknown", UNKNOWN_KIND),
)


@dataclass(frozen=True, slots=True)
class TruthPiece:
    """A stretch of one lane of an edit with one origin.

    Attributes:
        lane: Picture or sound.
        start: Second of the edit.
        end: Second of the edit.
        recording: Where it is from; empty for footage of no recording.
        conversation: The conversation it belongs to; empty outside of any.
        is_open: The recording is judged, the conversation is not: searching between partners, or
            only the creator's own pane is seen.
        source_start: Second of the recording at ``start``.
        speed: Seconds of the recording per second of the edit; 0 for a frozen picture.
        kinds: Families of transformations that were applied, or ``plain`` or ``unknown``.
        details: The transformations as the truth file names them.
    """

    lane: Lane
    start: float
    end: float
    recording: str = ""
    conversation: str = ""
    is_open: bool = False
    source_start: float = 0.0
    speed: float = 1.0
    kinds: frozenset[str] = frozenset({PLAIN_KIND})
    details: tuple[str, ...] = ()

    def source_at(self, moment: float) -> float:
        """Return the second of the recording at a moment of the edit."""
        return self.source_start + (moment - self.start) * self.speed


@dataclass(frozen=True, slots=True)
class Replay:
    """A stretch of a conversation and the stretch of a short clip it shows.

    Attributes:
        start: Second of the recording.
        end: Second of the recording.
        clip_start: Second of the clip at ``start``.
        clip_end: Second of the clip at ``end``; below ``clip_start`` when played backwards.
    """

    start: float
    end: float
    clip_start: float
    clip_end: float


@dataclass(frozen=True, slots=True)
class Encounter:
    """One partner of a recording.

    Attributes:
        id: Identifier.
        start: Second of the recording.
        end: Second of the recording.
        replays: How a clip that is shorter was played again and again.
        has_own_sound: Its sound is the clip's own and comes again with the picture.
    """

    id: str
    start: float
    end: float
    replays: tuple[Replay, ...] = ()
    has_own_sound: bool = False

    def same_moments(self, moment: float) -> tuple[float, ...]:
        """Return all seconds of the recording that show the same moment of the clip."""
        for shown in self.replays:
            if shown.start <= moment <= shown.end and shown.end > shown.start:
                share = (moment - shown.start) / (shown.end - shown.start)
                at = shown.clip_start + (shown.clip_end - shown.clip_start) * share
                return tuple(
                    other.start
                    + (at - other.clip_start)
                    / (other.clip_end - other.clip_start)
                    * (other.end - other.start)
                    for other in self.replays
                    if other.clip_start != other.clip_end
                    and min(other.clip_start, other.clip_end)
                    <= at
                    <= max(other.clip_start, other.clip_end)
                ) or (moment,)
        return (moment,)


@dataclass(frozen=True, slots=True)
class RecordingTruth:
    """A recording's partners.

    Attributes:
        id: Identifier, as the edits name it.
        duration: Seconds.
        encounters: In order of time.
    """

    id: str
    duration: float
    encounters: tuple[Encounter, ...]

    def encounter_at(self, moment: float) -> Encounter | None:
        """Return who is there at a second of the recording."""
        return next((item for item in self.encounters if item.start <= moment < item.end), None)


@dataclass(frozen=True, slots=True)
class EditTruth:
    """An edit's origin, lane by lane.

    Attributes:
        id: Name of the edit.
        duration: Seconds.
        pieces: In order of lane and time, without gap or overlap within a lane.
    """

    id: str
    duration: float
    pieces: tuple[TruthPiece, ...]

    def lane(self, lane: Lane) -> tuple[TruthPiece, ...]:
        """Return the pieces of one lane."""
        return tuple(piece for piece in self.pieces if piece.lane is lane)


def load_recording_truth(path: Path) -> RecordingTruth:
    """Return the truth of a recording.

    Raises:
        MalformedError: ``bench.truth``.
    """
    found = _load(path)
    try:
        return RecordingTruth(
            str(found["session_id"]),
            float(found["duration"]),
            tuple(_encounter(row) for row in found["encounters"]),
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedError("bench.truth") from exc


def load_edit_truth(path: Path) -> EditTruth:
    """Return the truth of an edit.

    Raises:
        MalformedError: ``bench.truth``.
    """
    found = _load(path)
    try:
        common = _edit_kinds(found)
        rows: Sequence[Mapping[str, Any]] = found["intervals"]
        pieces = [
            _piece(lane, row, _kinds(row, common), _details(row)) for lane in Lane for row in rows
        ]
        return EditTruth(str(found["edit_id"]), float(found["duration"]), tuple(pieces))
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedError("bench.truth") from exc


def family_of(detail: str) -> str:
    """Return the family of a transformation as a truth file names it, or the name itself."""
    for pattern, family in _FAMILIES:
        if re.fullmatch(pattern, detail):
            return family
    return detail


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as exc:
        raise MalformedError("bench.truth") from exc
    if not isinstance(found, dict):
        raise MalformedError("bench.truth")
    return found


def _encounter(row: Mapping[str, Any]) -> Encounter:
    return Encounter(
        str(row["encounter_id"]),
        float(row["start"]),
        float(row["end"]),
        tuple(
            Replay(*(float(item[name]) for name in ("t0", "t1", "clip_t0", "clip_t1")))
            for item in row.get("picture_map", ())
        ),
        row.get("voice_id") == "own",
    )


def _piece(
    lane: Lane, row: Mapping[str, Any], kinds: frozenset[str], details: tuple[str, ...]
) -> TruthPiece:
    start, end, side = float(row["edit_start"]), float(row["edit_end"]), row[lane.value]
    if side["kind"] != "session":
        return TruthPiece(lane, start, end, kinds=kinds, details=details)
    conversation = side["encounter_id"] or ""
    is_own = lane is Lane.PICTURE and not side["partner_pane_visible"]
    return TruthPiece(
        lane,
        start,
        end,
        str(side["session"]),
        str(conversation),
        not conversation or is_own,
        float(side["src_start"]),
        float(side["speed"]),
        kinds,
        details,
    )


def _details(row: Mapping[str, Any]) -> tuple[str, ...]:
    if "kind" in row:
        return (str(row["kind"]),)
    return tuple(str(item) for item in row["picture"].get("transforms", ()))


def _edit_kinds(found: Mapping[str, Any]) -> frozenset[str]:
    width, height = int(found["width"]), int(found["height"])
    kinds = {"360p at low bitrate"} if min(width, height) <= _LOW_SIDE_PX else set()
    return frozenset(kinds | ({"vertical reframing"} if height > width else set()))


def _kinds(row: Mapping[str, Any], common: frozenset[str]) -> frozenset[str]:
    """Return the families of one interval; files made elsewhere name transformations only."""
    if "kind" in row:
        return frozenset({family_of(str(row["kind"]))})
    picture, sound = row["picture"], row["sound"]
    if "session" not in {picture["kind"], sound["kind"]}:
        return frozenset({UNKNOWN_KIND})
    kinds = set(common)
    for item in picture.get("transforms", ()):
        name = str(item)
        if name.startswith("crop:"):
            kinds.add(_CROPS.get(name[5:], "crop of the frame"))
        else:
            kinds.add(family_of(name))
    if sound["kind"] == "session" and picture["kind"] != "session":
        kinds.add(family_of("broll"))
    if sound["kind"] != "session":
        kinds.add(family_of("voiceover"))
    if "mixed_music" in sound:
        kinds.add(family_of(f"music{round(float(sound['mixed_music']['db']))}"))
    if float(sound.get("speed", 1.0)) != 1.0:
        kinds.add(family_of("speed"))
    return frozenset(kinds) or frozenset({PLAIN_KIND})
