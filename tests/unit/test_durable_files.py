"""A file is the old one or the new one, never half of either."""

import errno
import os

import pytest

from consentkit.kernel.durable import durable_replace, durable_writer, private_folder
from consentkit.kernel.errors import ResourceError


def test_the_content_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "a"
    durable_replace(target, b"old")
    durable_replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_when_writing_breaks_off_the_old_content_stays(tmp_path):
    target = tmp_path / "a"
    durable_replace(target, b"old")
    with pytest.raises(RuntimeError), durable_writer(target) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EIO, "disk.io")])
def test_a_failing_disk_is_named_and_leaves_the_old_content(tmp_path, monkeypatch, number, code):
    target = tmp_path / "a"
    durable_replace(target, b"old")

    def fail(handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ResourceError) as caught:
        durable_replace(target, b"new")
    assert caught.value.code == code
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permission bits")
def test_only_the_owner_reads_what_is_written(tmp_path):
    durable_replace(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_a_private_folder_is_gone_also_when_work_in_it_breaks_off(tmp_path):
    with pytest.raises(RuntimeError), private_folder(tmp_path, ".work-") as folder:
        (folder / "plain").write_bytes(b"x")
        assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
