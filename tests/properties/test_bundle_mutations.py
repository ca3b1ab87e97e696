"""No two different byte strings are the same bundle."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.errors import ConsentKitError
from consentkit.proof import bundle
from consentkit.proof.bundle import MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader

NAMES = sorted(bundle.REQUIRED - {bundle.BAGIT, bundle.MANIFEST})
GOOD = b"".join(bundle_chunks([MemberSource(name, b"\x00" * 5 + name.encode()) for name in NAMES]))


def test_every_single_changed_byte_is_refused() -> None:
    for place in range(len(GOOD)):
        for flip in (0x01, 0x20, 0x80, 0xFF):
            changed = bytearray(GOOD)
            changed[place] ^= flip
            with pytest.raises(ConsentKitError):
                BundleReader(io.BytesIO(bytes(changed)))


@settings(max_examples=300, deadline=None)
@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 64),
    put=st.binary(max_size=64),
)
def test_any_replaced_stretch_is_refused(start: int, length: int, put: bytes) -> None:
    changed = GOOD[:start] + put + GOOD[start + length :]
    if changed == GOOD:
        return

    with pytest.raises(ConsentKitError):
        BundleReader(io.BytesIO(changed))


@settings(max_examples=100, deadline=None)
@given(contents=st.lists(st.binary(max_size=300), min_size=len(NAMES), max_size=len(NAMES)))
def test_any_contents_come_back_as_they_were(contents: list[bytes]) -> None:
    members = [MemberSource(n, c) for n, c in zip(NAMES, contents, strict=True)]

    with BundleReader(io.BytesIO(b"".join(bundle_chunks(members)))) as reader:
        assert [reader.read(name) for name in NAMES] == contents


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_refused_with_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(ConsentKitError):
        BundleReader(io.BytesIO(data))
