"""Bundles made to mislead a reader: each is refused, and with a stable code."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from consentkit.kernel.errors import ConsentKitError
from consentkit.proof import bundle
from consentkit.proof.bundle import MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader

END_BYTES = 22
CODES = {
    "name": "bundle.member-name",
    "dup_nfc": "bundle.member-flags",
    "encrypted_flag": "bundle.member-flags",
    "name_rtl": "bundle.member-name",
    "count_lie": "bundle.directory-place",
    "eocd_in_comment": "bundle.directory-place",
    "empty": "bundle.empty",
    "not_zip": "bundle.end-record",
    "trailing": "bundle.end-record",
    "truncated": "bundle.end-record",
    "overlap_quoted": "bundle.too-many-members",
    "overlap_same": "bundle.too-many-members",
    "ratio_1GiB": "bundle.member-compressed",
    "ratio_lying_size": "bundle.member-compressed",
    "upath_extra": "bundle.member-extra",
}


def good_bundle() -> bytes:
    names = sorted(bundle.REQUIRED - {bundle.BAGIT, bundle.MANIFEST})
    members = [MemberSource(name, f"content of {name}".encode()) for name in names]
    return b"".join(bundle_chunks([*members, MemberSource("data/excerpt.mp4", b"EXCERPT" * 9)]))


def directory_at(data: bytes) -> int:
    return struct.unpack_from("<I", data, len(data) - 6)[0]


def code_of(data: bytes) -> str:
    with pytest.raises(ConsentKitError) as caught:
        BundleReader(io.BytesIO(data))
    return caught.value.code


@pytest.mark.shared
def test_every_hostile_zip_of_the_collection_is_refused(shared: Path) -> None:
    folder = shared / "vectors" / "hostile-zips-generated"
    names = sorted(folder.glob("*.zip"))
    assert len(names) >= 47
    for path in names:
        expected = CODES.get(path.stem, CODES["name"])
        assert code_of(path.read_bytes()) == expected, path.name


def test_sixty_thousand_members_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"e{number:05d}", b"")

    assert code_of(made.getvalue()) == "bundle.too-many-members"


def with_directory_field(data: bytes, offset: int, form: str, value: int) -> bytes:
    """Return the bundle with one field of its first directory entry changed."""
    out = bytearray(data)
    struct.pack_into(form, out, directory_at(data) + offset, value)
    return bytes(out)


FAULTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a byte before": (lambda b: b"M" + b, "bundle.directory-place"),
    "a byte behind": (lambda b: b + b"\n", "bundle.end-record"),
    "cut short": (lambda b: b[:-30], "bundle.end-record"),
    "only the end": (lambda b: b[-END_BYTES:], "bundle.directory-place"),
    "ten bytes": (lambda b: b[:10], "bundle.not-a-bundle"),
    "nothing": (lambda _: b"", "bundle.not-a-bundle"),
    "a comment": (lambda b: b[:-2] + b"\1\0c", "bundle.end-record"),
    "a gap before the directory": (
        lambda b: (
            b[: directory_at(b)]
            + b"gap!"
            + b[directory_at(b) : -6]
            + struct.pack("<IH", directory_at(b) + 4, 0)
        ),
        "bundle.member-place",
    ),
    "made by another system": (
        lambda b: with_directory_field(b, 4, "<H", 20),
        "bundle.member-attributes",
    ),
    "64-bit extension needed": (
        lambda b: with_directory_field(b, 6, "<H", 45),
        "bundle.member-attributes",
    ),
    "encrypted": (lambda b: with_directory_field(b, 8, "<H", 1), "bundle.member-flags"),
    "data descriptor": (lambda b: with_directory_field(b, 8, "<H", 8), "bundle.member-flags"),
    "deflated": (lambda b: with_directory_field(b, 10, "<H", 8), "bundle.member-compressed"),
    "a date": (lambda b: with_directory_field(b, 14, "<H", 0x5000), "bundle.member-attributes"),
    "wrong checksum in one place": (
        lambda b: with_directory_field(b, 16, "<I", 1),
        "bundle.local-header",
    ),
    "packed size differs": (lambda b: with_directory_field(b, 20, "<I", 1), "bundle.member-size"),
    "larger than a declaration": (
        lambda b: with_directory_field(with_directory_field(b, 20, "<I", 99), 24, "<I", 99),
        "bundle.member-too-large",
    ),
    "an extra field": (lambda b: with_directory_field(b, 30, "<H", 4), "bundle.member-extra"),
    "another disk": (lambda b: with_directory_field(b, 34, "<H", 1), "bundle.member-extra"),
    "a symbolic link": (
        lambda b: with_directory_field(b, 38, "<I", 0o120777 << 16),
        "bundle.member-attributes",
    ),
    "onto another member": (lambda b: with_directory_field(b, 42, "<I", 84), "bundle.member-place"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_good_bundle_is_refused_by_its_rule(fault: str) -> None:
    damage, code = FAULTS[fault]

    assert code_of(damage(good_bundle())) == code


def test_a_changed_member_with_its_checksum_put_right_fails_the_manifest() -> None:
    data = good_bundle()
    old, new = b"EXCERPT" * 9, b"excerpt" * 9
    for value, other in (
        (old, new),
        *((struct.pack("<I", zlib.crc32(old)), struct.pack("<I", zlib.crc32(new))),),
    ):
        assert value in data
        data = data.replace(value, other)

    assert code_of(data) == "bundle.manifest"


def test_a_member_named_twice_is_refused() -> None:
    data = good_bundle().replace(b"data/excerpt.mp4", b"data/issuer.jwk\0")

    assert code_of(data) == "bundle.member-name"
    again = good_bundle().replace(b"data/checkpoint", b"data/issuer.jwk")
    assert code_of(again) == "bundle.member-twice"


def test_members_out_of_order_are_refused() -> None:
    data = good_bundle().replace(b"data/issuer.jwk", b"data/partner.jws"[:15])

    assert code_of(data) == "bundle.member-name"
    swapped = (
        good_bundle()
        .replace(b"data/issuer.jwk", b"data/SAVED")
        .replace(b"data/log.vkey", b"data/tsa-roots")
    )
    assert code_of(swapped).startswith("bundle.")
