"""The measured figures as one document, with the drawings beside it."""

import shutil
from collections.abc import Mapping
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
A quick scan of an edit says nothing of the picture, so that lane is not scored there.
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
index; what the vault's index takes is measured below it, with fewer postings to a key.
"""
_FACES = """## Following faces

`python -m consentkit.bench faces --media DIR`, with `--deface PROGRAM` for the tool beside it

Sequences of 6 seconds are composed: twelve portraits, cut out around the face, are moved, turned,
squeezed to mimic a head that turns away, resized, covered, blurred and laid over footage without
faces, wide and tall. The portraits come without notes, so the true box is what the detector says of
the upright portrait, averaged over four sizes and the mirror, carried along with the portrait: the
smallest upright box around the oval that fills it. Frames count once for every face; a face of
which less than 0.3 is in the picture and uncovered counts neither way. A box is right from IoU
0.5 on, without the margin that is added before a face is covered. `deface` 1.5.0 sees the first
sequence of each kind, with its own detector at a longer side of 640 pixels and its default
threshold, frame by frame as it works. Processor time is that of finding and of covering the faces
(two programs, their start included) over that of `ffmpeg` decoding the clip and encoding it with
x264 at the same preset and quality, each clip repeated to 30 seconds. Of the talking clips the
benchmark writes every frame with its boxes as contact sheets, to be looked at.
"""


_COVERAGE_DRAWINGS = {
    "coverage-picture.svg": "F1 of the picture by kind of change and tool",
    "coverage-sound.svg": "F1 of the sound by kind of change and tool",
    "calibration.svg": "How often an attribution was right beside the confidence said",
}
_FACES_DRAWINGS = {"faces.svg": "Recall and precision by what is done to the faces"}
_SECTIONS = (
    ("coverage", _COVERAGE),
    ("scan", _SCAN),
    ("index", _INDEX),
    ("faces", _FACES),
)


def write_document(out: Path, target: Path) -> tuple[str, ...]:
    """Write what was measured as one Markdown file, with the drawings beside it.

    Args:
        out: Where the benchmark put its results.
        target: The document.

    Returns:
        The parts that were there.
    """
    parts, found = [_HEAD], []
    for name, head in _SECTIONS:
        place = out / f"{name}.md"
        if place.is_file():
            found.append(name)
            parts += [head, place.read_text(encoding="utf-8").strip() + "\n"]
            if name == "coverage":
                parts.append(_drawings(out, target.parent, _COVERAGE_DRAWINGS))
            if name == "faces":
                parts.append(_drawings(out, target.parent, _FACES_DRAWINGS))
    target.write_text("\n".join(part for part in parts if part), encoding="utf-8")
    return tuple(found)


def _drawings(out: Path, folder: Path, names: Mapping[str, str]) -> str:
    lines = []
    for name, text in names.items():
        if (out / name).is_file():
            shutil.copyfile(out / name, folder / name)
            lines.append(f"![{text}]({name})\n")
    return "\n".join(lines)
