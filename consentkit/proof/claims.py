"""The disclosed claims of a receipt, read defensively.

The issuer's signature says who wrote a claim, not that it has the shape we write. So every claim
may be missing, hidden or of another type; it then reads as not disclosed, and nothing raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import parse_instant
from consentkit.wire.canonical_json import JSONValue

SCHEMA = "consentkit.receipt/1"
_SECONDS = re.compile(r"(-?[0-9]{1,24})/([1-9][0-9]{0,23})")
_LATEST_SECONDS = 253_402_300_799
"""The last second of the year 9999, beyond which ``datetime`` has no name for an instant."""


@dataclass(frozen=True, slots=True)
class ClaimObject:
    """One object among the claims; a member that is not there is not disclosed.

    Attributes:
        members: What is disclosed of it.
    """

    members: Mapping[str, JSONValue]

    def has(self, name: str) -> bool:
        """Return whether the member is disclosed, be it with the value null."""
        return name in self.members

    def text(self, name: str) -> str | None:
        """Return a text; empty for null, None when it is not disclosed or no text."""
        if name not in self.members:
            return None
        value = self.members[name]
        if value is None:
            return ""
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...] | None:
        """Return the texts of a list; None when it is not disclosed or no list."""
        value = self.members.get(name)
        if not isinstance(value, list):
            return None
        return tuple(item for item in value if isinstance(item, str))

    def flag(self, name: str) -> bool | None:
        """Return a truth value; None when it is null, not disclosed or none."""
        value = self.members.get(name)
        return value if isinstance(value, bool) else None

    def number(self, name: str) -> int | None:
        """Return a whole number; None when it is not disclosed or none."""
        value = self.members.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def instant(self, name: str) -> datetime | None:
        """Return an instant written in RFC 3339; None when it is not disclosed or none."""
        value = self.members.get(name)
        try:
            return parse_instant(value) if isinstance(value, str) else None
        except (MalformedError, OverflowError):
            return None

    def child(self, name: str) -> "ClaimObject":
        """Return the object ``name``; empty when it is not disclosed or no object."""
        value = self.members.get(name)
        return ClaimObject(value if isinstance(value, dict) else {})

    def children(self, name: str) -> "tuple[ClaimObject, ...]":
        """Return the disclosed objects of a list, in their order."""
        value = self.members.get(name)
        items = value if isinstance(value, list) else []
        return tuple(ClaimObject(item) for item in items if isinstance(item, dict))


@dataclass(frozen=True, slots=True)
class ProcessingClaim:
    """One permission with its status at the entry.

    Attributes:
        purpose: Purpose code.
        status: Status code.
        lawful_basis: "consent" or "contract".
        personal_data: Codes of what of the person is used.
        platforms: Platform names.
        channels: Channels on them.
        territory: Country codes, or "world".
        edits: Codes of edits allowed.
        conditions: Codes of conditions.
        condition_text: A condition in words.
        ends_at: When the term ends.
    """

    purpose: str
    status: str
    lawful_basis: str
    personal_data: tuple[str, ...]
    platforms: tuple[str, ...]
    channels: tuple[str, ...]
    territory: tuple[str, ...]
    edits: tuple[str, ...]
    conditions: tuple[str, ...]
    condition_text: str
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class EvidenceClaim:
    """One piece of evidence the receipt names.

    Attributes:
        kind: Kind code ("excerpt").
        sha256: Digest of its content.
        recording_sha256: Digest of the recording an excerpt comes from.
        range_text: Where in the recording, as text.
        heard: What a listener heard as the answer ("yes").
        is_number_heard: A listener heard the consent number.
    """

    kind: str
    sha256: str
    recording_sha256: str
    range_text: str
    heard: str
    is_number_heard: bool


@dataclass(frozen=True, slots=True)
class RecordingClaim:
    """One recording the receipt names.

    Attributes:
        sha256: Digest of the whole file.
        packet_trees: Commitments to its packets.
    """

    sha256: str
    packet_trees: tuple[PacketTree, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """What a receipt discloses.

    Attributes:
        whole: All claims, as they are.
    """

    whole: ClaimObject

    @property
    def issuer(self) -> str:
        """The log's origin, as the issuer wrote it."""
        return self.whole.text("iss") or ""

    @property
    def kind(self) -> str:
        """Kind of log entry ("grant")."""
        return self.whole.text("kind") or ""

    @property
    def schema(self) -> str:
        """Name and version of the claims' format."""
        return self.whole.text("schema") or ""

    @property
    def log_key(self) -> str:
        """Verifier key of the log the entry is for."""
        return self.whole.text("log") or ""

    @property
    def issued_at(self) -> datetime | None:
        """When, by the issuer's own clock; a claim."""
        seconds = self.whole.number("iat")
        if seconds is None or not 0 <= seconds <= _LATEST_SECONDS:
            return None
        return datetime.fromtimestamp(seconds, UTC)

    @property
    def principal(self) -> ClaimObject:
        """What is disclosed of the person."""
        return self.whole.child("pii_principal")

    @property
    def controller(self) -> ClaimObject:
        """What is disclosed of whoever asked."""
        return self.whole.child("pii_controller")

    @property
    def grade(self) -> str:
        """The grade the issuer claims; empty when not disclosed."""
        return self.whole.text("grade") or ""

    @property
    def number_digits(self) -> str:
        """The consent number; empty when not disclosed."""
        return self.whole.child("consent_number").text("digits") or ""

    @property
    def number_token_sha256(self) -> str:
        """Digest of the time token the number comes from; empty for none or not disclosed."""
        return self.whole.child("consent_number").text("token_sha256") or ""

    @property
    def processing(self) -> tuple[ProcessingClaim, ...]:
        """The permissions disclosed."""
        return tuple(_processing(item) for item in self.whole.children("pii_processing"))

    @property
    def evidence(self) -> tuple[EvidenceClaim, ...]:
        """The evidence disclosed."""
        return tuple(
            EvidenceClaim(
                kind=item.text("kind") or "",
                sha256=item.text("sha256") or "",
                recording_sha256=item.text("recording_sha256") or "",
                range_text=item.child("source_range").text("text") or "",
                heard=item.text("heard") or "",
                is_number_heard=item.flag("is_number_heard") is True,
            )
            for item in self.whole.children("evidence")
        )

    @property
    def recordings(self) -> tuple[RecordingClaim, ...]:
        """The recordings disclosed."""
        return tuple(read_recording(item) for item in self.whole.children("recordings"))


def read_claims(disclosed: Mapping[str, JSONValue]) -> Claims:
    """Return the claims of a verified receipt.

    Raises:
        MalformedError: It is of another schema, or made by a newer program (``receipt.schema``).
    """
    claims = Claims(ClaimObject(disclosed))
    if claims.schema != SCHEMA:
        raise MalformedError("receipt.schema")
    return claims


def read_recording(item: ClaimObject) -> RecordingClaim:
    """Return what a receipt or a log entry says of a recording."""
    return RecordingClaim(
        item.text("sha256") or "",
        tuple(_tree(tree) for tree in item.children("packet_trees")),
    )


def _processing(item: ClaimObject) -> ProcessingClaim:
    return ProcessingClaim(
        purpose=item.text("purpose") or "",
        status=item.text("status") or "",
        lawful_basis=item.text("lawful_basis") or "",
        personal_data=item.texts("personal_data") or (),
        platforms=item.texts("platforms") or (),
        channels=item.texts("channels") or (),
        territory=item.texts("territory") or (),
        edits=item.texts("edits") or (),
        conditions=item.texts("conditions") or (),
        condition_text=item.text("condition_text") or "",
        ends_at=item.instant("ends_at"),
    )


def _tree(item: ClaimObject) -> PacketTree:
    return PacketTree(
        item.number("stream_index") or 0,
        item.number("size") or 0,
        item.text("root") or "",
        # No proof has a time base of zero, so that a tree without one proves nothing.
        _seconds(item.text("time_base")),
        _seconds(item.text("origin")),
    )


def _seconds(text: str | None) -> Fraction:
    match = _SECONDS.fullmatch(text or "")
    return Fraction(int(match[1]), int(match[2])) if match else Fraction(0)
