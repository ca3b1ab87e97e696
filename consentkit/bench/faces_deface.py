"""The program ``deface`` beside ours: where its detector sees faces, and what it takes.

It is run by its own interpreter, which is the one that lies beside the program.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from consentkit.bench.faces_score import Sides
from consentkit.bench.programs import program, run
from consentkit.kernel.errors import NotFoundError

SCALED = "640x360"
"""The smaller of the two settings measured; the other is its default, the video's own size."""

_ASK = """
import json, sys
import imageio
from deface.centerface import CenterFace
finder = None
reader = imageio.get_reader(sys.argv[1])
side = int(sys.argv[2])
for frame in reader.iter_data():
    high, wide = frame.shape[:2]
    if finder is None:
        scale = min(1.0, side / max(high, wide))
        finder = CenterFace(in_shape=(round(wide * scale), round(high * scale)))
    rows, _ = finder(frame, threshold=0.2)
    print(json.dumps([[float(row[0]) / wide, float(row[1]) / high,
                       float(row[2]) / wide, float(row[3]) / high] for row in rows]))
"""
"""Asks its detector as the program itself does, with the threshold of its default."""
_SIDE_PX = 640


@dataclass(frozen=True, slots=True)
class DefaceProgram:
    """Where ``deface`` is.

    Attributes:
        path: The program.
    """

    path: Path

    def boxes(self, path: Path) -> list[list[Sides]]:
        """Return where its detector sees faces in every frame, at the smaller setting.

        Raises:
            NotFoundError: ``bench.program``: it has no interpreter beside it.
            ResourceError: ``bench.program-failed``.
        """
        python = self.path.with_name("python")
        if not python.is_file():
            raise NotFoundError("bench.program", name="deface")
        with TemporaryDirectory() as folder:
            ask = Path(folder) / "ask.py"
            ask.write_text(_ASK, encoding="utf-8")
            said = run([str(python), str(ask), str(path), str(_SIDE_PX)], keeps_output=True).output
        found: list[list[Sides]] = []
        for line in said.decode("utf-8", "replace").splitlines():
            # Warnings of its libraries may lie between.
            if line.startswith("["):
                rows = json.loads(line) if not line.startswith("[ ") else []
                found.append([(row[0], row[1], row[2], row[3]) for row in rows])
        return found

    def costs(self, path: Path, folder: Path, *, is_large: bool) -> dict[str, float]:
        """Return the processor seconds it takes for a video, by setting.

        Args:
            path: The video.
            folder: Where its result is put.
            is_large: Whether to leave out its default, which takes minutes.
        """
        settings = {SCALED: ["--scale", SCALED]} | ({} if is_large else {"default": []})
        config = json.dumps({"codec": "libx264", "ffmpeg_params": ["-preset", "veryfast"]})
        return {
            name: run([
                str(self.path),
                *("--output", str(folder / "deface.mp4")),
                *("--ffmpeg-config", config),
                *options,
                str(path),
            ]).cpu_s
            for name, options in settings.items()
        }


def find_deface(place: Path | None) -> DefaceProgram | None:
    """Return the program at a place, else the one on the path; None without either."""
    if place is not None:
        return DefaceProgram(place)
    try:
        return DefaceProgram(Path(program("deface")))
    except NotFoundError:
        return None
