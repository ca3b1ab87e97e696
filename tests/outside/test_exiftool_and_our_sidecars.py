"""ExifTool reads our sidecars, and understands the codes of PLUS in them."""

import json
import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from consentkit.domain.release_status import AGE_UNKNOWN, Release, ReleaseStatus
from consentkit.wire.xmp_sidecar import XmpContent, encode_xmp

pytestmark = pytest.mark.outside

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("release", "words", "ids", "age"),
    [
        (
            Release(ReleaseStatus.LIMITED, ("con-a", 'con-<&">')),
            "Limited or Incomplete Model Releases",
            ["con-a", 'con-<&">'],
            "Age Unknown",
        ),
        (Release(ReleaseStatus.NONE, (), AGE_UNKNOWN), "None", None, "Age Unknown"),
        (Release(ReleaseStatus.NOT_APPLICABLE, (), ""), "Not Applicable", None, None),
    ],
)
def test_exiftool_reads_codes_ids_and_digests(tmp_path, release, words, ids, age):
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed")
    path = tmp_path / "video.xmp"
    content = XmpContent("ab" * 32, "cd" * 32, "chk-a", "ABCD-2345", True, release, NOW, NOW)
    path.write_bytes(encode_xmp(content))
    run = subprocess.run(
        [program, "-json", "-validate", "-warning", "-XMP:all", str(path)],
        check=True,
        capture_output=True,
    )
    [read] = json.loads(run.stdout)
    assert read["ModelReleaseStatus"] == words
    assert read.get("ModelReleaseID") == ids
    assert read.get("MinorModelAgeDisclosure") == age
    assert read["Identifier"] == "sha256:" + "ab" * 32
    assert read["DocumentID"] == "xmp.did:" + "cd" * 16
    assert read["InstanceID"] == "xmp.iid:" + "ab" * 16
    assert read["Proof"] == "ABCD-2345"
    assert read["Validate"] == "OK"
    assert "Warning" not in read
