"""Files made to reach further than a recording should."""

import shutil
import socket
import struct
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.kernel.errors import ConsentKitError, InputError, MalformedError
from consentkit.media import worker
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import scan_file
from consentkit.media.stills import quick_thumbs


@pytest.fixture(scope="module")
def neighbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a recording that lies beside the hostile file and must not be opened by it."""
    path = tmp_path_factory.mktemp("beside") / "private.mp4"
    plan = SamplePlan((SamplePartner(3, Fraction(2)),), Fraction(0), width_px=160, height_px=90)
    write_sample(path, plan)
    return path


def box(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(payload), name) + payload


SCRIPTS = {
    "concat": "ffconcat version 1.0\nfile '{path}'\nduration 2\n",
    "concat-short": "ffconcat version 1.0\nfile {name}\n",
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{path}\n#EXT-X-ENDLIST\n",
    "hls-file": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://{path}\n#EXT-X-ENDLIST\n",
    "hls-concat": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nconcat:{path}|{path}\n",
    "hls-net": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://127.0.0.1:{port}/a.ts\n",
    "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
    'mediaPresentationDuration="PT2S" profiles="urn:mpeg:dash:profile:isoff-main:2011"><Period>'
    '<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1000">'
    "<BaseURL>http://127.0.0.1:{port}/a.mp4</BaseURL></Representation></AdaptationSet></Period>"
    "</MPD>",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
    "m=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n",
    "asx": '<asx version="3.0"><entry><ref href="http://127.0.0.1:{port}/a"/></entry></asx>',
}


@pytest.mark.parametrize("kind", SCRIPTS)
@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_script_named_like_a_recording_opens_no_file_and_no_connection(
    tmp_path: Path, neighbour: Path, kind: str, suffix: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        text = SCRIPTS[kind].format(
            path=neighbour, name=neighbour.name, port=server.getsockname()[1]
        )
        path = neighbour.parent / f"{kind}{suffix}"
        path.write_text(text, encoding="utf-8")
        for attempt in (scan_file, lambda item: quick_thumbs(item, lambda thumb: None)):
            # Were the neighbour opened, there would be pictures and no error.
            with pytest.raises(MalformedError, match=r"media\.not-media"):
                attempt(path)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("kind", [b"url ", b"alis"])
def test_an_external_data_reference_is_not_followed(
    tmp_path: Path, neighbour: Path, kind: bytes
) -> None:
    data = neighbour.read_bytes()
    # Make every track's data lie "elsewhere": the self-contained flag goes, a place comes.
    reference = box(b"url ", b"\0\0\0\1")
    assert data.count(reference) == 2
    elsewhere = neighbour.as_uri().encode() + b"\0"
    moov = data.index(b"moov") - 4
    changed = data[:moov] + rewrite(data[moov:], reference, box(kind, b"\0\0\0\0" + elsewhere))
    path = tmp_path / "elsewhere.mp4"
    # Without its own media data all that could decode is the neighbour's.
    media = changed.index(b"mdat")
    size = int.from_bytes(changed[media - 4 : media], "big")
    path.write_bytes(changed[: media + 4] + bytes(size - 8) + changed[media - 4 + size :])
    try:
        result = scan_file(path)
    except InputError:
        return
    assert result.damage.is_any


def rewrite(boxes: bytes, old: bytes, new: bytes) -> bytes:
    """Replace a box inside nested boxes, with the sizes of all around it."""
    containers = {b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref"}
    out = b""
    position = 0
    while position + 8 <= len(boxes):
        size = int.from_bytes(boxes[position : position + 4], "big")
        name = boxes[position + 4 : position + 8]
        whole = boxes[position : position + size]
        if whole == old:
            out += new
        elif name in containers:
            skip = 8 if name == b"dref" else 0
            inner = whole[8 : 8 + skip] + rewrite(whole[8 + skip :], old, new)
            out += box(name, inner)
        else:
            out += whole
        position += size
    return out


def test_a_header_that_claims_billions_of_samples_stays_small(tmp_path: Path) -> None:
    """The worker's bounded memory must do, whatever the tables of an MP4 ask for."""
    stts = box(b"stts", b"\0\0\0\0" + struct.pack(">III", 1, 0x7FFFFFFF, 1))
    stsz = box(b"stsz", b"\0\0\0\0" + struct.pack(">II", 1, 0x7FFFFFFF))
    stsc = box(b"stsc", b"\0\0\0\0" + struct.pack(">IIII", 1, 1, 0x7FFFFFFF, 1))
    stco = box(b"stco", b"\0\0\0\0" + struct.pack(">II", 1, 40))
    entry = bytes(6) + b"\0\1" + bytes(16) + struct.pack(">HHIII", 16, 16, 72 << 16, 72 << 16, 0)
    entry += b"\0\1" + bytes(32) + b"\0\x18\xff\xff"
    stsd = box(b"stsd", b"\0\0\0\0\0\0\0\1" + box(b"jpeg", entry))
    stbl = box(b"stbl", stsd + stts + stsc + stsz + stco)
    dref = box(b"dref", b"\0\0\0\0\0\0\0\1" + box(b"url ", b"\0\0\0\1"))
    vmhd = box(b"vmhd", bytes(12))
    minf = box(b"minf", vmhd + box(b"dinf", dref) + stbl)
    mdhd = box(b"mdhd", bytes(12) + struct.pack(">IIHH", 1000, 1000, 0, 0))
    hdlr = box(b"hdlr", bytes(8) + b"vide" + bytes(13))
    tkhd = box(b"tkhd", bytes(84))
    trak = box(b"trak", tkhd + box(b"mdia", mdhd + hdlr + minf))
    mvhd = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, 1000) + bytes(80))
    path = tmp_path / "billions.mp4"
    path.write_bytes(
        box(b"ftyp", b"isom\0\0\0\0isom") + box(b"mdat", bytes(64)) + box(b"moov", mvhd + trak)
    )
    with pytest.raises(InputError):
        worker.scan_recording(path, ("filmstrip", "waveform"))


def test_timestamps_from_nowhere_do_not_fill_memory(tmp_path: Path) -> None:
    import av

    path = tmp_path / "far.mkv"
    plan = SamplePlan((SamplePartner(3, Fraction(3)),), Fraction(0), width_px=160, height_px=90)
    source = tmp_path / "near.mkv"
    write_sample(source, plan)
    with av.open(str(source)) as reader, av.open(str(path), "w") as writer:
        copies = {s.index: writer.add_stream_from_template(s) for s in reader.streams}
        for number, packet in enumerate(reader.demux()):
            if packet.size:
                packet.stream = copies[packet.stream_index]
                if number > 100:
                    packet.pts = (packet.pts or 0) + 10**9
                    packet.dts = packet.pts if packet.dts is None else packet.dts + 10**9
                writer.mux(packet)
    result = worker.scan_recording(path, ("filmstrip", "waveform", "panes"))
    assert result.duration <= 24 * 3600
    assert result.damage.is_any
    for tap in result.taps.values():
        assert sum(array.nbytes for array in tap.arrays.values()) < 64 * 1024 * 1024


@pytest.mark.shared
def test_every_generated_hostile_file_is_refused(shared: Path) -> None:
    folder = shared / "vectors/hostile-media-generated"
    codes = {}
    for path in sorted(folder.iterdir()):
        with pytest.raises(ConsentKitError) as caught:
            worker.scan_recording(path, ("filmstrip", "waveform"))
        codes[path.name] = caught.value.code
    assert set(codes.values()) <= {
        "media.empty",
        "media.not-media",
        "media.no-streams",
        "media.nothing-decodes",
    }


@pytest.mark.shared
@pytest.mark.outside
def test_no_hostile_file_makes_the_decoder_open_another(shared: Path, tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    folder = shared / "vectors/hostile-media-generated"
    names = sorted(str(path) for path in folder.iterdir())
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from consentkit.kernel.errors import ConsentKitError\n"
        "from consentkit.media.scan import scan_file\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        scan_file(Path(name))\n"
        "    except ConsentKitError:\n"
        "        pass\n"
    )
    log = tmp_path / "calls.txt"
    subprocess.run(
        [
            strace,
            "-f",
            "-qq",
            "-e",
            "trace=open,openat,connect,socket",
            "-o",
            str(log),
            sys.executable,
            "-c",
            code,
            *(name for name in names if "secret" not in name),
        ],
        check=True,
        capture_output=True,
    )
    calls = log.read_text(encoding="utf-8", errors="replace")
    assert "secret" not in calls
    assert "/etc/passwd" not in calls
    assert "AF_INET" not in calls
    opened = [line for line in calls.splitlines() if str(folder) in line]
    assert len(opened) >= len(names) - 2
