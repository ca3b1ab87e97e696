"""The measured figures as one document, with the drawings beside it."""

import shutil
from pathlib import Path

_HEAD = """# What was measured

Every table below is printed by the command above it. Ratios hold on other machines, times do not.
`DIR` is a folder with `sessions/NAME.mp4` and `edits/NAME.mp4`, each with its `NAME.truth.json`;
`python -m consentkit.bench.make_edit PLAN OUT TRUTH` makes more edits, one kind of change per
stretch. The extra `bench` brings the Python tools; `ffmpeg` and `fpcalc` come from the system.
"""
_COVERAGE = """## Coverage of finished videos

`python -m consentkit.bench coverage --media DIR`

An edit is judged by half second and lane, at the middle of each. Naming the recording and the
conversation that is there is a hit. Between two partners, or where only the creator's own pane is
seen, there is no conversation to judge: naming the recording is a hit. *False coverage* is the
share of all half seconds attributed to a conversation they are not from. *Away from cuts* leaves
out half seconds within 0.5 s of a change in the truth of the lane. Chromaprint and vPDQ are matched
as their own documentation says: stretches of constant offset with fewer than 10 of 32 bits wrong
on average; the nearest frame of one per second, within 31 of 256 bits, quality at least 50. Their
answers are cut at the true conversations; "as proposed" uses those ConsentKit finds by itself.
A quick scan of an edit says nothing of the picture, so all of that lane counts as missed there.
"""
_SCAN = """## What a scan costs

`python -m consentkit.bench scan --media DIR`

Processor time of a scan with every tap, as a share of `ffmpeg -i FILE -f null -` in the same run.
vPDQ here is the PDQ hash of one frame a second, decoded by ffmpeg; its own program takes longer.
"""
_INDEX = """## Finding among a thousand hours

`python -m consentkit.bench index --media DIR --hours 1000`

The recordings of `DIR` lie among drawn ones. How many postings of other people's recordings a key
meets per hour is measured on the recordings themselves. The first figure is matching without the
index; what the vault's index takes is measured below it, with keys that are far more crowded.
"""


def write_document(out: Path, target: Path) -> tuple[str, ...]:
    """Write what was measured as one Markdown file, with the drawings beside it.

    Args:
        out: Where the benchmark put its results.
        target: The document.

    Returns:
        The parts that were there.
    """
    parts, found = [_HEAD], []
    for name, head in (("coverage", _COVERAGE), ("scan", _SCAN), ("index", _INDEX)):
        place = out / f"{name}.md"
        if place.is_file():
            found.append(name)
            parts += [head, place.read_text(encoding="utf-8").strip() + "\n"]
            if name == "coverage":
                parts.append(_drawings(out, target.parent))
    target.write_text("\n".join(part for part in parts if part), encoding="utf-8")
    return tuple(found)


def _drawings(out: Path, folder: Path) -> str:
    names = {
        "coverage-picture.svg": "F1 of the picture by kind of change and tool",
        "coverage-sound.svg": "F1 of the sound by kind of change and tool",
        "calibration.svg": "How often an attribution was right beside the confidence said",
    }
    lines = []
    for name, text in names.items():
        if (out / name).is_file():
            shutil.copyfile(out / name, folder / name)
            lines.append(f"![{text}]({name})\n")
    return "\n".join(lines)
