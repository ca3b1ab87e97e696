"""Conversations of a recording, from what the partner's pane does over time.

A pane of a random video chat is *vacant* (searching: an even screen, noise, a screen that keeps
returning, a standstill) or shows a partner. The steps, each of which leaves its reason in the
proposal's evidence:

1. samples that are vacant by themselves: one brightness everywhere, or snow;
2. the rest falls into shots at abrupt changes of the whole pane;
3. shots that stand still, or return again and again between others, are vacant too;
4. neighbouring shots without a vacant stretch between them are one conversation when their
   pictures share a scene, and two when they do not: a wrong join would attach one person's
   consent to another, a wrong split costs a click.

Thresholds: measured on composed recordings with 70 encounters of 25 people in three layouts, and
set between the values of same and of different partners, nearer to the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from operator import sub
from statistics import fmean, median

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange

SAMPLE_SECONDS = Fraction(1, 4)
"""Spacing of the sampling; a change lies within this time before the sample that shows it."""

SHORTEST_SECONDS = Fraction(7, 10)
"""A shorter stretch is a flash or a transition; the briefest skips last about a second."""

_EVEN_SHARE = 0.8
"""Vacant screens measured 0.97 and more, faces 0.48 and less."""
_EVEN_SHARE_STAYS = 0.65
_CUT_SHARE = 0.22
_CUT_STEP_LEVELS = 6.0
_CUT_PROMINENCE = 2.0
_CUT_PROMINENCE_CALM = 6.0
_CUT_REACH = 12
"""Samples on either side that tell how much the picture usually moves: three seconds."""
_STRANGE_SHARE = 0.38
"""Other rooms measured 0.41 and more (1 in 50 below 0.54)."""
_STRANGE_SHARE_RESTLESS = 0.52
"""A restless person in a car, or close by, measured up to 0.45 against their own pictures."""
_STRANGE_TONES = 7.0
"""The tones of such a person stay, wherever they move: up to 6.3 levels; other rooms 9 and more."""
_STRANGE_SHARE_CALM = 0.24
"""In a calm picture: jumps in one scene measured up to 0.22, two people before one backdrop 0.22
to 0.74."""
_STRANGE_LEVELS = 12
_WINDOW = 16
_STILL_STIR = 0.15
_STILL_SECONDS = 1
_SCREEN_LEVELS = 2
_SCREEN_SHARE = 0.7
_SCREEN_QUIET_STEP = 1.6
_RETURN_LEVELS = 6.0
_RETURN_TIMES = 3
_RETURN_SECONDS = 12
_BLACK_LUMA = 24
_WALL_STIR = 0.8
_GRAIN_ROUGH = 3.0
_SOUND_ABOVE_FLOOR_DB = 12.0


@dataclass(frozen=True, slots=True)
class PaneSignals:
    """What the panes and the sound do, one entry per sample in every column.

    Attributes:
        duration: Length of the recording in seconds.
        at: Time of each sample, rising; the distance may vary.
        signature: Luma of cells spread over the partner's pane, all of one length.
        changed: Share of the pane's cells that changed since the sample before, 0 to 1.
        even: Share of the pane's cells with about the pane's median luma, 0 to 1.
        step: Mean change of the pane's cells since the sample before, in luma levels.
        stir: Mean change of the pane's pixels since the sample before, in luma levels.
        rough: Mean difference of neighbouring pixels in the pane, in luma levels.
        own_step: Like ``step`` for the creator's own pane; 0 where there is none.
        level_db: Loudness around the sample in dB of full scale.
        changes: Abrupt changes that showed where the partner's pane is; 0 when it was not found.
        own_found: Whether a pane of the creator's was found beside it.

    Raises:
        MalformedError: Columns differ in length, or times do not rise or leave the recording.
    """

    duration: Fraction
    at: tuple[Fraction, ...]
    signature: tuple[bytes, ...]
    changed: tuple[float, ...]
    even: tuple[float, ...]
    step: tuple[float, ...]
    stir: tuple[float, ...]
    rough: tuple[float, ...]
    own_step: tuple[float, ...]
    level_db: tuple[float, ...]
    changes: int
    own_found: bool

    def __post_init__(self) -> None:
        """Refuse columns that do not belong together."""
        columns: tuple[Sequence[object], ...] = (
            self.signature,
            self.changed,
            self.even,
            self.step,
            self.stir,
            self.rough,
            self.own_step,
            self.level_db,
        )
        if any(len(column) != len(self.at) for column in columns):
            raise MalformedError("panes.columns")
        if any(later <= earlier for earlier, later in pairwise(self.at)):
            raise MalformedError("panes.times")
        if self.at and (self.at[0] < 0 or self.at[-1] > self.duration):
            raise MalformedError("panes.times")
        if len({len(row) for row in self.signature}) > 1:
            raise MalformedError("panes.signature")


@dataclass(frozen=True, slots=True)
class ConversationProposal:
    """A stretch with one partner, for a person to confirm or correct.

    Attributes:
        range: From the first to past the last moment with the partner.
        confidence: 0 to 1; how much speaks for both ends and for a conversation between them.
        evidence: Codes of what speaks for it, like ``start.noise`` or ``own.continues``.
    """

    range: TimeRange
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Samples ``[first, last)`` and what lies on either side."""

    first: int
    last: int
    before: str
    after: str


def propose_conversations(signals: PaneSignals) -> tuple[ConversationProposal, ...]:
    """Return the conversations of a recording in order; they never overlap."""
    vacant = _vacant_by_itself(signals)
    shots = _shots(signals, vacant)
    for shot, reason in _vacant_shots(signals, shots):
        for index in range(*shot):
            vacant[index] = reason
    floor_db = _sound_floor(signals.level_db)
    proposals = (
        _proposal(signals, run, floor_db)
        for run in _conversations(signals, vacant, [s for s in shots if vacant[s[0]] is None])
    )
    return tuple(p for p in proposals if p.range.duration >= SHORTEST_SECONDS)


# ── vacancy ──


def _vacant_by_itself(signals: PaneSignals) -> list[str | None]:
    """Return per sample why it shows nobody, or None."""
    reasons: list[str | None] = []
    for index, even in enumerate(signals.even):
        reason = None
        if even >= _EVEN_SHARE:
            if signals.rough[index] >= _GRAIN_ROUGH:
                reason = "noise"
            else:
                dark = median(signals.signature[index]) < _BLACK_LUMA
                reason = "black" if dark else "flat"
        elif _is_snow(signals, index):
            reason = "noise"
        reasons.append(reason)
    _spread_vacancy(signals, reasons)
    for first, last in _stretches(reasons, "flat"):
        # A drawn screen stands still; a bare wall before a camera does not.
        inner = signals.stir[first + 1 : last]
        if inner and median(inner) > _WALL_STIR:
            reasons[first:last] = [None] * (last - first)
    return reasons


def _spread_vacancy(signals: PaneSignals, reasons: list[str | None]) -> None:
    """Let a vacant stretch reach on while the pane stays nearly even and does not change."""
    count = len(reasons)
    for index in range(1, count):
        if reasons[index] is None and reasons[index - 1] and _stays(signals, index, index):
            reasons[index] = reasons[index - 1]
    for index in range(count - 2, -1, -1):
        if reasons[index] is None and reasons[index + 1] and _stays(signals, index, index + 1):
            reasons[index] = reasons[index + 1]


def _stays(signals: PaneSignals, index: int, later: int) -> bool:
    return signals.even[index] >= _EVEN_SHARE_STAYS and signals.changed[later] < _CUT_SHARE


def _stretches(reasons: Sequence[str | None], wanted: str) -> list[tuple[int, int]]:
    """Return the stretches ``(first, last)`` of samples with this reason."""
    found: list[tuple[int, int]] = []
    for index, reason in enumerate(reasons):
        if reason != wanted:
            continue
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _is_snow(signals: PaneSignals, index: int) -> bool:
    """Return whether the samples around average out to an even screen, as coarse noise does.

    The spread of five independent pictures' mean is 0.45 of one picture's; of a moving camera's
    0.7 and more.
    """
    first, last = index - 2, index + 3
    if first < 0 or last > len(signals.at) or min(signals.changed[first + 1 : last]) < 0.5:  # noqa: PLR2004 -- most cells change in every step
        return False
    rows = signals.signature[first:last]
    mean = [fmean(cells) for cells in zip(*rows, strict=True)]
    return _spread(mean) < 0.6 * fmean(_spread(row) for row in rows)


def _spread(cells: Sequence[float]) -> float:
    middle = median(cells)
    return fmean(abs(cell - middle) for cell in cells)


def _shots(signals: PaneSignals, vacant: Sequence[str | None]) -> list[tuple[int, int]]:
    """Return the stretches ``(first, last)`` between vacant samples and abrupt changes."""
    shots: list[tuple[int, int]] = []
    start: int | None = None
    for index, reason in enumerate(vacant):
        if reason is not None:
            if start is not None:
                shots.append((start, index))
            start = None
        elif start is None:
            start = index
        elif _is_abrupt(signals, vacant, index):
            shots.append((start, index))
            start = index
    if start is not None:
        shots.append((start, len(vacant)))
    return shots


def _is_abrupt(signals: PaneSignals, vacant: Sequence[str | None], index: int) -> bool:
    """Return whether the whole pane jumped at ``index`` while it was calmer around it."""
    return (
        signals.changed[index] >= _CUT_SHARE
        and signals.step[index] >= _CUT_STEP_LEVELS
        and _prominence(signals, vacant, index) >= _CUT_PROMINENCE
    )


def _prominence(signals: PaneSignals, vacant: Sequence[str | None], index: int) -> float:
    """Return how many times the usual movement around it the step at ``index`` is.

    Usual is the upper quartile: in quick skips without gaps, every fourth step may be a change.
    """
    reach = range(max(1, index - _CUT_REACH), min(len(vacant), index + _CUT_REACH + 1))
    around = sorted(
        signals.step[near]
        for near in reach
        if near != index and vacant[near] is None and vacant[near - 1] is None
    )
    usual = around[len(around) * 3 // 4] if around else 0.0
    return signals.step[index] / max(usual, 0.5)


def _vacant_shots(
    signals: PaneSignals, shots: Sequence[tuple[int, int]]
) -> list[tuple[tuple[int, int], str]]:
    """Return the shots that show nobody, and why: they stand still or they keep returning."""
    found: list[tuple[tuple[int, int], str]] = []
    groups = _alike(signals, shots)
    for members in groups:
        parts = [shots[position] for position in members]
        returns = _separate(members)
        quiet = all(_quiet(signals, part) for part in parts)
        brief = median(_length(signals, part) for part in parts) <= _RETURN_SECONDS
        if brief and returns >= (2 if quiet else _RETURN_TIMES):
            found += [(part, "screen") for part in parts]
    known = {part for part, _ in found}
    for part in shots:
        if part not in known:
            found += [(stretch, "still") for stretch in _standstills(signals, part)]
    return found


def _alike(signals: PaneSignals, shots: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return groups of positions in ``shots`` whose middle pictures are nearly the same."""
    leaders: list[tuple[float, bytes, list[int]]] = []
    for position, (first, last) in enumerate(shots):
        picture = signals.signature[(first + last) // 2]
        middle = median(picture) if picture else 0.0
        quiet = _quiet(signals, (first, last))
        for leader_middle, leader, members in leaders:
            if abs(leader_middle - middle) > _RETURN_LEVELS:
                continue
            same = _is_screen_again if quiet else _is_picture_again
            if same(leader, picture):
                members.append(position)
                break
        else:
            leaders.append((middle, picture, [position]))
    return [members for _, _, members in leaders]


def _is_screen_again(one: bytes, other: bytes) -> bool:
    """Return whether most of the pane is the very same; a spinner or a line of text may differ."""
    near = sum(1 for a, b in zip(one, other, strict=True) if abs(a - b) <= _SCREEN_LEVELS)
    return near >= _SCREEN_SHARE * len(one)


def _is_picture_again(one: bytes, other: bytes) -> bool:
    return _distance(one, other) <= _RETURN_LEVELS


def _separate(positions: Sequence[int]) -> int:
    """Return how many of the positions are not directly behind another of them."""
    return 1 + sum(1 for earlier, later in pairwise(positions) if later - earlier > 1)


def _quiet(signals: PaneSignals, shot: tuple[int, int]) -> bool:
    first, last = shot
    inner = signals.step[first + 1 : last]
    return bool(inner) and median(inner) <= _SCREEN_QUIET_STEP and max(inner) < _CUT_STEP_LEVELS


def _standstills(signals: PaneSignals, shot: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the standstill that the shot is or ends with, when it is long enough.

    One that the same picture resumes from is a pause of the link and stays in the conversation.
    """
    first, last = shot
    begin = last
    while begin - 1 > first and signals.stir[begin - 1] <= _STILL_STIR:
        begin -= 1
    # The first sample of a shot always stirs: it is compared with the shot before.
    whole = begin == first + 1
    if whole and last - first > 1:
        return [shot]
    return [(begin, last)] if _length(signals, (begin, last)) >= _STILL_SECONDS else []


# ── conversations ──


def _conversations(
    signals: PaneSignals,
    vacant: Sequence[str | None],
    shots: Sequence[tuple[int, int]],
) -> list[_Run]:
    """Return the runs of samples with one partner each."""
    pieces: list[list[tuple[int, int]]] = []
    for shot in (_live(vacant, shot) for shot in shots):
        if (
            pieces
            and pieces[-1][-1][1] == shot[0]
            and _same_scene(signals, vacant, pieces[-1], shot)
        ):
            pieces[-1].append(shot)
        else:
            pieces.append([shot])
    pieces = _without_flashes(signals, vacant, pieces)
    runs: list[_Run] = []
    for piece in pieces:
        first, last = piece[0][0], piece[-1][1]
        before = "recording" if first == 0 else vacant[first - 1] or "cut"
        after = "recording" if last == len(vacant) else vacant[last] or "cut"
        runs.append(_Run(first, last, before, after))
    return runs


def _live(vacant: Sequence[str | None], shot: tuple[int, int]) -> tuple[int, int]:
    """Return the part of the shot before a standstill at its end."""
    first, last = shot
    while last > first and vacant[last - 1] is not None:
        last -= 1
    return first, last


def _same_scene(
    signals: PaneSignals,
    vacant: Sequence[str | None],
    piece: Sequence[tuple[int, int]],
    shot: tuple[int, int],
) -> bool:
    """Return whether some picture late in ``piece`` and some early in ``shot`` share a scene."""
    first = piece[-1][0]
    before = signals.signature[max(first, piece[-1][1] - _WINDOW) : piece[-1][1]][::-1]
    after = signals.signature[shot[0] : min(shot[1], shot[0] + _WINDOW)]
    calm = _prominence(signals, vacant, shot[0]) >= _CUT_PROMINENCE_CALM
    alike = _alike_when_calm if calm else _alike_when_restless
    return any(alike(one, other) for one in before for other in after)


def _alike_when_calm(one: bytes, other: bytes) -> bool:
    return _strange_share(one, other) < _STRANGE_SHARE_CALM


def _alike_when_restless(one: bytes, other: bytes) -> bool:
    share = _strange_share(one, other)
    if share >= _STRANGE_SHARE:
        tones = _distance(sorted(one), sorted(other))
        return share < _STRANGE_SHARE_RESTLESS and tones < _STRANGE_TONES
    return True


def _without_flashes(
    signals: PaneSignals,
    vacant: Sequence[str | None],
    pieces: Sequence[list[tuple[int, int]]],
) -> list[list[tuple[int, int]]]:
    """Return the pieces with the brief ones among them joined to a neighbour they touch.

    A flash inside a scene joins both sides; one beside a vacant stretch is a transition and
    joins the side that is not vacant. One between two scenes stays, and is too short to count.
    """
    joined: list[list[tuple[int, int]]] = []
    for position, piece in enumerate(pieces):
        touches = bool(joined) and joined[-1][-1][1] == piece[0][0]
        if not touches:
            joined.append(list(piece))
            continue
        earlier = joined[-1]
        if _is_brief(signals, earlier):
            behind = len(joined) > 1 and joined[-2][-1][1] == earlier[0][0]
            if not behind:
                earlier += piece
            elif _same_scene(signals, vacant, joined[-2], piece[0]):
                joined.pop()
                joined[-1] += [*earlier, *piece]
            else:
                joined.append(list(piece))
            continue
        last = position + 1 == len(pieces) or pieces[position + 1][0][0] != piece[-1][1]
        if _is_brief(signals, piece) and last:
            earlier += piece
        else:
            joined.append(list(piece))
    return joined


def _is_brief(signals: PaneSignals, piece: Sequence[tuple[int, int]]) -> bool:
    return _length(signals, (piece[0][0], piece[-1][1])) < SHORTEST_SECONDS


def _strange_share(one: bytes, other: bytes) -> float:
    """Return the share of cells that differ once a common change of brightness is taken off."""
    differences = list(map(sub, one, other))
    shift = median(differences)
    limit = _STRANGE_LEVELS
    return sum(1 for d in differences if abs(d - shift) > limit) / max(1, len(differences))


def _distance(one: Sequence[int], other: Sequence[int]) -> float:
    total: int = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    return total / max(1, len(one))


# ── proposals ──


def _edge(signals: PaneSignals, index: int) -> Fraction:
    """Return the likeliest moment of the change that sample ``index`` is the first to show."""
    if index <= 0:
        return Fraction(0)
    if index >= len(signals.at):
        return signals.duration
    return signals.at[index] - min(SAMPLE_SECONDS, signals.at[index] - signals.at[index - 1]) / 2


def _length(signals: PaneSignals, shot: tuple[int, int]) -> Fraction:
    return _edge(signals, shot[1]) - _edge(signals, shot[0])


def _sound_floor(levels: Sequence[float]) -> float:
    """Return the loudness that a tenth of the samples stay below."""
    return sorted(levels)[len(levels) // 10] if levels else 0.0


_END_WEIGHT = {"black": 0.2, "noise": 0.2, "screen": 0.2, "flat": 0.17, "cut": 0.13, "still": 0.1}


def _proposal(signals: PaneSignals, run: _Run, floor_db: float) -> ConversationProposal:
    span = TimeRange(_edge(signals, run.first), _edge(signals, run.last))
    evidence = [f"start.{run.before}", f"end.{run.after}"]
    score = 0.35 + _END_WEIGHT.get(run.before, 0.08) + _END_WEIGHT.get(run.after, 0.08)
    inside = signals.level_db[run.first : run.last]
    loud = sum(1 for level in inside if level > floor_db + _SOUND_ABOVE_FLOOR_DB)
    if loud * 5 >= len(inside):
        evidence.append("sound.voices")
        score += 0.08
    if signals.own_found:
        evidence.append("own.continues")
        score += 0.12
    if signals.changes:
        evidence.append("pane.found")
    else:
        evidence.append("pane.missing")
        score *= 0.5
    return ConversationProposal(span, round(min(0.99, score), 3), tuple(evidence))
