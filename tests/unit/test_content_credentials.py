"""Content credentials in a video: signed into a copy, read back, refused when a byte differs."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import av
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from consentkit.kernel.errors import InputError, ResourceError, VerificationError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media import worker
from consentkit.publish.content_credentials import (
    Signing,
    make_root,
    media_type_of,
    read_credentials,
    sign_video,
)
from consentkit.vault.signing_keys import new_es256_pem
from consentkit.wire.content_credentials import parent_ingredient

NOW = datetime.now(UTC)
ORIGIN = "consentkit.local/0123456789abcdef0123456789abcdef"
DIGEST = "ab" * 32
DEFINITION = {
    "claim_generator_info": [{"name": "ConsentKit", "version": "0"}],
    "ingredients": [
        {
            "label": "source-0",
            "title": "Recording 1",
            "relationship": "componentOf",
            "instance_id": "urn:sha256:" + "cd" * 32,
        }
    ],
    "assertions": [
        {
            "label": "c2pa.actions.v2",
            "data": {
                "actions": [
                    {
                        "action": "c2pa.opened",
                        "parameters": {"ingredientIds": ["checked-video"]},
                    },
                    {"action": "c2pa.placed", "parameters": {"ingredientIds": ["source-0"]}},
                ],
                "allActionsIncluded": False,
            },
        },
        {"label": "org.consentkit.coverage", "data": {"schema": "x", "seconds": 12.345}},
    ],
}


@pytest.fixture(scope="module", name="keys")
def make_keys():
    issuer = new_es256_pem()
    return issuer, make_root(issuer, ORIGIN, NOW)


def signing(keys, **changes):
    issuer, root = keys
    values = {"definition": DEFINITION, "parent": parent_ingredient(DIGEST)} | changes
    return Signing(issuer_pem=issuer, root_pem=root, at=NOW, **values)


@pytest.fixture(scope="module", name="signed")
def make_signed(tmp_path_factory, sample_recording, keys):
    """Return a signed copy of the sample; never write to it."""
    path = tmp_path_factory.mktemp("signed") / "signed.mp4"
    sign_video(sample_recording.path, path, signing(keys))
    return path


def repacked(source, path, **options):
    """Copy the packets of a file into another container."""
    with av.open(str(source)) as before, av.open(str(path), "w", options=options) as after:
        streams = {one.index: after.add_stream_from_template(one) for one in before.streams}
        for packet in before.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                after.mux(packet)


def test_what_was_signed_reads_back_and_is_trusted_under_its_root(signed, keys):
    read = read_credentials(signed, keys[1])
    assert read.is_trusted
    assert read.assertions["org.consentkit.coverage"] == {"schema": "x", "seconds": 12.345}
    assert read.ingredients == (
        ("componentOf", "urn:sha256:" + "cd" * 32),
        ("parentOf", "urn:sha256:" + DIGEST),
    )
    actions = read.assertions["c2pa.actions.v2"]["actions"]
    assert [item["action"] for item in actions] == ["c2pa.opened", "c2pa.placed"]


def test_under_another_root_it_holds_but_its_issuer_is_unknown(signed):
    other = make_root(new_es256_pem(), ORIGIN, NOW)
    assert not read_credentials(signed, other).is_trusted


def test_packets_of_a_signed_copy_are_those_of_the_video(signed, sample_recording):
    assert worker.packet_trees(signed) == worker.packet_trees(sample_recording.path)


@pytest.mark.parametrize("place", [0.3, 0.6, 0.99])
def test_a_flipped_byte_is_refused(signed, keys, tmp_path, place):
    data = bytearray(signed.read_bytes())
    data[int(len(data) * place)] ^= 1
    path = tmp_path / "flipped.mp4"
    path.write_bytes(data)
    with pytest.raises(VerificationError, match=r"credentials\.not-valid") as caught:
        read_credentials(path, keys[1])
    assert caught.value.facts["reason"] == "assertion.bmffHash.mismatch"


@pytest.mark.parametrize("word", [b"org.consentkit.coverage", b"ConsentKit, self-issued"])
def test_a_changed_word_of_the_manifest_is_refused(signed, keys, tmp_path, word):
    data = bytearray(signed.read_bytes())
    data[data.rindex(word)] ^= 1
    path = tmp_path / "changed.mp4"
    path.write_bytes(data)
    with pytest.raises((VerificationError, InputError)):
        read_credentials(path, keys[1])


def test_a_cut_off_copy_is_refused(signed, keys, tmp_path):
    path = tmp_path / "cut.mp4"
    path.write_bytes(signed.read_bytes()[:-1000])
    with pytest.raises(VerificationError):
        read_credentials(path, keys[1])


def test_a_video_without_credentials_has_none(sample_recording, keys):
    with pytest.raises(InputError, match=r"credentials\.none"):
        read_credentials(sample_recording.path, keys[1])


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("index-first.mp4", {"movflags": "+faststart"}),
        ("fragments.mp4", {"movflags": "frag_keyframe+empty_moov"}),
        ("quicktime.mov", {}),
    ],
)
def test_other_kinds_of_these_files_are_signed_too(sample_recording, keys, tmp_path, name, options):
    source, path = tmp_path / name, tmp_path / "signed"
    repacked(sample_recording.path, source, **options)
    sign_video(source, path, signing(keys))
    assert read_credentials(path, keys[1]).is_trusted
    assert worker.packet_trees(path) == worker.packet_trees(source)
    assert media_type_of(path) == media_type_of(source)


@pytest.mark.parametrize("name", ["video.mkv", "video.webm", "video.avi"])
def test_containers_that_cannot_carry_credentials_are_refused(
    sample_recording, keys, tmp_path, name
):
    source, path = tmp_path / name, tmp_path / "signed.mp4"
    if name.endswith("mkv"):
        repacked(sample_recording.path, source)
    else:
        source.write_bytes({"webm": b"\x1a\x45\xdf\xa3", "avi": b"RIFF"}[name[6:]] + bytes(999))
    with pytest.raises(InputError, match=r"credentials\.container"):
        sign_video(source, path, signing(keys))
    assert not path.exists()


def test_credentials_that_a_video_has_go_along_with_its_parent(signed, keys, tmp_path):
    path = tmp_path / "twice.mp4"
    sign_video(signed, path, signing(keys))
    assert read_credentials(path, keys[1]).is_trusted
    assert worker.packet_trees(path) == worker.packet_trees(signed)


def test_a_stop_is_heeded_while_signing(sample_recording, keys, tmp_path):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        sign_video(sample_recording.path, tmp_path / "x.mp4", signing(keys), cancel=cancel)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_named(sample_recording, keys, tmp_path, monkeypatch):
    from consentkit.publish import content_credentials

    class Full(content_credentials._Watched):
        def write(self, data):
            with self._kept():
                raise OSError(28, "No space left on device")

    monkeypatch.setattr(content_credentials, "_Watched", Full)
    with pytest.raises(ResourceError, match=r"disk\.full"):
        sign_video(sample_recording.path, tmp_path / "x.mp4", signing(keys))


def test_a_large_video_needs_room_for_a_working_copy(sample_recording, keys, tmp_path, monkeypatch):
    from consentkit.publish import content_credentials

    out = tmp_path / "x.mp4"
    monkeypatch.setattr(content_credentials, "_HELD_MIB", 0)
    sign_video(sample_recording.path, out, signing(keys))
    assert read_credentials(out, keys[1]).is_trusted
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(ResourceError, match=r"credentials\.temporary-space"):
        sign_video(sample_recording.path, out, signing(keys))


def test_a_manifest_the_library_does_not_take_is_an_error_of_ours(sample_recording, keys, tmp_path):
    broken = {**DEFINITION, "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": 3}}]}
    with pytest.raises(ResourceError, match=r"credentials\.signing"):
        sign_video(sample_recording.path, tmp_path / "x.mp4", signing(keys, definition=broken))


def test_the_root_certifies_the_issuers_key_and_names_nobody(keys):
    issuer, root_pem = keys
    root = x509.load_pem_x509_certificate(root_pem.encode())
    key = serialization.load_pem_private_key(issuer, None)
    assert root.public_key() == key.public_key()
    assert root.subject == root.issuer
    assert ORIGIN in root.subject.rfc4514_string()
    assert root.not_valid_after_utc > NOW + timedelta(days=25 * 365)


def test_no_key_is_shown(keys):
    assert "KEY" not in repr(signing(keys))


def test_without_the_extra_one_thing_to_try_is_named(sample_recording, keys, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(ResourceError, match=r"credentials\.extra-missing"):
        sign_video(sample_recording.path, tmp_path / "x.mp4", signing(keys))
    with pytest.raises(ResourceError, match=r"credentials\.extra-missing"):
        read_credentials(sample_recording.path, keys[1])


def test_the_program_starts_without_loading_it():
    code = "import sys, consentkit.cli.main; sys.exit('c2pa' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
