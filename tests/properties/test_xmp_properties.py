"""A sidecar is well-formed whatever is in it, says what was put in, and names nothing else."""

from datetime import UTC, datetime
from xml.dom import minidom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.release_status import AGE_UNKNOWN, Release, ReleaseStatus
from consentkit.kernel.errors import MalformedError
from consentkit.wire.xmp_sidecar import XmpContent, encode_xmp

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
OWN = "urn:consentkit:xmp:1#"
NOW = datetime(2026, 11, 22, 12, 0, 0, 250_000, tzinfo=UTC)

printable = st.text(
    st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)


def content(**changes):
    values = {
        "sha256": "ab" * 32,
        "checked_sha256": "cd" * 32,
        "check_id": "chk-a",
        "proof_id": "ABCD-2345",
        "is_passed": True,
        "release": Release(ReleaseStatus.LIMITED, ("con-a",)),
        "at": NOW,
        "made_at": NOW,
    }
    return XmpContent(**(values | changes))


def texts(document, namespace, name):
    """Return the texts of elements, as another parser than the writer's reads them."""
    return [
        "".join(node.data for node in element.childNodes)
        for element in document.getElementsByTagNameNS(namespace, name)
    ]


@given(
    sha256=digests,
    check_id=printable,
    proof_id=printable,
    ids=st.lists(printable, min_size=1, max_size=5),
    is_passed=st.booleans(),
)
def test_what_was_put_in_is_read_back(sha256, check_id, proof_id, ids, is_passed):
    packet = encode_xmp(
        content(
            sha256=sha256,
            check_id=check_id,
            proof_id=proof_id,
            release=Release(ReleaseStatus.LIMITED, tuple(ids)),
            is_passed=is_passed,
        )
    )
    document = minidom.parseString(packet)
    assert texts(document, OWN, "sha256") == [sha256]
    assert texts(document, OWN, "check") == [check_id]
    assert texts(document, OWN, "proof") == [proof_id]
    assert texts(document, RDF, "li") == ids
    assert texts(document, OWN, "decision") == ["pass" if is_passed else "blocked"]


@given(release=st.sampled_from(ReleaseStatus), has_age=st.booleans())
def test_codes_are_addresses_of_the_vocabulary(release, has_age):
    age = AGE_UNKNOWN if has_age else ""
    document = minidom.parseString(encode_xmp(content(release=Release(release, (), age))))
    vocabulary = "http://ns.useplus.org/ldf/vocab/"
    assert texts(document, PLUS, "ModelReleaseStatus") == [f"{vocabulary}{release.value}"]
    assert texts(document, PLUS, "MinorModelAgeDisclosure") == ([f"{vocabulary}{age}"] * has_age)
    assert texts(document, PLUS, "ModelReleaseID") == []


def test_the_same_content_gives_the_same_bytes_and_frames_them_as_a_packet():
    packet = encode_xmp(content())
    assert packet == encode_xmp(content())
    assert packet.startswith('<?xpacket begin="\ufeff"'.encode())
    assert packet.endswith(b'<?xpacket end="w"?>\n')
    assert b"2026-11-22T12:00:00Z" in packet


@given(bad=st.sampled_from(["\0", "\x1b", "\n", "\r", "\t", "\ud800", "\ufffe", "\uffff"]))
def test_what_no_xml_can_hold_is_refused(bad):
    with pytest.raises(MalformedError, match=r"credentials\.characters"):
        encode_xmp(content(check_id=f"chk{bad}"))


@pytest.mark.parametrize("bad", ["", "ab", "AB" * 32, "ab" * 32 + "\n", "zz" * 32])
def test_what_is_no_digest_is_refused(bad):
    with pytest.raises(MalformedError, match=r"credentials\.digest"):
        content(sha256=bad)
    with pytest.raises(MalformedError, match=r"credentials\.digest"):
        content(checked_sha256=bad)
