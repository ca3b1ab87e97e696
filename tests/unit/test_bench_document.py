"""The benchmark's document and its command line."""

import pytest

from consentkit.bench.__main__ import main
from consentkit.bench.document import write_document


def test_the_document_holds_what_was_measured_and_nothing_else(tmp_path):
    out, doc = tmp_path / "out", tmp_path / "doc" / "RESULTS.md"
    out.mkdir()
    doc.parent.mkdir()
    (out / "coverage.md").write_text("| figures |", encoding="utf-8")
    (out / "calibration.svg").write_text("<svg/>", encoding="utf-8")
    assert write_document(out, doc) == ("coverage",)
    text = doc.read_text(encoding="utf-8")
    assert "| figures |" in text
    assert "(calibration.svg)" in text
    assert (doc.parent / "calibration.svg").is_file()
    assert "What a scan costs" not in text


def test_media_without_truth_cannot_be_measured(tmp_path, capsys):
    assert main(["coverage", "--media", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "bench.truth" in capsys.readouterr().err


def test_media_are_asked_for(tmp_path):
    with pytest.raises(SystemExit):
        main(["coverage", "--out", str(tmp_path / "out")])
