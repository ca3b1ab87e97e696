"""Measure proposed conversations against recordings whose truth is known.

``python -m consentkit.media.bench_conversations FOLDER`` scans each ``NAME.mp4`` that has a
``NAME.truth.json`` beside it (``{"encounters": [{"start": 2.2, "end": 22.2}, ...]}``, seconds) and
prints precision, recall and F1 of the boundaries at one second, the median error of those that
were found, how many proposals mix partners, and the time taken.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from consentkit.domain.segmentation import ConversationProposal, propose_conversations
from consentkit.kernel.errors import MalformedError
from consentkit.media.scan import scan_file
from consentkit.media.taps.panes import PanesTap, signals_from_result

TOLERANCE_S = 1.0
_MIXED_FROM_S = 1.0
"""A proposal mixes partners when more than this of two of them lies in it."""

_USAGE = 2
_HEAD = (
    f"{'recording':<20}{'truth':>7}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}{'error s':>9}{'mixed':>7}"
)

Encounter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """How proposals meet the truth; scores of several recordings add up.

    Attributes:
        expected: Boundaries in the truth, starts and ends.
        proposed: Boundaries proposed.
        errors_s: Distance of each proposed boundary to the true one it was matched with.
        mixed: Proposals that hold more than a second of two partners each.
    """

    expected: int = 0
    proposed: int = 0
    errors_s: tuple[float, ...] = ()
    mixed: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return the score of both together."""
        return Score(
            self.expected + other.expected,
            self.proposed + other.proposed,
            self.errors_s + other.errors_s,
            self.mixed + other.mixed,
        )

    @property
    def precision(self) -> float:
        """Share of the proposed boundaries that are true; 1 when none was proposed."""
        return len(self.errors_s) / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Share of the true boundaries that were found; 1 when there are none."""
        return len(self.errors_s) / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_proposals(
    encounters: Sequence[Encounter], proposals: Sequence[ConversationProposal]
) -> Score:
    """Return how the proposals of one recording meet its encounters."""
    found = [(float(p.range.start), float(p.range.end)) for p in proposals]
    errors: list[float] = []
    for side in (0, 1):
        free = [span[side] for span in found]
        for moment in (span[side] for span in encounters):
            distances = [abs(at - moment) for at in free]
            if distances and min(distances) <= TOLERANCE_S:
                nearest = distances.index(min(distances))
                errors.append(distances[nearest])
                del free[nearest]
    mixed = sum(
        1
        for start, end in found
        if sum(min(end, b) - max(start, a) > _MIXED_FROM_S for a, b in encounters) > 1
    )
    return Score(2 * len(encounters), 2 * len(found), tuple(errors), mixed)


def propose_for_file(path: Path) -> tuple[ConversationProposal, ...]:
    """Return the conversations proposed for a recording, from one decode pass.

    Raises:
        InputError: The file is not readable or no recording.
        ResourceError: Reading broke off.
    """
    tap = PanesTap()
    result = scan_file(path, [tap])
    return propose_conversations(signals_from_result(result.taps[tap.name]))


def load_encounters(path: Path) -> tuple[Encounter, ...]:
    """Return the encounters of a truth file.

    Raises:
        MalformedError: It holds no encounters with a start and an end.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["encounters"]
        return tuple((float(row["start"]), float(row["end"])) for row in rows)
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedError("bench.truth") from exc


def main(arguments: Sequence[str]) -> int:
    """Print the table for the folder named in ``arguments``; 0, or 2 when there is nothing."""
    folder = Path(arguments[0]) if len(arguments) == 1 else None
    files = sorted(folder.glob("*.mp4")) if folder else []
    files = [path for path in files if path.with_suffix(".truth.json").is_file()]
    if not files:
        _print("usage: python -m consentkit.media.bench_conversations FOLDER")
        _print("FOLDER holds recordings NAME.mp4, each with a NAME.truth.json")
        return _USAGE
    _print(_HEAD)
    total = Score()
    began = time.perf_counter()
    for path in files:
        score = score_proposals(
            load_encounters(path.with_suffix(".truth.json")), propose_for_file(path)
        )
        _print(_row(path.stem, score))
        total += score
    _print(_row("all", total))
    _print(f"{len(files)} recordings in {time.perf_counter() - began:.1f} s")
    return 0


def _row(name: str, score: Score) -> str:
    error = f"{median(score.errors_s):.2f}" if score.errors_s else "-"
    return (
        f"{name:<20}{score.expected:>7}{score.proposed:>7}{score.precision:>8.3f}"
        f"{score.recall:>8.3f}{score.f1:>8.3f}{error:>9}{score.mixed:>7}"
    )


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
