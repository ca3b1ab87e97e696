"""An XMP packet beside a video: its release code in terms of PLUS, by record ids and digests alone.

The same content gives the same bytes. Nothing in it names a person; the file's name is not in it
either. Format and meaning: ``resources/specs/credentials-1.md``.

Source: ISO 16684-1 (XMP serialisation), PLUS License Data Format 2.0.1 (XMP reference).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from consentkit.domain.release_status import Release
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import format_instant

_NAMESPACES = {
    "xmlns:x": "adobe:ns:meta/",
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
    "xmlns:xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmlns:plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "xmlns:consentkit": "urn:consentkit:xmp:1#",
}
_VOCABULARY = "http://ns.useplus.org/ldf/vocab/"

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END = '\n<?xpacket end="w"?>\n'
_GUID_CHARS = 32
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FORBIDDEN = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, and line ends, which no reader gives back as they were."""


@dataclass(frozen=True, slots=True)
class XmpContent:
    """What a sidecar says.

    Attributes:
        sha256: Digest of the video it lies beside, hexadecimal.
        checked_sha256: Digest of the video that was checked; the same unless credentials were
            added.
        check_id: The check.
        proof_id: Short id of the decision.
        is_passed: What the decision was.
        release: What is said of releases.
        at: The moment for which consent was asked; UTC.
        made_at: When the sidecar was made; UTC.

    Raises:
        MalformedError: ``credentials.digest``: a digest is none.
    """

    sha256: str
    checked_sha256: str
    check_id: str
    proof_id: str
    is_passed: bool
    release: Release
    at: datetime
    made_at: datetime

    def __post_init__(self) -> None:
        """Refuse what is no digest."""
        if not all(_SHA256.fullmatch(one) for one in (self.sha256, self.checked_sha256)):
            raise MalformedError("credentials.digest")


def encode_xmp(content: XmpContent) -> bytes:
    """Return the packet as UTF-8, ready to be the content of a ``.xmp`` file.

    Raises:
        MalformedError: ``credentials.characters``: an identifier holds what XML cannot.
    """
    # Prefixes are written out: the library keeps its own table of them for the whole process.
    root = ET.Element("x:xmpmeta", {**_NAMESPACES, "x:xmptk": "ConsentKit"})
    rdf = ET.SubElement(root, "rdf:RDF")
    about = ET.SubElement(rdf, "rdf:Description", {"rdf:about": ""})
    release = content.release
    _put(about, "dc:identifier", f"sha256:{content.sha256}")
    _put(about, "xmp:MetadataDate", _instant(content.made_at))
    _put(about, "xmpMM:DocumentID", f"xmp.did:{content.checked_sha256[:_GUID_CHARS]}")
    _put(about, "xmpMM:InstanceID", f"xmp.iid:{content.sha256[:_GUID_CHARS]}")
    _put(about, "plus:ModelReleaseStatus", f"{_VOCABULARY}{release.status.value}")
    if release.consent_ids:
        bag = ET.SubElement(ET.SubElement(about, "plus:ModelReleaseID"), "rdf:Bag")
        for consent_id in release.consent_ids:
            _put(bag, "rdf:li", consent_id)
    if release.age:
        _put(about, "plus:MinorModelAgeDisclosure", f"{_VOCABULARY}{release.age}")
    _put(about, "consentkit:sha256", content.sha256)
    _put(about, "consentkit:checkedSha256", content.checked_sha256)
    _put(about, "consentkit:check", content.check_id)
    if content.proof_id:
        _put(about, "consentkit:proof", content.proof_id)
    _put(about, "consentkit:decision", "pass" if content.is_passed else "blocked")
    _put(about, "consentkit:decidedFor", _instant(content.at))
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode", xml_declaration=False)
    return f"{_BEGIN}{body}{_END}".encode()


def _put(parent: ET.Element, name: str, text: str) -> None:
    if _FORBIDDEN.search(text):
        raise MalformedError("credentials.characters")
    ET.SubElement(parent, name).text = text


def _instant(moment: datetime) -> str:
    return format_instant(moment.replace(microsecond=0))
